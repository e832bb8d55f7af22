/**
 * The beta family: binomial and Student's t probabilities and their inverses, to about 1e-12. Densities by Loader's
 * saddle point (2000); the incomplete beta function by the continued fraction of DiDonato and Morris (ACM TOMS 708,
 * 1992; in the form of Abramowitz and Stegun 26.5.8), summed by Lentz's method.
 */
import { deviance, leastWhole, stirlingRest } from './gamma.ts'
import { inverse } from './inverse.ts'

/** The binomial probability of k of n at share p, for any 0 <= k <= n, whole or not (the kernel of beta densities). */
export function binomialDensity(k: number, n: number, p: number): number {
  if (p === 0) return k === 0 ? 1 : 0
  if (p === 1) return k === n ? 1 : 0
  if (k === 0) return Math.exp(n * Math.log1p(-p))
  if (k === n) return Math.exp(n * Math.log(p))
  const rest = stirlingRest(n) - stirlingRest(k) - stirlingRest(n - k)
  const away = deviance(k, n * p) + deviance(n - k, n * (1 - p))
  return Math.exp(rest - away) * Math.sqrt(n / (2 * Math.PI * k * (n - k)))
}

/** The share of a beta distribution below x and above it, each to full precision. */
export function betaShares(a: number, b: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x >= 1) return { lower: 1, upper: 0 }
  const kernel = (binomialDensity(a, a + b, x) * (a * b)) / (a + b)
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (kernel / a) * fraction(a, b, x)
    return { lower, upper: 1 - lower }
  }
  const upper = (kernel / b) * fraction(b, a, 1 - x)
  return { lower: 1 - upper, upper }
}

const TINY = 1e-300
const kept = (value: number): number => (Math.abs(value) < TINY ? TINY : value)

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < 1_000_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h
}

/** The x below which a share p of a beta distribution lies. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  const far = p > 0.5
  return inverse(
    (x) => {
      const { lower, upper } = betaShares(a, b, x)
      return far ? 1 - p - upper : lower - p
    },
    (x) => (x > 0 && x < 1 ? (binomialDensity(a, a + b, x) * a * b) / (a + b) / (x * (1 - x)) : 0),
    0,
    1,
    a / (a + b),
  )
}

/** The t below which a share p of Student's t distribution lies. */
export function tQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0
  const tails = 2 * Math.min(p, 1 - p)
  const t = tails < 0.5 ? outerT(tails, degrees) : innerT(1 - tails, degrees)
  return p < 0.5 ? -t : t
}

/** Solved from the end that loses no digits: far out from the tails, near nought from the middle. */
function outerT(tails: number, degrees: number): number {
  const x = betaQuantile(tails, degrees / 2, 0.5)
  return Math.sqrt((degrees * (1 - x)) / x)
}
function innerT(within: number, degrees: number): number {
  const y = betaQuantile(within, 0.5, degrees / 2)
  return Math.sqrt((degrees * y) / (1 - y))
}

/** The chance of at most k of n at share p. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : betaShares(k + 1, n - k, p).upper
}

/** The least count that at least a share `level` of a binomial distribution does not exceed. */
export function binomialQuantile(level: number, n: number, p: number): number {
  const wanted = level * (1 - 64 * Number.EPSILON)
  return leastWhole((k) => binomialAtMost(k, n, p) >= wanted, n)
}
