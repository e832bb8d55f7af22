/** `shiremoot erase`: removes for good what was withdrawn, so that no guess at it can be confirmed (GDPR article 17). */
import { operatorPermits } from '../../identity/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import {
  type AtAddress,
  eraseWithdrawn,
  publicAt,
  removeErasedFiles,
  withdrawnAt,
} from '../../record/index.ts'
import { actOnce, runActing } from './acting.ts'
import type { Installation } from './installation.ts'
import { type AskedOfPaths, askedOfPaths } from './path-arguments.ts'
import { lineOf } from './withdraw.ts'
import { nothingAt } from './withdrawing.ts'

const HELP = `bin/shiremoot erase PATH… --authority ID --yes [--as "Name, role"] [--dry-run] [--json] [--data DIR]

Removes for good what was withdrawn: its content, its drafts, what history kept of it, and its files, where nothing else
names them. Its tombstone and its leaves of the log stay, so that the log still verifies; no guess at what it said can be
confirmed afterwards. Copies and backups made before still hold it: make a new backup and destroy the old ones.

  --authority ID      whose record it is, such as kent
  --yes               erases; without it nothing is done, since nothing brings it back
  --as "Name, role"   whose act it is; history keeps it
  --dry-run           does everything but removing the files, tells you, and undoes it
  --json              prints one JSON value
  --data DIR          where the database and the files lie; .data of the checkout otherwise
`

type Outcome = {
  erased: AtAddress[]
  already: AtAddress[]
  filesRemoved: number
  filesKept: string[]
  dryRun: boolean
}

async function act({ db, files }: Installation, asked: AskedOfPaths): Promise<Outcome | Refusal> {
  const { authority, dryRun } = asked
  if (!asked.flags.has('yes') && !dryRun)
    return refuse(
      'erasure-not-confirmed',
      'Nothing brings back what is erased; say --yes to erase it, or --dry-run to see what would go.',
    )
  const { erase: permit } = operatorPermits(authority, asked.by)
  const outcome = await actOnce(db, dryRun, async (tx): Promise<Omit<Outcome, 'filesRemoved'> | Refusal> => {
    const there = new Map<AtAddress['id'], AtAddress>()
    for (const path of asked.paths) {
      const gone = await withdrawnAt(tx, authority, path)
      const found = gone.length > 0 ? gone : await publicAt(tx, authority, path)
      if (found.length === 0) return nothingAt(path, authority)
      for (const one of found) there.set(one.id, one)
    }
    const erased = await eraseWithdrawn(tx, permit, [...there.keys()])
    if (isRefusal(erased)) return erased
    const ids = new Set<string>(erased.erased)
    return {
      erased: [...there.values()].filter(({ id }) => ids.has(id)),
      already: [...there.values()].filter(({ id }) => !ids.has(id)),
      filesKept: erased.filesKept,
      dryRun,
    }
  })
  if (isRefusal(outcome)) return outcome
  return { ...outcome, filesRemoved: dryRun ? 0 : await removeErasedFiles(db, authority, files) }
}

function inWords({ erased, already, filesRemoved, filesKept, dryRun }: Outcome): string[] {
  return [
    ...(erased.length === 0 ? [] : [dryRun ? 'Would erase:' : 'Erased for good:', ...erased.map(lineOf)]),
    ...(already.length === 0 ? [] : ['Erased before:', ...already.map(lineOf)]),
    ...(filesRemoved === 0 ? [] : [`Files removed: ${filesRemoved}.`]),
    ...(filesKept.length === 0
      ? []
      : ['Files that something else names, and so kept:', ...filesKept.map((sha256) => `  ${sha256}`)]),
  ]
}

/** Runs the command. Returns 0 when it was done, 2 when nothing was. */
export const run = (args: string[]): Promise<number> =>
  runActing({
    asked: askedOfPaths(args, { command: 'erase', texts: [], flags: ['yes'] }),
    help: HELP,
    what: 'erase',
    act,
    words: inWords,
  })
