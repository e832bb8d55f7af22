/** The leaves of the verifiable log (RFC 6962): each publication adds one, in the act's own transaction. */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from '../database/index.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import { canonical } from './canonical.ts'
import { AT_ONCE } from './history.ts'
import type { LeafAct } from './tables.ts'
import type { Tx } from './transaction.ts'

/** What a leaf is about. The hash of the content goes in through a salted commitment only. */
export type Logged = { entry: EntryId; version: number; act: LeafAct; contentHash: Uint8Array }

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
 * so that leaves are numbered without gaps and addresses cannot be taken twice. Returns the moment of this publication:
 * later than that of any other of the authority, in whole milliseconds, whatever the clock does. Throws when the
 * authority is unknown.
 */
export async function takeLog(tx: Tx, authority: string): Promise<Instant> {
  // In two statements: a clock that is read by the one that waits would tell when the waiting began.
  await sql`select from record.log_size where authority = ${authority} for update`.execute(tx)
  const { rows } = await sql<{ moment: Instant }>`
    update record.log_size
    set moment = greatest(date_trunc('milliseconds', clock_timestamp()), moment + interval '1 millisecond')
    where authority = ${authority} returning moment`.execute(tx)
  const taken = rows[0]
  if (taken === undefined) {
    throw new Error(`The record knows no authority “${authority}”: describe it before anything is published.`)
  }
  return taken.moment
}

/**
 * Waits until no import of the authority is under way, and keeps others waiting until this transaction ends. Imports lock
 * entries before they take the log; an act that locks them after taking it must come first or last, never in between.
 */
export async function takeTurn(tx: Tx, authority: string): Promise<void> {
  await sql`select from record.authority where id = ${authority} for no key update`.execute(tx)
}

/** Tells readers, and whoever keeps copies, that something public changed at `moment`. */
export async function announce(tx: Tx, authority: string, moment: Instant): Promise<void> {
  await sql`update published.authority set revision = revision + 1, moment = ${moment}::timestamptz
    where id = ${authority}`.execute(tx)
}

/** Adds leaves to the authority's log, in the order given; returns the number of the first. */
export async function addLeaves(
  tx: Tx,
  authority: string,
  at: Instant,
  logged: readonly Logged[],
): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    update record.log_size set size = size + ${logged.length} where authority = ${authority} returning size`.execute(
    tx,
  )
  const size = rows[0]?.size
  if (size === undefined) throw new Error(`The record knows no authority “${authority}”`)
  const first = size - logged.length
  for (let from = 0; from < logged.length; from += AT_ONCE) {
    const made = logged.slice(from, from + AT_ONCE).map((one, index) => {
      const salt = randomBytes(32)
      const leaf = leafBytes({ ...one, commitment: commitment(salt, one.contentHash) })
      return { number: first + from + index, one, salt, leaf }
    })
    await insertLeaves(tx, authority, at, made)
  }
  return first
}

async function insertLeaves(
  tx: Tx,
  authority: string,
  at: Instant,
  made: readonly { number: number; one: Logged; salt: Buffer; leaf: Buffer }[],
): Promise<void> {
  await tx
    .insertInto('published.log_leaf')
    .values(
      made.map(({ number, one, leaf }) => ({
        authority,
        number,
        entry: one.entry,
        version: one.version,
        act: one.act,
        at,
        leaf,
        hash: leafHash(leaf),
      })),
    )
    .execute()
  await tx
    .insertInto('published.log_salt')
    .values(made.map(({ number, salt }) => ({ authority, number, salt })))
    .execute()
}
