/** The record as anyone may take it: every address, every page as values, the whole in one file, and proofs that a stranger can check. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { everyAddress, publicPages } from '../src/surfaces/public/index.ts'
import { provesInclusion } from '../src/verifier/index.ts'
import { kentServed, ORIGIN } from './kent-served.ts'

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

async function get(address: string): Promise<Response> {
  const { address: site } = await kentServed()
  return await fetch(site + address, { redirect: 'manual' })
}

/** Routes of which no address is listed: what was withdrawn, and proofs, which change with each publication. */
const UNLISTED = ['/withdrawn/:entry', '/proof/:leaf', '/proof/:leaf.json']

const shapeOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[a-z]+/g, '[^/]+')}$`)

test('each listed address answers 200, none twice, and every kind of page is among them', async () => {
  const { ask, log } = await kentServed()
  const addresses: string[] = []
  for await (const address of everyAddress(ask, { origin: ORIGIN })) addresses.push(address)
  assert.equal(new Set(addresses).size, addresses.length, 'none is listed twice')
  for (const address of addresses) {
    const response = await get(address)
    await response.arrayBuffer()
    assert.equal(response.status, 200, address)
  }
  assert.deepEqual(log, [])
  const missed = publicPages.filter(
    ({ path, addresses: own }) =>
      own === undefined &&
      !UNLISTED.includes(path) &&
      !addresses.some((address) => shapeOf(path).test(address)),
  )
  assert.deepEqual(
    missed.map(({ path }) => path),
    [],
  )
  assert.ok(addresses.some((address) => address.startsWith('/assets/look-')))
})

type Entry = {
  id: string
  path: string
  kind: string
  version: number
  json: string
  links: { from: { path: string }[]; to: { path: string }[] }
  proof: { leaf: number; salt: string; json: string }
}

test('the whole record is one file of lines: what is coming, each entry once, and that nothing is missing', async () => {
  const text = await (await get('/data/record.jsonl')).text()
  const lines = text.trimEnd().split('\n')
  const first: { entries: number; kinds: Record<string, number>; moment: string } = JSON.parse(lines[0] ?? '')
  const last: { end: boolean; entries: number } = JSON.parse(lines.at(-1) ?? '')
  const entries: Entry[] = lines.slice(1, -1).map((line): Entry => JSON.parse(line))
  assert.equal(first.entries, entries.length)
  assert.deepEqual(last, { end: true, entries: entries.length })
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length)
  for (const [kind, count] of Object.entries(first.kinds))
    assert.equal(entries.filter((entry) => entry.kind === kind).length, count, kind)
  assert.deepEqual(
    entries.map(({ path }) => path),
    entries.map(({ path }) => path).toSorted(),
  )
})

test('a page as values has its entry whole, with links both ways, and is what the whole record has', async () => {
  const lines = (await (await get('/data/record.jsonl')).text()).trimEnd().split('\n').slice(1, -1)
  const meeting = lines.map((line): Entry => JSON.parse(line)).find(({ kind }) => kind === 'meeting')
  assert.ok(meeting)
  const response = await get(`${meeting.path}.json`)
  assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8')
  const value: { entries: Entry[]; authority: string } = JSON.parse(await response.text())
  assert.equal(value.authority, 'kent')
  assert.deepEqual(
    value.entries.find(({ id }) => id === meeting.id),
    meeting,
  )
  assert.ok(meeting.links.to.length > 0)
  assert.equal(meeting.json, `${ORIGIN}${meeting.path}.json`)
})

test('a list as values names each entry and where its own values are', async () => {
  const value: { list: { path: string; json: string }[]; next: string | null } = JSON.parse(
    await (await get('/actions.json')).text(),
  )
  assert.ok(value.list.length > 0)
  assert.equal(value.next, null)
  assert.equal((await get(value.list[0]?.json.slice(ORIGIN.length) ?? '')).status, 200)
  assert.equal((await get('/actions.json?after=nonsense')).status, 404)
})

test('a proof can be checked by a stranger from its numbers alone', async () => {
  for (const number of [0, 1, 100]) {
    const value: {
      leaf: { number: number; text: string; hash: string; commitment: string }
      content: { text: string; salt: string } | null
      tree: { size: number; root: string }
      inclusion: { path: string[]; holds: boolean }
    } = JSON.parse(await (await get(`/proof/${number}.json`)).text())
    assert.equal(value.inclusion.holds, true)
    assert.ok(value.content)
    assert.equal(sha256(Uint8Array.of(0), value.leaf.text).toString('hex'), value.leaf.hash)
    assert.equal(
      sha256(Buffer.from(value.content.salt, 'hex'), sha256(value.content.text)).toString('hex'),
      value.leaf.commitment,
    )
    assert.ok(value.leaf.text.includes(value.leaf.commitment))
    const { path } = value.inclusion
    assert.equal(
      provesInclusion(
        { index: number, size: value.tree.size, path: path.map((hash) => Buffer.from(hash, 'hex')) },
        Buffer.from(value.leaf.hash, 'hex'),
        Buffer.from(value.tree.root, 'hex'),
      ),
      true,
    )
    const page = await (await get(`/proof/${number}`)).text()
    assert.match(page, /has not been altered since/)
  }
  for (const odd of ['999999', '01', '1e3', '9'.repeat(40)])
    assert.equal((await get(`/proof/${odd}`)).status, 404, odd)
})

test('each page that shows an entry leads to the proof of what it says', async () => {
  const page = await (await get('/bodies/force-performance-management-committee')).text()
  const proof = /href="(\/proof\/\d+)"/.exec(page)?.[1]
  assert.ok(proof)
  const proven = await (await get(proof)).text()
  assert.match(proven, /href="\/bodies\/force-performance-management-committee"/)
})

test('the sitemap has pages alone, each with the moment of its last change, and robots.txt names it', async () => {
  const sitemap = await (await get('/sitemap.xml')).text()
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc)
  assert.ok(listed.includes(`${ORIGIN}/`))
  assert.ok(listed.length > 50)
  assert.ok(listed.every((loc) => loc.startsWith(`${ORIGIN}/`) && !/\.(?:json|atom|ics|txt|xml)$/.test(loc)))
  assert.match(sitemap, /<lastmod>2\d{3}-\d\d-\d\dT/)
  assert.match(await (await get('/robots.txt')).text(), new RegExp(`Sitemap: ${ORIGIN}/sitemap.xml`))
})

test('a page is named for previews and search engines by one address', async () => {
  const page = await (await get('/meetings?part=1')).text()
  assert.match(page, new RegExp(`<link rel="canonical" href="${ORIGIN}/meetings[^"]*">`))
  for (const property of ['og:title', 'og:url', 'og:site_name'])
    assert.ok(page.includes(`property="${property}"`), property)
})

