/** Databases for tests: a migrated template on each PostgreSQL of this machine, cloned for whoever asks. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { describe } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { isRefusal } from '../lib/index.ts'
import { connect, type Login, loginAs } from './connect.ts'
import { APP, type EmbeddedLogins, PUBLIC } from './embedded-roles.ts'
import { migrate } from './migrate.ts'
import { startThrowaway, type Throwaway } from './throwaway.ts'

/** What has an end at which to undo things: a test's context. */
export type Ending = { after: (undo: () => Promise<void>) => unknown }

/** A PostgreSQL to test on. Its server starts when the first test asks for a database and is shared by all. */
export type TestServer = {
  /** "PostgreSQL 18". */
  readonly name: string
  /** A migrated database of its own, gone when the test ends. */
  readonly database: (ending: Ending) => Promise<EmbeddedLogins>
  /** An empty one. */
  readonly emptyDatabase: (ending: Ending) => Promise<EmbeddedLogins>
}

type Running = { superuser: Login; admin: Kysely<unknown>; template: string }

const PASSWORD = 'of-a-test'

async function createDatabase(
  running: { admin: Kysely<unknown> },
  name: string,
  template: string,
): Promise<void> {
  await sql`create database ${sql.id(name)} template ${sql.id(template)} owner ${sql.id(APP)}`.execute(
    running.admin,
  )
  await sql`revoke all on database ${sql.id(name)} from public`.execute(running.admin)
  await sql`grant connect on database ${sql.id(name)} to ${sql.id(PUBLIC)}`.execute(running.admin)
}

function loginsTo(superuser: Login, database: string): EmbeddedLogins {
  return {
    superuser: loginAs(superuser, { database }),
    application: loginAs(superuser, { user: APP, password: PASSWORD, database }),
    public: loginAs(superuser, { user: PUBLIC, password: PASSWORD, database }),
  }
}

async function prepare(throwaway: Throwaway): Promise<Running> {
  const admin = connect<unknown>(throwaway.superuser, { connections: 2, letsProcessEnd: true })
  for (const role of [APP, PUBLIC]) {
    await sql`create role ${sql.id(role)} login password ${sql.lit(PASSWORD)}`.execute(admin)
  }
  const template = 'migrated'
  await createDatabase({ admin }, template, 'template0')
  const logins = loginsTo(throwaway.superuser, template)
  const outcome = await migrate(logins)
  if (isRefusal(outcome)) throw new Error(outcome.message)
  process.once('beforeExit', () => {
    void admin.destroy().then(() => throwaway.stop())
  })
  return { superuser: throwaway.superuser, admin, template }
}

function testServer(name: string, bin?: string): TestServer {
  let running: Promise<Running> | undefined
  const clone = async (ending: Ending, templateOf: (of: Running) => string): Promise<EmbeddedLogins> => {
    running ??= startThrowaway(bin === undefined ? {} : { bin }).then(prepare)
    const server = await running
    const database = `test_${randomBytes(6).toString('hex')}`
    await createDatabase(server, database, templateOf(server))
    ending.after(async () => {
      await sql`drop database ${sql.id(database)} with (force)`.execute(server.admin)
    })
    return loginsTo(server.superuser, database)
  }
  return {
    name,
    database: (ending) => clone(ending, (of) => of.template),
    emptyDatabase: (ending) => clone(ending, () => 'template0'),
  }
}

/** The embedded PostgreSQL. */
export const embeddedServer: TestServer = testServer('PostgreSQL 18')

const DEBIAN_15 = '/usr/lib/postgresql/15/bin'

/** The servers of this machine: the embedded one, and the oldest that we support where it is installed. */
export const testServers: readonly TestServer[] = existsSync(DEBIAN_15)
  ? [embeddedServer, testServer('PostgreSQL 15', DEBIAN_15)]
  : [embeddedServer]

/** Runs the same tests on each server of this machine. */
export function onEachServer(tests: (server: TestServer) => void): void {
  for (const server of testServers) {
    describe(`on ${server.name}`, () => {
      tests(server)
    })
  }
}
