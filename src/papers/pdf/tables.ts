/** Finds tables among the rows of a region by segments that line up, and gathers their cells, ruled or not. */
import { greatest } from '../extent.ts'
import { type Grid, gridRows, isWithin } from './grids.ts'
import { isLead, type Leading } from './paragraphs.ts'
import { PAGES } from './pieces.ts'
import type { Row, Segment } from './rows.ts'

type Column = { from: number; until: number }

/** Rows `from` up to `until` of a region are a table with these columns. */
export type Span = { from: number; until: number; columns: Column[]; grid: Grid | null }

/** A row of a table with its words still parted by line ends. */
export type Cells = { cells: string[]; bold: boolean }

/** Whether a row has cells: two segments that are not a mark with its words, a label with its value, or an item with its pages. */
function isCelled(row: Row): boolean {
  const { segments } = row
  const [first] = segments
  const last = segments.at(-1)
  if (first === undefined || last === undefined || segments.length < 2) return false
  let words = segments.length
  if (PAGES.test(last.text)) words -= 1
  if (isLead(first)) words -= 1
  return words > 1 || (words === 1 && segments.length > 2 && !PAGES.test(last.text))
}

/** The tables of a region, in order and without overlap: ruled ones first, then those between that line up. */
export function tablesIn(rows: readonly Row[], grids: readonly Grid[] = []): Span[] {
  const ruled = grids.flatMap((grid) => gridSpan(rows, grid))
  const spans: Span[] = []
  let index = 0
  while (index < rows.length) {
    const grid = ruled.find((span) => span.from === index)
    const next = ruled.find((span) => span.from > index)?.from ?? rows.length
    const row = rows[index]
    const span =
      grid ?? (row !== undefined && isCelled(row) ? spanFrom(rows.slice(0, next), index) : undefined)
    if (span !== undefined) spans.push(span)
    index = span?.until ?? index + 1
  }
  return spans
}

function gridSpan(rows: readonly Row[], grid: Grid): Span[] {
  const from = rows.findIndex((row) => isWithin(row, grid))
  if (from < 0) return []
  let until = from
  while (until < rows.length) {
    const row = rows[until]
    if (row === undefined || !isWithin(row, grid)) break
    until += 1
  }
  const own = rows.slice(from, until)
  const { columns, groups } = gridRows(own, grid)
  const filled = groups.some((group) => group.some((row) => row.segments.length > 1))
  return filled && groups.length > 0 ? [{ from, until, columns, grid }] : []
}

