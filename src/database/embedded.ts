/**
 * The embedded PostgreSQL: its own small supervisor. The server listens on a Unix socket in a folder that only its user
 * and root may enter, asks every login for a password (docs/running/README.md says where it lies), syncs what it
 * acknowledges, ends when we end, and starts again by itself when it fails.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { type Holder, type Lock, takeLock } from './data-folder-lock.ts'
import {
  canConnect,
  type EmbeddedLogins,
  loginsOn,
  makeRoles,
  readSecrets,
  type Secrets,
  SUPERUSER,
} from './embedded-roles.ts'
import { makeDataDir, placeFor, type ServerPlace, socketFolder } from './server-place.ts'
import {
  livePostmaster,
  makeDataFolder,
  PORT,
  postmaster,
  type ServerProcess,
  startServer,
  stopServer,
} from './server-process.ts'
import { programsFor } from './server-programs.ts'

export type Embedded = {
  logins: EmbeddedLogins
  socketDir: string
  port: number
  /** The data folder, as an absolute path without symbolic links. */
  dataDir: string
  /** Where the database itself lies: below the data folder, or the place noted in its `where`. */
  place: string
  /** Whether another Shiremoot runs the server and this one has joined it. */
  joined: boolean
  /** Tells a second Shiremoot on this data folder where our site is. */
  announce(address: string): void
  /** Stops the server in order; leaves one that was joined alone. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  /** What this process does, for the words another Shiremoot gives: 'serve', 'import'. */
  what?: string
  /** When another live Shiremoot runs this data folder: 'join' its server, or 'refuse' (the default). */
  whenRunning?: 'join' | 'refuse'
  /** Told in words what is being done. */
  onProgress?: (sentence: string) => void
  /** Told when the server failed and could not be started again. */
  onLost?: (sentence: string) => void
}

/**
 * Starts the server of a data folder, making whatever is missing: the folder, the cluster, the roles, the database.
 * Returns a refusal with words for a person when the machine, the folder or another Shiremoot does not allow it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded | Refusal> {
  const dataDir = makeDataDir(options.dataDir)
  if (isRefusal(dataDir)) return dataDir
  const lock = takeLock(dataDir, options.what ?? 'another command')
  if ('pid' in lock) return options.whenRunning === 'join' ? joinServer(dataDir, lock) : inUse(dataDir, lock)
  const started = await startLocked(dataDir, lock, options).catch((failure: unknown) => {
    lock.release()
    throw failure
  })
  if (isRefusal(started)) lock.release()
  return started
}

function inUse(dataDir: string, holder: Holder): Refusal {
  const where = holder.address === null ? '' : `, at ${holder.address}`
  return refuse(
    'data-folder-in-use',
    `Shiremoot already runs on ${dataDir} (${holder.what}, process ${holder.pid}${where}): stop it, or name another data folder with --data.`,
  )
}

async function startLocked(
  dataDir: string,
  lock: Lock,
  options: EmbeddedOptions,
): Promise<Embedded | Refusal> {
  const say = options.onProgress ?? (() => undefined)
  const found = placeFor(dataDir)
  if (isRefusal(found)) return found
  if (found.elsewhere) say(`The database's user cannot reach ${dataDir}; its data lies in ${found.place}.`)
  const programs = programsFor(found.user, found.place)
  if (isRefusal(programs)) return programs
  const folder = join(found.place, 'cluster')
  const refusal = await clusterReady(found, programs.bin, folder, say)
  if (isRefusal(refusal)) return refusal
  const secrets = await readSecrets(dataDir, found.user, programs.bin, folder)
  return supervise({ dataDir, folder, place: found, bin: programs.bin, secrets, lock, options, say })
}

/** Sees to a data folder that fits the programs and that no server runs on. */
async function clusterReady(
  found: ServerPlace,
  bin: string,
  folder: string,
  say: (sentence: string) => void,
): Promise<Refusal | undefined> {
  if (!existsSync(folder)) {
    say('Making the database …')
    return makeDataFolder(found.user, bin, folder, { superuser: SUPERUSER, throwaway: false })
  }
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (made !== '18') {
    return refuse(
      'data-of-another-version',
      `The data in ${folder} was made by PostgreSQL ${made} and Shiremoot now brings 18: name another data folder with --data, or serve the old one through DATABASE_URL.`,
    )
  }
  const orphan = livePostmaster(folder)
  if (orphan !== undefined) {
    say('Stopping a database server that an earlier run left behind …')
    await stopServer(orphan, folder)
  }
  removeTemporarySocket(postmaster(folder)?.socketDir)
  return undefined
}

