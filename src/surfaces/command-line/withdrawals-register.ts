/** Reads the register `withdrawals`: what is to be out of public view, and why; carried out as the command `withdraw` does. */
import type { Permit } from '../../identity/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import type { AnyKind, AtAddress, Tx, Withdrawal } from '../../record/index.ts'
import { reasonIn, withdrawPaths } from './withdrawing.ts'

type Entry = Withdrawal & { path: string }

const unusable = (file: string, why: string): Refusal =>
  refuse('withdrawals-register-unusable', `${file} is no register of withdrawals: ${why}.`)

/** The entries of the register, in its order; `keepTitle` is true where it is left out. */
function entriesIn(register: unknown, file: string): Entry[] | Refusal {
  const list =
    typeof register === 'object' && register !== null && 'entries' in register ? register.entries : undefined
  if (!Array.isArray(list)) return unusable(file, '"entries" must be a list')
  const entries: Entry[] = []
  for (const [index, one] of list.entries()) {
    const entry = entryIn(one, file, `entry ${index + 1}`)
    if (isRefusal(entry)) return entry
    entries.push(entry)
  }
  return entries
}

function entryIn(value: unknown, file: string, place: string): Entry | Refusal {
  if (typeof value !== 'object' || value === null) return unusable(file, `${place} is no object`)
  const { path, reason, words, keepTitle = true }: Record<string, unknown> = { ...value }
  if (typeof path !== 'string' || !path.startsWith('/'))
    return unusable(file, `${place} needs a "path" that begins with /`)
  if (typeof words !== 'string' || words.trim() === '')
    return unusable(file, `${place} needs "words" that tell readers why`)
  if (typeof keepTitle !== 'boolean') return unusable(file, `"keepTitle" of ${place} is true or false`)
  const known = reasonIn(typeof reason === 'string' ? reason : undefined, `${file}, ${place},`)
  return isRefusal(known) ? known : { path, reason: known, words, keepTitle }
}

/** Withdraws all that the register names; returns what was public until now. Refuses the register as a whole. */
export async function withdrawListed(
  tx: Tx,
  permit: Permit<'record.withdraw'>,
  kinds: readonly AnyKind[],
  register: unknown,
  { file, publish }: { file: string; publish: boolean },
): Promise<AtAddress[] | Refusal> {
  if (!publish)
    return unusable(file, 'a withdrawal has no draft and is public at once, so import it with --publish')
  const entries = entriesIn(register, file)
  if (isRefusal(entries)) return entries
  const withdrawn: AtAddress[] = []
  for (const { path, ...withdrawal } of entries) {
    const gone = await withdrawPaths(tx, permit, kinds, [path], withdrawal)
    if (isRefusal(gone)) return refuse(gone.code, `${file}: ${gone.message}`)
    withdrawn.push(...gone.withdrawn)
  }
  return withdrawn
}
