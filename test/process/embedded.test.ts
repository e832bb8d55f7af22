import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { connect, type Embedded, type Login, login, sql, startEmbedded } from '../../src/database/index.ts'
import { isRefusal } from '../../src/lib/index.ts'
import { endAll, type Started, serversBelow, start, until } from './processes.ts'

const isRoot = process.getuid?.() === 0

async function ask(as: Login, question: string): Promise<unknown[]> {
  const db = connect<unknown>(as, { connections: 1 })
  try {
    return (await sql.raw<Record<string, unknown>>(question).execute(db)).rows.map(
      (row) => Object.values(row)[0],
    )
  } finally {
    await db.destroy()
  }
}

async function begin(
  dataDir: string,
  more: Partial<Parameters<typeof startEmbedded>[0]> = {},
): Promise<Embedded> {
  const started = await startEmbedded({ dataDir, ...more })
  assert.ok(!isRefusal(started), isRefusal(started) ? started.message : '')
  return started
}

type Keeper = Started & { application: Login; place: string }

/** Another process that keeps the server of that data folder. */
async function keeper(dataDir: string): Promise<Keeper> {
  const started = start(process.execPath, [resolve(import.meta.dirname, 'keeper.ts'), dataDir])
  const line = await until('the keeper has its server', () => /^\{.*\}$/m.exec(started.said())?.[0])
  const { logins, place }: { logins: { application: string }; place: string } = JSON.parse(line)
  return { ...started, application: login(logins.application), place }
}

