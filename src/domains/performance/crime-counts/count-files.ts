/**
 * Counts the rows of data.police.uk files: CSV, gzip, the monthly zip, or a folder of them. A row counts as often as it
 * stands there: crimes of one incident share an id, anti-social behaviour has none, and many have no place.
 */
import { availableParallelism } from 'node:os'
import { isRefusal, type Refusal } from '../../../lib/index.ts'
import { FORM_WORDS, formByName } from './columns.ts'
import { type Counting, type Counts, FORMS, type Form, type Note } from './count.ts'
import { startEngine } from './engine.ts'
import { countOne, formOf, type Using } from './one-file.ts'
import { type Found, rowsFilesAt } from './rows-file.ts'
import { makeTally, type Part, type Tally } from './tally.ts'
import { makeWorkingFolder } from './working-folder.ts'

/** A file that could not be counted; the others are. */
export type Failed = { file: string; refusal: Refusal }

/** What came of counting some files. `counts` is undefined where none could be counted. */
export type Outcome = { counts: Counts | undefined; failed: Failed[] }

/**
 * Counts files by keys. A file that cannot be read whole is refused whole, with everything in it when it is a zip, and the
 * others are counted all the same. Codes of refusals: those of files and archives, 'column-missing', 'column-twice',
 * 'rows-broken', 'month-unreadable', 'no-rows-file'.
 */
export async function countFiles(paths: readonly string[], counting: Counting): Promise<Outcome> {
  const folder = await makeWorkingFolder()
  const failed: Failed[] = []
  const found: { path: string; found: Found }[] = []
  try {
    for (const path of paths) {
      const at = await rowsFilesAt(path)
      if (isRefusal(at)) failed.push({ file: path, refusal: at })
      else found.push({ path, found: at })
    }
    const engine = await startEngine({
      folder: folder.path,
      threads: counting.threads ?? availableParallelism(),
    })
    try {
      return await countFound({ engine, folder }, found, failed, counting)
    } finally {
      engine.close()
    }
  } finally {
    for (const each of found) each.found.close()
    folder.remove()
  }
}

type Behind = { path: string; found: Found }

async function countFound(
  using: Using,
  behind: readonly Behind[],
  failed: Failed[],
  counting: Counting,
): Promise<Outcome> {
  const all = behind.flatMap(({ found }) => found.files)
  const form = counting.form ?? (await formOf(all))
  const tally = makeTally(counting)
  const so: SoFar = { tally, form, counting, notes: [], files: [], left: [], at: 0, of: all.length }
  for (const one of behind) {
    const refusal = await countBehind(using, one, so)
    if (refusal !== undefined) failed.push({ file: one.path, refusal })
  }
  const { notes, files, left } = so
  if (files.length === 0) return { counts: undefined, failed }
  if (left.length > 0) notes.push(otherForms(left.length, form))
  return { counts: tally.counts(form, files, notes), failed }
}

type SoFar = {
  tally: Tally
  form: Form
  counting: Counting
  notes: Note[]
  files: Counts['files']
  left: string[]
  at: number
  of: number
}

/** Counts one file that was named, or all that are in it; nothing of it stays in the tally where one is refused. */
async function countBehind(using: Using, { found }: Behind, so: SoFar): Promise<Refusal | undefined> {
  const part: Part = so.tally.part()
  const counted: Counts['files'] = []
  const left: string[] = []
  for (const file of found.files) {
    so.at += 1
    so.counting.onFile?.(file.name, so.at, so.of)
    const said = formByName(file.fileName)
    const rows =
      so.of > 1 && said !== undefined && said !== so.form
        ? 'other-form'
        : await countOne(using, file, part, { ...so.counting, form: so.form })
    if (isRefusal(rows)) return rows
    if (rows === 'other-form') left.push(file.name)
    else counted.push({ name: file.name, rows })
  }
  part.keep()
  so.files.push(...counted)
  so.left.push(...left)
  so.notes.push(...found.notes, ...emptyOnes(counted))
  return undefined
}

const emptyOnes = (counted: Counts['files']): Note[] =>
  counted
    .filter(({ rows }) => rows === 0)
    .map(({ name }) => ({ code: 'no-rows', words: `${name} has its headings and no row.` }))

function otherForms(left: number, form: Form): Note {
  const [are, were, them] = left === 1 ? ['One file is', 'was', 'it'] : [`${left} files are`, 'were', 'them']
  const others = FORMS.filter((each) => each !== form).join(' or ')
  return {
    code: 'other-form',
    words: `${are} not of ${FORM_WORDS[form]} and ${were} left out; count ${them} with --form ${others}.`,
  }
}

export { type Counting, type Counts, FORMS, type Form, KEYS, type Key } from './count.ts'
