/** Publishes what a file brought: what is of another file follows where readers have it, and drafts of others stay drafts. */
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { Brought } from './importer.ts'
import type { AnyKind } from './kind.ts'
import { type Publication, publish } from './publish.ts'
import type { Tx } from './transaction.ts'

/** Publishes the entries and links of an import that may go public with it. Throws as `publish` does. */
export async function publishBrought(
  tx: Tx,
  permit: Permit<'record.publish'>,
  kinds: readonly AnyKind[],
  brought: Pick<Brought, 'entries' | 'links'>,
): Promise<Publication> {
  const own = new Set(brought.entries.filter(({ goes }) => goes === undefined).map(({ id }) => id))
  const touched = brought.entries.filter(({ goes }) => goes === 'where-public').map(({ id }) => id)
  const { rows } = await sql<{ id: EntryId }>`
    select id from record.entry
    where authority = ${permit.authority} and id = any(${touched}::uuid[]) and state = 'published'`.execute(
    tx,
  )
  for (const { id } of rows) own.add(id)
  const inOrder = brought.entries.map(({ id }) => id).filter((id) => own.has(id))
  const links = brought.links.map(({ ends, kind }) => ({ ...ends, kind }))
  return await publish(tx, permit, kinds, inOrder, links)
}
