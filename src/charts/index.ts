/** The door of charts: drawings of what statistics computed, on pages and as SVG and PNG files. Pure; asks nothing. */
export {
  type ChartSize,
  type ControlChartDrawing,
  type ControlChartParts,
  controlChartDrawing,
  type KeyLine,
} from './control-chart.ts'
export type { Drawing, NumberWords } from './drawing.ts'
export { chartKey, figure, standalone } from './figure.ts'
export { axisWords, type NumberStyle, numberWords } from './number-words.ts'
export { png } from './png.ts'
