/** `shiremoot reinstate`: shows again, from now on, what was withdrawn. */
import { operatorPermits } from '../../identity/index.ts'
import { type Refusal, refuse } from '../../lib/index.ts'
import { type AtAddress, publish, reinstate, type WithdrawnThere, withdrawnAt } from '../../record/index.ts'
import { actOnce, runActing } from './acting.ts'
import type { Installation } from './installation.ts'
import { everyKind } from './kinds.ts'
import { type AskedOfPaths, askedOfPaths } from './path-arguments.ts'
import { lineOf } from './withdraw.ts'
import { nothingAt } from './withdrawing.ts'

const HELP = `bin/shiremoot reinstate PATH… --authority ID --words "…" [--as "Name, role"] [--dry-run] [--json] [--data DIR]

Shows again what was withdrawn, as the record has it now. What it was before it was withdrawn stays withdrawn. What was erased
is not there any more: it can be imported again afterwards.

  --authority ID      whose record it is, such as kent
  --words "…"         why; history keeps it
  --as "Name, role"   whose act it is; history keeps it
  --dry-run           does everything, tells you, and undoes it
  --json              prints one JSON value
  --data DIR          where the database and the files lie; .data of the checkout otherwise
`

type Outcome = {
  published: AtAddress[]
  /** Those whose content was erased. */
  toImport: AtAddress[]
  dryRun: boolean
}

async function act({ db }: Installation, asked: AskedOfPaths): Promise<Outcome | Refusal> {
  const { authority, dryRun } = asked
  const why = asked.texts.get('words') ?? ''
  if (why === '')
    return refuse('no-words', 'Say with --words why it is shown again, such as "The court lifted its order."')
  const permits = operatorPermits(authority, asked.by)
  return await actOnce(db, dryRun, async (tx): Promise<Outcome | Refusal> => {
    const there = new Map<AtAddress['id'], WithdrawnThere>()
    for (const path of asked.paths) {
      const gone = await withdrawnAt(tx, authority, path)
      if (gone.length === 0) return nothingAt(path, authority)
      for (const one of gone) there.set(one.id, one)
    }
    const all = [...there.values()]
    await reinstate(
      tx,
      permits.withdraw,
      all.map(({ id }) => id),
      why,
    )
    const whole = all.filter(({ erased }) => !erased)
    await publish(
      tx,
      permits.publish,
      everyKind,
      whole.map(({ id }) => id),
    )
    return { published: whole, toImport: all.filter(({ erased }) => erased), dryRun }
  })
}

function inWords({ published, toImport, dryRun }: Outcome): string[] {
  return [
    ...(published.length === 0
      ? []
      : [dryRun ? 'Would show again:' : 'Public again:', ...published.map(lineOf)]),
    ...(toImport.length === 0
      ? []
      : ['Erased, and so to be imported again, which is allowed now:', ...toImport.map(lineOf)]),
  ]
}

/** Runs the command. Returns 0 when it was done, 2 when nothing was. */
export const run = (args: string[]): Promise<number> =>
  runActing({
    asked: askedOfPaths(args, { command: 'reinstate', texts: ['words'], flags: [] }),
    help: HELP,
    what: 'reinstate',
    act,
    words: inWords,
  })
