/** The columns that a mapping names, in the table where they stand. */
import { isRefusal, type Refusal } from '../../../lib/index.ts'
import type { SheetCell, SheetRow } from '../../../papers/index.ts'
import type { StatedTotal, TableMapping } from './mapping.ts'
import { type Column, columnNamed, columnsOfFigures, type FoundColumn, type FoundTable } from './table.ts'

/** The columns that a mapping names, where they are. */
export type Places = {
  part: Column | null
  span: Column | null
  /** The column in which the year of a time stands. */
  year: Column | null
  filters: readonly { column: Column; is: ReadonlySet<string> }[]
  figures: readonly FoundColumn[]
  shares: ReadonlyMap<FoundColumn, { events: Column | null; base: Column | null }>
  totals: readonly { column: Column; total: StatedTotal }[]
}

const EMPTY: SheetCell = {
  text: '',
  number: null,
  day: null,
  percent: false,
  formula: false,
  merged: false,
  note: '',
}
export const cellAt = (row: SheetRow, { at }: Pick<Column, 'at'>): SheetCell => row.cells[at] ?? EMPTY

/** The columns that a mapping names in the table that was found, or the refusal that names the one missing. */
export function placesIn(found: FoundTable, table: TableMapping, file: string): Places | Refusal {
  const named = (name: string | null | undefined): Column | Refusal | null =>
    name === null || name === undefined ? null : columnNamed(found, name, file)
  const part = named(table.part?.column)
  if (isRefusal(part)) return part
  const span = named('column' in table.span ? table.span.column : null)
  if (isRefusal(span)) return span
  const year = named('year' in table.span ? table.span.year : null)
  if (isRefusal(year)) return year
  const figures = columnsOfFigures(found, table, file)
  if (isRefusal(figures)) return figures
  const filters = []
  for (const { column: name, is } of table.rows) {
    const column = columnNamed(found, name, file)
    if (isRefusal(column)) return column
    filters.push({ column, is: new Set(is.map(sameText)) })
  }
  const shares = new Map<FoundColumn, { events: Column | null; base: Column | null }>()
  for (const figure of figures) {
    const [events, base] = [named(figure.means.events), named(figure.means.base)]
    if (isRefusal(events)) return events
    if (isRefusal(base)) return base
    shares.set(figure, { events, base })
  }
  const totals = []
  for (const total of table.totalColumns) {
    const column = columnNamed(found, total.name, file)
    if (isRefusal(column)) return column
    totals.push({ column, total })
  }
  return { part, span, year, filters, figures, shares, totals }
}

export const sameText = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')
