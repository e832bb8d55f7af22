/** The door of statistics: control charts, intervals, rates, funnels, raking and suppression. Pure; knows no record. */

export { ENOUGH_VALUES } from './chart-limits.ts'
export { type ChartWords, chartSentence, chartSentences } from './chart-sentence.ts'
export type {
  Assurance,
  ChartOptions,
  ChartWarning,
  ControlChart,
  ControlGroup,
  ControlPoint,
  Direction,
  PointLabel,
  SeriesPoint,
  Variation,
} from './control-chart.ts'
export { controlChart } from './control-chart.ts'
