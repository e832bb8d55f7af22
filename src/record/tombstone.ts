/** What stands where something was withdrawn: when, why, and whether its content was erased. */
import type { EntryId, Instant, LocalDate } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
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

/** What stands at an address, of now or of earlier, of an entry that was withdrawn; undefined where nothing was. */
export async function tombstoneAt(_ask: PublicRecord, _path: string): Promise<Tombstone | undefined> {
  throw new Error('not built')
}

/** A part of all that is withdrawn, the latest first. */
export async function tombstones(
  _ask: PublicRecord,
  _filter: { after?: Cursor; limit?: number } = {},
): Promise<Part<Tombstone>> {
  throw new Error('not built')
}
