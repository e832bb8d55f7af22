/**
 * A control chart: values over time with the range that is usual for them, and what stands out of it. Drawn as Making
 * Data Count draws XmR charts, but without judging colours: what is unusual differs by shape, and says whether it is
 * high or low, not whether that is good.
 */
import { type Html, html } from '../web/index.ts'
import { timeScale, timeTicks, type ValueScale, valueScale } from './axes.ts'
import { bandsOf, drawBands, linesOf, placedBands } from './bands.ts'
import { type ChartSize, type ControlChartParts, FRAMES, type Frame } from './control-chart-parts.ts'
import { legendOf, sideOf } from './control-chart-words.ts'
import type { Drawing } from './drawing.ts'
import { drawFlags, type Flag, placedFlags } from './flags.ts'
import { headingLines } from './heading.ts'
import { drawLegend, legendRows } from './legend.ts'
import { INK, LINE, layer, rule, words } from './marks.ts'
import { drawPointLabels, drawPoints, drawSeriesLine, pointsOf } from './points.ts'
import { sideLabels, sideWidth } from './side-labels.ts'
import { wordsWidth } from './words-room.ts'

/** A line below the chart: what its flag stands for. */
export type KeyLine = { number: number; words: string }
export type ControlChartDrawing = Drawing & { key: KeyLine[] }

export type Plot = { left: number; right: number; top: number; bottom: number }

/**
 * Draws a control chart for a page about 960 px wide, or for a phone. Events and breaks become numbered flags, told in
 * `key`, oldest first; what lies outside the days of the series has none.
 */
export function controlChartDrawing(parts: ControlChartParts, size: ChartSize = 'wide'): ControlChartDrawing {
  const layout = laidOut(parts, FRAMES[size])
  return {
    id: size === 'wide' ? parts.id : `${parts.id}-narrow`,
    title: parts.title,
    description: parts.description,
    width: layout.frame.width,
    height: Math.ceil(layout.axisBottom + 10 + layout.legend.length * layout.frame.font * 1.5),
    body: html`${drawGround(parts, layout)}${drawValues(parts, layout)}`,
    key: layout.flags.map(({ number, words: said }) => ({ number, words: said })),
  }
}

type Layout = ReturnType<typeof laidOut>

/** Where everything goes: the words at both sides decide how much room is left for the plot. */
function laidOut(parts: ControlChartParts, frame: Frame) {
  const { chart, number, fromZero } = parts
  const { font } = frame
  const bands = bandsOf(chart, parts.possible)
  const values = [
    ...chart.points.map(({ value }) => value),
    ...bands.flatMap(({ lower, upper }) => [lower, upper]),
    ...(parts.target === null ? [] : [parts.target]),
  ]
  const scaleIn = (top: number, bottom: number): ValueScale =>
    valueScale(values, { top, bottom, number, fromZero, count: frame.valueTicks, ...parts.possible })
  const measured = scaleIn(0, frame.plotHeight)
  const side = sideOf(parts, bands)
  const left = Math.ceil(Math.max(20, ...measured.ticks.map((tick) => wordsWidth(tick.words, font)))) + 10
  const right = frame.width - (frame.sideWords ? sideWidth(side, font) : 4)
  const days = timeScale(
    chart.points.map(({ date }) => date),
    left,
    right,
  )
  const head = headingLines(parts.unitWords, { font, width: frame.width, fromZero: measured.fromZero })
  const { flags, rows } = placedFlags(flagsOf(parts), days, { left, right })
  const top = head.bottom + 2 + rows * 24
  const plot: Plot = { left, right, top, bottom: top + frame.plotHeight }
  const scale = scaleIn(plot.top, plot.bottom)
  const ticks = timeTicks(days, font, left - 4, frame.width)
  return {
    frame,
    bands: placedBands(bands, days, scale, plot),
    side,
    days,
    head,
    flags,
    plot,
    scale,
    ticks,
    points: pointsOf(chart, days, scale),
    legend: legendRows(legendOf(parts, bands, frame), frame.width, font),
    axisBottom: plot.bottom + font * (ticks.some(({ below }) => below) ? 2.6 : 1.4) + 8,
  }
}

/** Heading, bands, grid, axes and legend. */
function drawGround(parts: ControlChartParts, layout: Layout): Html {
  const { frame, plot, scale } = layout
  const { font } = frame
  const grid = scale.ticks.map((tick) => rule(plot.left, tick.at, plot.right, tick.at))
  const numbers = scale.ticks.map((tick) =>
    words(tick.words, { x: plot.left - 8, y: tick.at + font * 0.35, size: font, anchor: 'end' }),
  )
  const side = frame.sideWords ? sideLabels(layout.side, scale.y, { x: plot.right + 8, font, plot }) : ''
  const legend = drawLegend(layout.legend, layout.axisBottom + font + 4, font)
  return html`${layout.head.drawn}${drawBands(layout.bands)}${layer('grid', { stroke: LINE }, grid)}${numbers}${timeAxis(layout.ticks, plot, font)}${targetLine(parts, scale.y, plot)}${side}${legend}`
}

/** Flags, the line, the values and the words of those that stand out. */
function drawValues(parts: ControlChartParts, layout: Layout): Html {
  const { frame, plot, points, days } = layout
  const flags = drawFlags(layout.flags, plot, frame.font)
  const target = parts.target === null ? [] : [lineAcross(layout.scale.y(parts.target), plot)]
  const labels = drawPointLabels(points, {
    plot,
    font: frame.font,
    most: frame.labels,
    dateWords: parts.dateWords,
    step: days.step,
    taken: flags.boxes,
    lines: [...flags.lines, ...target],
    levels: linesOf(layout.bands),
  })
  return html`${flags.drawn}${drawSeriesLine(points, days)}${drawPoints(points, days.step, plot.bottom)}${labels}`
}

const lineAcross = (y: number, plot: Plot) => ({ from: { x: plot.left, y }, to: { x: plot.right, y } })

/** Events and breaks with their numbers, oldest first. */
const flagsOf = (parts: ControlChartParts): Omit<Flag, 'number' | 'at' | 'row'>[] =>
  [
    ...parts.annotations.map(({ date, words: said }) => ({ date, words: said, kind: 'event' as const })),
    ...parts.breaks.map(({ date, reason }) => ({ date, words: reason, kind: 'break' as const })),
  ].toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))

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
