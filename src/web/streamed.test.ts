/** What is too long for memory is sent piece by piece: whole, or visibly broken off, and never at the cost of everyone else. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { SECURITY_HEADERS } from './headers.ts'
import { buildServer, page, type Server, Stream } from './index.ts'
import { aShell } from './testing.ts'

const PIECE = `${'x'.repeat(999)}\n`
const logged: string[] = []
let made = 0
/** Called when a stream has ended, in the order in which they were asked for. */
const waiting: (() => void)[] = []

/** Waits for the end of one more stream. */
const ending = (): Promise<void> => new Promise((resolve) => waiting.push(resolve))

async function* pieces(count: number, breaksAt = Number.POSITIVE_INFINITY): AsyncGenerator<string> {
  try {
    for (let piece = 0; piece < count; piece += 1) {
      if (piece === breaksAt) throw new Error('the secret of Jane Doe')
      made += 1
      yield PIECE
    }
  } finally {
    waiting.shift()?.()
  }
}

const streamed = (path: string, of: () => AsyncIterable<string>): ReturnType<typeof page<null, null>> =>
  page(path, { read: async () => null, view: () => new Stream('application/jsonl', of, 'all.jsonl') })

let app: Server
let address = ''

before(async () => {
  app = await buildServer(
    aShell({
      pages: [
        streamed('/short.jsonl', () => pieces(300)),
        streamed('/endless.jsonl', () => pieces(2_000_000)),
        streamed('/broken.jsonl', () => pieces(900, 300)),
      ],
      log: (line) => logged.push(line),
    }),
  )
  address = await app.listen({ port: 0, host: '127.0.0.1' })
})

after(() => app.close())

/** A response of which nothing is read yet. */
async function opened(path: string): Promise<IncomingMessage> {
  const [response]: IncomingMessage[] = await once(httpGet(`${address}${path}`), 'response')
  assert.ok(response)
  return response
}

test('it comes whole, with the headers of every page, and compressed for who can take that', async () => {
  const plain = await fetch(`${address}/short.jsonl`, { headers: { 'accept-encoding': 'identity' } })
  assert.equal(await plain.text(), PIECE.repeat(300))
  assert.equal(plain.headers.get('content-type'), 'application/jsonl')
  assert.match(plain.headers.get('content-disposition') ?? '', /filename="all\.jsonl"/)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(plain.headers.get(name), value)
  const packed = await app.inject({ url: '/short.jsonl', headers: { 'accept-encoding': 'gzip' } })
  assert.equal(packed.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(packed.rawPayload).toString(), PIECE.repeat(300))
})

test('HEAD makes nothing of it, nor does who has it already', async () => {
  const madeBefore = made
  const head = await fetch(`${address}/endless.jsonl`, { method: 'HEAD' })
  assert.equal(head.status, 200)
  const etag = head.headers.get('etag') ?? ''
  const again = await fetch(`${address}/endless.jsonl`, { headers: { 'if-none-match': etag } })
  assert.equal(again.status, 304)
  assert.equal(made, madeBefore)
})

test('what breaks half way breaks the connection, so that nobody takes a part for the whole, and is noted', async () => {
  logged.length = 0
  const response = await fetch(`${address}/broken.jsonl`)
  await assert.rejects(response.text())
  assert.equal(logged.length, 1)
  assert.doesNotMatch(logged[0] ?? '', /Jane Doe/)
})

test('it is made as fast as it is read; who goes away ends it; and more than two at once are told to come back', async () => {
  const madeBefore = made
  const finished = [ending(), ending()]
  const one = await opened('/endless.jsonl')
  const two = await opened('/endless.jsonl')
  const third = await fetch(`${address}/short.jsonl`)
  assert.equal(third.status, 503)
  assert.equal(third.headers.get('retry-after'), '60')
  await third.text()
  assert.ok(
    made - madeBefore < 40_000,
    `${made - madeBefore} pieces of two million were made for readers who wait`,
  )
  one.destroy()
  two.destroy()
  await Promise.all(finished)
  logged.length = 0
  while ((await fetch(`${address}/short.jsonl`)).status !== 200)
    await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(logged, [])
})