/** Whether cells of a table seem to wrap, so that only ruled lines can tell its rows. */
export function seemsWrapped(rows: readonly Row[], span: Span): boolean {
  return rows.slice(span.from, span.until).some((row, index) => {
    const cells = rowCells(row, span.columns)
    return (
      cells.includes('') || cells.some((cell) => cell.length > 45 || (index > 0 && /^[a-z(&]/.test(cell)))
    )
  })
}

function spanFrom(rows: readonly Row[], from: number): Span | undefined {
  let until = from + 1
  let columns = columnsOf(rows.slice(from, until))
  let lastCelled = from
  let celled = 1
  for (; until < rows.length; until += 1) {
    const row = rows[until]
    const before = rows[until - 1]
    if (row === undefined || before === undefined || row.y - before.y > Math.max(row.size, before.size) * 4)
      break
    const two = rowCells(row, columns).filter((cell) => cell !== '').length > 1
    if (isCelled(row) || (two && !crosses(row, columns))) {
      const wider = columnsOf(rows.slice(from, until + 1).filter(isCelled))
      if (wider.length < 2) break
      columns = wider
      lastCelled = until
      celled += 1
    } else if (!fitsColumn(row, columns)) break
  }
  until = trimmed(rows, lastCelled, until, columns)
  if (celled < 2 || columns.length < 2) return undefined
  return { from, until, columns, grid: null }
}

/** Rows after the last with cells belong to the table only where they go on with a cell that is not the first. */
function trimmed(
  rows: readonly Row[],
  lastCelled: number,
  until: number,
  columns: readonly Column[],
): number {
  let end = lastCelled + 1
  for (let index = end; index < until; index += 1) {
    const row = rows[index]
    const before = rows[index - 1]
    if (row === undefined || before === undefined) break
    const close = row.y - before.y < row.size * 1.6
    const first = rowCells(row, columns)[0] ?? ''
    if (!close || (first !== '' && !/^[a-z(]/.test(first))) break
    end = index + 1
  }
  return end
}

/** Where the segments of rows stand one under the other: spaces that hardly any of them crosses part the columns. */
function columnsOf(rows: readonly Row[]): Column[] {
  const most = greatest([0, ...rows.map((row) => row.segments.length)])
  const regular = rows.filter((row) => row.segments.length >= most * 0.6)
  const whole = merged(regular.flatMap((row) => row.segments))
  if (whole.length >= most || regular.length < 3) return whole
  // Headings may span columns: then the rows below them tell.
  const below = merged(rows.filter((row) => row.segments.length === most).flatMap((row) => row.segments))
  return below.length > whole.length ? below : whole
}

function merged(segments: readonly Segment[]): Column[] {
  const columns: Column[] = []
  for (const { x, right } of segments.toSorted((one, other) => one.x - other.x)) {
    const last = columns.at(-1)
    if (last !== undefined && x < last.until + 1) last.until = Math.max(last.until, right)
    else columns.push({ from: x, until: right })
  }
  return columns
}

function columnAt(segment: Segment, columns: readonly Column[]): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  columns.forEach((column, index) => {
    const overlap = Math.min(segment.right, column.until) - Math.max(segment.x, column.from)
    if (overlap > most + 0.01) {
      most = overlap
      best = index
    }
  })
  return best
}

function rowCells(row: Row, columns: readonly Column[]): string[] {
  const cells = columns.map(() => '')
  for (const segment of row.segments) {
    const index = columnAt(segment, columns)
    cells[index] = cells[index] === '' ? segment.text : `${cells[index]} ${segment.text}`
  }
  return cells
}

/** Some of its words run over more than one column, as those of a paragraph do. */
const crosses = (row: Row, columns: readonly Column[]): boolean =>
  row.segments.some(
    (segment) =>
      columns.filter((column) => segment.x < column.until - 4 && segment.right > column.from + 4).length > 1,
  )

/** A row of one segment that begins where a column does and ends before the next. */
function fitsColumn(row: Row, columns: readonly Column[]): boolean {
  return columns.some((column, index) => {
    const next = columns[index + 1]
    const inside = next === undefined ? row.right < column.until + 40 : row.right < next.from + 2
    return Math.abs(row.x - column.from) < 5 && inside
  })
}

/** The rows of a table as printed: wrapped cells joined, by ruled lines where there are any, else by spacing and by the first column. */
export function cellsOf(rows: readonly Row[], span: Span, leading: Leading): Cells[] {
  const own = rows.slice(span.from, span.until)
  const ruled = span.grid === null ? undefined : gridRows(own, span.grid)
  const columns = ruled?.columns ?? span.columns
  // A grid without lines between its rows has rows set apart by space all the same.
  const groups =
    ruled !== undefined && ruled.groups.length > 1
      ? ruled.groups
      : groupedBySpace(ruled?.groups.flat() ?? own, columns, leading)
  return groups.map((group) => ({
    cells: columns.map((_, column) =>
      group
        .map((row) => rowCells(row, columns)[column] ?? '')
        .filter((text) => text !== '')
        .join('\n'),
    ),
    bold: group.every((row) => row.bold),
  }))
}

/** Wrapped cells stand as tight as lines of a paragraph, while rows are set apart; where nothing is set apart, an empty first cell tells. */
function groupedBySpace(rows: readonly Row[], columns: readonly Column[], leading: Leading): Row[][] {
  const tights = rows.slice(1).filter((row, index) => isTight(row, rows[index], leading))
  const loose = rows.length - 1 - tights.length
  // Cells of all columns seldom wrap at once: full rows that stand tight are rows of their own.
  const full = tights.filter((row) => rowCells(row, columns).every((cell) => /^[^a-z]/.test(cell))).length
  const told = loose > 0 && full < tights.length * 0.5
  const groups: Row[][] = []
  rows.forEach((row, index) => {
    const group = groups.at(-1)
    const cells = rowCells(row, columns).map((text) => text.trim())
    const filled = cells.filter((cell) => cell !== '')
    const figures = filled.filter((cell) => /^[£(+-]?\d[\d,.%]*\)?$/.test(cell)).length
    const tight = isTight(row, rows[index - 1], leading)
    const wraps =
      (cells[0] === '' && filled.length < cells.length) ||
      (filled.length === 1 && /^[a-z(&]/.test(filled[0] ?? ''))
    const apart = figures > 0 && filled.length > 1
    const within = !apart && (tight ? told || wraps : loose === rows.length - 1 && wraps && figures === 0)
    if (group !== undefined && within) group.push(row)
    else groups.push([row])
  })
  return groups
}

const isTight = (row: Row, before: Row | undefined, leading: Leading): boolean =>
  before !== undefined && row.y - before.y < leading(row.size) * row.size * 1.14
