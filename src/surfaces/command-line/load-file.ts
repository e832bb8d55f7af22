/** Opens one file for import: its bytes, what it says, and the corrections beside it; and in which order files come. */
import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { type DataFile, isFeatures, type OpenData, openDataIn } from '../../domains/performance/import.ts'
import { isRefusal, pathPart, type Refusal, refuse } from '../../lib/index.ts'
import { type Reading, readApart, readSheetsApart } from '../../papers/index.ts'
import type { Corrections, Source } from '../../record/index.ts'
import { correctionsBeside } from './corrections.ts'
import { mappingFrom } from './mapping-file.ts'
import { openFile } from './open-file.ts'

/** What a file is offered to the domains as. */
export type Offered =
  | { form: 'paper'; reading: Reading }
  | { form: 'register'; name: string; register: unknown }
  /** A spreadsheet, whose figures go into measures. It is kept, and never public itself. */
  | { form: 'figures'; dataFile: DataFile }

/** A file that can be brought. */
export type Loaded = { file: string; bytes: Uint8Array; source: Source; offered: Offered }

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
}

const SHEETS = new Set(['.csv', '.xlsx', '.ods'])

/** Whether a file is a spreadsheet by its name. */
export const isSheet = (file: string): boolean => SHEETS.has(extname(file).toLowerCase())

/** Registers that speak of meetings and plans which papers bring. The others come before the papers. */
const AFTER_PAPERS: Readonly<Record<string, string>> = {
  webcasts: '4',
  'plan-reviews': '4',
  'carried-on': '4',
  'figure-replies': '4',
  // Measures name priorities and papers; figures name measures; quotations name both.
  measures: '4',
  'comparison-groups': '4',
  'outcome-types': '4',
  'crime-tree': '4',
  'inspection-grades': '4',
  'national-measures': '4',
  boundaries: '4',
  crimes: '4 figures',
  observations: '4 figures',
  'quoted-figures': '4 quoted',
  withdrawals: '9',
}

/**
 * What files are brought by, in the order of these words: the authority, other registers, plans, papers by date, because
 * papers hang on plans and bodies; then registers about what papers brought, measures and their figures, and last what is withdrawn, which must be there first.
 */
export function rankOf({ offered }: Loaded): string {
  if (offered.form === 'register')
    return offered.name === 'authority' ? '0' : (AFTER_PAPERS[offered.name] ?? '1')
  if (offered.form === 'figures') return '4 figures'
  return `${offered.reading.kind === 'plan' ? '2' : '3'} ${offered.reading.date ?? offered.reading.plan?.from ?? '9'}`
}

/** Opens a file and reads it, or says why that cannot be done. `mapping` is the file that says what a spreadsheet's columns mean. */
export async function loadFile(file: string, mapping?: string): Promise<Loaded | Refusal> {
  const openData = await openDataIn(file)
  if (openData !== undefined) return isRefusal(openData) ? openData : await countedIn(file, openData)
  const bytes = await openFile(file)
  if (isRefusal(bytes)) return bytes
  const corrections = await correctionsBeside(file)
  if (isRefusal(corrections)) return corrections
  const name = nameOf(file)
  const source = sourceOf(name, bytes, corrections)
  const offered = /\.(?:geo)?json$/i.test(name)
    ? registerIn(file, bytes)
    : isSheet(name)
      ? await figuresIn(file, name, bytes, mapping)
      : await readingOf(name, bytes, corrections)
  return isRefusal(offered) ? offered : { file, bytes, source, offered }
}

function sourceOf(name: string, bytes: Uint8Array, corrections: Corrections): Source {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    name,
    sha256,
    mediaType: MEDIA_TYPES[extname(name).toLowerCase()] ?? 'text/plain; charset=utf-8',
    path: `/files/${sha256}/${pathPart(name)}`,
    corrections,
  }
}

/** A file of data.police.uk may have gigabytes, and anyone can have it from there: kept of it is a note with its name, size and SHA-256. */
async function countedIn(
  file: string,
  { register, value, sha256, bytes }: OpenData,
): Promise<Loaded | Refusal> {
  const corrections = await correctionsBeside(file)
  if (isRefusal(corrections)) return corrections
  const name = nameOf(file)
  const note = Buffer.from(`${JSON.stringify({ file: name, bytes, sha256 }, null, 2)}\n`)
  return {
    file,
    bytes: note,
    source: { ...sourceOf(`${name}.json`, note, corrections), name },
    offered: { form: 'register', name: register, register: value },
  }
}

/** What a file is called on the record: control characters, line ends and backslashes, which no address may have, are underlined. */
const nameOf = (file: string): string => basename(file).replace(/[\p{Cc}\p{Zl}\p{Zp}\\]/gu, '_')

function registerIn(file: string, bytes: Uint8Array): Offered | Refusal {
  let found: unknown
  try {
    found = JSON.parse(new TextDecoder().decode(bytes))
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    return refuse('register-not-json', `${file} is not valid JSON (${why}); mend it and import it again.`)
  }
  const name = typeof found === 'object' && found !== null && 'register' in found ? found.register : undefined
  if (name === undefined && isFeatures(found))
    return { form: 'register', name: 'boundaries', register: found }
  if (typeof name !== 'string')
    return refuse(
      'not-a-register',
      `${file} is JSON without "register"; a register says which it is, as docs/importing.md shows.`,
    )
  return { form: 'register', name, register: found }
}

async function figuresIn(
  file: string,
  name: string,
  bytes: Uint8Array,
  given: string | undefined,
): Promise<Offered | Refusal> {
  const mapping = await mappingFrom(file, given)
  if (isRefusal(mapping)) return mapping
  const workbook = await readSheetsApart({ name, bytes })
  return isRefusal(workbook) ? workbook : { form: 'figures', dataFile: { workbook, mapping } }
}

async function readingOf(
  name: string,
  bytes: Uint8Array,
  corrections: Corrections,
): Promise<Offered | Refusal> {
  const reading = await readApart({ name, bytes })
  if (isRefusal(reading)) return reading
  const { body = reading.body, date = reading.date, title = reading.title } = corrections.paper
  return { form: 'paper', reading: { ...reading, body, date, title } }
}
