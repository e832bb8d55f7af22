/**
 * Withdraws entries: takes their content out of everything public, at every moment, and leaves a tombstone that says
 * when and why. The leaves of the log stay. Also brings back what was withdrawn, by an act that says so.
 */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import type { EntryId, Instant } from '../lib/index.ts'
import { contentHash, storable } from './canonical.ts'
import { departureText } from './content-text.ts'
import { remember } from './history.ts'
import type { AnyKind, LinkKind } from './kind.ts'
import { commitToLinks } from './link-leaves.ts'
import { addLeaves, announce, takeLog, takeTurn } from './log.ts'
import { type Naming, stillNaming } from './still-naming.ts'
import type { EntryState, WithdrawalReason } from './tables.ts'
import { hideTitles, placeTombstones } from './tombstone-writes.ts'
import type { Tx } from './transaction.ts'
import { type FileNamed, filesNamed, withdrawFiles } from './withdraw-files.ts'

export type Withdrawal = {
  reason: WithdrawalReason
  /** What readers are told, in a sentence or two of plain words. */
  words: string
  /** Whether the tombstone may say what it was; false where the title itself, and addresses made of it, must go. */
  keepTitle: boolean
}

/** Something that hangs on what was withdrawn, and stays public. */
export type LeftHanging = { path: string; title: string; kind: string; link: LinkKind }

export type Withdrawn = {
  withdrawn: EntryId[]
  /** Those that were not public. */
  unchanged: EntryId[]
  left: LeftHanging[]
  /** Files of the withdrawn that stay public, because something else that is public names them. */
  filesLeft: FileNamed[]
  /** What is joined to none of them, names one all the same, and stays public: it may hold what had to go. */
  naming: Naming[]
}

/** An entry that is to go, with what its tombstone says. */
export type Leaving = {
  id: EntryId
  kind: string
  working: unknown
  state: EntryState
  version: number
  path: string | null
  title: string | null
}

/**
 * Withdraws published entries of the permit's authority. Of one that is withdrawn already, the title goes if it must not
 * be kept. Throws when `words` are empty, and when an id is not an entry of the authority.
 */
export async function withdraw(
  tx: Tx,
  permit: Permit<'record.withdraw'>,
  kinds: readonly AnyKind[],
  ids: readonly EntryId[],
  withdrawal: Withdrawal,
): Promise<Withdrawn> {
  const words = storable(withdrawal.words.trim())
  if (words === '') throw new Error('A withdrawal says in words why: readers are told')
  const { authority } = permit
  await takeTurn(tx, authority)
  const moment = await takeLog(tx, authority)
  const all = await load(tx, authority, [...new Set(ids)])
  const going = all.filter(({ state }) => state === 'published')
  const unchanged = all.filter(({ state }) => state !== 'published').map(({ id }) => id)
  const withdrawn = going.map(({ id }) => id)
  const hidden = withdrawal.keepTitle ? 0 : await hideTitles(tx, authority, unchanged)
  if (withdrawn.length === 0) {
    if (hidden > 0) await announce(tx, authority, moment)
    return { withdrawn, unchanged, left: [], filesLeft: [], naming: [] }
  }
  const said = { ...withdrawal, words }
  const left = await hangingOn(tx, withdrawn)
  const named = await filesNamed(tx, kinds, going)
  await markWithdrawn(tx, permit, going, said)
  const pointing = await takeOut(tx, authority, withdrawn)
  const filesLeft = await withdrawFiles(tx, authority, named)
  await logWithdrawal(tx, authority, moment, going, said)
  await commitToLinks(tx, authority, moment, pointing)
  await announce(tx, authority, moment)
  const joined = new Set(left.map(({ path }) => path))
  const naming = (await stillNaming(tx, authority, going)).filter(({ path }) => !joined.has(path))
  return { withdrawn, unchanged, left, filesLeft, naming }
}

