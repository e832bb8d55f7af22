/** What a feed reader relies on: well-formed Atom (RFC 4287) with ids that stay, whatever the papers say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, now } from '../lib/index.ts'
import { atomText, type Feed, type FeedEntry } from './atom.ts'
import { readFeed } from './testing-feeds.ts'

const at = (text: string): Instant => now(new Date(text))

const anEntry = (entry: Partial<FeedEntry> = {}): FeedEntry => ({
  id: '01a200c8-7033-715f-ac1e-c40934216c10',
  title: 'A report on recruitment',
  path: '/meetings/panel/2019-11-21/papers/b1',
  updated: at('2019-11-13T09:30:15.123Z'),
  summary: 'From the Commissioner.',
  sort: 'Paper',
  ...entry,
})

const aFeed = (feed: Partial<Feed> = {}): Feed => ({
  path: '/feeds/papers.atom',
  page: '/meetings',
  title: 'Papers',
  subtitle: 'What is new',
  author: 'the Office of the Mercia Commissioner',
  updated: at('1970-01-01T00:00:00.000Z'),
  entries: [anEntry()],
  ...feed,
})

const ORIGIN = 'https://record.example.org'
const written = (feed: Partial<Feed> = {}, origin = ORIGIN): string =>
  atomText(aFeed(feed), { origin, authority: 'mercia' })

test('an entry has an id, a title, a moment, a link and a plain summary', () => {
  const { entries } = readFeed(written())
  assert.deepEqual(entries, [
    {
      id: 'urn:uuid:01a200c8-7033-715f-ac1e-c40934216c10',
      title: 'A report on recruitment',
      updated: '2019-11-13T09:30:15.123Z',
      href: `${ORIGIN}/meetings/panel/2019-11-21/papers/b1`,
      summary: 'From the Commissioner.',
    },
  ])
})

test('a feed was updated when its newest entry was, wherever that stands', () => {
  const older = anEntry({
    id: '01a200c8-7033-715f-ac1e-c40934216c11',
    updated: at('2018-01-01T00:00:00.000Z'),
  })
  assert.equal(readFeed(written({ entries: [older, anEntry()] })).updated, '2019-11-13T09:30:15.123Z')
  assert.equal(readFeed(written({ entries: [] })).updated, '1970-01-01T00:00:00.000Z')
})

test('the id of a feed stays when the site moves, and no two feeds or sites share one', () => {
  const { id } = readFeed(written())
  assert.equal(readFeed(written({}, 'https://elsewhere.example.org')).id, id)
  assert.notEqual(readFeed(written({ path: '/feeds/minutes.atom' })).id, id)
  assert.notEqual(readFeed(atomText(aFeed(), { origin: ORIGIN, authority: 'anyshire' })).id, id)
})

test('an entry without a summary says its title, for Atom wants words where the content is elsewhere', () => {
  assert.equal(
    readFeed(written({ entries: [anEntry({ summary: '' })] })).entries[0]?.summary,
    'A report on recruitment',
  )
})

test('whatever a paper says, the feed is well-formed and a program reads the same words back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('', '</title><entry>', ']]>', '&amp;', '"\'', '<!-- -->'),
      (text, injected) => {
        const title = `${text}${injected}`
        const { entries } = readFeed(written({ title, entries: [anEntry({ title, summary: `.${title}` })] }))
        assert.equal(entries.length, 1)
        const kept = title
          .toWellFormed()
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
        assert.equal(entries[0]?.title, kept)
        assert.equal(entries[0]?.summary, `.${kept}`)
      },
    ),
    { numRuns: Number(process.env['SHIREMOOT_RUNS'] ?? 200) },
  )
})
