/** The rows of the schemas `record` and `published`, as PostgreSQL has them. Jsonb is written as JSON text. */
import type { ColumnType } from '../database/index.ts'
import type { EntryId, Instant, LocalDate } from '../lib/index.ts'
import type { LinkKind } from './kind.ts'

/** Read as a value, written as JSON text. */
type Json = ColumnType<unknown, string, string>
type JsonOrNull = ColumnType<unknown, string | null, string | null>
/** Filled by the database. */
type Filled<Value> = ColumnType<Value, Value | undefined, Value>
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>

export type EntryState = 'draft' | 'published' | 'withdrawn'

type AuthorityRow = { id: string; site: Json; made_at: Filled<Instant>; changed_at: Filled<Instant> }

type EntryRow = {
  id: EntryId
  authority: string
  kind: string
  key: string
  title: string
  path: string
  working: Json
  state: Filled<EntryState>
  /** How many versions were published; 0 before the first. */
  version: Filled<number>
  made_at: Filled<Instant>
  changed_at: Filled<Instant>
}

type LinkRow = {
  authority: string
  from_entry: EntryId
  to_entry: EntryId
  kind: LinkKind
  why: string
  place: JsonOrNull
  made_at: Filled<Instant>
}

export type HistoryRow = {
  number: Filled<number>
  authority: string
  /** The entry that changed; the one a link runs from; null for the authority itself and for files. */
  entry: EntryId | null
  act: 'describe' | 'draft' | 'link' | 'unlink' | 'publish' | 'keep-file' | 'withdraw' | 'reinstate' | 'erase'
  by: string
  at: Filled<Instant>
  why: string
  changed: JsonOrNull
  link_to: EntryId | null
  link_kind: LinkKind | null
}

type FileRow = {
  authority: string
  sha256: string
  name: string
  media_type: string
  size: number
  kept_at: Filled<Instant>
}

/** What a leaf of the log is about. */
export type LeafAct = 'publish' | 'withdraw' | 'erase' | 'links' | 'describe'

type LogLeafRow = {
  authority: string
  number: number
  entry: EntryId
  version: number
  act: LeafAct
  at: Filled<Instant>
  leaf: Bytes
  hash: Bytes
}

type LogSaltRow = { authority: string; number: number; salt: Bytes }
/** `moment` is that of the publication under way, or of the last one. */
type LogSizeRow = { authority: string; size: number; moment: Filled<Instant> }

type PublicAuthorityRow = { id: string; site: Json; revision: number; moment: Filled<Instant> }

type AuthorityVersionRow = {
  authority: string
  version: number
  site: Json
  published_from: Instant
  published_until: Filled<Instant | null>
}

type EntryVersionRow = {
  entry: EntryId
  version: number
  authority: string
  kind: string
  path: string
  title: string
  date: LocalDate | null
  body: string | null
  summary: string
  state: string | null
  content: Json
  outline: JsonOrNull
  /** Null where it was published before paragraphs and files were kept with it. */
  paragraphs: JsonOrNull
  files: JsonOrNull
  content_hash: Bytes
  published_from: Filled<Instant>
  published_until: Filled<Instant | null>
}

type PublicLinkRow = {
  authority: string
  from_entry: EntryId
  to_entry: EntryId
  kind: LinkKind
  why: string
  place: JsonOrNull
  from_kind: string
  from_state: string | null
  from_date: string
  to_kind: string
  to_state: string | null
  to_date: string
  shown_from: Filled<Instant>
}

type LinkBeforeRow = PublicLinkRow & { shown_until: Instant }

type ParagraphRow = {
  authority: string
  entry: EntryId
  position: number
  anchor: string
  number: string | null
  title: string
  text: string
}

type PublicFileRow = {
  authority: string
  sha256: string
  name: string
  media_type: string
  size: number
  shown_from: Filled<Instant>
}

/** Why something was withdrawn, as a class; `WITHDRAWAL_REASONS` has the words. */
export type WithdrawalReason =
  | 'published-in-error'
  | 'personal-information'
  | 'court-order'
  | 'copyright'
  | 'security'
  | 'replaced'
  | 'inaccurate'

type TombstoneRow = {
  authority: string
  leaf: number
  entry: EntryId
  path: string
  kind: string
  title: string | null
  withdrawn_at: Instant
  reason: WithdrawalReason
  words: string
  erased_at: Filled<Instant | null>
  erased_leaf: Filled<number | null>
  reinstated_at: Filled<Instant | null>
}

/** `address` is the SHA-256 of an address that the entry had. */
type TombstoneAddressRow = { authority: string; address: Bytes; entry: EntryId }

/** What the public login may read. */
export type PublishedTables = {
  'published.authority': PublicAuthorityRow
  'published.entry_version': EntryVersionRow
  'published.authority_version': AuthorityVersionRow
  'published.link': PublicLinkRow
  'published.link_before': LinkBeforeRow
  'published.paragraph': ParagraphRow
  'published.file': PublicFileRow
  'published.log_leaf': LogLeafRow
  'published.log_salt': LogSaltRow
  'published.tombstone': TombstoneRow
  'published.tombstone_address': TombstoneAddressRow
}

/** What the application's login works with. */
export type RecordTables = PublishedTables & {
  'record.authority': AuthorityRow
  'record.entry': EntryRow
  'record.link': LinkRow
  'record.history': HistoryRow
  'record.file': FileRow
  'record.log_size': LogSizeRow
  'record.withdrawn_version': EntryVersionRow
  'record.withdrawn_link': LinkBeforeRow
  'record.withheld_salt': LogSaltRow
  'record.erased_file': { authority: string; sha256: string }
  'record.brought': { authority: string; sha256: string; entry: EntryId }
  'record.brought_link': {
    authority: string
    sha256: string
    from_entry: EntryId
    to_entry: EntryId
    kind: LinkKind
  }
}
