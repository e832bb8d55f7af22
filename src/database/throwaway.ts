/** A PostgreSQL server for tests alone: on the embedded programs or an installed PostgreSQL's, in a temporary folder, without syncing, gone when stopped. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isRefusal } from '../lib/index.ts'
import type { Login } from './connect.ts'
import { loginOn } from './embedded-roles.ts'
import { temporaryFolder } from './server-place.ts'
import { isAlive, livePostmaster, makeDataFolder, PORT, startServer, stopServer } from './server-process.ts'
import { programsFor } from './server-programs.ts'
import { serverUser } from './server-user.ts'

export type Throwaway = {
  /** A superuser. The socket's folder is closed to other users, and inside it no password is asked, of any role. */
  superuser: Login
  socketDir: string
  port: number
  stop(): Promise<void>
}

const PREFIX = 'shiremoot-test-'

/**
 * Starts such a server on the programs in `bin` (such as /usr/lib/postgresql/15/bin), or on the embedded ones. Throws
 * when it cannot: a test has no use for a refusal. Also removes the folders that killed test runs left behind.
 */
export async function startThrowaway(options: { bin?: string } = {}): Promise<Throwaway> {
  const user = serverUser()
  const place = temporaryFolder(user, `${PREFIX}${process.pid}-`)
  sweep(dirname(place))
  const programs = options.bin === undefined ? programsFor(user, place) : { bin: options.bin }
  if (isRefusal(programs)) throw new Error(programs.message)
  const folder = join(place, 'cluster')
  const refusal = await makeDataFolder(user, programs.bin, folder, { superuser: 'postgres', throwaway: true })
  if (isRefusal(refusal)) throw new Error(refusal.message)
  const server = await startServer(user, programs.bin, folder, {
    socketDir: place,
    logFile: join(mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-log-`)), 'postgres.log'),
    settings: {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      max_connections: '100',
      TimeZone: 'UTC',
    },
  })
  if (isRefusal(server)) throw new Error(server.message)
  // A test process may end without stopping us; the system then ends the server, and this must not keep the process alive.
  server.child.unref()
  return {
    superuser: loginOn(place, 'postgres', 'none', 'postgres'),
    socketDir: place,
    port: PORT,
    stop: async () => {
      const pid = livePostmaster(folder)
      if (pid !== undefined) await stopServer(pid, folder)
      rmSync(place, { recursive: true, force: true })
      sweep(dirname(place), process.pid)
    },
  }
}

/** Removes what processes that no longer live left, and the logs of `done`. */
function sweep(folder: string, done?: number): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (!(pid > 0)) continue
    const finished = pid === done ? basename(name).includes('-log-') : !isAlive(pid)
    if (finished && livePostmaster(join(folder, name, 'cluster')) === undefined) {
      rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
}
