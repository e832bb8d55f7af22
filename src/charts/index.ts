/** The door of charts: drawings of what statistics computed, on pages and as SVG and PNG files. Pure; asks nothing. */
export { type ControlChartDrawing, controlChartDrawing, type KeyLine } from './control-chart.ts'
export type { ChartSize, ControlChartParts } from './control-chart-parts.ts'
export type { Drawing, NumberWords } from './drawing.ts'
export { chartKey, figure, standalone } from './figure.ts'
export { axisWords, type NumberStyle, numberWords } from './number-words.ts'
export { png } from './png.ts'
