/** Questions of the published record about figures: what stands beside a paper's own findings, and all findings there are. */
import { sql } from '../../database/index.ts'
import { type EntryId, type Instant, type LocalDate, londonDate } from '../../lib/index.ts'
import { type PublicRecord, standing } from '../../record/index.ts'
import type { VersionFigures } from './correction.ts'
import { type CheckedDocument, type Disagreement, disagreementsAmong } from './disagreement.ts'
import type { CheckedFigures } from './finding.ts'
import { replyKind } from './published.ts'
import type { Reply } from './reply.ts'

/** What stands beside the findings of a document. */
export type FiguresAround = {
  /** All its versions that readers have, the present one among them. */
  versions: VersionFigures[]
  replies: Reply[]
  disagreements: Disagreement[]
}

/** Kinds of entry that keep what was found in their figures, with those of their earlier versions. */
const PRESENT = ['paper', 'minutes', 'plan']
const EARLIER = ['paper-version', 'minutes-version', 'plan-version']

type Present = {
  path: string
  title: string
  date: LocalDate | null
  id: EntryId
  figures?: CheckedFigures | undefined
  /** Whether it has versions besides the present one. */
  hasEarlier: boolean
}

/** What the page of a document shows of figures beside the document itself. */
export async function figuresAround(ask: PublicRecord, present: Present): Promise<FiguresAround> {
  const [versions, replies, disagreements] = await Promise.all([
    versionsOf(ask, present),
    present.hasEarlier || (present.figures?.findings.length ?? 0) > 0 ? repliesTo(ask, present.path) : [],
    disagreementsWith(ask, present),
  ])
  return { versions, replies, disagreements }
}

type VersionRow = {
  path: string
  figures: CheckedFigures
  order: number | null
  name: string | null
  date: LocalDate | null
}

/** The text after which, in order of bytes, no address that begins with `path` comes. */
const beyond = (path: string): string => `${path}\u{10ffff}`

async function versionsOf(
  ask: PublicRecord,
  { path, id, date, figures, hasEarlier }: Present,
): Promise<VersionFigures[]> {
  if (figures === undefined || !hasEarlier) return []
  const starts = [`${path}?version=`, `${path}/versions#version-`]
  const { rows } = await sql<VersionRow>`
    select e.path, e.content -> 'figures' as figures, (e.content ->> 'version')::int as order,
      e.content ->> 'name' as name, e.date
    from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = any(${EARLIER}) and ${standing(ask, 'e')}
      and e.content ? 'figures'
      and ((e.path ~>=~ ${starts[0]} and e.path ~<~ ${beyond(starts[0] ?? '')})
        or (e.path ~>=~ ${starts[1]} and e.path ~<~ ${beyond(starts[1] ?? '')}))
    order by e.path collate "C"`.execute(ask.db)
  if (rows.length === 0) return [{ path, order: 1, name: 'this version', since: date, figures }]
  const days = await firstDays(ask, id)
  const isPlan = rows.some(({ name }) => name !== null)
  const earlier = rows.map(
    (row, index): VersionFigures => ({
      path: row.path,
      order: row.order ?? index + 1,
      name: row.order === null ? `the version of ${row.name ?? ''}` : `version ${row.order}`,
      since: row.order === null ? row.date : (days.get(row.order) ?? null),
      figures: row.figures,
    }),
  )
  if (isPlan) return earlier
  const order = Math.max(...days.keys(), ...earlier.map((version) => version.order))
  return [...earlier, { path, order, name: `version ${order}`, since: days.get(order) ?? null, figures }]
}

/** On which day each version of an entry was first public here. */
async function firstDays(ask: PublicRecord, entry: EntryId): Promise<Map<number, LocalDate>> {
  const begun = ask.at === undefined ? sql`true` : sql`e.published_from <= ${ask.at}::timestamptz`
  const { rows } = await sql<{ version: number; first: Instant }>`
    select (e.content ->> 'version')::int as version, min(e.published_from) as first
    from published.entry_version e
    where e.authority = ${ask.authority} and e.entry = ${entry}::uuid and ${begun} and e.content ? 'version'
    group by 1`.execute(ask.db)
  return new Map(rows.map(({ version, first }) => [version, londonDate(new Date(first))]))
}

async function repliesTo(ask: PublicRecord, path: string): Promise<Reply[]> {
  const start = `${path}#reply-`
  const { rows } = await sql<{ content: Reply }>`
    select e.content from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${replyKind.name} and ${standing(ask, 'e')}
      and e.path ~>=~ ${start} and e.path ~<~ ${beyond(start)}
    order by e.path collate "C"`.execute(ask.db)
  return rows.map(({ content }) => content)
}

/** The document's measures that another paper gives otherwise. */
async function disagreementsWith(
  ask: PublicRecord,
  { path, title, date, figures }: Present,
): Promise<Disagreement[]> {
  if (figures === undefined || figures.measures.length === 0) return []
  const keys = figures.measures.map(({ key }) => key)
  const { rows } = await sql<CheckedDocument>`
    select e.path, e.title, e.kind, e.date, e.outline -> 'figures' as figures
    from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = any(${PRESENT}) and ${standing(ask, 'e')}
      and e.path <> ${path} and e.outline is not null
      and jsonb_path_query_array(e.outline, '$.figures.measures[*].key') ?| ${keys}::text[]`.execute(ask.db)
  const own: CheckedDocument = { path, title, kind: '', date, figures }
  return disagreementsAmong([own, ...rows]).filter(({ sides }) => sides.some((side) => side.path === path))
}

/** A document with a version of it, and the replies to its findings. */
export type FiguresOnRecord = {
  documents: CheckedDocument[]
  /** Earlier versions, with the document's address. */
  earlier: (CheckedDocument & { document: string })[]
  replies: Reply[]
  disagreements: Disagreement[]
}

/** All that was found in figures on the record. */
export async function figuresOnRecord(ask: PublicRecord): Promise<FiguresOnRecord> {
  const [all, replies] = await Promise.all([
    sql<CheckedDocument>`
      select e.path, e.title, e.kind, e.date, e.outline -> 'figures' as figures
      from published.entry_version e
      where e.authority = ${ask.authority} and e.kind = any(${[...PRESENT, ...EARLIER]})
        and ${standing(ask, 'e')} and e.outline -> 'figures' is not null
      order by e.date desc nulls last, e.path collate "C"`.execute(ask.db),
    sql<{ content: Reply }>`
      select e.content from published.entry_version e
      where e.authority = ${ask.authority} and e.kind = ${replyKind.name} and ${standing(ask, 'e')}`.execute(
      ask.db,
    ),
  ])
  const documents = all.rows.filter(({ kind }) => PRESENT.includes(kind))
  return {
    documents,
    earlier: all.rows
      .filter(({ kind }) => EARLIER.includes(kind))
      .map((row) => ({ ...row, document: row.path.replace(/\?version=\d+$|\/versions#version-.*$/, '') })),
    replies: replies.rows.map(({ content }) => content),
    disagreements: disagreementsAmong(documents),
  }
}
