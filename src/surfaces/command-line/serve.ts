/** `shiremoot serve`: opens the record, brings the demonstration when it is empty, and serves the public site until told to stop. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Awaited, connectAwaited } from '../../database/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import { logFolder } from '../../log/index.ts'
import { authorities, type PublishedTables } from '../../record/index.ts'
import type { PublicSite } from '../public/index.ts'
import { dataFolder, type Installation, PUBLIC_LIMITS, ROOT } from './installation.ts'
import { type Keeper, startKeeper } from './keeper-process.ts'
import { copiedAuthority, copyFolder } from './kept-copies.ts'
import { aWhile, type Opened, openAtLast, openOnce, reasonOf } from './open-again.ts'
import { choosePort, portFrom, portTaken } from './port.ts'
import { listenForStop, type Stopping } from './stopping.ts'

const HELP = `bin/shiremoot serve [--port N] [--data DIR]

Runs the public site on http://localhost:3000, or the next free port, until Ctrl-C.

  --port N    this port and no other; also from PORT
  --data DIR  where the database and the files lie; .data of the checkout otherwise

DATABASE_URL names a PostgreSQL (15 or later) to use in place of the one Shiremoot brings. SHIREMOOT_HOST names an address
to listen on in place of localhost, such as 0.0.0.0 for every one of this machine.
`

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`)
}

const complain = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`)
  return 2
}

type Asked = { port: number | undefined; dataDir: string | undefined }

function askedFor(args: string[]): Asked | Refusal | 'help' {
  let values: { port?: string; data?: string; help?: boolean }
  try {
    const options = {
      port: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const
    values = parseArgs({ args, options }).values
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure
    return refuse(
      'bad-arguments',
      `${failure.message.split('. ')[0]}; bin/shiremoot serve --help says what it takes.`,
    )
  }
  if (values.help === true) return 'help'
  const fromEnvironment = process.env['PORT'] === '' ? undefined : process.env['PORT']
  const text = values.port ?? fromEnvironment
  const port = text === undefined ? undefined : portFrom(text, values.port === undefined ? 'PORT' : '--port')
  if (isRefusal(port)) return port
  return { port, dataDir: values.data === undefined ? undefined : resolve(values.data) }
}

/** Runs the site. Returns 0 when it was told to stop, 2 when it could not run. */
export async function run(args: string[]): Promise<number> {
  const asked = askedFor(args)
  if (asked === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  if (isRefusal(asked)) return complain(asked.message)
  const port = await choosePort(asked.port)
  if (isRefusal(port)) return complain(port.message)
  const stopping = listenForStop()
  try {
    return await serve(asked, port, stopping)
  } catch (failure) {
    // What breaks because we were told to stop half way is not worth a word.
    if (stopping.asked) return 0
    throw failure
  } finally {
    stopping.release()
  }
}

type Serving = {
  port: number
  dataDir: string
  published: Awaited<PublishedTables>
  stopping: Stopping
  /** Whether the keeper found that the record is not what was published. */
  altered: boolean
}

async function serve(asked: Asked, port: number, stopping: Stopping): Promise<number> {
  const dataDir = dataFolder(asked.dataDir)
  const published = connectAwaited<PublishedTables>(PUBLIC_LIMITS)
  const of: Serving = { port, dataDir, published, stopping, altered: false }
  const authority = copiedAuthority(dataDir)
  const site = authority === undefined ? undefined : await startSite(of, authority)
  if (isRefusal(site)) return complain(site.message)
  if (site !== undefined) say(`The kept copy is served at ${site.address} until the database is ready.`)
  try {
    return await serveRecord(of, site)
  } finally {
    await site?.close()
    await published.db.destroy()
  }
}

/** Serves from the record for as long as it can be had; with a site that serves the copy meanwhile, also when it is lost. */
async function serveRecord(of: Serving, site: PublicSite | undefined): Promise<number> {
  const { stopping } = of
  const options = {
    dataDir: of.dataDir,
    what: 'serve',
    whenRunning: 'refuse',
    onProgress: say,
  } as const
  for (;;) {
    const opened =
      site === undefined ? await openOnce(options) : await openAtLast(options, stopping, complain)
    if (opened === undefined) return 0
    if (isRefusal(opened)) return stopping.asked ? 0 : complain(opened.message)
    const ended = await whileOpen(of, opened, site).catch((failure: unknown) => {
      if (site === undefined || stopping.asked) throw failure
      return { lost: reasonOf(failure).message }
    })
    if (typeof ended === 'number') return ended
    complain(ended.lost)
    if (site === undefined) return 2
    await aWhile(stopping)
  }
}

async function whileOpen(
  of: Serving,
  { installation, lost }: Opened,
  standing: PublicSite | undefined,
): Promise<number | { lost: string }> {
  const { stopping, published } = of
  published.begin(installation.logins.public)
  const preparing = prepare(installation, of, standing)
  let ready: Ready | undefined
  try {
    const outcome = await Promise.race([preparing, stopping.whenAsked])
    if (typeof outcome === 'number') return outcome
    if (isRefusal(outcome)) return complain(outcome.message)
    ready = outcome
    installation.announce(ready.site.address)
    say(`\nThe public site is at ${ready.site.address}`)
    say(`Data: ${installation.dataDir} (${installation.where})`)
    say('Ctrl-C stops it.')
    return await Promise.race([stopping.whenAsked, lost.then((sentence) => ({ lost: sentence }))])
  } finally {
    if (stopping.asked) say('Stopping …')
    await ready?.keeper.stop()
    if (standing === undefined) await ready?.site.close()
    await published.pause()
    await installation.close()
    if (ready === undefined) await closeLate(preparing, standing)
  }
}

/** Closes what came up although stopping was asked for meanwhile; what its preparation met when the database closed is of no account. */
async function closeLate(
  preparing: Promise<Ready | Refusal>,
  standing: PublicSite | undefined,
): Promise<void> {
  const [late] = await Promise.allSettled([preparing])
  if (late.status !== 'fulfilled' || isRefusal(late.value)) return
  await late.value.keeper.stop()
  if (standing === undefined) await late.value.site.close()
}

type Ready = { site: PublicSite; keeper: Keeper }

async function prepare(
  installation: Installation,
  of: Serving,
  standing: PublicSite | undefined,
): Promise<Ready | Refusal> {
  await bringDemonstration(installation)
  const [authority] = await authorities(installation.published)
  if (authority === undefined) {
    return refuse(
      'record-empty',
      'The record holds no authority yet, and so there is no site to serve: import the register of one, as demo/kent/authority.json shows.',
    )
  }
  const site = standing ?? (await startSite(of, authority))
  if (isRefusal(site)) return site
  const keeping = {
    login: installation.logins.public,
    dataDir: of.dataDir,
    authority,
    origin: site.address,
  }
  const keeper = startKeeper(keeping, (said) => {
    if (said !== 'ready') of.altered = said === 'altered'
  })
  return { site, keeper }
}

async function startSite(of: Serving, authority: string): Promise<PublicSite | Refusal> {
  // Loaded when needed: the site's libraries and the readers of papers take most of a start.
  const { startPublicSite } = await import('../public/index.ts')
  try {
    return await startPublicSite({
      ask: { db: of.published.db, authority },
      files: join(of.dataDir, 'files'),
      port: of.port,
      host: process.env['SHIREMOOT_HOST'] ?? 'localhost',
      copy: copyFolder(of.dataDir, authority),
      isAltered: () => of.altered,
      logFolder: logFolder(of.dataDir, authority),
    })
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'EADDRINUSE')
      return portTaken(of.port)
    throw failure
  }
}

