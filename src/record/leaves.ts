/** Reads the log from the record: its leaves, and the text that each commits to. */
import type { EntryId, Instant } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import type { LeafAct } from './tables.ts'

export type Leaf = {
  number: number
  at: Instant
  /** The nil UUID where it is of the authority itself. */
  entry: EntryId
  version: number
  act: LeafAct
  /** Its bytes, and their hash of RFC 6962. */
  leaf: Buffer
  hash: Buffer
  /** Null where what it commits to is withdrawn or erased. */
  salt: Buffer | null
}

/** How many leaves the authority's log has. */
export async function logSize(_ask: PublicRecord): Promise<number> {
  throw new Error('not built')
}

/** The leaves numbered `from` and on, without `to`, in order. */
export async function leavesOf(_ask: PublicRecord, _from: number, _to: number): Promise<Leaf[]> {
  throw new Error('not built')
}

/**
 * The canonical text that a leaf commits to: SHA-256(salt ‖ SHA-256(text)) is its commitment. Null where that is withdrawn or
 * erased, or was published before all of it was kept. Throws when the log has no such leaf.
 */
export async function contentOfLeaf(_ask: PublicRecord, _number: number): Promise<string | null> {
  throw new Error('not built')
}

/** The last moment at which anything public changed; undefined when the record knows no such authority. */
export async function lastMoment(_ask: PublicRecord): Promise<Instant | undefined> {
  throw new Error('not built')
}
