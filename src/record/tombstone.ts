/** What stands where something was withdrawn: when, why, and whether its content was erased. */
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from '../database/index.ts'
import type { EntryId, Instant, LocalDate } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { storable } from './canonical.ts'
import { partOf } from './part.ts'
import type { Cursor, Part } from './published.ts'
import type { WithdrawalReason } from './tables.ts'

export type Tombstone = {
  /** The entry that was withdrawn. */
  id: EntryId
  /** The address it had last; /withdrawn/<id> where its title had to go with it. */
  path: string
  kind: string
  /** Null where the title had to go too. */
  title: string | null
  withdrawnAt: Instant
  /** The day of that, in London. */
  date: LocalDate
  reason: WithdrawalReason
  /** What readers are told. */
  words: string
  /** The number of the withdrawal's leaf in the log. */
  leaf: number
  erasedAt: Instant | null
}

const DAY = sql.raw(`(t.withdrawn_at at time zone 'Europe/London')::date`)

const TOMBSTONE = sql`t.entry as id, t.path, t.kind, t.title, t.withdrawn_at as "withdrawnAt", ${DAY} as date,
  t.reason, t.words, t.leaf, t.erased_at as "erasedAt"`

/** A withdrawal holds for every moment, also for those before it; what it was before it came back stays withdrawn. */
const stands = (ask: PublicRecord): RawBuilder<unknown> =>
  ask.at === undefined
    ? sql`t.reinstated_at is null`
    : sql`(t.reinstated_at is null or t.reinstated_at > ${ask.at}::timestamptz)`

/** What stands at an address, of now or of earlier, of an entry that was withdrawn; undefined where nothing was. */
export async function tombstoneAt(ask: PublicRecord, path: string): Promise<Tombstone | undefined> {
  const address = createHash('sha256').update(storable(path)).digest()
  const { rows } = await sql<Tombstone>`
    select ${TOMBSTONE} from published.tombstone_address a
    join published.tombstone t on t.authority = a.authority and t.entry = a.entry and ${stands(ask)}
    where a.authority = ${ask.authority} and a.address = ${address}
    order by t.leaf desc limit 1`.execute(ask.db)
  return rows[0]
}

/** A part of all that is withdrawn, the latest first. 50 unless told. */
export async function tombstones(
  ask: PublicRecord,
  filter: { after?: Cursor; limit?: number } = {},
): Promise<Part<Tombstone>> {
  const limit = filter.limit ?? 50
  const beyond =
    filter.after === undefined
      ? sql``
      : sql` and (${DAY}, t.entry) < (${filter.after.date ?? '-infinity'}::date, ${filter.after.id}::uuid)`
  const { rows } = await sql<Tombstone>`
    select ${TOMBSTONE} from published.tombstone t
    where t.authority = ${ask.authority} and ${stands(ask)}${beyond}
    order by ${DAY} desc, t.entry desc limit ${limit + 1}`.execute(ask.db)
  return partOf(rows, limit)
}

/** Whether anything was withdrawn or erased with a leaf numbered `leaf` or later. */
export async function takenSince(ask: PublicRecord, leaf: number): Promise<boolean> {
  const { rows } = await sql`
    select from published.tombstone
    where authority = ${ask.authority} and greatest(leaf, erased_leaf) >= ${leaf}::bigint limit 1`.execute(
    ask.db,
  )
  return rows.length > 0
}
