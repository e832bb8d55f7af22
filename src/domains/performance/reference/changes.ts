/** How a figure changed in a year, as its values or its source say it; shares change in percentage points, never in per cent. */
import type { Measure, Unit } from '../measures/measure.ts'
import type { Report, Span } from '../measures/observation.ts'
import { spanKey, spanWords, yearBefore } from '../measures/spans.ts'
import { amountWords, numberWords, unitAfter } from '../measures/value-words.ts'
import { observedIn } from './latest.ts'

export type YearChange = {
  against: Span
  /** In the unit; null where only a share of the change is stated. */
  difference: number | null
  percent: number | null
  points: number | null
  /** Whether a source states the change itself and gives no two values. */
  stated: boolean
  report: Report
}

/** The change from the same span a year before: of two values where both are there, otherwise as a source states it. */
export function yearChange(
  { observations, changes, definition: { unit } }: Pick<Measure, 'observations' | 'changes' | 'definition'>,
  span: Span,
): YearChange | undefined {
  const [now, before] = [observedIn(observations, span), observedIn(observations, yearBefore(span))]
  const [value, old] = [now?.cell.value ?? null, before?.cell.value ?? null]
  if (now !== undefined && before !== undefined && value !== null && old !== null) {
    const share = unit.style === 'percent'
    return {
      against: before.span,
      difference: share ? null : value - old,
      percent: share || old === 0 ? null : (100 * (value - old)) / old,
      points: share ? value - old : null,
      stated: false,
      report: now.report,
    }
  }
  const told = changes.find((change) => spanKey(change.span) === spanKey(span))
  if (told === undefined) return undefined
  const { against, difference, percent, points, report } = told
  return { against, difference, percent, points, stated: true, report }
}

/** "5,948 fewer crimes (−3.0%) than in the 12 months to September 2018"; "2.1 percentage points lower than in …". */
export function changeWords({ against, difference, percent, points }: YearChange, unit: Unit): string {
  const than = `than in the ${spanWords(against)}`.replace('than in the 1 ', 'than in 1 ')
  if (points !== null)
    return points === 0
      ? `the same share as in the ${spanWords(against)}`
      : `${numberWords(Math.abs(points), 1)} percentage points ${points > 0 ? 'higher' : 'lower'} ${than}`
  const share = percent === null ? '' : signed(percent)
  if (difference === null)
    return share === '' ? 'a change without a number' : `${share} against the ${spanWords(against)}`
  if (difference === 0) return `as many as in the ${spanWords(against)}`
  const amount = amountWords(Math.abs(difference), unit)
  const noun = unitAfter(Math.abs(difference), unit)
  const words = noun === '' ? amount : `${amount} ${difference > 0 ? 'more' : 'fewer'} ${noun}`
  return `${words}${share === '' ? '' : ` (${share})`} ${than}`
}

const signed = (percent: number): string =>
  percent > 0 ? `+${numberWords(percent, 1)}%` : `${numberWords(percent, 1)}%`
