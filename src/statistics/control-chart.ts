/**
 * Control charts of single values and their moving ranges (XmR), by the rules of NHS England's Making Data Count as
 * NHSRplotthedots 0.2.2 computes them: which changes of a series are more than its usual variation.
 */
import type { LocalDate } from '../lib/index.ts'

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
