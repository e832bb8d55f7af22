/** "As it stood on": which day an address asks for, and what readers are told where there is none. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays, date, type Instant, type LocalDate } from '../lib/index.ts'
import { buildServer, html, Moved, page, Text } from './index.ts'
import { aShell } from './testing.ts'

const TODAY = date('2026-11-22')
const MOMENTS: { began: Instant; later: Instant } = JSON.parse(
  '{"began":"2026-01-10T09:00:00.000Z","later":"2026-11-20T09:00:00.000Z"}',
)
const { began: BEGAN, later: LATER } = MOMENTS
const clock = (): Date => new Date('2026-11-22T12:00:00Z')

type Asker = { day: LocalDate | null }

const pages = [
  page('/', {
    read: async ({ day }: Asker, { on, today }) => ({ day, on, today }),
    view: (asked) => ({
      title: 'Home',
      section: null,
      main: html`<h1>${JSON.stringify(asked)}</h1><a href="/items/one#p3">one</a><a href="/items?show=late">late</a><a href="/files/aa/x.pdf">paper</a><a href="https://example.org/">away</a><a href="#p1">here</a><a href="/feeds/all.atom">feed</a>`,
    }),
  }),
  page('/items', {
    query: ['show'],
    read: async ({ day }: Asker, { query }) => ({ day, query }),
    view: (asked) => ({ title: 'Items', section: null, main: html`<h1>${JSON.stringify(asked)}</h1>` }),
  }),
  page('/items/:item', {
    read: async ({ day }: Asker, { params }) =>
      day === null || day >= '2026-06-01' ? params['item'] : undefined,
    view: (title) => ({ title, section: null, main: html`<h1>${title}</h1>` }),
  }),
  page('/search', {
    days: 'told',
    query: ['q'],
    read: async () => 'found',
    view: (title) => ({ title, section: 'search', main: html`<h1>${title}</h1>` }),
  }),
  page('/about', {
    days: 'none',
    read: async () => 'about',
    view: (title) => ({ title, section: null, main: html`<h1>${title}</h1>` }),
  }),
  page('/feeds/all.atom', {
    read: async ({ day }: Asker) => `feed ${day}`,
    view: (text) => new Text('application/atom+xml', text),
  }),
]

const app = await buildServer<Asker>({
  ...aShell(),
  pages,
  ask: { day: null },
  askOn: (day) => ({ day }),
  span: async () => ({ first: BEGAN, last: LATER }),
  provenance: async (_ask, { path }) =>
    path === '/items/one'
      ? {
          version: 2,
          publishedAt: LATER,
          until: null,
          versions: [
            { version: 1, publishedAt: LATER, until: LATER },
            { version: 2, publishedAt: LATER, until: null },
          ],
          leaf: 7,
        }
      : undefined,
  absence: async ({ day }, { path }) =>
    path === '/items/moved'
      ? new Moved('/items/new')
      : day === null
        ? undefined
        : {
            status: 404,
            view: { title: 'Not yet', section: null, main: html`<h1>It was not public</h1>` },
            values: { error: 'not-yet-public' },
          },
  values: async ({ day }, { path }) =>
    path === '/items/none' ? undefined : new Text('application/json', JSON.stringify({ path, day })),
  clock,
})

const get = (url: string) => app.inject({ method: 'GET', url })

test('a page asked for a day reads the record of that day, says so, and is kept out of search engines', async () => {
  const { statusCode, body } = await get('/items?on=2026-06-01')
  assert.equal(statusCode, 200)
  assert.match(body, /&quot;day&quot;:&quot;2026-06-01&quot;/)
  assert.match(
    body,
    /This is how the page stood on <time datetime="2026-06-01">1 June 2026<\/time>\. <a class="govuk-link" href="\/items">See it as it is now<\/a>/,
  )
  assert.match(body, /<meta name="robots" content="noindex">/)
  assert.match(body, /As it stood on <time datetime="2026-06-01">/)
  const today = await get('/items')
  assert.match(today.body, /&quot;day&quot;:null/)
  assert.doesNotMatch(today.body, /noindex|how the page stood/)
  assert.match((await get('/?on=2026-06-01')).body, /&quot;today&quot;:&quot;2026-06-01&quot;/)
})

test('its links lead to the same day, but for files, feeds, other sites and places of the page', async () => {
  const { body } = await get('/?on=2026-06-01')
  for (const href of [
    '/items/one?on=2026-06-01#p3',
    '/items?show=late&amp;on=2026-06-01',
    '/plan?on=2026-06-01',
  ])
    assert.ok(body.includes(` href="${href}"`), href)
  for (const href of ['/files/aa/x.pdf', 'https://example.org/', '#p1', '/feeds/all.atom', '/data'])
    assert.ok(body.includes(` href="${href}"`), href)
  assert.doesNotMatch(body, /assets\/[^"]*\?on=/)
})

test('today leads to the plain address; a filter is kept', async () => {
  const response = await get('/items?show=late&on=2026-11-22')
  assert.equal(response.statusCode, 302)
  assert.equal(response.headers.location, '/items?show=late')
  assert.match((await get('/items?show=late&on=2026-11-21')).body, /&quot;show&quot;:&quot;late&quot;/)
})

test('what is no day, is still to come or lies before the record is told in words, with the form to try again', async () => {
  for (const [on, status, words] of [
    ['nonsense', 400, /That is not a day/],
    ['2026-02-30', 400, /That is not a day/],
    ['2026-11-23', 404, /still to come/],
    ['9999-12-31', 400, /That is not a day/],
    ['2026-01-09', 404, /The record begins on 10 January 2026/],
  ] as const) {
    const { statusCode, body } = await get(`/items?on=${on}`)
    assert.equal(statusCode, status, on)
    assert.match(body, words)
    assert.match(body, /name="on-day"/)
    assert.match(body, /<title>Error: /)
  }
})

test('three numbers become one address, and what is wrong with them is said at the field', async () => {
  const led = await get('/items?show=late&on-day=1&on-month=6&on-year=2026')
  assert.equal(led.statusCode, 302)
  assert.equal(led.headers.location, '/items?show=late&on=2026-06-01')
  const wrong = await get('/items?on-day=31&on-month=6&on-year=2026')
  assert.equal(wrong.statusCode, 400)
  assert.match(wrong.body, /govuk-error-summary/)
  assert.match(wrong.body, /value="31"/)
  assert.equal((await get('/items?on-day=&on-month=&on-year=')).headers.location, '/items')
  assert.match((await get('/items?show=late')).body, /<input type="hidden" name="show" value="late">/)
})

test('search knows only today and says so; what is the same on all days takes no notice of one', async () => {
  const search = await get('/search?q=police&on=2026-06-01')
  assert.match(search.body, /href="\/search\?q=police">Search the record as it is today/)
  for (const url of ['/about?on=2026-06-01', '/about?on=nonsense', '/feeds/all.atom?on=2026-06-01'])
    assert.equal((await get(url)).statusCode, 200, url)
  assert.equal((await get('/feeds/all.atom?on=2026-06-01')).body, 'feed null')
})

test('what was not public on a day, or has moved since, is told for that day', async () => {
  assert.match((await get('/items/one?on=2026-05-31')).body, /It was not public/)
  assert.equal((await get('/items/one?on=2026-06-01')).statusCode, 200)
  const moved = await get('/items/moved?on=2026-05-31')
  assert.equal(moved.headers.location, '/items/new?on=2026-05-31')
})

test('the same is given as values at .json, of a day too, and the page says where', async () => {
  assert.deepEqual((await get('/items/one.json?on=2026-06-01')).json(), {
    path: '/items/one',
    day: '2026-06-01',
  })
  assert.deepEqual((await get('/index.json')).json(), { path: '/', day: null })
  assert.equal((await get('/items/none.json')).statusCode, 404)
  assert.equal((await get('/search.json')).statusCode, 404)
  assert.match(
    (await get('/items/one')).body,
    /<link rel="alternate" type="application\/json" title="This page as data" href="\/items\/one\.json">/,
  )
})

test('the foot says since when a page stands, how many versions it had, and leads to its proof', async () => {
  const { body } = await get('/items/one')
  assert.match(
    body,
    /Published on <time datetime="[^"]+">[^<]+ at \d\d:\d\d<\/time>, version 2 of 2; earlier: version 1 of /,
  )
  assert.match(body, /href="\/proof\/7">Check that it has not been altered since/)
  assert.match((await get('/items')).body, /The record was last added to on/)
})

test('every day from the first to yesterday is answered as itself, whichever way it is written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 315 }), async (back) => {
      const day = addDays(TODAY, -back)
      const [year, month, number] = day.split('-').map(Number)
      const led = await get(`/items?on-day=${number}&on-month=${month}&on-year=${year}`)
      assert.equal(led.headers.location, `/items?on=${day}`)
      assert.match((await get(`/items?on=${day}`)).body, new RegExp(`&quot;day&quot;:&quot;${day}&quot;`))
    }),
    { numRuns: 40 },
  )
})

test('while the record cannot say when it begins, no page claims that nothing was published', async () => {
  const away = await buildServer<Asker>({
    ...aShell(),
    pages: [
      page('/items', {
        read: async () => {
          throw new Error('away')
        },
        view: () => ({ title: 'Items', section: null, main: html`<h1>Items</h1>` }),
      }),
    ],
    ask: { day: null },
    askOn: (day) => ({ day }),
    unavailable: () => true,
    span: async () => ({ first: undefined, last: null }),
    provenance: async () => undefined,
    absence: async () => undefined,
    values: async () => undefined,
    clock,
  })
  const { statusCode, body } = await away.inject({ method: 'GET', url: '/items?on=2026-03-27' })
  assert.equal(statusCode, 503)
  assert.doesNotMatch(body, /Nothing has been published/)
  assert.doesNotMatch(body, /You could go on with[^]*href="\/search"/, 'a search would fail as well')
})
