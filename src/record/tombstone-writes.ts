/** Sets tombstones, and takes their titles away. */
import { sql } from '../database/index.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import type { Tx } from './transaction.ts'
import type { Leaving, Withdrawal } from './withdraw.ts'

/** The address of a tombstone that may not say what it was: addresses are made of titles. */
const neutral = (entry: EntryId): string => `/withdrawn/${entry}`

/** A tombstone for each entry; the leaves of their withdrawal are numbered from `first`, in the same order. */
export async function placeTombstones(
  tx: Tx,
  { authority, moment, first }: { authority: string; moment: Instant; first: number },
  going: readonly Leaving[],
  { reason, words, keepTitle }: Withdrawal,
): Promise<void> {
  await tx
    .insertInto('published.tombstone')
    .values(
      going.map(({ id, kind, path, title }, index) => ({
        authority,
        leaf: first + index,
        entry: id,
        path: keepTitle ? (path ?? neutral(id)) : neutral(id),
        kind,
        title: keepTitle ? title : null,
        withdrawn_at: moment,
        reason,
        words,
      })),
    )
    .execute()
  await answerAtNeutral(
    tx,
    authority,
    going.map(({ id }) => id),
  )
}

/** Takes the titles off the standing tombstones of these entries; returns how many had one. */
export async function hideTitles(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update published.tombstone set title = null, path = '/withdrawn/' || entry
    where authority = ${authority} and entry = any(${ids}::uuid[]) and title is not null and reinstated_at is null`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}

async function answerAtNeutral(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<void> {
  await sql`insert into published.tombstone_address (authority, address, entry)
    select ${authority}, sha256(convert_to('/withdrawn/' || id, 'UTF8')), id from unnest(${ids}::uuid[]) as gone (id)
    on conflict do nothing`.execute(tx)
}
