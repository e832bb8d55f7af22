/** The demonstration record, imported once for all the tests of a run and served on a port of its own. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { connect } from '../src/database/index.ts'
import { embeddedServer } from '../src/database/testing.ts'
import { isRefusal, type LocalDate, londonDate } from '../src/lib/index.ts'
import { logFolder, openLogOf } from '../src/log/index.ts'
import { leavesOf, logSize, type PublicRecord, type RecordTables } from '../src/record/index.ts'
import { importFiles } from '../src/surfaces/command-line/import.ts'
import { startPublicSite } from '../src/surfaces/public/index.ts'

const DEMO = join(import.meta.dirname, '../demo/kent')

/** Where sources are, in print. */
export const ORIGIN = 'https://record.example.org'

const DAY = 86_400_000

/** A day before the site's today on which the whole demonstration was public. */
export const DAY_BEFORE: LocalDate = londonDate(new Date(Date.now() + DAY))

export type KentServed = {
  address: string
  /** Lines of the log: each is a fault. */
  log: readonly string[]
  /** The record that is served, by the public login. */
  ask: PublicRecord
  /** Where its files and its log are. */
  dataDir: string
  /** Done when all tests have ended, the last one first. */
  atTheEnd: (end: () => Promise<unknown>) => void
}

const endings: (() => Promise<unknown>)[] = []
after(async () => {
  for (const end of endings.toReversed()) await end()
})

/** Writes the log of the record as the keeper does. */
async function writeLog(data: string, ask: PublicRecord): Promise<void> {
  const opened = await openLogOf(data, 'kent')
  assert.ok(!isRefusal(opened))
  const leaves = await leavesOf(ask, 0, await logSize(ask))
  const appended = await opened.append(leaves.map(({ leaf }) => leaf))
  assert.ok(!isRefusal(appended))
}

async function serve(): Promise<KentServed> {
  const logins = await embeddedServer.database({ after: (undo) => endings.push(undo) })
  const db = connect<RecordTables>(logins.application)
  endings.push(() => db.destroy())
  const published: PublicRecord['db'] = connect(logins.public, { readOnly: true })
  endings.push(() => published.destroy())
  const data = mkdtempSync(join(tmpdir(), 'kent-data-'))
  endings.push(async () => {
    rmSync(data, { recursive: true })
  })
  const files = join(data, 'files')
  const papers = readdirSync(DEMO, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.corrections.json'))
    .map(({ name }) => join(DEMO, name))
  const outcomes = await importFiles({ db, files }, papers, {
    authority: 'kent',
    publish: true,
    dryRun: false,
  })
  assert.deepEqual(
    outcomes.filter(({ outcome }) => outcome === 'failed'),
    [],
    'the demonstration is imported without a failure',
  )
  const log: string[] = []
  const ask = { db: published, authority: 'kent' }
  await writeLog(data, ask)
  const site = await startPublicSite({
    ask,
    files,
    logFolder: logFolder(data, 'kent'),
    port: 0,
    host: '127.0.0.1',
    origin: ORIGIN,
    log: (line) => log.push(line),
    // Two days after the import, so that there are days before today on which all of it was public.
    clock: () => new Date(Date.now() + 2 * DAY),
  })
  endings.push(() => site.close())
  return { address: site.address, log, ask, dataDir: data, atTheEnd: (end) => endings.push(end) }
}

let kent: Promise<KentServed> | undefined

/** The site of the demonstration record. */
export function kentServed(): Promise<KentServed> {
  kent ??= serve()
  return kent
}
