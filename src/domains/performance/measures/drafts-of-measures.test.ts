/** Drafts of measures: that nothing of a file that nobody published shows anywhere, whatever else is published. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { EntryId } from '../../../lib/index.ts'
import { type Brought, draft, publishBrought } from '../../../record/index.ts'
import { aNotice, aRecord, noticeKind } from '../../../record/testing.ts'
import { aBringer, anEntry, changes, incoming, yearTo } from '../testing.ts'
import { breakdownAt, measureAt, measuresListed, measuresServing } from './reads.ts'

const bring = aBringer({ after })

test('a draft measure shows nowhere, and figures that are published for it wait for it', async (t) => {
  const record = await aRecord(t)
  const register = { register: 'measures', entries: [anEntry()] }
  await bring.register(record, register, { publishes: false })
  const brought = await bring.figures(record, [incoming(yearTo('2019-06'), 12_345)])
  assert.match(
    brought.open[0]?.what ?? '',
    /has something of measures\.json, which is a draft, and waits for it/,
  )
  assert.deepEqual(await measuresListed(record.ask), [])
  await bring.register(record, register)
  assert.equal((await measuresListed(record.ask))[0]?.outline.observations.length, 1)
})

test('draft figures of a public measure stay hidden, also when other figures of it are published', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  await bring.figures(record, [incoming(yearTo('2019-06'), 12_345)], { name: 'draft.csv', publishes: false })
  await bring.figures(record, [incoming(yearTo('2018-06'), 13_000)], { name: 'other.csv' })
  assert.deepEqual((await measuresListed(record.ask))[0]?.outline.observations, [])
  await bring.figures(record, [incoming(yearTo('2019-06'), 12_345)], { name: 'draft.csv' })
  assert.equal((await measuresListed(record.ask))[0]?.outline.observations.length, 2)
})

test('a published file that is imported again without publishing makes nothing wait', async (t) => {
  const record = await aRecord(t)
  const again = { name: 'public.csv' }
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  await bring.figures(record, [incoming(yearTo('2019-06'), 12_345)], again)
  const draftOfIt = await bring.figures(record, [incoming(yearTo('2019-06'), 12_345)], {
    ...again,
    publishes: false,
  })
  assert.deepEqual(changes(draftOfIt), [])
  await bring.figures(record, [incoming(yearTo('2018-06'), 13_000)], { name: 'other.csv' })
  assert.equal((await measuresListed(record.ask))[0]?.outline.observations.length, 2)
})

const juneFigures = (value: number) => [
  incoming(yearTo('2019-06'), value),
  incoming(yearTo('2019-06'), value, { part: { dimension: 'district', name: 'Ashford' } }),
]

test('a corrected file takes the place of its draft, of which nothing stays', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  const file = { name: 'figures.csv' }
  await bring.figures(record, juneFigures(73_519), { ...file, bytes: 'first', publishes: false })
  await bring.figures(record, juneFigures(73_521), { ...file, bytes: 'second', publishes: false })
  const { open } = await bring.figures(record, juneFigures(73_523), { ...file, bytes: 'third' })
  assert.deepEqual(open, [])
  const whole = (await measureAt(record.ask, 'burglary'))?.content.observations
  const parts = (await breakdownAt(record.ask, 'burglary', 'district'))?.content
  assert.deepEqual(
    [
      whole?.map(({ cell, earlier }) => [cell.value, earlier]),
      parts?.rows.map(({ cells }) => cells[0]?.value),
    ],
    [[[73_523, []]], [73_523]],
  )
  assert.deepEqual(parts?.earlier, [])
})

test('a draft that another file came after stays, and is waited for', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  const file = { name: 'figures.csv' }
  await bring.figures(record, [incoming(yearTo('2019-06'), 1)], { ...file, bytes: 'first', publishes: false })
  await bring.figures(record, [incoming(yearTo('2018-06'), 13_000)], { name: 'other.csv' })
  const { open } = await bring.figures(record, [incoming(yearTo('2019-06'), 2)], { ...file, bytes: 'second' })
  assert.match(open.map(({ what }) => what).join(' '), /has something of figures\.csv, which is a draft/)
  assert.deepEqual((await measuresListed(record.ask))[0]?.outline.observations, [])
})

const registerServing = (path: string) => ({ register: 'measures', entries: [anEntry({ serves: [path] })] })

test('a draft changes no tie of a public measure, whatever is published meanwhile', async (t) => {
  const record = await aRecord(t)
  const priorityKind = { ...noticeKind, name: 'priority' }
  const paths = ['/plan/safer/priorities/old', '/plan/safer/priorities/new']
  const drafts = (title: string) =>
    record.act((tx) =>
      Promise.all(
        paths.map((path) =>
          draft(tx, record.permits.bring, priorityKind, path, aNotice({ title, path }), 'for a test'),
        ),
      ),
    )
  const [old, fresh] = await drafts('As it was')
  assert.ok(old && fresh)
  const publishes = (id: typeof old.id) =>
    record.act((tx) => publishBrought(tx, record.permits.publish, [priorityKind], brings(id)))
  await publishes(old.id)
  await bring.register(record, registerServing(paths[0] ?? ''))
  const draftFile = { name: 'draft.json', publishes: false }
  await bring.register(record, registerServing(paths[1] ?? ''), draftFile)
  await drafts('As it is')
  await publishes(old.id)
  await publishes(fresh.id)
  const serving = async () =>
    await Promise.all([old, fresh].map(async ({ id }) => (await measuresServing(record.ask, id)).length))
  assert.deepEqual(await serving(), [1, 0])
  await bring.register(record, registerServing(paths[1] ?? ''), { name: 'draft.json' })
  assert.deepEqual(await serving(), [0, 1])
})

/** One priority, as an import brings it. */
const brings = (id: EntryId): Pick<Brought, 'entries' | 'links'> => ({
  entries: [{ id, kind: 'priority', title: '', path: '', outcome: 'changed' }],
  links: [],
})
