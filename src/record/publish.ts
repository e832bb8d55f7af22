/** The only door to the public: writes the schema `published`, and a leaf of the log with each version. */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import { canonical, contentHash, storable } from './canonical.ts'
import { publishFiles } from './file.ts'
import { AT_ONCE, remember } from './history.ts'
import type { AnyKind, Published } from './kind.ts'
import { addLinkLeaves } from './link-leaves.ts'
import { addLeaves, announce, takeLog } from './log.ts'
import { type LinkNamed, publishLinks } from './publish-links.ts'
import type { EntryState } from './tables.ts'
import type { Tx } from './transaction.ts'

/** An entry asks for an address that another published entry has. */
export class PathTaken extends Error {
  readonly path: string
  constructor(path: string, message: string) {
    super(message)
    this.name = 'PathTaken'
    this.path = path
  }
}

type Working = {
  id: EntryId
  kind: string
  key: string
  working: unknown
  state: EntryState
  version: number
  open_hash: Buffer | null
  /** Whether the open version is from before its paragraphs and files were kept with it. */
  bare: boolean
}
/** One entry on its way to the public. */
type Going = {
  id: EntryId
  kind: AnyKind
  key: string
  version: number
  /** Whether readers have a version of it already. */
  shownBefore: boolean
  public: Published<unknown>
  hash: Buffer
  /** Nothing but a part of `public.content`, so it is not in the hash. */
  outline: string | null
}

/** What came of a publication. */
export type Publication = {
  published: EntryId[]
  unchanged: EntryId[]
  /** Those that were withdrawn: they stay so until they are reinstated. */
  withdrawn: EntryId[]
}

/**
 * Publishes entries with their links; a link shows once both its ends are published. An entry of which nothing public
 * changed adds no version and no leaf, and one that was withdrawn stays withdrawn. Where `links` are named, no other link
 * that was drafted between entries that readers have already is shown or said otherwise. Throws PathTaken when an address
 * is another entry's, and when an id is not an entry of the permit's authority or its kind is not among `kinds`.
 */
export async function publish(
  tx: Tx,
  permit: Permit<'record.publish'>,
  kinds: readonly AnyKind[],
  ids: readonly EntryId[],
  links?: readonly LinkNamed[],
): Promise<Publication> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return { published: [], unchanged: [], withdrawn: [] }
  const moment = await takeLog(tx, permit.authority)
  const outcome: Publication = { published: [], unchanged: [], withdrawn: [] }
  const going: Going[] = []
  for (const entry of await load(tx, permit.authority, wanted)) {
    if (entry.state === 'withdrawn') {
      outcome.withdrawn.push(entry.id)
      continue
    }
    const next = prepare(entry, kinds)
    if (entry.open_hash?.equals(next.hash) !== true) going.push(next)
    else {
      outcome.unchanged.push(entry.id)
      if (entry.bare) await fillIn(tx, next)
    }
  }
  await replaceVersions(tx, permit, moment, going)
  outcome.published = going.map(({ id }) => id)
  const linksChanged = await publishLinks(tx, permit.authority, wanted, {
    links,
    first: going.filter(({ shownBefore }) => !shownBefore).map(({ id }) => id),
  })
  if (linksChanged > 0) await addLinkLeaves(tx, permit.authority, moment)
  if (going.length > 0 || linksChanged > 0) await announce(tx, permit.authority, moment)
  return outcome
}

