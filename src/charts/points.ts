/** The values of a control chart: their line, their dots, and the rings and words of those that stand out. */
import type { LocalDate } from '../lib/index.ts'
import type { ControlChart, ControlPoint, Direction } from '../statistics/index.ts'
import { type Html, html } from '../web/index.ts'
import { dayNumber, type TimeScale, type ValueScale } from './axes.ts'
import { type Box, dot, GROUND, INK, layer, polyline, type Spot, triangle, words } from './marks.ts'
import { crosses, overlap, wordsBox } from './words-room.ts'

/** Which way a value stands out; null where it does not. */
export type Way = 'high' | 'low' | null

/** High or low of a point's label, which tells of better and worse where there is a better. */
export function wayOf(point: Pick<ControlPoint, 'label'>, improvement: Direction): Way {
  if (point.label === 'common_cause') return null
  if (point.label === 'special_cause_neutral_high') return 'high'
  if (point.label === 'special_cause_neutral_low') return 'low'
  return (point.label === 'special_cause_improvement') === (improvement === 'increase') ? 'high' : 'low'
}

export type Placed = Spot & { point: ControlPoint; way: Way; distance: number }

/** Where each value lies, and how far it is from its group's usual level. */
export function pointsOf(chart: ControlChart, days: TimeScale, scale: ValueScale): Placed[] {
  return chart.points.map((point) => ({
    point,
    x: days.x(point.date),
    y: scale.y(point.value),
    way: wayOf(point, chart.options.improvement),
    distance: Math.abs(point.value - (chart.groups[point.group]?.mean ?? point.value)),
  }))
}

/** Parts of the line: a missing value and a new group leave a gap. */
function pieces(points: readonly Placed[], days: TimeScale): Placed[][] {
  const found: Placed[][] = []
  for (const point of points) {
    const last = found.at(-1)
    const before = last?.at(-1)
    const joined =
      before !== undefined &&
      before.point.group === point.point.group &&
      dayNumber(point.point.date) - dayNumber(before.point.date) < days.stepDays * 1.5
    if (last && joined) last.push(point)
    else found.push([point])
  }
  return found
}

export const drawSeriesLine = (points: readonly Placed[], days: TimeScale): Html =>
  layer(
    'line',
    { stroke: INK, width: days.step < 5 ? 1.5 : 2 },
    pieces(points, days)
      .filter((piece) => piece.length > 1)
      .map(polyline),
  )

/** Room that a triangle needs beside the next. */
const CLEAR = 11

/** Filled dots; open rings with a small triangle up or down where a value stands out. Crowded triangles are thinned. */
export function drawPoints(points: readonly Placed[], step: number): Html {
  const ring = Math.min(5.5, Math.max(2.6, step * 0.4))
  const special = points.filter(({ way }) => way !== null)
  const shown: Placed[] = []
  for (const point of special) {
    const crowded = shown.some((other) => other.way === point.way && Math.abs(other.x - point.x) < CLEAR)
    if (!crowded) shown.push(point)
  }
  return html`${layer(
    'dots',
    { fill: INK },
    points
      .filter(({ way }) => way === null)
      .map((point) => dot(point, Math.min(3.2, Math.max(1.2, step * 0.3)))),
  )}${layer(
    'rings',
    { fill: GROUND, stroke: INK, width: step < 8 ? 1.5 : 2.2 },
    special.map((point) => dot(point, ring)),
  )}${layer(
    'ways',
    { fill: INK },
    shown.map((point) => triangle(beside(point, ring + 6), 4, point.way === 'high' ? 'up' : 'down')),
  )}`
}

const beside = (point: Placed, distance: number): Spot => ({
  x: point.x,
  y: point.way === 'high' ? point.y - distance : point.y + distance,
})

export type LabelRoom = {
  plot: { left: number; right: number; top: number; bottom: number }
  font: number
  most: number
  dateWords: (date: LocalDate) => string
  taken: readonly Box[]
}

/** Which values are named: those outside the limits, farthest first, then the first of each run. */
function worthNaming(points: readonly Placed[]): Placed[] {
  const outside = points
    .filter(({ point, way }) => way !== null && point.outside)
    .toSorted((one, other) => other.distance - one.distance)
  const starts = points.filter(
    ({ way, point }, index) => way !== null && !point.outside && points[index - 1]?.way !== way,
  )
  return [...outside, ...starts]
}

/** The months of what stands out, where words find room clear of the line and of each other. */
export function drawPointLabels(points: readonly Placed[], room: LabelRoom): Html {
  const taken = [...room.taken]
  const labels: Html[] = []
  for (const point of worthNaming(points)) {
    if (labels.length >= room.most) break
    const said = room.dateWords(point.point.date)
    const place = placesOf(point, room.font).find((at) => {
      const box = wordsBox(said, { ...at, size: room.font })
      return inside(box, room.plot) && !taken.some((other) => overlap(box, other)) && !touches(box, points)
    })
    if (place === undefined) continue
    taken.push(wordsBox(said, { ...place, size: room.font }))
    labels.push(words(said, { ...place, size: room.font, tone: 'ink' }))
  }
  return html`<g class="sm-c-halo" stroke="${GROUND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${labels}</g>`
}

const placesOf = ({ x, y, way }: Placed, font: number): (Spot & { anchor: 'start' | 'middle' | 'end' })[] => {
  const far = way === 'high' ? y - 20 : y + 18 + font * 0.8
  const near = y + font * 0.35
  return [
    { x, y: far, anchor: 'middle' },
    { x: x - 4, y: far, anchor: 'start' },
    { x: x + 4, y: far, anchor: 'end' },
    { x: x + 12, y: near, anchor: 'start' },
    { x: x - 12, y: near, anchor: 'end' },
  ]
}

const inside = (box: Box, plot: LabelRoom['plot']): boolean =>
  box.left >= plot.left && box.right <= plot.right && box.top >= plot.top - 8 && box.bottom <= plot.bottom

/** Whether words would cover a value, its triangle, or the line between two. */
const touches = (box: Box, points: readonly Placed[]): boolean =>
  points.some((point, index) => {
    const next = points[index + 1]
    const mark = { left: point.x - 5, right: point.x + 5, top: point.y - 5, bottom: point.y + 5 }
    const way = beside(point, 11.5)
    const sign = { left: way.x - 4, right: way.x + 4, top: way.y - 4, bottom: way.y + 4 }
    return (
      overlap(box, mark) ||
      (point.way !== null && overlap(box, sign)) ||
      (next !== undefined && crosses(box, point, next))
    )
  })
