import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, describe, it } from 'node:test'
import { testServers } from '../../src/database/testing.ts'
import { endAll, type Started, serversBelow, start, until } from './processes.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SHIREMOOT = join(ROOT, 'bin/shiremoot')
const isRoot = process.getuid?.() === 0

/** The environment without what npm and the tests have put there. */
function plainEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD|NODE_|PORT$|DATABASE_|SHIREMOOT_)/.test(name),
  )
  return { ...Object.fromEntries(kept), ...more }
}

type Site = Started & { address: string }

async function siteOf(started: Started): Promise<Site> {
  const address = await until('the site says where it is', () => {
    assert.equal(started.child.exitCode, null, `ended early: ${started.said()}`)
    return /The public site is at (\S+)/.exec(started.said())?.[1]
  })
  return { ...started, address }
}

/** `npm start` in a process group of its own, as in a terminal. */
const npmStart = (dataDir: string): Promise<Site> =>
  siteOf(
    start('npm', ['start', '--', '--data', dataDir, '--port', '0'], {
      cwd: ROOT,
      env: plainEnvironment(),
      detached: true,
    }),
  )

function childOf(pid: number | undefined): number {
  const found = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout.trim()
  assert.match(found, /^\d+$/)
  return Number(found)
}

async function answers(site: Site): Promise<void> {
  const response = await fetch(`${site.address}/`)
  assert.equal(response.status, 200)
  assert.match(await response.text(), /<h1/)
}

const nothingLeft = (dataDir: string): Promise<unknown> =>
  until(
    'no server is left',
    () => serversBelow(dataDir).length === 0 && !existsSync(join(dataDir, 'database/cluster/postmaster.pid')),
  )

/** Runs it to its end, which must come by itself. */
async function refused(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const run = start(SHIREMOOT, args, { env: plainEnvironment(env) })
  assert.equal(await run.ended, 2)
  return run.said()
}

describe('npm start', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'shiremoot-serve-')))
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  after(async () => {
    endAll()
    await until('no server is left', () => serversBelow(home).length === 0)
    rmSync(home, { recursive: true, maxRetries: 10 })
  })

  it('brings the demonstration record and serves it, and Ctrl-C ends all of it', async () => {
    const site = await npmStart(dataDir)
    assert.match(site.said(), /Bringing in the demonstration record/)
    await answers(site)
    assert.match(site.said(), new RegExp(`Data: ${dataDir} `))
    process.kill(-(site.child.pid ?? 0), 'SIGINT')
    await site.ended
    await nothingLeft(dataDir)
    assert.ok(!existsSync(join(dataDir, 'lock')))
  })

  it('starts again with what it had, and ends when npm is killed outright', async () => {
    const site = await npmStart(dataDir)
    await answers(site)
    assert.doesNotMatch(site.said(), /was not brought in/)
    assert.doesNotMatch(site.said(), /demonstration/)
    site.child.kill('SIGKILL')
    await nothingLeft(dataDir)
  })

  it('ends when the shell below npm, or the starting script, is killed outright', async () => {
    const site = await npmStart(dataDir)
    process.kill(childOf(site.child.pid), 'SIGKILL')
    await nothingLeft(dataDir)
    const again = await npmStart(dataDir)
    process.kill(childOf(childOf(again.child.pid)), 'SIGKILL')
    await nothingLeft(dataDir)
  })

  it('leaves no database behind when the site itself is killed outright, and starts again', async () => {
    const site = await siteOf(
      start(SHIREMOOT, ['serve', '--data', dataDir, '--port', '0'], { env: plainEnvironment() }),
    )
    site.child.kill('SIGKILL')
    await until('no server is left', () => serversBelow(dataDir).length === 0)
    const again = await siteOf(
      start(SHIREMOOT, ['serve', '--data', dataDir, '--port', '0'], { env: plainEnvironment() }),
    )
    await answers(again)
    again.child.kill('SIGTERM')
    assert.equal(await again.ended, 0)
    await nothingLeft(dataDir)
  })

  it('says who has the data folder when it is started twice', async () => {
    const site = await siteOf(
      start(SHIREMOOT, ['serve', '--data', dataDir, '--port', '0'], { env: plainEnvironment() }),
    )
    const second = start(SHIREMOOT, ['serve', '--data', dataDir, '--port', '0'], { env: plainEnvironment() })
    assert.equal(await second.ended, 2)
    assert.match(second.said(), new RegExp(`Shiremoot already runs on ${dataDir} .*${site.address}`))
    site.child.kill('SIGTERM')
    await site.ended
  })

  it('serves a checkout that only root may enter, and says where the data lies', {
    skip: isRoot ? false : 'only root can start it there',
  }, async () => {
    const closed = join(home, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    for (const part of ['src', 'bin', 'demo', 'package.json'])
      cpSync(join(ROOT, part), join(closed, part), { recursive: true })
    // Hard links where the file system allows: a copy of everything installed would take most of the test's time.
    const linked = spawnSync('cp', ['-al', join(ROOT, 'node_modules'), closed])
    if (linked.status !== 0)
      cpSync(join(ROOT, 'node_modules'), join(closed, 'node_modules'), { recursive: true })
    const site = await siteOf(
      start(join(closed, 'bin/shiremoot'), ['serve', '--port', '0'], {
        cwd: closed,
        env: plainEnvironment(),
      }),
    )
    await answers(site)
    const place = readFileSync(join(closed, '.data/where'), 'utf8').trim()
    assert.match(site.said(), new RegExp(`its data lies in ${place}`))
    site.child.kill('SIGTERM')
    assert.equal(await site.ended, 0)
    rmSync(place, { recursive: true })
  })
})

