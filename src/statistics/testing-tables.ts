/** For tests of what a table of counts shows. */
import type { CountTable, Hiding, Place } from './index.ts'

/** The sum of the counts of a line. */
export const add = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

/** Everything of a table that a release shows, by place. */
export function shownOf(table: CountTable, cells: CountTable['cells'], hiding: Hiding): Map<string, number> {
  const shown = new Map<string, number>()
  const columns = (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? null))
  cells.forEach((row, at) => {
    row.forEach((value, column) => {
      if (value !== null && hiding.cells[at]?.[column] === false) shown.set(`${at} ${column}`, value)
    })
    if (table.shown.rowTotals && hiding.rowTotals[at] === false) shown.set(`row ${at}`, add(row))
  })
  columns.forEach((column, at) => {
    if (table.shown.columnTotals && hiding.columnTotals[at] === false) shown.set(`column ${at}`, add(column))
  })
  if (table.shown.grandTotal && !hiding.grandTotal) shown.set('all', add(cells.flat()))
  return shown
}

/** What is shown, as one text. */
export const printed = (shown: ReadonlyMap<string, number>): string => [...shown].join('; ')

/** A count or total of a table. */
export const valueAt = (cells: CountTable['cells'], { row, column }: Place): number =>
  row !== null && column !== null
    ? (cells[row]?.[column] ?? -1)
    : row !== null
      ? add(cells[row] ?? [])
      : column === null
        ? add(cells.flat())
        : add(cells.map((one) => one[column] ?? null))
