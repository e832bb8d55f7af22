/** What the whole public site answers to odd questions, asked of the demonstration record over HTTP. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { publicPages } from '../src/surfaces/public/index.ts'
import { kentServed } from './kent-served.ts'

const ODD = [
  '-1',
  '0',
  '1e9',
  '9007199254740993',
  'abc',
  '1 OR 1=1',
  "'",
  '"',
  '(',
  ')',
  '*',
  'a&!',
  ':*',
  '\\',
  '%',
  '\u0000',
  '<script>',
  'ﷺ',
  '２０１９',
  '2019-02-30',
  '../..',
  'null',
  'a'.repeat(3000),
  '😀',
  '\ud800',
  'drafts',
  'password',
  '{"a":1}',
  '2019-09-24,x',
]

/** An address for each page of the site: named parts filled with `value`. */
const filled = (path: string, value: string): string =>
  path.replace(/:[^/]+/g, () => encodeURIComponent(value))

async function statusOf(address: string): Promise<number> {
  const { address: site, log } = await kentServed()
  const response = await fetch(site + address, { redirect: 'manual' })
  await response.arrayBuffer()
  assert.deepEqual(log, [], `${address.slice(0, 100)} makes no fault`)
  return response.status
}

test('no parameter of any page brings a fault, whatever it says', async () => {
  for (const { path, query } of publicPages) {
    if (path.includes(':')) continue
    for (const name of query) {
      for (const value of ODD) {
        const address = `${path}?${name}=${encodeURIComponent(value.toWellFormed())}`
        const status = await statusOf(address)
        assert.ok(
          status === 200 || status === 404 || status === 301,
          `${address.slice(0, 100)} answers ${status}`,
        )
      }
    }
  }
})

test('no part of any address brings a fault; what is not there is not found', async () => {
  for (const { path } of publicPages) {
    if (!path.includes(':')) continue
    for (const value of [
      '1',
      '01',
      '1.0',
      'no-such',
      '2019-02-30',
      '9007199254740993',
      'none',
      '-',
      '１',
      '1 ',
      'a'.repeat(150),
      '😀',
    ]) {
      // The log has a line of that number.
      if (path.startsWith('/proof/') && value === '1') continue
      const status = await statusOf(filled(path, value))
      assert.ok(status === 404, `${filled(path, value).slice(0, 100)} answers ${status}`)
    }
  }
})

test('search takes any words: nothing brings a fault or an empty page', async () => {
  const { address, log } = await kentServed()
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '*',
      '"',
      '(',
      'a&!',
      'the',
      'x',
      '"open',
      'a* b*',
      '<->',
      '& | !',
      'police:*',
      "o'brien",
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      words,
      fc.constantFrom('', '&page=2', '&kind=paper', '&from=2019-01-01&until=2018-01-01'),
      async (text, rest) => {
        const response = await fetch(`${address}/search?q=${encodeURIComponent(text)}${rest}`)
        assert.equal(response.status, 200)
        assert.match(await response.text(), /<h1/)
        assert.deepEqual(log, [])
      },
    ),
    { numRuns: 60 },
  )
  const many = await fetch(`${address}/search?q=${'word+'.repeat(700)}`)
  assert.equal(many.status, 200)
})

test('a paper can be had as it was handed in, byte for byte, and never opens inside the site', async () => {
  const { address } = await kentServed()
  const paths = new Set<string>()
  for (const page of ['/meetings', '/plan']) {
    const list = await (await fetch(address + page)).text()
    for (const [, path = ''] of list.matchAll(/href="(\/(?:meetings|plan)\/[^"#?]+)"/g)) paths.add(path)
  }
  const files = new Set<string>()
  for (const path of paths) {
    for (const [, file = ''] of (await (await fetch(address + path)).text()).matchAll(
      /href="(\/files\/[^"]+)"/g,
    ))
      files.add(file)
  }
  assert.ok(files.size > 0, 'pages link to the papers as handed in')
  for (const file of files) {
    const response = await fetch(address + file)
    assert.equal(response.status, 200, file)
    const bytes = Buffer.from(await response.arrayBuffer())
    assert.equal(createHash('sha256').update(bytes).digest('hex'), file.split('/')[2])
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; /)
    assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/)
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  }
})

test('every page has a canonical address, a tag that is honoured, and no cookie', async () => {
  const { address } = await kentServed()
  for (const { path } of publicPages) {
    // The demonstration names nobody to tell of weaknesses.
    if (path.includes(':') || path === '/' || path === '/.well-known/security.txt') continue
    const response = await fetch(address + path)
    assert.equal(response.status, 200, path)
    assert.equal(response.headers.get('set-cookie'), null)
    const etag = response.headers.get('etag') ?? ''
    const again = await fetch(address + path, { headers: { 'if-none-match': etag } })
    assert.equal(again.status, 304, path)
    for (const other of [`${path}/`, `/${path}`, path.toUpperCase()]) {
      const moved = await fetch(address + other, { redirect: 'manual' })
      assert.equal(moved.status, 301, other)
      assert.equal(moved.headers.get('location'), path)
    }
  }
})
