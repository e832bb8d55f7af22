/** Runs one act of a command on the installation's record: all of it is kept or, when refused or only tried, nothing. */
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { inAct, PathTaken, type Tx } from '../../record/index.ts'
import { type Installation, openInstallation } from './installation.ts'
import type { AskedOfPaths } from './path-arguments.ts'

/** Carries what came of an act out of a transaction that must not be kept. */
class Undo<Outcome> extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('The transaction is undone on purpose.')
    this.outcome = outcome
  }
}

/** Does one act; undoes it when it is refused, and when it was only to be tried. */
export async function actOnce<Outcome extends object>(
  db: Installation['db'],
  dryRun: boolean,
  act: (tx: Tx) => Promise<Outcome | Refusal>,
): Promise<Outcome | Refusal> {
  const undone: { outcome?: Outcome | Refusal } = {}
  try {
    return await inAct(db, async (tx) => {
      const outcome = await act(tx)
      if (!dryRun && !isRefusal(outcome)) return outcome
      undone.outcome = outcome
      throw new Undo(outcome)
    })
  } catch (problem) {
    if (problem instanceof Undo && undone.outcome !== undefined) return undone.outcome
    if (problem instanceof PathTaken) return refuse('address-taken', problem.message)
    throw problem
  }
}

/** What a command says and does of what was asked. */
export type Acting<Outcome extends object> = {
  asked: AskedOfPaths | Refusal | 'help'
  help: string
  what: string
  act: (installation: Installation, asked: AskedOfPaths) => Promise<Outcome | Refusal>
  words: (outcome: Outcome, asked: AskedOfPaths) => string[]
}

/** Runs a command to its end. Returns 0 when it was done, 2 when nothing was, with one sentence on standard error. */
export async function runActing<Outcome extends object>({
  asked,
  help,
  what,
  act,
  words,
}: Acting<Outcome>): Promise<number> {
  if (asked === 'help') {
    process.stdout.write(help)
    return 0
  }
  if (isRefusal(asked)) return complain(asked)
  const installation = await openInstallation({
    dataDir: asked.dataDir,
    what,
    whenRunning: 'join',
    onProgress: (line) => {
      process.stderr.write(`${line}\n`)
    },
    onLost: (sentence) => {
      process.stderr.write(`${sentence}\n`)
    },
  })
  if (isRefusal(installation)) return complain(installation)
  try {
    const outcome = await act(installation, asked)
    if (isRefusal(outcome)) return complain(outcome)
    const lines = [
      ...words(outcome, asked),
      ...(asked.dryRun ? ['This was a dry run: nothing was kept.'] : []),
    ]
    process.stdout.write(asked.json ? `${JSON.stringify(outcome, null, 2)}\n` : `${lines.join('\n')}\n`)
    return 0
  } finally {
    await installation.close()
  }
}

function complain({ message }: Refusal): number {
  process.stderr.write(`${message}\n`)
  return 2
}
