/** Finds the ruled grids of a page: tables whose rows and columns are parted by lines, however their cells wrap. */
import { cleaned, type Row, type Segment, spaced } from './rows.ts'
import type { Rules } from './rules.ts'

/** A ruled table: where its lines down (`cuts`) and its lines along (`levels`) stand. */
export type Grid = { top: number; foot: number; cuts: number[]; levels: number[] }

type Line = { at: number; from: number; until: number }

/** The grids of a page, from top to bottom: at least three lines down, so two columns. */
export function gridsOf(rules: Rules): Grid[] {
  const uprights = rules.upright.map(({ x, from, until }): Line => ({ at: x, from, until }))
  const levels = rules.level.map(({ y, from, until }): Line => ({ at: y, from, until }))
  return bandsOf(uprights).flatMap(({ lines, from, until }): Grid[] => {
    const cuts = placesOf(lines, (until - from) * 0.5)
    const [left = 0] = cuts
    const right = cuts.at(-1) ?? 0
    if (cuts.length < 3) return []
    const near = levels.filter((line) => line.at > from - 4 && line.at < until + 4)
    const inside = near.map((line) => ({
      ...line,
      from: Math.max(line.from, left),
      until: Math.min(line.until, right),
    }))
    return [
      {
        top: from,
        foot: until,
        cuts,
        levels: placesOf(
          inside.filter((line) => line.until > line.from),
          (right - left) * 0.6,
        ),
      },
    ]
  })
}

/** Lines that follow each other down the page without a space between. */
function bandsOf(lines: readonly Line[]): { lines: Line[]; from: number; until: number }[] {
  const bands: { lines: Line[]; from: number; until: number }[] = []
  for (const line of lines.toSorted((one, other) => one.from - other.from)) {
    const band = bands.at(-1)
    if (band !== undefined && line.from < band.until + 3) {
      band.lines.push(line)
      band.until = Math.max(band.until, line.until)
    } else bands.push({ lines: [line], from: line.from, until: line.until })
  }
  return bands
}

/** Where lines stand that together are at least so long; lines a hair apart (a thin box, a double rule) are one. */
function placesOf(lines: readonly Line[], least: number): number[] {
  const groups: Line[][] = []
  for (const line of lines.toSorted((one, other) => one.at - other.at)) {
    const group = groups.at(-1)
    if (group !== undefined && line.at - (group.at(-1)?.at ?? 0) < 4) group.push(line)
    else groups.push([line])
  }
  return groups
    .filter((group) => lengthOf(group) >= least)
    .map((group) => group.reduce((sum, line) => sum + line.at, 0) / group.length)
}

/** How much of the way lines cover together, overlaps counted once. */
function lengthOf(lines: readonly Line[]): number {
  let covered = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const { from, until } of lines.toSorted((one, other) => one.from - other.from)) {
    covered += Math.max(0, until - Math.max(from, reached))
    reached = Math.max(reached, until)
  }
  return covered
}

/** Whether a row stands inside a grid. */
export const isWithin = (row: Row, grid: Grid): boolean =>
  row.y > grid.top &&
  row.y < grid.foot + 1 &&
  row.x > (grid.cuts[0] ?? 0) - 4 &&
  row.x < (grid.cuts.at(-1) ?? 0)

/** The rows of a grid as groups that lines along part, each row cut anew into segments at the lines down. */
export function gridRows(
  rows: readonly Row[],
  grid: Grid,
): { columns: { from: number; until: number }[]; groups: Row[][] } {
  const columns = grid.cuts
    .slice(1)
    .map((until, index) => ({ from: grid.cuts[index] ?? 0, until: until - 1 }))
  const cut = rows.map((row) => ({ ...row, segments: segmentsBetween(row, columns) }))
  const inner = grid.levels.filter((level) => level > grid.top + 3 && level < grid.foot - 3)
  const groups = Map.groupBy(cut, (row) => inner.filter((level) => level < row.y - row.size * 0.3).length)
  return { columns, groups: [...groups.values()] }
}

function segmentsBetween(row: Row, columns: readonly { from: number; until: number }[]): Segment[] {
  return columns.flatMap((column, index) => {
    const first = index === 0 ? Number.NEGATIVE_INFINITY : column.from
    const last = index === columns.length - 1 ? Number.POSITIVE_INFINITY : column.until + 1
    const own = row.runs
      .filter((run) => {
        const middle = run.x + Math.min(run.width / 2, 10)
        return middle > first && middle <= last
      })
      .toSorted((one, other) => one.x - other.x)
    if (own.length === 0) return []
    const text = own
      .map((run, position) => (spaced(own[position - 1], run) ? ' ' : '') + run.text.trim())
      .join('')
    // Set in the midst of its column, so that it is found there whatever its width.
    return [
      {
        text: cleaned(text),
        x: column.from + 1,
        right: column.until - 1,
        bold: row.bold,
        italic: row.italic,
      },
    ]
  })
}
