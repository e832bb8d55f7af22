/** The change between two figures: in number, in per cent or percentage points, and how far chance alone reaches. */
import { longDate } from '../../../lib/index.ts'
import { changeBetweenCounts, differenceOfShares } from '../../../statistics/index.ts'
import { type Implied, impliedCounts } from './implied-counts.ts'
import type { SeriesBreak, Unit } from './measure.ts'
import type { Cell, Observation, Span, StatedChange } from './observation.ts'
import { isOneDay, lastDay, spanWords } from './spans.ts'
import { amountWords, numberWords } from './value-words.ts'

/** A change between two spans, with what chance would do to it. */
export type Change = {
  span: Span
  against: Span
  /** In the unit of the measure. */
  difference: number | null
  percent: number | null
  /** Percentage points, for shares. */
  points: number | null
  /** Between what the change lies once chance is allowed for (95 %); null where nobody can say. */
  chance: { from: number; to: number | null; in: 'percent' | 'points' } | null
  /** Whether the change is more than chance; null where nobody can say. */
  clear: boolean | null
  /** "5,948 fewer than in the 12 months to September 2018 (−3.0%). Allowing for chance, …" */
  words: string
}

const NONE = { difference: null, percent: null, points: null, chance: null, clear: null }

/** Per cent are shown with one digit after the point, and computed with all. */
const PERCENT_DIGITS = 1

/** "+11.9%", "−3.0%". */
export const signed = (value: number, end: string): string =>
  `${value > 0 ? '+' : ''}${numberWords(value, PERCENT_DIGITS)}${end}`

/** What changed from one observation to another; across a break nothing is compared, and that is said. */
export function changeBetween(
  before: Observation,
  after: Observation,
  { unit, breaks }: { unit: Unit; breaks: readonly SeriesBreak[] },
): Change | null {
  const at = { span: after.span, against: before.span }
  if (before.cell.value === null || after.cell.value === null) return null
  const broken = breaks.find(({ date }) => date > before.span.from && date < after.span.until)
  if (broken !== undefined)
    return {
      ...at,
      ...NONE,
      words: `Not compared with ${inSpan(before.span)}, because the figures from ${longDate(broken.date)} on are not comparable with those before: ${broken.reason}`,
    }
  const numbers = numbersOf(before.cell, after.cell, unit)
  const hedged = before.cell.hedge !== null || after.cell.hedge !== null
  const change = {
    ...at,
    ...numbers,
    ...(hedged ? { chance: null, clear: null } : chanceOf(before.cell, after.cell, unit)),
  }
  return {
    ...change,
    words: [`${sizeWords(change, unit, before.cell, hedged)}.`, chanceWords(change)]
      .filter(Boolean)
      .join(' '),
  }
}

type Numbers = Pick<Change, 'difference' | 'percent' | 'points'>

function numbersOf(before: Cell, after: Cell, { style }: Unit): Numbers {
  const difference = (after.value ?? 0) - (before.value ?? 0)
  if (style === 'percent') return { difference: null, percent: null, points: difference }
  const percent = before.value === null || before.value <= 0 ? null : (difference / before.value) * 100
  return { difference, percent, points: null }
}

const isCount = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value >= 0

function chanceOf(before: Cell, after: Cell, { style }: Unit): Pick<Change, 'chance' | 'clear'> {
  if (style === 'count' && isCount(before.value) && isCount(after.value)) {
    const { ratio, moreThanChance, percent } = changeBetweenCounts(before.value, after.value)
    const to = ratio.high === null ? null : (ratio.high - 1) * 100
    return {
      chance: percent === null ? null : { from: (ratio.low - 1) * 100, to, in: 'percent' },
      clear: moreThanChance,
    }
  }
  if (style !== 'percent' || before.events === null || after.events === null)
    return { chance: null, clear: null }
  if (!before.base || !after.base || before.events > before.base || after.events > after.base)
    return { chance: null, clear: null }
  const { low, high } = differenceOfShares(
    { count: after.events, of: after.base },
    { count: before.events, of: before.base },
  )
  return { chance: { from: low * 100, to: high * 100, in: 'points' }, clear: low > 0 || high < 0 }
}