/**
 * Brings the demonstration record into an empty installation. A note in the data folder, taken away when all of it is
 * there, lets the next start finish what was interrupted.
 */
async function bringDemonstration(installation: Installation): Promise<void> {
  const note = join(installation.dataDir, 'demonstration-unfinished')
  const empty = (await authorities(installation.published)).length === 0
  if (!empty && !existsSync(note)) return
  mkdirSync(installation.dataDir, { recursive: true })
  writeFileSync(note, 'The import of demo/kent has begun and not ended; the next start takes it up again.\n')
  say('Bringing in the demonstration record (demo/kent) …')
  const files = demonstrationFiles(join(ROOT, 'demo', 'kent'))
  const { importFiles } = await import('./import.ts')
  const outcomes = await importFiles(installation, files, {
    authority: 'kent',
    publish: true,
    dryRun: false,
    onProgress: say,
  })
  const failed = outcomes.flatMap((outcome) => (outcome.outcome === 'failed' ? [outcome] : []))
  for (const { file, error } of failed) complain(`${file} was not brought in: ${error.message}`)
  if (failed.length === 0) rmSync(note)
}

function demonstrationFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(json|geojson|csv|xlsx|ods|md|txt|pdf|docx|odt|html|xml)$/.test(entry.name),
    )
    .map((entry) => entry.name)
    .filter((name) => !name.endsWith('.corrections.json') && name !== 'README.md')
    .toSorted()
    .map((name) => join(folder, name))
}
