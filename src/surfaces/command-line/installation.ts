/** Opens the installation that a command works on: its database, brought up to date, and its folder of files. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connect, type Kysely, type Logins, migrate, startEmbedded, useGiven } from '../../database/index.ts'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import type { PublicRecord, RecordTables } from '../../record/index.ts'

export type Installation = {
  /** The application's login: acts. */
  db: Kysely<RecordTables>
  /** The public login: reads the published record and nothing else. */
  published: PublicRecord['db']
  logins: Logins
  /** The data folder. */
  dataDir: string
  /** The folder of files by SHA-256. */
  files: string
  /** The database in words: "PostgreSQL in /srv/shiremoot/.data/database". */
  where: string
  /** Tells another command on the same data folder where our site is. */
  announce(address: string): void
  /** Closes the connections, and stops the server if we started it. */
  close(): Promise<void>
}

export type OpenOptions = {
  /** The data folder; `.data` of the checkout when undefined. */
  dataDir: string | undefined
  /** What this process does, for the words another command gives: 'serve', 'import'. */
  what: string
  /** When a Shiremoot already runs on the data folder: share its database, or refuse. */
  whenRunning: 'join' | 'refuse'
  onProgress: (sentence: string) => void
  /** Told when the database is gone for good; the command should end. */
  onLost?: (sentence: string) => void
}

/** How the public site asks the database. */
export const PUBLIC_LIMITS = { connections: 8, timeout: 10_000, readOnly: true } as const

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '../../..')

/** The data folder that is meant: `.data` of the checkout when none is named. */
export const dataFolder = (named: string | undefined): string => resolve(named ?? join(ROOT, '.data'))

/** The version of this checkout, as package.json says. */
export function versionHere(): string {
  const pack: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return typeof pack === 'object' && pack !== null && 'version' in pack ? String(pack.version) : 'unknown'
}

/** Stands in a data folder whose restoration is not whole. */
export const UNFINISHED_RESTORE = 'restore-unfinished'

type Server = { logins: Logins; where: string; announce(address: string): void; stop(): Promise<void> }

/** Starts or joins the embedded database, or connects to the one of DATABASE_URL, and applies the migrations it has not had. */
export async function openInstallation(options: OpenOptions): Promise<Installation | Refusal> {
  const dataDir = dataFolder(options.dataDir)
  if (existsSync(join(dataDir, UNFINISHED_RESTORE)))
    return refuse(
      'restore-unfinished',
      `A backup was being restored into ${dataDir} and not all of it came: run bin/shiremoot restore again.`,
    )
  const server = await openServer(dataDir, options)
  if (isRefusal(server)) return server
  const migrated = await migrate(server.logins).catch(async (failure: unknown) => {
    await server.stop()
    throw failure
  })
  if (isRefusal(migrated)) {
    await server.stop()
    return migrated
  }
  if (migrated.applied.length > 0)
    options.onProgress(`Brought the database up to date (${migrated.applied.length} migrations).`)
  const db = connect<RecordTables>(server.logins.application)
  const published: PublicRecord['db'] = connect(server.logins.public, PUBLIC_LIMITS)
  return {
    db,
    published,
    logins: server.logins,
    dataDir,
    files: join(dataDir, 'files'),
    where: server.where,
    announce: (address) => {
      server.announce(address)
    },
    close: async () => {
      await Promise.all([db.destroy(), published.destroy()])
      await server.stop()
    },
  }
}

/** Starts or joins the embedded database, or connects to the one of DATABASE_URL, and changes nothing in it. */
export async function openServer(dataDir: string, options: OpenOptions): Promise<Server | Refusal> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') {
    const logins = await useGiven(given, process.env['DATABASE_PUBLIC_URL'])
    if (isRefusal(logins)) return logins
    return {
      logins,
      where: 'PostgreSQL of DATABASE_URL',
      announce: () => undefined,
      stop: async () => undefined,
    }
  }
  const embedded = await startEmbedded({ ...options, dataDir })
  if (isRefusal(embedded)) return embedded
  return {
    logins: embedded.logins,
    where: `PostgreSQL in ${embedded.place}`,
    announce: (address) => {
      embedded.announce(address)
    },
    stop: () => embedded.stop(),
  }
}
