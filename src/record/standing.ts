/** Since when a page says what it says, and where its proof is. */
import type { EntryId, Instant } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'

/** The entry that is a page, as it stands at the moment asked of. */
export type Standing = {
  entry: EntryId
  kind: string
  version: number
  publishedAt: Instant
  /** When another version took its place; null while it stands. */
  until: Instant | null
  /** All its versions, those after the moment asked of as well, the oldest first. */
  versions: { version: number; publishedAt: Instant; until: Instant | null }[]
  /** The number of the version's leaf in the log. */
  leaf: number | null
}

/** What stands at an address; undefined when nothing does. */
export async function standingOf(_ask: PublicRecord, _path: string): Promise<Standing | undefined> {
  throw new Error('not built')
}
