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
export function drawPoints(points: readonly Placed[], step: number, floor: number): Html {
  const ring = ringOf(step)
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
    shown.map((point) => triangle(signOf(point, ring, floor), 4, point.way === 'high' ? 'up' : 'down')),
  )}`
}

/** The radius of a ring: smaller where values are close. */
const ringOf = (step: number): number => Math.min(5.5, Math.max(2.6, step * 0.4))

/** Where the triangle of a value stands: above a high one, below a low one if that is not below the axis. */
function signOf({ x, y, way }: Placed, ring: number, floor: number): Spot {
  const off = ring + 6
  return { x, y: way === 'low' && y + off + 4 <= floor ? y + off : y - off }
}

export type LabelRoom = {
  plot: { left: number; right: number; top: number; bottom: number }
  font: number
  most: number
  dateWords: (date: LocalDate) => string
  /** The usual distance between neighbours. */
  step: number
  /** Boxes and lines that words keep clear of. */
  taken: readonly Box[]
  lines: readonly { from: Spot; to: Spot }[]
  /** Lines that words stand on only where there is no other place. */
  levels: readonly { from: Spot; to: Spot }[]
}

/**
 * Which values are named, one of each run that stands out: the farthest outside the limits, else the first. Those outside
 * come first, farthest first.
 */
function worthNaming(points: readonly Placed[]): Placed[] {
  const runs: Placed[][] = []
  for (const [index, point] of points.entries()) {
    if (point.way === null) continue
    if (points[index - 1]?.way === point.way) runs.at(-1)?.push(point)
    else runs.push([point])
  }
  const reach = (point: Placed): number => (point.point.outside ? point.distance : 0)
  return runs
    .flatMap((run) => run.toSorted((one, other) => reach(other) - reach(one)).slice(0, 1))
    .toSorted((one, other) => reach(other) - reach(one))
}

/** The months of what stands out, where words find room clear of the line and of each other. */
export function drawPointLabels(points: readonly Placed[], room: LabelRoom): Html {
  const taken = [...room.taken]
  const labels: Html[] = []
  for (const point of worthNaming(points)) {
    if (labels.length >= room.most) break
    const said = room.dateWords(point.point.date)
    const places = placesOf(point, room.font)
    const free = (at: (typeof places)[number], over: LabelRoom['lines']): boolean => {
      const box = wordsBox(said, { ...at, size: room.font })
      return (
        inside(box, room.plot) &&
        !taken.some((other) => overlap(box, other)) &&
        !over.some(({ from, to }) => crosses(box, from, to)) &&
        !touches(box, points, room) &&
        !nearerToAnother(box, point, points)
      )
    }
    const place =
      places.find((at) => free(at, [...room.lines, ...room.levels])) ??
      places.find((at) => free(at, room.lines))
    if (place === undefined) continue
    taken.push(wordsBox(said, { ...place, size: room.font }))
    labels.push(words(said, { ...place, size: room.font, tone: 'ink' }))
  }
  return html`<g class="sm-c-halo" stroke="${GROUND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${labels}</g>`
}

const placesOf = ({ x, y, way }: Placed, font: number): (Spot & { anchor: 'start' | 'middle' | 'end' })[] => {
  const far = way === 'high' ? y - 20 : y + 18 + font * 0.8
  const farther = way === 'high' ? far - font : far + font
  const near = y + font * 0.35
  return [
    { x, y: far, anchor: 'middle' },
    { x: x - 4, y: far, anchor: 'start' },
    { x: x + 4, y: far, anchor: 'end' },
    { x, y: farther, anchor: 'middle' },
    { x: x + 12, y: near, anchor: 'start' },
    { x: x - 12, y: near, anchor: 'end' },
  ]
}

const inside = (box: Box, plot: LabelRoom['plot']): boolean =>
  box.left >= plot.left && box.right <= plot.right && box.top >= plot.top - 8 && box.bottom <= plot.bottom

/** Whether words would be read as those of another value that stands out. */
const nearerToAnother = (box: Box, own: Placed, points: readonly Placed[]): boolean =>
  points.some((point) => point.way !== null && point !== own && fromBox(box, point) < fromBox(box, own))

/** How far a spot lies from a box. */
const fromBox = ({ left, right, top, bottom }: Box, { x, y }: Spot): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))

/** Whether words would cover a value, its triangle, or the line between two. */
const touches = (box: Box, points: readonly Placed[], room: LabelRoom): boolean =>
  points.some((point, index) => {
    const next = points[index + 1]
    const mark = { left: point.x - 5, right: point.x + 5, top: point.y - 5, bottom: point.y + 5 }
    const way = signOf(point, ringOf(room.step), room.plot.bottom)
    const sign = { left: way.x - 4, right: way.x + 4, top: way.y - 4, bottom: way.y + 4 }
    return (
      overlap(box, mark) ||
      (point.way !== null && overlap(box, sign)) ||
      (next !== undefined && crosses(box, point, next))
    )
  })
