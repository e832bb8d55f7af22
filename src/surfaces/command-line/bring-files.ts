/**
 * Brings files into the record: each is read, offered to the domains, kept by its SHA-256 and, when asked, published,
 * in one transaction, so that nothing is ever half imported.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Kysely } from '../../database/index.ts'
import { bringDataFile } from '../../domains/performance/import.ts'
import type { Preview } from '../../domains/performance/index.ts'
import { operatorPermits } from '../../identity/index.ts'
import { isRefusal, londonDate, type Refusal, refuse } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import {
  type AnyKind,
  type Brought,
  describeAuthority,
  type Importer,
  inAct,
  keepFile,
  PathTaken,
  publishBrought,
  type RecordTables,
  settleBrought,
  type Tx,
} from '../../record/index.ts'
import { settingsFrom } from './authority-register.ts'
import { openJournal } from './import-journal.ts'
import { type Loaded, loadFile, rankOf } from './load-file.ts'
import { offer } from './offering.ts'
import { withdrawListed } from './withdrawals-register.ts'

export type ImportOptions = {
  authority: string
  by?: string
  publish: boolean
  /** Everything is done and then undone; what would happen is reported. */
  dryRun: boolean
  /** The file that says what the columns of spreadsheets mean; of each the one beside it where none is named. */
  mapping?: string
  /** Rows of a spreadsheet that cannot be brought are left out and listed; otherwise nothing of their file is brought. */
  skipBadRows?: boolean
  onProgress?: (line: string) => void
}

export type FileOutcome = { file: string } & (
  | ({
      outcome: 'imported' | 'unchanged'
      published: number
      warnings: number
      /** The addresses of what a register of withdrawals took out of public view. */
      withdrawn?: string[]
      /** What was read in a spreadsheet. */
      figures?: FiguresRead
    } & Brought)
  | { outcome: 'failed'; error: { code: string; message: string }; figures?: FiguresRead }
)

/** A preview without the figures themselves, which may be a million. */
export type FiguresRead = Omit<Preview, 'incoming'>

/** Where the record is kept, and what may be kept in it. */
export type Into = {
  db: Kysely<RecordTables>
  /** The folder of files by SHA-256. */
  files: string
  kinds: readonly AnyKind[]
  importers: readonly Importer<Reading>[]
  /** The folder where an import of several files notes how far it is; none is kept where there is no folder. */
  journals?: string
}

/**
 * Imports files, each in a transaction of its own, in the order of `inOrder` whatever their order on the command line.
 * A file that fails stops no other. Outcomes stand in the order given. With `into.journals`, an import that was cut
 * off goes on where it stopped when it is asked for again.
 */
export async function bringFiles(
  into: Into,
  files: readonly string[],
  options: ImportOptions,
): Promise<FileOutcome[]> {
  const journal = openJournal(into.journals, files, options)
  const outcomes = new Map<string, FileOutcome>(journal.done)
  const settle = (file: string, outcome: FileOutcome): void => {
    outcomes.set(file, outcome)
    journal.note(outcome)
  }
  const waiting: Waiting[] = []
  const room = { left: MOST_KEPT }
  for (const file of files) {
    if (outcomes.has(file)) continue
    if (isCorrections(file)) {
      outcomes.set(file, readBeside(file))
      continue
    }
    options.onProgress?.(`Reading ${basename(file)}`)
    const one = await loadFile(file, options.mapping)
    if (isRefusal(one)) settle(file, failed(file, one))
    else waiting.push(inWaiting(one, room))
  }
  for (const one of waiting.toSorted(inOrder)) {
    options.onProgress?.(`Importing ${basename(one.file)}`)
    const loaded = one.loaded ?? (await loadFile(one.file, options.mapping))
    settle(one.file, isRefusal(loaded) ? failed(one.file, loaded) : await bringOne(into, loaded, options))
  }
  journal.finish()
  return files.flatMap((file) => outcomes.get(file) ?? [])
}

/** How many bytes of files are held, with what was read in them, until their turn; the rest are read again then. */
const MOST_KEPT = 64_000_000

/** A file that was read and waits for its turn; `loaded` is undefined when there was no room for it. */
type Waiting = { file: string; rank: string; loaded: Loaded | undefined }

function inWaiting(loaded: Loaded, room: { left: number }): Waiting {
  const { file, bytes } = loaded
  room.left -= bytes.length
  return { file, rank: rankOf(loaded), loaded: room.left < 0 ? undefined : loaded }
}

const inOrder = (one: Waiting, other: Waiting): number =>
  one.rank.localeCompare(other.rank) || basename(one.file).localeCompare(basename(other.file))

/** `import demo/kent/*` names corrections and mappings as well; they are read with the file that they stand beside. */
export const isCorrections = (file: string): boolean =>
  file.endsWith('.corrections.json') || file.endsWith('.mapping.json')

const readBeside = (file: string): Exclude<FileOutcome, { outcome: 'failed' }> => ({
  file,
  outcome: 'unchanged',
  published: 0,
  warnings: 0,
  entries: [],
  links: [],
  open: [],
})

const failed = (file: string, { code, message }: Refusal): Failed => ({
  file,
  outcome: 'failed',
  error: { code, message },
})

/** Carries an outcome out of a transaction that must not be kept. */
class Undo extends Error {
  readonly outcome: FileOutcome
  constructor(outcome: FileOutcome) {
    super('The transaction is undone on purpose.')
    this.outcome = outcome
  }
}

