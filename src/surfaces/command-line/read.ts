/** `shiremoot read`: reads papers and prints the structure that was found in them, as words or as JSON. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { type Reading, readApart } from '../../papers/index.ts'
import { badArguments } from './bad-arguments.ts'
import { onOneLine } from './one-line.ts'
import { openFile } from './open-file.ts'
import { outlineOf } from './read-words.ts'

const HELP = `bin/shiremoot read FILE… [--json]

Reads papers (text, Markdown, PDF with a text layer) and prints the structure found: agenda, minutes, people,
resolutions, questions, promises, tables, and what could not be read, with its place.

  --json   prints one JSON array, a value for each file, in the order given

Exit: 0 read; 1 some files could not be read; 2 none could. docs/reading.md says what is read and how to write a
paper that reads well.
`

/** Reads one file by its path; `file` of the reading is its name without folders. */
export async function readOne(path: string): Promise<Reading | Refusal> {
  const bytes = await openFile(path)
  return isRefusal(bytes) ? bytes : readApart({ name: basename(path), bytes })
}

export { onOneLine }

/** Says on the terminal that work goes on, once it has taken more than a second. */
export async function withProgress<T>(what: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => process.stderr.write(`${onOneLine(what)}\n`), 1000)
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
    return badArguments('read', problem)
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
      process.stderr.write(`${onOneLine(read.message)}\n`)
      outcomes.push({ file: basename(path), error: { code: read.code, message: read.message } })
    } else if (asked.json) outcomes.push(read)
    else process.stdout.write(`${outlineOf(read).join('\n')}\n\n`)
  }
  if (asked.json) process.stdout.write(`${JSON.stringify(outcomes, null, 1)}\n`)
  if (failed === 0) return 0
  return failed === asked.files.length ? 2 : 1
}
