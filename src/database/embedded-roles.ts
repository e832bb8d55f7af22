/**
 * The three logins of the embedded server, and their passwords. `postgres` owns the cluster and is used by the supervisor
 * alone; `shiremoot_app` owns the database and has no other right; `shiremoot_public` may connect, and read what the
 * record's migrations grant it.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Login, type Logins, login, loginAs } from './connect.ts'
import { PORT, run } from './server-process.ts'
import type { ServerUser } from './server-user.ts'

export const SUPERUSER = 'postgres'
export const APP = 'shiremoot_app'
export const PUBLIC = 'shiremoot_public'
export const DATABASE = 'shiremoot'

/** The logins of an installation, and the superuser of its cluster, which is for the supervisor and for tests. */
export type EmbeddedLogins = Logins & { readonly superuser: Login }

export type Secrets = { postgres: string; app: string; public: string }

function parse(stored: unknown): Secrets {
  if (
    typeof stored === 'object' &&
    stored !== null &&
    'postgres' in stored &&
    'app' in stored &&
    'public' in stored
  ) {
    const { postgres, app, public: reader } = stored
    if (typeof postgres === 'string' && typeof app === 'string' && typeof reader === 'string') {
      return { postgres, app, public: reader }
    }
  }
  throw new Error(
    'The file database-passwords.json is damaged: delete it, and the next start makes a new one.',
  )
}

const fresh = (): string => randomBytes(32).toString('hex')

/**
 * The passwords of a data folder. When they are missing (a new folder, or one restored without them) and the stopped
 * cluster is given, makes new ones: the superuser's is set in PostgreSQL's single-user mode, which needs none.
 */
export async function readSecrets(
  dataDir: string,
  user?: ServerUser,
  bin?: string,
  folder?: string,
): Promise<Secrets> {
  const file = join(dataDir, 'database-passwords.json')
  if (existsSync(file)) return parse(JSON.parse(readFileSync(file, 'utf8')))
  if (user === undefined || bin === undefined || folder === undefined) throw new Error(`No ${file}`)
  const secrets = { postgres: fresh(), app: fresh(), public: fresh() }
  const order = `alter role ${SUPERUSER} password '${secrets.postgres}';\n`
  const done = await run(user, join(bin, 'postgres'), ['--single', '-D', folder, 'postgres'], order)
  if (done.status !== 0) throw new Error(`The password of the database could not be set: ${done.output}`)
  writeFileSync(
    join(folder, 'pg_hba.conf'),
    '# Written by Shiremoot: passwords on the Unix socket, no network.\nlocal all all scram-sha-256\n',
  )
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 })
  renameSync(`${file}.unfinished`, file)
  return secrets
}

/** A login on the server whose socket stands in that folder. */
export function loginOn(socketDir: string, user: string, password: string, database: string): Login {
  return login(
    `postgresql://${user}:${password}@localhost:${PORT}/${database}?host=${encodeURIComponent(socketDir)}`,
  )
}

/** The logins of the embedded server with its socket in that folder. */
export function loginsOn(socketDir: string, secrets: Secrets): EmbeddedLogins {
  return {
    superuser: loginOn(socketDir, SUPERUSER, secrets.postgres, DATABASE),
    application: loginOn(socketDir, APP, secrets.app, DATABASE),
    public: loginOn(socketDir, PUBLIC, secrets.public, DATABASE),
  }
}

async function asking<Answer>(as: Login, ask: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: as })
  // A server that is being stopped breaks the connection: the query in hand fails then, and says so by itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}

/** Makes the roles and the database where they are missing, and sees to it that their passwords are ours. */
export async function makeRoles(logins: EmbeddedLogins, secrets: Secrets): Promise<void> {
  await asking(loginAs(logins.superuser, { database: 'postgres' }), async (client) => {
    const { rows } = await client.query<{ rolname: string }>(
      'select rolname from pg_roles where rolname in ($1, $2)',
      [APP, PUBLIC],
    )
    const roles = new Set(rows.map((row) => row.rolname))
    const plain = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
    await client.query(
      `${roles.has(APP) ? 'alter' : 'create'} role ${APP} ${plain} password '${secrets.app}'`,
    )
    await client.query(
      `${roles.has(PUBLIC) ? 'alter' : 'create'} role ${PUBLIC} ${plain} password '${secrets.public}'`,
    )
    await client.query(`alter role ${PUBLIC} set default_transaction_read_only = on`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${APP} template template0`)
    await client.query(`revoke all on database ${DATABASE} from public`)
    await client.query(`grant connect on database ${DATABASE} to ${PUBLIC}`)
  })
}

/** Whether a login is let in. */
export async function canConnect(as: Login): Promise<boolean> {
  try {
    return await asking(as, async (client) => (await client.query('select 1')).rowCount === 1)
  } catch (failure) {
    if (failure instanceof Error) return false
    throw failure
  }
}
