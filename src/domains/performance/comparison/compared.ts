/**
 * A force beside its most similar forces: the group's average is the plain mean of its members' rates with the force itself
 * among them, not one rate of all their people together, as HMICFRS reckons it. A difference counts as more than chance only
 * where its interval leaves out nought.
 */
import { type Funnel, funnel } from '../../../statistics/index.ts'
import type { Breakdown } from '../measures/measure.ts'
import type { Report, Span } from '../measures/observation.ts'
import { bySpan, lastDay, spanKey } from '../measures/spans.ts'
import { type ComparisonGroup, forceKey, groupOn } from './comparison-group.ts'
import {
  type ComparedIn,
  comparedIn,
  type ForceFigure,
  type ForceFigures,
  forceFigures,
} from './force-figure.ts'

export type GroupMean = {
  group: ComparisonGroup
  /** The members with a figure, the force itself among them, by name. */
  figures: ForceFigure[]
  /** Members without a figure in this span. */
  missing: string[]
  mean: number
  /** The force's figure less the mean, with the interval of chance; null where a figure has no numbers behind it. */
  difference: { value: number; low: number; high: number; clear: boolean } | null
}

export type National =
  /** As printed for England and Wales. */
  | { how: 'stated'; value: number }
  /** All forces with numbers taken together. */
  | { how: 'together'; value: number; forces: number }

export type Compared = {
  span: Span
  spans: Span[]
  in: ComparedIn
  report: Report
  own: ForceFigure | null
  forces: ForceFigure[]
  withoutFigure: string[]
  /** Why there is no mean: nobody named the group, it has none, or its members have no figures. */
  mean: GroupMean | 'no-group' | 'has-none' | 'no-figures'
  national: National | null
  /** Null with too few forces, or for shares of which few are small. */
  funnel: Funnel | null
}

/** Fewer forces than this make no funnel: their spread says nothing of what is usual. */
const ENOUGH_FORCES = 10

/** All that is compared in one span, the newest unless asked; undefined where the breakdown has none. `force` names the own force in any way. */
export function compared(
  breakdown: Breakdown,
  groups: readonly ComparisonGroup[],
  force: readonly string[],
  asked: Span | null,
): Compared | undefined {
  const spans = breakdown.rows.map(({ span }) => span).toSorted((one, other) => bySpan(other, one))
  const span = spans.find((each) => asked !== null && spanKey(each) === spanKey(asked)) ?? spans[0]
  const row = breakdown.rows.find((each) => span !== undefined && spanKey(each.span) === spanKey(span))
  if (span === undefined || row === undefined) return undefined
  const figures = forceFigures(breakdown, span)
  const keys = force.map(forceKey)
  const own = figures.forces.find(({ key }) => keys.includes(key)) ?? null
  const how = comparedIn(breakdown.measure.unit)
  return {
    span,
    spans,
    in: how,
    report: row.report,
    own,
    forces: figures.forces,
    withoutFigure: figures.withoutFigure,
    mean: own === null ? 'no-figures' : meanOf(own, figures, groupOn(groups, own.name, lastDay(span))),
    national: nationalOf(figures, how),
    funnel: funnelOf(figures, how),
  }
}

/** The plain mean of the group with the force itself in it. */
export function meanOf(
  own: ForceFigure,
  { forces }: Pick<ForceFigures, 'forces'>,
  group: ComparisonGroup | undefined,
): Compared['mean'] {
  if (group === undefined) return 'no-group'
  if (group.members.length === 0) return 'has-none'
  const keys = new Set(group.members.map(forceKey))
  const others = forces.filter(({ key }) => keys.has(key) && key !== own.key)
  if (others.length === 0) return 'no-figures'
  const found = new Set(others.map(({ key }) => key))
  const figures = forces.filter((each) => each === own || found.has(each.key))
  const mean = figures.reduce((sum, { value }) => sum + value, 0) / figures.length
  return {
    group,
    figures,
    missing: group.members.filter((name) => !found.has(forceKey(name))),
    mean,
    difference: differenceOf(own, others, mean),
  }
}

/**
 * The force less the mean of k rates of which it is one. Independent counts: its own part varies (1 − 1/k) times, each other
 * 1/k times. Half an interval stands for 1.96 standard errors.
 */
function differenceOf(
  own: ForceFigure,
  others: readonly ForceFigure[],
  mean: number,
): GroupMean['difference'] {
  const count = others.length + 1
  const reaches = [own, ...others].map(({ interval }) =>
    interval === null ? null : (interval.high - interval.low) / 2,
  )
  const known = reaches.filter((reach) => reach !== null)
  if (known.length < reaches.length) return null
  const weighted = known.map((reach, index) => (index === 0 ? reach * (1 - 1 / count) : reach / count))
  const reach = Math.hypot(...weighted)
  const value = own.value - mean
  return { value, low: value - reach, high: value + reach, clear: Math.abs(value) > reach }
}

function nationalOf({ forces, national }: ForceFigures, { per }: ComparedIn): National | null {
  if (national !== null) return { how: 'stated', value: national.value }
  const counted = forces.flatMap(({ events, base }) =>
    events === null || base === null ? [] : [{ events, base }],
  )
  if (counted.length < ENOUGH_FORCES) return null
  const [events, base] = [
    counted.reduce((sum, each) => sum + each.events, 0),
    counted.reduce((sum, each) => sum + each.base, 0),
  ]
  return { how: 'together', value: (events / base) * per, forces: counted.length }
}

/** Limits of counts hold for events that are rare among the people they are counted of; shares have none here. */
function funnelOf({ forces }: ForceFigures, { style }: ComparedIn): Funnel | null {
  if (style === 'percent') return null
  const areas = forces.flatMap(({ name, events, base }) =>
    events === null || base === null ? [] : [{ name, events, population: base }],
  )
  return areas.length < ENOUGH_FORCES ? null : funnel(areas)
}
