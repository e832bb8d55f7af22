/** Which rows below the headings belong to a table, and which are titles, notes and sources. */
import type { SheetCell, SheetRow } from '../../../papers/index.ts'
import { markIn, numberIn } from './figure.ts'
import type { TableMapping } from './mapping.ts'
import { partNamed } from './names.ts'
import { cellAt, type Places } from './places.ts'
import { spanInCell } from './span-in-cell.ts'
import type { FoundTable } from './table.ts'
import { withYear } from './year-apart.ts'

const filledCells = (row: SheetRow): SheetCell[] => row.cells.filter(({ text }) => text !== '')

const NO_ROW: SheetRow = { line: 0, hidden: false, cells: [] }

/** Words alone in a row: a title, a note, a source; not the name of a known part whose figures are missing. */
function isWords(row: SheetRow, table: TableMapping, places: Places): boolean {
  const [only, more] = filledCells(row)
  if (only === undefined) return true
  if (more !== undefined || numberIn(only) !== undefined || markIn(only.text, table.marks) !== undefined)
    return false
  if (places.part === null || table.part === null || cellAt(row, places.part).text !== only.text) return true
  return table.part.names === 'as-printed' || partNamed(only.text, table.part).is === 'unknown'
}

/**
 * The rows that the table goes on for, and the lines below it that were taken as notes. In a sheet it ends with words alone
 * after a gap, or with no row of cells soon after; a CSV is one table to its end.
 */
export function dataRows(
  found: FoundTable,
  table: TableMapping,
  places: Places,
): { rows: readonly SheetRow[]; notes: readonly number[]; ahead: readonly SheetRow[] } {
  const { rows } = found
  const words = (row: SheetRow): boolean => isWords(row, table, places)
  const stop =
    found.form === 'csv'
      ? -1
      : rows.findIndex((row, at) => words(row) && endsAt(rows, at, words) && !isSection(rows, at, places))
  let end = stop < 0 ? rows.length : stop
  while (end > 0 && words(rows[end - 1] ?? NO_ROW)) end -= 1
  const seen = rows.slice(0, end)
  const past = rows.slice(end).findIndex((row) => !isTimeAlone(row, table, places))
  const ahead = past < 0 ? rows.slice(end) : rows.slice(end, end + past)
  return {
    rows: table.hiddenRows === 'leave' ? seen.filter(({ hidden }) => !hidden) : seen,
    notes: found.form === 'csv' ? rows.slice(end + ahead.length).map(({ line }) => line) : [],
    ahead,
  }
}

/** Whether only the time of a row stands there: a month that was written ahead, or one whose figures are missing. */
export function isTimeAlone(row: SheetRow, table: TableMapping, places: Places): boolean {
  if (places.span === null || !('form' in table.span)) return false
  const cell = cellAt(row, places.span)
  const year = places.year === null ? null : cellAt(row, places.year).text
  const time = year === null ? cell : withYear(cell, year, table.span.form)
  return (
    places.figures.every(({ column }) => cellAt(row, column).text === '') &&
    !('unread' in spanInCell(time, table.span.form, table.dateOrder))
  )
}

const BARE_YEAR = /^(?:19|20)\d\d$/

/** Words over more rows of the same table: the next row has figures where the table has them, which are no headings. */
function isSection(rows: readonly SheetRow[], at: number, { part, figures }: Places): boolean {
  const [row, next] = [rows[at], rows[at + 1]]
  if (row === undefined || next === undefined || next.line !== row.line + 1) return false
  if (part === null || cellAt(row, part).text === '' || numberIn(cellAt(next, part)) !== undefined)
    return false
  const cells = figures.map(({ column }) => cellAt(next, column))
  return (
    cellAt(next, part).text !== '' &&
    cells.some((cell) => numberIn(cell) !== undefined && cell.day === null && !BARE_YEAR.test(cell.text))
  )
}

/** How many rows may stand as words before a table is over. */
const SOON = 3

function endsAt(rows: readonly SheetRow[], at: number, words: (row: SheetRow) => boolean): boolean {
  const [before, row] = [rows[at - 1], rows[at]]
  const gap = before !== undefined && row !== undefined && row.line > before.line + 1
  return gap || rows.slice(at + 1, at + 1 + SOON).every(words)
}
