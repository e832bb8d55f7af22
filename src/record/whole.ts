/** Published entries whole, with their proof and their links both ways: for JSON, the bulk download and the copy. */
import type { EntryId, Instant } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import type { LinkKind, LinkPlace, Paragraph } from './kind.ts'
import type { PublishedEntry } from './published.ts'

/** A link of an entry, with what stands at its other end. */
export type WholeLink = {
  entry: EntryId
  kind: string
  path: string
  title: string
  link: LinkKind
  why: string
  place: LinkPlace | null
}

/** An entry with all that is public of it; `publishedAt` is since when this version stands. */
export type Whole = PublishedEntry<unknown> & {
  /** Null where it was published before they were kept with it. */
  paragraphs: Paragraph[] | null
  files: { name: string; sha256: string }[] | null
  /** The number of the version's leaf in the log, and the salt of its commitment, in hexadecimal digits. */
  leaf: number | null
  salt: string | null
  links: { from: WholeLink[]; to: WholeLink[] }
}

/** Every entry that stands at `path`, or at a fragment of it, in order of address; none where nothing does. */
export async function wholeAt(_ask: PublicRecord, _path: string): Promise<Whole[]> {
  throw new Error('not built')
}

/** The whole record, read as it stood at one moment, in order of address by code units. */
export async function* everyWhole(_ask: PublicRecord): AsyncGenerator<Whole> {
  throw new Error('not built')
}

/** Every address that has a page of its own, without fragments, each once, in order; `publishedAt` is of the newest thing on it. */
export async function* publishedPaths(
  _ask: PublicRecord,
): AsyncGenerator<{ path: string; kind: string; publishedAt: Instant }> {
  throw new Error('not built')
}
