/** What the owner says of a measure, beside what the series does and does not bear out. */
import { day, type Html, html, sectionHeading } from '../../../../web/index.ts'
import type { Commentary, Measure } from '../measure.ts'
import { spanWords } from '../spans.ts'
import { sourceLink } from './report-words.ts'

/** Newest first. Nothing where nobody said anything. */
export const commentaryPart = (measure: Measure): Html =>
  measure.commentary.length === 0
    ? html``
    : html`${sectionHeading('What is said about it', 'm', 'commentary')}${measure.commentary
        .toReversed()
        .map((said) => saidPart(said))}`

const saidPart = ({ words, by, date, span, source }: Commentary): Html =>
  html`<blockquote class="govuk-inset-text"><p>${words}</p><p class="sm-what">${by} on ${spanWords(span)}, ${day(date)}${source === null ? '' : html` · ${sourceLink(source)}`}</p></blockquote>`
