/** `shiremoot import --propose`: proposes what the columns of a spreadsheet mean, shows what they would bring, and keeps nothing in the record. */
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Proposed, proposeFor } from '../../domains/performance/import.ts'
import { isRefusal, londonDate, type Refusal, refuse } from '../../lib/index.ts'
import { readSheetsApart } from '../../papers/index.ts'
import { inAct } from '../../record/index.ts'
import type { Installation } from './installation.ts'
import { isSheet } from './load-file.ts'
import { mappingBeside } from './mapping-file.ts'
import { openFile } from './open-file.ts'
import { proposalLines } from './propose-words.ts'

type Asked = { save: boolean; json: boolean; authority: string }

/** Proposes for each file and prints it. Returns 0 where all were proposed for, 1 where some were, 2 where none was. */
export async function proposeMappings(
  installation: Pick<Installation, 'db'>,
  files: readonly string[],
  asked: Asked,
): Promise<number> {
  const answers: unknown[] = []
  let refusals = 0
  for (const file of files) {
    const proposed = await proposedFor(installation, file, asked)
    if (isRefusal(proposed)) {
      refusals += 1
      answers.push({ file, error: { code: proposed.code, message: proposed.message } })
      if (!asked.json) process.stdout.write(`${file}: ${proposed.message}\n`)
      continue
    }
    answers.push({
      file,
      saved: proposed.saved,
      mapping: mappingOf(proposed),
      tables: proposed.proposal.tables,
    })
    if (!asked.json) process.stdout.write(`${proposalLines(file, proposed).join('\n')}\n`)
  }
  if (asked.json) process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`)
  if (refusals === 0) return 0
  return refusals === files.length ? 2 : 1
}

async function proposedFor(
  { db }: Pick<Installation, 'db'>,
  file: string,
  { save, authority }: Asked,
): Promise<(Proposed & { saved: string | null }) | Refusal> {
  if (!isSheet(file))
    return refuse(
      'not-a-spreadsheet',
      `${file} is no CSV, XLSX or ODS file, so there are no columns to propose a mapping for.`,
    )
  const bytes = await openFile(file)
  if (isRefusal(bytes)) return bytes
  const name = basename(file)
  const workbook = await readSheetsApart({ name, bytes })
  if (isRefusal(workbook)) return workbook
  const proposed = await inAct(db, (tx) => proposeFor(tx, authority, workbook, { name, today: londonDate() }))
  if (proposed.proposal.tables.length === 0)
    return refuse(
      'table-not-found',
      `${file} has no table of figures: rows of words and numbers below a line of headings.`,
    )
  if (!save) return { ...proposed, saved: null }
  return await saved(file, proposed)
}

/** Writes the mapping beside the file; one that is there already is somebody's work and stays. */
async function saved(
  file: string,
  proposed: Proposed,
): Promise<(Proposed & { saved: string | null }) | Refusal> {
  const path = mappingBeside(file)
  try {
    await writeFile(path, `${JSON.stringify(mappingOf(proposed), null, 2)}\n`, { flag: 'wx' })
    return { ...proposed, saved: path }
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) throw problem
    return refuse(
      'mapping-there',
      `${path} is there already, and was left as it is; take it away to have a new one proposed.`,
    )
  }
}

/** The mapping as it is written: of tables of which a measure is known, or of all where none is, without what is usual. */
function mappingOf({ proposal }: Proposed): unknown {
  const known = proposal.tables.filter(({ confidence }) => confidence !== 'unsure')
  const tables = known.length > 0 ? known : proposal.tables
  return { tables: tables.map(({ mapping }) => withoutUsual(mapping)) }
}

/** Leaves out what a mapping need not say: null, nothing, false and the factor of 1. */
function withoutUsual(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUsual)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([name, one]) =>
      !(
        one === false ||
        (one === null && name !== 'span') ||
        (name === 'times' && one === 1) ||
        (name === 'headingLines' && one === 1) ||
        (Array.isArray(one) && one.length === 0 && name !== 'columns') ||
        (typeof one === 'object' && one !== null && Object.keys(one).length === 0)
      ),
  )
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutUsual(one)]))
}
