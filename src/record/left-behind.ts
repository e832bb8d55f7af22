/**
 * What an import leaves as it is and a person should know of: what was withdrawn and stays so, and what the earlier
 * version of a corrected paper brought and this one no longer holds, which would otherwise stay public unsaid.
 */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import type { EntryId } from '../lib/index.ts'
import { storable } from './canonical.ts'
import { AT_ONCE } from './history.ts'
import type { Brought, Source } from './importer.ts'
import type { LinkKind } from './kind.ts'
import { unlink } from './link.ts'
import type { Tx } from './transaction.ts'

type Open = Brought['open'][number]

/**
 * Notes which entries and links a file brought, and says what is left for a person to decide. A link that only earlier
 * versions of the paper made is parted, and the public sees that with the next publication; an entry that only they
 * brought is named, with the command that withdraws it. Versions of a paper know each other by the convention that a
 * working copy keeps its `file`, and beside it the files before it as `earlier`.
 */
export async function settleBrought(
  tx: Tx,
  permit: Permit<'record.import'>,
  source: Pick<Source, 'name' | 'sha256'>,
  brought: Pick<Brought, 'entries' | 'links'>,
): Promise<Open[]> {
  const { authority } = permit
  // A file that holds an earlier version than the record has brings nothing, and what it brought before still tells.
  if (brought.entries.length === 0) return []
  const own = brought.entries.filter(({ goes }) => goes === undefined)
  await note(tx, authority, source.sha256, {
    entries: own.map(({ id }) => id),
    links: brought.links.map(({ ends, kind }) => ({ ...ends, kind })),
  })
  const staying = await stayWithdrawn(tx, authority, source, brought)
  const replaced = await replacedBy(
    tx,
    source.sha256,
    own.map(({ id }) => id),
  )
  if (replaced.length === 0) return staying
  const files = [...replaced, source.sha256]
  return [
    ...staying,
    ...(await entriesLeft(tx, authority, { source, replaced, files })),
    ...(await partLinks(tx, permit, { source, replaced, files })),
  ]
}

type Noted = {
  entries: readonly EntryId[]
  links: readonly { from: EntryId; to: EntryId; kind: LinkKind }[]
}

async function note(tx: Tx, authority: string, sha256: string, { entries, links }: Noted): Promise<void> {
  // What an earlier import of the same file noted goes: a better reader may find less in it than the one before.
  await sql`delete from record.brought where authority = ${authority} and sha256 = ${sha256}`.execute(tx)
  await sql`delete from record.brought_link where authority = ${authority} and sha256 = ${sha256}`.execute(tx)
  const ids = [...new Set(entries)]
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    await sql`insert into record.brought (authority, sha256, entry)
      select ${authority}, ${sha256}, unnest(${some}::uuid[])`.execute(tx)
  }
  await sql`insert into record.brought_link (authority, sha256, from_entry, to_entry, kind)
    select ${authority}, ${sha256}, made.* from unnest(${links.map(({ from }) => from)}::uuid[],
      ${links.map(({ to }) => to)}::uuid[], ${links.map(({ kind }) => kind)}::text[]) as made
    on conflict do nothing`.execute(tx)
}

async function stayWithdrawn(
  tx: Tx,
  authority: string,
  source: Pick<Source, 'name'>,
  { entries }: Pick<Brought, 'entries'>,
): Promise<Open[]> {
  const { rows } = await sql<{ id: EntryId; path: string; day: string; erased: boolean }>`
    select e.id, t.path, (t.withdrawn_at at time zone 'Europe/London')::date as day, t.erased_at is not null as erased
    from record.entry e join published.tombstone t on t.entry = e.id and t.reinstated_at is null
    where e.authority = ${authority} and e.state = 'withdrawn'
      and e.id = any(${entries.map(({ id }) => id)}::uuid[])
    order by t.path`.execute(tx)
  return rows.map(({ path, day, erased }) => ({
    what: `${path} was withdrawn on ${day}${erased ? ' and its content erased' : ''}; it stays withdrawn, whatever this file holds`,
    place: source.name,
    mend: `To show it again: bin/shiremoot reinstate '${path}' --authority ${authority} --words "why"${erased ? ', and import the file again' : ''}.`,
  }))
}

