/** A control chart so small that many stand beside each other: the last values, their usual range, and the newest number. */
import type { ControlChart } from '../statistics/index.ts'
import { html } from '../web/index.ts'
import { timeScale, valueScale } from './axes.ts'
import { bandsOf, drawBands, placedBands } from './bands.ts'
import type { Drawing, NumberWords } from './drawing.ts'
import { dot, GROUND, INK, layer, words } from './marks.ts'
import { drawPoints, drawSeriesLine, pointsOf } from './points.ts'
import { wordsWidth } from './words-room.ts'

export type SmallMultipleParts = {
  id: string
  title: string
  description: string
  chart: ControlChart
  /** Short: "18,000", "5.4%". */
  number: NumberWords
  possible: { least: number | null; most: number | null }
}

const WIDTH = 220
const HEIGHT = 70
const FONT = 16
/** So many of the newest values are drawn. */
const SHOWN = 36

/** Draws the newest 36 values, 220 by 70. What is counted and until when is said beside it by whoever shows it. */
export function smallMultiple(parts: SmallMultipleParts): Drawing {
  const points = parts.chart.points.slice(-SHOWN)
  const first = points[0]
  const last = points.at(-1)
  const said = last === undefined ? 'no figures' : parts.number(last.value)
  const room = Math.ceil(wordsWidth(said, FONT, true)) + 10
  const plot = { left: 4, right: Math.max(60, WIDTH - room), top: 12, bottom: HEIGHT - 12 }
  // A group of which only the end is drawn keeps its limits, and its band begins with the first value drawn.
  const bands = bandsOf(parts.chart, parts.possible)
    .filter((band) => first !== undefined && band.to >= first.date)
    .map((band) => ({
      ...band,
      from: first !== undefined && band.from < first.date ? first.date : band.from,
    }))
  const days = timeScale(
    points.map(({ date }) => date),
    plot.left,
    plot.right,
  )
  const values = [...points.map(({ value }) => value), ...bands.flatMap(({ lower, upper }) => [lower, upper])]
  const scale = valueScale(values, {
    ...plot,
    number: parts.number,
    count: 2,
    fromZero: false,
    least: null,
    most: null,
  })
  const placed = pointsOf({ ...parts.chart, points }, days, scale)
  const end = placed.at(-1)
  return {
    id: parts.id,
    title: parts.title,
    description: parts.description,
    width: WIDTH,
    height: HEIGHT,
    body: html`${drawBands(placedBands(bands, days, scale, plot))}${drawSeriesLine(placed, days)}${drawPoints(
      placed.filter(({ way }) => way !== null),
      days.step,
      HEIGHT,
    )}${end === undefined || end.way !== null ? '' : layer('dots', { fill: INK, stroke: GROUND, width: 1 }, dot(end, 4))}${words(
      said,
      { x: plot.right + 6, y: (end?.y ?? HEIGHT / 2) + FONT * 0.35, size: FONT, tone: 'strong' },
    )}`,
  }
}
