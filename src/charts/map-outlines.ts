/**
 * Outlines of areas on paper: longitude and latitude as they lie flat at the middle latitude (equirectangular), with as
 * many corners as a page needs.
 */
import { type Cell, cornerWeights, meetings, withoutRepeats } from './map-borders.ts'
import type { Spot } from './marks.ts'

export type Position = readonly number[]
type Polygons = readonly (readonly (readonly Position[])[])[]
export type Outline = { path: string; rings: Spot[][] }

/** Corners lie on a grid of a tenth of a unit. */
const GRID = 0.1
/** A border strays at least so far from the true one, in units of the drawing: less is not seen. */
const CLOSEST = 0.15

/**
 * Fits areas into a box from its top, and gives their outlines in the same order, with so many corners in all or little
 * more. Specks that vanish are left out; of an area that vanishes a small square stays.
 */
export function outlinesOf(
  areas: readonly Polygons[],
  box: { left: number; right: number; top: number; bottom: number },
  mostCorners: number,
): { outlines: Outline[]; bottom: number } {
  const project = projection(areas, box)
  const gridded = areas.map((polygons) =>
    polygons.flat().map((ring) =>
      withoutRepeats(
        ring.map((position): Cell => {
          const { x, y } = project.at(position)
          return [Math.round(x / GRID), Math.round(y / GRID)]
        }),
      ),
    ),
  )
  const fixed = meetings(gridded.flat())
  const weighed = gridded.map((rings) => rings.map((ring) => ({ ring, weights: cornerWeights(ring, fixed) })))
  const weights = weighed.flatMap((rings) => rings.flatMap((one) => one.weights))
  const heaviest = weights.toSorted((one, other) => (one < other ? 1 : one > other ? -1 : 0))
  const enough = heaviest[mostCorners] ?? 0
  const tolerance = Math.max(CLOSEST / GRID, enough === Infinity ? 0 : enough)
  const outlines = weighed.map((rings) => {
    const simpler = rings
      .map(({ ring, weights: own }) => ring.filter((_, index) => (own[index] ?? 0) > tolerance))
      .filter((ring) => ring.length >= 3)
    return outlineOf(simpler.length > 0 ? simpler : [speck(rings[0]?.ring[0] ?? [0, 0])])
  })
  return { outlines, bottom: project.bottom }
}

const outlineOf = (rings: readonly Cell[][]): Outline => ({
  path: rings.map(written).join(''),
  rings: rings.map((ring) => ring.map(([x, y]) => ({ x: x * GRID, y: y * GRID }))),
})

function projection(
  areas: readonly Polygons[],
  box: { left: number; right: number; top: number; bottom: number },
) {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [longitude = 0, latitude = 0] of areas.flat(3)) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  if (!(east > west) || !(north > south))
    return { at: () => ({ x: box.left, y: box.top }), bottom: box.top + 20 }
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(
    (box.right - box.left) / ((east - west) * squeeze),
    (box.bottom - box.top) / (north - south),
  )
  const left = (box.left + box.right - (east - west) * squeeze * scale) / 2
  return {
    at: ([longitude = 0, latitude = 0]: Position): Spot => ({
      x: left + (longitude - west) * squeeze * scale,
      y: box.top + (north - latitude) * scale,
    }),
    bottom: box.top + (north - south) * scale,
  }
}

/** A square of 6 units where an area is too small to see. */
function speck([x, y]: Cell): Cell[] {
  const half = 3 / GRID
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

/** A path of steps from corner to corner. */
function written(ring: readonly Cell[]): string {
  let path = ''
  let before: Cell | undefined
  for (const cell of ring) {
    const [x, y] = before === undefined ? cell : [cell[0] - before[0], cell[1] - before[1]]
    const next = short(y / 10)
    path += `${before === undefined ? 'M' : path.endsWith('l') || x < 0 ? '' : ' '}${short(x / 10)}${next.startsWith('-') ? '' : ' '}${next}${before === undefined ? 'l' : ''}`
    before = cell
  }
  return `${path}z`
}

/** ".5" for "0.5". */
const short = (value: number): string => String(Math.round(value * 10) / 10 + 0).replace(/^(-?)0\./, '$1.')

/**
 * A place within the outline for words so wide and high, as near as may be to the middle of it. Looks along lines through
 * the area, which is enough for names.
 */
export function roomForWords(outline: Outline, wide: number, high: number): Spot | undefined {
  const ys = outline.rings.flat().map(({ y }) => y)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  let best: { spot: Spot; room: number } | undefined
  const tries = 24
  for (let index = 1; index < tries; index += 1) {
    const y = top + ((bottom - top) * index) / tries
    const spans = [y - high / 2, y, y + high / 2].map((line) => spansAt(outline.rings, line))
    for (const [from, to] of spans[1] ?? []) {
      const [left, right] = spans.reduce(
        ([a, b], line) => {
          const around = line
            .filter(([start, end]) => start < b && end > a)
            .toSorted((one, other) => other[1] - other[0] - (one[1] - one[0]))[0]
          return around ? [Math.max(a, around[0]), Math.min(b, around[1])] : [0, 0]
        },
        [from, to],
      )
      const central = 1 - Math.abs((y - top) / (bottom - top) - 0.5)
      const room = (right - left) * central
      if (right - left >= wide && (best === undefined || room > best.room))
        best = { spot: { x: (left + right) / 2, y }, room }
    }
  }
  return best?.spot
}

/** Where a level line runs inside, from left to right. */
function spansAt(rings: readonly Spot[][], y: number): [number, number][] {
  const crossings: number[] = []
  for (const ring of rings) {
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length] ?? from
      if (from.y > y === to.y > y) continue
      crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x))
    }
  }
  const sorted = crossings.toSorted((one, other) => one - other)
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => [
    sorted[index * 2] ?? 0,
    sorted[index * 2 + 1] ?? 0,
  ])
}
