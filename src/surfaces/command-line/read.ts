/** `shiremoot read`: reads papers and prints the structure that was found in them, as words or as JSON. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { type Reading, readPaper } from '../../papers/index.ts'
import { outlineOf } from './read-words.ts'

const HELP = `bin/shiremoot read FILE… [--json]

Reads papers (text, Markdown, PDF with a text layer) and prints the structure found: agenda, minutes, people,
resolutions, questions, promises, tables, and what could not be read, with its place.

  --json   prints one JSON array, a value for each file, in the order given

Exit: 0 read; 1 some files could not be read; 2 none could. docs/reading.md says what is read and how to write a
paper that reads well.
`

/** The largest file of any form; readers of a form refuse sooner. */
const MOST_BYTES = 100_000_000

/** Opens a file that a person named; refuses what is missing, a directory, no file, too large, or not permitted. */
async function open(path: string): Promise<Uint8Array | Refusal> {
  try {
    const found = await stat(path)
    if (found.isDirectory())
      return refuse('is-a-directory', `${path} is a directory: name the papers in it, as in ${path}/*.txt.`)
    if (!found.isFile())
      return refuse('not-a-file', `${path} is not a file: give a text, Markdown or PDF file.`)
    if (found.size > MOST_BYTES)
      return refuse(
        'file-too-large',
        `${path} is larger than the 100 MB that are read: split it into papers.`,
      )
    return await readFile(path)
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return refuse('file-not-found', `${path} is not there: check the name and the folder.`)
    if (code === 'EACCES' || code === 'EPERM')
      return refuse(
        'not-permitted',
        `${path} may not be read by this user: change its permissions or copy it.`,
      )
    throw problem
  }
}

/** Reads one file by its path; `file` of the reading is its name without folders. */
export async function readOne(path: string): Promise<Reading | Refusal> {
  const bytes = await open(path)
  return isRefusal(bytes) ? bytes : readPaper({ name: basename(path), bytes })
}

/** Says on the terminal that work goes on, once it has taken more than a second. */
async function withProgress<T>(what: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => process.stderr.write(`${what}\n`), 1000)
  return work.finally(() => clearTimeout(timer))
}

type Asked = { files: string[]; json: boolean }

function askedFor(args: string[]): Asked | Refusal | 'help' {
  const options = {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.help) return 'help'
    if (positionals.length === 0)
      return refuse(
        'no-file',
        'read needs the name of at least one file, as in bin/shiremoot read agenda.pdf.',
      )
    return { files: positionals, json: values.json }
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem
    return refuse(
      'bad-arguments',
      `${problem.message.split('. ')[0]}; bin/shiremoot read --help says what it takes.`,
    )
  }
}

/** Runs the command; returns its exit code. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (isRefusal(asked)) {
    process.stderr.write(`${asked.message}\n`)
    return 2
  }
  const outcomes: unknown[] = []
  let failed = 0
  for (const path of asked.files) {
    const read = await withProgress(`Reading ${path} …`, readOne(path))
    if (isRefusal(read)) {
      failed += 1
      process.stderr.write(`${read.message}\n`)
      outcomes.push({ file: basename(path), error: { code: read.code, message: read.message } })
    } else if (asked.json) outcomes.push(read)
    else process.stdout.write(`${outlineOf(read).join('\n')}\n\n`)
  }
  if (asked.json) process.stdout.write(`${JSON.stringify(outcomes, null, 1)}\n`)
  if (failed === 0) return 0
  return failed === asked.files.length ? 2 : 1
}
