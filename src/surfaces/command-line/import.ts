/** `shiremoot import`: brings papers and registers into the record, as drafts or published. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { importer as figures } from '../../domains/checked-figures/import.ts'
import { kinds as figuresKinds } from '../../domains/checked-figures/index.ts'
import { importer as performance } from '../../domains/performance/import.ts'
import { kinds as performanceKinds } from '../../domains/performance/index.ts'
import { importer as plan, kinds as planKinds } from '../../domains/plan/index.ts'
import { importer as scrutiny, kinds as scrutinyKinds } from '../../domains/scrutiny/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { badArguments } from './bad-arguments.ts'
import { bringFiles, type FileOutcome, type ImportOptions } from './bring-files.ts'
import { refusedAtTheEnd, wordsFor } from './import-words.ts'
import { type Installation, openInstallation } from './installation.ts'
import { proposeMappings } from './propose-mappings.ts'

const HELP = `bin/shiremoot import FILE… --authority ID [--as "Name, role"] [--publish] [--dry-run] [--json] [--data DIR]
bin/shiremoot import FILE.csv --authority ID --propose [--save] [--json]

Brings papers (text, Markdown, PDF, DOCX, ODT, saved web pages), registers (JSON) and the figures of spreadsheets (CSV,
XLSX, ODS) into the record. The same file again changes nothing. What is new is named with its address: look at it with --dry-run before you publish.

  --authority ID      whose record it is, such as kent
  --as "Name, role"   whose act it is; history keeps it
  --publish           makes public what was brought; drafts otherwise
  --dry-run           does everything, tells you, and undoes it
  --json              prints one JSON array, an outcome for each file
  --mapping FILE      what the columns of a spreadsheet mean; FILE.csv.mapping.json beside it otherwise, or the mapping
                      that was accepted for the same headings before
  --propose           proposes a mapping, shows what it would bring, and writes nothing
  --save              with --propose: writes FILE.csv.mapping.json, for you to put right
  --skip-bad-rows     brings the rows of a spreadsheet that can be brought; otherwise one bad row refuses its file
  --data DIR          where the database and the files lie; .data of the checkout otherwise

docs/importing.md says what is taken from a paper, and how to put right what the reader could not know.
`

/** Imports files into an open installation; see `bringFiles`. */
export const importFiles = (
  installation: Pick<Installation, 'db' | 'files'> & Partial<Pick<Installation, 'dataDir'>>,
  files: readonly string[],
  options: ImportOptions,
): Promise<FileOutcome[]> =>
  bringFiles(
    {
      db: installation.db,
      files: installation.files,
      kinds: [...planKinds, ...scrutinyKinds, ...figuresKinds, ...performanceKinds],
      importers: [plan, scrutiny, figures, performance],
      ...(installation.dataDir === undefined ? {} : { journals: join(installation.dataDir, 'imports') }),
    },
    files,
    options,
  )

type Asked = {
  files: string[]
  json: boolean
  dataDir: string | undefined
  /** A mapping is only proposed; and written beside the file where it should be saved. */
  propose: { save: boolean } | null
  options: ImportOptions
}

function askedFor(args: string[]): Asked | Refusal | 'help' {
  const options = {
    authority: { type: 'string' },
    as: { type: 'string' },
    publish: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    mapping: { type: 'string' },
    propose: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    'skip-bad-rows': { type: 'boolean', default: false },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  let parsed
  try {
    parsed = parseArgs({ args, options, allowPositionals: true })
  } catch (problem) {
    return badArguments('import', problem)
  }
  const { values, positionals: files } = parsed
  if (values.help) return 'help'
  if (files.length === 0)
    return refuse(
      'no-file',
      'Name the files to import, for example: bin/shiremoot import minutes.pdf --authority kent.',
    )
  if (values.authority === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(values.authority))
    return refuse(
      'no-authority',
      'Say whose record it is with --authority, in lower-case letters, digits and hyphens, such as kent.',
    )
  if (values.as !== undefined && values.as.trim() === '')
    return refuse('no-name', '--as is empty; give a name and a role, such as "Jane Doe, policy officer".')
  if (values.save && !values.propose)
    return refuse('save-without-propose', '--save keeps what --propose proposes; name both, or leave it out.')
  return {
    files,
    json: values.json,
    dataDir: values.data,
    propose: values.propose ? { save: values.save } : null,
    options: {
      authority: values.authority,
      ...(values.mapping === undefined ? {} : { mapping: values.mapping }),
      skipBadRows: values['skip-bad-rows'],
      ...(values.as === undefined ? {} : { by: values.as.trim() }),
      publish: values.publish,
      dryRun: values['dry-run'],
    },
  }
}

const progress = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const complain = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`)
  return 2
}

/** Runs the command. Returns 0 when everything was brought, 1 when a file was refused, 2 when nothing could be done. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (isRefusal(asked)) return complain(asked.message)
  const installation = await openInstallation({
    dataDir: asked.dataDir,
    what: 'import',
    whenRunning: 'join',
    onProgress: progress,
    onLost: (sentence) => {
      complain(sentence)
    },
  })
  if (isRefusal(installation)) return complain(installation.message)
  try {
    if (asked.propose !== null)
      return await proposeMappings(installation, asked.files, {
        ...asked.propose,
        json: asked.json,
        authority: asked.options.authority,
      })
    return report(
      asked,
      await importFiles(installation, asked.files, { ...asked.options, onProgress: progress }),
    )
  } finally {
    await installation.close()
  }
}

function report(asked: Asked, outcomes: FileOutcome[]): number {
  if (asked.json) {
    process.stdout.write(`${JSON.stringify(outcomes.map(inJson), null, 2)}\n`)
  } else {
    for (const outcome of outcomes) process.stdout.write(`${wordsFor(outcome, asked.options).join('\n')}\n`)
    for (const line of refusedAtTheEnd(outcomes)) process.stdout.write(`${line}\n`)
    if (asked.options.dryRun) process.stdout.write('This was a dry run: nothing was kept.\n')
  }
  const failures = outcomes.filter(({ outcome }) => outcome === 'failed').length
  const partly = outcomes.some(
    (one) => one.outcome !== 'failed' && (one.figures?.refusedRows.length ?? 0) > 0,
  )
  if (failures === 0) return partly ? 1 : 0
  return failures === outcomes.length ? 2 : 1
}

/** A file that failed stands in the array as `{ file, error }`, as every command prints it. */
const inJson = (outcome: FileOutcome): unknown =>
  outcome.outcome === 'failed'
    ? {
        file: outcome.file,
        error: outcome.error,
        ...(outcome.figures === undefined ? {} : { figures: outcome.figures }),
      }
    : outcome
