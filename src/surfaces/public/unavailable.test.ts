/** A record that cannot be asked is told from a fault of ours, by the errors that Node and PostgreSQL really give. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, login, loginAs, sql } from '../../database/index.ts'
import { onEachServer } from '../../database/testing.ts'
import { unavailable } from './unavailable.ts'

/** The error that asking ends with. */
async function errorOf(asking: Promise<unknown>): Promise<unknown> {
  const [outcome] = await Promise.allSettled([asking])
  assert.ok(outcome?.status === 'rejected', 'it fails')
  return outcome.reason
}

test('no server at the place of the socket, or at the port, means that the record is away', async () => {
  for (const place of [
    'postgresql://a:b@localhost:5432/a?host=/no/such/folder',
    'postgresql://a:b@127.0.0.1:1/a',
  ]) {
    const db = connect(login(place))
    assert.equal(unavailable(await errorOf(sql`select 1`.execute(db))), true, place)
    await db.destroy()
  }
})

onEachServer((server) => {
  test('a question that took too long, and a server that ends the connection, mean that the record is away', async (t) => {
    const logins = await server.database(t)
    const db = connect(logins.public, { timeout: 50, readOnly: true })
    t.after(() => db.destroy())
    assert.equal(unavailable(await errorOf(sql`select pg_sleep(5)`.execute(db))), true)
    const superuser = connect(logins.superuser)
    t.after(() => superuser.destroy())
    const slow = connect(logins.public, { readOnly: true })
    t.after(() => slow.destroy())
    const asking = errorOf(sql`select pg_sleep(20)`.execute(slow))
    const ended = async (): Promise<boolean> =>
      (
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep(20)%' and datname = current_database()`.execute(
          superuser,
        )
      ).rows.length > 0
    while (!(await ended())) await new Promise((resolve) => setTimeout(resolve, 20))
    assert.equal(unavailable(await asking), true)
  })

  test('a wrong question is a fault of ours', async (t) => {
    const logins = await server.database(t)
    const db = connect(logins.public, { readOnly: true })
    t.after(() => db.destroy())
    for (const wrong of [
      sql`select nothing_of_the_kind`,
      sql`select 'x'::uuid`,
      sql`select * from record.entry`,
      sql`create table x ()`,
    ]) {
      assert.equal(unavailable(await errorOf(wrong.execute(db))), false)
    }
  })

  test('a server that does not know the login is no passing trouble', async (t) => {
    const logins = await server.database(t)
    const db = connect(loginAs(logins.public, { database: 'no_such_database' }))
    t.after(() => db.destroy())
    assert.equal(unavailable(await errorOf(sql`select 1`.execute(db))), false)
  })
})

test('what is no error of the record is never taken for one', () => {
  const missing = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })
  for (const other of [
    missing,
    new TypeError('x is not a function'),
    'text',
    null,
    undefined,
    { code: 'ECONNREFUSED' },
    { code: '28P01' },
  ]) {
    assert.equal(unavailable(other), false)
  }
})
