/**
 * What a reader of a control chart should know of its limits, one plain sentence each. Where we compute otherwise than
 * NHSRplotthedots on purpose (constant values), or would mislead by computing alike (screening that leaves too little,
 * limits below nought), the sentence says so.
 */
import { type LocalDate, longDate } from '../lib/index.ts'
import { baselineLength, ENOUGH_VALUES } from './chart-limits.ts'
import type { ChartOptions, ChartWarning, ControlGroup, ControlPoint } from './control-chart.ts'

/** Leaving out more than this share of the moving ranges makes limits of what little varies. */
const MANY_SCREENED = 0.2
/** Counts whose mean is below this come as often as not as 0, which limits from moving ranges do not suit. */
const SMALL_COUNT = 5

/** The warnings of a chart, in the order of its groups. */
export function chartWarnings(
  points: readonly ControlPoint[],
  groups: readonly ControlGroup[],
  options: ChartOptions,
): ChartWarning[] {
  if (groups.length === 0) return [{ code: 'no-values', message: 'There is no value to draw.' }]
  const neverBelowZero = points.every(({ value }) => value >= 0)
  const counts = neverBelowZero && points.every(({ value }) => Number.isInteger(value))
  return [
    ...asked(points, groups, options),
    ...groups.flatMap((group, index) => {
      const where = groups.length === 1 ? '' : ` of the values from ${longDate(group.from)}`
      const values = points.filter((point) => point.group === index).map(({ value }) => value)
      return [
        ...tooFew(group, where),
        ...constant(group, where),
        ...undone(group, where),
        ...collapsed(group, where),
        ...(neverBelowZero ? belowZero(group, where, counts, values) : []),
      ]
    }),
  ]
}

function asked(
  points: readonly ControlPoint[],
  groups: readonly ControlGroup[],
  options: ChartOptions,
): ChartWarning[] {
  const warnings: ChartWarning[] = []
  const { fixAfter } = options
  if (fixAfter !== null && baselineLength(fixAfter) === null)
    warnings.push({
      code: 'baseline-too-short',
      message: `A fixed baseline needs ${ENOUGH_VALUES} values or more and ${fixAfter} were asked for, so the limits come from all values.`,
    })
  const fixed = baselineLength(fixAfter)
  if (fixed !== null && groups.some(({ n }) => n < fixed))
    warnings.push({
      code: 'baseline-not-complete',
      message: `The baseline of ${fixed} values is not complete yet, so the limits will still move.`,
    })
  const first = points[0]?.date
  const last = points.at(-1)?.date
  for (const day of options.rebase)
    if (first !== undefined && last !== undefined && !between(first, day, last))
      warnings.push({
        code: 'rebase-outside',
        message: `New limits were asked for from ${longDate(day)}, but no values stand on both sides of that day, so nothing was drawn anew.`,
      })
  return warnings
}

const between = (first: LocalDate, day: LocalDate, last: LocalDate): boolean => first < day && day <= last

function tooFew(group: ControlGroup, where: string): ChartWarning[] {
  if (group.movingRangeMean === null)
    return [
      {
        code: 'one-value',
        message: `The limits${where} are that one value itself: variation needs at least two values, and ${ENOUGH_VALUES} to be trusted.`,
      },
    ]
  if (!group.trial) return []
  return [
    {
      code: 'trial-limits',
      message: `The limits${where} are on trial: they come from ${group.n} values, and ${ENOUGH_VALUES} are wanted before they are relied on.`,
    },
  ]
}

function constant(group: ControlGroup, where: string): ChartWarning[] {
  if (group.movingRangeMean !== 0 || group.movingRangeMeanOfAll !== 0) return []
  return [
    {
      code: 'constant-values',
      message: `The values from which the limits${where} come are all the same, so the limits are that value. The reference method gives no limits here.`,
    },
  ]
}

function undone({ screeningUndone }: ControlGroup, where: string): ChartWarning[] {
  if (!screeningUndone) return []
  return [
    {
      code: 'screening-undone',
      message: `Most values${where} are the same as the one before, so leaving out unusual steps would leave limits of no width. All steps were kept. The reference method leaves them out.`,
    },
  ]
}

function collapsed(group: ControlGroup, where: string): ChartWarning[] {
  const { movingRangeMean, movingRangeMeanOfAll, rangesScreened, ranges } = group
  if (movingRangeMean === null || movingRangeMeanOfAll === null || rangesScreened === 0) return []
  const many = rangesScreened > MANY_SCREENED * ranges
  const halved = movingRangeMean < movingRangeMeanOfAll / 2
  if (!many && !halved) return []
  return [
    {
      code: 'screening-collapsed',
      message: `Leaving out unusual steps${where === '' ? '' : where} dropped ${rangesScreened} of ${ranges} and made the limits ${halved ? 'less than half as wide' : 'much narrower'}, so ordinary points may look exceptional. Look at the chart without screening as well.`,
    },
  ]
}

function belowZero(
  group: ControlGroup,
  where: string,
  counts: boolean,
  values: readonly number[],
): ChartWarning[] {
  if (group.lower >= 0) return []
  const shown = `The lower limit${where} comes out below zero (${group.lower.toFixed(2).replace('-', '−')}), where no ${counts ? 'count' : 'value of this series'} can be; it is shown from 0.`
  const small = counts && group.mean < SMALL_COUNT && values.length > 1
  return [
    {
      code: 'lower-limit-below-zero',
      message: small
        ? `${shown} For counts as small as these, look at the days between events or at exact limits for counts instead.`
        : shown,
    },
  ]
}
