/** Says whether a stated figure agrees with what its operands give, and how it fails where it does not. */
import {
  below,
  compare,
  cutOff,
  type Exact,
  isZero,
  minus,
  plus,
  roundedToEven,
  roundedUp,
  same,
  times,
  whole,
} from './exact.ts'
import type { Figure } from './figure.ts'
import { type Interval, meet } from './interval.ts'
import type { Severity, Verdict } from './relation.ts'

/** What operands give: computed from their values, from what they stand for, and from what they may stand for. */
export type Recomputed = { readonly point: Exact; readonly stands: Interval; readonly loose: Interval }

export type Judgement = { verdict: Verdict; severity: Severity; discrepancy: Exact | null }

const FINE = { severity: 'none', discrepancy: null } as const

/** Figures.md 2.2: the point rounded to the stated precision, then the intervals, then the zeros read as rounded. */
export function judge(stated: Figure, given: Recomputed): Judgement {
  const { point } = given
  const rounded = [roundedUp(point, stated.ulp), roundedToEven(point, stated.ulp)]
  const exact = compare(stated.stands.lo, stated.stands.hi) === 0
  if (exact ? same(point, stated.value) : rounded.some((each) => same(each, stated.value)))
    return { verdict: 'consistent', ...FINE }
  if (meet(stated.stands, given.stands) || meet(stated.loose, given.loose))
    return { verdict: 'consistent-within-rounding', ...FINE }
  const truncated =
    (!exact || stated.last < 0) &&
    [point, given.stands.lo].some((each) => same(cutOff(each, stated.ulp), stated.value))
  return {
    verdict: 'inconsistent',
    severity: truncated ? 'truncation' : 'error',
    discrepancy: minus(stated.value, point),
  }
}

/**
 * Whether a sum that agrees only by worst-case rounding is over three standard deviations off: the error of honest rounding
 * of n addends and a total has a deviation of one step by the root of (n + 1) / 12 (figures.md 2.3).
 */
export function unlikely(stated: Figure, addends: readonly Figure[], point: Exact): boolean {
  if (stated.approx !== undefined || isZero(stated.ulp)) return false
  const steps = [stated, ...addends].filter(
    (each) => each.approx === undefined && !same(each.stands.lo, each.stands.hi),
  )
  const variance = steps.reduce((sum, { stands }) => {
    const width = minus(stands.hi, stands.lo)
    return plus(sum, times(width, width))
  }, whole(0))
  const off = minus(stated.value, point)
  // off² > 9 · variance / 12
  return below(times(variance, whole(9)), times(times(off, off), whole(12)))
}
