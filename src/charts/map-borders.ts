/**
 * Outlines with fewer corners, without gaps between neighbours: a border that two areas share is cut into the same arcs
 * from both sides and each arc simplified alike (Douglas and Peucker 1973), so that it stays one border.
 */

/** A corner on the common grid. */
export type Cell = readonly [number, number]

const GRID = 1 << 20
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

/** The ring without the corners that lie within `tolerance` of the line that stays. */
export function simplerRing(ring: readonly Cell[], fixed: ReadonlySet<number>, tolerance: number): Cell[] {
  const starts = [...ring.keys()].filter((index) => fixed.has(keyOf(ring[index] ?? [0, 0])))
  // An island begins anywhere, but from all sides at the same corner.
  if (starts.length === 0) starts.push(lowest(ring))
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? (starts[0] ?? 0) + ring.length
    const arc = Array.from(
      { length: end - start + 1 },
      (_, step) => ring[(start + step) % ring.length] ?? ([0, 0] as const),
    )
    return simplerArc(arc, tolerance).slice(0, -1)
  })
}

const lowest = (ring: readonly Cell[]): number =>
  ring.reduce((best, cell, index) => (keyOf(cell) < keyOf(ring[best] ?? cell) ? index : best), 0)

/** An arc in the direction in which both neighbours see it, made simpler, and turned back. */
function simplerArc(arc: readonly Cell[], tolerance: number): Cell[] {
  const turned = backwards(arc)
  const kept = kepts(turned ? arc.toReversed() : arc, tolerance)
  return turned ? kept.toReversed() : kept
}

function backwards(arc: readonly Cell[]): boolean {
  for (let index = 0; index < arc.length / 2; index += 1) {
    const [one, other] = [arc[index], arc.at(-1 - index)]
    if (one && other && keyOf(one) !== keyOf(other)) return keyOf(one) > keyOf(other)
  }
  return false
}

function kepts(arc: readonly Cell[], tolerance: number): Cell[] {
  const [first, last] = [arc[0], arc.at(-1)]
  if (!first || !last || arc.length < 3) return [...arc]
  let [at, most] = [0, 0]
  for (let index = 1; index < arc.length - 1; index += 1) {
    const distance = distanceTo(first, last, arc[index] ?? first)
    if (distance > most) [at, most] = [index, distance]
  }
  if (most <= tolerance) return [first, last]
  return [...kepts(arc.slice(0, at + 1), tolerance).slice(0, -1), ...kepts(arc.slice(at), tolerance)]
}

/** How far a corner lies from the line between two others; from the one where both are the same. */
function distanceTo([x1, y1]: Cell, [x2, y2]: Cell, [x, y]: Cell): number {
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return Math.hypot(x - x1, y - y1)
  const along = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length ** 2))
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))
}
