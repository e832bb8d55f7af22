/** Spans of days: their order, their words, and which of them a chart of a frequency shows. */
import { addDays, dateOf, type LocalDate, longDate, longMonth } from '../../../lib/index.ts'
import type { Frequency } from './measure.ts'
import type { Span } from './observation.ts'

/** "2019-04-01/2019-05-01": the same text for the same span. */
export const spanKey = ({ from, until }: Span): string => `${from}/${until}`

/** A span that was given; throws where it ends before it begins. `at` names it. */
export function spanOf({ from, until }: Span, at: string): Span {
  if (from >= until)
    throw new Error(
      `${at} is from ${from} until ${until}; "until" is the first day after the span, so it must be later`,
    )
  return { from, until }
}

/** Oldest end first, and of two that end on one day the one that began first. */
export const bySpan = (one: Span, other: Span): number => {
  if (one.until !== other.until) return one.until < other.until ? -1 : 1
  if (one.from !== other.from) return one.from < other.from ? -1 : 1
  return 0
}

const firstOfMonth = (day: LocalDate): boolean => day.endsWith('-01')

/** The same day so many months later; a day that the month does not have becomes its last. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const at = month - 1 + months
  const [inYear, inMonth] = [year + Math.floor(at / 12), (((at % 12) + 12) % 12) + 1]
  for (let tried = dayOfMonth; tried > 0; tried -= 1) {
    const found = dateOf(inYear, inMonth, tried)
    if (found !== undefined) return found
  }
  throw new Error(`No day ${months} months after ${day}`)
}

/** How many whole months a span is; null where it does not begin and end with months. */
export function monthsIn({ from, until }: Span): number | null {
  if (!firstOfMonth(from) || !firstOfMonth(until)) return null
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number)
  const [untilYear = 0, untilMonth = 1] = until.split('-').map(Number)
  return (untilYear - fromYear) * 12 + untilMonth - fromMonth
}

const MONTHS_OF: Readonly<Record<Exclude<Frequency, 'irregular'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
}

/** Months in a span of a frequency. */
export const monthsOf = (frequency: Exclude<Frequency, 'irregular'>): number => MONTHS_OF[frequency]

/** Whether a span is one that the chart of the frequency shows. Irregular measures have no chart. */
export const isOfFrequency = (span: Span, frequency: Frequency): boolean =>
  frequency !== 'irregular' && monthsIn(span) === MONTHS_OF[frequency]

/** The last day of a span. */
export const lastDay = ({ until }: Span): LocalDate => addDays(until, -1)

/**
 * "April 2019", "12 months to September 2019", "3 months to June 2019", "24 September 2019" for one day, and otherwise
 * "1 April 2019 to 16 June 2019".
 */
export function spanWords(span: Span): string {
  const months = monthsIn(span)
  if (months === 1) return longMonth(span.from)
  if (months !== null && months > 1) return `${months} months to ${longMonth(lastDay(span))}`
  const last = lastDay(span)
  return last === span.from ? longDate(span.from) : `${longDate(span.from)} to ${longDate(last)}`
}

/** "the 12 months to June 2018", "24 September 2018": as a name of the span within a sentence. */
export function inSpan(span: Span): string {
  const words = spanWords(span)
  return /^\d+ months/.test(words) ? `the ${words}` : words
}

/** "in April 2019", "in the 12 months to June 2018", "on 24 September 2018", "from 1 April 2019 to 16 June 2019". */
export function whenWords(span: Span): string {
  if (isOneDay(span)) return `on ${longDate(span.from)}`
  return monthsIn(span) === null ? `from ${spanWords(span)}` : `in ${inSpan(span)}`
}

/** The span of the same length that ended a year earlier. */
export const yearBefore = ({ from, until }: Span): Span => ({
  from: addMonths(from, -12),
  until: addMonths(until, -12),
})

/** Whether a span is one day: the state of things on it. */
export const isOneDay = (span: Span): boolean => lastDay(span) === span.from

/** Whether two spans have a day in common. */
export const overlap = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until
