/** The question that feeds ask: what became public last, whatever day it speaks of. */
import { sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import { linksShown, type PublicRecord, standing } from './ask.ts'
import { storable } from './canonical.ts'
import { LISTED } from './entries.ts'
import type { LinkKind } from './kind.ts'
import type { ListedEntry } from './published.ts'

export type LatestFilter = {
  kinds: readonly string[]
  /** Of one body alone, by its path. */
  body?: string
  /** Only what has a link of this kind to an entry. */
  linked?: { to: EntryId; kind: LinkKind }
  limit: number
}

/** Published entries of these kinds in the order in which they became public as they stand, the latest first. */
export async function latestPublished(ask: PublicRecord, filter: LatestFilter): Promise<ListedEntry[]> {
  const { kinds, body, linked, limit } = filter
  const conditions = [
    sql`e.authority = ${ask.authority} and e.kind = any(${kinds}) and ${standing(ask, 'e')}`,
    ...(body === undefined ? [] : [sql`e.body = ${storable(body)}`]),
    ...(linked === undefined
      ? []
      : [
          sql`e.entry in (select l.from_entry from ${linksShown(ask)} l
            where l.authority = ${ask.authority} and l.to_entry = ${linked.to}::uuid and l.kind = ${linked.kind})`,
        ]),
  ]
  const { rows } = await sql<ListedEntry>`
    select ${LISTED} from published.entry_version e
    where ${sql.join(conditions, sql` and `)}
    order by e.published_from desc, e.entry desc limit ${limit}`.execute(ask.db)
  return rows
}
