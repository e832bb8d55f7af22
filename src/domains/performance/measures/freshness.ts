/** How new the figures of a measure are, when the next are due, and how late each was. Pure; days are London's. */
import { addDays, daysBetween, type LocalDate, longDate } from '../../../lib/index.ts'
import type { Definition, Measure } from './measure.ts'
import type { Observation, Span } from './observation.ts'
import { addMonths, bySpan, isOfFrequency, lastDay, monthsIn, monthsOf, spanWords } from './spans.ts'

/** The next span of which figures are due, and by which day. `late` is in days, 0 while it is not. */
export type Due = { span: Span; by: LocalDate; late: number }

export type Freshness = {
  /** The newest span that has a figure; null where there is none yet. */
  newest: Span | null
  /** Null where nobody promised when, or spans follow on one another in no known way. */
  due: Due | null
  /** "Figures to September 2019. The next, of October 2019, are due by 19 January 2020." */
  words: string
}

/** When the figures of one span were due and when they stood; `late` in days, below 0 where they came before. */
export type Lateness = { span: Span; due: LocalDate; came: LocalDate; late: number }

/** A measure, or what lists show of it. */
type Dated = Pick<Measure, 'observations'> & { definition: Pick<Definition, 'frequency' | 'dueAfter'> }

const hasFigure = ({ cell }: Observation): boolean => cell.value !== null || cell.mark === 'suppressed'

/** Those whose spans follow on one another at the measure's frequency, or all where it has none; oldest first. */
function inTurn({ observations, definition: { frequency } }: Dated): Observation[] {
  const own = observations.filter(
    (one) => hasFigure(one) && (frequency === 'irregular' || isOfFrequency(one.span, frequency)),
  )
  return own.toSorted((one, other) => bySpan(one.span, other.span))
}

/** How fresh a measure is on a day. Figures made up to show how things look count like others. */
export function freshnessOf(measure: Dated, today: LocalDate): Freshness {
  const newest = inTurn(measure).at(-1)?.span ?? null
  const due = newest === null ? null : dueAfter(measure, newest, today)
  return { newest, due, words: wordsOf(newest, due) }
}

function dueAfter({ definition }: Dated, newest: Span, today: LocalDate): Due | null {
  const { frequency, dueAfter: days } = definition
  if (frequency === 'irregular' || days === null) return null
  const span = { from: newest.until, until: addMonths(newest.until, monthsOf(frequency)) }
  const by = addDays(span.until, days)
  return { span, by, late: Math.max(0, daysBetween(by, today)) }
}

function wordsOf(newest: Span | null, due: Due | null): string {
  if (newest === null) return 'No figures yet.'
  const to = `Figures to ${lastWords(newest)}.`
  if (due === null) return to
  const next = `The next, of ${spanWords(due.span)},`
  return due.late === 0
    ? `${to} ${next} are due by ${longDate(due.by)}.`
    : `${to} ${next} were due by ${longDate(due.by)} and are ${lateWords(due.late)} late.`
}

/** "3 days", "5 months", "4 years": what is long overdue is not counted in days. */
export function lateWords(days: number): string {
  if (days >= 2 * YEAR) return counted(days / YEAR, 'year')
  return days >= 3 * MONTH ? counted(days / MONTH, 'month') : counted(days, 'day')
}

const YEAR = 365.25
const MONTH = YEAR / 12

const counted = (many: number, unit: string): string => {
  const whole = Math.floor(many)
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}

/** "September 2019" of a month, a quarter or a year that ends with it; the last day of any other span. */
const lastWords = (span: Span): string =>
  monthsIn(span) === null ? longDate(lastDay(span)) : spanWords(span).replace(/^\d+ months to /, '')

/**
 * How late the figures of each span were, oldest first: the day on which its first report stood against the day promised.
 * Spans of which nobody said when their figures stood, and measures without a promise, have none.
 */
export function latenessOf(measure: Dated): Lateness[] {
  const { dueAfter: days, frequency } = measure.definition
  if (days === null || frequency === 'irregular') return []
  return inTurn(measure).flatMap(({ span, report, earlier }) => {
    const stood = [...earlier.map((one) => one.report.asAt), report.asAt].filter((day) => day !== null)
    // Where the first report has no day, a later one would make it seem late that was not.
    if (stood.length < earlier.length + 1) return []
    const [came] = stood.toSorted()
    const due = addDays(span.until, days)
    return came === undefined ? [] : [{ span, due, came, late: daysBetween(due, came) }]
  })
}