test('a paragraph is cited with its version, its day and an address that goes on showing it, without script', async () => {
  const sitemap = await (await get('/sitemap.xml')).text()
  const paper = /<loc>[^<]*?(\/meetings\/[^<]*\/papers\/[^</]*)<\/loc>/.exec(sitemap)?.[1]
  assert.ok(paper)
  const foot = await (await get(paper)).text()
  assert.ok(foot.includes(`href="/cite?page=${encodeURIComponent(paper)}"`))
  const value: { entries: { title: string; paragraphs: { anchor: string; number: string | null }[] }[] } =
    JSON.parse(await (await get(`${paper}.json`)).text())
  const numbered = value.entries[0]?.paragraphs.find(({ number }) => number !== null)
  assert.ok(numbered)
  for (const part of [numbered.number ?? '', numbered.anchor]) {
    const page = await (
      await get(`/cite?page=${encodeURIComponent(`${ORIGIN}${paper}?on=2020-01-01#p9`)}&part=${part}`)
    ).text()
    assert.match(
      page,
      new RegExp(
        `paragraph ${numbered.number}; version 1, published \\d+ \\w+ 20\\d\\d at \\d\\d:\\d\\d in Kent`,
      ),
    )
    assert.match(page, new RegExp(`${ORIGIN}${paper}\\?on=20\\d\\d-\\d\\d-\\d\\d#${numbered.anchor}`))
  }
  for (const [query, words] of [
    ['page=/nope', /Enter the address of a page of this record/],
    [`page=${paper}&part=zzz`, /Enter the number of a paragraph of that page/],
  ] as const) {
    const response = await get(`/cite?${query}`)
    assert.equal(response.status, 200)
    assert.match(await response.text(), words)
  }
})

test('the log is served as others fetch it: signed statement, key, tiles and lines, and nothing else of its folder', async () => {
  const statement = await get('/log/checkpoint')
  assert.equal(statement.headers.get('content-type'), 'text/plain; charset=utf-8')
  const [origin, size, root] = (await statement.text()).split('\n')
  assert.equal(origin, 'shiremoot/kent')
  assert.match(root ?? '', /^[A-Za-z0-9+/]{43}=$/)
  assert.match(await (await get('/log/key.pub')).text(), /^shiremoot\/kent\+/)
  assert.ok(Number(size) > 256, 'there is a full tile')
  const tile = await get('/log/tile/0/000')
  assert.equal((await tile.arrayBuffer()).byteLength, 8192)
  assert.match(tile.headers.get('cache-control') ?? '', /immutable/)
  const [full, rest] = [Math.floor(Number(size) / 256), Number(size) % 256]
  const unfinished = await get(`/log/tile/0/${String(full).padStart(3, '0')}.p/${rest}`)
  assert.equal((await unfinished.arrayBuffer()).byteLength, 32 * rest)
  assert.doesNotMatch(unfinished.headers.get('cache-control') ?? '', /immutable/)
  for (const path of ['', 'lock', 'log.key', '../files', 'tile', 'tile/0/999', 'tile/entries/000.p/999', 'x'])
    assert.equal((await get(`/log/${path}`)).status, 404, path)
})
