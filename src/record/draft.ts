/** Brings working copies into the record, and reads them back. */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import { type EntryId, newId } from '../lib/index.ts'
import { canonical, storable } from './canonical.ts'
import { remember } from './history.ts'
import type { Kind } from './kind.ts'
import type { EntryState } from './tables.ts'
import type { Tx } from './transaction.ts'

/** A working copy as its kind reads it. `published` says whether some version of it is public. */
export type WorkingCopy<Working> = { id: EntryId; key: string; working: Working; published: boolean }

type Stored = { id: EntryId; key: string; working: unknown; state: EntryState; title: string; path: string }

/**
 * Creates or changes a working copy. `key` is what makes it the same thing next time, unique in authority and kind.
 * The same working copy again changes nothing and leaves no history; so does any of an entry that was erased. Nothing becomes public by this. Throws when the
 * kind cannot read the working copy back.
 */
export async function draft<Working, Content>(
  tx: Tx,
  permit: Permit<'record.import'>,
  kind: Kind<Working, Content>,
  key: string,
  working: Working,
  why: string,
): Promise<{ id: EntryId; outcome: 'created' | 'changed' | 'unchanged' }> {
  const text = canonical(working)
  // Read back as it will be stored, so that what cannot be read is found now and not when it is published.
  const { title, path } = kind.publish(kind.parse(JSON.parse(text)))
  const shown = { title: storable(title), path: storable(path) }
  const id = newId()
  const { rows } = await sql<{ id: EntryId }>`
    insert into record.entry (id, authority, kind, key, title, path, working)
    values (${id}, ${permit.authority}, ${kind.name}, ${storable(key)}, ${shown.title}, ${shown.path}, ${text})
    on conflict (authority, kind, key) do nothing returning id`.execute(tx)
  if (rows.length === 1) {
    await remember(tx, permit, [{ act: 'draft', entry: id, why }])
    return { id, outcome: 'created' }
  }
  return await redraft(tx, permit, { kind: kind.name, key: storable(key), text, why, ...shown })
}

async function redraft(
  tx: Tx,
  permit: Permit<'record.import'>,
  next: { kind: string; key: string; text: string; why: string; title: string; path: string },
): Promise<{ id: EntryId; outcome: 'changed' | 'unchanged' }> {
  const { rows } = await sql<Stored>`
    select id, key, working, state, title, path from record.entry
    where authority = ${permit.authority} and kind = ${next.kind} and key = ${next.key} for update`.execute(
    tx,
  )
  const before = rows[0]
  if (before === undefined)
    throw new Error(`The ${next.kind} “${next.key}” went away while it was being changed`)
  // Its content was erased, and no import brings that back: reinstated first, it is drafted anew.
  if (before.state === 'withdrawn' && before.working === null) return { id: before.id, outcome: 'unchanged' }
  const same =
    canonical(before.working) === next.text && before.title === next.title && before.path === next.path
  if (same) return { id: before.id, outcome: 'unchanged' }
  await sql`update record.entry
    set working = ${next.text}, title = ${next.title}, path = ${next.path}, changed_at = now()
    where id = ${before.id}`.execute(tx)
  await remember(tx, permit, [
    {
      act: 'draft',
      entry: before.id,
      why: next.why,
      changed: changesOf(before.working, JSON.parse(next.text)),
    },
  ])
  return { id: before.id, outcome: 'changed' }
}

/** The fields that are not as before, each with what stood there: null when it is new. */
function changesOf(before: unknown, after: unknown): { fields: string[]; before: Record<string, unknown> } {
  const old = new Map(fieldsOf(before))
  const now = new Map(fieldsOf(after))
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted()
  const changed = names.filter(
    (name) => canonical([old.get(name) ?? null]) !== canonical([now.get(name) ?? null]),
  )
  return {
    fields: changed,
    before: Object.fromEntries(changed.map((name) => [name, old.get(name) ?? null])),
  }
}

function fieldsOf(working: unknown): [string, unknown][] {
  if (typeof working !== 'object' || working === null || Array.isArray(working)) return [['', working]]
  return Object.entries(working)
}

const asCopy = <Working, Content>(kind: Kind<Working, Content>, row: Stored): WorkingCopy<Working> => ({
  id: row.id,
  key: row.key,
  working: kind.parse(row.working),
  published: row.state === 'published',
})

/** The working copy with this key; undefined when there is none. */
export async function workingCopy<Working, Content>(
  tx: Tx,
  authority: string,
  kind: Kind<Working, Content>,
  key: string,
): Promise<WorkingCopy<Working> | undefined> {
  const { rows } = await sql<Stored>`
    select id, key, working, state, title, path from record.entry
    where authority = ${authority} and kind = ${kind.name} and key = ${storable(key)} and working <> 'null'`.execute(
    tx,
  )
  return rows[0] && asCopy(kind, rows[0])
}

/** The working copies of a kind whose keys begin with `keyPrefix`, ordered by key. */
export async function workingCopies<Working, Content>(
  tx: Tx,
  authority: string,
  kind: Kind<Working, Content>,
  keyPrefix = '',
): Promise<WorkingCopy<Working>[]> {
  const prefix = storable(keyPrefix)
  const { rows } = await sql<Stored>`
    select id, key, working, state, title, path from record.entry
    where authority = ${authority} and kind = ${kind.name} and key >= ${prefix} and starts_with(key, ${prefix})
      and working <> 'null'
    order by key`.execute(tx)
  return rows.map((row) => asCopy(kind, row))
}
