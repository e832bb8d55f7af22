/** `shiremoot withdraw`: takes what stands at an address out of everything public, and says when and why in its place. */
import { operatorPermits } from '../../identity/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { type AtAddress, type LinkKind, WITHDRAWAL_REASONS, type Withdrawal } from '../../record/index.ts'
import { actOnce, runActing } from './acting.ts'
import type { Installation } from './installation.ts'
import { everyKind } from './kinds.ts'
import { type AskedOfPaths, askedOfPaths } from './path-arguments.ts'
import { type Gone, reasonIn, withdrawPaths } from './withdrawing.ts'

const HELP = `bin/shiremoot withdraw PATH… --authority ID --reason CLASS --words "…" [--as "Name, role"] [--hide-title] [--dry-run] [--json] [--data DIR]

Takes what stands at an address out of every public page, search, feed, download and file, at every date. A page takes with it
what stands on it, and the earlier versions of its paper; an address with # takes that part alone. In its place stands when and why it went. What hangs on it and
stays public is listed, and what else names it by address or title.

  --authority ID      whose record it is, such as kent
  --reason CLASS      one of:
${Object.entries(WITHDRAWAL_REASONS)
  .map(([name, words]) => `      ${name.padEnd(22)} ${words}`)
  .join('\n')}
  --words "…"         what readers are told, in a sentence or two; name nobody in it who must not be named
  --as "Name, role"   whose act it is; history keeps it
  --hide-title        where even its title must go
  --dry-run           does everything, tells you, and undoes it
  --json              prints one JSON value
  --data DIR          where the database and the files lie; .data of the checkout otherwise

What is withdrawn is kept, out of reach of the public: erase removes it, and reinstate brings it back.
`

/** What was withdrawn, as the command prints it. */
type Outcome = Gone & { dryRun: boolean }

function withdrawalOf({ texts, flags }: AskedOfPaths): Withdrawal | Refusal {
  const reason = reasonIn(texts.get('reason'), '--reason')
  if (isRefusal(reason)) return reason
  const words = texts.get('words') ?? ''
  if (words === '')
    return refuse(
      'no-words',
      'Say with --words what readers are told, in a sentence or two, such as "It named a witness."',
    )
  return { reason, words, keepTitle: !flags.has('hide-title') }
}

async function act({ db }: Installation, asked: AskedOfPaths): Promise<Outcome | Refusal> {
  const withdrawal = withdrawalOf(asked)
  if (isRefusal(withdrawal)) return withdrawal
  const { withdraw: permit } = operatorPermits(asked.authority, asked.by)
  const gone = await actOnce(db, asked.dryRun, (tx) =>
    withdrawPaths(tx, permit, everyKind, asked.paths, withdrawal),
  )
  return isRefusal(gone) ? gone : { ...gone, dryRun: asked.dryRun }
}

/** An entry in a line of its own. */
export const lineOf = ({ kind, title, path }: Omit<AtAddress, 'id'>): string =>
  `  ${kind.replaceAll('-', ' ')}${title === null ? '' : ` “${title}”`}, ${path}`

/** What joins a thing that stays public to what was withdrawn, in words that hold whichever of the two went. */
const JOINED_AS: Readonly<Record<LinkKind, string>> = {
  serves: 'as a priority and what serves it',
  answers: 'as question and answer',
  'arises-from': 'as a source and what arose from it',
  'part-of': 'as part and whole',
  evidences: 'as a statement and its evidence',
  supersedes: 'as earlier and later',
  'carried-in': 'as carried on, one in the other',
  'not-found-in': 'as not found, one in the other',
  lacks: 'as lacking, one what the other names',
  attended: 'as a person and what they attended',
  asked: 'as a question and who asked it',
  'member-of': 'as member and body',
  'owned-by': 'as a task and whose it is',
  quotes: 'as a figure and what quotes it',
  measures: 'as a priority and a measure of it',
}

const list = (heading: string, lines: string[]): string[] => (lines.length === 0 ? [] : [heading, ...lines])

function inWords({ withdrawn, already, left, filesLeft, naming, dryRun }: Outcome): string[] {
  return [
    ...list(
      `${dryRun ? 'Would withdraw' : 'Withdrew'} ${withdrawn.length === 1 ? 'this' : `these ${withdrawn.length}`}:`,
      withdrawn.map(lineOf),
    ),
    ...list('Withdrawn before, and still:', already.map(lineOf)),
    ...list(
      'Hanging on what was withdrawn, and still public:',
      left.map((one) => `${lineOf(one)} (joined ${JOINED_AS[one.link]})`),
    ),
    ...list('Naming what was withdrawn by its address or title, and still public:', naming.map(lineOf)),
    ...list(
      'Files that something else public names, and so still public:',
      filesLeft.map(({ name, sha256 }) => `  ${name}, /files/${sha256}/${encodeURIComponent(name)}`),
    ),
  ]
}

/** Runs the command. Returns 0 when it was done, 2 when nothing was. */
export const run = (args: string[]): Promise<number> =>
  runActing({
    asked: askedOfPaths(args, { command: 'withdraw', texts: ['reason', 'words'], flags: ['hide-title'] }),
    help: HELP,
    what: 'withdraw',
    act,
    words: inWords,
  })
