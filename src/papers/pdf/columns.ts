/** Parts a page set in columns into regions in reading order, by a gutter that no words cross and the order they were set in. */
import { greatest, least } from '../extent.ts'
import type { Run } from './page.ts'

/** How the runs of a page are to be read: each region from top to bottom, one after the other. */
export function regionsOf(runs: readonly Run[]): Run[][] {
  if (runs.length < 16) return [[...runs]]
  const gutter = gutterOf(runs)
  if (gutter === undefined) return [[...runs]]
  const bands = bandsOf(runs, gutter)
  return bands.some((band) => band.sides) ? bands.flatMap(sidesOf(gutter)) : [[...runs]]
}

/** The middle of the widest strip, in the inner part of the page, that few runs cross. */
function gutterOf(runs: readonly Run[]): number | undefined {
  const left = least(runs.map((run) => run.x))
  const right = greatest(runs.map((run) => run.x + run.width))
  const from = left + (right - left) * 0.3
  const until = left + (right - left) * 0.7
  const step = 2
  const crossing = Array.from({ length: Math.ceil((until - from) / step) }, () => 0)
  for (const run of runs) {
    const first = Math.max(0, Math.floor((run.x - from) / step))
    const last = Math.min(crossing.length - 1, Math.floor((run.x + run.width - from) / step))
    for (let bin = first; bin <= last; bin += 1) crossing[bin] = (crossing[bin] ?? 0) + 1
  }
  const few = runs.length * 0.12
  let best: { from: number; width: number } | undefined
  let start = -1
  for (let bin = 0; bin <= crossing.length; bin += 1) {
    const free = bin < crossing.length && (crossing[bin] ?? 0) <= few
    if (free && start < 0) start = bin
    if (!free && start >= 0) {
      if (best === undefined || bin - start > best.width) best = { from: start, width: bin - start }
      start = -1
    }
  }
  if (best === undefined || best.width * step < 9) return undefined
  return from + (best.from + best.width / 2) * step
}

type Band = { runs: Run[]; sides: boolean }

/** Cuts the page at the rows that cross the gutter; a band between them is in columns when it was set side after side. */
function bandsOf(runs: readonly Run[], gutter: number): Band[] {
  const crossers = runs.filter((run) => run.x < gutter - 2 && run.x + run.width > gutter + 2)
  const edges = crossers.map((run) => run.y).toSorted((one, other) => one - other)
  const bands: Band[] = []
  const take = (within: (y: number) => boolean) => {
    const own = runs.filter((run) => within(run.y))
    if (own.length > 0) bands.push({ runs: own, sides: inColumns(own, gutter) })
  }
  let above = Number.NEGATIVE_INFINITY
  for (const edge of edges) {
    const before = above
    if (edge - before > 0.5) {
      take((y) => y > before + 0.5 && y < edge - 0.5)
      take((y) => Math.abs(y - edge) <= 0.5)
      above = edge
    }
  }
  take((y) => y > above + 0.5)
  return joined(bands)
}

/** Neighbouring bands that are not in columns are read as one. */
function joined(bands: readonly Band[]): Band[] {
  const whole: Band[] = []
  for (const band of bands) {
    const before = whole.at(-1)
    if (before !== undefined && !before.sides && !band.sides)
      for (const run of band.runs) before.runs.push(run)
    else whole.push({ runs: [...band.runs], sides: band.sides })
  }
  return whole
}

/** Columns are filled one after the other; the cells of a table are set to and fro. */
function inColumns(runs: readonly Run[], gutter: number): boolean {
  let turns = 0
  let side: boolean | undefined
  const ys = { left: new Set<number>(), right: new Set<number>() }
  let words = 0
  for (const run of runs) {
    const onLeft = run.x + run.width / 2 < gutter
    if (side !== undefined && onLeft !== side) turns += 1
    side = onLeft
    ys[onLeft ? 'left' : 'right'].add(Math.round(run.y))
    words += run.text.split(/\s+/).length
  }
  const fewer = Math.min(ys.left.size, ys.right.size)
  return turns === 1 && fewer >= 4 && words / runs.length >= 3
}

const sidesOf =
  (gutter: number) =>
  (band: Band): Run[][] => {
    if (!band.sides) return [band.runs]
    const sides = Map.groupBy(band.runs, (run) => run.x + run.width / 2 < gutter)
    return [sides.get(true) ?? [], sides.get(false) ?? []]
  }
