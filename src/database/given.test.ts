import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { isRefusal } from '../lib/index.ts'
import { connect, type Login, loginAs, userOf } from './connect.ts'
import { useGiven } from './given.ts'
import { onEachServer } from './testing.ts'
import { startThrowaway, type Throwaway } from './throwaway.ts'

/** As which user a login asks. */
const userAsking = async (as: Login): Promise<unknown> => {
  const db = connect<unknown>(as, { connections: 1 })
  const { rows } = await sql<{ name: string }>`select current_user as name`.execute(db)
  await db.destroy()
  return rows[0]?.name
}

async function refusalOf(url: string, publicUrl?: string): Promise<{ code: string; message: string }> {
  const given = await useGiven(url, publicUrl)
  assert.ok(isRefusal(given), 'it is refused')
  return given
}

describe('a PostgreSQL given by DATABASE_URL', () => {
  let server: Throwaway
  let plain: Login
  before(async () => {
    server = await startThrowaway()
    plain = loginAs(server.superuser, { user: 'plain', password: 'plain' })
    const db = connect<unknown>(server.superuser, { connections: 1 })
    await sql`create role plain login`.execute(db)
    await db.destroy()
  })
  after(async () => {
    await server.stop()
  })

  it('is refused when its user may not make the login of the public site, saying what an administrator must run', async () => {
    const { code, message } = await refusalOf(plain)
    assert.equal(code, 'public-login-missing')
    assert.match(message, /create role shiremoot_public login/)
  })

  it('gets a login for the public site when its user may make one, the same each time', async () => {
    const first = await useGiven(server.superuser)
    assert.ok(!isRefusal(first))
    assert.equal(userOf(first.public), 'shiremoot_public')
    assert.deepEqual(await useGiven(server.superuser), first)
    const later = await useGiven(plain, first.public)
    assert.ok(!isRefusal(later))
    assert.deepEqual(later, { application: plain, public: first.public })
  })

  it('is refused when the login for the public site is another user', async () => {
    assert.equal((await refusalOf(server.superuser, plain)).code, 'public-login-unusable')
  })

  it('is refused when the URL is none, and when nobody answers there, without telling the password', async () => {
    assert.equal((await refusalOf('host=localhost')).code, 'database-url-unusable')
    assert.equal((await refusalOf('postgresql://someone:hidden@localhost')).code, 'database-url-unusable')
    const { code, message } = await refusalOf('postgresql://someone:hidden@127.0.0.1:1/record')
    assert.equal(code, 'database-unreachable')
    assert.doesNotMatch(message, /hidden/)
  })

  it('is refused when it is older than 15', async () => {
    const old = createServer((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.concat([said('R', Buffer.alloc(4)), said('Z', Buffer.from('I'))]))
        socket.on('data', () => {
          socket.write(Buffer.concat([oneRow('number', '140012'), said('Z', Buffer.from('I'))]))
        })
      })
      socket.on('error', () => socket.destroy())
    })
    await new Promise<void>((resolve) => {
      old.listen(0, '127.0.0.1', resolve)
    })
    const address = old.address()
    assert.ok(typeof address === 'object' && address !== null)
    const { code, message } = await refusalOf(`postgresql://a:b@127.0.0.1:${address.port}/record`)
    assert.equal(code, 'database-too-old')
    assert.match(message, /version 14; Shiremoot needs 15/)
    old.close()
  })
})

onEachServer((of) => {
  it('is taken by its socket folder, and by a user in the query, without the public login becoming that user', async (t) => {
    const { superuser } = await of.database(t)
    const url = new URL(superuser)
    const given = await useGiven(
      `postgresql:///${url.pathname.slice(1)}?host=${url.searchParams.get('host')}&user=postgres`,
    )
    assert.ok(!isRefusal(given), isRefusal(given) ? given.message : '')
    assert.equal(await userAsking(given.application), 'postgres')
    assert.equal(await userAsking(given.public), 'shiremoot_public')
  })
})

/** One message of PostgreSQL's protocol. */
function said(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(kind, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const counted = (count: number): Buffer => Buffer.from([0, count])

/** The answer with one column and one row. */
function oneRow(column: string, value: string): Buffer {
  const field = Buffer.alloc(18)
  field.writeInt32BE(25, 6)
  field.writeInt16BE(-1, 10)
  field.writeInt32BE(-1, 12)
  const length = Buffer.alloc(4)
  length.writeInt32BE(value.length)
  return Buffer.concat([
    said('T', Buffer.concat([counted(1), Buffer.from(`${column}\0`), field])),
    said('D', Buffer.concat([counted(1), length, Buffer.from(value)])),
    said('C', Buffer.from('SELECT 1\0')),
  ])
}
