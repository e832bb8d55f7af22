/** `shiremoot count`: adds up the rows of data.police.uk files and prints them as a table, JSON or CSV. */
import { parseArgs } from 'node:util'
import {
  type Counting,
  type Counts,
  countFiles,
  FORMS,
  type Form,
  KEYS,
  type Key,
  type Outcome,
} from '../../domains/performance/crime-counts/count-files.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { badArguments } from './bad-arguments.ts'
import { countCsv, countValues, countWords } from './count-words.ts'
import { onOneLine } from './one-line.ts'

const HELP = `bin/shiremoot count FILE… --by force,month,type [--json|--csv]

Counts the rows of data.police.uk files: CSV, gzip, the monthly zip, or a folder of them. Every row counts: crimes that
share an id, anti-social behaviour, which has none, and rows without a place.

  --by KEYS      force ("Falls within"), month, type, outcome, lsoa, district, reporter ("Reported by"); of stop and
                 search also object and legislation. force,month,type otherwise
  --form FORM    street, outcomes or stop-and-search, where files of several forms are given; street otherwise
  --threads N    how many threads may work; one for each processor otherwise
  --json         prints one JSON array: an object for each combination, with the keys of --by and "count"
  --csv          prints the same as CSV

Exit: 0 counted; 1 counted, but a file was refused; 2 nothing could be counted. A file that does not read as it should
is refused whole. docs/importing.md says how each key is found.
`

type Asked = { files: string[]; counting: Counting; as: 'words' | 'json' | 'csv' }

const OPTIONS = {
  by: { type: 'string', default: 'force,month,type' },
  form: { type: 'string' },
  threads: { type: 'string' },
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

function askedFor(args: string[]): Asked | Refusal | 'help' {
  let parsed
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (problem) {
    return badArguments('count', problem)
  }
  const { values, positionals: files } = parsed
  if (values.help) return 'help'
  if (files.length === 0)
    return refuse(
      'no-file',
      'count needs the name of at least one file, as in bin/shiremoot count 2019-01-kent-street.csv --by force,month,type.',
    )
  if (values.json && values.csv) return refuse('bad-arguments', 'count prints --json or --csv, not both.')
  const by = keysIn(values.by)
  if (isRefusal(by)) return by
  const form = formIn(values.form)
  if (isRefusal(form)) return form
  const threads = threadsIn(values.threads)
  if (isRefusal(threads)) return threads
  const counting = {
    by,
    ...(form === undefined ? {} : { form }),
    ...(threads === undefined ? {} : { threads }),
  }
  return { files, counting, as: values.json ? 'json' : values.csv ? 'csv' : 'words' }
}

function keysIn(text: string): Key[] | Refusal {
  const words = text.split(',').map((word) => word.trim().toLowerCase())
  const keys = words.flatMap((word) => KEYS.find((key) => key === word) ?? [])
  if (keys.length === words.length && new Set(keys).size === keys.length) return keys
  const odd = words.find((word, at) => !KEYS.some((key) => key === word) || words.indexOf(word) !== at)
  return refuse(
    'bad-arguments',
    `--by ${onOneLine(text)}: “${onOneLine(odd ?? '')}” is ${KEYS.some((key) => key === odd) ? 'there twice' : 'nothing to count by'}; choose from ${KEYS.join(', ')}.`,
  )
}

function formIn(text: string | undefined): Form | undefined | Refusal {
  const form = FORMS.find((each) => each === text)
  return text === undefined || form !== undefined
    ? form
    : refuse('bad-arguments', `--form ${onOneLine(text)}: choose from ${FORMS.join(', ')}.`)
}

function threadsIn(text: string | undefined): number | undefined | Refusal {
  if (text === undefined) return undefined
  const threads = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return threads >= 1 && threads <= 256
    ? threads
    : refuse('bad-arguments', `--threads ${onOneLine(text)}: give a number from 1 to 256.`)
}

/** Says which file is being counted, once the whole has taken more than a second, and then at most once a second. */
function teller(): NonNullable<Counting['onFile']> & { done: () => void } {
  let last = ''
  const say = (): void => {
    if (last !== '') process.stderr.write(`${last}\n`)
    last = ''
  }
  const timer = setInterval(say, 1000)
  timer.unref()
  return Object.assign(
    (name: string, at: number, of: number) => {
      last = onOneLine(`Counting ${name}${of === 1 ? '' : ` (${at} of ${of})`} …`)
    },
    { done: () => clearInterval(timer) },
  )
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ends at once when it is told to; what lies in the temporary folder goes with the process. */
const end = (signal: NodeJS.Signals): void =>
  process.exit(signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 129)

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
  const onFile = teller()
  for (const signal of SIGNALS) process.on(signal, end)
  try {
    return print(asked, await countFiles(asked.files, { ...asked.counting, onFile }))
  } finally {
    onFile.done()
    for (const signal of SIGNALS) process.off(signal, end)
  }
}

function print({ as }: Asked, outcome: Outcome): number {
  const { counts, failed } = outcome
  for (const { refusal } of failed) process.stderr.write(`${onOneLine(refusal.message)}\n`)
  if (as === 'json') process.stdout.write(`${JSON.stringify(countValues(outcome), null, 1)}\n`)
  else if (counts !== undefined) process.stdout.write(`${textOf(counts, as)}\n`)
  if (as !== 'words')
    for (const { words } of counts?.notes ?? []) process.stderr.write(`${onOneLine(words)}\n`)
  if (counts === undefined) return 2
  return failed.length > 0 ? 1 : 0
}

const textOf = (counts: Counts, as: 'words' | 'csv'): string =>
  (as === 'csv' ? countCsv(counts) : countWords(counts)).join('\n')
