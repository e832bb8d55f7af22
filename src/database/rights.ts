/** Gives the public site's login its one right, to read the published record, and refuses a login that could do more. */
import { type Kysely, sql } from 'kysely'
import { type Refusal, refuse } from '../lib/index.ts'
import { type Logins, userOf } from './connect.ts'

/** What the public login may read, and nothing else. */
const PUBLISHED = 'published'

type Powers = {
  rolsuper: boolean
  rolcreatedb: boolean
  rolcreaterole: boolean
  rolbypassrls: boolean
  rolreplication: boolean
  member: boolean
}

/**
 * Lets the public login read the schema of the published record; `db` is the application's. Refuses a login that is the
 * application's own, that PostgreSQL gives powers of any kind, that is a member of another role, or that can read more.
 */
export async function letPublicRead(db: Kysely<unknown>, logins: Logins): Promise<Refusal | undefined> {
  const user = userOf(logins.public)
  if (user === userOf(logins.application)) {
    return refuse(
      'public-login-is-application',
      `The public site would read the database as ${user}, who may also write it: give the public site another user.`,
    )
  }
  const power = await powerOf(db, user)
  if (power !== undefined) return power
  await db.transaction().execute(async (tx) => {
    await grant(tx, user)
  })
  return await readsMore(db, user)
}

async function powerOf(db: Kysely<unknown>, user: string): Promise<Refusal | undefined> {
  const { rows } = await sql<Powers>`
    select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication,
      exists (select from pg_auth_members where member = pg_roles.oid) as member
    from pg_roles where rolname = ${user}`.execute(db)
  const powers = rows[0]
  if (powers === undefined) {
    return refuse('public-login-missing', `The database has no user ${user} for the public site: create it.`)
  }
  if (!Object.values(powers).includes(true)) return undefined
  return refuse(
    'public-login-has-powers',
    `The database user ${user} of the public site has powers or belongs to other roles: take them away, or give the public site a user that has none.`,
  )
}

async function grant(db: Kysely<unknown>, user: string): Promise<void> {
  const reader = sql.id(user)
  const schema = sql.id(PUBLISHED)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const database = sql.id(rows[0]?.name ?? '')
  // Everyone may otherwise make temporary tables, and before PostgreSQL 15 could create in the schema "public".
  await sql`revoke temporary on database ${database} from public`.execute(db)
  await sql`revoke create on schema public from public`.execute(db)
  await sql`grant connect on database ${database} to ${reader}`.execute(db)
  await sql`revoke all on all tables in schema ${schema} from ${reader}`.execute(db)
  await sql`revoke all on schema ${schema} from ${reader}`.execute(db)
  await sql`grant usage on schema ${schema} to ${reader}`.execute(db)
  await sql`grant select on all tables in schema ${schema} to ${reader}`.execute(db)
}

async function readsMore(db: Kysely<unknown>, user: string): Promise<Refusal | undefined> {
  const { rows } = await sql<{ name: string }>`
    select n.nspname as name from pg_namespace n
    where n.nspname in ('record', 'migration') and has_schema_privilege(${user}, n.oid, 'usage, create')`.execute(
    db,
  )
  if (rows.length === 0) return undefined
  return refuse(
    'public-login-reads-more',
    `The database user ${user} of the public site has rights on the schema ${rows.map((row) => row.name).join(', ')}: revoke them.`,
  )
}
