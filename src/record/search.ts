/** Full-text search of the published record: finds entries, and leads to the paragraph. */
import type { LocalDate } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import type { ListedEntry } from './published.ts'

export type Query = {
  /** As the reader typed it: words, "quoted phrases", beginnings*. */
  words: string
  kind?: string
  /** The path of a body. */
  body?: string
  /** The first day that counts. */
  from?: LocalDate
  /** The first day that no longer counts. */
  until?: LocalDate
  /** The path of a priority that the entry serves. */
  priority?: string
  /** The first is 1; each has `HITS_A_PAGE` hits. */
  page: number
}

export type Hit = {
  entry: ListedEntry
  /** The fragment of the best paragraph on the entry's page; empty for the page's top. */
  anchor: string
  /** The paragraph's number as printed. */
  number: string | null
  snippet: (string | { match: string })[]
}

export type Found = {
  total: number
  hits: Hit[]
  /** Why nothing could be looked for, when the words left nothing to look for: too common, or no words at all. */
  empty: 'no-words' | 'only-common-words' | null
}

export const HITS_A_PAGE = 20

/** Entries that have all the words, the best first, one hit for each. No input makes it fail. */
export async function search(_ask: PublicRecord, _query: Query): Promise<Found> {
  throw new Error('not built')
}