/** "the 12 months to June 2018", "24 September 2018". */
export const inSpan = (span: Span): string => {
  const words = spanWords(span)
  return /^\d+ months/.test(words) ? `the ${words}` : words
}

const thanIn = (span: Span): string =>
  isOneDay(span) ? `on ${longDate(lastDay(span))}` : `in ${inSpan(span)}`

function sizeWords(
  change: Numbers & Pick<Change, 'against'>,
  unit: Unit,
  before: Cell,
  hedged: boolean,
): string {
  const about = hedged ? 'about ' : ''
  const when = thanIn(change.against)
  if (change.points !== null) {
    if (numberWords(change.points, PERCENT_DIGITS) === '0.0')
      return `${hedged ? 'About the' : 'The'} same as ${when}`
    const size = numberWords(Math.abs(change.points), PERCENT_DIGITS)
    return capital(
      `${about}${size} percentage ${size === '1.0' ? 'point' : 'points'} ${change.points > 0 ? 'more' : 'less'} than ${when}`,
    )
  }
  const difference = change.difference ?? 0
  if (difference === 0) return `${hedged ? 'About the' : 'The'} same as ${when}`
  const size = amountWords(Math.abs(difference), unit)
  const words = capital(`${about}${size} ${difference > 0 ? 'more' : lessOrFewer(unit)} than ${when}`)
  if (change.percent !== null) return `${words} (${about}${signed(change.percent, '%')})`
  return before.value === 0 ? `${words}, when there were none, so that there is no percentage` : words
}

const lessOrFewer = ({ style }: Unit): string => (style === 'count' ? 'fewer' : 'less')

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function chanceWords({ chance, clear }: Pick<Change, 'chance' | 'clear'>): string {
  const verdict = clear === true ? 'more than chance alone would explain' : 'no clear change'
  if (chance === null) return clear === null ? '' : `${capital(verdict)}.`
  const end = chance.in === 'percent' ? '%' : ' percentage points'
  const from = signed(chance.from, chance.in === 'percent' ? '%' : '')
  if (chance.to === null) return `Allowing for chance, ${from} or more: ${verdict}.`
  return `Allowing for chance, between ${from} and ${signed(chance.to, end)}: ${verdict}.`
}

/**
 * A change that a source states without both its values, in the same words. What chance would do to it follows where the
 * number and the per cent, or the later value, leave only one size for the counts.
 */
export function statedChange(stated: StatedChange, unit: Unit, later: Cell | null = null): Change {
  const { span, against, difference, percent, points } = stated
  const sizes = [
    ...(difference === null
      ? []
      : [`${amountWords(Math.abs(difference), unit)} ${difference < 0 ? lessOrFewer(unit) : 'more'}`]),
    ...(percent === null ? [] : [signed(percent, '%')]),
    ...(points === null ? [] : [`${signed(points, '')} percentage points`]),
  ]
  const said = `${capital(inSpan(span))}: ${sizes.join(', ')} against ${inSpan(against)}, as stated; the values were not given.`
  const after = later?.hedge === null ? later.value : null
  const implied = unit.style === 'count' ? impliedCounts({ difference, percent, after }) : undefined
  const words = implied === undefined ? said : `${said} ${impliedWords(implied)}`
  return { ...NONE, span, against, difference, percent, points, clear: implied?.clear ?? null, words }
}

function impliedWords({ before: { least, greatest }, clear }: Implied): string {
  const size =
    least === greatest
      ? numberWords(least, 0)
      : `between ${numberWords(least, 0)} and ${numberWords(greatest, 0)}`
  const verdict =
    clear === null
      ? 'too little to tell whether chance could explain it'
      : chanceWords({ chance: null, clear }).toLowerCase().replace(/\.$/, '')
  return `That means ${size} before: ${verdict}.`
}
