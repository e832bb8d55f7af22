/** The change between two figures: in number, in per cent or percentage points, and how far chance alone reaches. */
import { longDate } from '../../../lib/index.ts'
import { changeBetweenCounts, differenceOfShares } from '../../../statistics/index.ts'
import { type Implied, impliedCounts } from './implied-counts.ts'
import type { SeriesBreak, Unit } from './measure.ts'
import type { Cell, Observation, Span, StatedChange } from './observation.ts'
import { inSpan, isOneDay, overlap, spanKey, whenWords, yearBefore } from './spans.ts'
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

/** What changed from one observation to another; across a break nothing is compared, and that is said. Null of spans that share days. */
export function changeBetween(
  before: Observation,
  after: Observation,
  { unit, breaks }: { unit: Unit; breaks: readonly SeriesBreak[] },
): Change | null {
  const at = { span: after.span, against: before.span }
  if (before.cell.value === null || after.cell.value === null) return null
  // What both hold would stand on both sides: 24 months are not held against 24 months a year earlier.
  if (overlap(before.span, after.span)) return null
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
    ...(hedged || isOneDay(after.span) ? NOT_BY_CHANCE : chanceOf(before.cell, after.cell, unit)),
  }
  const hedge = hedged
    ? hedgeOf(before.cell.hedge, after.cell.hedge, change.difference ?? change.points ?? 0)
    : null
  return {
    ...change,
    words: [
      `${sizeWords(change, unit, before.cell, hedge)}.`,
      chanceWords(change) || untoldWords(change, unit, hedge),
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** What there is on a day was counted whole: it is no count of events, of which chance brings more or fewer. */
const NOT_BY_CHANCE = { chance: null, clear: null }

type Hedge = 'about' | 'over' | 'under'

/** How exact a difference of hedged values is: "over 270" after 291 is under 21 fewer. */
function hedgeOf(before: Cell['hedge'], after: Cell['hedge'], difference: number): Hedge {
  if (before === 'about' || after === 'about' || difference === 0) return 'about'
  const leans = [lean(after), -lean(before)].filter((one) => one !== 0)
  const [way = 0] = leans
  if (leans.some((one) => one !== way)) return 'about'
  return way === Math.sign(difference) ? 'over' : 'under'
}

const lean = (hedge: Cell['hedge']): number => (hedge === 'over' ? 1 : hedge === 'almost' ? -1 : 0)

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

function sizeWords(
  change: Numbers & Pick<Change, 'against'>,
  unit: Unit,
  before: Cell,
  hedge: Hedge | null,
): string {
  const about = hedge === null ? '' : `${hedge} `
  const when = whenWords(change.against)
  if (change.points !== null) {
    if (numberWords(change.points, PERCENT_DIGITS) === '0.0')
      return `${hedge === null ? 'The' : 'About the'} same as ${when}`
    const size = numberWords(Math.abs(change.points), PERCENT_DIGITS)
    return capital(
      `${about}${size} percentage ${size === '1.0' ? 'point' : 'points'} ${change.points > 0 ? 'more' : 'less'} than ${when}`,
    )
  }
  const difference = change.difference ?? 0
  const size = amountWords(Math.abs(difference), unit)
  // "0.0 more" says nothing: as far as it is shown, it is the same.
  if (size === amountWords(0, unit)) return `${hedge === null ? 'The' : 'About the'} same as ${when}`
  const words = capital(`${about}${size} ${difference > 0 ? 'more' : lessOrFewer(unit)} than ${when}`)
  if (change.percent !== null)
    return `${words} (${hedge === null ? signed(change.percent, '%') : hedgedPercent(change.percent, hedge)})`
  return before.value === 0 ? `${words}, when there were none, so that there is no percentage` : words
}

/** "about 67%", "under 8%": a whole number, rounded the way that keeps the hedge true. */
function hedgedPercent(percent: number, hedge: Hedge): string {
  const size = Math.abs(percent)
  const whole = hedge === 'under' ? Math.ceil(size) : hedge === 'over' ? Math.floor(size) : Math.round(size)
  return whole === 0 ? 'under 1%' : `${hedge} ${whole}%`
}

/** Why no range is given, wherever a change has none. */
function untoldWords(
  { difference, points, chance, clear }: Omit<Change, 'words'>,
  unit: Unit,
  hedge: Hedge | null,
) {
  if (chance !== null || clear !== null || (difference ?? points) === 0) return ''
  if (hedge !== null) return 'The figures are not exact, so nobody can say how far chance alone reaches.'
  return unit.style === 'percent'
    ? 'The numbers behind the shares were not given, so nobody can say how far chance alone reaches.'
    : 'Two such figures alone cannot show whether that is more than the usual ups and downs.'
}

const lessOrFewer = ({ style }: Unit): string => (style === 'count' ? 'fewer' : 'less')

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** How far chance reaches, and what follows of the change; empty where nobody can say. */
export function chanceWords({ chance, clear }: Pick<Change, 'chance' | 'clear'>): string {
  const verdict =
    clear === null
      ? 'too little to tell whether chance could explain it'
      : clear
        ? 'more than chance alone would explain'
        : 'no clear change'
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
  const sizes = sizesStated(stated, unit)
  const after = later?.hedge === null ? later.value : null
  const missing =
    unit.style === 'percent'
      ? 'the numbers behind both shares were'
      : later?.value == null
        ? 'the values were'
        : 'the value before was'
  const said = `${capital(inSpan(span))}: ${sizes.join(', ')} against ${inSpan(against)}, as stated; ${missing} not given`
  const at = { ...NONE, span, against, difference, percent, points }
  const implied =
    unit.style === 'count' && !isOneDay(span) ? impliedCounts({ difference, percent, after }) : undefined
  if (implied === undefined)
    return { ...at, words: `${said}, so nobody can say how far chance alone reaches.` }
  const chance = { ...implied.chance, in: 'percent' as const }
  return { ...at, chance, clear: implied.clear, words: `${said}. ${impliedWords(implied)}` }
}

function sizesStated({ difference, percent, points }: Numbers, unit: Unit): string[] {
  return [
    ...(difference === null
      ? []
      : [`${amountWords(Math.abs(difference), unit)} ${difference < 0 ? lessOrFewer(unit) : 'more'}`]),
    ...(percent === null ? [] : [signed(percent, '%')]),
    ...(points === null ? [] : [`${signed(points, '')} percentage points`]),
  ]
}

/** A stated change in one short sentence, for headlines and lists: its size, its spans, and whether it is more than chance. */
export function statedInShort(change: Change, unit: Unit): string {
  const { span, against, clear } = change
  const than = spanKey(against) === spanKey(yearBefore(span)) ? 'a year before' : inSpan(against)
  const verdict =
    clear === null
      ? 'whether chance could explain it cannot be told'
      : clear
        ? 'more than chance alone would explain'
        : 'no clear change'
  const [size = '', ...rest] = sizesStated(change, unit)
  const sizes = rest.length === 0 ? size : `${size} (${rest.join(', ')})`
  return `${sizes} ${whenWords(span)} against ${than}: ${verdict}.`
}

function impliedWords({ before: { least, greatest }, clear, chance }: Implied): string {
  const size =
    least === greatest
      ? numberWords(least, 0)
      : `between ${numberWords(least, 0)} and ${numberWords(greatest, 0)}`
  return `That means ${size} before. ${chanceWords({ chance: { ...chance, in: 'percent' }, clear })}`
}
