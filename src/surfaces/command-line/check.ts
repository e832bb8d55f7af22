/** `shiremoot check`: checks whether the figures that papers state add up, and prints what it found as words or as JSON. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { groupedFindings, inputOf } from '../../domains/checked-figures/index.ts'
import { type Check, checkFigures } from '../../figures/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import { badArguments } from './bad-arguments.ts'
import { coverageValues, noteValues, relationValues } from './check-values.ts'
import { checkWords, inkFor } from './check-words.ts'
import { readOne, withProgress } from './read.ts'

const HELP = `bin/shiremoot check FILE… [--json] [--coverage]

Checks the figures that papers state against each other: totals of tables, changes "from … to …", shares, sums in the
text. Says what does not add up, with its place and the calculation, and how many figures were seen and compared.

  --json       prints one JSON array of relations over all files, in document order
  --coverage   with --json: prints { "relations", "coverage", "notes" }

Exit: 0 nothing fails to add up; 1 something does, or one of several files could not be read; 2 no file could be read.
docs/figures.md says what is checked, what is not, and how to read a verdict.
`

type Asked = { files: string[]; json: boolean; coverage: boolean }

function askedFor(args: string[]): Asked | Refusal | 'help' {
  const options = {
    json: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.help) return 'help'
    if (positionals.length === 0)
      return refuse(
        'no-file',
        'check needs the name of at least one file, as in bin/shiremoot check report.pdf.',
      )
    return { files: positionals, json: values.json, coverage: values.coverage }
  } catch (problem) {
    return badArguments('check', problem)
  }
}

type Checked = { document: string; reading: Reading; check: Check }
type Failed = { file: string; error: { code: string; message: string } }

async function checkOne(path: string): Promise<Checked | Failed> {
  const reading = await readOne(path)
  if (isRefusal(reading)) {
    process.stderr.write(`${reading.message}\n`)
    return { file: basename(path), error: { code: reading.code, message: reading.message } }
  }
  return { document: basename(path), reading, check: checkFigures(inputOf(reading)) }
}

function valuesOf(outcomes: readonly (Checked | Failed)[], coverage: boolean): unknown {
  const relations = outcomes.flatMap((outcome) =>
    'error' in outcome
      ? [outcome]
      : outcome.check.relations.map((relation) => relationValues(outcome.document, relation)),
  )
  if (!coverage) return relations
  const checked = outcomes.filter((outcome) => 'check' in outcome)
  const notes = checked.flatMap(({ document, check }) =>
    check.notes.map((note) => noteValues(document, note)),
  )
  return { relations, coverage: coverageValues(checked), notes }
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
  const outcomes: (Checked | Failed)[] = []
  for (const path of asked.files) {
    const outcome = await withProgress(`Checking ${path} …`, checkOne(path))
    outcomes.push(outcome)
    if (asked.json || 'error' in outcome) continue
    process.stdout.write(
      `${checkWords(outcome.reading, outcome.check, inkFor(process.stdout)).join('\n')}\n\n`,
    )
  }
  if (asked.json) process.stdout.write(`${JSON.stringify(valuesOf(outcomes, asked.coverage), null, 1)}\n`)
  return exitCode(outcomes)
}

function exitCode(outcomes: readonly (Checked | Failed)[]): number {
  const failed = outcomes.filter((outcome) => 'error' in outcome).length
  if (failed === outcomes.length) return 2
  const alarmed = outcomes.some(
    (outcome) => 'check' in outcome && groupedFindings(outcome.check.relations).failing.length > 0,
  )
  return failed > 0 || alarmed ? 1 : 0
}
