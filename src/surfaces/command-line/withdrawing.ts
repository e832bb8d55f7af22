/** Withdraws what stands at addresses, for the command and for the register `withdrawals`. */
import type { Permit } from '../../identity/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import {
  type AnyKind,
  type AtAddress,
  isWithdrawalReason,
  publicAt,
  type Tx,
  WITHDRAWAL_REASONS,
  type Withdrawal,
  type Withdrawn,
  withdraw,
  withdrawnAt,
} from '../../record/index.ts'

export type Gone = Pick<Withdrawn, 'left' | 'filesLeft' | 'naming'> & {
  withdrawn: AtAddress[]
  /** Those that had been withdrawn before. */
  already: AtAddress[]
}

/** The reason of an option or a register; refuses a word that is none of the classes, naming them. */
export function reasonIn(word: string | undefined, place: string): Withdrawal['reason'] | Refusal {
  if (word !== undefined && isWithdrawalReason(word)) return word
  const classes = Object.keys(WITHDRAWAL_REASONS).join(', ')
  return refuse(
    'no-reason',
    `${place} ${word === undefined ? 'gives no reason' : `gives the reason "${word}", which there is not`}; it is one of ${classes}.`,
  )
}

/**
 * Withdraws all that stands at these addresses; a page takes with it what stands on it. Refuses, and withdraws nothing,
 * when nothing stands at one of them and nothing was withdrawn there.
 */
export async function withdrawPaths(
  tx: Tx,
  permit: Permit<'record.withdraw'>,
  kinds: readonly AnyKind[],
  paths: readonly string[],
  withdrawal: Withdrawal,
): Promise<Gone | Refusal> {
  const there = await standingAt(tx, permit.authority, paths)
  if (isRefusal(there)) return there
  const both = new Map([...there.open, ...there.gone].map((one) => [one.id, one]))
  const outcome = await withdraw(tx, permit, kinds, [...both.keys()], withdrawal)
  const named = (ids: readonly AtAddress['id'][]): AtAddress[] => ids.flatMap((id) => both.get(id) ?? [])
  return {
    withdrawn: named(outcome.withdrawn),
    already: named(outcome.unchanged),
    left: outcome.left,
    filesLeft: outcome.filesLeft,
    naming: outcome.naming,
  }
}

async function standingAt(
  tx: Tx,
  authority: string,
  paths: readonly string[],
): Promise<{ open: AtAddress[]; gone: AtAddress[] } | Refusal> {
  const all: { open: AtAddress[]; gone: AtAddress[] } = { open: [], gone: [] }
  for (const path of paths) {
    const open = await publicAt(tx, authority, path)
    const gone = open.length > 0 ? [] : await withdrawnAt(tx, authority, path)
    if (open.length === 0 && gone.length === 0) return nothingAt(path, authority)
    all.open.push(...open)
    all.gone.push(...gone)
  }
  return all
}

/** What is said of an address at which nothing is or was. */
export const nothingAt = (path: string, authority: string): Refusal =>
  refuse(
    'nothing-at-address',
    `Nothing public of ${authority} stands at ${path}; copy the address from the page, with what follows its # where only a part of the page is meant.`,
  )
