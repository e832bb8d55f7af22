/** What a reader, a browser and an attacker get from the server, whatever the pages are. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { SECURITY_HEADERS } from './headers.ts'
import { buildServer, html, Moved, page } from './index.ts'
import { aShell } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'served-'))
const paper = Buffer.from('A paper as it was handed in.\n')
const sha256 = createHash('sha256').update(paper).digest('hex')
writeFileSync(join(folder, sha256), paper)

const logged: string[] = []

const pages = [
  page('/', {
    read: async () => 'home',
    view: (text) => ({ title: 'Home', section: null, main: html`<h1>${text}</h1>` }),
  }),
  page('/plan', {
    read: async () => 'plan',
    view: (text) => ({ title: 'The plan', section: 'plan', main: html`<h1>${text}</h1>` }),
  }),
  page('/actions', {
    query: ['state', 'after'],
    read: async (_ask: null, { query }) => query,
    view: (query) => ({
      title: 'Actions',
      section: 'actions',
      main: html`<h1>${JSON.stringify(query)}</h1>`,
    }),
  }),
  page('/actions/:action', {
    read: async (_ask: null, { params }) => {
      if (params.action === 'old') return new Moved('/actions/new')
      if (params.action === 'broken') throw new Error('the secret of Jane Doe')
      return params.action === 'new' ? 'new' : undefined
    },
    view: (text) => ({ title: text, section: 'actions', main: html`<h1>${text}</h1>` }),
  }),
]

let app: FastifyInstance

before(async () => {
  app = await buildServer(
    aShell({
      pages,
      log: (line) => logged.push(line),
      absence: async (_ask, { path }) =>
        path === '/actions/renamed' ? new Moved('/actions/new') : undefined,
      file: async (hash, name) =>
        hash === sha256
          ? {
              sha256,
              name: name === 'x' ? 'Ä "paper".txt' : name,
              mediaType: 'text/plain',
              size: paper.length,
              place: join(folder, sha256),
            }
          : undefined,
    }),
  )
  await app.ready()
})

after(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })

const classes: [
  method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'DELETE' | 'TRACE',
  url: string,
  status: number,
][] = [
  ['GET', '/', 200],
  ['HEAD', '/', 200],
  ['OPTIONS', '/', 204],
  ['GET', '/plan', 200],
  ['HEAD', '/plan', 200],
  ['OPTIONS', '/plan', 204],
  ['GET', '/plan/', 301],
  ['GET', '/PLAN', 301],
  ['GET', '//plan', 301],
  ['GET', '/%70lan', 301],
  ['GET', '/actions?state=&after=', 301],
  ['GET', '/actions/old', 301],
  ['GET', '/actions/renamed', 301],
  ['GET', '/actions/none', 404],
  ['HEAD', '/actions/none', 404],
  ['GET', '/actions/new', 200],
  ['GET', '/actions/broken', 500],
  ['HEAD', '/actions/broken', 500],
  ['POST', '/plan', 405],
  ['DELETE', '/', 405],
  ['TRACE', '/', 405],
  ['GET', '/plan.html', 404],
  ['GET', '/plan.json', 404],
  ['GET', '/plan;jsessionid=1', 404],
  ['GET', '/actions/１', 404],
  ['GET', '/actions/1%20', 404],
  ['GET', '/.env', 404],
  ['GET', '/.git/config', 404],
  ['GET', '/wp-login.php', 404],
  ['GET', '/server-status', 404],
  ['GET', '/metrics', 404],
  ['GET', '/..%2f..%2fetc/passwd', 400],
  ['GET', '/%252e%252e/', 404],
  ['GET', '/%c0%ae%c0%ae/', 400],
  ['GET', '/%00', 400],
  ['GET', '/%09/evil', 400],
  ['GET', '/%5cevil.example', 400],
  ['GET', '//evil.example', 404],
  ['GET', `/${'a'.repeat(8192)}`, 414],
  ['GET', `/actions?${'a=1&'.repeat(900)}`, 200],
  ['GET', `/actions?${'state=1&'.repeat(400)}`, 200],
  ['GET', '/robots.txt', 200],
  ['GET', `/files/${sha256}/paper.txt`, 200],
  ['HEAD', `/files/${sha256}/paper.txt`, 200],
  ['GET', `/files/${sha256.toUpperCase()}/paper.txt`, 301],
  ['GET', `/files/${'0'.repeat(64)}/paper.txt`, 404],
  ['GET', '/files/zz/paper.txt', 404],
]

for (const [method, url, status] of classes) {
  test(`${method} ${url.slice(0, 60)} answers ${status} with every security header, no cookie and no name of software`, async () => {
    const response = await app.inject({ method, url })
    assert.equal(response.statusCode, status)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      const isPolicyOfFile = name === 'content-security-policy' && url.startsWith('/files/') && status === 200
      if (isPolicyOfFile) assert.match(String(response.headers[name]), /^sandbox; default-src 'none'/)
      else assert.equal(response.headers[name], value, name)
    }
    for (const name of ['set-cookie', 'server', 'x-powered-by'])
      assert.equal(response.headers[name], undefined, name)
    if (method === 'HEAD' || method === 'OPTIONS') assert.equal(response.body, '')
    if (status >= 400 && method === 'GET') {
      assert.match(response.body, /^<!doctype html>/)
      assert.match(response.body, /<h1/)
      assert.doesNotMatch(response.body, /\bat .*\.ts:|node_modules|Jane Doe/)
    }
    if (status === 405) assert.equal(response.headers.allow, 'GET, HEAD, OPTIONS')
    if (status === 301) assert.match(String(response.headers.location), /^\/[^/\\]/)
  })
}

test('every page that is found carries a tag, and the tag is answered with "not modified" and the same headers', async () => {
  for (const url of ['/', '/plan', '/actions/new', '/robots.txt', `/files/${sha256}/paper.txt`]) {
    const first = await get(url)
    const etag = String(first.headers.etag)
    assert.match(etag, /^(?:W\/)?"[\w-]+"$/)
    for (const tags of [
      etag,
      `"other", ${etag}`,
      '*',
      etag.replace('W/', ''),
      `W/${etag.replace('W/', '')}`,
    ]) {
      const again = await get(url, { 'if-none-match': tags })
      assert.equal(again.statusCode, 304, `${url} ${tags}`)
      assert.equal(again.body, '')
      assert.equal(again.headers['x-content-type-options'], 'nosniff')
      assert.equal(again.headers.etag, etag)
    }
    for (const tags of [
      '"other"',
      'W/"other"',
      'nonsense',
      '"',
      Array.from({ length: 300 }, (_, n) => `"${n}"`).join(','),
    ]) {
      assert.equal(
        (await get(url, { 'if-none-match': tags, 'if-modified-since': 'not a date' })).statusCode,
        200,
      )
    }
  }
})

test('a page comes compressed as the reader can take it, and plain when the wish is odd', async () => {
  const plain = (await get('/plan')).body
  const brotli = await get('/plan', { 'accept-encoding': 'gzip, deflate, br' })
  assert.equal(brotli.headers['content-encoding'], 'br')
  assert.equal(brotliDecompressSync(brotli.rawPayload).toString(), plain)
  const zipped = await get('/plan', { 'accept-encoding': 'gzip, br;q=0' })
  assert.equal(zipped.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(zipped.rawPayload).toString(), plain)
  for (const odd of ['identity;q=0', 'br;q=abc', ';;;,,', 'x'.repeat(5000)]) {
    const response = await get('/plan', {
      'accept-encoding': odd,
      accept: 'text/*;q=abc',
      'accept-language': 'x,'.repeat(900),
    })
    assert.equal(response.headers['content-encoding'], undefined)
    assert.equal(response.body, plain)
    assert.equal(response.headers.vary, 'Accept-Encoding')
  }
})

test('nothing that a request says of its host, its sender or its method reaches the page', async () => {
  const plain = (await get('/plan')).body
  const poisoned = await get('/plan', {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'ftp',
    'x-original-url': '/actions',
    'x-http-method-override': 'DELETE',
    forwarded: 'host=evil.example',
    cookie: `a=${'x'.repeat(3000)}`,
    range: `bytes=${'0-,'.repeat(500)}`,
  })
  assert.equal(poisoned.statusCode, 200)
  assert.equal(poisoned.body, plain)
  for (const host of ['evil host', 'a/b', '<script>', 'a:99999999']) {
    assert.equal((await get('/plan', { host })).statusCode, 400, host)
  }
  for (const host of ['[::1]:3000', '127.1', '0x7f.1', 'localhost.', 'localhost:3000']) {
    assert.equal((await get('/plan', { host })).statusCode, 200, host)
  }
})

test('a fault shows a reference, and the log has the same reference and no words of the reader or of the error', async () => {
  logged.length = 0
  const response = await get('/actions/broken?state=my-secret')
  const reference = /<strong>([\w-]{9})<\/strong>/.exec(response.body)?.[1]
  assert.equal(logged.length, 1)
  const line: { reference: string; place: string; at: string[] } = JSON.parse(logged[0] ?? '')
  assert.equal(line.reference, reference)
  assert.equal(line.place, '/actions/:action')
  assert.ok(line.at.length > 0)
  assert.doesNotMatch(logged[0] ?? '', /Jane Doe|my-secret/)
})

test('a paper comes as a file to keep, whole, with its name as it was', async () => {
  const response = await get(`/files/${sha256}/${encodeURIComponent('Ä "paper".txt')}`, {
    range: 'bytes=2-3',
  })
  assert.equal(response.statusCode, 200)
  assert.equal(response.headers['content-type'], 'text/plain; charset=utf-8')
  assert.equal(
    response.headers['content-disposition'],
    `attachment; filename="_ _paper_.txt"; filename*=UTF-8''%C3%84%20%22paper%22.txt`,
  )
  assert.deepEqual(response.rawPayload, paper)
  const misnamed = await get(`/files/${sha256}/x`)
  assert.equal(misnamed.statusCode, 301)
})

test('a paper whose bytes are gone is a fault with a page of its own, and never a file to keep', async () => {
  const place = join(folder, 'gone')
  const gone = { sha256, name: 'paper.txt', mediaType: 'text/plain', size: paper.length, place }
  const faults: string[] = []
  const broken = await buildServer(aShell({ file: async () => gone, log: (line) => faults.push(line) }))
  const response = await broken.inject(`/files/${sha256}/paper.txt`)
  assert.equal(response.statusCode, 500)
  assert.match(response.body, /There is a problem with this page/)
  for (const name of ['content-disposition', 'etag']) assert.equal(response.headers[name], undefined, name)
  assert.equal(response.headers['content-security-policy'], SECURITY_HEADERS['content-security-policy'])
  assert.equal(faults.length, 1)
})

test('stylesheets may be kept for ever under the name that their content gives them', async () => {
  const styles = [...(await get('/')).body.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  assert.equal(styles.length, 2)
  for (const style of styles) {
    assert.match(style, /^\/assets\/(?:look|site)-[\w-]{12}\.css$/)
    const response = await get(style)
    assert.equal(response.statusCode, 200)
    assert.equal(response.headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(response.headers['content-type'], 'text/css; charset=utf-8')
  }
})

test('two pages of one address are refused when the server is built', async () => {
  const twice = [pages[0], pages[0]].filter((one) => one !== undefined)
  await assert.rejects(buildServer(aShell({ pages: twice })), /Two pages have the address \//)
})
