/** What hinders reading a table at all, and is refused whole with its place: nothing of such a file is brought. */
import { type Refusal, refuse } from '../../../lib/index.ts'
import type { SheetRow } from '../../../papers/index.ts'
import { dataRows } from './data-rows.ts'
import { figureIn, isShownAsPercent, numberIn } from './figure.ts'
import type { TableMapping } from './mapping.ts'
import { cellAt, type Places } from './places.ts'
import { spanInCell } from './span-in-cell.ts'
import { type Column, type FoundTable, nameOf } from './table.ts'

/** What the faults of a table are told with: the file and sheet that it stands in. */
export type InFile = { file: string; found: FoundTable }

const place = ({ file, found }: InFile, line: number): string =>
  `${file}${found.form === 'csv' ? '' : `, sheet ${found.sheet.name}`}, line ${line}`

/** The first fault of a table that nothing can be read in spite of. */
export function faultOfTable(at: InFile, table: TableMapping, places: Places): Refusal | undefined {
  const { rows } = dataRows(at.found, { ...table, hiddenRows: 'read' }, places)
  return (
    secondHeadings(at, table, places, rows[0]) ??
    hidden(at, table, places, rows) ??
    merged(at, table, places, rows) ??
    mixedPercent(at, places, rows)
  )
}

function secondHeadings(
  at: InFile,
  table: TableMapping,
  places: Places,
  row: SheetRow | undefined,
): Refusal | undefined {
  if (row === undefined || saysTime(row, table, places)) return undefined
  const { figures } = places
  const cells = figures.map(({ column, means }) => ({ cell: cellAt(row, column), means }))
  const words = cells.filter(
    ({ cell, means }) =>
      cell.text !== '' &&
      cell.number === null &&
      'fault' in figureIn(cell, means, table.marks) &&
      !/\d/.test(cell.text),
  )
  if (cells.length === 0 || words.length < cells.length) return undefined
  const [first] = words
  return refuse(
    'two-heading-lines',
    `${place(at, row.line)}: “${first?.cell.text ?? ''}” stands where figures should begin, as a second line of headings does; say "headingLines": ${table.find.headingLines + 1} under "find" in the mapping. Nothing was brought.`,
  )
}

/** A row whose time can be read is one of figures, whatever stands in their place. */
const saysTime = (row: SheetRow, { span, dateOrder }: TableMapping, places: Places): boolean =>
  places.span !== null &&
  places.year === null &&
  'form' in span &&
  !('unread' in spanInCell(cellAt(row, places.span), span.form, dateOrder))

function hidden(
  at: InFile,
  table: TableMapping,
  places: Places,
  rows: readonly SheetRow[],
): Refusal | undefined {
  if (table.hiddenRows !== null) return undefined
  const lines = rows.filter((row) => row.hidden).map(({ line }) => line)
  const column = usedColumns(places).find((one) => at.found.sheet.hiddenColumns.includes(one.at + 1))
  const mend =
    'show them and look at them, or say "hiddenRows": "read" or "leave" in the mapping. Nothing was brought.'
  if (lines.length > 0)
    return refuse(
      'hidden-rows',
      `${place(at, lines[0] ?? 0)}: ${lines.length === 1 ? 'this row is hidden' : `${lines.length} rows from here are hidden`}; ${mend}`,
    )
  if (column === undefined && !at.found.sheet.hidden) return undefined
  const what = column === undefined ? 'the sheet is hidden' : `the column “${nameOf(column)}” is hidden`
  return refuse('hidden-rows', `${place(at, at.found.line)}: ${what}; ${mend}`)
}

function merged(
  at: InFile,
  table: TableMapping,
  places: Places,
  rows: readonly SheetRow[],
): Refusal | undefined {
  if (table.mergedCells !== null) return undefined
  for (const row of rows) {
    const column = usedColumns(places).find((one) => cellAt(row, one).merged)
    if (column !== undefined)
      return refuse(
        'merged-cells',
        `${place(at, row.line)}: the cell of “${nameOf(column)}” is merged with another; unmerge it, or say "mergedCells": "repeat" in the mapping where it holds for all its lines. Nothing was brought.`,
      )
  }
  return undefined
}

/** Columns that the mapping reads. */
export const usedColumns = ({ part, span, year, filters, figures, shares }: Places): Column[] => [
  ...[part, span, year].filter((column) => column !== null),
  ...filters.map(({ column }) => column),
  ...figures.map(({ column }) => column),
  ...[...shares.values()].flatMap(({ events, base }) => [events, base].filter((column) => column !== null)),
]

function mixedPercent(at: InFile, { figures }: Places, rows: readonly SheetRow[]): Refusal | undefined {
  for (const { column, means } of figures) {
    if (means.percent === null) continue
    const numbers = rows.filter((row) => numberIn(cellAt(row, column)) !== undefined)
    const signed = numbers.find((row) => isShownAsPercent(cellAt(row, column)))
    const bare = numbers.find((row) => !isShownAsPercent(cellAt(row, column)))
    if (signed !== undefined && bare !== undefined)
      return refuse(
        'percent-mixed',
        `${place(at, bare.line)}: “${nameOf(column)}” has “${cellAt(bare, column).text}” here and “${cellAt(signed, column).text}” in line ${signed.line}, so that nobody can tell 0.12 from 12 %; write all of the column in one way. Nothing was brought.`,
      )
  }
  return undefined
}
