import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { onEachServer } from '../database/testing.ts'
import { date } from '../lib/index.ts'
import { draft } from './draft.ts'
import { link } from './link.ts'
import { publish } from './publish.ts'
import { type Found, type Query, search } from './search.ts'
import { termsOf } from './search-words.ts'
import {
  aNotice,
  aRecord,
  noteKind,
  noticeKind,
  oneRecord,
  publishNotices,
  type TestRecord,
} from './testing.ts'

const NOTICES = [
  aNotice({
    title: 'Policing of county lines',
    day: date('2019-09-24'),
    body: '/bodies/panel',
    text: [
      'The Chairman opened the meeting.',
      'Officers arrested those who run county lines across the area.',
      'Members asked about lines of sight in the county hall.',
    ],
  }),
  aNotice({
    title: 'Road safety',
    day: date('2019-11-21'),
    body: '/bodies/board',
    text: ['Speeding was policed on every trunk road.', 'The café’s owner asked <b>why</b> & when.'],
  }),
  aNotice({ title: 'A meeting is called', text: ['Roads will be discussed.'] }),
]

function onEachRecord(tests: (find: (words: string, more?: Partial<Query>) => Promise<Found>) => void): void {
  onEachServer((server) => {
    const record = oneRecord(fill, server)
    tests((words, more) => search(record().ask, { words, page: 1, ...more }))
  })
}

async function fill(record: TestRecord): Promise<void> {
  const [first] = await publishNotices(record, ...NOTICES)
  assert.ok(first)
  await record.act(async (tx) => {
    const bring = record.permits.bring
    const priority = await draft(
      tx,
      bring,
      noteKind,
      'p',
      aNotice({ title: 'Organised crime', path: '/plan/p' }),
      'x',
    )
    await link(tx, bring, { from: first, to: priority.id, kind: 'serves', why: 'x' })
    await draft(
      tx,
      bring,
      noticeKind,
      'hidden',
      aNotice({ title: 'Hidden', text: ['A secret helicopter.'] }),
      'x',
    )
    await publish(tx, record.permits.publish, [noteKind], [priority.id])
  })
}

const titles = (found: Found): string[] => found.hits.map((hit) => hit.entry.title)

onEachRecord((find) => {
  test('a word is found in its other forms', async () => {
    assert.deepEqual(titles(await find('arrest members')), [])
    assert.deepEqual(titles(await find('arresting')), ['Policing of county lines'])
    assert.deepEqual(titles(await find('road speeds')), ['Road safety'])
  })

  test('a hit leads to the paragraph that has the words, with plain words around them', async () => {
    const { hits, total } = await find('running county lines')
    assert.equal(total, 1)
    const [hit] = hits
    assert.deepEqual(
      [hit?.entry.path, hit?.anchor, hit?.number],
      ['/notices/policing-of-county-lines', 'p2', '2'],
    )
    assert.deepEqual(
      hit?.snippet.filter((piece) => typeof piece !== 'string').map((piece) => piece.match),
      ['run', 'county', 'lines'],
    )
    assert.match(
      hit?.snippet.filter((piece) => typeof piece === 'string').join('|') ?? '',
      /^Officers arrested those who/,
    )
  })

  test('words in quotes are found in that order only', async () => {
    assert.equal((await find('"lines of sight"')).hits[0]?.anchor, 'p3')
    assert.deepEqual(titles(await find('"sight of lines"')), [])
    assert.deepEqual(titles(await find('“county lines” arrested')), ['Policing of county lines'])
    assert.deepEqual(titles(await find('"county lines')), ['Policing of county lines'])
  })

  test('the last word may be unfinished, and a star does the same for any word', async () => {
    for (const words of ['polici', 'policin', 'policing']) {
      assert.ok(titles(await find(words)).includes('Policing of county lines'), words)
    }
    const [hit] = (await find('arrest* acr')).hits
    assert.equal(hit?.anchor, 'p2')
    assert.deepEqual(titles(await find('chairm meeting')), [])
    assert.deepEqual(titles(await find('chairm* meeting')), ['Policing of county lines'])
    assert.deepEqual((await find('speedi')).hits[0]?.snippet[0], { match: 'Speeding' })
  })

  test('a word of the title counts more, and such a hit leads to the top of the page', async () => {
    const found = await find('meeting')
    assert.deepEqual(titles(found), ['A meeting is called', 'Policing of county lines'])
    assert.equal(found.hits[0]?.anchor, '')
    assert.deepEqual(titles(await find('safety trunk')), ['Road safety'])
  })

  test('hits are filtered by kind, body, date and priority', async () => {
    assert.equal((await find('road', { kind: 'notice' })).total, 2)
    assert.equal((await find('road', { kind: 'note' })).total, 0)
    assert.deepEqual(titles(await find('road', { body: '/bodies/board' })), ['Road safety'])
    assert.deepEqual(titles(await find('road', { from: date('2019-11-21') })), ['Road safety'])
    assert.deepEqual(titles(await find('road', { until: date('2019-11-21') })), [])
    assert.deepEqual(titles(await find('the meeting*', { priority: '/plan/p' })), [
      'Policing of county lines',
    ])
    assert.deepEqual(titles(await find('the meeting*', { priority: '/plan/other' })), [])
  })

  test('what is not published, and kinds that are not searchable, are not found', async () => {
    assert.equal((await find('helicopter')).total, 0)
    assert.equal((await find('organised crime')).total, 0)
  })

  test('words of text are never html', async () => {
    const [hit] = (await find('owner')).hits
    const text = hit?.snippet.map((piece) => (typeof piece === 'string' ? piece : piece.match)).join('')
    assert.ok(text?.includes('café’s owner asked'))
    assert.ok(hit?.snippet.every((piece) => typeof piece === 'string' || Object.keys(piece).length === 1))
  })

  test('nothing to look for is said as such, not as nothing found', async () => {
    for (const words of ['', '  ', '*', '"', '""', '(', '&', '!', '<->', '\u0000', '’’', '---', "'"]) {
      assert.deepEqual(await find(words), { total: 0, hits: [], empty: 'no-words' }, JSON.stringify(words))
    }
    for (const words of ['the', 'of the', '"of the"', 'a', 'the and', 'is the']) {
      assert.deepEqual(await find(words), { total: 0, hits: [], empty: 'only-common-words' }, words)
    }
    assert.equal((await find('zebra')).empty, null)
  })

  test('no input makes search fail', async () => {
    const odd = [
      'a&!',
      'a | b',
      '!road',
      'road:*',
      "road' or 1=1 --",
      'road\\',
      "\\'",
      ':*',
      'a:b:c',
      'road <-> safety',
      '%',
      '_',
      'ﷺ',
      '😀',
      '\ud800',
      'Z͑͑͑ͫal',
      'road\u0000safety',
      '١٢',
      'x'.repeat(5_000),
      `"${'road '.repeat(3_000)}`,
      Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(' '),
      'the '.repeat(10_000),
      '*'.repeat(10_000),
      '"'.repeat(9_999),
      'http://example.org/a?b=c',
      'a.b@example.org',
      '/etc/passwd',
      '1e400',
      '-1',
      '<b>road</b>',
      '2019/20',
    ]
    for (const words of odd) await assert.doesNotReject(find(words), JSON.stringify(words).slice(0, 60))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
        const found = await find(words)
        assert.ok(found.total >= found.hits.length)
      }),
      { numRuns: 60 },
    )
  })

  test('a page beyond the last, and a page that is none, are answered', async () => {
    const beyond = await find('road', { page: 99 })
    assert.deepEqual([beyond.total, beyond.hits], [2, []])
    for (const page of [0, -3, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.equal((await find('road', { page })).hits.length, 2, String(page))
    }
    assert.equal((await find('road', { page: Number.MAX_SAFE_INTEGER })).total, 2)
  })

  test('the same question has the same answer in the same order', async () => {
    assert.deepEqual(await find('road'), await find('road'))
  })
})

