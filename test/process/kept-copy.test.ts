/** Reliability goal R4: all that was published is served while the database is stopped, damaged, too old or gone. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import { connect, type Kysely, login, sql } from '../../src/database/index.ts'
import { childrenNamed, copied, endAll, isRunning, serversBelow, until } from './processes.ts'
import {
  addressesIn,
  copyOf,
  copyVerifies,
  listedIn,
  plainEnvironment,
  type Read,
  read,
  readAll,
  type Served,
  SHIREMOOT,
  served,
  verified,
} from './served-sites.ts'

const NOTICE = /<p class="govuk-inset-text">This is our kept copy of .*?<\/p>\n/

/** Everything is there, reads the same, and says of itself that it is the copy. */
async function allFromTheCopy(site: Served, earlier: ReadonlyMap<string, Read>): Promise<void> {
  for (const [address, was] of earlier) {
    const is = await read(site, address)
    assert.equal(is.status, 200, address)
    assert.equal(is.text.replace(NOTICE, ''), was.text, address)
    const isPaper = address.startsWith('/files/')
    const headers = ['content-type', 'content-security-policy', ...(isPaper ? ['content-disposition'] : [])]
    for (const header of headers)
      assert.equal(is.headers.get(header), was.headers.get(header), `${header} of ${address}`)
    assert.ok(is.headers.get('etag') !== null, address)
    if (isPaper) assert.equal(is.headers.get('etag'), was.headers.get('etag'), address)
    if (address.startsWith('/meetings') && !/\.[a-z]+$/.test(address)) assert.match(is.text, NOTICE, address)
  }
}

async function stopped(site: Served): Promise<void> {
  site.child.kill('SIGTERM')
  assert.equal(await site.ended, 0)
}

const searches = async (site: Served): Promise<boolean> =>
  (await read(site, '/search?q=police')).status === 200