describe('shiremoot serve', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shiremoot-serve-'))
  after(() => {
    endAll()
    rmSync(folder, { recursive: true, maxRetries: 10 })
  })

  it('refuses a port that is taken, when it was given, in one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    const address = await until('the other listens', () => other.address() ?? false)
    const port = String(typeof address === 'object' ? address.port : '')
    const words = new RegExp(`^Port ${port} is taken by another program: .*\n$`)
    assert.match(await refused(['serve', '--data', folder], { PORT: port }), words)
    assert.match(await refused(['serve', '--data', folder, '--port', port]), words)
    other.close()
  })

  it('refuses what is no port and what it does not know, in one sentence', async () => {
    assert.match(
      await refused(['serve', '--port', '70000']),
      /^--port is "70000", which is not a port: .*\n$/,
    )
    assert.match(await refused(['serve'], { PORT: 'http' }), /^PORT is "http", which is not a port: .*\n$/)
    assert.match(await refused(['serve', '--prot', '3000']), /^Unknown option '--prot'; .*--help.*\n$/)
    assert.match(await refused(['serv']), /^There is no command "serv"; .*\n$/)
  })

  it('refuses a database that does not answer, naming it without its password', async () => {
    const words = await refused(['serve', '--data', folder, '--port', '0'], {
      DATABASE_URL: 'postgresql://someone:secret@127.0.0.1:1/record',
    })
    assert.match(
      words,
      /^The PostgreSQL of DATABASE_URL \(127\.0\.0\.1:1\/record\) does not let us in: .*ECONNREFUSED.*\n$/,
    )
    assert.doesNotMatch(words, /secret/)
    assert.match(
      await refused(['serve', '--port', '0'], { DATABASE_URL: 'mysql://x/y' }),
      /^DATABASE_URL is not of the form .*\n$/,
    )
  })

  it('takes the next free port when its usual one is taken', async () => {
    const other = createServer().on('error', () => undefined)
    other.listen(3000, '127.0.0.1')
    const [server] = testServers
    assert.ok(server)
    await withDatabase(server, async (url) => {
      const site = await siteOf(
        start(SHIREMOOT, ['serve', '--data', folder], { env: plainEnvironment({ DATABASE_URL: url }) }),
      )
      assert.notEqual(new URL(site.address).port, '3000')
      await answers(site)
      site.child.kill('SIGTERM')
      assert.equal(await site.ended, 0)
    })
    other.close()
  })

  for (const server of testServers.slice(1)) {
    it(`serves from the ${server.name} that DATABASE_URL names`, async () => {
      await withDatabase(server, async (url) => {
        const site = await siteOf(
          start(SHIREMOOT, ['serve', '--data', folder, '--port', '0'], {
            env: plainEnvironment({ DATABASE_URL: url }),
          }),
        )
        await answers(site)
        assert.match(site.said(), /PostgreSQL of DATABASE_URL/)
        site.child.kill('SIGTERM')
        assert.equal(await site.ended, 0)
      })
    })
  }

  it('says what to do where nothing is installed', () => {
    const bare = join(folder, 'bare')
    cpSync(SHIREMOOT, join(bare, 'bin/shiremoot'))
    const run = (path: string) =>
      spawnSync(join(bare, 'bin/shiremoot'), ['serve'], { encoding: 'utf8', env: { PATH: path } })
    const withNode = run(`${join(ROOT, 'node_modules/.bin')}:/usr/bin:/bin`)
    assert.equal(withNode.status, 2)
    assert.match(
      withNode.stderr,
      /^Shiremoot's parts are not installed yet: run npm start or npm test once in .*\n$/,
    )
    mkdirSync(join(folder, 'old'))
    cpSync('/bin/false', join(folder, 'old/node'))
    const withOldNode = run(`${join(folder, 'old')}:/usr/bin:/bin`)
    assert.equal(withOldNode.status, 2)
    assert.match(withOldNode.stderr, /^Shiremoot needs Node 24 or later: .*\n$/)
  })
})

/** Gives an empty database of a server to a piece of a test, and takes it away again. */
async function withDatabase(
  server: (typeof testServers)[number],
  use: (url: string) => Promise<void>,
): Promise<void> {
  const endings: (() => Promise<void>)[] = []
  const logins = await server.emptyDatabase({ after: (undo) => endings.push(undo) })
  try {
    await use(logins.superuser)
  } finally {
    for (const undo of endings) await undo()
  }
}
