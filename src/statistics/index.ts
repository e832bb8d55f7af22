/** The door of statistics: control charts, intervals, rates, funnels, raking and suppression. Pure; knows no record. */

export { type ChangeBetweenCounts, changeBetweenCounts, changeWords } from './change.ts'
export { ENOUGH_VALUES } from './chart-limits.ts'
export { type ChartWords, chartSentence, chartSentences, rangeWords } from './chart-sentence.ts'
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
export {
  type Funnel,
  type FunnelArea,
  type FunnelPlace,
  funnel,
  funnelOfRatio,
  funnelOfShare,
  type RatioMethod,
  ranked,
  type ShareMethod,
  squareRootZ,
  winsorisedDispersion,
} from './funnel.ts'
export {
  agrestiCoull,
  byar,
  clopperPearson,
  differenceOfShares,
  type Estimate,
  exactPoisson,
  type Interval,
  logitInterval,
  type Share,
  tInterval,
  tMean,
  wilson,
} from './interval.ts'
export {
  BYAR_FROM,
  type MonthCount,
  type Rate,
  type RatePopulation,
  type RollingYear,
  rate,
  rollingYears,
} from './rate.ts'
export { ROUNDING_RULE, roundedParts } from './rounding.ts'
export {
  type Before,
  type CountTable,
  type HiddenRange,
  type Hiding,
  hiddenRanges,
  type Place,
  type Possible,
  type SuppressionOptions,
  suppress,
} from './suppression.ts'
export {
  type Answer,
  designOf,
  type Margin,
  postStratify,
  type RakingOptions,
  rake,
  type WeightedMean,
  type Weights,
  weightedMean,
} from './weighting.ts'
