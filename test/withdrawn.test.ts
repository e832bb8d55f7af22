/** What readers find where something was withdrawn: that it was there, when it went and why, and none of what it said. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { everyWhole, type Whole, withdraw } from '../src/record/index.ts'
import { aRecord, type TestRecord } from '../src/record/testing.ts'
import { importFiles } from '../src/surfaces/command-line/import.ts'
import { buildPublicSite, everyAddress, kinds } from '../src/surfaces/public/index.ts'
import type { Server } from '../src/web/index.ts'

const endings: (() => unknown)[] = []
let record: TestRecord
let site: Server
let secret: Whole
let open: Whole

before(async () => {
  record = await aRecord({ after: (end) => endings.push(end) })
  const files = await mkdtemp(join(tmpdir(), 'withdrawn-'))
  endings.push(() => rm(files, { recursive: true }))
  const outcomes = await importFiles(
    { db: record.db, files },
    [join(import.meta.dirname, '../demo/kent/bodies.json')],
    { authority: record.authority, publish: true, dryRun: false },
  )
  assert.deepEqual(
    outcomes.filter(({ outcome }) => outcome === 'failed'),
    [],
  )
  const all: Whole[] = []
  for await (const whole of everyWhole(record.ask)) if (whole.kind === 'body') all.push(whole)
  const [first, second] = all
  assert.ok(first && second)
  secret = first
  open = second
  for (const [whole, keepTitle] of [
    [secret, false],
    [open, true],
  ] as const) {
    await record.act((tx) =>
      withdraw(tx, record.permits.withdraw, kinds, [whole.id], {
        reason: 'personal-information',
        words: 'It named somebody who should not have been named.',
        keepTitle,
      }),
    )
  }
  site = await buildPublicSite({
    ask: record.ask,
    files,
    fresh: 0,
    clock: () => new Date(Date.now() + 2 * 86_400_000),
  })
})

after(async () => {
  await site.close()
  for (const end of endings.toReversed()) await end()
})

const get = (url: string) => site.inject({ method: 'GET', url })

test('its address answers 410 with what it was, when it went and why in plain words', async () => {
  const { statusCode, body, headers } = await get(open.path)
  assert.equal(statusCode, 410)
  assert.equal(headers['cache-control'], 'no-store')
  assert.match(body, /It held personal information that should not be public\./)
  assert.match(body, /It named somebody who should not have been named\./)
  assert.match(body, /Withdrawn from the public record/)
  assert.ok(body.includes(`<h1 class="govuk-heading-l">${open.title}</h1>`))
  assert.match(body, /<meta name="robots" content="noindex">/)
  assert.match(body, /href="\/proof\/\d+"/)
})

test('where its title had to go too, neither page nor values nor register has it', async () => {
  for (const url of [
    secret.path,
    `${secret.path}.json`,
    '/withdrawn',
    '/data/record.jsonl',
    '/bodies',
    '/sitemap.xml',
  ]) {
    const { body, statusCode } = await get(url)
    assert.ok([200, 410].includes(statusCode), url)
    assert.ok(!body.includes(secret.title), url)
  }
  assert.equal((await get(secret.path)).statusCode, 410)
})

test('it is withdrawn for every day before as well, as a page and as values', async () => {
  const yesterday = new Date().toISOString().slice(0, 10)
  assert.equal((await get(`${open.path}?on=${yesterday}`)).statusCode, 410)
  const values = await get(`${open.path}.json`)
  assert.equal(values.statusCode, 410)
  const { withdrawn }: { withdrawn: { reason: string; title: string } } = values.json()
  assert.equal(withdrawn.reason, 'personal-information')
  assert.equal(withdrawn.title, open.title)
})

test('the register counts all by reason, and each row leads to an address that says the same', async () => {
  const { body } = await get('/withdrawn')
  assert.match(body, /2 things were public here and are no longer/)
  assert.match(body, />Personal information<\/th><td[^>]*>2</)
  const rows = [...body.matchAll(/<th scope="row"[^>]*><a class="govuk-link" href="([^"]+)"/g)].map(
    ([, href = '']) => href,
  )
  assert.equal(rows.length, 2)
  for (const href of rows) assert.equal((await get(href)).statusCode, 410, href)
})

test('no list of addresses has it any more, and the line of the log of its publication says that its words are not public', async () => {
  for await (const address of everyAddress(record.ask)) assert.notEqual(address, open.path)
  const proof = await get(`/proof/${open.leaf}`)
  assert.equal(proof.statusCode, 200)
  assert.match(proof.body, /The words behind it are not public any more/)
  assert.ok(!proof.body.includes(open.title))
})
