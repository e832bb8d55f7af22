/** What the server does with bytes that are hardly a request: refused politely, closed, and no one else is kept waiting. */
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { SECURITY_HEADERS } from './headers.ts'
import { buildServer, html, page } from './index.ts'
import { aShell } from './testing.ts'

let app: FastifyInstance
let port: number

const view = () => ({ title: 'Home', section: null, main: html`<h1>Home</h1>` })

before(async () => {
  app = await buildServer(aShell({ pages: [page('/', { read: async () => 'home', view })], fresh: 1000 }))
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
})

after(() => app.close())

/** Sends bytes and gives all that came back before the server closed, or an answer to the last request was complete. */
function exchange(bytes: string | Buffer, at = port): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(at, '127.0.0.1')
    const received: Buffer[] = []
    socket.on('data', (chunk) => received.push(chunk))
    socket.on('error', (error) => {
      if ('code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE'))
        resolve(Buffer.concat(received).toString())
      else reject(error)
    })
    socket.on('close', () => {
      resolve(Buffer.concat(received).toString())
    })
    socket.end(bytes)
  })
}

const status = (response: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(response)?.[1] ?? 0)
const host = 'Host: localhost\r\n'

const refused: [what: string, bytes: string, statuses: number[]][] = [
  [
    'a length and chunks at once',
    `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    [400],
  ],
  [
    'chunks under two names',
    `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
    [400],
  ],
  ['two lengths', `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`, [400]],
  ['two hosts', `GET / HTTP/1.1\r\n${host}Host: evil.example\r\n\r\n`, [400]],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', [400]],
  ['a host with a tab in it', 'GET / HTTP/1.1\r\nHost: local\thost\r\n\r\n', [400]],
  ['an address with a site in it', `GET http://evil.example/ HTTP/1.1\r\n${host}\r\n`, [400]],
  ['a method that does not exist', `FOO / HTTP/1.1\r\n${host}\r\n`, [400]],
  ['a method in small letters', `get / HTTP/1.1\r\n${host}\r\n`, [400]],
  ['an unusual method', `PROPFIND / HTTP/1.1\r\n${host}\r\n`, [405]],
  ['TRACE', `TRACE / HTTP/1.1\r\n${host}\r\n`, [405]],
  ['CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`, [405]],
  ['a header with a zero byte', `GET / HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`, [400]],
  ['a header folded by a bare line feed', `GET / HTTP/1.1\r\n${host}X: a\n\nb\r\n\r\n`, [200, 400]],
  ['a header of 64 KB', `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(65_536)}\r\n\r\n`, [431]],
  [
    '2,000 headers',
    `GET / HTTP/1.1\r\n${host}${Array.from({ length: 2000 }, (_, n) => `X${n}: a\r\n`).join('')}\r\n`,
    [431],
  ],
  [
    '150 headers',
    `GET / HTTP/1.1\r\n${host}${Array.from({ length: 150 }, (_, n) => `X${n}: a\r\n`).join('')}\r\n`,
    [431],
  ],
  ['a cookie of 16 KB', `GET / HTTP/1.1\r\n${host}Cookie: ${'a'.repeat(16_384)}\r\n\r\n`, [431]],
  ['an address of 8 KB', `GET /${'a'.repeat(8192)} HTTP/1.1\r\n${host}\r\n`, [414]],
  ['an address of 64 KB', `GET /${'a'.repeat(65_536)} HTTP/1.1\r\n${host}\r\n`, [414]],
  ['an address of 1 MB', `GET /${'a'.repeat(1_048_576)} HTTP/1.1\r\n${host}\r\n`, [414]],
  [
    'a body of 1 MB',
    `POST / HTTP/1.1\r\n${host}Content-Length: 1048576\r\n\r\n${'a'.repeat(1_048_576)}`,
    [413],
  ],
  [
    'a body that is not wanted',
    `DELETE / HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Type: no/such;;\r\n\r\nhello`,
    [405],
  ],
  [
    'a wish to talk over a web socket',
    `GET / HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n`,
    [400],
  ],
  ['no HTTP at all', '\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003', [400]],
]

for (const [what, bytes, statuses] of refused) {
  test(`${what} is answered with ${statuses.join(' or ')}, a page in the look and every security header`, async () => {
    const response = await exchange(bytes)
    assert.ok(statuses.includes(status(response)), response.slice(0, 60))
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      assert.ok(response.toLowerCase().includes(`\r\n${name}: ${value.toLowerCase()}\r\n`), name)
    }
    assert.match(response, /<h1/)
    assert.equal(response.match(/^HTTP\/1\.1 /gm)?.length, 1, 'nothing is answered twice')
  })
}

test('a body with GET is not read', async () => {
  const response = await exchange(`GET / HTTP/1.1\r\n${host}Content-Length: 5\r\n\r\nhello`)
  assert.equal(status(response), 200)
})

test('"OPTIONS *" is answered without a body', async () => {
  const response = await exchange(`OPTIONS * HTTP/1.1\r\n${host}\r\n`)
  assert.equal(status(response), 204)
})

test('a thousand requests in one go are answered in order', async () => {
  const response = await exchange(
    `GET / HTTP/1.1\r\n${host}\r\n`.repeat(999) + `GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
  )
  assert.equal(response.match(/HTTP\/1\.1 200 OK/g)?.length, 1000)
})

test('no sequence of bytes brings an answer of 500 or stops the server', async () => {
  const line = fc.oneof(
    fc.constantFrom('GET / HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked', 'Content-Length: 3', '', '0'),
    fc.string(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
      const response = await exchange(`${lines.join('\r\n')}\r\n\r\n`)
      assert.ok(status(response) < 500, response.slice(0, 80))
    }),
    { numRuns: 200 },
  )
  assert.equal(status(await exchange(`GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)), 200)
})

test('who sends a request too slowly is let go, and others are served meanwhile', async () => {
  const pages = [page('/', { read: async () => 'home', view })]
  const hasty = await buildServer(aShell({ pages, fresh: 1000, patience: 200 }))
  const at = Number(new URL(await hasty.listen({ port: 0, host: '127.0.0.1' })).port)
  const closed = new Promise<string>((resolve) => {
    const slow = connect(at, '127.0.0.1')
    const received: Buffer[] = []
    slow.on('data', (chunk) => received.push(chunk))
    slow.on('close', () => {
      resolve(Buffer.concat(received).toString())
    })
    slow.write('GET / HTTP/1.1\r\nHost: localhost\r\nX: ')
  })
  assert.equal(status(await exchange(`GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, at)), 200)
  assert.equal(status(await closed), 408)
  await hasty.close()
})
