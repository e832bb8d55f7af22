/** Since when a page says what it says, and where its proof is. */
import { sql } from '../database/index.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import { type PublicRecord, standing } from './ask.ts'
import { storable } from './canonical.ts'

type Period = { version: number; publishedAt: Instant; until: Instant | null }

/** The entry that is a page, as it stands at the moment asked of; `until` is when another version took its place, null while it stands. */
export type Standing = Period & {
  entry: EntryId
  kind: string
  /** All its versions, those after the moment asked of as well, the oldest first. */
  versions: Period[]
  /** The number of the version's leaf in the log. */
  leaf: number | null
}

type Row = Period & { entry: EntryId; kind: string; stands: boolean; leaf: number | null }

/** What stands at an address at the moment asked of; undefined when nothing does. */
export async function standingOf(ask: PublicRecord, path: string): Promise<Standing | undefined> {
  const { rows } = await sql<Row>`
    select v.entry, v.kind, v.version, v.published_from as "publishedAt", v.published_until as until,
      v.version = e.version as stands,
      (select number from published.log_leaf l
        where l.authority = e.authority and l.entry = e.entry and l.act = 'publish' and l.version = e.version) as leaf
    from published.entry_version e join published.entry_version v on v.entry = e.entry
    where e.authority = ${ask.authority} and e.path = ${storable(path)} and ${standing(ask, 'e')}
    order by v.version`.execute(ask.db)
  const now = rows.find(({ stands }) => stands)
  if (now === undefined) return undefined
  const { entry, kind, version, publishedAt, until, leaf } = now
  const versions = rows.map((row) => ({
    version: row.version,
    publishedAt: row.publishedAt,
    until: row.until,
  }))
  return { entry, kind, version, publishedAt, until, versions, leaf }
}
