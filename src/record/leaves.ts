/** Reads the log from the record: its leaves, and the text that each commits to. */
import { sql } from '../database/index.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { publishedText, type Subject, settingsText, textOfLinks, tombstoneText } from './content-text.ts'
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

/** How many leaves the authority's log has, or had at the moment asked of. */
export async function logSize(ask: PublicRecord): Promise<number> {
  const then = ask.at === undefined ? sql`` : sql` and at <= ${ask.at}::timestamptz`
  const { rows } = await sql<{ size: number }>`
    select number + 1 as size from published.log_leaf
    where authority = ${ask.authority}${then} order by number desc limit 1`.execute(ask.db)
  return rows[0]?.size ?? 0
}

/** The leaves numbered `from` and on, without `to`, in order. */
export async function leavesOf(ask: PublicRecord, from: number, to: number): Promise<Leaf[]> {
  const { rows } = await sql<Leaf>`
    select l.number, l.at, l.entry, l.version, l.act, l.leaf, l.hash, s.salt
    from published.log_leaf l
    left join published.log_salt s on s.authority = l.authority and s.number = l.number
    where l.authority = ${ask.authority} and l.number >= ${from} and l.number < ${to}
    order by l.number`.execute(ask.db)
  return rows
}

const TEXT: Readonly<Record<LeafAct, (ask: PublicRecord, of: Subject) => Promise<string | null>>> = {
  publish: publishedText,
  links: textOfLinks,
  describe: settingsText,
  withdraw: tombstoneText,
  erase: tombstoneText,
}

/**
 * The canonical text that a leaf commits to: its commitment is SHA-256(salt ‖ SHA-256(text)). Null where that is
 * withdrawn or erased, or was published before all of it was kept. Throws when the log has no such leaf.
 */
export async function contentOfLeaf(ask: PublicRecord, number: number): Promise<string | null> {
  const [leaf] = await leavesOf(ask, number, number + 1)
  if (leaf === undefined) throw new Error(`The log of ${ask.authority} has no leaf ${number}`)
  return leaf.salt === null ? null : await TEXT[leaf.act](ask, leaf)
}

/** The last moment at which anything public changed; undefined when the record knows no such authority. */
export async function lastMoment(ask: PublicRecord): Promise<Instant | undefined> {
  const { rows } = await sql<{ moment: Instant }>`
    select moment from published.authority where id = ${ask.authority}`.execute(ask.db)
  return rows[0]?.moment
}
