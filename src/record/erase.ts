/**
 * Erases what was withdrawn (GDPR article 17): content, working copy, former values, salts and files. Its leaves stay, so
 * that the log still verifies, and no guess at the content can be confirmed by anything that is left.
 */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import { type EntryId, type Instant, type Refusal, refuse } from '../lib/index.ts'
import { contentHash } from './canonical.ts'
import { departureText } from './content-text.ts'
import { eraseFiles } from './erase-files.ts'
import { remember } from './history.ts'
import type { LinkKind } from './kind.ts'
import { addLeaves, announce, takeLog, takeTurn } from './log.ts'
import type { EntryState, WithdrawalReason } from './tables.ts'
import type { Tx } from './transaction.ts'

/** What history says of the words of a link to what is erased; the database lets nothing else take their place. */
const ERASED = 'Erased'

type Leaving = {
  id: EntryId
  path: string
  state: EntryState
  version: number
  reason: WithdrawalReason | null
  words: string | null
  erasedAt: Instant | null
}

/**
 * Erases withdrawn entries; one that is erased already is passed over. Their files are no longer listed, and their bytes
 * are to be removed with `removeErasedFiles` once the transaction is kept. `filesKept` are those that something else
 * names. Refuses when an entry is not withdrawn. Throws when an id is not an entry of the authority.
 */
export async function eraseWithdrawn(
  tx: Tx,
  permit: Permit<'record.erase'>,
  ids: readonly EntryId[],
): Promise<{ erased: EntryId[]; filesKept: string[] } | Refusal> {
  const { authority } = permit
  await takeTurn(tx, authority)
  const moment = await takeLog(tx, authority)
  const all = await load(tx, authority, [...new Set(ids)])
  const standing = all.find(({ state, reason }) => state !== 'withdrawn' || reason === null)
  if (standing !== undefined)
    return refuse(
      'not-withdrawn',
      `${standing.path} is not withdrawn; withdraw it first, so that readers are told why it went.`,
    )
  const going = all.filter(({ erasedAt }) => erasedAt === null)
  if (going.length === 0) return { erased: [], filesKept: [] }
  const erased = going.map(({ id }) => id)
  await remember(
    tx,
    permit,
    erased.map((entry) => ({ act: 'erase', entry, why: 'The content was erased' })),
  )
  const filesKept = await eraseFiles(tx, authority, erased)
  await eraseContent(tx, permit, erased)
  await eraseHistory(tx, authority, erased)
  await logErasure(tx, authority, moment, going)
  await announce(tx, authority, moment)
  return { erased, filesKept }
}

async function load(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<Leaving[]> {
  const { rows } = await sql<Leaving>`
    select e.id, e.path, e.state, e.version, t.reason, t.words, t.erased_at as "erasedAt"
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join record.entry e on e.id = wanted.id and e.authority = ${authority}
    left join published.tombstone t on t.entry = e.id and t.reinstated_at is null
    order by place for update of e`.execute(tx)
  if (rows.length === ids.length) return rows
  const found = new Set<string>(rows.map(({ id }) => id))
  throw new Error(`Not an entry of ${authority}: ${ids.filter((id) => !found.has(id)).join(', ')}`)
}

async function eraseContent(tx: Tx, permit: Permit<'record.erase'>, ids: readonly EntryId[]): Promise<void> {
  const these = sql`any(${ids}::uuid[])`
  await sql`
    delete from record.withheld_salt s using published.log_leaf l
    where s.authority = ${permit.authority} and l.authority = s.authority and l.number = s.number
      and (l.entry = ${these} or (l.act = 'links' and exists (
        select from record.withdrawn_link n where n.from_entry = l.entry and n.to_entry = ${these}
          and n.shown_from <= l.at and n.shown_until > l.at)))`.execute(tx)
  await sql`delete from record.withdrawn_link where from_entry = ${these} or to_entry = ${these}`.execute(tx)
  await sql`delete from record.withdrawn_version where entry = ${these}`.execute(tx)
  const { rows } = await sql<{ from: EntryId; to: EntryId; kind: LinkKind }>`
    delete from record.link where from_entry = ${these} or to_entry = ${these}
    returning from_entry as "from", to_entry as "to", kind`.execute(tx)
  await remember(
    tx,
    permit,
    rows.map(({ from, to, kind }) => ({ act: 'unlink', entry: from, why: ERASED, link: { to, kind } })),
  )
  await sql`delete from record.brought where entry = ${these}`.execute(tx)
  await sql`delete from record.brought_link where from_entry = ${these} or to_entry = ${these}`.execute(tx)
  await sql`update record.entry set working = 'null', title = '', path = '', changed_at = now()
    where id = ${these}`.execute(tx)
  // Where even the title had to go, no address that was made of it is left to be guessed at.
  await sql`
    delete from published.tombstone_address a using published.tombstone t
    where t.entry = a.entry and t.title is null and t.reinstated_at is null and a.entry = ${these}
      and a.address <> sha256(convert_to(t.path, 'UTF8'))`.execute(tx)
}

/** Former values, in which file it was read, why it was joined to what, and what its file was called. */
async function eraseHistory(tx: Tx, authority: string, ids: readonly EntryId[]): Promise<void> {
  const these = sql`any(${ids}::uuid[])`
  await sql`
    update record.history set changed = null,
      why = case when link_to is null and act <> 'draft' then why else ${ERASED} end
    where authority = ${authority} and (entry = ${these} or link_to = ${these})
      and (changed is not null or link_to is not null or act = 'draft')`.execute(tx)
  await sql`
    update record.history h set changed = null, why = ${ERASED} from record.erased_file f
    where h.authority = ${authority} and f.authority = h.authority and h.act = 'keep-file'
      and h.changed ->> 'sha256' = f.sha256`.execute(tx)
}

async function logErasure(
  tx: Tx,
  authority: string,
  moment: Instant,
  going: readonly Leaving[],
): Promise<void> {
  const logged = going.map(({ id, version, reason, words }) => {
    if (reason === null || words === null) throw new Error(`Nothing says why ${id} was withdrawn`)
    const text = departureText({ at: moment, reason, words })
    return { entry: id, version, act: 'erase' as const, contentHash: contentHash(text) }
  })
  const first = await addLeaves(tx, authority, moment, logged)
  await sql`
    update published.tombstone t set erased_at = ${moment}::timestamptz, erased_leaf = ${first}::bigint + gone.place - 1
    from unnest(${going.map(({ id }) => id)}::uuid[]) with ordinality as gone (id, place)
    where t.authority = ${authority} and t.entry = gone.id and t.reinstated_at is null`.execute(tx)
}
