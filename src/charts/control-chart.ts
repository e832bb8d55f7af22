/**
 * A control chart: values over time with the range that is usual for them, and what stands out of it. Drawn as Making
 * Data Count draws XmR charts, but without judging colours: what is unusual differs by shape, and says whether it is
 * high or low, not whether that is good.
 */
import type { LocalDate } from '../lib/index.ts'
import type { ControlChart } from '../statistics/index.ts'
import { type Html, html } from '../web/index.ts'
import { timeScale, timeTicks, valueScale } from './axes.ts'
import { bandsOf, drawBands } from './bands.ts'
import type { Drawing, NumberWords } from './drawing.ts'
import { drawFlags, type Flag, placedFlags } from './flags.ts'
import { drawLegend, type LegendItem, legendRows } from './legend.ts'
import { INK, LINE, layer, rule, words } from './marks.ts'
import { drawPointLabels, drawPoints, drawSeriesLine, pointsOf, type Way, wayOf } from './points.ts'
import { sideLabels, sideWidth } from './side-labels.ts'
import { wordsWidth, wrapped } from './words-room.ts'

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

/** A line below the chart: what its flag stands for. */
export type KeyLine = { number: number; words: string }
export type ControlChartDrawing = Drawing & { key: KeyLine[] }
export type ChartSize = 'wide' | 'narrow'

type Frame = {
  width: number
  font: number
  plotHeight: number
  valueTicks: number
  labels: number
  sideWords: boolean
}
const FRAMES: Record<ChartSize, Frame> = {
  wide: { width: 960, font: 16, plotHeight: 270, valueTicks: 5, labels: 6, sideWords: true },
  narrow: { width: 320, font: 14, plotHeight: 190, valueTicks: 4, labels: 3, sideWords: false },
}

export type Plot = { left: number; right: number; top: number; bottom: number }

/**
 * Draws a control chart for a page about 960 px wide, or for a phone. Events and breaks become numbered flags, told in
 * `key`, oldest first; what lies outside the days of the series has none.
 */
export function controlChartDrawing(parts: ControlChartParts, size: ChartSize = 'wide'): ControlChartDrawing {
  const frame = FRAMES[size]
  const id = size === 'wide' ? parts.id : `${parts.id}-narrow`
  const { title, description, chart } = parts
  const bands = bandsOf(chart, parts.possible)
  const values = [
    ...chart.points.map(({ value }) => value),
    ...bands.flatMap(({ lower, upper }) => [lower, upper]),
    ...(parts.target === null ? [] : [parts.target]),
  ]
  const room = { top: 0, bottom: frame.plotHeight, count: frame.valueTicks, ...parts.possible }
  const measured = valueScale(values, { ...room, number: parts.number, fromZero: parts.fromZero })
  const axisWidth = Math.max(20, ...measured.ticks.map((tick) => wordsWidth(tick.words, frame.font)))
  const side = frame.sideWords ? sideWidth(sideOf(parts, bands), frame.font) : 4
  const left = Math.ceil(axisWidth) + 10
  const right = frame.width - side
  const days = timeScale(
    chart.points.map(({ date }) => date),
    left,
    right,
  )
  const head = heading(parts, measured.fromZero, frame)
  const { flags, rows } = placedFlags(flagsOf(parts), days, { left, right })
  const top = head.length * frame.font * 1.3 + 14 + rows * 24
  const plot: Plot = { left, right, top, bottom: top + frame.plotHeight }
  const scale = valueScale(values, {
    ...room,
    top: plot.top,
    bottom: plot.bottom,
    number: parts.number,
    fromZero: parts.fromZero,
  })
  const points = pointsOf(chart, days, scale)
  const legend = legendRows(legendOf(parts, bands), frame.width, frame.font)
  const ticks = timeTicks(days, frame.font, left - 4, frame.width)
  const axisBottom = plot.bottom + frame.font * (ticks.some(({ below }) => below) ? 2.6 : 1.4) + 8
  const height = Math.ceil(axisBottom + 10 + legend.length * frame.font * 1.5)
  const taken = drawFlags(flags, plot, frame.font)
  const body = html`${head.map((line, index) =>
    words(line, { x: 0, y: frame.font * (1 + index * 1.3), size: frame.font }),
  )}${drawBands(bands, days, scale, plot)}${layer(
    'grid',
    { stroke: LINE },
    scale.ticks.map((tick) => rule(left, tick.at, right, tick.at)),
  )}${scale.ticks.map((tick) =>
    words(tick.words, { x: left - 8, y: tick.at + frame.font * 0.35, size: frame.font, anchor: 'end' }),
  )}${timeAxis(ticks, plot, frame.font)}${targetLine(parts, scale.y, plot)}${taken.drawn}${drawSeriesLine(points, days)}${drawPoints(points, days.step)}${drawPointLabels(
    points,
    { plot, font: frame.font, most: frame.labels, dateWords: parts.dateWords, taken: taken.boxes },
  )}${frame.sideWords ? sideLabels(sideOf(parts, bands), scale.y, { x: right + 8, font: frame.font, plot }) : ''}${drawLegend(legend, axisBottom + frame.font + 4, frame.font)}`
  return { id, title, description, width: frame.width, height, body, key: flags.map(keyLine) }
}

