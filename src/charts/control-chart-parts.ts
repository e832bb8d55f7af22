/** What a control chart is drawn from, and the two sizes in which it is drawn. */
import type { LocalDate } from '../lib/index.ts'
import type { ControlChart } from '../statistics/index.ts'
import type { NumberWords } from './drawing.ts'

export type ControlChartParts = {
  /** Unique on its page. The narrow drawing's is the same with "-narrow". */
  id: string
  title: string
  description: string
  chart: ControlChart
  /** Short: "18,000", "5.4%". What it is per stands in `unitWords`. */
  number: NumberWords
  /** What is counted, above the axis: "Crimes recorded each month". */
  unitWords: string
  /** A span by its first day: "June 2018". */
  dateWords: (date: LocalDate) => string
  /** Events that a reader should know of. They explain nothing by themselves. */
  annotations: readonly { date: LocalDate; words: string }[]
  /** Where the figures are not comparable with those before, and where limits were drawn anew: with the reason. */
  breaks: readonly { date: LocalDate; reason: string }[]
  target: number | null
  /** Whether the scale must begin at 0. */
  fromZero: boolean
  /** What values there can be: { least: 0, most: null } for counts. Limits beyond are drawn at it. */
  possible: { least: number | null; most: number | null }
}

export type ChartSize = 'wide' | 'narrow'

export type Frame = {
  width: number
  font: number
  plotHeight: number
  valueTicks: number
  labels: number
  sideWords: boolean
}
export const FRAMES: Record<ChartSize, Frame> = {
  wide: { width: 960, font: 16, plotHeight: 270, valueTicks: 5, labels: 6, sideWords: true },
  narrow: { width: 320, font: 14, plotHeight: 190, valueTicks: 4, labels: 3, sideWords: false },
}
