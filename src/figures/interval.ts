/** What a stated figure can stand for: an interval, half-open where it was rounded (XBRL Calculations 1.1 reads facts so). */
import {
  below,
  compare,
  divided,
  type Exact,
  HALF,
  HUNDRED,
  least,
  minus,
  most,
  negated,
  plus,
  same,
  times,
} from './exact.ts'

/** From `lo` to `hi`; `lo` belongs to it unless `openLo`, `hi` only where `closedHi`. A point has both ends the same. */
export type Interval = {
  readonly lo: Exact
  readonly hi: Exact
  readonly openLo?: boolean
  readonly closedHi?: boolean
}

export const pointAt = (value: Exact): Interval => ({ lo: value, hi: value, closedHi: true })

/** Every value that is rounded to `value` in steps of `step`. */
export const roundedTo = (value: Exact, step: Exact): Interval => ({
  lo: minus(value, times(step, HALF)),
  hi: plus(value, times(step, HALF)),
})

export const isPoint = ({ lo, hi }: Interval): boolean => same(lo, hi)

/** Whether two intervals share a value; a mere touch at an open end is none. */
export function meet(a: Interval, b: Interval): boolean {
  const reaches = (one: Interval, other: Interval): boolean => {
    const order = compare(one.lo, other.hi)
    if (order !== 0) return order < 0
    return (isPoint(one) || one.openLo !== true) && (isPoint(other) || other.closedHi === true)
  }
  return reaches(a, b) && reaches(b, a)
}

/** Whether `a` holds all of `b`, ends aside. */
export const holds = (a: Interval, b: Interval): boolean =>
  compare(a.lo, b.lo) <= 0 && compare(b.hi, a.hi) <= 0

const ends = (a: Interval, b: Interval, lo: Exact, hi: Exact): Interval => ({
  lo,
  hi,
  openLo: a.openLo === true || b.openLo === true,
  closedHi: (isPoint(a) || a.closedHi === true) && (isPoint(b) || b.closedHi === true),
})

export const sumOf = (a: Interval, b: Interval): Interval => ends(a, b, plus(a.lo, b.lo), plus(a.hi, b.hi))

export const turned = (a: Interval): Interval => ({
  lo: negated(a.hi),
  hi: negated(a.lo),
  openLo: !isPoint(a) && a.closedHi !== true,
  closedHi: isPoint(a) || a.openLo !== true,
})

export const difference = (a: Interval, b: Interval): Interval => sumOf(a, turned(b))

/** `part` of `all` in percent; both positive. Undefined where `all` may be zero. */
export function percentOf(part: Interval, all: Interval): Interval | undefined {
  if (all.lo.top <= 0n || part.lo.top < 0n) return undefined
  return ends(part, all, times(HUNDRED, divided(part.lo, all.hi)), times(HUNDRED, divided(part.hi, all.lo)))
}

/** `part` in percent of itself and `others` together; all positive. */
export function percentBeside(part: Interval, others: Interval): Interval | undefined {
  const [low, high] = [plus(part.lo, others.hi), plus(part.hi, others.lo)]
  if (low.top <= 0n || high.top <= 0n || part.lo.top < 0n) return undefined
  return ends(part, others, times(HUNDRED, divided(part.lo, low)), times(HUNDRED, divided(part.hi, high)))
}

/** The sizes of what lies in `a`, whatever its sign. */
export function sizes(a: Interval): Interval {
  if (a.lo.top >= 0n) return a
  if (a.hi.top <= 0n) return turned(a)
  return { lo: { top: 0n, over: 1n }, hi: most(negated(a.lo), a.hi), closedHi: true }
}

/** The least interval that holds both. */
export const hull = (a: Interval, b: Interval): Interval => ({
  lo: least(a.lo, b.lo),
  hi: most(a.hi, b.hi),
  closedHi: (below(a.hi, b.hi) ? b : a).closedHi === true,
})
