import assert from 'node:assert/strict'
import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { isRefusal } from '../lib/index.ts'
import { connect, loginAs } from './connect.ts'
import { MIGRATIONS, migrate } from './migrate.ts'
import { type Ending, onEachServer } from './testing.ts'

async function ownMigrations(ending: Ending): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  ending.after(() => rm(folder, { recursive: true }))
  await cp(MIGRATIONS, folder, { recursive: true })
  return folder
}

/** One migration more than the house has. */
async function addMigration(folder: string, text: string): Promise<void> {
  const number = (await readdir(folder)).length + 1
  await writeFile(join(folder, `${String(number).padStart(4, '0')}-of-a-test.sql`), text)
}

onEachServer((server) => {
  test('a new database gets every migration once, and the second start finds nothing to do', async (t) => {
    const logins = await server.emptyDatabase(t)
    const first = await migrate(logins)
    assert.ok(!isRefusal(first))
    assert.equal(first.applied[0], '0001-record.sql')
    assert.deepEqual(await migrate(logins), { applied: [] })
  })

  test('two processes that start at once bring a database up to date between them', async (t) => {
    const logins = await server.emptyDatabase(t)
    const outcomes = await Promise.all([migrate(logins), migrate(logins), migrate(logins)])
    const counts = outcomes.map((outcome) => (isRefusal(outcome) ? -1 : outcome.applied.length))
    assert.deepEqual(counts.toSorted((one, other) => one - other).slice(0, 2), [0, 0])
    assert.ok(Math.max(...counts) > 1)
  })

  test('a migration that was edited after the database had it is refused by name', async (t) => {
    const logins = await server.database(t)
    const folder = await ownMigrations(t)
    await appendFile(join(folder, '0001-record.sql'), '\n-- a later thought')
    const outcome = await migrate(logins, folder)
    assert.ok(isRefusal(outcome))
    assert.equal(outcome.code, 'migration-edited')
    assert.match(outcome.message, /0001-record\.sql/)
  })

  test('a database of a newer version is refused rather than run by an older one', async (t) => {
    const logins = await server.database(t)
    const folder = await ownMigrations(t)
    await addMigration(folder, 'create table record.newer ()')
    assert.ok(!isRefusal(await migrate(logins, folder)))
    const outcome = await migrate(logins)
    assert.ok(isRefusal(outcome))
    assert.equal(outcome.code, 'database-newer')
  })

  test('a migration that fails leaves nothing of itself behind', async (t) => {
    const logins = await server.database(t)
    const folder = await ownMigrations(t)
    await addMigration(folder, 'create table record.half (); select 1 / 0')
    await assert.rejects(migrate(logins, folder), /division by zero/)
    assert.deepEqual(await migrate(logins), { applied: [] })
    const db = connect(logins.application)
    t.after(() => db.destroy())
    const { rows } = await sql<{ half: string | null }>`select to_regclass('record.half') as half`.execute(db)
    assert.deepEqual(rows, [{ half: null }])
  })

  test('a public login that could do more than read is refused', async (t) => {
    const logins = await server.database(t)
    const same = await migrate({ application: logins.application, public: logins.application })
    assert.ok(isRefusal(same) && same.code === 'public-login-is-application')
    const powerful = await migrate({ application: logins.application, public: logins.superuser })
    assert.ok(isRefusal(powerful) && powerful.code === 'public-login-has-powers')
    const unknown = loginAs(logins.public, { user: 'nobody_made_this' })
    const missing = await migrate({ application: logins.application, public: unknown })
    assert.ok(isRefusal(missing) && missing.code === 'public-login-missing')
  })

  test('a public login that was given a right on the working record is refused', async (t) => {
    const logins = await server.database(t)
    const db = connect(logins.application)
    t.after(() => db.destroy())
    await sql`grant usage on schema record to shiremoot_public`.execute(db)
    const outcome = await migrate(logins)
    assert.ok(isRefusal(outcome) && outcome.code === 'public-login-reads-more')
  })
})