test('hits of one rank are divided into pages without one lost or shown twice', async (t) => {
  const record = await aRecord(t)
  const notices = Array.from({ length: 45 }, (_, index) =>
    aNotice({ title: `Notice ${index}`, text: ['Alike.'] }),
  )
  await publishNotices(record, ...notices)
  const pages = await Promise.all([1, 2, 3].map((page) => search(record.ask, { words: 'alike', page })))
  assert.deepEqual(
    pages.map((page) => [page.total, page.hits.length]),
    [
      [45, 20],
      [45, 20],
      [45, 5],
    ],
  )
  assert.equal(new Set(pages.flatMap((page) => page.hits.map((hit) => hit.entry.id))).size, 45)
})

test('paragraphs of any length are published and found by their beginnings', async (t) => {
  const record = await aRecord(t)
  const manyWords = Array.from({ length: 60_000 }, (_, index) => `word${index}`).join(' ')
  await publishNotices(
    record,
    aNotice({ title: 'Many words', text: [`Needle ${manyWords}`] }),
    aNotice({ title: 'One word', text: [`Thread ${'x'.repeat(200_000)}`] }),
    aNotice({ title: `Long title ${'y '.repeat(3_000)}`, path: '/long', text: [] }),
  )
  for (const [words, title] of [
    ['needle', 'Many words'],
    ['thread', 'One word'],
  ] as const) {
    const found = await search(record.ask, { words, page: 1 })
    assert.deepEqual(titles(found), [title])
    assert.ok(JSON.stringify(found.hits[0]?.snippet).length < 5_000)
  }
  assert.equal((await search(record.ask, { words: 'long title', page: 1 })).total, 1)
})

test('what was typed is cut into words, phrases and beginnings, and operators mean nothing', () => {
  assert.deepEqual(termsOf('Knife "county  lines" & poli* (anti-social) x*'), [
    { type: 'word', text: 'Knife' },
    { type: 'phrase', text: 'county lines' },
    { type: 'beginning', text: 'poli', typed: true },
    { type: 'word', text: 'anti-social' },
    { type: 'word', text: 'x' },
  ])
  assert.deepEqual(termsOf("'tis o'clock' -- ro"), [
    { type: 'word', text: 'tis' },
    { type: 'word', text: "o'clock" },
    { type: 'beginning', text: 'ro', typed: false },
  ])
  assert.equal(termsOf('word '.repeat(10_000)).length, 16)
})
