/** Joins entries, and parts them. */
import type { Permit } from '../identity/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { LinkKind } from './kind.ts'
import type { Tx } from './transaction.ts'

/** A link reads from the first to the second: an action ('from') 'serves' a priority ('to'). */
export type Join = { from: EntryId; to: EntryId; kind: LinkKind; why: string }

/** Joins two entries of the permit's authority; the public sees it once both are published. */
export async function link(
  _tx: Tx,
  _permit: Permit<'record.import'>,
  _join: Join,
): Promise<'created' | 'changed' | 'unchanged'> {
  throw new Error('not built')
}

/** Takes a link away; the public sees that when either end is published again. `why` stands in the history. */
export async function unlink(
  _tx: Tx,
  _permit: Permit<'record.import'>,
  _join: Join,
): Promise<'removed' | 'unchanged'> {
  throw new Error('not built')
}
