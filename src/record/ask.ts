/** The handle that pages read the published record with, and the moment of which they ask. */
import { type Kysely, type RawBuilder, sql } from '../database/index.ts'
import { addDays, type Instant, type LocalDate, londonDate, now } from '../lib/index.ts'
import type { PublishedTables } from './tables.ts'

/** The public login, asking about one authority. It has rights on the schema `published` and on nothing else. */
export type PublicRecord = {
  readonly db: Kysely<PublishedTables>
  readonly authority: string
  /** The moment of which it asks: the record as it stood then, less what was withdrawn since. Now, when left out. */
  readonly at?: Instant
}

const HOUR = 3_600_000

/** The same handle, asking of the end of a day in London: its last millisecond. */
export function asAt(ask: PublicRecord, day: LocalDate): PublicRecord {
  const next = addDays(day, 1)
  const midnightInUtc = Date.parse(`${next}T00:00:00Z`)
  // In summer London's midnight is an hour before that of UTC.
  const summer = londonDate(new Date(midnightInUtc - HOUR)) === next
  return { ...ask, at: now(new Date(midnightInUtc - (summer ? HOUR : 0) - 1)) }
}

/** Whether a version, of the alias named, stands: it is open, or it was at the moment asked of. */
export function standing(ask: PublicRecord, alias: string): RawBuilder<unknown> {
  const [from, until] = [sql.ref(`${alias}.published_from`), sql.ref(`${alias}.published_until`)]
  if (ask.at === undefined) return sql`${until} is null`
  return sql`${from} <= ${ask.at}::timestamptz and (${until} is null or ${until} > ${ask.at}::timestamptz)`
}

const COLUMNS = sql.raw(
  'authority, from_entry, to_entry, kind, why, place, from_kind, from_state, from_date, to_kind, to_state, to_date, shown_from',
)

/** The table of public links: those of now, or those of the moment asked of. Every condition on it is asked of both. */
export function linksShown(ask: PublicRecord): RawBuilder<unknown> {
  if (ask.at === undefined) return sql`published.link`
  // Conditions stand outside the union, without which PostgreSQL would not read a part of a thread in order of an index.
  return sql`(
    select * from (
      select ${COLUMNS}, null::timestamptz as shown_until from published.link
      union all
      select ${COLUMNS}, shown_until from published.link_before
    ) both_tables
    where shown_from <= ${ask.at}::timestamptz and (shown_until is null or shown_until > ${ask.at}::timestamptz))`
}
