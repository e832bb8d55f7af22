/**
 * Funnel limits: how far areas of a given size may lie from the value of their group by chance. After Spiegelhalter,
 * "Funnel plots for comparing institutional performance" (2005) and "Handling over-dispersion" (Qual Saf Health Care 2005).
 */
import { type Refusal, refuse } from '../lib/index.ts'
import { binomialQuantile } from './beta.ts'
import { poissonQuantile } from './gamma.ts'
import { exactPoisson, type Interval, wilsonAround } from './interval.ts'
import { zOf } from './normal.ts'
import { sum } from './sums.ts'

export type ShareMethod = 'normal' | 'wilson' | 'binomial'
export type RatioMethod = 'poisson' | 'chi-square'

/** The limits for a share in a group of `n` where the whole has share `target`: 0 to 1, unclipped by the normal method. */
export function funnelOfShare(
  target: number,
  n: number,
  confidence: number,
  method: ShareMethod = 'binomial',
): Interval {
  const z = zOf(confidence)
  if (method === 'wilson') return wilsonAround(target, n, z)
  if (method === 'normal') {
    const reach = z * Math.sqrt((target * (1 - target)) / n)
    return { low: target - reach, high: target + reach }
  }
  const tail = (1 - confidence) / 2
  return { low: binomialQuantile(tail, n, target) / n, high: binomialQuantile(1 - tail, n, target) / n }
}

/** The limits for observed/expected where `expected` events are expected. Multiply by the rate of the whole for a rate. */
export function funnelOfRatio(
  expected: number,
  confidence: number,
  method: RatioMethod = 'poisson',
): Interval {
  if (method === 'chi-square') {
    const { low, high } = exactPoisson(expected, confidence)
    return { low: low / expected, high: high / expected }
  }
  const tail = (1 - confidence) / 2
  return {
    low: poissonQuantile(tail, expected) / expected,
    high: poissonQuantile(1 - tail, expected) / expected,
  }
}

/** Observed against expected by the square root, which steadies the spread: about a standard normal where chance rules. */
export const squareRootZ = (observed: number, expected: number): number =>
  2 * (Math.sqrt(observed) - Math.sqrt(expected))

/** One area of a comparison. */
export type FunnelArea = { readonly name: string; readonly events: number; readonly population: number }

export type FunnelPlace = FunnelArea & {
  /** Events per head of the population. */
  readonly rate: number
  readonly expected: number
  readonly ratio: number
  /** Limits of the rate per head, at 95 % and at 99.8 %. */
  readonly inner: Interval
  readonly outer: Interval
  readonly z: number
  /** Less what all areas vary beyond chance. */
  readonly adjustedZ: number
  readonly outsideOuter: boolean
  readonly outsideAdjusted: boolean
}

export type Funnel = {
  /** The whole group's events per head. */
  readonly base: number
  /** How many times more than chance the areas vary (winsorised); 1 is chance alone. */
  readonly dispersion: number
  readonly overDispersed: boolean
  readonly places: readonly FunnelPlace[]
}

const INNER = 0.95
const OUTER = 0.998
/** So much at each end of the z scores is drawn in before the dispersion is reckoned. */
const WINSORISED = 0.1
/** From here on areas differ for more than chance, and limits without an adjustment would name most of them. */
const LARGE_DISPERSION = 2

/** The funnel of areas around the rate of all of them together. Areas have populations above nought. */
export function funnel(areas: readonly FunnelArea[]): Funnel {
  const base = sum(areas.map(({ events }) => events)) / sum(areas.map(({ population }) => population))
  const scores = areas.map(({ events, population }) => squareRootZ(events, base * population))
  const dispersion = winsorisedDispersion(scores)
  const spread = Math.sqrt(Math.max(1, dispersion))
  const reach = zOf(OUTER)
  const places = areas.map((area, index) => {
    const expected = base * area.population
    const z = scores[index] ?? 0
    const [inner, outer] = [INNER, OUTER].map((confidence) =>
      scaled(funnelOfRatio(expected, confidence), base),
    )
    if (inner === undefined || outer === undefined) throw new Error('A funnel has two limits')
    const rate = area.events / area.population
    return {
      ...area,
      rate,
      expected,
      ratio: area.events / expected,
      inner,
      outer,
      z,
      adjustedZ: z / spread,
      outsideOuter: rate < outer.low || rate > outer.high,
      outsideAdjusted: Math.abs(z / spread) > reach,
    }
  })
  return { base, dispersion, overDispersed: dispersion >= LARGE_DISPERSION, places }
}

const scaled = ({ low, high }: Interval, by: number): Interval => ({ low: low * by, high: high * by })

/** The mean square of z scores of which the outer tenths are drawn in to the tenth and ninetieth percentile. */
export function winsorisedDispersion(scores: readonly number[]): number {
  if (scores.length === 0) return 1
  const ordered = scores.toSorted((one, other) => one - other)
  const [low, high] = [quantile(ordered, WINSORISED), quantile(ordered, 1 - WINSORISED)]
  return sum(scores.map((z) => Math.min(high, Math.max(low, z)) ** 2)) / scores.length
}

/** Between the two nearest of ordered values, in proportion (Hyndman and Fan's type 7). */
function quantile(ordered: readonly number[], share: number): number {
  const at = (ordered.length - 1) * share
  const below = ordered[Math.floor(at)] ?? 0
  const above = ordered[Math.ceil(at)] ?? below
  return below + (at - Math.floor(at)) * (above - below)
}

/** Places from the highest adjusted score down; refused where areas vary far beyond chance and no adjustment was asked for. */
export function ranked(found: Funnel, adjust: boolean): readonly FunnelPlace[] | Refusal {
  if (found.overDispersed && !adjust)
    return refuse(
      'too-dispersed-to-rank',
      `These areas vary ${found.dispersion.toFixed(1)} times more than chance gives, so most would look exceptional and a ranking would mislead; ask for limits adjusted for over-dispersion, or look for a better base than this population.`,
    )
  return found.places.toSorted((one, other) => other.adjustedZ - one.adjustedZ)
}
