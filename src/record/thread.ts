/** Questions along the links: what points at an entry, what it points at, and how many. */
import type { EntryId } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import type { LinkKind } from './kind.ts'
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

/** Published entries that point at `to`. */
export async function linkedTo(
  _ask: PublicRecord,
  _to: EntryId,
  _filter: LinkFilter = {},
): Promise<Part<LinkedEntry>> {
  throw new Error('not built')
}

/** Published entries that `from` points at. */
export async function linkedFrom(
  _ask: PublicRecord,
  _from: EntryId,
  _filter: LinkFilter = {},
): Promise<Part<LinkedEntry>> {
  throw new Error('not built')
}

/** How many published entries point at `to`, by kind and state. */
export async function countsTo(
  _ask: PublicRecord,
  _to: EntryId,
  _link?: LinkKind,
): Promise<{ kind: string; state: string | null; count: number }[]> {
  throw new Error('not built')
}
