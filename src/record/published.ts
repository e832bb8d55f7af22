/** The published record as pages ask it: shapes only. Everything here reads the schema `published` and nothing else. */
import type { EntryId, Instant, LocalDate } from '../lib/index.ts'
import type { LinkKind, LinkPlace } from './kind.ts'

/** One published entry, as it stands. */
export type PublishedEntry<Content> = {
  id: EntryId
  kind: string
  path: string
  title: string
  date: LocalDate | null
  body: string | null
  summary: string
  state: string | null
  content: Content
  version: number
  publishedAt: Instant
}

/** An entry without its content, as lists show it. */
export type ListedEntry = Omit<PublishedEntry<never>, 'content'>

/** An entry at the other end of a link, without its content. */
export type LinkedEntry = ListedEntry & {
  link: LinkKind
  /** Why the two hang together, in words: the phrase that ties them, or who said so. */
  why: string
  /** The part of the entry it runs from; null where that is the whole. */
  place: LinkPlace | null
}

/** A place in a list ordered by date, from which the next part continues. */
export type Cursor = { readonly date: LocalDate | null; readonly id: EntryId }

export type Part<Row> = { rows: Row[]; next: Cursor | null }
