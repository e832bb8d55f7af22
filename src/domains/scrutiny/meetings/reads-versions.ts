/** Questions of the published record about the versions of papers and minutes: which there are, from when, and what they say. */
import { sql } from '../../../database/index.ts'
import { type EntryId, type Instant, type LocalDate, londonDate } from '../../../lib/index.ts'
import {
  entryAt,
  type PublicRecord,
  type PublishedEntry,
  type Shown,
  standing,
} from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import { wholeOf } from '../register.ts'
import type { FileOfPaper } from './meeting.ts'
import type { Minutes } from './minutes.ts'
import type { Paper } from './paper.ts'
import { type PlacedPassage, passagesOfMinutes, passagesOfPaper } from './passages.ts'
import { minutesKind, minutesVersionKind, paperKind, paperVersionKind } from './published.ts'

type Versioned = { version: number; file: FileOfPaper; earlier: { version: number; file: FileOfPaper }[] }

/** A paper or minutes, and how the versions of it are told apart. */
type Kept<Content extends Versioned> = {
  now: Shown<Content>
  before: Shown<Content>
  passages: (content: Content) => PlacedPassage[]
}

const PAPER: Kept<Paper> = { now: paperKind, before: paperVersionKind, passages: passagesOfPaper }
const MINUTES: Kept<Minutes> = { now: minutesKind, before: minutesVersionKind, passages: passagesOfMinutes }

export type VersionOf = {
  version: number
  file: FileOfPaper
  /** The day on which it was first public here; null for one that was not, or is not any more. */
  since: LocalDate | null
}

export type ComparedVersion = VersionOf & { passages: PlacedPassage[] }

export type VersionsOf = {
  title: string
  /** The page of the present version. */
  path: string
  body: Paper['body']
  date: LocalDate
  /** Oldest first. */
  versions: VersionOf[]
  from: ComparedVersion | null
  to: ComparedVersion | null
}

/** The versions of a paper, and the two to compare. Undefined when there is no such paper or version. */
export const paperVersions = (ask: PublicRecord, request: PageRequest): Promise<VersionsOf | undefined> =>
  versionsOf(ask, PAPER, request)

/** The versions of minutes, and the two to compare. */
export const minutesVersions = (ask: PublicRecord, request: PageRequest): Promise<VersionsOf | undefined> =>
  versionsOf(ask, MINUTES, request)

/** The addresses at which versions of papers are compared: where there are several. */
export const comparedPapers = (ask: PublicRecord): Promise<string[]> => severalOf(ask, paperKind)

/** The same of minutes. */
export const comparedMinutes = (ask: PublicRecord): Promise<string[]> => severalOf(ask, minutesKind)

async function severalOf<Content extends Versioned>(
  ask: PublicRecord,
  kind: Shown<Content>,
): Promise<string[]> {
  const all = await wholeOf(ask, kind)
  return all.flatMap(({ path, content }) => (content.earlier.length > 0 ? [`${path}/versions`] : []))
}

/** The version before the present one of a paper; null where there is none that readers have. */
export const paperBefore = (
  ask: PublicRecord,
  paper: PublishedEntry<Paper>,
): Promise<ComparedVersion | null> => versionBefore(ask, PAPER, paper)

/** The version before the present one of minutes. */
export const minutesBefore = (
  ask: PublicRecord,
  minutes: PublishedEntry<Minutes>,
): Promise<ComparedVersion | null> => versionBefore(ask, MINUTES, minutes)

async function versionBefore<Content extends Versioned>(
  ask: PublicRecord,
  kept: Kept<Content>,
  present: PublishedEntry<Content>,
): Promise<ComparedVersion | null> {
  const before = present.content.earlier.at(-1)
  if (before === undefined) return null
  const since = await firstDays(ask, present.id)
  return compared(ask, kept, present, { ...before, since: since.get(before.version) ?? null })
}

async function versionsOf<Content extends Versioned & Pick<Paper, 'body' | 'date'>>(
  ask: PublicRecord,
  kept: Kept<Content>,
  { path: address, query }: PageRequest,
): Promise<VersionsOf | undefined> {
  const path = address.replace(/\/versions$/, '')
  const present = await entryAt(ask, kept.now, path)
  if (present === undefined) return undefined
  const since = await firstDays(ask, present.id)
  const { content } = present
  const versions = [...content.earlier, { version: content.version, file: content.file }].map(
    ({ version, file }) => ({ version, file, since: since.get(version) ?? null }),
  )
  const numbered = (text: string): VersionOf | undefined =>
    versions.find(({ version }) => String(version) === text)
  const to = query['to'] === undefined ? versions.at(-1) : numbered(query['to'])
  const from =
    query['from'] === undefined
      ? versions[versions.findIndex((each) => each === to) - 1]
      : numbered(query['from'])
  if (to === undefined || (query['from'] !== undefined && from === undefined)) return undefined
  const whole = { title: present.title, path, body: content.body, date: content.date, versions }
  if (from === undefined) return { ...whole, from: null, to: null }
  const [old, now] = await Promise.all([compared(ask, kept, present, from), compared(ask, kept, present, to)])
  return { ...whole, from: old, to: now }
}

/** A version with its text; null where readers do not have it. */
async function compared<Content extends Versioned>(
  ask: PublicRecord,
  { before, passages }: Kept<Content>,
  present: PublishedEntry<Content>,
  version: VersionOf,
): Promise<ComparedVersion | null> {
  if (version.version === present.content.version) return { ...version, passages: passages(present.content) }
  const old = await entryAt(ask, before, `${present.path}?version=${version.version}`)
  return old === undefined ? null : { ...version, passages: passages(old.content) }
}

/** On which day each version of an entry was first public here. */
async function firstDays(ask: PublicRecord, entry: EntryId): Promise<Map<number, LocalDate>> {
  const { rows } = await sql<{ version: string; first: Instant }>`
    select e.content ->> 'version' as version, min(e.published_from) as first
    from published.entry_version e
    where e.authority = ${ask.authority} and e.entry = ${entry}::uuid and ${hasBegun(ask)}
    group by 1`.execute(ask.db)
  return new Map(rows.map(({ version, first }) => [Number(version), londonDate(new Date(first))]))
}

/** Whether a version had begun at the moment asked of, be it over or not. */
const hasBegun = (ask: PublicRecord): ReturnType<typeof standing> =>
  ask.at === undefined ? sql`true` : sql`e.published_from <= ${ask.at}::timestamptz`
