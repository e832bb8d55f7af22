/**
 * Twelve months against the twelve before, as the quarterly paper sets them out: in number, per cent or percentage
 * points, and whether chance alone could explain it. The same measure to June and to September are two years.
 */
import { chanceWords } from '../measures/change.ts'
import type { Measure } from '../measures/measure.ts'
import type { Report, Span } from '../measures/observation.ts'
import { spanKey, yearBefore } from '../measures/spans.ts'
import { amountWords, numberWords } from '../measures/value-words.ts'
import type { Told } from './draft.ts'

export type Year = {
  measure: Measure
  span: Span
  /** In the unit of the measure; null where no source gives it. */
  before: number | null
  after: number | null
  /** The value before is the later one less the change that the source states. */
  beforeComputed: boolean
  difference: number | null
  percent: number | null
  points: number | null
  /** Whether it is more than chance alone would bring; null where the source gives too little to tell. */
  clear: boolean | null
  /** Between what the change lies once chance is allowed for; null where nobody can say. */
  chance: { from: number; to: number | null; in: 'percent' | 'points' } | null
  report: Report
}

/** What a measure tells of a year; undefined where it says nothing of it. */
export function yearOf({ measure, telling }: Told, span: Span): Year | undefined {
  const key = spanKey(span)
  const window = telling.windows.find(({ observation }) => spanKey(observation.span) === key)
  const stated = telling.stated.find(
    (change) => spanKey(change.span) === key && spanKey(change.against) === spanKey(yearBefore(span)),
  )
  const report = window?.observation.report ?? stated?.report
  if (report === undefined) return undefined
  const after = window?.observation.cell.value ?? null
  const change = window?.change ?? stated ?? null
  const told = window?.before?.cell.value ?? null
  const isCount = measure.definition.unit.style === 'count'
  const computed = told === null && isCount && after !== null && change?.difference != null
  return {
    measure,
    span,
    before: computed ? after - (change.difference ?? 0) : told,
    after,
    beforeComputed: computed,
    difference: change?.difference ?? null,
    percent: change?.percent ?? null,
    points: change?.points ?? null,
    clear: change?.clear ?? null,
    chance: change?.chance ?? null,
    report,
  }
}

const signed = (words: string, value: number): string => (value > 0 ? `+${words}` : words)

/** "+208", "−5,948"; "not stated". */
export const differenceWords = ({ difference, measure }: Year): string =>
  difference === null
    ? 'not stated'
    : signed(amountWords(difference, { ...measure.definition.unit }), difference)

/** "+11.9%", or "−2.1 points" for a share. */
export function proportionWords({ percent, points }: Year): string {
  if (points !== null) return `${signed(numberWords(points, 1), points)} points`
  return percent === null ? 'not stated' : `${signed(numberWords(percent, 1), percent)}%`
}

export const valueIn = (value: number | null, { measure }: Year): string =>
  value === null ? 'not stated' : amountWords(value, measure.definition.unit)

/** "yes", "no" and "cannot be told", for the column that asks whether it is more than chance. */
export function clearWords({ clear }: Year): string {
  if (clear === null) return 'cannot be told'
  return clear ? 'yes' : 'no'
}

/** What changed, in a sentence that claims no more than chance leaves. */
export function yearSentence(year: Year): string {
  return [`${year.measure.title}: ${changeWords(year)}`, weighedWords(year)].filter(Boolean).join(' ')
}

/** What chance does to the change, with the range; and that it cannot be told, where it cannot. */
function weighedWords({ chance, clear, difference, percent, points }: Year): string {
  if (difference === null && percent === null && points === null) return ''
  if (chance === null && clear === null) return 'Whether chance alone could explain that cannot be told.'
  return chanceWords({ chance, clear })
}

function changeWords(year: Year): string {
  const { before, after, measure, points } = year
  if (points !== null) return pointsWords(year, points)
  const moved = movedWords(year)
  const values =
    before === null || after === null
      ? ''
      : `, from ${amountWords(before, measure.definition.unit)} to ${amountWords(after, measure.definition.unit)}`
  if (moved === '')
    return after === null ? 'nothing is stated.' : `${amountWords(after, measure.definition.unit)}.`
  return `${moved}${values}.`
}

function movedWords({ difference, percent, measure }: Year): string {
  const direction = difference ?? percent
  if (direction === null) return ''
  if (direction === 0) return 'the same number'
  const count =
    difference === null
      ? ''
      : `${amountWords(Math.abs(difference), measure.definition.unit)} ${moreOrFewer(difference)}`
  const share = percent === null ? '' : `${percent < 0 ? 'down' : 'up'} ${numberWords(Math.abs(percent), 1)}%`
  if (count === '') return share
  return share === '' ? count : `${share} (${count})`
}

const moreOrFewer = (difference: number): string => (difference < 0 ? 'fewer' : 'more')

function pointsWords({ before, after, measure }: Year, points: number): string {
  const rate = after === null ? '' : `${amountWords(after, measure.definition.unit)}, `
  const from = before === null ? '' : ` from ${amountWords(before, measure.definition.unit)}`
  return `${rate}${points < 0 ? 'down' : 'up'} ${numberWords(Math.abs(points), 1)} percentage points${from}.`
}

/** The largest first; those of which no number is stated after those with one, by how far they moved. */
export function bySize(one: Year, other: Year): number {
  if ((one.after === null) !== (other.after === null)) return one.after === null ? 1 : -1
  const size = ({ after, difference }: Year): number => after ?? Math.abs(difference ?? 0)
  return size(other) - size(one) || one.measure.title.localeCompare(other.measure.title, 'en')
}
