/** The canonical texts that leaves of the log commit to, made again from what the record keeps. */
import { sql } from '../database/index.ts'
import type { EntryId, Instant, LocalDate } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { canonical } from './canonical.ts'
import { type ListedLink, linksText } from './link-leaves.ts'
import type { WithdrawalReason } from './tables.ts'

/** What a leaf is about, as far as its text is found by it. */
export type Subject = { number: number; entry: EntryId; version: number }

type Kept = {
  kind: string
  path: string
  title: string
  date: LocalDate | null
  body: string | null
  summary: string
  state: string | null
  content: unknown
  paragraphs: unknown
  files: unknown
}

/** The text of a version as published; null where some of it was not kept. */
export async function publishedText(ask: PublicRecord, of: Subject): Promise<string | null> {
  const { rows } = await sql<Kept>`
    select kind, path, title, date, body, summary, state, content, paragraphs, files from published.entry_version
    where authority = ${ask.authority} and entry = ${of.entry}::uuid and version = ${of.version}`.execute(
    ask.db,
  )
  const kept = rows[0]
  return kept === undefined || kept.paragraphs === null || kept.files === null ? null : canonical(kept)
}

/** The list of an entry's public links that a leaf commits to: those of the leaf's moment. */
export async function textOfLinks(ask: PublicRecord, of: Subject): Promise<string> {
  const columns = sql.raw('l.to_entry as "to", l.kind, l.why, l.place')
  const from = sql`l.authority = leaf.authority and l.from_entry = leaf.entry and l.shown_from <= leaf.at`
  const { rows } = await sql<ListedLink>`
    with leaf as (
      select authority, entry, at from published.log_leaf
      where authority = ${ask.authority} and number = ${of.number})
    select ${columns} from leaf join published.link l on ${from}
    union all
    select ${columns} from leaf join published.link_before l on ${from} and l.shown_until > leaf.at`.execute(
    ask.db,
  )
  return linksText(rows)
}

/** The settings of the authority in a version. */
export async function settingsText(ask: PublicRecord, of: Subject): Promise<string | null> {
  const { rows } = await sql<{ site: unknown }>`
    select site from published.authority_version
    where authority = ${ask.authority} and version = ${of.version}`.execute(ask.db)
  return rows[0] === undefined ? null : canonical(rows[0].site)
}

/** What a withdrawal or an erasure commits to. */
export const departureText = (of: { at: Instant; reason: WithdrawalReason; words: string }): string =>
  canonical({ at: of.at, reason: of.reason, words: of.words })

/** The text of a withdrawal's leaf, or of an erasure's. */
export async function tombstoneText(ask: PublicRecord, of: Subject): Promise<string | null> {
  const { rows } = await sql<{ at: Instant; reason: WithdrawalReason; words: string }>`
    select case when leaf = ${of.number} then withdrawn_at else erased_at end as at, reason, words
    from published.tombstone
    where authority = ${ask.authority} and entry = ${of.entry}::uuid
      and (leaf = ${of.number} or erased_leaf = ${of.number})`.execute(ask.db)
  return rows[0] === undefined ? null : departureText(rows[0])
}
