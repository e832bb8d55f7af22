/** The door of statistics: control charts, intervals, rates, funnels, raking and suppression. Pure; knows no record. */
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
