/**
 * The gamma family: Poisson and chi-square probabilities and their inverses, to about 1e-13. Densities by Loader's saddle
 * point ("Fast and accurate computation of binomial probabilities", 2000), which loses no digits where counts are large;
 * sums by the series and continued fraction of Abramowitz and Stegun 6.5.29 and 6.5.31 (the latter by Lentz's method).
 */
import { inverse } from './inverse.ts'

/** ln(n!) less Stirling's formula: the small rest that a saddle point needs, for any n > 0. */
export function stirlingRest(n: number): number {
  if (n < 16) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI)
  const n2 = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / n2) / n2) / n2) / n2) / n
}

/** The natural logarithm of the gamma function for a > 0: recurrence up to 16, then Stirling's series. */
export function logGamma(a: number): number {
  if (!(a > 0)) throw new Error(`logGamma needs a number above 0, not ${a}`)
  let product = 1
  let at = a
  while (at < 17) {
    product *= at
    at += 1
  }
  const n = at - 1
  const value = (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + stirlingRest(n)
  return value - Math.log(product)
}

/** x ln(x/m) + m - x without cancellation where x is near m: by the series of Loader's bd0. */
export function deviance(x: number, m: number): number {
  if (x === 0) return m
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x
  const v = (x - m) / (x + m)
  let total = (x - m) * v
  let term = 2 * x * v
  for (let j = 1; j < 1000; j += 1) {
    term *= v * v
    const next = total + term / (2 * j + 1)
    if (next === total) break
    total = next
  }
  return total
}

/** The Poisson probability of k at mean m, for any k >= 0, whole or not (the kernel of gamma densities). */
export function poissonDensity(k: number, m: number): number {
  if (m === 0) return k === 0 ? 1 : 0
  if (k === 0) return Math.exp(-m)
  return Math.exp(-stirlingRest(k) - deviance(k, m)) / Math.sqrt(2 * Math.PI * k)
}

/** The share of a gamma distribution of shape a that lies below x (lower) and above it (upper); each to full precision. */
export function gammaShares(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  if (x < a + 1) {
    const lower = poissonDensity(a, x) * seriesBelow(a, x)
    return { lower, upper: 1 - lower }
  }
  const upper = poissonDensity(a, x) * a * fractionAbove(a, x)
  return { lower: 1 - upper, upper }
}

function seriesBelow(a: number, x: number): number {
  let term = 1
  let total = 1
  for (let n = 1; term > total * 1e-17 && n < 1_000_000; n += 1) {
    term *= x / (a + n)
    total += term
  }
  return total
}

const TINY = 1e-300

function fractionAbove(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / (Math.abs(b) < TINY ? TINY : b)
  let h = d
  for (let n = 1; n < 1_000_000; n += 1) {
    const an = -n * (n - a)
    b += 2
    d = an * d + b
    d = 1 / (Math.abs(d) < TINY ? TINY : d)
    c = b + an / c
    if (Math.abs(c) < TINY) c = TINY
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h
}

/** The x below which a share p of a gamma distribution of shape a lies; scale 1. */
export function gammaQuantile(p: number, a: number): number {
  if (p <= 0) return 0
  if (p >= 1) return Number.POSITIVE_INFINITY
  const far = p > 0.5
  return inverse(
    (x) => {
      const { lower, upper } = gammaShares(a, x)
      return far ? 1 - p - upper : lower - p
    },
    (x) => (x > 0 ? (poissonDensity(a, x) * a) / x : 0),
    0,
    a + 40 * Math.sqrt(a) + 800,
    a,
  )
}

/** The x below which a share p of a chi-square distribution lies. */
export const chiSquareQuantile = (p: number, degrees: number): number => 2 * gammaQuantile(p, degrees / 2)

/** The chance of at most k events at mean m. */
export const poissonAtMost = (k: number, m: number): number => (k < 0 ? 0 : gammaShares(k + 1, m).upper)

/** The least count that at least a share p of a Poisson distribution does not exceed. */
export function poissonQuantile(p: number, m: number): number {
  const wanted = p * (1 - 64 * Number.EPSILON)
  return leastWhole((k) => poissonAtMost(k, m) >= wanted, Math.ceil(m + 40 * Math.sqrt(m) + 800))
}

/** The least whole number from 0 to `most` for which a condition holds that, once it holds, holds on. */
export function leastWhole(holds: (k: number) => boolean, most: number): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
