/**
 * Intervals for shares, counts and means. Shares by Wilson (1927), their difference by Newcombe (1998, method 10), counts
 * exactly by Garwood (1936) or by Byar's approximation. Wald's is not offered: it gives 0 to 0 for none of ten.
 */
import { betaQuantile, tQuantile } from './beta.ts'
import { chiSquareQuantile } from './gamma.ts'
import { normalTails, zOf } from './normal.ts'
import { mean, sum } from './sums.ts'

/** From and to, both in the unit of what is estimated. */
export type Interval = { readonly low: number; readonly high: number }

/** An estimate with its interval. `confidence` is 0.95 for 95 %. */
export type Estimate = Interval & { readonly value: number; readonly confidence: number }

export const USUAL = 0.95
/** That of the outer limits of funnels. */
export const FUNNEL_OUTER = 0.998

function sharesNeed(count: number, of: number): void {
  if (!(Number.isFinite(count) && of > 0 && count >= 0 && count <= of))
    throw new Error(`${count} of ${of} is no share`)
}

/** A share of `count` in `of` (more than nought, not fewer than `count`; both may be weighted), with Wilson's interval. */
export function wilson(count: number, of: number, confidence = USUAL): Estimate {
  sharesNeed(count, of)
  const value = count / of
  return { value, confidence, ...wilsonAround(value, of, zOf(confidence)) }
}

/** Wilson's interval around a share p of n, z standard errors wide; exact at its ends where p is 0 or 1. */
export function wilsonAround(p: number, n: number, z: number): Interval {
  const z2 = z * z
  const centre = p + z2 / (2 * n)
  const reach = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const whole = 1 + z2 / n
  return { low: p === 0 ? 0 : (centre - reach) / whole, high: p === 1 ? 1 : (centre + reach) / whole }
}

/** A share with the exact interval of Clopper and Pearson (1934), which is never too narrow and often too wide. */
export function clopperPearson(count: number, of: number, confidence = USUAL): Estimate {
  sharesNeed(count, of)
  const tail = (1 - confidence) / 2
  return {
    value: count / of,
    confidence,
    low: count === 0 ? 0 : betaQuantile(tail, count, of - count + 1),
    high: count === of ? 1 : betaQuantile(1 - tail, count + 1, of - count),
  }
}

/** A share with the interval of Agresti and Coull (1998), cut to 0 and 1, beyond which no share lies. */
export function agrestiCoull(count: number, of: number, confidence = USUAL): Estimate {
  sharesNeed(count, of)
  const z = zOf(confidence)
  const n = of + z * z
  const p = (count + (z * z) / 2) / n
  const reach = z * Math.sqrt((p * (1 - p)) / n)
  return { value: count / of, confidence, low: Math.max(0, p - reach), high: Math.min(1, p + reach) }
}

/** What is counted, and of how many. */
export type Share = { readonly count: number; readonly of: number }

/** How far the first share lies above the second, with Newcombe's interval and the chance of so much without a difference. */
export function differenceOfShares(
  one: Share,
  other: Share,
  confidence = USUAL,
): Estimate & { readonly chance: number } {
  const first = wilson(one.count, one.of, confidence)
  const second = wilson(other.count, other.of, confidence)
  const value = first.value - second.value
  const pooled = (one.count + other.count) / (one.of + other.of)
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of))
  return {
    value,
    confidence,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
    chance: spread === 0 ? 1 : normalTails(value / spread),
  }
}

function countsNeed(count: number): void {
  if (!(Number.isFinite(count) && count >= 0)) throw new Error(`${count} is no count`)
}

/** A count of events with its exact Poisson interval: what the events expected may be. */
export function exactPoisson(count: number, confidence = USUAL): Estimate {
  countsNeed(count)
  const tail = (1 - confidence) / 2
  return {
    value: count,
    confidence,
    low: count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2,
    high: chiSquareQuantile(1 - tail, 2 * (count + 1)) / 2,
  }
}

/** A count of events with Byar's interval, which is used from ten events on. */
export function byar(count: number, confidence = USUAL): Estimate {
  countsNeed(count)
  const z = zOf(confidence)
  const cube = (c: number, side: 1 | -1): number =>
    c * (1 - 1 / (9 * c) + (side * z) / (3 * Math.sqrt(c))) ** 3
  return { value: count, confidence, low: count === 0 ? 0 : cube(count, -1), high: cube(count + 1, 1) }
}

/** The mean of at least two answers with its t interval, the number of answers and their standard deviation. */
export function tMean(
  values: readonly number[],
  confidence = USUAL,
): Estimate & { readonly n: number; readonly sd: number } {
  const n = values.length
  if (n < 2) throw new Error('A mean has an interval only from two answers on')
  const value = mean(values)
  const sd = Math.sqrt(sum(values.map((one) => (one - value) ** 2)) / (n - 1))
  const reach = (tQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n)
  return { value, confidence, low: value - reach, high: value + reach, n, sd }
}

/** An estimate with its standard error and t interval. `degrees` is the number of answers less one. */
export function tInterval(value: number, se: number, degrees: number, confidence = USUAL): Estimate {
  const reach = tQuantile((1 + confidence) / 2, degrees) * se
  return { value, confidence, low: value - reach, high: value + reach }
}

/** A share between 0 and 1 with a standard error of its own (weighted surveys): the interval is made of its log odds. */
export function logitInterval(share: number, se: number, degrees: number, confidence = USUAL): Estimate {
  if (share <= 0 || share >= 1) return { value: share, confidence, low: share, high: share }
  const odds = Math.log(share / (1 - share))
  const reach = (tQuantile((1 + confidence) / 2, degrees) * se) / (share * (1 - share))
  return { value: share, confidence, low: shareOf(odds - reach), high: shareOf(odds + reach) }
}

const shareOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))
