/**
 * Control charts of single values and their moving ranges (XmR), by the rules of NHS England's Making Data Count as
 * NHSRplotthedots 0.2.2 computes them: which changes of a series are more than its usual variation.
 */
import type { LocalDate } from '../lib/index.ts'
import { groupsOf, limitsOf } from './chart-limits.ts'
import { judged } from './chart-rules.ts'
import { chartWarnings } from './chart-warnings.ts'

/** Which way would be better; neutral where neither more nor less is good by itself. */
export type Direction = 'increase' | 'decrease' | 'neutral'

/** One value of a series. `date` is the first day of the span it is about. */
export type SeriesPoint = { readonly date: LocalDate; readonly value: number }

export type ChartOptions = {
  readonly improvement: Direction
  readonly target: number | null
  /** First days of new groups, each with limits of its own. */
  readonly rebase: readonly LocalDate[]
  /** Limits from the first so many values of each group (12 or more); from all of them where null. */
  readonly fixAfter: number | null
  /** Whether moving ranges far above the usual are left out of the limits, once. */
  readonly screenOutliers: boolean
}

/** What kind of point it is. */
export type PointLabel =
  | 'common_cause'
  | 'special_cause_improvement'
  | 'special_cause_concern'
  | 'special_cause_neutral_high'
  | 'special_cause_neutral_low'

export type ControlPoint = SeriesPoint & {
  /** Which group it belongs to, from 0. */
  readonly group: number
  readonly outside: boolean
  readonly near: boolean
  readonly trend: boolean
  readonly twoOfThree: boolean
  readonly shift: boolean
  /** Which way the rule that names the point says it lies: above or rising, below or falling; null for common cause. */
  readonly side: 'high' | 'low' | null
  readonly label: PointLabel
}

export type ControlGroup = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly n: number
  readonly mean: number
  /** Not clipped at zero. */
  readonly lower: number
  readonly upper: number
  readonly nearLower: number
  readonly nearUpper: number
  /** The mean of the moving ranges that counted; null with fewer than two values. */
  readonly movingRangeMean: number | null
  readonly rangesScreened: number
  /** How many moving ranges there were before any was left out. */
  readonly ranges: number
  /** The mean of all moving ranges, screened or not; null with fewer than two values. */
  readonly movingRangeMeanOfAll: number | null
  /** Screening would have left ranges of nought alone, so nothing was left out. */
  readonly screeningUndone: boolean
  /** Fewer than 12 values: limits on trial. */
  readonly trial: boolean
}

export type Variation =
  | 'common_cause'
  | 'improvement_high'
  | 'improvement_low'
  | 'concern_high'
  | 'concern_low'
  | 'neutral_high'
  | 'neutral_low'

export type Assurance = 'pass' | 'fail' | 'inconsistent' | 'none'

/** What a reader of the chart should know about its limits. */
export type ChartWarning = { readonly code: string; readonly message: string }

export type ControlChart = {
  readonly options: ChartOptions
  readonly groups: readonly ControlGroup[]
  readonly points: readonly ControlPoint[]
  /** Of the last point only. */
  readonly variation: Variation
  /** The target against the limits of the last group. */
  readonly assurance: Assurance
  readonly warnings: readonly ChartWarning[]
}

/**
 * The control chart of a series: mean and limits of each group, what is special about each point, and what a reader
 * should be warned of. Takes values in any order and unit; limits are in that unit and not clipped at zero.
 * Throws where a value is no finite number or two values bear one date: whoever reads figures refuses those before.
 */
export function controlChart(series: readonly SeriesPoint[], options: ChartOptions): ControlChart {
  const ordered = inOrder(series)
  const members = groupsOf(ordered, options.rebase)
  const groups = members.map((points) => limitsOf(points, options))
  const points = members.flatMap((of, index) => {
    const group = groups[index]
    return group === undefined ? [] : judged(of, index, group, options.improvement)
  })
  return {
    options,
    groups,
    points,
    variation: variationOf(points.at(-1)),
    assurance: assuranceOf(groups.at(-1), options),
    warnings: chartWarnings(points, groups, options),
  }
}

function inOrder(series: readonly SeriesPoint[]): SeriesPoint[] {
  const ordered = series.toSorted((one, other) => (one.date < other.date ? -1 : 1))
  ordered.forEach(({ date, value }, index) => {
    if (!Number.isFinite(value)) throw new Error(`The value of ${date} is not a number`)
    if (date === ordered[index + 1]?.date) throw new Error(`Two values bear the date ${date}`)
  })
  return ordered
}

/** Of the last point only: earlier exceptions are history, and the points themselves say so. */
function variationOf(last: ControlPoint | undefined): Variation {
  if (last === undefined) return 'common_cause'
  if (last.label === 'special_cause_neutral_high') return 'neutral_high'
  if (last.label === 'special_cause_neutral_low') return 'neutral_low'
  if (last.label === 'common_cause') return 'common_cause'
  const improved = last.label === 'special_cause_improvement'
  if (last.side === 'high') return improved ? 'improvement_high' : 'concern_high'
  return improved ? 'improvement_low' : 'concern_low'
}

/** Whether the limits of the last group lie wholly on the good side of the target, wholly on the bad one, or across. */
function assuranceOf(group: ControlGroup | undefined, options: ChartOptions): Assurance {
  const { target, improvement } = options
  if (group === undefined || target === null || improvement === 'neutral') return 'none'
  const above = target > group.upper
  const below = target < group.lower
  if (!above && !below) return 'inconsistent'
  return (improvement === 'increase') === above ? 'fail' : 'pass'
}
