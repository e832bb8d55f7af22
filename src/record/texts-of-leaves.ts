/** The texts that many leaves commit to, in a few questions: whoever keeps a copy of the record holds each against its leaf. */
import { sql } from '../database/index.ts'
import type { LocalDate } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { canonical } from './canonical.ts'
import { contentOfLeaf, type Leaf } from './leaves.ts'
import { type ListedLink, linksText } from './link-leaves.ts'

type Version = {
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

/** The same as `contentOfLeaf` for each of some leaves that follow each other, by their numbers. */
export async function textsOfLeaves(
  ask: PublicRecord,
  leaves: readonly Leaf[],
): Promise<Map<number, string | null>> {
  const texts = new Map<number, string | null>()
  const [first, last] = [leaves[0], leaves.at(-1)]
  if (first === undefined || last === undefined) return texts
  const range = sql`l.authority = ${ask.authority} and l.number between ${first.number} and ${last.number}`
  const [versions, links] = [await versionTexts(ask, range), await linkTexts(ask, range)]
  for (const leaf of leaves) {
    if (leaf.salt === null) texts.set(leaf.number, null)
    else if (leaf.act === 'publish') texts.set(leaf.number, versions.get(leaf.number) ?? null)
    else if (leaf.act === 'links') texts.set(leaf.number, links.get(leaf.number) ?? linksText([]))
    else texts.set(leaf.number, await contentOfLeaf(ask, leaf.number))
  }
  return texts
}

type Range = ReturnType<typeof sql>

async function versionTexts(ask: PublicRecord, range: Range): Promise<Map<number, string>> {
  const { rows } = await sql<Version & { number: number }>`
    select l.number, e.kind, e.path, e.title, e.date, e.body, e.summary, e.state, e.content, e.paragraphs, e.files
    from published.log_leaf l
    join published.entry_version e on e.authority = l.authority and e.entry = l.entry and e.version = l.version
    where ${range} and l.act = 'publish' and e.paragraphs is not null and e.files is not null`.execute(ask.db)
  return new Map(rows.map(({ number, ...version }) => [number, canonical(version)]))
}

async function linkTexts(ask: PublicRecord, range: Range): Promise<Map<number, string>> {
  const of = sql`l.act = 'links' and ${range} and s.authority = l.authority and s.from_entry = l.entry and s.shown_from <= l.at`
  const columns = sql`l.number, s.to_entry as "to", s.kind, s.why, s.place`
  const { rows } = await sql<ListedLink & { number: number }>`
    select ${columns} from published.log_leaf l, published.link s where ${of}
    union all
    select ${columns} from published.log_leaf l, published.link_before s where ${of} and s.shown_until > l.at`.execute(
    ask.db,
  )
  const lists = Map.groupBy(rows, ({ number }) => number)
  return new Map([...lists].map(([number, links]) => [number, linksText(links)]))
}
