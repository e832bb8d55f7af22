/**
 * Takes positions out of boundaries that no map on a page can show. A border that two areas share stays one border, since
 * both take the same positions out of it. Pure.
 */
import { type Cell, meetings, simplerRing, withoutRepeats } from '../../../charts/index.ts'
import type { Area, Polygon, Position } from './boundaries.ts'

/** As many as the public gets of all areas together. */
export const MOST_KEPT = 12_000

/** Five digits after the point are a metre; of a whole country the grid is a little coarser, because it counts to a million. */
const FINEST = 1e-5
const CELLS = 1_000_000
/** In cells of the grid: how far a border may stray at first, and by how much more with each try. */
const FIRST_TOLERANCE = 2
const LOOSER = 1.5

/** The areas with at most MOST_KEPT positions, as far as that leaves each area a shape; specks go first. */
export function simplified(areas: readonly Area[], most = MOST_KEPT): { areas: Area[]; kept: number } {
  const all = areas.flatMap(({ polygons }) => polygons.flat(2))
  if (all.length <= most) return { areas: [...areas], kept: all.length }
  const grid = gridFor(all)
  const gridded = areas.map(({ polygons }) => polygons.map((rings) => rings.map((ring) => grid.cells(ring))))
  const fixed = meetings(gridded.flat(2))
  for (let tolerance = FIRST_TOLERANCE; ; tolerance *= LOOSER) {
    const simpler = gridded.map((polygons) => simplerPolygons(polygons, fixed, tolerance))
    const kept = simpler.flat(2).reduce((sum, ring) => sum + ring.length + 1, 0)
    if (kept > most && tolerance < CELLS) continue
    return {
      areas: areas.map((area, index) => ({
        ...area,
        polygons: (simpler[index] ?? []).map((rings): Polygon => rings.map(grid.positions)),
      })),
      kept,
    }
  }
}

type Cells = Cell[][]

/** Rings that became lines are left out; of an area that would vanish its largest ring stays as it was. */
function simplerPolygons(polygons: readonly Cells[], fixed: ReadonlySet<number>, tolerance: number): Cells[] {
  const simpler = polygons
    .map((rings) => rings.map((ring) => simplerRing(ring, fixed, tolerance)))
    .map(([outer = [], ...holes]) => [outer, ...holes.filter((ring) => ring.length >= 3)])
    .filter(([outer = []]) => outer.length >= 3)
  if (simpler.length > 0) return simpler
  const largest = polygons.toSorted((one, other) => (other[0]?.length ?? 0) - (one[0]?.length ?? 0))[0]
  return [[largest?.[0] ?? []]]
}

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5

function gridFor(all: readonly Position[]): {
  cells: (ring: readonly Position[]) => Cell[]
  positions: (ring: readonly Cell[]) => Position[]
} {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [longitude, latitude] of all) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const size = Math.max(FINEST, (north - south) / CELLS, (east - west) / CELLS)
  return {
    cells: (ring) =>
      withoutRepeats(
        ring.map(([x, y]): Cell => [Math.round((x - west) / size), Math.round((y - south) / size)]),
      ),
    positions: (ring) => {
      const open = ring.map(([x, y]): Position => [rounded(west + x * size), rounded(south + y * size)])
      const [first] = open
      return first === undefined ? open : [...open, first]
    },
  }
}