/** What a killed run with its socket in the temporary place left there. */
function removeTemporarySocket(socketDir: string | undefined): void {
  if (socketDir !== undefined && basename(socketDir).startsWith('shiremoot-socket-')) {
    rmSync(socketDir, { recursive: true, force: true })
  }
}

type Supervised = {
  dataDir: string
  folder: string
  place: ServerPlace
  bin: string
  secrets: Secrets
  lock: Lock
  options: EmbeddedOptions
  say: (sentence: string) => void
}

const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  max_connections: '60',
  log_checkpoints: 'off',
  TimeZone: 'UTC',
}

/** Milliseconds within which a server that ends has failed at its start. */
const AT_ONCE = 500

async function supervise(of: Supervised): Promise<Embedded | Refusal> {
  const socketDir = socketFolder(of.place.user, of.place.place)
  const start = (): Promise<ServerProcess | Refusal> =>
    startServer(of.place.user, of.bin, of.folder, {
      socketDir,
      logFile: join(of.dataDir, 'postgres.log'),
      settings: SETTINGS,
    })
  const first = await start()
  if (isRefusal(first)) return first
  let stopping = false
  let server = first
  const kept = (async () => {
    for (let failures = 1; ; failures += 1) {
      const began = performance.now()
      await server.ended
      if (stopping) return
      // One that served for a while was killed or fell over; it is one that falls at once that no start will mend.
      if (performance.now() - began > AT_ONCE) failures = 1
      of.say('The database server ended unexpectedly; starting it again …')
      const again =
        failures > 5 ? refuse('database-keeps-failing', 'It has failed too often.') : await start()
      if (isRefusal(again)) {
        of.options.onLost?.(`The database server ended and could not be started again: ${again.message}`)
        return
      }
      server = again
      if (stopping) return
    }
  })()
  const stop = async (): Promise<void> => {
    stopping = true
    const pid = livePostmaster(of.folder)
    if (pid !== undefined) await stopServer(pid, of.folder)
    await kept
    removeTemporarySocket(socketDir)
    of.lock.release()
  }
  const logins = loginsOn(socketDir, of.secrets)
  try {
    await makeRoles(logins, of.secrets)
  } catch (failure) {
    await stop()
    throw failure
  }
  return {
    logins,
    socketDir,
    port: PORT,
    dataDir: of.dataDir,
    place: of.place.place,
    joined: false,
    announce: (address) => {
      of.lock.announce(address)
    },
    stop,
  }
}

/** Joins the server that another live Shiremoot runs, waiting a while for one that is only starting. */
async function joinServer(dataDir: string, holder: Holder): Promise<Embedded | Refusal> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const found = placeFor(dataDir)
    if (isRefusal(found)) return found
    const running = postmaster(join(found.place, 'cluster'))
    const secretsThere = existsSync(join(dataDir, 'database-passwords.json'))
    if (running?.ready === true && secretsThere) {
      const logins = loginsOn(running.socketDir, await readSecrets(dataDir))
      if (await canConnect(logins.application)) {
        return {
          logins,
          socketDir: running.socketDir,
          port: PORT,
          dataDir,
          place: found.place,
          joined: true,
          announce: () => undefined,
          stop: async () => undefined,
        }
      }
    }
    await pause(100)
  }
  return inUse(dataDir, holder)
}
