/** What anyone may rely on who asks for the record as it stood. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '../database/index.ts'
import { onEachServer } from '../database/testing.ts'
import { date, type Instant } from '../lib/index.ts'
import { asAt } from './ask.ts'
import { describeAuthority, readSite } from './authority.ts'
import { entryAt, movedFrom } from './entries.ts'
import { lastMoment, leavesOf, logSize } from './leaves.ts'
import { search } from './search.ts'
import { standingOf } from './standing.ts'
import { aNotice, aRecord, everyLeafHolds, noticeKind, publishNotices, someSite } from './testing.ts'
import { everyWhole, publishedPaths, wholeAt } from './whole.ts'

onEachServer((server) => {
  test('moments only ever grow, also of publications at once and when the clock is behind', async (t) => {
    const own = await aRecord(t, server)
    await sql`update record.log_size set moment = now() + interval '1 hour'`.execute(own.db)
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => publishNotices(own, aNotice({ title: `At once ${index}` }))),
    )
    const leaves = await leavesOf(own.ask, 1, await logSize(own.ask))
    const moments = leaves.map(({ at }) => at)
    assert.equal(new Set(moments).size, 12)
    assert.deepEqual(moments, moments.toSorted())
    const { rows } = await sql<{ from: Instant }>`
      select published_from as "from" from published.entry_version order by published_from`.execute(own.db)
    assert.deepEqual(
      rows.map(({ from }) => from),
      moments,
      'an entry and its leaf have the same moment',
    )
    assert.equal(await lastMoment(own.ask), moments.at(-1))
  })

  test('an address leads to where the thing stood at that moment, and pages say since when', async (t) => {
    const own = await aRecord(t, server)
    await publishNotices(own, aNotice({ title: 'A', path: '/a' }))
    const first = await lastMoment(own.ask)
    await publishNotices(own, aNotice({ title: 'A', path: '/b' }))
    const second = await lastMoment(own.ask)
    await publishNotices(own, aNotice({ title: 'A', path: '/b', text: ['more'] }))
    assert.ok(first && second)
    const then = { ...own.ask, at: first }
    const later = { ...own.ask, at: second }
    assert.ok(await entryAt(then, noticeKind, '/a'))
    assert.equal(await movedFrom(then, '/a'), undefined)
    assert.equal(await movedFrom(later, '/a'), '/b')
    assert.equal(await movedFrom(own.ask, '/a'), '/b')
    const now = await standingOf(own.ask, '/b')
    assert.deepEqual(
      [now?.version, now?.until, now?.leaf, now?.versions.map(({ publishedAt }) => publishedAt)],
      [3, null, 3, [first, second, now?.publishedAt]],
    )
    const before = await standingOf(later, '/b')
    assert.deepEqual([before?.version, before?.publishedAt, before?.until], [2, second, now?.publishedAt])
    assert.equal(await standingOf(then, '/b'), undefined)
    assert.equal((await standingOf(then, '/a'))?.version, 1)
  })

  test('the settings of an authority are those of the moment, and each has its leaf', async (t) => {
    const own = await aRecord(t, server)
    const first = await lastMoment(own.ask)
    await own.act((tx) => describeAuthority(tx, own.permits.publish, someSite({ tagline: 'Later' })))
    assert.ok(first)
    assert.equal((await readSite({ ...own.ask, at: first })).tagline, someSite().tagline)
    assert.equal((await readSite(own.ask)).tagline, 'Later')
    const dawn = asAt(own.ask, date('1999-12-31'))
    assert.equal((await readSite(dawn)).tagline, someSite().tagline, 'of any moment before, the first')
    const acts = (await leavesOf(own.ask, 0, 9)).map(({ act, version, entry }) => [act, version, entry])
    const nobody = '00000000-0000-0000-0000-000000000000'
    assert.deepEqual(acts, [
      ['describe', 1, nobody],
      ['describe', 2, nobody],
    ])
    await everyLeafHolds(own.ask)
  })

  test('the whole record is read in order of address, each thing once, and a page with what stands on it', async (t) => {
    const own = await aRecord(t, server)
    const paths = ['/b', '/a#two', '/a', '/a-b', '/a#one', '/B']
    await publishNotices(own, ...paths.map((path) => aNotice({ title: path, path, text: ['words'] })))
    const whole = []
    for await (const one of everyWhole(own.ask)) whole.push(one)
    assert.deepEqual(
      whole.map(({ path }) => path),
      ['/B', '/a', '/a#one', '/a#two', '/a-b', '/b'],
    )
    const pages = []
    for await (const { path } of publishedPaths(own.ask)) pages.push(path)
    assert.deepEqual(pages, ['/B', '/a', '/a-b', '/b'])
    const there = await wholeAt(own.ask, '/a')
    assert.deepEqual(
      there.map(({ path }) => path),
      ['/a', '/a#one', '/a#two'],
    )
    assert.deepEqual(there[0]?.paragraphs, [{ anchor: 'p1', number: '1', text: 'words' }])
    assert.match(there[0]?.salt ?? '', /^[0-9a-f]{64}$/)
    assert.deepEqual(await wholeAt(own.ask, '/none'), [])
  })

  test('search knows the record as it stands, and says so of any other moment', async (t) => {
    const own = await aRecord(t, server)
    await publishNotices(own, aNotice({ title: 'Roof' }))
    const at = await lastMoment(own.ask)
    assert.ok(at)
    assert.deepEqual(await search({ ...own.ask, at }, { words: 'roof', page: 1 }), {
      total: 0,
      hits: [],
      empty: 'only-now',
    })
  })

  test('a day ends at midnight in London, in summer and in winter', async (t) => {
    const { ask } = await aRecord(t, server)
    assert.equal(asAt(ask, date('2026-01-15')).at, '2026-01-15T23:59:59.999Z')
    assert.equal(asAt(ask, date('2026-07-15')).at, '2026-07-15T22:59:59.999Z')
    // Clocks go forward on 29 March and back on 25 October.
    assert.equal(asAt(ask, date('2026-03-28')).at, '2026-03-28T23:59:59.999Z')
    assert.equal(asAt(ask, date('2026-03-29')).at, '2026-03-29T22:59:59.999Z')
    assert.equal(asAt(ask, date('2026-10-25')).at, '2026-10-25T23:59:59.999Z')
  })
})