/** The files that this one took the place of, as the working copies that it brought have them. */
async function replacedBy(tx: Tx, sha256: string, ids: readonly EntryId[]): Promise<string[]> {
  const { rows } = await sql<{ working: unknown }>`
    select working from record.entry
    where id = any(${ids}::uuid[]) and position('"earlier"' in working::text) > 0`.execute(tx)
  return [...new Set(rows.flatMap(({ working }) => earlierOf(working, sha256)))].filter(
    (one) => one !== sha256,
  )
}

function earlierOf(value: unknown, sha256: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => earlierOf(one, sha256))
  if (typeof value !== 'object' || value === null) return []
  const here =
    'earlier' in value && 'file' in value && hashes(value.file).includes(sha256) ? hashes(value.earlier) : []
  return [...here, ...Object.values(value).flatMap((one) => earlierOf(one, sha256))]
}

/** Every `sha256` in a value. */
function hashes(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(hashes)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'sha256' && typeof one === 'string' ? [one] : hashes(one),
  )
}

type Replacing = {
  source: Pick<Source, 'name' | 'sha256'>
  replaced: readonly string[]
  /** The files replaced, and the one at hand. */
  files: readonly string[]
}

async function entriesLeft(
  tx: Tx,
  authority: string,
  { source, replaced, files }: Replacing,
): Promise<Open[]> {
  const { rows } = await sql<{ path: string; title: string; kind: string }>`
    select distinct v.path, v.title, v.kind
    from record.brought b
    join published.entry_version v on v.entry = b.entry and v.published_until is null
    where b.authority = ${authority} and b.sha256 = any(${replaced}::text[])
      and not exists (select from record.brought now
        where now.entry = b.entry and (now.sha256 = ${source.sha256} or now.sha256 <> all(${files}::text[])))
    order by v.path`.execute(tx)
  return rows.map(({ path, title, kind }) => ({
    what: `${source.name} takes the place of an earlier version and no longer holds the ${kind.replaceAll('-', ' ')} “${title}”, which stays public`,
    place: path,
    mend: `If it should go: bin/shiremoot withdraw '${path}' --authority ${authority} --reason replaced --words "why".`,
  }))
}

async function partLinks(
  tx: Tx,
  permit: Permit<'record.import'>,
  { source, replaced, files }: Replacing,
): Promise<Open[]> {
  const { rows } = await sql<{ from: EntryId; to: EntryId; kind: LinkKind; start: string; end: string }>`
    select distinct l.from_entry as "from", l.to_entry as "to", l.kind, f.path as start, t.path as end
    from record.brought_link b
    join record.link l on l.from_entry = b.from_entry and l.to_entry = b.to_entry and l.kind = b.kind
    join record.entry f on f.id = l.from_entry
    join record.entry t on t.id = l.to_entry
    join record.brought held on held.entry = l.from_entry and held.sha256 = ${source.sha256}
    where b.authority = ${permit.authority} and b.sha256 = any(${replaced}::text[])
      and not exists (select from record.brought_link now
        where now.from_entry = b.from_entry and now.to_entry = b.to_entry and now.kind = b.kind
          and (now.sha256 = ${source.sha256} or now.sha256 <> all(${files}::text[])))
    order by f.path, t.path, l.kind`.execute(tx)
  const why = storable(`${source.name} takes the place of an earlier version and no longer holds it`)
  for (const { from, to, kind } of rows) await unlink(tx, permit, { from, to, kind, why })
  return rows.map(({ kind, start, end }) => ({
    what: `${source.name} no longer says that ${start} is joined to ${end} (${kind}), which an earlier version said; they were parted`,
    place: source.name,
    mend: 'If they belong together, put it right in the file and import it again.',
  }))
}