describe('the embedded database', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'shiremoot-home-')))
  const dataDir = join(home, 'data')
  before(async () => {
    chmodSync(home, 0o755)
    const made = await begin(dataDir)
    await ask(made.logins.application, 'create table kept (n int)')
    await made.stop()
  })
  after(async () => {
    endAll()
    await until('no server is left', () => serversBelow(home).length === 0)
    rmSync(home, { recursive: true, maxRetries: 10 })
  })

  it('takes no connection over a network and syncs what it acknowledges', async () => {
    const server = await begin(dataDir)
    try {
      const settings = `select name || '=' || setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit') order by name`
      assert.deepEqual(await ask(server.logins.application, settings), [
        'fsync=on',
        'listen_addresses=',
        'synchronous_commit=on',
      ])
      assert.equal(statSync(server.socketDir).mode & 0o777, 0o700)
    } finally {
      await server.stop()
    }
  })

  it('lets nobody in without the password, and its logins have no special right', async () => {
    const server = await begin(dataDir)
    try {
      const wrong = login(server.logins.superuser.replace(/:[0-9a-f]{64}@/, ':guessed@'))
      await assert.rejects(ask(wrong, 'select 1'), /password authentication failed/)
      const special = `select rolname from pg_roles where rolname like 'shiremoot%' and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)`
      assert.deepEqual(await ask(server.logins.application, special), [])
      await assert.rejects(
        ask(server.logins.public, 'create table mine (n int)'),
        /read-only|permission denied/,
      )
      await assert.rejects(ask(server.logins.public, 'select * from kept'), /permission denied/)
      assert.equal(statSync(join(dataDir, 'database-passwords.json')).mode & 0o777, 0o600)
    } finally {
      await server.stop()
    }
  })

  it('ends with a process that is killed outright, and the next start has everything that was acknowledged', async () => {
    const killed = await keeper(dataDir)
    await ask(killed.application, 'insert into kept values (1)')
    killed.child.kill('SIGKILL')
    await killed.ended
    const server = await begin(dataDir)
    try {
      assert.deepEqual(await ask(server.logins.application, 'select n from kept where n = 1'), [1])
    } finally {
      await server.stop()
    }
    assert.deepEqual(serversBelow(home), [])
  })

  it('leaves no server when its process is killed and nobody starts another', async () => {
    const killed = await keeper(dataDir)
    assert.notDeepEqual(serversBelow(home), [])
    killed.child.kill('SIGKILL')
    await until('the server has ended', () => serversBelow(home).length === 0)
  })

  it('starts the server again when that is killed, and loses nothing', async () => {
    const server = await begin(dataDir)
    try {
      await ask(server.logins.application, 'insert into kept values (2)')
      const old = postmaster(server)
      process.kill(old, 'SIGKILL')
      await until(
        'another server is ready',
        () =>
          existsSync(pidFile(server)) &&
          postmaster(server) !== old &&
          /ready/.test(readFileSync(pidFile(server), 'utf8')),
      )
      assert.deepEqual(await ask(server.logins.application, 'select n from kept where n = 2'), [2])
    } finally {
      await server.stop()
    }
  })

  it('starts although the number that a killed server noted is another program’s by now', async () => {
    const killed = await keeper(dataDir)
    const file = join(killed.place, 'cluster', 'postmaster.pid')
    const [server] = /^\d+/.exec(readFileSync(file, 'utf8')) ?? []
    killed.child.kill('SIGSTOP')
    process.kill(Number(server), 'SIGKILL')
    killed.child.kill('SIGKILL')
    await killed.ended
    await until('the server’s children have ended', () => serversBelow(home).length === 0)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.ppid)))
    await (await begin(dataDir)).stop()
  })

  it('tells a second process who has the data folder, and lets one join that only brings something', async () => {
    const first = await begin(dataDir, { what: 'serve' })
    try {
      first.announce('http://localhost:3000')
      const second = start(process.execPath, [resolve(import.meta.dirname, 'keeper.ts'), dataDir])
      await second.ended
      assert.match(
        second.said(),
        new RegExp(`Shiremoot already runs on .*serve, process ${process.pid}, at http://localhost:3000`),
      )
      const joined = await begin(dataDir, { whenRunning: 'join' })
      assert.ok(joined.joined)
      await joined.stop()
      assert.deepEqual(await ask(first.logins.application, 'select 1 as one'), [1])
    } finally {
      await first.stop()
    }
  })

  it('makes new passwords where the file of them was lost', async () => {
    rmSync(join(dataDir, 'database-passwords.json'))
    const server = await begin(dataDir)
    try {
      assert.deepEqual(await ask(server.logins.application, 'select count(*) > 0 as some from kept'), [true])
    } finally {
      await server.stop()
    }
  })

  it('works in a data folder so deep that its socket would have too long a name, and cleans up after itself', async () => {
    const deep = join(
      home,
      'a folder, oddly named '.repeat(3),
      'and another one below it that is long as well',
      'data',
    )
    const server = await begin(deep)
    assert.ok(!server.socketDir.startsWith(home))
    assert.deepEqual(await ask(server.logins.application, 'select 1 as one'), [1])
    await server.stop()
    assert.ok(!existsSync(server.socketDir))
  })

  it('refuses a data folder that is a file, or made by another version, with a sentence', async () => {
    writeFileSync(join(home, 'file'), '')
    const file = await startEmbedded({ dataDir: join(home, 'file') })
    assert.ok(isRefusal(file))
    assert.equal(file.code, 'data-folder-not-usable')
    mkdirSync(join(home, 'old', 'database', 'cluster'), { recursive: true })
    writeFileSync(join(home, 'old', 'database', 'cluster', 'PG_VERSION'), '14\n')
    const old = await startEmbedded({ dataDir: join(home, 'old') })
    assert.ok(isRefusal(old))
    assert.match(old.code, isRoot ? /data-folder-of-another-user/ : /data-of-another-version/)
  })

  it('puts the data where its user can reach it, notes where, and finds it again', {
    skip: isRoot ? false : 'only root starts it as another user',
  }, async () => {
    const closed = join(home, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const said: string[] = []
    const server = await begin(join(closed, 'data'), { onProgress: (sentence) => said.push(sentence) })
    try {
      assert.equal(readFileSync(join(closed, 'data', 'where'), 'utf8').trim(), server.place)
      assert.ok(said.some((sentence) => sentence.includes(server.place)))
      await ask(server.logins.application, 'create table found (n int)')
      await server.stop()
      const again = await begin(join(closed, 'data'))
      assert.deepEqual(await ask(again.logins.application, 'select count(*)::int as n from found'), [0])
      await again.stop()
    } finally {
      rmSync(server.place, { recursive: true })
    }
    const gone = await startEmbedded({ dataDir: join(closed, 'data') })
    assert.ok(isRefusal(gone))
    assert.equal(gone.code, 'data-gone')
  })
})

const pidFile = (server: Embedded): string => join(server.place, 'cluster', 'postmaster.pid')

const postmaster = (server: Embedded): number =>
  Number(/^\d+/.exec(readFileSync(pidFile(server), 'utf8'))?.[0])
