/** What was withdrawn, and what was never published, is searched for by its bytes in all that readers can have (V5, GDPR article 17). */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from '../src/database/index.ts'
import { eraseWithdrawn, everyWhole, removeErasedFiles, type Whole, withdraw } from '../src/record/index.ts'
import { aRecord, type TestRecord } from '../src/record/testing.ts'
import { importFiles } from '../src/surfaces/command-line/import.ts'
import { buildPublicSite, kinds } from '../src/surfaces/public/index.ts'
import { RecordKeeper } from '../src/surfaces/survival-copy/index.ts'
import type { Server } from '../src/web/index.ts'

const ORIGIN = 'https://record.example.org'

/** A report in which title, words, headings, author and file name can be found again. */
const paper = (mark: string): string => `From: Jo ${mark}author, Commissioner for Anyshire
To: Anyshire Police and Crime Panel
Date: 2 February 2022
Subject: The ${mark}title of a paper

## The ${mark}heading

1. These ${mark}words are looked for in everything.
2. I will publish the ${mark}promise by 30 June 2023.
`

const endings: (() => unknown)[] = []
let record: TestRecord
let site: Server
let folder: string
let keeper: RecordKeeper
let secret: Whole
/** Every address that answered while all of it was public. */
const addresses = new Set<string>()

/** The entries that stand, and belong to what has this mark. */
async function marked(mark: string): Promise<Whole[]> {
  const found: Whole[] = []
  for await (const whole of everyWhole(record.ask))
    if (whole.title.toLowerCase().includes(mark)) found.push(whole)
  return found
}

const copied = async (): Promise<string[]> =>
  (await readdir(join(folder, 'copy/anyshire'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'copy/anyshire').length + 1))

async function bring(name: string, text: string, publish: boolean): Promise<void> {
  const place = join(folder, name)
  await writeFile(place, text)
  const outcomes = await importFiles({ db: record.db, files: join(folder, 'files') }, [place], {
    authority: record.authority,
    publish,
    dryRun: false,
  })
  assert.deepEqual(
    outcomes.filter(({ outcome }) => outcome === 'failed'),
    [],
  )
}

before(async () => {
  record = await aRecord({ after: (end) => endings.push(end) })
  folder = await mkdtemp(join(tmpdir(), 'canaries-'))
  endings.push(() => rm(folder, { recursive: true }))
  await bring('secret-zebrafinchname.md', paper('zebrafinch'), true)
  await bring('draft-quetzalbirdname.md', paper('quetzalbird'), false)
  const [found] = (await marked('zebrafinch')).filter(({ kind }) => kind === 'paper')
  assert.ok(found, 'the paper is public')
  secret = found
  keeper = new RecordKeeper({ ask: record.ask, dataDir: folder, origin: ORIGIN, clock: () => new Date() })
  await keeper.keep()
  site = await buildPublicSite({
    ask: record.ask,
    files: join(folder, 'files'),
    copy: join(folder, 'copy/anyshire'),
    logFolder: join(folder, 'log/anyshire'),
    origin: ORIGIN,
    fresh: 0,
  })
  const files = await copied()
  const named = files.map((path) => `/${path.split('/').map(encodeURIComponent).join('/')}`)
  const asPages = named.map((path) => path.replace(/\/?index\.html$/, '/').replace(/\.html$/, ''))
  const leaves = Array.from({ length: 40 }, (_, leaf) => [`/proof/${leaf}`, `/proof/${leaf}.json`]).flat()
  const more = ['versions', 'versions?from=1'].map((end) => `${secret.path}/${end}`)
  for (const address of [
    ...named,
    ...asPages,
    ...leaves,
    ...more,
    `${secret.path}?version=1`,
    '/search?q=looked',
    '/withdrawn',
  ])
    addresses.add(address)
})

after(async () => {
  await site.close()
  for (const end of endings.toReversed()) await end()
})

/** The addresses of which body or headers have a mark, without those that only say what was asked for. */
async function holding(mark: string): Promise<string[]> {
  const found: string[] = []
  for (const url of addresses) {
    const { rawPayload, headers, statusCode } = await site.inject({ method: 'GET', url })
    assert.ok(statusCode < 500, url)
    const asked = new RegExp(url.split('?')[0] ?? url, 'gi')
    const text = `${JSON.stringify(headers)}${rawPayload.toString()}`.replaceAll(asked, '').toLowerCase()
    if (text.includes(mark)) found.push(`${statusCode} ${url}`)
  }
  return found.toSorted()
}

