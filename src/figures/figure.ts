/** A figure found in a paper: what it says, where, and which values it can stand for. */
import {
  below,
  type Exact,
  fraction,
  HUNDRED,
  minus,
  negated,
  plus,
  size,
  tenTo,
  times,
  written,
} from './exact.ts'
import { hull, type Interval, pointAt, roundedTo, turned } from './interval.ts'
import type { Stated } from './relation.ts'

/** Pounds, percent, percentage points, or a count of anything. */
export type Unit = 'GBP' | '%' | 'points' | null

/** A number as its own characters state it. */
export type Bare = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: Exact
  readonly unit: Unit
  /** The power of ten of the last stated digit. */
  readonly last: number
  /** How many zeros end a number that has no decimals. */
  readonly zeros: number
  /** Whether it is plain: no "million" and no "k" beside its digits. */
  readonly plain: boolean
  /** Whether brackets enclose it; in a table that makes it negative. */
  readonly bracketed: boolean
}

/** "about" five percent either way, "over" up to a tenth more, "under" down to a tenth less (figures.md 2.5). */
export type Around = 'about' | 'over' | 'under'

export type Figure = Bare & {
  readonly ulp: Exact
  /** What it states. */
  readonly stands: Interval
  /** What it states when the zeros at its end, or its pence, are read as rounded. */
  readonly loose: Interval
  readonly approx?: string
  /** What it measures, where that is time or distance: "minutes" counts no people. */
  readonly measure?: string
}

/** Whether two figures can be part and whole: of one unit, and neither of them time where the other is not. */
export const alike = (one: Figure, other: Figure): boolean =>
  one.unit === other.unit && one.measure === other.measure

const TWENTIETH = fraction(1n, 20n)
const TENTH = fraction(1n, 10n)

function widened(reach: Exact, around: Around): Interval {
  if (around === 'about')
    return {
      lo: minus(reach, times(reach, TWENTIETH)),
      hi: plus(reach, times(reach, TWENTIETH)),
      closedHi: true,
    }
  if (around === 'over') return { lo: reach, hi: plus(reach, times(reach, TENTH)) }
  return { lo: minus(reach, times(reach, TENTH)), hi: reach, openLo: true, closedHi: true }
}

/** Bare counts and amounts with pence are exact; everything else was rounded to its last digit (figures.md 2.1). */
function standing(bare: Bare, reach: Exact, ulp: Exact): Interval {
  if (bare.plain && bare.unit === null && bare.last >= 0) return pointAt(reach)
  if (bare.plain && bare.unit === 'GBP' && bare.last === -2) return pointAt(reach)
  return roundedTo(reach, ulp)
}

function loosely(bare: Bare, reach: Exact, ulp: Exact): Interval {
  if (bare.unit === '%' || bare.unit === 'points') return roundedTo(reach, ulp)
  if (bare.zeros > 0 && !(bare.plain && below(reach, HUNDRED)))
    return roundedTo(reach, tenTo(bare.last + bare.zeros))
  if (bare.unit === 'GBP') return roundedTo(reach, ulp)
  return standing(bare, reach, ulp)
}

/** A figure of a number and the word before it that makes it approximate, where there is one. */
export function figureOf(bare: Bare, approx?: { word: string; around: Around }): Figure {
  const reach = size(bare.value)
  const signed = (interval: Interval): Interval => (bare.value.top < 0n ? turned(interval) : interval)
  const ulp = tenTo(bare.last)
  const exact = standing(bare, reach, ulp)
  if (!approx) return { ...bare, ulp, stands: signed(exact), loose: signed(loosely(bare, reach, ulp)) }
  const wide = signed(hull(exact, widened(reach, approx.around)))
  return { ...bare, ulp, stands: wide, loose: wide, approx: approx.word }
}

/** The figure as a relation gives it, in the part it plays there. */
export const statedOf = (figure: Figure, role: string): Stated => ({
  role,
  text: figure.text,
  start: figure.start,
  end: figure.end,
  value: written(figure.value),
  unit: figure.unit,
  ulp: written(figure.ulp),
  lo: written(figure.stands.lo),
  hi: written(figure.stands.hi),
  ...(figure.approx === undefined ? {} : { approx: figure.approx }),
})

/** The size of a figure without its sign. */
export const unsigned = (figure: Figure): Figure =>
  figure.value.top < 0n
    ? {
        ...figure,
        value: negated(figure.value),
        stands: turned(figure.stands),
        loose: turned(figure.loose),
      }
    : figure
