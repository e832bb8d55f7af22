/** What the owner says of a measure, beside what the series does and does not bear out. */
import { bullets, day, type Html, html, paragraph, sectionHeading } from '../../../../web/index.ts'
import { type Challenged, challenged } from '../challenged.ts'
import type { Measure } from '../measure.ts'
import { inSpan, spanWords } from '../spans.ts'
import { exceptionsOf, type Telling } from '../telling.ts'
import { sourceLink } from './report-words.ts'

/** Newest first, and the exceptions that nobody has spoken of. Nothing where there is neither. */
export function commentaryPart(measure: Measure, telling: Telling): Html {
  const unsaid = unsaidPart(measure, telling)
  if (measure.commentary.length === 0)
    return unsaid.text === ''
      ? unsaid
      : html`${sectionHeading('What is said about it', 'm', 'commentary')}${unsaid}`
  return html`${sectionHeading('What is said about it', 'm', 'commentary')}${challenged(measure).toReversed().map(saidPart)}${unsaid}`
}

const saidPart = ({ commentary: { words, by, date, span, source }, challenges }: Challenged): Html =>
  html`<blockquote class="govuk-inset-text"><p>${words}</p><p class="sm-what">${by} on ${inSpan(span)}, ${day(date)}${source === null ? '' : html` · ${sourceLink(source)}`}</p></blockquote>${
    challenges.length === 0
      ? ''
      : html`<div class="sm-note"><p><strong>Beside it, from the figures:</strong></p>${bullets(
          challenges.map(({ reason }) => reason),
        )}</div>`
  }`

/** As many as are named. */
const NAMED = 3

/** Values outside the limits on which nobody has said anything. */
function unsaidPart(measure: Measure, telling: Telling): Html {
  const unsaid = exceptionsOf(measure, telling).filter(
    ({ rule, commentary }) => rule === 'outside' && commentary.length === 0,
  )
  if (unsaid.length === 0) return html``
  const named = unsaid.slice(0, NAMED).map(({ span }) => spanWords(span))
  const rest = unsaid.length - named.length
  return paragraph(
    `No explanation is on the record for ${unsaid.length === 1 ? 'the exceptional value' : 'the exceptional values'} of ${named.join(', ')}${rest > 0 ? ` and ${rest} earlier` : ''}.`,
  )
}
