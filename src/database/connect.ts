/** Opens pools of connections to PostgreSQL, with dates and counts as this house writes them. */
import { Kysely, PostgresDialect } from 'kysely'
import { type CustomTypesConfig, Pool, types } from 'pg'
import { preparing } from './prepared.ts'

/**
 * Where a database is and as whom to reach it: a PostgreSQL connection URL. A server on a Unix socket is written
 * postgresql://user:password@localhost:5432/name?host=/folder/of/the/socket.
 */
export type Login = string & { readonly __login: true }

/** The two logins of an installation: the application's, and the public site's, which may read the published record only. */
export type Logins = { readonly application: Login; readonly public: Login }

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const

const parserOf: CustomTypesConfig['getTypeParser'] = (oid, format) => {
  const number: number = oid
  if (number === OID.int8) return Number
  if (number === OID.date) return String
  if (number === OID.timestamptz) return (value: string) => new Date(value).toISOString()
  return types.getTypeParser(oid, format)
}

const isLogin = (url: string): url is Login => /^postgres(ql)?:\/\//.test(url)

/** Marks a connection URL as a login; throws when it is not a PostgreSQL URL. */
export function login(url: string): Login {
  const whole = new URL(url).href
  if (!isLogin(whole)) throw new Error('A database URL begins with postgresql://')
  return whole
}

/** The same server as another user or another database. */
export function loginAs(
  like: Login,
  change: { user?: string; password?: string | null; database?: string },
): Login {
  const url = new URL(like)
  if (change.user !== undefined) url.username = encodeURIComponent(change.user)
  if (change.password !== undefined) url.password = encodeURIComponent(change.password ?? '')
  if (change.database !== undefined) url.pathname = `/${encodeURIComponent(change.database)}`
  return login(url.href)
}

/** The user of a login, as PostgreSQL names it. */
export const userOf = (of: Login): string => decodeURIComponent(new URL(of).username)

export type PoolLimits = {
  connections?: number
  timeout?: number
  readOnly?: boolean
  letsProcessEnd?: boolean
}

/**
 * A pool of connections. `readOnly` is for the public login: its statements are cut after `timeout` milliseconds and
 * each transaction is read only, on top of what its rights allow. A pool that `letsProcessEnd` does not keep a process
 * alive while it is idle.
 */
export function connect<Tables>(to: Login, limits: PoolLimits = {}): Kysely<Tables> {
  const pool = poolOf(to, limits)
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: limits.readOnly === true ? preparing(pool) : pool }),
  })
}

/** The driver's pool, for what is more than a query. */
export function poolOf(to: Login, limits: PoolLimits): Pool {
  const pool = new Pool({
    connectionString: to,
    max: limits.connections ?? 8,
    types: { getTypeParser: parserOf },
    allowExitOnIdle: limits.letsProcessEnd ?? false,
    ...(limits.timeout === undefined ? {} : { statement_timeout: limits.timeout }),
    ...(limits.readOnly === true ? { options: '-c default_transaction_read_only=on' } : {}),
  })
  // An idle connection that breaks (the server restarts) is dropped by the pool; the next question opens another.
  pool.on('error', () => undefined)
  // One that breaks while somebody uses it makes the question fail that is being asked; without this, the process too.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
