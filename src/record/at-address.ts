/** What stands at an address, or stood there and was withdrawn, as the acts of withdrawal and erasure name it. */
import { sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import { storable } from './canonical.ts'
import type { Tx } from './transaction.ts'

export type AtAddress = { id: EntryId; kind: string; path: string; title: string | null }

/** Something withdrawn; `erased` when its content is gone for good. */
export type WithdrawnThere = AtAddress & { erased: boolean }

/**
 * The public entries at an address; where it names a page, those at its fragments as well, which stand on it, and the
 * earlier versions of a paper, which stand at it with `?version=`.
 */
export async function publicAt(tx: Tx, authority: string, path: string): Promise<AtAddress[]> {
  const page = storable(path)
  const { rows } = await sql<AtAddress>`
    select e.entry as id, e.kind, e.path, e.title from published.entry_version e
    where e.authority = ${authority} and e.published_until is null
      and (e.path = ${page} or (e.path ~>=~ ${`${page}#`} and e.path ~<~ ${`${page}$`})
        or (e.path ~>=~ ${`${page}?`} and e.path ~<~ ${`${page}@`}))
    order by e.path collate "C"`.execute(tx)
  return rows
}

/** The withdrawn entries that had such an address, as their tombstones have them. */
export async function withdrawnAt(tx: Tx, authority: string, path: string): Promise<WithdrawnThere[]> {
  const page = storable(path)
  const { rows } = await sql<WithdrawnThere>`
    select t.entry as id, t.kind, t.path, t.title, t.erased_at is not null as erased from published.tombstone t
    where t.authority = ${authority} and t.reinstated_at is null
      and (t.path = ${page} or starts_with(t.path, ${`${page}#`}) or starts_with(t.path, ${`${page}?`})
        or exists (select from published.tombstone_address a
          where a.authority = t.authority and a.entry = t.entry and a.address = sha256(convert_to(${page}, 'UTF8')))
        or exists (select from record.withdrawn_version v
          where v.entry = t.entry and (starts_with(v.path, ${`${page}#`}) or starts_with(v.path, ${`${page}?`}))))
    order by t.path collate "C", t.entry`.execute(tx)
  return rows
}
