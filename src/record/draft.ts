/** Brings working copies into the record, and reads them back. */
import type { Permit } from '../identity/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { Kind } from './kind.ts'
import type { Tx } from './transaction.ts'

/** A working copy as its kind reads it. `published` says whether some version of it is public. */
export type WorkingCopy<Working> = { id: EntryId; key: string; working: Working; published: boolean }

/**
 * Creates or changes a working copy. `key` is what makes it the same thing next time, unique in authority and kind.
 * The same working copy again changes nothing and leaves no history. Nothing becomes public by this.
 */
export async function draft<Working, Content>(
  _tx: Tx,
  _permit: Permit<'record.import'>,
  _kind: Kind<Working, Content>,
  _key: string,
  _working: Working,
  _why: string,
): Promise<{ id: EntryId; outcome: 'created' | 'changed' | 'unchanged' }> {
  throw new Error('not built')
}

/** The working copy with this key; undefined when there is none. */
export async function workingCopy<Working, Content>(
  _tx: Tx,
  _authority: string,
  _kind: Kind<Working, Content>,
  _key: string,
): Promise<WorkingCopy<Working> | undefined> {
  throw new Error('not built')
}

/** The working copies of a kind whose keys begin with `keyPrefix`, ordered by key. */
export async function workingCopies<Working, Content>(
  _tx: Tx,
  _authority: string,
  _kind: Kind<Working, Content>,
  _keyPrefix = '',
): Promise<WorkingCopy<Working>[]> {
  throw new Error('not built')
}