async function load(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<Leaving[]> {
  const { rows } = await sql<Leaving>`
    select e.id, e.kind, e.working, e.state, e.version, v.path, v.title
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join record.entry e on e.id = wanted.id and e.authority = ${authority}
    left join published.entry_version v on v.entry = e.id and v.published_until is null
    order by place for update of e`.execute(tx)
  if (rows.length === ids.length) return rows
  const found = new Set<string>(rows.map(({ id }) => id))
  throw new Error(`Not an entry of ${authority}: ${ids.filter((id) => !found.has(id)).join(', ')}`)
}

/** What is joined to these entries, in either direction, and is none of them. */
async function hangingOn(tx: Tx, ids: readonly EntryId[]): Promise<LeftHanging[]> {
  const { rows } = await sql<LeftHanging>`
    select distinct e.path, e.title, e.kind, l.kind as link
    from published.link l
    join published.entry_version e on e.published_until is null
      and e.entry = case when l.from_entry = any(${ids}::uuid[]) then l.to_entry else l.from_entry end
    where (l.from_entry = any(${ids}::uuid[])) <> (l.to_entry = any(${ids}::uuid[]))
    order by e.path, l.kind`.execute(tx)
  return rows
}

async function markWithdrawn(
  tx: Tx,
  permit: Permit<'record.withdraw'>,
  going: readonly Leaving[],
  { reason, words, keepTitle }: Withdrawal,
): Promise<void> {
  await sql`update record.entry set state = 'withdrawn', changed_at = now()
    where id = any(${going.map(({ id }) => id)}::uuid[])`.execute(tx)
  await remember(
    tx,
    permit,
    going.map(({ id, version }) => ({
      act: 'withdraw',
      entry: id,
      why: words,
      changed: { reason, keepTitle, version },
    })),
  )
}

/** Takes everything of these entries out of the schema that readers can see; returns the others whose links led to them. */
async function takeOut(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<EntryId[]> {
  const these = sql`any(${ids}::uuid[])`
  await withholdSalts(tx, authority, ids)
  const { rows: pointing } = await sql<{ entry: EntryId }>`
    select distinct from_entry as entry from published.link
    where to_entry = ${these} and not from_entry = ${these} order by from_entry`.execute(tx)
  await sql`insert into published.tombstone_address (authority, address, entry)
    select distinct authority, sha256(convert_to(path, 'UTF8')), entry from published.entry_version
    where entry = ${these} on conflict do nothing`.execute(tx)
  await sql`delete from published.link where from_entry = ${these} or to_entry = ${these}`.execute(tx)
  await sql`with gone as (
      delete from published.link_before where from_entry = ${these} or to_entry = ${these} returning *)
    insert into record.withdrawn_link select * from gone`.execute(tx)
  await sql`delete from published.paragraph where entry = ${these}`.execute(tx)
  await sql`with gone as (delete from published.entry_version where entry = ${these} returning *)
    insert into record.withdrawn_version select * from gone`.execute(tx)
  return pointing.map(({ entry }) => entry)
}

/**
 * The salts of these entries' content and links, and of the lists of others' links that named them: with the salt, a
 * guess at why something was joined to them could be confirmed.
 */
async function withholdSalts(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<void> {
  const these = sql`any(${ids}::uuid[])`
  await sql`
    with naming as (
      select from_entry, shown_from, 'infinity'::timestamptz as shown_until from published.link where to_entry = ${these}
      union all select from_entry, shown_from, shown_until from published.link_before where to_entry = ${these}
    ), withheld as (
      select l.number from published.log_leaf l
      where l.authority = ${authority} and l.entry = ${these} and l.act in ('publish', 'links')
      union
      select l.number from naming n join published.log_leaf l on l.authority = ${authority} and l.entry = n.from_entry
        and l.act = 'links' and n.shown_from <= l.at and n.shown_until > l.at
    ), gone as (
      delete from published.log_salt s using withheld w
      where s.authority = ${authority} and s.number = w.number returning s.*)
    insert into record.withheld_salt select * from gone`.execute(tx)
}

async function logWithdrawal(
  tx: Tx,
  authority: string,
  moment: Instant,
  going: readonly Leaving[],
  withdrawal: Withdrawal,
): Promise<void> {
  const hash = contentHash(departureText({ at: moment, ...withdrawal }))
  const first = await addLeaves(
    tx,
    authority,
    moment,
    going.map(({ id, version }) => ({ entry: id, version, act: 'withdraw', contentHash: hash })),
  )
  await placeTombstones(tx, { authority, moment, first }, going, withdrawal)
}

/**
 * Makes withdrawn entries drafts again, so that the next publication shows them, from then on; what they were before
 * stays withdrawn. `why` stands in the history.
 */
export async function reinstate(
  tx: Tx,
  permit: Permit<'record.withdraw'>,
  ids: readonly EntryId[],
  why: string,
): Promise<{ reinstated: EntryId[]; unchanged: EntryId[] }> {
  await takeTurn(tx, permit.authority)
  const all = await load(tx, permit.authority, [...new Set(ids)])
  const reinstated = all.filter(({ state }) => state === 'withdrawn').map(({ id }) => id)
  await sql`update record.entry set state = 'draft', changed_at = now()
    where id = any(${reinstated}::uuid[])`.execute(tx)
  await remember(
    tx,
    permit,
    reinstated.map((entry) => ({ act: 'reinstate', entry, why })),
  )
  return { reinstated, unchanged: all.filter(({ state }) => state !== 'withdrawn').map(({ id }) => id) }
}
