/** Questions about published entries: one at its address, lists of a kind, counts, and addresses that moved. */
import { type RawBuilder, sql } from '../database/index.ts'
import type { LocalDate } from '../lib/index.ts'
import { type PublicRecord, standing } from './ask.ts'
import { storable } from './canonical.ts'
import type { Shown } from './kind.ts'
import { partOf } from './part.ts'
import type { Cursor, Part, PublishedEntry } from './published.ts'

/** The columns of a ListedEntry, read from the alias `e` of published.entry_version. */
export const LISTED = sql.raw(
  'e.entry as id, e.kind, e.path, e.title, e.date, e.body, e.summary, e.state, e.version, e.published_from as "publishedAt"',
)

/** The entry that has this address at the moment asked of; undefined when none of this kind has. */
export async function entryAt<Content>(
  ask: PublicRecord,
  kind: Shown<Content>,
  path: string,
): Promise<PublishedEntry<Content> | undefined> {
  const { rows } = await sql<PublishedEntry<Content>>`
    select ${LISTED}, e.content from published.entry_version e
    where e.authority = ${ask.authority} and e.path = ${storable(path)} and e.kind = ${kind.name}
      and ${standing(ask, 'e')}`.execute(ask.db)
  return rows[0]
}

export type EntryFilter = {
  body?: string
  state?: string
  /** The first day that counts. */
  from?: LocalDate
  /** The first day that no longer counts. */
  until?: LocalDate
  /** By date; newest first unless told, then undated entries come last. Oldest first is the exact reverse. */
  order?: 'newest' | 'oldest'
  after?: Cursor
  /** 50 unless told. */
  limit?: number
}

const DATE = sql.raw(`coalesce(e.date, '-infinity'::date)`)

function wherever(ask: PublicRecord, kind: string, filter: EntryFilter): RawBuilder<unknown> {
  const conditions = [
    sql`e.authority = ${ask.authority} and e.kind = ${kind} and ${standing(ask, 'e')}`,
    ...(filter.body === undefined ? [] : [sql`e.body = ${storable(filter.body)}`]),
    ...(filter.state === undefined ? [] : [sql`e.state = ${storable(filter.state)}`]),
    // Asked of the expression that the indexes hold, so that one day of 10,000 is found without reading them all.
    ...(filter.from === undefined ? [] : [sql`${DATE} >= ${filter.from}::date`]),
    ...(filter.until === undefined ? [] : [sql`e.date is not null and ${DATE} < ${filter.until}::date`]),
  ]
  if (filter.after !== undefined) {
    const beyond = sql.raw(filter.order === 'oldest' ? '>' : '<')
    conditions.push(
      sql`(${DATE}, e.entry) ${beyond} (${filter.after.date ?? '-infinity'}::date, ${filter.after.id}::uuid)`,
    )
  }
  return sql.join(conditions, sql` and `)
}

/** At once; what is more is asked for until there is no more. */
const A_QUESTION = 500

/** Every published entry of a kind, newest first unless told. */
export async function everyEntryOf<Content>(
  ask: PublicRecord,
  kind: Shown<Content>,
  filter: Omit<EntryFilter, 'after' | 'limit'> = {},
): Promise<PublishedEntry<Content>[]> {
  const rows: PublishedEntry<Content>[] = []
  let after: Cursor | null = null
  do {
    const part: Part<PublishedEntry<Content>> = await entriesOf(ask, kind, {
      ...filter,
      limit: A_QUESTION,
      ...(after === null ? {} : { after }),
    })
    rows.push(...part.rows)
    after = part.next
  } while (after !== null)
  return rows
}

/** A part of the published entries of a kind, by date. */
export async function entriesOf<Content>(
  ask: PublicRecord,
  kind: Shown<Content>,
  filter: EntryFilter = {},
): Promise<Part<PublishedEntry<Content>>> {
  const limit = filter.limit ?? 50
  const order = sql.raw(filter.order === 'oldest' ? 'asc' : 'desc')
  const { rows } = await sql<PublishedEntry<Content>>`
    select ${LISTED}, e.content from published.entry_version e
    where ${wherever(ask, kind.name, filter)}
    order by ${DATE} ${order}, e.entry ${order} limit ${limit + 1}`.execute(ask.db)
  return partOf(rows, limit)
}

/** How many published entries of a kind are in each state, in the order of the states' names. */
export async function countsOf(
  ask: PublicRecord,
  filter: { kind: string; body?: string },
): Promise<{ state: string | null; count: number }[]> {
  const body = filter.body === undefined ? {} : { body: filter.body }
  const { rows } = await sql<{ state: string | null; count: number }>`
    select e.state, count(*) as count from published.entry_version e
    where ${wherever(ask, filter.kind, body)}
    group by e.state order by e.state collate "C" nulls last`.execute(ask.db)
  return rows
}

/** The address, at the moment asked of, of what stood at `path` before; undefined when nothing did, or it is there still. */
export async function movedFrom(ask: PublicRecord, path: string): Promise<string | undefined> {
  const { rows } = await sql<{ path: string }>`
    select e.path from published.entry_version old
    join published.entry_version e on e.entry = old.entry and ${standing(ask, 'e')}
    where old.authority = ${ask.authority} and old.path = ${storable(path)} and ${ended(ask)}
      and e.path <> old.path
    order by old.published_until desc, old.entry limit 1`.execute(ask.db)
  return rows[0]?.path
}

const ended = (ask: PublicRecord): RawBuilder<unknown> =>
  ask.at === undefined
    ? sql`old.published_until is not null`
    : sql`old.published_until <= ${ask.at}::timestamptz`
