/** Questions along the links: what points at an entry, what it points at, and how many. */
import { sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import { linksShown, type PublicRecord, standing } from './ask.ts'
import { LISTED } from './entries.ts'
import { LINK_KINDS, type LinkKind } from './kind.ts'
import { partOf } from './part.ts'
import type { Cursor, LinkedEntry, Part } from './published.ts'

export type LinkFilter = {
  link?: LinkKind
  kinds?: readonly string[]
  after?: Cursor
  /** 50 unless told; a part is a little longer rather than splitting the links of one entry. */
  limit?: number
  /** By date; newest first unless told, then undated entries come last. Oldest first is the exact reverse. */
  order?: 'newest' | 'oldest'
}

/** Published entries that point at `to`, at the moment asked of. */
export async function linkedTo(
  ask: PublicRecord,
  to: EntryId,
  filter: LinkFilter = {},
): Promise<Part<LinkedEntry>> {
  return await linked(ask, { here: 'to', there: 'from' }, to, filter)
}

/** Published entries that `from` points at. */
export async function linkedFrom(
  ask: PublicRecord,
  from: EntryId,
  filter: LinkFilter = {},
): Promise<Part<LinkedEntry>> {
  return await linked(ask, { here: 'from', there: 'to' }, from, filter)
}

type Ends = { here: 'to'; there: 'from' } | { here: 'from'; there: 'to' }

async function linked(
  ask: PublicRecord,
  { here, there }: Ends,
  id: EntryId,
  filter: LinkFilter,
): Promise<Part<LinkedEntry>> {
  const limit = filter.limit ?? 50
  const order = sql.raw(filter.order === 'oldest' ? 'asc' : 'desc')
  const [end, entry, date, kind] = [`${here}_entry`, `${there}_entry`, `${there}_date`, `${there}_kind`].map(
    (column) => sql.ref(`l.${column}`),
  )
  const conditions = [
    sql`${end} = ${id}::uuid and l.authority = ${ask.authority}`,
    ...(filter.link === undefined ? [] : [sql`l.kind = ${filter.link}`]),
    ...(filter.kinds === undefined ? [] : [sql`${kind} = any(${filter.kinds})`]),
  ]
  if (filter.after !== undefined) {
    const beyond = sql.raw(filter.order === 'oldest' ? '>' : '<')
    conditions.push(
      sql`(${date}, ${entry}) ${beyond} (${filter.after.date ?? '-infinity'}::date, ${filter.after.id}::uuid)`,
    )
  }
  // An entry stands here once for each kind of link; so many to spare hold at least one entry more.
  const spare = filter.link === undefined ? LINK_KINDS.length : 1
  const { rows } = await sql<LinkedEntry>`
    select ${LISTED}, l.kind as link, l.why, l.place
    from (
      select l.* from ${linksShown(ask)} l where ${sql.join(conditions, sql` and `)}
      order by ${date} ${order}, ${entry} ${order} limit ${limit + spare}
    ) l
    join published.entry_version e on e.entry = ${entry} and ${standing(ask, 'e')}
    order by ${date} ${order}, ${entry} ${order}, l.kind`.execute(ask.db)
  return partOf(rows, limit)
}

/** How many published entries point at `to`, by kind and state; an entry joined twice counts once. */
export async function countsTo(
  ask: PublicRecord,
  to: EntryId,
  link?: LinkKind,
): Promise<{ kind: string; state: string | null; count: number }[]> {
  // Of one kind of link an entry has at most one, so only then may the rows be counted as they are.
  const distinct = link === undefined ? sql`distinct from_entry,` : sql``
  const { rows } = await sql<{ kind: string; state: string | null; count: number }>`
    select from_kind as kind, from_state as state, count(*) as count
    from (
      select ${distinct} from_kind, from_state from ${linksShown(ask)} shown
      where to_entry = ${to}::uuid and authority = ${ask.authority} ${link === undefined ? sql`` : sql`and kind = ${link}`}
    ) l
    group by from_kind, from_state
    order by from_kind collate "C", from_state collate "C" nulls last`.execute(ask.db)
  return rows
}