const keyLine = ({ number, words: said }: Flag): KeyLine => ({ number, words: said })

/** Events and breaks with their numbers, oldest first. */
const flagsOf = (parts: ControlChartParts): Omit<Flag, 'number' | 'at' | 'row'>[] =>
  [
    ...parts.annotations.map(({ date, words: said }) => ({ date, words: said, kind: 'event' as const })),
    ...parts.breaks.map(({ date, reason }) => ({ date, words: reason, kind: 'break' as const })),
  ].toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))

/** What the axis shows, and that it does not begin at 0. */
function heading(parts: ControlChartParts, fromZero: boolean, frame: Frame): string[] {
  const caution = 'The scale does not begin at 0'
  const whole = fromZero ? parts.unitWords : `${parts.unitWords} · ${caution.toLowerCase()}`
  if (wordsWidth(whole, frame.font) <= frame.width) return [whole]
  return [...wrapped(parts.unitWords, frame.font, frame.width).slice(0, 3), ...(fromZero ? [] : [caution])]
}

function timeAxis(ticks: ReturnType<typeof timeTicks>, plot: Plot, font: number): Html {
  return html`${layer('axis', { stroke: LINE, width: 1.5 }, [
    rule(plot.left, plot.bottom, plot.right, plot.bottom),
    ...ticks.map((tick) => rule(tick.at, plot.bottom, tick.at, plot.bottom + 6)),
  ])}${ticks.flatMap((tick) => [
    words(tick.words, { x: tick.at, y: plot.bottom + 8 + font, size: font, anchor: 'middle' }),
    tick.below === null
      ? ''
      : words(tick.below, { x: tick.at, y: plot.bottom + 8 + font * 2.2, size: font, anchor: 'middle' }),
  ])}`
}

const targetLine = (parts: ControlChartParts, y: (value: number) => number, plot: Plot): Html =>
  parts.target === null
    ? html``
    : layer(
        'target',
        { stroke: INK, width: 2, dash: '10 5' },
        rule(plot.left, y(parts.target), plot.right, y(parts.target)),
      )

/** The words beside the lines of the last group. */
function sideOf(
  parts: ControlChartParts,
  bands: ReturnType<typeof bandsOf>,
): { value: number; words: string; strong: boolean }[] {
  const last = bands.at(-1)
  const current = last?.group === parts.chart.groups.length - 1 ? last : undefined
  const target =
    parts.target === null
      ? []
      : [{ value: parts.target, words: `target ${parts.number(parts.target)}`, strong: true }]
  if (current === undefined) return target
  const usual = { value: current.mean, words: `usual level ${parts.number(current.mean)}`, strong: false }
  if (current.upper === current.lower) return [...target, usual]
  return [
    ...target,
    { value: current.upper, words: `upper limit ${parts.number(current.upper)}`, strong: false },
    usual,
    { value: current.lower, words: `lower limit ${parts.number(current.lower)}`, strong: false },
  ]
}

/** What a reader must know to read this chart, and nothing that is not on it. */
function legendOf(parts: ControlChartParts, bands: ReturnType<typeof bandsOf>): LegendItem[] {
  const { points, options } = parts.chart
  const of = (way: Way) => points.filter((point) => wayOf(point, options.improvement) === way)
  const [plain, high, low] = [of(null), of('high'), of('low')]
  return [
    { symbol: 'dot', words: plain.length > 0 && bands.length > 0 ? 'as usual' : '' },
    {
      symbol: 'high',
      words: high.length > 0 ? `unusually high${high.some(({ trend }) => trend) ? ', or rising' : ''}` : '',
    },
    {
      symbol: 'low',
      words: low.length > 0 ? `unusually low${low.some(({ trend }) => trend) ? ', or falling' : ''}` : '',
    },
    {
      symbol: bands.some(({ trial }) => trial) ? 'trial' : 'band',
      words:
        bands.length === 0
          ? ''
          : bands.some(({ trial }) => trial)
            ? 'usual range, on trial: few values so far'
            : 'usual range',
    },
    { symbol: 'target', words: parts.target === null ? '' : `target ${parts.number(parts.target)}` },
  ].filter((item): item is LegendItem => item.words !== '')
}
