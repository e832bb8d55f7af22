/** `shiremoot restore`: brings a backup into an empty installation, all of it or nothing, and compares what came. */
import { createHash } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import {
  connect,
  fillTables,
  holdsNoRecord,
  inSnapshot,
  type Logins,
  MIGRATIONS,
  migrate,
  takeTablesAway,
} from '../../database/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { logFolder, readCheckpoint, rootOf } from '../../log/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { BackupList } from './backup-list.ts'
import { logHashes, pageMarks } from './backup-marks.ts'
import { BackupReader } from './backup-reader.ts'
import { badArguments } from './bad-arguments.ts'
import { openServer, UNFINISHED_RESTORE } from './installation.ts'

const HELP = `bin/shiremoot restore FILE --data DIR

Brings the backup FILE into the empty data folder DIR (and into the empty database of DATABASE_URL, where that is set): all
of it, or nothing. Then compares the rows and checksums of every table, every file, the roots of the logs, and 20 pages of
each authority with those of the backup. A backup of an earlier version is brought up to date.

Exit: 0 done, and everything is the same; 1 done, and some pages read otherwise with this version; 2 could not be done.
`

const complain = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`)
  return 2
}

const progress = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

function askedFor(args: string[]): { file: string; dataDir: string } | Refusal | 'help' {
  const options = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.help === true) return 'help'
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0 || values.data === undefined)
      return refuse(
        'no-file',
        'Name one backup and the folder to fill, for example: bin/shiremoot restore record.zip --data /srv/record.',
      )
    return { file: resolve(file), dataDir: resolve(values.data) }
  } catch (problem) {
    return badArguments('restore', problem)
  }
}

/** Runs the command. Returns 0 when everything came and is the same, 1 when pages read otherwise, 2 when nothing was restored. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (isRefusal(asked)) return complain(asked.message)
  progress('Reading the backup')
  const backup = await BackupReader.open(asked.file)
  if (isRefusal(backup)) return complain(backup.message)
  try {
    const restored = await restore(backup, asked.dataDir, progress)
    if (isRefusal(restored)) return complain(restored.message)
    process.stdout.write(`${wordsFor(asked.dataDir, backup.list, restored)}\n`)
    return restored.otherPages.length === 0 ? 0 : 1
  } finally {
    backup.close()
  }
}

export type Restored = { otherPages: string[] }

function wordsFor(dataDir: string, list: BackupList, { otherPages }: Restored): string {
  const rows = list.tables.reduce((sum, table) => sum + table.rows, 0)
  const same = `${dataDir} is as it was at ${list.madeAt}: ${rows} rows of ${list.tables.length} tables, ${list.files.length} files and ${list.logs.length === 1 ? 'the root of the log' : `the roots of ${list.logs.length} logs`} are the same`
  if (otherPages.length === 0) return `${same}, and so are ${list.pages.length} pages.`
  return `${same}. Of ${list.pages.length} pages ${otherPages.length} read otherwise, which a change of version (${list.version} made the backup) can cause: ${otherPages.join(', ')}.`
}

/** Restores into an empty folder and an empty database. What was begun and failed is taken away again. */
export async function restore(
  backup: BackupReader,
  dataDir: string,
  say: (sentence: string) => void,
): Promise<Restored | Refusal> {
  const room = makeRoom(dataDir)
  if (room !== undefined) return room
  const server = await openServer(dataDir, {
    dataDir,
    what: 'restore',
    whenRunning: 'refuse',
    onProgress: say,
  })
  if (isRefusal(server)) {
    takeAway(dataDir)
    return server
  }
  let whole = false
  try {
    if (!(await holdsNoRecord(server.logins.application))) return notEmpty('The database of DATABASE_URL')
    const outcome = await fill(backup, dataDir, server.logins, say)
    whole = !isRefusal(outcome)
    if (!whole) await takeTablesAway(server.logins.application)
    return outcome
  } finally {
    await server.stop()
    if (whole) rmSync(join(dataDir, UNFINISHED_RESTORE))
    else takeAway(dataDir)
  }
}

const notEmpty = (what: string): Refusal =>
  refuse(
    'not-empty',
    `${what} holds a record or other files already: restore into an empty folder and an empty database.`,
  )

/** Sees to an empty folder, with a note in it that nothing else may use it until the restoration is whole. */
function makeRoom(dataDir: string): Refusal | undefined {
  if (existsSync(join(dataDir, UNFINISHED_RESTORE))) takeAway(dataDir)
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) return notEmpty(dataDir)
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  writeFileSync(
    join(dataDir, UNFINISHED_RESTORE),
    'A backup is being restored here; when it was cut off, restore it again.\n',
  )
  return undefined
}

/** Empties a folder that an unfinished restoration made, and the place of the database where that lies elsewhere. */
function takeAway(dataDir: string): void {
  const note = join(dataDir, 'where')
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true })
  // The note goes last: until then nothing but a restoration uses the folder.
  const names = readdirSync(dataDir).filter((name) => name !== UNFINISHED_RESTORE)
  for (const name of [...names, UNFINISHED_RESTORE])
    rmSync(join(dataDir, name), { recursive: true, force: true })
}

async function fill(
  backup: BackupReader,
  dataDir: string,
  logins: Logins,
  say: (sentence: string) => void,
): Promise<Restored | Refusal> {
  const { list } = backup
  say(`Restoring ${list.files.length} files`)
  for (const packed of list.files) {
    const place = join(dataDir, packed.path)
    const secret = packed.path.startsWith('keys/')
    await mkdir(dirname(place), { recursive: true, ...(secret ? { mode: 0o700 } : {}) })
    await pipeline(
      await backup.read(packed),
      createWriteStream(place, { flush: true, mode: secret ? 0o600 : 0o644 }),
    )
  }
  say(`Restoring ${list.tables.length} tables`)
  await takeTablesAway(logins.application)
  const made = await migrate(logins, MIGRATIONS, list.migrations.at(-1)?.name ?? '')
  if (isRefusal(made)) return made
  await fillTables(logins.application, list.tables, (table) => {
    const packed = list.tables.find(({ name }) => name === table.name)
    if (packed === undefined) throw new Error(`The backup has no table ${table.name}`)
    return backup.read(packed)
  })
  say('Comparing')
  const differs = await otherTable(list, logins)
  if (differs !== undefined) return otherwise(differs)
  const later = await migrate(logins)
  if (isRefusal(later)) return later
  return await compare(list, dataDir, logins)
}

const otherwise = (what: string): Refusal =>
  refuse(
    'restored-otherwise',
    `What was restored is not what the backup lists (${what}); nothing was kept of it. Try again, and report this.`,
  )

/** The first table whose rows are not byte for byte those of the backup. */
async function otherTable(list: BackupList, logins: Logins): Promise<string | undefined> {
  return await inSnapshot(logins.application, async (snapshot) => {
    for (const table of snapshot.tables) {
      const hash = createHash('sha256')
      const listed = list.tables.find(({ name }) => name === table.name)
      await pipeline(snapshot.read({ ...table, columns: listed?.columns ?? [] }), hash)
      if (hash.digest('hex') !== listed?.sha256) return table.name
    }
    return undefined
  })
}

/** Logs and pages, by which a person would see whether it is the same record. */
async function compare(list: BackupList, dataDir: string, logins: Logins): Promise<Restored | Refusal> {
  const db = connect<RecordTables>(logins.application)
  try {
    for (const { authority, hashes } of await logHashes(db)) {
      const listed = list.logs.find((one) => one.authority === authority)
      const signed = await readCheckpoint(logFolder(dataDir, authority))
      if (rootOf(hashes).toString('hex') !== listed?.root) return otherwise(`the log of ${authority}`)
      if (signed !== undefined && !rootOf(hashes.slice(0, signed.size)).equals(signed.root))
        return otherwise(`the signed log of ${authority}`)
    }
    const now = await pageMarks(db, join(dataDir, 'files'), new Date(list.madeAt), list.pages)
    const same = new Set(now.map(({ authority, address, sha256 }) => `${authority} ${address} ${sha256}`))
    const other = list.pages.filter(
      ({ authority, address, sha256 }) => !same.has(`${authority} ${address} ${sha256}`),
    )
    return { otherPages: other.map(({ address }) => address) }
  } finally {
    await db.destroy()
  }
}
