/** Questions about published entries: one at its address, lists of a kind, counts, and addresses that moved. */
import type { LocalDate } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import type { Shown } from './kind.ts'
import type { Cursor, Part, PublishedEntry } from './published.ts'

/** The entry that has this address now; undefined when none of this kind has. */
export async function entryAt<Content>(
  _ask: PublicRecord,
  _kind: Shown<Content>,
  _path: string,
): Promise<PublishedEntry<Content> | undefined> {
  throw new Error('not built')
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

/** A part of the published entries of a kind, by date. */
export async function entriesOf<Content>(
  _ask: PublicRecord,
  _kind: Shown<Content>,
  _filter: EntryFilter = {},
): Promise<Part<PublishedEntry<Content>>> {
  throw new Error('not built')
}

/** How many published entries of a kind are in each state. */
export async function countsOf(
  _ask: PublicRecord,
  _filter: { kind: string; body?: string },
): Promise<{ state: string | null; count: number }[]> {
  throw new Error('not built')
}

/** The present address of what once stood at `path`; undefined when nothing did, or it is still there. */
export async function movedFrom(_ask: PublicRecord, _path: string): Promise<string | undefined> {
  throw new Error('not built')
}