async function load(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<Working[]> {
  const { rows } = await sql<Working>`
    select e.id, e.kind, e.key, e.working, e.state, e.version, v.content_hash as open_hash,
      v.entry is not null and v.files is null as bare
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join record.entry e on e.id = wanted.id and e.authority = ${authority}
    left join published.entry_version v on v.entry = e.id and v.published_until is null
    order by place for update of e`.execute(tx)
  if (rows.length === ids.length) return rows
  const found = new Set(rows.map((row) => row.id))
  throw new Error(`Not an entry of ${authority}: ${ids.filter((id) => !found.has(id)).join(', ')}`)
}

function prepare(entry: Working, kinds: readonly AnyKind[]): Going {
  const kind = kinds.find((one) => one.name === entry.kind)
  if (kind === undefined) throw new Error(`Nothing says how a “${entry.kind}” is published`)
  const shown = kind.publish(kind.parse(entry.working))
  const paragraphs = shown.paragraphs.map((one) => ({
    anchor: one.anchor,
    number: one.number,
    text: one.text,
  }))
  // Field by field, so that nothing a kind returns beyond these can become public.
  const whole = {
    kind: entry.kind,
    path: shown.path,
    title: shown.title,
    date: shown.date,
    body: shown.body,
    summary: shown.summary,
    state: shown.state,
    content: shown.content,
    paragraphs,
    files: (shown.files ?? []).map((file) => ({ sha256: file.sha256, name: file.name })),
  }
  return {
    id: entry.id,
    kind,
    key: entry.key,
    version: entry.version + 1,
    shownBefore: entry.open_hash !== null,
    public: whole,
    hash: contentHash(canonical(whole)),
    outline: shown.outline === undefined ? null : canonical(shown.outline),
  }
}

async function replaceVersions(
  tx: Tx,
  permit: Permit<'record.publish'>,
  moment: Instant,
  all: readonly Going[],
): Promise<void> {
  if (all.length === 0) return
  const ids = all.map((one) => one.id)
  // All old versions close before any new one opens, so that entries may exchange their addresses.
  await sql`update published.entry_version set published_until = greatest(${moment}::timestamptz, published_from)
    where entry = any(${ids}::uuid[]) and published_until is null`.execute(tx)
  await refuseTakenPaths(tx, permit.authority, all)
  await sql`delete from published.paragraph where entry = any(${ids}::uuid[])`.execute(tx)
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await insertVersions(tx, permit.authority, moment, all.slice(from, from + AT_ONCE))
  }
  await addLeaves(
    tx,
    permit.authority,
    moment,
    all.map((one) => ({ entry: one.id, version: one.version, act: 'publish', contentHash: one.hash })),
  )
  await insertParagraphs(tx, permit.authority, all)
  await publishFiles(
    tx,
    permit.authority,
    moment,
    all.flatMap((one) => one.public.files ?? []),
  )
  await sql`update published.tombstone set reinstated_at = ${moment}::timestamptz
    where entry = any(${ids}::uuid[]) and reinstated_at is null`.execute(tx)
  await sql`update record.entry set state = 'published', version = version + 1, changed_at = now()
    where id = any(${ids}::uuid[])`.execute(tx)
  await remember(
    tx,
    permit,
    all.map((one) => ({
      act: 'publish',
      entry: one.id,
      why: one.version === 1 ? 'Published' : 'Published again, because it changed',
      changed: { version: one.version, path: one.public.path },
    })),
  )
}

/** Keeps with an open version what its hash covers and was not kept with it then; the hash being the same, it is the same. */
async function fillIn(tx: Tx, { id, public: shown }: Going): Promise<void> {
  await sql`update published.entry_version
    set paragraphs = ${canonical(shown.paragraphs)}, files = ${canonical(shown.files ?? [])}
    where entry = ${id} and published_until is null`.execute(tx)
}

async function refuseTakenPaths(tx: Tx, authority: string, going: readonly Going[]): Promise<void> {
  const owners = new Map<string, Going>()
  for (const one of going) {
    const other = owners.get(one.public.path)
    if (other !== undefined) throw taken(one, other.kind.name, other.public.title)
    owners.set(one.public.path, one)
  }
  const { rows } = await sql<{ path: string; kind: string; title: string }>`
    select path, kind, title from published.entry_version
    where authority = ${authority} and path = any(${[...owners.keys()]}) and published_until is null
    order by path`.execute(tx)
  const first = rows[0]
  const asking = first && owners.get(first.path)
  if (first && asking) throw taken(asking, first.kind, first.title)
}

const taken = (asking: Going, kind: string, title: string): PathTaken =>
  new PathTaken(
    asking.public.path,
    `The ${asking.kind.name} “${asking.public.title}” (${asking.key}) cannot be published at ${asking.public.path}, because the ${kind} “${title}” has that address.`,
  )

async function insertVersions(
  tx: Tx,
  authority: string,
  moment: Instant,
  going: readonly Going[],
): Promise<void> {
  await tx
    .insertInto('published.entry_version')
    .values(
      going.map(({ id, kind, version, hash, outline, public: shown }) => ({
        entry: id,
        version,
        authority,
        kind: kind.name,
        path: storable(shown.path),
        title: storable(shown.title),
        date: shown.date,
        body: shown.body,
        summary: storable(shown.summary),
        state: shown.state,
        content: canonical(shown.content),
        outline,
        paragraphs: canonical(shown.paragraphs),
        files: canonical(shown.files ?? []),
        content_hash: hash,
        published_from: moment,
      })),
    )
    .execute()
}

async function insertParagraphs(tx: Tx, authority: string, going: readonly Going[]): Promise<void> {
  const rows = going
    .filter((one) => one.kind.searchable)
    .flatMap(({ id, public: shown }) =>
      [{ anchor: '', number: null, text: shown.summary }, ...shown.paragraphs].map((paragraph, position) => ({
        authority,
        entry: id,
        position,
        anchor: paragraph.anchor,
        number: paragraph.number,
        title: storable(shown.title),
        text: storable(paragraph.text),
      })),
    )
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx
      .insertInto('published.paragraph')
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
  }
}
