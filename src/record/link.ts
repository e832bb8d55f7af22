/** Joins entries, and parts them. */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import type { EntryId } from '../lib/index.ts'
import { canonical, storable } from './canonical.ts'
import { remember } from './history.ts'
import type { LinkKind, LinkPlace } from './kind.ts'
import type { Tx } from './transaction.ts'

/** A link reads from the first to the second: an action ('from') 'serves' a priority ('to'), in one `place` of it or as a whole. */
export type Join = { from: EntryId; to: EntryId; kind: LinkKind; why: string; place?: LinkPlace | null }

type Reason = { why: string; place: unknown }

async function reasonOf(tx: Tx, authority: string, join: Join): Promise<Reason | undefined> {
  const { rows } = await sql<Reason>`
    select why, place from record.link
    where authority = ${authority} and from_entry = ${join.from} and to_entry = ${join.to} and kind = ${join.kind}
    for update`.execute(tx)
  return rows[0]
}

/**
 * Joins two entries of the permit's authority, or gives a standing link another reason; the public sees it once both
 * ends are published, or published again. Throws when an end is not an entry of the authority.
 */
export async function link(
  tx: Tx,
  permit: Permit<'record.import'>,
  join: Join,
): Promise<'created' | 'changed' | 'unchanged'> {
  const now: Reason = { why: storable(join.why), place: join.place ?? null }
  const place = now.place === null ? null : canonical(now.place)
  const { rows } = await sql`
    insert into record.link (authority, from_entry, to_entry, kind, why, place)
    select ${permit.authority}, ${join.from}::uuid, ${join.to}::uuid, ${join.kind}, ${now.why}, ${place}::jsonb
    where not exists (
      select from record.entry
      where id in (${join.from}::uuid, ${join.to}::uuid) and state = 'withdrawn' and working = 'null')
    on conflict (from_entry, to_entry, kind) do nothing returning kind`.execute(tx)
  const created = rows.length === 1
  const before = created ? undefined : await reasonOf(tx, permit.authority, join)
  // Nothing is joined to what was erased.
  if (!created && before === undefined) return 'unchanged'
  if (before !== undefined && canonical(before) === canonical(now)) return 'unchanged'
  if (!created) {
    await sql`update record.link set why = ${now.why}, place = ${place}
      where authority = ${permit.authority} and from_entry = ${join.from} and to_entry = ${join.to}
        and kind = ${join.kind}`.execute(tx)
  }
  await remember(tx, permit, [
    {
      act: 'link',
      entry: join.from,
      why: now.why,
      link: { to: join.to, kind: join.kind },
      ...(before === undefined ? {} : { changed: { before } }),
    },
  ])
  return created ? 'created' : 'changed'
}

/** Takes a link away; the public sees that when either end is published again. `why` stands in the history. */
export async function unlink(
  tx: Tx,
  permit: Permit<'record.import'>,
  join: Join,
): Promise<'removed' | 'unchanged'> {
  const before = await reasonOf(tx, permit.authority, join)
  if (before === undefined) return 'unchanged'
  await sql`delete from record.link
    where authority = ${permit.authority} and from_entry = ${join.from} and to_entry = ${join.to}
      and kind = ${join.kind}`.execute(tx)
  await remember(tx, permit, [
    {
      act: 'unlink',
      entry: join.from,
      why: storable(join.why),
      changed: { before },
      link: { to: join.to, kind: join.kind },
    },
  ])
  return 'removed'
}
