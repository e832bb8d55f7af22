/**
 * Withdraws entries: takes their content out of everything public, at every moment, and leaves a tombstone that says
 * when and why. The leaves of the log stay.
 */
import type { Permit } from '../identity/index.ts'
import type { EntryId } from '../lib/index.ts'
import type { AnyKind, LinkKind } from './kind.ts'
import type { WithdrawalReason } from './tables.ts'
import type { Tx } from './transaction.ts'

export type Withdrawal = {
  reason: WithdrawalReason
  /** What readers are told, in a sentence or two of plain words. */
  words: string
  /** Whether the tombstone may say what it was; false where the title itself must go. */
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
  filesLeft: { name: string; sha256: string }[]
}

/**
 * Withdraws published entries of the permit's authority. Throws when `words` are empty, and when an id is not an entry
 * of the authority.
 */
export async function withdraw(
  _tx: Tx,
  _permit: Permit<'record.withdraw'>,
  _kinds: readonly AnyKind[],
  _ids: readonly EntryId[],
  _withdrawal: Withdrawal,
): Promise<Withdrawn> {
  throw new Error('not built')
}