async function bringOne(into: Into, one: Loaded, options: ImportOptions): Promise<FileOutcome> {
  if (!options.dryRun) return await bringWhole(into, one, options)
  // A transaction does not undo what was written to a folder.
  const files = await mkdtemp(join(tmpdir(), 'shiremoot-dry-run-'))
  try {
    return await bringWhole({ ...into, files }, one, options)
  } finally {
    await rm(files, { recursive: true })
  }
}

async function bringWhole(into: Into, one: Loaded, options: ImportOptions): Promise<FileOutcome> {
  try {
    return await inAct(into.db, async (tx) => {
      const outcome = await bringIn(tx, into, one, options)
      if (options.dryRun || outcome.outcome === 'failed') throw new Undo(outcome)
      return outcome
    })
  } catch (problem) {
    if (problem instanceof Undo) return problem.outcome
    if (problem instanceof PathTaken) return failed(one.file, refuse('address-taken', problem.message))
    throw problem
  }
}

async function bringIn(tx: Tx, into: Into, one: Loaded, options: ImportOptions): Promise<FileOutcome> {
  const permits = operatorPermits(options.authority, options.by)
  if (one.offered.form === 'register' && one.offered.name === 'authority')
    return await describe(tx, one.file, one.offered.register, options)
  // One import at a time: each reads what the record has of people, bodies and plans, and writes it with its own added.
  const known = await tx
    .selectFrom('record.authority')
    .select('id')
    .where('id', '=', options.authority)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (known === undefined) return failed(one.file, authorityUnknown(options.authority))
  if (one.offered.form === 'register' && one.offered.name === 'withdrawals')
    return await withdrawAll(tx, into.kinds, { file: one.file, register: one.offered.register }, options)
  const act = { tx, permit: permits.bring, today: londonDate(), asDraft: !options.publish }
  const took = await take(into.importers, one, act, options)
  if (took.outcome === 'failed') return took
  const { brought, figures } = took
  brought.open.push(...(await settleBrought(tx, permits.bring, one.source, brought)))
  const { name, mediaType } = one.source
  await keepFile(tx, permits.bring, { name, mediaType, bytes: one.bytes }, into.files)
  const published = options.publish
    ? (await publishBrought(tx, permits.publish, into.kinds, brought)).published.length
    : 0
  const changed = [...brought.entries, ...brought.links].some(({ outcome }) => outcome !== 'unchanged')
  const warnings = one.offered.form === 'paper' ? one.offered.reading.warnings.length : 0
  return {
    file: one.file,
    outcome: changed || published > 0 ? 'imported' : 'unchanged',
    published,
    warnings,
    ...(figures === undefined ? {} : { figures }),
    ...brought,
  }
}

type Failed = Extract<FileOutcome, { outcome: 'failed' }>
type Took = Failed | { outcome: 'taken'; brought: Brought; figures?: FiguresRead }

/** Offers a file to the domains; a spreadsheet only to the one that keeps figures. */
async function take(
  importers: Into['importers'],
  one: Loaded,
  act: Parameters<Importer<Reading>['bring']>[0],
  { skipBadRows = false }: ImportOptions,
): Promise<Took> {
  const { offered } = one
  if (offered.form !== 'figures') {
    const brought = await offer(importers, { ...one, offered }, act)
    return isRefusal(brought) ? failed(one.file, brought) : { outcome: 'taken', brought }
  }
  const came = await bringDataFile(act, offered.dataFile, one.source, { skipBadRows })
  if ('refusal' in came)
    return {
      ...failed(one.file, came.refusal),
      ...(came.preview === null ? {} : { figures: readIn(came.preview) }),
    }
  return { outcome: 'taken', brought: came.brought, figures: readIn(came.preview) }
}

const readIn = ({ refusedRows, totals, flags, rows, filtered, measures }: Preview): FiguresRead => ({
  refusedRows,
  totals,
  flags,
  rows,
  filtered,
  measures,
})

const authorityUnknown = (authority: string): Refusal =>
  refuse(
    'authority-unknown',
    `The record knows no authority "${authority}"; import its register first, as demo/kent/authority.json shows, or name another with --authority.`,
  )

/** An authority's name and colours have no draft: without --publish they are refused rather than half kept. */
async function describe(
  tx: Tx,
  file: string,
  register: unknown,
  options: ImportOptions,
): Promise<FileOutcome> {
  const settings = settingsFrom(register, options.authority, file)
  if (isRefusal(settings)) return failed(file, settings)
  if (!options.publish)
    return failed(
      file,
      refuse(
        'authority-has-no-draft',
        `${file} describes the authority, which is public at once; import it with --publish.`,
      ),
    )
  const { publish: permit } = operatorPermits(options.authority, options.by)
  const outcome = (await describeAuthority(tx, permit, settings)) === 'unchanged' ? 'unchanged' : 'imported'
  return {
    file,
    outcome,
    published: outcome === 'imported' ? 1 : 0,
    warnings: 0,
    entries: [],
    links: [],
    open: [],
  }
}

async function withdrawAll(
  tx: Tx,
  kinds: Into['kinds'],
  { file, register }: { file: string; register: unknown },
  options: ImportOptions,
): Promise<FileOutcome> {
  const { withdraw: permit } = operatorPermits(options.authority, options.by)
  const gone = await withdrawListed(tx, permit, kinds, register, { file, publish: options.publish })
  if (isRefusal(gone)) return failed(file, gone)
  return {
    ...readBeside(file),
    outcome: gone.length > 0 ? 'imported' : 'unchanged',
    withdrawn: gone.map(({ path }) => path),
  }
}
