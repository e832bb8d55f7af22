/** Published entries whole, with their proof and their links both ways: for JSON, the bulk download and the copy. */
import { type RawBuilder, sql } from '../database/index.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import { linksShown, type PublicRecord, standing } from './ask.ts'
import { storable } from './canonical.ts'
import { LISTED } from './entries.ts'
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
export async function wholeAt(ask: PublicRecord, path: string): Promise<Whole[]> {
  const page = storable(path)
  // As bytes, '$' follows '#': the fragments of a page are one range of the index.
  const { rows } = await sql<{ entry: EntryId }>`
    select e.entry from published.entry_version e
    where e.authority = ${ask.authority} and ${standing(ask, 'e')}
      and (e.path = ${page} or (e.path ~>=~ ${`${page}#`} and e.path ~<~ ${`${page}$`}))`.execute(ask.db)
  return await wholes(
    ask,
    rows.map(({ entry }) => entry),
  )
}

/** How many entries are read at once: long papers are some hundred kilobytes each. */
const BATCH = 100

/** The whole record, read as it stood at one moment, in order of address by code units. */
export async function* everyWhole(ask: PublicRecord): AsyncGenerator<Whole> {
  for await (const { at, addresses } of snapshot(ask)) {
    for (let from = 0; from < addresses.length; from += BATCH) {
      yield* await wholes(
        at,
        addresses.slice(from, from + BATCH).map(({ entry }) => entry),
      )
    }
  }
}

/** Every address that has a page of its own, without fragments, each once, in order; `publishedAt` is of the newest thing on it. */
export async function* publishedPaths(
  ask: PublicRecord,
): AsyncGenerator<{ path: string; kind: string; publishedAt: Instant }> {
  for await (const { addresses } of snapshot(ask)) {
    const pages = Map.groupBy(addresses, ({ path }) => path.split('#', 1)[0] ?? path)
    for (const [path, there] of pages) {
      const own = there.find((one) => one.path === path) ?? there[0]
      const publishedAt = there
        .map((one) => one.publishedAt)
        .reduce((one, other) => (one > other ? one : other))
      if (own !== undefined) yield { path, kind: own.kind, publishedAt }
    }
  }
}

type Address = { entry: EntryId; path: string; kind: string; publishedAt: Instant }

/**
 * One snapshot of the record: all questions asked of `at` while it lasts see the same; that of the asker where it asks of one
 * moment already. Gives exactly one.
 */
async function* snapshot(ask: PublicRecord): AsyncGenerator<{ at: PublicRecord; addresses: Address[] }> {
  if (ask.db.isTransaction) {
    yield { at: ask, addresses: await addressesOf(ask) }
    return
  }
  const tx = await ask.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const at = { ...ask, db: tx }
    yield { at, addresses: await addressesOf(at) }
  } finally {
    await tx.rollback().execute()
  }
}

async function addressesOf(ask: PublicRecord): Promise<Address[]> {
  const { rows } = await sql<Address>`
    select e.entry, e.path, e.kind, e.published_from as "publishedAt" from published.entry_version e
    where e.authority = ${ask.authority} and ${standing(ask, 'e')}`.execute(ask.db)
  return rows.toSorted(byAddress)
}

const byAddress = (one: { path: string }, other: { path: string }): number =>
  one.path < other.path ? -1 : one.path > other.path ? 1 : 0

async function wholes(ask: PublicRecord, entries: readonly EntryId[]): Promise<Whole[]> {
  if (entries.length === 0) return []
  const { rows } = await sql<Omit<Whole, 'links' | 'salt'> & { salt: string | null }>`
    select ${LISTED}, e.content, e.paragraphs, e.files, l.number as leaf, encode(s.salt, 'hex') as salt
    from published.entry_version e
    left join published.log_leaf l
      on l.authority = e.authority and l.entry = e.entry and l.act = 'publish' and l.version = e.version
    left join published.log_salt s on s.authority = l.authority and s.number = l.number
    where e.entry = any(${entries}::uuid[]) and e.authority = ${ask.authority} and ${standing(ask, 'e')}`.execute(
    ask.db,
  )
  const from = await linksOf(ask, entries, { here: sql.ref('l.from_entry'), there: sql.ref('l.to_entry') })
  const to = await linksOf(ask, entries, { here: sql.ref('l.to_entry'), there: sql.ref('l.from_entry') })
  return rows
    .map((row) => ({ ...row, links: { from: from.get(row.id) ?? [], to: to.get(row.id) ?? [] } }))
    .toSorted(byAddress)
}

/** The links of these entries in one direction, with what stands at the other end, in order of its address. */
async function linksOf(
  ask: PublicRecord,
  entries: readonly EntryId[],
  { here, there }: { here: RawBuilder<unknown>; there: RawBuilder<unknown> },
): Promise<Map<EntryId, WholeLink[]>> {
  const { rows } = await sql<{ here: EntryId; link: WholeLink }>`
    select ${here} as here, jsonb_build_object('entry', e.entry, 'kind', e.kind, 'path', e.path, 'title', e.title,
      'link', l.kind, 'why', l.why, 'place', l.place) as link
    from ${linksShown(ask)} l
    join published.entry_version e on e.entry = ${there} and ${standing(ask, 'e')}
    where ${here} = any(${entries}::uuid[]) and l.authority = ${ask.authority}`.execute(ask.db)
  const links = new Map<EntryId, WholeLink[]>()
  for (const row of rows) {
    const of = links.get(row.here)
    if (of === undefined) links.set(row.here, [row.link])
    else of.push(row.link)
  }
  for (const some of links.values())
    some.sort((one, other) => byAddress(one, other) || (one.link < other.link ? -1 : 1))
  return links
}
