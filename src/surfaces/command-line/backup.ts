/** `shiremoot backup`: the whole installation in one file, as it stands at one moment, also while it serves. */
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { ZipFile } from 'yazl'
import { inSameSnapshot, inSnapshot, type Snapshot } from '../../database/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { rootOf } from '../../log/index.ts'
import { keptFiles, type RecordTables } from '../../record/index.ts'
import { type BackupList, commentOf, FORM, LIST } from './backup-list.ts'
import { logHashes, pageMarks, someAddresses } from './backup-marks.ts'
import { seal, UNSEALED } from './backup-seal.ts'
import { BackupWriter, sha256Of } from './backup-writer.ts'
import { badArguments } from './bad-arguments.ts'
import { type Installation, openInstallation, versionHere } from './installation.ts'
import { logFilesOf, type WholeFile } from './log-files.ts'

const HELP = `bin/shiremoot backup FILE [--data DIR]

Writes the whole installation into one zip file: every table as it stands at one moment, every kept file, the log with its
keys, and the settings. It may be run while the site is served. The file holds the key that signs the log and what is not
public: only its owner may read it. bin/shiremoot restore brings it back.

  --data DIR  the data folder; .data of the checkout otherwise

Exit: 0 done; 1 done, and a kept file was missing or not what it was; 2 could not be done.
`

const complain = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`)
  return 2
}

const progress = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

type Asked = { file: string; dataDir: string | undefined }

function askedFor(args: string[]): Asked | Refusal | 'help' {
  const options = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.help === true) return 'help'
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0)
      return refuse('no-file', 'Name the one file to write, for example: bin/shiremoot backup record.zip.')
    return { file: resolve(file), dataDir: values.data }
  } catch (problem) {
    return badArguments('backup', problem)
  }
}

/** Runs the command. Returns 0 when all was backed up, 1 when a kept file was missing, 2 when nothing was. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (isRefusal(asked)) return complain(asked.message)
  if (existsSync(asked.file)) return complain(alreadyThere(asked.file).message)
  const installation = await openInstallation({
    dataDir: asked.dataDir,
    what: 'backup',
    whenRunning: 'join',
    onProgress: progress,
  })
  if (isRefusal(installation)) return complain(installation.message)
  try {
    const list = await backUp(installation, asked.file, progress)
    if (isRefusal(list)) return complain(list.message)
    process.stdout.write(`${wordsFor(asked.file, list)}\n`)
    for (const path of list.missing)
      process.stderr.write(`${path} is listed in the record, and is not there or not what it was.\n`)
    return list.missing.length === 0 ? 0 : 1
  } finally {
    await installation.close()
  }
}

const alreadyThere = (file: string): Refusal =>
  refuse('backup-there', `${file} is there already, and no backup is written over: name another file.`)

const wordsFor = (file: string, list: BackupList): string =>
  `${file}: ${list.tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${list.tables.length} tables, ${list.files.length} files, as of ${list.madeAt}.`

/** Writes the backup aside and gives it its name when it is whole. */
export async function backUp(
  installation: Pick<Installation, 'db' | 'logins' | 'dataDir' | 'files'>,
  file: string,
  say: (sentence: string) => void,
): Promise<BackupList | Refusal> {
  const unfinished = `${file}.unfinished`
  // What an earlier one left, or somebody else put there, may be open to others.
  await rm(unfinished, { force: true })
  const zip = new ZipFile()
  const writing = pipeline(
    zip.outputStream,
    createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
  )
  try {
    // Read before the tables: the log is made from them, and must not be ahead of them in what is restored.
    const ofTheLog = await logFilesOf(installation.dataDir)
    const list = await inSnapshot(installation.logins.application, async (snapshot) =>
      pack(installation, snapshot, { zip, writing, ofTheLog, say }),
    )
    await writing
    await seal(unfinished)
    await rename(unfinished, file)
    return list
  } catch (failure) {
    await rm(unfinished, { force: true })
    if (failure instanceof Error && 'syscall' in failure && 'code' in failure)
      return refuse(
        'backup-not-written',
        `${file} could not be written (${String(failure.code)}): name a place with room that you may write to.`,
      )
    throw failure
  }
}

type Packing = {
  zip: ZipFile
  /** Rejects when the file cannot be written; what is being packed is then given up. */
  writing: Promise<void>
  ofTheLog: readonly WholeFile[]
  say: (sentence: string) => void
}

async function pack(
  installation: Pick<Installation, 'db' | 'files'>,
  snapshot: Snapshot,
  { zip, writing, ofTheLog, say }: Packing,
): Promise<BackupList> {
  const writer = new BackupWriter(zip, writing)
  const madeAt = new Date()
  const list: BackupList = {
    form: FORM,
    madeAt: madeAt.toISOString(),
    version: versionHere(),
    migrations: snapshot.migrations,
    tables: [],
    files: [],
    missing: [],
    logs: [],
    pages: [],
  }
  for (const table of snapshot.tables) {
    say(`Backing up ${table.name}`)
    const packed = await writer.stream(`tables/${table.name}.copy`, snapshot.read(table))
    list.tables.push({ ...table, ...packed })
  }
  await inSameSnapshot<RecordTables, void>(installation.db, snapshot.id, async (db) => {
    say('Backing up the kept files')
    for (const sha256 of await keptFiles(db)) {
      const path = `files/${sha256.slice(0, 2)}/${sha256.slice(2)}`
      const packed = await writer.file(path, installation.files, sha256)
      if (packed === undefined) list.missing.push(path)
      else list.files.push(packed)
    }
    for (const { authority, hashes } of await logHashes(db))
      list.logs.push({ authority, size: hashes.length, root: rootOf(hashes).toString('hex') })
    list.pages.push(...(await pageMarks(db, installation.files, madeAt, await someAddresses(db))))
  })
  for (const { path, bytes } of ofTheLog) list.files.push(await writer.bytes(path, bytes))
  const text = Buffer.from(`${JSON.stringify(list, null, 1)}\n`)
  await writer.bytes(LIST, text)
  zip.end({ forceZip64Format: false, comment: `${commentOf(sha256Of(text))} ${UNSEALED}` })
  return list
}
