/**
 * Outlines of areas on paper: longitude and latitude as they lie flat at the middle latitude (equirectangular), rounded to
 * one grid for all, so that neighbours keep their common border, and as short as a page needs.
 */
import type { Spot } from './marks.ts'

export type Position = readonly number[]
type Polygons = readonly (readonly (readonly Position[])[])[]
export type Outline = { path: string; rings: Spot[][] }

/** The finest grid, in units of the drawing, and how much coarser each try is. */
const FINEST = 0.25
const COARSER = 1.4
const COARSEST = 4

/**
 * Fits areas into a box from its top, and gives their outlines in the same order, within so many bytes in all where the
 * grid can be made coarse enough. Specks that vanish on the grid are left out; of an area that vanishes a small square stays.
 */
export function outlinesOf(
  areas: readonly Polygons[],
  box: { left: number; right: number; top: number; bottom: number },
  mostBytes: number,
): { outlines: Outline[]; bottom: number } {
  const project = projection(areas, box)
  for (let grid = FINEST; ; grid *= COARSER) {
    const outlines = areas.map((polygons) => outlineOf(polygons, project.at, grid))
    const bytes = outlines.reduce((sum, { path }) => sum + path.length, 0)
    if (bytes <= mostBytes || grid > COARSEST) return { outlines, bottom: project.bottom }
  }
}

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

type Cell = readonly [number, number]

function outlineOf(polygons: Polygons, at: (position: Position) => Spot, grid: number): Outline {
  const rings = polygons
    .flat()
    .map((ring) =>
      simpler(
        ring.map((position): Cell => {
          const { x, y } = at(position)
          return [Math.round(x / grid), Math.round(y / grid)]
        }),
      ),
    )
    .filter((ring) => ring.length >= 3)
  const kept = rings.length > 0 ? rings : [speck(polygons, at, grid)]
  return {
    path: kept.map((ring) => written(ring, grid)).join(''),
    rings: kept.map((ring) => ring.map(([x, y]) => ({ x: x * grid, y: y * grid }))),
  }
}

/** A square of 6 units where an area is too small to see. */
function speck(polygons: Polygons, at: (position: Position) => Spot, grid: number): Cell[] {
  const { x, y } = at(polygons[0]?.[0]?.[0] ?? [])
  const [column, row, half] = [Math.round(x / grid), Math.round(y / grid), Math.ceil(3 / grid)]
  return [
    [column - half, row - half],
    [column + half, row - half],
    [column + half, row + half],
    [column - half, row + half],
  ]
}

/** Without repeats, without spots on the straight line between their neighbours, and without the last, which is the first. */
function simpler(ring: readonly Cell[]): Cell[] {
  const kept: Cell[] = []
  for (const cell of ring) {
    const last = kept.at(-1)
    if (last && last[0] === cell[0] && last[1] === cell[1]) continue
    const before = kept.at(-2)
    if (last && before && straight(before, last, cell)) kept.pop()
    const now = kept.at(-1)
    if (!(now && now[0] === cell[0] && now[1] === cell[1])) kept.push(cell)
  }
  const [first, last] = [kept[0], kept.at(-1)]
  if (first && last && kept.length > 1 && first[0] === last[0] && first[1] === last[1]) kept.pop()
  return kept
}

const straight = (one: Cell, two: Cell, three: Cell): boolean =>
  (two[0] - one[0]) * (three[1] - one[1]) === (two[1] - one[1]) * (three[0] - one[0])

/** A path of steps from spot to spot, in hundredths at most. */
function written(ring: readonly Cell[], grid: number): string {
  let path = ''
  // Each step leads to the rounded place, so that what rounding takes from one is given to the next.
  let [x, y] = [0, 0]
  for (const [index, [column, row]] of ring.entries()) {
    const [nextX, nextY] = [hundredth(column * grid), hundredth(row * grid)]
    const [stepX, stepY] = [hundredth(nextX - x), hundredth(nextY - y)]
    path +=
      index === 0
        ? `M${short(nextX)} ${short(nextY)}l`
        : `${short(stepX)}${stepY < 0 ? '' : ' '}${short(stepY)} `
    ;[x, y] = [nextX, nextY]
  }
  return `${path.trimEnd()}z`
}

const hundredth = (value: number): number => Math.round(value * 100) / 100 + 0

/** ".5" for "0.5". */
const short = (value: number): string => String(value).replace(/^(-?)0\./, '$1.')

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
