/** Brings a database to the shape that this version of the code needs: numbered SQL files, each once, in order. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { connect, type Logins } from './connect.ts'
import { letPublicRead } from './rights.ts'

/** Where the house's migrations lie. */
export const MIGRATIONS = join(import.meta.dirname, 'migrations')

/** Any number does, as long as every start of every version takes the same. */
const LOCK = 7_418_529_630

type Migration = { name: string; text: string; checksum: string }
type Applied = { name: string; checksum: string }

/** The migrations that this version has, in order. */
export const migrationsHere = async (): Promise<Applied[]> =>
  (await migrationsIn(MIGRATIONS)).map(({ name, checksum }) => ({ name, checksum }))

async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  return await Promise.all(
    names.map(async (name, index) => {
      if (!name.startsWith(`${String(index + 1).padStart(4, '0')}-`)) {
        throw new Error(
          `Migrations are numbered from 0001 without a gap: ${name} stands at place ${index + 1}`,
        )
      }
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/**
 * Applies the migrations that the database has not had, each in a transaction of its own, while no other process does.
 * Then gives the public login its right to read what is published. Refuses when one that was applied has been edited
 * since, when the database is of a newer version than the code, and when the public login could do more than read. `upTo`
 * is the last one to apply, where a backup of an older version is brought back.
 */
export async function migrate(
  logins: Logins,
  folder: string = MIGRATIONS,
  upTo?: string,
): Promise<{ applied: string[] } | Refusal> {
  const all = await migrationsIn(folder)
  const migrations = upTo === undefined ? all : all.filter(({ name }) => name <= upTo)
  const db = connect<unknown>(logins.application, { connections: 1 })
  try {
    return await db.connection().execute(async (one) => {
      await sql`select pg_advisory_lock(${LOCK})`.execute(one)
      try {
        const outcome = await applyMissing(one, migrations)
        if (isRefusal(outcome)) return outcome
        return (await letPublicRead(one, logins)) ?? outcome
      } finally {
        await sql`select pg_advisory_unlock(${LOCK})`.execute(one)
      }
    })
  } finally {
    await db.destroy()
  }
}

async function applyMissing(
  db: Kysely<unknown>,
  migrations: readonly Migration[],
): Promise<{ applied: string[] } | Refusal> {
  const had = await appliedBefore(db)
  const missing = migrationsToApply(migrations, had)
  if (isRefusal(missing)) return missing
  for (const migration of missing) {
    await db.transaction().execute(async (tx) => {
      await sql.raw(migration.text).execute(tx)
      await sql`insert into migration.applied (name, checksum) values (${migration.name}, ${migration.checksum})`.execute(
        tx,
      )
    })
  }
  return { applied: missing.map((migration) => migration.name) }
}

async function appliedBefore(db: Kysely<unknown>): Promise<Applied[]> {
  // Asked first, because "if not exists" would need the right to create even where there is nothing to create.
  const known = await sql<{
    known: boolean
  }>`select to_regclass('migration.applied') is not null as known`.execute(db)
  if (known.rows[0]?.known !== true) {
    await sql`create schema if not exists migration`.execute(db)
    await sql`create table migration.applied (
      name text primary key, checksum text not null, at timestamptz not null default now())`.execute(db)
  }
  return (await sql<Applied>`select name, checksum from migration.applied order by name`.execute(db)).rows
}

function migrationsToApply(
  migrations: readonly Migration[],
  had: readonly Applied[],
): readonly Migration[] | Refusal {
  for (const [index, applied] of had.entries()) {
    const ours = migrations[index]
    if (ours?.name !== applied.name) {
      return refuse(
        'database-newer',
        `The database has had the migration ${applied.name}, which this version of Shiremoot does not know: run the version that made it, or a newer one.`,
      )
    }
    if (ours.checksum !== applied.checksum) {
      return refuse(
        'migration-edited',
        `The migration ${applied.name} was edited after the database had it: put the file back as it was, and make the change in a new one.`,
      )
    }
  }
  return migrations.slice(had.length)
}
