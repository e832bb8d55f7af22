/** Every page as values (W4): what stands at an address, whole, or the list that a page shows. Shapes: docs/open-record.md. */
import type { LocalDate } from '../../lib/index.ts'
import {
  countsOf,
  entriesOf,
  type ListedEntry,
  lastMoment,
  logSize,
  type PublicRecord,
  type Whole,
  type WholeLink,
  wholeAt,
} from '../../record/index.ts'
import { addressOf, type Page, type PageRequest, type Site, Text, valuesPath } from '../../web/index.ts'
import { cursorText, typedCursor } from './cursor.ts'
import { kinds } from './kinds.ts'
import { licenceOf } from './licence.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** As many of a list as one answer has. */
const LISTED_AT_ONCE = 500

/** A value as the text of an answer. */
export const jsonText = (value: unknown): Text => new Text(JSON_TYPE, `${JSON.stringify(value, null, 1)}\n`)

type Around = { origin: string; on: LocalDate | null }

/**
 * A page's own address and that of its values, whole where the site knows its own. A part of a page is addressed with it;
 * an earlier version of a paper, whose address has a query, has no values of its own.
 */
function addresses(path: string, { origin, on }: Around): { page: string; json: string | null } {
  const [page = '', fragment] = path.split('#', 2)
  const day: Record<string, string> = on === null ? {} : { on }
  const mark = fragment === undefined ? '' : `#${fragment}`
  if (page.includes('?'))
    return { page: `${origin}${page}${on === null ? '' : `&on=${on}`}${mark}`, json: null }
  return {
    page: `${origin}${addressOf(page, day)}${mark}`,
    json: `${origin}${addressOf(valuesPath(page), day)}`,
  }
}

const linkValues = (link: WholeLink, around: Around): object => ({
  link: link.link,
  why: link.why,
  place: link.place,
  entry: link.entry,
  kind: link.kind,
  path: link.path,
  title: link.title,
  json: addresses(link.path, around).json,
})

/** An entry with all that is public of it, as the JSON of its page and the whole download have it. */
export function entryValues(whole: Whole, around: Around): object {
  return {
    id: whole.id,
    kind: whole.kind,
    path: whole.path,
    ...addresses(whole.path, around),
    title: whole.title,
    date: whole.date,
    body: whole.body,
    state: whole.state,
    summary: whole.summary,
    version: whole.version,
    publishedAt: whole.publishedAt,
    content: whole.content,
    paragraphs: whole.paragraphs,
    files:
      whole.files?.map(({ name, sha256 }) => ({
        name,
        sha256,
        file: `${around.origin}/files/${sha256}/${encodeURIComponent(name)}`,
      })) ?? null,
    links: {
      from: whole.links.from.map((link) => linkValues(link, around)),
      to: whole.links.to.map((link) => linkValues(link, around)),
    },
    proof:
      whole.leaf === null
        ? null
        : { leaf: whole.leaf, salt: whole.salt, json: `${around.origin}/proof/${whole.leaf}.json` },
  }
}

const listedValues = (entry: ListedEntry, around: Around): object => ({
  id: entry.id,
  kind: entry.kind,
  path: entry.path,
  ...addresses(entry.path, around),
  title: entry.title,
  date: entry.date,
  body: entry.body,
  state: entry.state,
  summary: entry.summary,
  version: entry.version,
  publishedAt: entry.publishedAt,
})

/** What every answer begins with: whose record, under which terms, of which day. */
export const heading = (site: Site, around: Around): object => ({
  record: site.name,
  authority: site.authority,
  publisher: site.publisher,
  licence: licenceOf(site),
  documentation: `${around.origin}/data`,
  asItStoodOn: around.on,
})

/**
 * A page as values. Undefined when nothing stands at its address, on the day asked for: the list of a page that lists,
 * what the record holds for the home page, and the entries of the page for all others.
 */
export async function pageValues(
  ask: PublicRecord,
  { site, path, query, on, origin = '' }: PageRequest,
  page: Page<PublicRecord>,
): Promise<Text | undefined> {
  const around = { origin, on }
  const top = { ...heading(site, around), path, page: addresses(path, around).page }
  if (path === '/') return jsonText({ ...top, ...(await overview(ask, around)) })
  if (page.lists !== undefined) {
    const after = typedCursor(query['after'])
    if (after === undefined) return undefined
    const listed = await listOf(ask, page.lists, after)
    return jsonText({
      ...top,
      // A page below something lists what stands below itself: the commitments of one plan.
      list: listed.rows
        .filter((entry) => entry.path.startsWith(`${path}/`))
        .map((entry) => listedValues(entry, around)),
      next:
        listed.next === null
          ? null
          : `${origin}${addressOf(valuesPath(path), { after: cursorText(listed.next), ...(on === null ? {} : { on }) })}`,
    })
  }
  const entries = await wholeAt(ask, path)
  return entries.length === 0
    ? undefined
    : jsonText({ ...top, entries: entries.map((entry) => entryValues(entry, around)) })
}

const listOf = (
  ask: PublicRecord,
  kind: string,
  after: ReturnType<typeof typedCursor>,
): ReturnType<typeof entriesOf<unknown>> => {
  const found = kinds.find(({ name }) => name === kind)
  if (found === undefined) throw new Error(`A page lists “${kind}”, and there is no such kind`)
  return entriesOf(ask, found, { limit: LISTED_AT_ONCE, ...(after ? { after } : {}) })
}

/** How many entries of each kind there are, and how far the log goes. */
async function overview(ask: PublicRecord, around: Around): Promise<object> {
  const [counts, last, size] = await Promise.all([countsByKind(ask), lastMoment(ask), logSize(ask)])
  return {
    lastPublication: last ?? null,
    kinds: kinds.map(({ name, words }) => ({
      kind: name,
      words: words.many,
      entries: counts.get(name) ?? 0,
    })),
    log: { size, page: `${around.origin}/verify` },
    wholeRecord: `${around.origin}/data/record.jsonl`,
  }
}

/** How many entries stand of each kind. */
export async function countsByKind(ask: PublicRecord): Promise<ReadonlyMap<string, number>> {
  const counted = await Promise.all(
    kinds.map(async ({ name }): Promise<[string, number]> => {
      const counts = await countsOf(ask, { kind: name })
      return [name, counts.reduce((sum, { count }) => sum + count, 0)]
    }),
  )
  return new Map(counted)
}
