/** Finds rows that no table of a mapping takes, where several tables share the rows of one: a new crime type must not go unseen. */
import { isRefusal } from '../../../lib/index.ts'
import type { Workbook } from '../../../papers/index.ts'
import { dataRows } from './data-rows.ts'
import type { Flag } from './flags.ts'
import type { Mapping, TableMapping } from './mapping.ts'
import { cellAt, placesIn, sameText } from './places.ts'
import { findTable } from './table.ts'

/** What stands in a column by which several tables choose their rows, and is among those of none of them. */
export function leftRows(book: Workbook, { tables }: Mapping, file: string): Flag[] {
  const sharing = Map.groupBy(
    tables.flatMap((table) => table.rows.map(({ column }) => ({ table, column }))),
    ({ table, column }) => JSON.stringify([table.find, column]),
  )
  return [...sharing.values()].flatMap((same) => {
    const [one] = same
    return one === undefined || same.length < 2
      ? []
      : leftIn(
          book,
          one.column,
          same.map(({ table }) => table),
          file,
        )
  })
}

function leftIn(book: Workbook, name: string, tables: readonly TableMapping[], file: string): Flag[] {
  const [table] = tables
  const found = table === undefined ? undefined : findTable(book, table, file)
  if (table === undefined || found === undefined || isRefusal(found)) return []
  const places = placesIn(found, table, file)
  if (isRefusal(places)) return []
  const column = places.filters[table.rows.findIndex((one) => one.column === name)]?.column
  if (column === undefined) return []
  const taken = new Set(
    tables.flatMap(({ rows }) => rows.flatMap((one) => (one.column === name ? one.is.map(sameText) : []))),
  )
  const left = new Map<string, number>()
  for (const row of dataRows(found, table, places).rows) {
    const { text } = cellAt(row, column)
    if (text !== '' && !taken.has(sameText(text)) && !left.has(text)) left.set(text, row.line)
  }
  const names = [...left.keys()].slice(0, 6).map((text) => `“${text}”`)
  return left.size === 0
    ? []
    : [
        {
          sheet: found.sheet.name,
          line: [...left.values()][0] ?? null,
          what: `No table of the mapping takes the rows of ${names.join(', ')}${left.size > 6 ? ` and ${left.size - 6} more` : ''} in “${name}”; they were left out.`,
        },
      ]
}
