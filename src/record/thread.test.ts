import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachServer } from '../database/testing.ts'
import { date, type EntryId, type LocalDate } from '../lib/index.ts'
import { entriesOf } from './entries.ts'
import { link } from './link.ts'
import { publish } from './publish.ts'
import type { Cursor, Part } from './published.ts'
import { aNotice, aRecord, noticeKind, publishNotices, type TestRecord } from './testing.ts'
import { countsTo, linkedFrom, linkedTo } from './thread.ts'

const DAYS: (LocalDate | null)[] = [
  date('2019-09-24'),
  date('2019-11-21'),
  null,
  date('2019-09-24'),
  date('2019-09-24'),
  null,
  date('2024-05-02'),
]

/** A priority, and notices of these days that serve it. */
async function aThread(record: TestRecord): Promise<{ priority: EntryId; notices: EntryId[] }> {
  const [priority, ...notices] = await publishNotices(
    record,
    aNotice({ title: 'Priority' }),
    ...DAYS.map((day, index) =>
      aNotice({ title: `Notice ${index}`, day, state: index < 3 ? 'open' : 'done' }),
    ),
  )
  assert.ok(priority)
  await record.act(async (tx) => {
    for (const from of notices) {
      await link(tx, record.permits.bring, { from, to: priority, kind: 'serves', why: 'for a test' })
    }
    await publish(tx, record.permits.publish, [noticeKind], [priority])
  })
  return { priority, notices }
}

/** Every row, asked for part by part. */
async function whole<Row>(part: (after: Cursor | undefined) => Promise<Part<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  let next: Cursor | null | undefined
  do {
    const found = await part(next ?? undefined)
    rows.push(...found.rows)
    next = found.next
  } while (next !== null)
  return rows
}

onEachServer((server) => {
  test('a thread read in small parts is the thread read at once, newest first and undated last', async (t) => {
    const record = await aRecord(t, server)
    const { priority } = await aThread(record)
    const atOnce = await linkedTo(record.ask, priority, { link: 'serves' })
    assert.equal(atOnce.next, null)
    assert.deepEqual(
      atOnce.rows.map((row) => row.date),
      ['2024-05-02', '2019-11-21', '2019-09-24', '2019-09-24', '2019-09-24', null, null],
    )
    for (const limit of [1, 2, 3, 7]) {
      for (const filter of [{ link: 'serves' } as const, {}]) {
        const inParts = await whole((after) =>
          linkedTo(record.ask, priority, { ...filter, limit, ...(after === undefined ? {} : { after }) }),
        )
        assert.deepEqual(inParts, atOnce.rows)
      }
    }
  })

  test('a link may run from one part of an entry, and the public is led there; another part is a change', async (t) => {
    const record = await aRecord(t, server)
    const [from, to] = await publishNotices(
      record,
      aNotice({ title: 'Paper' }),
      aNotice({ title: 'Priority' }),
    )
    assert.ok(from && to)
    const place = { path: '/paper#roads', label: 'Roads', text: 'Fewer died.' }
    const join = (part: typeof place | null) =>
      record.act(async (tx) => {
        const outcome = await link(tx, record.permits.bring, {
          from,
          to,
          kind: 'serves',
          why: 'x',
          place: part,
        })
        await publish(tx, record.permits.publish, [noticeKind], [from])
        return outcome
      })
    const shown = async () => (await linkedTo(record.ask, to, {})).rows.map((row) => row.place)
    assert.equal(await join(place), 'created')
    assert.deepEqual(await shown(), [place])
    assert.equal(await join({ ...place }), 'unchanged')
    assert.equal(await join(null), 'changed')
    assert.deepEqual(await shown(), [null])
  })

  test('oldest first is the exact reverse, part by part as well', async (t) => {
    const record = await aRecord(t, server)
    const { priority } = await aThread(record)
    const newest = await linkedTo(record.ask, priority)
    const oldest = await whole((after) =>
      linkedTo(record.ask, priority, {
        order: 'oldest',
        limit: 2,
        ...(after === undefined ? {} : { after }),
      }),
    )
    assert.deepEqual(oldest, newest.rows.toReversed())
  })

  test('an entry joined in two ways stands in one part, once for each, and counts once', async (t) => {
    const record = await aRecord(t, server)
    const { priority, notices } = await aThread(record)
    await record.act(async (tx) => {
      for (const from of notices) {
        await link(tx, record.permits.bring, { from, to: priority, kind: 'evidences', why: 'for a test' })
      }
      await publish(tx, record.permits.publish, [noticeKind], [priority])
    })
    const first = await linkedTo(record.ask, priority, { limit: 3 })
    assert.deepEqual(
      first.rows.map((row) => row.link),
      ['evidences', 'serves', 'evidences', 'serves'],
    )
    const rows = await whole((after) =>
      linkedTo(record.ask, priority, { limit: 3, ...(after === undefined ? {} : { after }) }),
    )
    assert.equal(new Set(rows.map((row) => `${row.id} ${row.link}`)).size, 14)
    assert.equal(rows.length, 14)
    assert.deepEqual(await countsTo(record.ask, priority), [
      { kind: 'notice', state: 'done', count: 4 },
      { kind: 'notice', state: 'open', count: 3 },
    ])
  })

  test('links are read in both directions and filtered by kind', async (t) => {
    const record = await aRecord(t, server)
    const { priority, notices } = await aThread(record)
    const [first] = notices
    assert.ok(first)
    const targets = await linkedFrom(record.ask, first)
    assert.deepEqual(
      targets.rows.map((row) => [row.id, row.title, row.why]),
      [[priority, 'Priority', 'for a test']],
    )
    assert.deepEqual((await linkedFrom(record.ask, first, { link: 'answers' })).rows, [])
    assert.equal((await linkedTo(record.ask, priority, { kinds: ['notice', 'other'] })).rows.length, 7)
    assert.deepEqual((await linkedTo(record.ask, priority, { kinds: ['other'] })).rows, [])
    assert.deepEqual((await linkedTo(record.ask, priority, { kinds: [] })).rows, [])
    assert.deepEqual((await linkedTo({ ...record.ask, authority: 'elsewhere' }, priority)).rows, [])
  })

  test('a list of a kind read in parts is the list read at once, and its filters hold', async (t) => {
    const record = await aRecord(t, server)
    await aThread(record)
    const atOnce = await entriesOf(record.ask, noticeKind)
    assert.equal(atOnce.rows.length, 8)
    const inParts = await whole((after) =>
      entriesOf(record.ask, noticeKind, { limit: 3, ...(after === undefined ? {} : { after }) }),
    )
    assert.deepEqual(inParts, atOnce.rows)
    const oldest = await whole((after) =>
      entriesOf(record.ask, noticeKind, {
        order: 'oldest',
        limit: 1,
        ...(after === undefined ? {} : { after }),
      }),
    )
    assert.deepEqual(oldest, atOnce.rows.toReversed())
    const of2019 = { from: date('2019-09-24'), until: date('2019-11-21') }
    assert.equal((await entriesOf(record.ask, noticeKind, of2019)).rows.length, 3)
    assert.equal((await entriesOf(record.ask, noticeKind, { state: 'open' })).rows.length, 3)
    assert.equal((await entriesOf(record.ask, noticeKind, { body: '/bodies/none' })).rows.length, 0)
  })
})
