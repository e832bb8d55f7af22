/** What the owner says of a measure, beside what the series does and does not bear out. */
import { longDate } from '../../../../lib/index.ts'
import { changeBetweenCounts } from '../../../../statistics/index.ts'
import { bullets, day, type Html, html, paragraph, sectionHeading } from '../../../../web/index.ts'
import type { Commentary, Measure } from '../measure.ts'
import { spanKey, spanWords } from '../spans.ts'
import { exceptionsOf, type Telling } from '../telling.ts'
import { amountWords } from '../value-words.ts'
import { type Challenge, type Guarded, guard } from '../writing-guard.ts'
import { sourceLink } from './report-words.ts'

/** Newest first, and the exceptions that nobody has spoken of. Nothing where there is neither. */
export function commentaryPart(measure: Measure, telling: Telling): Html {
  const unsaid = unsaidPart(measure, telling)
  if (measure.commentary.length === 0)
    return unsaid.text === ''
      ? unsaid
      : html`${sectionHeading('What is said about it', 'm', 'commentary')}${unsaid}`
  return html`${sectionHeading('What is said about it', 'm', 'commentary')}${measure.commentary
    .toReversed()
    .map((said) => saidPart(said, challengesOf(said, measure, telling)))}${unsaid}`
}

const saidPart = ({ words, by, date, span, source }: Commentary, challenges: readonly Challenge[]): Html =>
  html`<blockquote class="govuk-inset-text"><p>${words}</p><p class="sm-what">${by} on ${spanWords(span)}, ${day(date)}${source === null ? '' : html` · ${sourceLink(source)}`}</p></blockquote>${
    challenges.length === 0
      ? ''
      : html`<div class="sm-note"><p><strong>Beside it, from the figures:</strong></p>${bullets(
          challenges.map(({ reason }) => reason),
        )}</div>`
  }`

/** What of a commentary the figures do not bear out. */
export function challengesOf(said: Commentary, measure: Measure, telling: Telling): Challenge[] {
  const about = guardedBy(said, measure, telling)
  return about === null ? [] : guard(said.words, about)
}

/** The two counts of the span that is spoken of, else the series; null where there is neither. */
function guardedBy({ span }: Commentary, { title, definition }: Measure, telling: Telling): Guarded | null {
  const { unit, improvement } = definition
  const format = (value: number): string => amountWords(value, unit)
  const window = telling.windows.find(({ observation }) => spanKey(observation.span) === spanKey(span))
  const [before, after] = [window?.before?.cell, window?.observation.cell]
  if (unit.style === 'count' && isCounted(before) && isCounted(after))
    return {
      of: 'two-counts',
      change: changeBetweenCounts(before.value, after.value),
      improvement,
      words: { name: title, format },
    }
  if (telling.chart === null) return null
  const spans = new Map(telling.charted.map((one) => [one.span.from, one.span]))
  const dateWords = (from: Parameters<typeof longDate>[0]): string => {
    const found = spans.get(from)
    return found === undefined ? longDate(from) : spanWords(found)
  }
  return { of: 'series', chart: telling.chart, words: { name: title, format, dateWords } }
}

/** A whole number that no source hedges. */
const isCounted = <Given extends { value: number | null; hedge: string | null }>(
  cell: Given | undefined,
): cell is Given & { value: number } =>
  cell !== undefined &&
  cell.value !== null &&
  cell.hedge === null &&
  Number.isInteger(cell.value) &&
  cell.value >= 0

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
