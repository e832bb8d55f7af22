/** The only door to the public: writes the schema `published`, and a leaf of the log with each version. */
import type { Permit } from '../identity/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { AnyKind } from './kind.ts'
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

/**
 * Publishes entries with their links; a link shows once both its ends are published. An entry of which nothing public
 * changed adds no version and no leaf. Throws PathTaken when an address is another entry's.
 */
export async function publish(
  _tx: Tx,
  _permit: Permit<'record.publish'>,
  _kinds: readonly AnyKind[],
  _ids: readonly EntryId[],
): Promise<{ published: EntryId[]; unchanged: EntryId[] }> {
  throw new Error('not built')
}
