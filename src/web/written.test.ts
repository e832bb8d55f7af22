/** What is no web page - a calendar, a feed, a file of values - is served with the same care as one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { SECURITY_HEADERS } from './headers.ts'
import { Bytes, buildServer, html, page, Text } from './index.ts'
import { aShell } from './testing.ts'

const app = await buildServer(
  aShell({
    pages: [
      page('/actions/:action', {
        read: async (_ask: null, { params }) => params['action'],
        view: (title) => ({ title, section: 'actions', main: html`<h1>${title}</h1>` }),
      }),
      page('/actions/:action.ics', {
        read: async (_ask: null, { params }) => params['action'],
        view: (text) =>
          new Text('text/calendar; charset=utf-8', `BEGIN:${text} & co\n`.repeat(99), 'acts.ics'),
      }),
      page('/actions/:action.png', {
        read: async () => ({}),
        view: () => new Bytes('image/png', Buffer.alloc(2000, 7), 'act.png'),
      }),
    ],
  }),
)

test('it has its own type and name, a tag, is compressed, and is not sent twice', async () => {
  const whole = await app.inject('/actions/new.ics')
  assert.equal(whole.statusCode, 200)
  assert.equal(whole.headers['content-type'], 'text/calendar; charset=utf-8')
  assert.match(String(whole.headers['content-disposition']), /^attachment; filename="acts\.ics"/)
  assert.match(whole.body, /^BEGIN:new & co\n/)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(whole.headers[name], value)
  const packed = await app.inject({ url: '/actions/new.ics', headers: { 'accept-encoding': 'br' } })
  assert.equal(brotliDecompressSync(packed.rawPayload).toString(), whole.body)
  const head = await app.inject({ method: 'HEAD', url: '/actions/new.ics' })
  assert.equal(head.statusCode, 200)
  assert.equal(head.body, '')
  const again = await app.inject({
    url: '/actions/new.ics',
    headers: { 'if-none-match': String(whole.headers.etag) },
  })
  assert.equal(again.statusCode, 304)
})

test('an address with an ending goes to its own page, and one without to the other', async () => {
  assert.match((await app.inject('/actions/new')).body, /<h1>new<\/h1>/)
  assert.equal((await app.inject('/actions/.ics')).statusCode, 404)
})

test('a picture goes as it is, byte for byte, and is not sent twice', async () => {
  const headers = { 'accept-encoding': 'br, gzip' }
  const picture = await app.inject({ url: '/actions/new.png', headers })
  assert.equal(picture.headers['content-type'], 'image/png')
  assert.equal(picture.headers['content-encoding'], undefined)
  assert.deepEqual(picture.rawPayload, Buffer.alloc(2000, 7))
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(picture.headers[name], value)
  const again = await app.inject({
    url: '/actions/new.png',
    headers: { ...headers, 'if-none-match': String(picture.headers.etag) },
  })
  assert.equal(again.statusCode, 304)
})
