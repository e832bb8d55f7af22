/**
 * The limits of a group of values in an XmR chart: mean -/+ 2.66 times the mean moving range (Shewhart's constant for
 * ranges of two, 3/1.128), as NHSRplotthedots 0.2.2 computes them, with its one pass of screening.
 */
import type { LocalDate } from '../lib/index.ts'
import type { ChartOptions, ControlGroup, SeriesPoint } from './control-chart.ts'
import { mean } from './sums.ts'

/** Limits lie so many mean moving ranges from the mean. */
const LIMIT = 2.66
/** Near limits lie at two thirds of that. */
const NEAR = 2 * (LIMIT / 3)
/** A moving range is left out unless it is below so many mean moving ranges (the upper limit of a chart of ranges). */
const SCREEN = 3.267
/** Limits from fewer values are on trial; a fixed baseline must have as many. */
export const ENOUGH_VALUES = 12

/** Values that share limits, in order of date: a new group begins at each rebase date that has values on both sides. */
export function groupsOf(ordered: readonly SeriesPoint[], rebase: readonly LocalDate[]): SeriesPoint[][] {
  const starts = [...new Set(rebase)].toSorted()
  const groups: SeriesPoint[][] = []
  let begun = -1
  for (const point of ordered) {
    const reached = starts.filter((start) => start <= point.date).length
    const current = groups.at(-1)
    if (current === undefined || reached !== begun) groups.push([point])
    else current.push(point)
    begun = reached
  }
  return groups
}

/** The moving ranges of values in their order: one fewer than there are values. */
const movingRanges = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)))

/** Mean, limits and near limits of one group, which has at least one value. Not clipped at zero. */
export function limitsOf(points: readonly SeriesPoint[], options: ChartOptions): ControlGroup {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) throw new Error('A group of a chart has no value')
  const fixed = baselineLength(options.fixAfter)
  const base = points.slice(0, fixed ?? points.length).map(({ value }) => value)
  const centre = mean(base)
  const ranges = movingRanges(base)
  const ofAll = ranges.length === 0 ? null : mean(ranges)
  const screened = options.screenOutliers && ofAll !== null ? belowScreen(ranges, ofAll) : ranges
  const undone = (ofAll ?? 0) > 0 && screened.every((range) => range === 0)
  // Limits of no width would call every ordinary value unusual.
  const kept = undone || ofAll === 0 ? ranges : screened
  const movingRangeMean = kept.length === 0 ? null : mean(kept)
  const reach = movingRangeMean ?? 0
  return {
    from: first.date,
    to: last.date,
    n: points.length,
    mean: centre,
    lower: centre - LIMIT * reach,
    upper: centre + LIMIT * reach,
    nearLower: centre - NEAR * reach,
    nearUpper: centre + NEAR * reach,
    movingRangeMean,
    rangesScreened: ranges.length - kept.length,
    ranges: ranges.length,
    movingRangeMeanOfAll: ofAll,
    screeningUndone: undone,
    trial: points.length < ENOUGH_VALUES,
  }
}

/** The baseline as asked where it is long enough to use; null where limits come from all values. */
export const baselineLength = (fixAfter: number | null): number | null =>
  fixAfter !== null && fixAfter >= ENOUGH_VALUES ? Math.floor(fixAfter) : null

/** Once, not again with the new mean. Where all ranges are nought the reference drops each of them. */
const belowScreen = (ranges: readonly number[], ofAll: number): readonly number[] =>
  ranges.filter((range) => range < SCREEN * ofAll)