/** The tables of the public login that have a mark in any row. */
async function tablesHolding(mark: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'published' and c.relkind = 'r' order by 1`.execute(record.ask.db)
  assert.ok(rows.length > 9)
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await sql`select from ${sql.table(`published.${name}`)} t
      where position(${mark} in lower(t::text)) > 0 limit 1`.execute(record.ask.db)
    if (hits.length > 0) found.push(name)
  }
  return found
}

async function filesHolding(mark: string, below: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(join(folder, below), { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name)
    if (place.toLowerCase().includes(mark)) found.push(place)
    else if (entry.isFile() && (await readFile(place, 'utf8')).toLowerCase().includes(mark)) found.push(place)
  }
  return found
}

test('what is public can be found by its marks, so that not finding them means something', async () => {
  assert.ok((await holding('zebrafinchwords')).length >= 6, String(await holding('zebrafinchwords')))
  assert.ok((await holding('zebrafinchtitle')).length >= 12)
  assert.ok((await tablesHolding('zebrafinchtitle')).includes('paragraph'))
  assert.ok((await filesHolding('zebrafinchname', 'copy')).length > 0)
})

test('nothing of a draft is in any page, feed, file, table, log or copy', async () => {
  assert.deepEqual(await holding('quetzalbird'), [])
  assert.deepEqual(await tablesHolding('quetzalbird'), [])
  assert.deepEqual(await filesHolding('quetzalbird', 'copy'), [])
  assert.deepEqual(await filesHolding('quetzalbird', 'log'), [])
})

test('from the moment of its withdrawal no address has anything of it, though the copy has not followed yet', async () => {
  const ids = (await marked('zebrafinch')).map(({ id }) => id)
  await record.act((tx) =>
    withdraw(tx, record.permits.withdraw, kinds, ids, {
      reason: 'personal-information',
      words: 'It named somebody.',
      keepTitle: false,
    }),
  )
  assert.deepEqual(await holding('zebrafinch'), [])
  assert.deepEqual(await tablesHolding('zebrafinch'), [])
  assert.ok((await filesHolding('zebrafinchwords', 'copy')).length > 0, 'the copy has not followed')
  const kept = await site.inject({ method: 'GET', url: '/log/checkpoint' })
  assert.equal(kept.statusCode, 200, 'what tells nothing of it can still be had')
})

test('a day on which nothing was public is never answered with what is public today, from the copy or otherwise', async () => {
  for (const day of ['on=2001-02-03', 'on-day=3&on-month=2&on-year=2001']) {
    const { statusCode } = await site.inject({ method: 'GET', url: `/meetings?${day}` })
    assert.equal(statusCode, 404, day)
  }
})

test('the copy that has followed has nothing of it, under any name', async () => {
  await keeper.keep()
  assert.deepEqual(await filesHolding('zebrafinch', 'copy'), [])
  assert.deepEqual(await filesHolding('zebrafinch', 'log'), [])
  assert.deepEqual(await holding('zebrafinch'), [])
})

test('what is erased is in no table at all, nor among the kept files', async () => {
  const { rows: gone } = await sql<{ id: Whole['id'] }>`
    select id from record.entry where state = 'withdrawn'`.execute(record.db)
  await record.act((tx) =>
    eraseWithdrawn(
      tx,
      record.permits.erase,
      gone.map(({ id }) => id),
    ),
  )
  await removeErasedFiles(record.db, record.authority, join(folder, 'files'))
  await keeper.keep()
  for (const mark of ['title', 'words', 'promise', 'heading', 'author'].map((end) => `zebrafinch${end}`)) {
    assert.deepEqual(await tablesHolding(mark), [], mark)
    assert.deepEqual(await filesHolding(mark, 'files'), [], mark)
    const { rows: tables } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'record' and c.relkind = 'r' order by 1`.execute(record.db)
    for (const { name } of tables) {
      // By its key an import knows what it must not bring back.
      const { rows } = await sql<{ row: string }>`
        select (to_jsonb(t) - 'key')::text as row from ${sql.table(`record.${name}`)} t
        where position(${mark} in lower((to_jsonb(t) - 'key')::text)) > 0`.execute(record.db)
      assert.deepEqual(rows, [], `${mark} in record.${name}`)
    }
  }
})
