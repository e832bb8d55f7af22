/** Cuts a part off a list that was asked for with something to spare, and says where the next begins. */
import type { EntryId, LocalDate } from '../lib/index.ts'
import type { Part } from './published.ts'

/**
 * The first `limit` rows, and those after them that are of the same entry: an entry joined by two kinds of link is never
 * split between parts. `rows` must hold at least one entry more than the limit, when there is one.
 */
export function partOf<Row extends { id: EntryId; date: LocalDate | null }>(
  rows: readonly Row[],
  limit: number,
): Part<Row> {
  const last = rows[limit - 1]
  if (last === undefined) return { rows: [...rows], next: null }
  let end = limit
  while (rows[end]?.id === last.id) end += 1
  return { rows: rows.slice(0, end), next: end < rows.length ? { date: last.date, id: last.id } : null }
}
