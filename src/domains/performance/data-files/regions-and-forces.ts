/** Counts names that are a region and a force of it, as "West Midlands" is, so that the first of two rows is known to be the region. */
import type { Span } from '../measures/observation.ts'
import type { TableMapping } from './mapping.ts'
import { isTotalAndPart } from './names.ts'
import { cellAt, type Places, sameText } from './places.ts'
import { spanInCell } from './span-in-cell.ts'
import type { FoundTable } from './table.ts'
import { withYear } from './year-apart.ts'

/** What tells one row of such a name from those of other spans. */
export const bothKey = (name: string, span: Span | null): string =>
  `${sameText(name)} ${span?.from ?? ''} ${span?.until ?? ''}`

/** How often each name that is a total and a part stands in the table, by span. */
export function timesOfBoth(found: FoundTable, table: TableMapping, places: Places): Map<string, number> {
  const times = new Map<string, number>()
  const { part, span: column } = places
  if (part === null || table.totals.length === 0) return times
  for (const row of found.rows) {
    const name = cellAt(row, part).text
    if (!isTotalAndPart(name, table) || (table.hiddenRows === 'leave' && row.hidden)) continue
    if (places.filters.some((filter) => !filter.is.has(sameText(cellAt(row, filter.column).text)))) continue
    const read =
      'span' in table.span
        ? table.span.span
        : column === null || !('form' in table.span)
          ? null
          : spanInCell(
              places.year === null
                ? cellAt(row, column)
                : withYear(cellAt(row, column), cellAt(row, places.year).text, table.span.form),
              table.span.form,
              table.dateOrder,
            )
    const key = bothKey(name, read === null || 'unread' in read ? null : read)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return times
}
