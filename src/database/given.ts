/** A PostgreSQL that the operator gives by DATABASE_URL, in place of the embedded one: is it reachable, new enough, and fit for two logins? */
import { createHmac } from 'node:crypto'
import { userInfo } from 'node:os'
import { Client, DatabaseError } from 'pg'
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { type Login, type Logins, login, loginAs, userOf } from './connect.ts'
import { canConnect, PUBLIC } from './embedded-roles.ts'

const OLDEST = 15

/**
 * The two logins of a given PostgreSQL: the application's as `url` says, the public site's as `publicUrl` says, or, where
 * none is given, made by the application's user when that may make roles. Its password then follows from the given one,
 * so that every Shiremoot on this database finds the same.
 */
export async function useGiven(url: string, publicUrl?: string): Promise<Logins | Refusal> {
  const application = parsed('DATABASE_URL', url)
  if (isRefusal(application)) return application
  const client = new Client({ connectionString: application, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (failure) {
    await client.end()
    return unreachable(application, failure)
  }
  try {
    const version = await client.query<{ number: string }>(
      `select current_setting('server_version_num') as number`,
    )
    const major = Math.floor(Number(version.rows[0]?.number) / 10_000)
    if (major < OLDEST) {
      return refuse(
        'database-too-old',
        `The PostgreSQL of DATABASE_URL is version ${major}; Shiremoot needs ${OLDEST} or later: give it a newer one, or unset DATABASE_URL to use the one it brings.`,
      )
    }
    return await withPublicLogin(client, application, publicUrl)
  } finally {
    await client.end()
  }
}

function parsed(name: string, text: string): Login | Refusal {
  const url = /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || url.pathname.length < 2) {
    return refuse(
      'database-url-unusable',
      `${name} is not of the form postgresql://user:password@host:5432/database: mend it, or unset it.`,
    )
  }
  // Without a host part a URL can carry no user; `host=` in the query, where given, still names the socket's folder.
  const whole = new URL(url.hostname === '' ? text.replace(/^(postgres(?:ql)?:\/\/)/, '$1localhost') : text)
  // A user in the query would win over the one before the host, and so over the other login that is made of this one.
  const { searchParams } = whole
  const user =
    searchParams.get('user') ??
    (decodeURIComponent(whole.username) || process.env['PGUSER'] || userInfo().username)
  whole.username = encodeURIComponent(user)
  whole.password = encodeURIComponent(searchParams.get('password') ?? decodeURIComponent(whole.password))
  searchParams.delete('user')
  searchParams.delete('password')
  return login(whole.href)
}

function unreachable(application: Login, failure: unknown): Refusal {
  const { hostname, port, searchParams, pathname } = new URL(application)
  const where = `${searchParams.get('host') ?? `${hostname}:${port || '5432'}`}${pathname}`
  const why =
    failure instanceof Error
      ? failure.message || ('code' in failure ? String(failure.code) : failure.name)
      : String(failure)
  return refuse(
    'database-unreachable',
    `The PostgreSQL of DATABASE_URL (${where}) does not let us in: ${why.split('\n')[0]}. Start it or mend DATABASE_URL, or unset it to use the one Shiremoot brings.`,
  )
}

async function withPublicLogin(
  client: Client,
  application: Login,
  publicUrl: string | undefined,
): Promise<Logins | Refusal> {
  if (publicUrl !== undefined && publicUrl !== '') {
    const reader = parsed('DATABASE_PUBLIC_URL', publicUrl)
    if (isRefusal(reader)) return reader
    if (userOf(reader) === PUBLIC && (await canConnect(reader))) return { application, public: reader }
    return refuse(
      'public-login-unusable',
      `DATABASE_PUBLIC_URL must let us in as the user ${PUBLIC}: mend it.`,
    )
  }
  const password = createHmac('sha256', new URL(application).password).update(PUBLIC).digest('hex')
  const reader = loginAs(application, { user: PUBLIC, password })
  if (await canConnect(reader)) return { application, public: reader }
  if (await makePublicLogin(client, password)) {
    if (await canConnect(reader)) return { application, public: reader }
  }
  return refuse(
    'public-login-missing',
    `The user of DATABASE_URL may not make the login ${PUBLIC}, with which the public site reads: run "create role ${PUBLIC} login password '…'" as an administrator and set DATABASE_PUBLIC_URL to that login.`,
  )
}

/** Makes the login or sets its password; false when the user may not. */
async function makePublicLogin(client: Client, password: string): Promise<boolean> {
  const found = await client.query('select from pg_roles where rolname = $1', [PUBLIC])
  try {
    await client.query(
      `${found.rowCount === 0 ? 'create' : 'alter'} role ${PUBLIC} login password '${password}'`,
    )
    return true
  } catch (failure) {
    if (failure instanceof DatabaseError && failure.code === '42501') return false
    throw failure
  }
}
