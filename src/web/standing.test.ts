/** How pages follow the record: asked once for each state of it, and kept for when it cannot be asked. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { buildServer, html, page } from './index.ts'
import { aShell } from './testing.ts'

const asked: string[] = []
let away = false
let revision = '1'

class Away extends Error {}

const pages = [
  page('/plan', {
    read: async () => {
      if (away) throw new Away('no connection')
      asked.push('/plan')
      return `plan at revision ${revision}`
    },
    view: (text) => ({ title: 'The plan', section: 'plan', main: html`<h1>${text}</h1>` }),
  }),
  page('/actions', {
    query: ['state', 'after'],
    read: async (_ask: null, { query }) => {
      if (away) throw new Away('no connection')
      asked.push(`/actions ${JSON.stringify(query)}`)
      return query
    },
    view: (query) => ({
      title: 'Actions',
      section: 'actions',
      main: html`<h1>${JSON.stringify(query)}</h1>`,
    }),
  }),
]

let app: FastifyInstance

before(async () => {
  app = await buildServer(
    aShell({
      pages,
      revision: async () => {
        if (away) throw new Away('no connection')
        return revision
      },
      unavailable: (error) => error instanceof Away,
    }),
  )
})

after(() => app.close())

const get = (url: string) => app.inject({ method: 'GET', url })

test('a page is asked of the record once, however many readers come at once', async () => {
  revision = 'herd'
  asked.length = 0
  const responses = await Promise.all(Array.from({ length: 50 }, () => get('/plan')))
  assert.ok(responses.every((response) => response.body.includes('plan at revision herd')))
  assert.deepEqual(asked, ['/plan'])
})

test('a publication shows with the next request', async () => {
  revision = '7'
  assert.match((await get('/plan')).body, /plan at revision 7/)
  revision = '8'
  assert.match((await get('/plan')).body, /plan at revision 8/)
})

test('parameters that a page does not know make no page of their own', async () => {
  revision = 'query'
  asked.length = 0
  await get('/actions?state=open&utm_source=x')
  await get('/actions?rubbish=1&state=open&state=done')
  await get('/actions?state=open&state=%00')
  assert.deepEqual(asked, ['/actions {"state":"open"}'])
  await get('/actions?state=%00%0a')
  assert.deepEqual(asked.slice(1), ['/actions {}'])
})

test('while the record is away pages that were asked for before are served, and others say so plainly', async () => {
  revision = 'before'
  const earlier = (await get('/plan')).body
  away = true
  try {
    const kept = await get('/plan')
    assert.equal(kept.statusCode, 200)
    assert.equal(kept.body, earlier)
    const other = await get('/actions?state=never-asked')
    assert.equal(other.statusCode, 503)
    assert.equal(other.headers['retry-after'], '60')
    assert.match(other.body, /not available at the moment/)
    revision = 'after'
    assert.equal((await get('/plan')).statusCode, 200)
  } finally {
    away = false
  }
  assert.match((await get('/plan')).body, /revision after/)
})
