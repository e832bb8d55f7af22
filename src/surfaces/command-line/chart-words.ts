/** What `shiremoot chart` prints: the chart as words for people, and as values for programs. */
import {
  type ChartWords,
  type ControlChart,
  type ControlGroup,
  type ControlPoint,
  chartSentences,
} from '../../statistics/index.ts'
import type { ReadSeries } from './chart-series.ts'

/** Numbers as the series has them: whole ones whole (limits of small ones with a digit), others with two digits at most. */
export function formatOf({ points, percent }: ReadSeries): (value: number) => string {
  const whole = points.every(({ value }) => Number.isInteger(value))
  const small = points.every(({ value }) => Math.abs(value) < 100)
  const digits = whole ? (small ? 1 : 0) : 2
  const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits })
  return (value) => {
    const text = format.format(value)
    return `${/[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '')}${percent ? '%' : ''}`
  }
}

/** The words by which a series is told. */
export const wordsOf = (series: ReadSeries): ChartWords => ({
  name: series.name,
  format: formatOf(series),
  dateWords: series.dateWords,
})

const RULES = {
  outside: 'outside the limits',
  trend: 'one of 7 or more rising or falling in a row',
  twoOfThree: 'one of 2 in 3 near a limit',
  shift: 'one of 7 or more on one side of the average in a row',
} as const
const ORDER = ['outside', 'trend', 'twoOfThree', 'shift'] as const

/** The first rule that holds names the point. */
const reason = (point: ControlPoint): string => {
  const rule = ORDER.find((name) => point[name])
  return rule === undefined ? '' : RULES[rule]
}

const LABELS: Readonly<Record<ControlPoint['label'], string>> = {
  common_cause: 'usual variation',
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'high',
  special_cause_neutral_low: 'low',
}

/** The lines for a person: the sentence, the limits, the points that are special, and what to know of them. */
export function chartLines(
  series: ReadSeries,
  chart: ControlChart,
  warnings: readonly { code: string; message: string }[],
): string[] {
  const words = wordsOf(series)
  // The sentence says that limits are on trial already.
  const notes = warnings.filter(({ code }) => code !== 'trial-limits')
  const special = chart.points.filter(({ label }) => label !== 'common_cause')
  return [
    ...chartSentences(chart, words),
    '',
    ...chart.groups.map((group) => groupLine(group, words)),
    ...(special.length === 0
      ? ['', `None of the ${chart.points.length} values is special.`]
      : [
          '',
          `${special.length} of ${chart.points.length} values are special:`,
          ...specialLines(special, words),
        ]),
    ...(notes.length === 0 ? [] : ['', ...notes.map(({ message }) => `Note: ${message}`)]),
  ]
}

const groupLine = (group: ControlGroup, { format, dateWords }: ChartWords): string =>
  `${dateWords(group.from)} to ${dateWords(group.to)}, ${group.n} ${group.n === 1 ? 'value' : 'values'}: average ${format(group.mean)}, limits ${format(group.lower)} to ${format(group.upper)}`

function specialLines(points: readonly ControlPoint[], { format, dateWords }: ChartWords): string[] {
  const cells = points.map((point) => [
    dateWords(point.date),
    format(point.value),
    LABELS[point.label],
    reason(point),
  ])
  const widths = [0, 1, 2].map((at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  return cells.map(([date = '', value = '', label = '', why = '']) =>
    `  ${date.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${label.padEnd(widths[2] ?? 0)}  ${why}`.trimEnd(),
  )
}

/** The value that --json prints; its shape is a promise to programs. */
export const chartValues = (
  series: ReadSeries,
  chart: ControlChart,
  warnings: readonly { code: string; message: string }[],
): unknown => ({
  groups: chart.groups.map(
    ({ from, to, n, mean, lower, upper, nearLower, nearUpper, movingRangeMean, rangesScreened }) => ({
      from,
      to,
      n,
      mean,
      lower,
      upper,
      nearLower,
      nearUpper,
      movingRangeMean,
      rangesScreened,
    }),
  ),
  points: chart.points.map(({ date, value, group, outside, trend, twoOfThree, shift, label }) => ({
    date,
    value,
    group,
    outside,
    trend,
    twoOfThree,
    shift,
    label,
  })),
  variation: chart.variation,
  assurance: chart.assurance,
  sentence: chartSentences(chart, wordsOf(series)).join(' '),
  warnings,
})
