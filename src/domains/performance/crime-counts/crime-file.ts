/**
 * Reads a file of data.police.uk for an import without holding it: whether it is one, what it counts, and its SHA-256. The
 * lookup of small areas that goes with it is read here too.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { dateOf, isRefusal, type LocalDate, type Refusal, refuse } from '../../../lib/index.ts'
import { FORM_WORDS, formByHeadings, formByName, placeOf } from './columns.ts'
import type { Form } from './count.ts'
import { countFiles } from './count-files.ts'
import type { CrimeFile } from './figures-of-crimes.ts'
import { fieldsOf, readFirstLine } from './first-line.ts'
import { areasInCsv } from './import-areas.ts'
import { openRows, type RowsFile, rowsFilesAt } from './rows-file.ts'
import { DamagedMember } from './zip-members.ts'

/** Rows of data.police.uk, or a lookup of small areas, as the register that the domain reads. */
export type OpenData = { register: 'crimes' | 'areas'; value: unknown; sha256: string; bytes: number }

const MOST_BYTES_OF_LOOKUP = 20_000_000

/**
 * What a file is in the eyes of this domain; undefined where it is something else. Refuses what is of data.police.uk and
 * cannot be brought: with the codes of `countFiles`, 'crimes-not-street' and 'several-forces'.
 */
export async function openDataIn(path: string): Promise<OpenData | Refusal | undefined> {
  const ending = extname(path).toLowerCase()
  if (ending !== '.csv' && ending !== '.zip' && ending !== '.gz') return undefined
  const found = await rowsFilesAt(path)
  // Whoever reads the file next says what is wrong with it.
  if (isRefusal(found)) return undefined
  try {
    const lookup = ending === '.csv' ? await lookupIn(path) : undefined
    if (lookup !== undefined) return lookup
    const form = await formIn(found.files)
    return form === undefined ? undefined : await crimesIn(path, form, found.files)
  } finally {
    found.close()
  }
}

/** A zip is one by the names in it; a file by itself, by its headings. */
async function formIn(files: readonly RowsFile[]): Promise<Form | undefined> {
  const [first] = files
  if (first === undefined) return undefined
  const named = files.map(({ fileName }) => formByName(fileName))
  if (files.length > 1)
    return named.find((form) => form === 'street') ?? named.find((form) => form !== undefined)
  try {
    const opened = await openRows(first)
    await opened.close()
    const headings = opened.first?.headings ?? []
    return placeOf(headings) === null ? undefined : formByHeadings(headings)
  } catch (problem) {
    if (problem instanceof DamagedMember) return named[0]
    throw problem
  }
}

async function crimesIn(path: string, form: Form, files: readonly RowsFile[]): Promise<OpenData | Refusal> {
  const name = basename(path)
  if (form !== 'street')
    return refuse(
      'crimes-not-street',
      `${name} is a file of ${FORM_WORDS[form]}, and the record keeps street-level crime alone; bin/shiremoot count adds it up.`,
    )
  const forces = new Set(
    files.flatMap(({ fileName }) => STREET_FILE.exec(fileName)?.[1]?.toLowerCase() ?? []),
  )
  if (forces.size > 1)
    return refuse(
      'several-forces',
      `${name} holds the files of ${forces.size} forces; choose your own force when you fetch it from data.police.uk, or take the others out.`,
    )
  const { counts, failed } = await countFiles([path], {
    by: ['force', 'month', 'type', 'lsoa'],
    form,
    places: true,
  })
  if (counts === undefined) return failed[0]?.refusal ?? refuse('no-rows-file', `${name} holds no rows.`)
  const of = await identityOf(path)
  const value: CrimeFile = {
    file: { name, sha256: of.sha256, bytes: of.bytes },
    asAt: of.made,
    rows: counts.rows.map(({ values: [force = null, month = null, type = null, lsoa = null], count }) => ({
      force,
      month,
      type,
      lsoa,
      count,
    })),
    places: counts.places ?? { swapped: 0, nowhere: 0, outside: 0 },
    notes: counts.notes.map(({ words }) => words),
  }
  return { register: 'crimes', value, sha256: of.sha256, bytes: of.bytes }
}

const STREET_FILE = /^\d{4}-\d{2}-(.+)-street\.csv$/i

async function identityOf(path: string): Promise<{ sha256: string; bytes: number; made: LocalDate }> {
  const { size, mtime } = await stat(path)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1_000_000 }))
    if (chunk instanceof Buffer) hash.update(chunk)
  const made = dateOf(mtime.getFullYear(), mtime.getMonth() + 1, mtime.getDate())
  if (made === undefined) throw new Error(`${path} was made on no day`)
  return { sha256: hash.digest('hex'), bytes: size, made }
}

/** A CSV of the Office for National Statistics that gives each LSOA its district. */
async function lookupIn(path: string): Promise<OpenData | undefined> {
  if ((await stat(path)).size > MOST_BYTES_OF_LOOKUP) return undefined
  const bytes = await readFile(path)
  const first = readFirstLine(bytes.subarray(0, 65_536), bytes.length <= 65_536)
  if (first === undefined) return undefined
  const rows = (): string[][] =>
    new TextDecoder(first.encoding)
      .decode(bytes)
      .split(/\r\n|\n|\r/)
      .slice(1)
      .filter((line) => line.trim() !== '')
      .map((line) => fieldsOf(line, first.delimiter))
  const value = areasInCsv(first.headings, rows)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return value === undefined ? undefined : { register: 'areas', value, sha256, bytes: bytes.length }
}
