/** The leaves of the verifiable log (RFC 6962): each publication adds one, in the act's own transaction. */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from '../database/index.ts'
import type { EntryId } from '../lib/index.ts'
import { canonical } from './canonical.ts'
import type { Tx } from './transaction.ts'

/** What a leaf is about. The hash of the content goes in through a salted commitment only. */
export type Logged = { entry: EntryId; version: number; act: 'publish'; contentHash: Uint8Array }

/** SHA-256(salt ‖ content hash): tells nothing of the content once salt and content are erased. */
export const commitment = (salt: Uint8Array, contentHash: Uint8Array): Buffer =>
  createHash('sha256').update(salt).update(contentHash).digest()

/** The bytes of a leaf: canonical JSON of act, commitment (hexadecimal), entry and version. */
export function leafBytes(of: Omit<Logged, 'contentHash'> & { commitment: Uint8Array }): Buffer {
  return Buffer.from(
    canonical({
      act: of.act,
      commitment: Buffer.from(of.commitment).toString('hex'),
      entry: of.entry,
      version: of.version,
    }),
  )
}

/** RFC 6962 section 2.1: SHA-256(0x00 ‖ leaf). */
export const leafHash = (leaf: Uint8Array): Buffer =>
  createHash('sha256').update(Uint8Array.of(0)).update(leaf).digest()

/**
 * Waits until no other publication of the authority is under way, and keeps others waiting until this transaction ends,
 * so that leaves are numbered without gaps and addresses cannot be taken twice. Throws when the authority is unknown.
 */
export async function takeLog(tx: Tx, authority: string): Promise<void> {
  const { rows } = await sql`select from record.log_size where authority = ${authority} for update`.execute(
    tx,
  )
  if (rows.length === 0) {
    throw new Error(`The record knows no authority “${authority}”: describe it before anything is published.`)
  }
}

/** Adds leaves to the authority's log, in the order given. */
export async function addLeaves(tx: Tx, authority: string, logged: readonly Logged[]): Promise<void> {
  const { rows } = await sql<{ size: number }>`
    update record.log_size set size = size + ${logged.length} where authority = ${authority} returning size`.execute(
    tx,
  )
  const size = rows[0]?.size
  if (size === undefined) throw new Error(`The record knows no authority “${authority}”`)
  const made = logged.map((one, index) => {
    const salt = randomBytes(32)
    const leaf = leafBytes({ ...one, commitment: commitment(salt, one.contentHash) })
    return { number: size - logged.length + index, one, salt, leaf }
  })
  await tx
    .insertInto('record.log_leaf')
    .values(
      made.map(({ number, one, leaf }) => ({
        authority,
        number,
        entry: one.entry,
        version: one.version,
        act: one.act,
        leaf,
        hash: leafHash(leaf),
      })),
    )
    .execute()
  await tx
    .insertInto('record.log_salt')
    .values(made.map(({ number, salt }) => ({ authority, number, salt })))
    .execute()
}
