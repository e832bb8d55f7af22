/** `shiremoot verify`: holds copies of the record and their logs against the signed checkpoint. Opens no database. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { type Report, verifyFolder } from '../../verifier/index.ts'
import { badArguments } from './bad-arguments.ts'
import { copiesIn, dataFolderNamed, isMissing } from './log-folders.ts'
import { reportLines } from './verify-words.ts'

const HELP = `bin/shiremoot verify [DIR] [--key VKEY] [--since CHECKPOINT] [--authority ID] [--data DIR] [--json]

Checks that a copy of the record, or its log alone, is as it was published: every leaf against the signed root, every
text against its leaf, every file against the signed manifest. Needs no database and no network.

  DIR                 a copy (manifest, log/ …) or a log (checkpoint, tile/ …); otherwise the copies in the data folder
  --key VKEY          the key that has to have signed, as its owner told you; otherwise the one that lies in the copy;
                      given twice when the log has changed its key
  --since CHECKPOINT  a file with an earlier checkpoint: its log has to be the beginning of this one
  --authority ID      of the copies in the data folder, that of one authority alone
  --data DIR          the data folder
  --json              prints one JSON array, a value for each folder

Exit: 0 all is as it was published; 1 something was altered; 2 nothing was there to verify. docs/verifying.md says what
this shows, what it does not, and how to do it without Shiremoot.
`

type Asked = {
  folders: string[]
  key: string | undefined
  since: string | undefined
  json: boolean
}

const OPTIONS = {
  key: { type: 'string', multiple: true },
  since: { type: 'string' },
  authority: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

async function checkpointIn(path: string | undefined): Promise<string | undefined | Refusal> {
  if (path === undefined) return undefined
  try {
    return await readFile(path, 'utf8')
  } catch (failure) {
    if (!isMissing(failure)) throw failure
    return refuse('file-not-found', `${path} is not there: give a file with an earlier checkpoint.`)
  }
}

async function askedFor(args: string[]): Promise<Asked | Refusal | 'help'> {
  let parsed: ReturnType<
    typeof parseArgs<{ args: string[]; options: typeof OPTIONS; allowPositionals: true }>
  >
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (problem) {
    return badArguments('verify', problem)
  }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const since = await checkpointIn(values.since)
  if (isRefusal(since)) return since
  const data = dataFolderNamed(values.data)
  const folders = positionals.length > 0 ? positionals : await copiesIn(data, values.authority)
  if (folders.length === 0)
    return refuse(
      'nothing-to-verify',
      `${data} holds no copy${values.authority === undefined ? '' : ` of ${values.authority}`} yet: name a folder, or let bin/shiremoot serve make one.`,
    )
  return { folders, key: values.key?.join(' '), since, json: values.json }
}

/** Runs the command; returns its exit code. */
export async function run(args: string[]): Promise<number> {
  const asked = await askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (isRefusal(asked)) {
    process.stderr.write(`${asked.message}\n`)
    return 2
  }
  const options = {
    ...(asked.key === undefined ? {} : { key: asked.key }),
    ...(asked.since === undefined ? {} : { since: asked.since }),
  }
  const reports: (Report & { folder: string })[] = []
  for (const folder of asked.folders) {
    const timer = setTimeout(() => process.stderr.write(`Verifying ${folder} …\n`), 1000)
    const report = await verifyFolder(folder, options).finally(() => clearTimeout(timer))
    reports.push({ folder, ...report })
    if (report.found === 'nothing')
      process.stderr.write(
        `${folder} is neither a copy of a record nor a log: it has no manifest and no checkpoint.\n`,
      )
    else if (!asked.json) process.stdout.write(`${reportLines(folder, report).join('\n')}\n\n`)
  }
  if (asked.json) process.stdout.write(`${JSON.stringify(reports, null, 1)}\n`)
  if (reports.some(({ ok, found }) => !ok && found !== 'nothing')) return 1
  return reports.some(({ found }) => found === 'nothing') ? 2 : 0
}