describe('the kept copy', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'shiremoot-kept-')))
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  const cluster = join(dataDir, 'database/cluster')
  let port = '0'
  let published: ReadonlyMap<string, Read> = new Map()
  let table = ''
  /** What mends the database again. */
  const undone: (() => void)[] = []
  const fileOf = (path: string): string => readFileSync(join(copyOf(dataDir), path), 'utf8')
  const filesWith = (words: string): string[] =>
    spawnSync('grep', ['-rlF', words, copyOf(dataDir)], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter((line) => line !== '')

  async function asSuperuser<Outcome>(use: (db: Kysely<unknown>) => Promise<Outcome>): Promise<Outcome> {
    const { postgres } = JSON.parse(readFileSync(join(dataDir, 'database-passwords.json'), 'utf8'))
    const host = encodeURIComponent(join(dataDir, 'database/socket'))
    const db = connect<unknown>(
      login(`postgresql://postgres:${postgres}@localhost:5432/shiremoot?host=${host}`),
      { connections: 1 },
    )
    try {
      return await use(db)
    } finally {
      await db.destroy()
    }
  }

  before(async () => {
    const site = await served(dataDir)
    // Stylesheets have the site's address in their name.
    port = new URL(site.address).port
    await copyVerifies(dataDir)
    published = await readAll(site, addressesIn(dataDir))
    table = await asSuperuser(async (db) => {
      const { rows } = await sql<{ path: string }>`
        select pg_relation_filepath('published.entry_version') as path`.execute(db)
      return join(cluster, rows[0]?.path ?? '')
    })
    await stopped(site)
  })
  afterEach(async () => {
    // A test that failed leaves its site behind, and the next one needs its place.
    endAll()
    await until('no server is left', () => serversBelow(home).length === 0)
    for (const undo of undone.splice(0)) undo()
  })
  after(async () => {
    endAll()
    await until('no server is left', () => serversBelow(home).length === 0)
    rmSync(home, { recursive: true, maxRetries: 10 })
  })

  it('has every page, feed and file that the site has', () => {
    assert.ok(published.size > 200, String(published.size))
    for (const [address, { status }] of published) assert.equal(status, 200, address)
  })

  it('is served at once while the database is of another version, and the record as soon as it is mended', async () => {
    const mend = (): void => writeFileSync(join(cluster, 'PG_VERSION'), '18\n')
    undone.push(mend)
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
    const site = await served(dataDir, { from: 'copy', port })
    await allFromTheCopy(site, published)
    await until('the reason is said', () =>
      /was made by PostgreSQL 17 .* Meanwhile the kept copy is served/.test(site.said()),
    )
    for (const address of ['/search?q=police', '/actions?state=open', '/search']) {
      const { status, headers, text } = await read(site, address)
      assert.equal(status, 503, address)
      assert.equal(headers.get('retry-after'), '60')
      assert.match(text, /<h1/)
    }
    const { status, headers } = await read(site, '/meetings')
    assert.equal(status, 200)
    const again = await fetch(`${site.address}/meetings`, {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    })
    assert.equal(again.status, 304)
    mend()
    await until('the record is served', () => searches(site))
    await until(
      'pages are those of the record',
      async () => !NOTICE.test((await read(site, '/meetings')).text),
    )
    await stopped(site)
  })

  it('is served while a file of the database is missing', async () => {
    const missing = join(cluster, 'global/pg_control')
    renameSync(missing, `${missing}.away`)
    const mend = (): void => {
      if (existsSync(`${missing}.away`)) renameSync(`${missing}.away`, missing)
    }
    undone.push(mend)
    const site = await served(dataDir, { from: 'copy', port })
    await allFromTheCopy(site, published)
    await until('the reason is said', () => /Meanwhile the kept copy is served/.test(site.said()))
    mend()
    await until('the record is served', () => searches(site))
    await stopped(site)
  })

  it('is served while the database hangs, and the record again when it goes on', async () => {
    const site = await served(dataDir, { port })
    await until('the record is served', () => searches(site))
    const processes = serversBelow(cluster)
    assert.ok(processes.length > 3)
    for (const pid of processes) process.kill(pid, 'SIGSTOP')
    for (const [address] of [...published].slice(0, 25))
      assert.equal((await read(site, address)).status, 200, address)
    for (const pid of processes) process.kill(pid, 'SIGCONT')
    await until('the record is served', () => searches(site))
    await stopped(site)
  })

  for (const [damage, byte] of [
    ['a page of the record is zeroed', 0],
    ['a page of the record is garbage', 0xa5],
  ] as const) {
    it(`is served while ${damage}, and stays as it was`, async () => {
      // What the server does with damaged pages damages more: the whole cluster is put back afterwards.
      copied(cluster, `${cluster}-whole`)
      undone.push(() => {
        copied(`${cluster}-whole`, cluster)
      })
      const damaged = readFileSync(table)
      for (let from = 0; from < damaged.length; from += 3 * 8192) damaged.fill(byte, from, from + 8192)
      writeFileSync(table, damaged)
      const manifest = readFileSync(join(copyOf(dataDir), 'manifest'), 'utf8')
      const site = await served(dataDir, { port })
      await until('the keeper raises the alarm', () =>
        /"fault":"(record-altered|record-away)"/.test(site.said()),
      )
      for (const [address] of published) assert.equal((await read(site, address)).status, 200, address)
      const minutes = [...published.keys()].find((address) => address.endsWith('/minutes')) ?? ''
      assert.match((await read(site, minutes)).text, NOTICE)
      await stopped(site)
      assert.equal(readFileSync(join(copyOf(dataDir), 'manifest'), 'utf8'), manifest)
    })
  }

  it('is made anew where it was damaged or taken away', async () => {
    const page = join(copyOf(dataDir), 'meetings.html')
    const was = readFileSync(page, 'utf8')
    writeFileSync(page, was.replace('</h1>', ' changed</h1>'))
    rmSync(join(copyOf(dataDir), 'index.html'))
    writeFileSync(join(copyOf(dataDir), 'extra.html'), 'not ours')
    const site = await served(dataDir, { port })
    await copyVerifies(dataDir)
    assert.equal(readFileSync(page, 'utf8'), was)
    assert.ok(!listedIn(dataDir).includes('extra.html'))
    await stopped(site)
  })

  it('is kept again when the keeper is killed outright, and the keeper ends when the site is', async () => {
    const site = await served(dataDir, { port })
    await copyVerifies(dataDir)
    const keeper = childrenNamed(site.child.pid, 'keeper.ts')[0]
    assert.ok(keeper !== undefined)
    process.kill(keeper, 'SIGKILL')
    const next = await until('there is another keeper', () =>
      childrenNamed(site.child.pid, 'keeper.ts').find((pid) => pid !== keeper),
    )
    site.child.kill('SIGKILL')
    await until('the keeper ends too', () => !isRunning(next))
    await until('no server is left', () => serversBelow(dataDir).length === 0)
  })

  it('loses what is withdrawn within seconds, from every file of it, and verifies', async () => {
    const site = await served(dataDir, { port })
    await copyVerifies(dataDir)
    const minutes = [...published.keys()].find((address) => address.endsWith('/2022-02-02/minutes')) ?? ''
    // Words that stand in nothing but the minutes: actions and questions quote some, and stay.
    const own = new Set([minutes, `${minutes}.json`, '/data/record.jsonl'])
    const phrases = [...(published.get(minutes)?.text ?? '').matchAll(/>([A-Z][^<>&"]{40,80})/g)]
    const words =
      phrases
        .map(([, phrase = '']) => phrase)
        .find((phrase) =>
          [...published].every(([address, { text }]) => own.has(address) || !text.includes(phrase)),
        ) ?? ''
    assert.ok(words.length >= 40, 'the minutes hold words to look for')
    assert.ok(filesWith(words).length > 0, 'the copy holds them')
    const withdrawn = spawnSync(
      SHIREMOOT,
      [
        'withdraw',
        minutes,
        '--authority',
        'kent',
        '--reason',
        'inaccurate',
        '--words',
        'They were of another meeting.',
        '--data',
        dataDir,
      ],
      { encoding: 'utf8', env: plainEnvironment() },
    )
    assert.equal(withdrawn.status, 0, withdrawn.stderr)
    await until(
      'the copy has none of it',
      () => !addressesIn(dataDir).includes(minutes) && filesWith(words).length === 0,
    )
    await copyVerifies(dataDir)
    assert.equal((await read(site, minutes)).status, 410)
    await stopped(site)
  })

  it('is not overwritten by a record that was altered, and the alarm names entry and leaf', async () => {
    const site = await served(dataDir, { port })
    await copyVerifies(dataDir)
    const [manifest, checkpoint] = [fileOf('manifest'), fileOf('log/checkpoint')]
    await asSuperuser(async (db) => {
      await sql`set session_replication_role = replica`.execute(db)
      await sql`update published.entry_version set summary = summary || ' (altered)'
        where kind = 'minutes' and published_until is null`.execute(db)
      await sql`update published.authority set revision = revision + 1`.execute(db)
    })
    const alarm = await until(
      'the alarm is raised',
      () => /^\{.*"fault":"record-altered".*$/m.exec(site.said())?.[0],
    )
    const told: unknown = JSON.parse(alarm)
    assert.ok(typeof told === 'object' && told !== null && 'leaf' in told && 'entry' in told)
    assert.equal(typeof told.leaf, 'number')
    assert.match(String(told.entry), /^[0-9a-f-]{36}$/)
    assert.deepEqual([fileOf('manifest'), fileOf('log/checkpoint')], [manifest, checkpoint])
    assert.equal(verified(dataDir).status, 0)
    await until('pages are served from the copy', async () =>
      NOTICE.test((await read(site, '/meetings')).text),
    )
    await stopped(site)
  })
})
