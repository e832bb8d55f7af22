/**
 * Outlines with fewer corners, without gaps between neighbours: a border that two areas share is cut into the same arcs
 * from both sides and each arc simplified alike (Douglas and Peucker 1973), so that it stays one border.
 */

/** A corner on the common grid. */
export type Cell = readonly [number, number]

/** Corners lie within so many units of the grid's middle, either way; the keys of two are never the same. */
const GRID = 2 ** 26
const keyOf = ([x, y]: Cell): number => x * GRID + y

/** Rings without repeats, and without the last corner where it is the first again. */
export function withoutRepeats(ring: readonly Cell[]): Cell[] {
  const kept = ring.filter((cell, index) => index === 0 || keyOf(cell) !== keyOf(ring[index - 1] ?? cell))
  const [first, last] = [kept[0], kept.at(-1)]
  if (first && last && kept.length > 1 && keyOf(first) === keyOf(last)) kept.pop()
  return kept
}

/** For all rings of all areas, whether a corner is where more than two borders meet, or one ends. */
export function meetings(rings: readonly (readonly Cell[])[]): Set<number> {
  const beside = new Map<number, Set<number>>()
  for (const ring of rings) {
    for (const [index, cell] of ring.entries()) {
      const known = beside.get(keyOf(cell)) ?? new Set()
      for (const other of [ring[(index + 1) % ring.length], ring.at(index - 1)])
        if (other) known.add(keyOf(other))
      beside.set(keyOf(cell), known)
    }
  }
  return new Set([...beside].filter(([, known]) => known.size !== 2).map(([key]) => key))
}

/**
 * For each corner of a ring, how far the line may stray from the true one before the corner goes; `Infinity` for one that
 * stays. Both neighbours of a border get the same.
 */
export function cornerWeights(ring: readonly Cell[], fixed: ReadonlySet<number>): number[] {
  const weights = ring.map((cell) => (fixed.has(keyOf(cell)) ? Infinity : 0))
  const starts = [...ring.keys()].filter((index) => weights[index] === Infinity)
  // An island begins anywhere, but from all sides at the same corner.
  if (starts.length === 0 && ring.length > 0) starts.push(lowest(ring))
  for (const [index, start] of starts.entries()) {
    weights[start] = Infinity
    const end = starts[index + 1] ?? (starts[0] ?? 0) + ring.length
    const arc = Array.from({ length: end - start + 1 }, (_, step) => (start + step) % ring.length)
    weigh(backwards(arc, ring) ? arc.toReversed() : arc, ring, weights)
  }
  return weights
}

/** The ring without the corners that lie within `tolerance` of the line that stays. */
export function simplerRing(ring: readonly Cell[], fixed: ReadonlySet<number>, tolerance: number): Cell[] {
  const weights = cornerWeights(ring, fixed)
  return ring.filter((_, index) => (weights[index] ?? 0) > tolerance)
}

const lowest = (ring: readonly Cell[]): number =>
  ring.reduce((best, cell, index) => (keyOf(cell) < keyOf(ring[best] ?? cell) ? index : best), 0)

/** Whether the neighbour sees an arc the other way round; both then take it in one direction. */
function backwards(arc: readonly number[], ring: readonly Cell[]): boolean {
  const keyAt = (at: number): number => keyOf(ring[arc.at(at) ?? 0] ?? [0, 0])
  for (let index = 0; index < arc.length / 2; index += 1) {
    const [one, other] = [keyAt(index), keyAt(-1 - index)]
    if (one !== other) return one > other
  }
  return false
}

/** Weighs the corners between the ends of an arc: the farthest first, then those on either side of it, none above it. */
function weigh(arc: readonly number[], ring: readonly Cell[], weights: number[]): void {
  const cell = (index: number): Cell => ring[arc[index] ?? 0] ?? [0, 0]
  const open: [number, number, number][] = [[0, arc.length - 1, Infinity]]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to, above] = part
    let [at, most] = [-1, -1]
    for (let index = from + 1; index < to; index += 1) {
      const distance = distanceTo(cell(from), cell(to), cell(index))
      if (distance > most) [at, most] = [index, distance]
    }
    if (at < 0) continue
    const weight = Math.min(most, above)
    weights[arc[at] ?? 0] = weight
    open.push([from, at, weight], [at, to, weight])
  }
}

/** How far a corner lies from the line between two others; from the one where both are the same. */
function distanceTo([x1, y1]: Cell, [x2, y2]: Cell, [x, y]: Cell): number {
  const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2
  if (squared === 0) return Math.sqrt((x - x1) ** 2 + (y - y1) ** 2)
  const along = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared))
  return Math.sqrt((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2)
}
