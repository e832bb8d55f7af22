/** Bringing measures and their figures into a real record. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { draft, publish } from '../../../record/index.ts'
import { aNotice, aRecord, noticeKind } from '../../../record/testing.ts'
import { aBringer, aDefinition, anEntry, changes, incoming, months, yearTo } from '../testing.ts'
import { challenged } from './challenged.ts'
import { breakdownAt, breakdownsOf, measureAt, measuresListed, measuresServing } from './reads.ts'

const bring = aBringer({ after })

const reports = { june: { origin: 'official', asAt: '2019-10-17', release: 'Year ending June 2019' } }

const entry = anEntry({
  report: 'june',
  observations: [
    { from: '2018-07-01', until: '2019-07-01', value: 12_345 },
    { from: '2017-07-01', until: '2018-07-01', value: 13_000 },
  ],
  series: [{ from: '2019-04-01', every: 'month', values: [1000, 1010, 1020] }],
  breakdowns: [
    {
      dimension: { slug: 'district', one: 'district', many: 'districts', kind: 'place' },
      parts: ['Ashford', 'Dover'],
      rows: [{ from: '2018-07-01', until: '2019-07-01', cells: [80, 61] }],
    },
  ],
})

test('a register of measures becomes pages with their figures, and brought again changes nothing', async (t) => {
  const record = await aRecord(t)
  const brought = await bring.register(record, { register: 'measures', reports, entries: [entry] })
  assert.deepEqual(brought.open, [])
  assert.deepEqual(changes(brought), [
    'created /measures/burglary',
    'created /measures/burglary/by/district',
    '/measures/burglary/by/district part-of /measures/burglary',
  ])
  const found = await measureAt(record.ask, 'burglary')
  assert.equal(found?.content.observations.length, 5)
  assert.equal(found?.summary, '1,020 crimes, June 2019.')
  const parts = await breakdownAt(record.ask, 'burglary', 'district')
  assert.deepEqual(
    parts?.content.rows[0]?.cells.map(({ value }) => value),
    [80, 61],
  )
  assert.deepEqual(
    (await measuresListed(record.ask)).map(({ path }) => path),
    ['/measures/burglary'],
  )
  assert.deepEqual(
    (await breakdownsOf(record.ask, 'burglary')).map(({ path }) => path),
    ['/measures/burglary/by/district'],
  )
  assert.deepEqual(
    changes(await bring.register(record, { register: 'measures', reports, entries: [entry] })),
    [],
  )
})

test('the same measure to June and to September are two figures, and a newer figure keeps the one before', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', reports, entries: [entry] })
  const september = { asAt: '2020-01-23', release: 'Year ending September 2019' } as const
  const brought = await bring.figures(record, [
    incoming(yearTo('2019-09'), 12_000, { report: { release: september.release } }),
    incoming(months('2019-04'), 1001),
  ])
  assert.equal(brought.open.length, 1, 'neither of two figures of one day is the newer')
  const content = (await measureAt(record.ask, 'burglary'))?.content
  assert.equal(content?.observations.length, 6)
  assert.equal(content?.definition.words, aDefinition().words)
})

const changed = { ...aDefinition(), words: 'Burglaries of homes alone.' }

test('a changed definition keeps the earlier one, with since when and why; without a reason somebody is asked', async (t) => {
  const record = await aRecord(t)
  const bringWith = (more: object) =>
    bring.register(record, { register: 'measures', entries: [anEntry({ definition: changed, ...more })] })
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  const brought = await bringWith({})
  assert.match(brought.open[0]?.what ?? '', /definition of Burglary changed, and nothing says why/)
  const reason = { definitionChanged: { on: '2019-04-01', why: 'Sheds are counted apart.' } }
  assert.deepEqual((await bringWith(reason)).open, [])
  const content = (await measureAt(record.ask, 'burglary'))?.content
  assert.equal(content?.definition.words, 'Burglaries of homes alone.')
  assert.deepEqual(
    content?.definitions.map(({ until, why, definition }) => [until, why, definition.words]),
    [['2019-04-01', 'Sheds are counted apart.', aDefinition().words]],
  )
  assert.deepEqual(changes(await bringWith(reason)), [])
})

test('limits are never drawn anew without a reason', async (t) => {
  const record = await aRecord(t)
  const rebaseline = { from: '2019-01-01', reason: ' ', by: 'A. Nalyst', decidedOn: '2019-05-01' }
  const given = { register: 'measures', entries: [anEntry({ rebaselines: [rebaseline] })] }
  await assert.rejects(
    bring.register(record, given),
    /rebaselines\[0\]\.reason is empty, and must say something/,
  )
})

test('a priority that the record does not have is told, and tied once it is there', async (t) => {
  const record = await aRecord(t)
  const path = '/plan/safer/priorities/homes'
  const priorityKind = { ...noticeKind, name: 'priority' }
  const register = { register: 'measures', entries: [anEntry({ serves: [path] })] }
  const before = await bring.register(record, register)
  assert.match(before.open[0]?.what ?? '', /no priority at \/plan\/safer\/priorities\/homes/)
  const id = await record.act(async (tx) => {
    const priority = await draft(
      tx,
      record.permits.bring,
      priorityKind,
      'homes',
      aNotice({ title: 'Homes', path }),
      'for a test',
    )
    await publish(tx, record.permits.publish, [priorityKind], [priority.id])
    return priority.id
  })
  assert.deepEqual(changes(await bring.register(record, register)), [`/measures/burglary measures ${path}`])
  assert.deepEqual(
    (await measuresServing(record.ask, id)).map((one) => one.path),
    ['/measures/burglary'],
  )
  await bring.register(record, { register: 'measures', entries: [anEntry({ serves: [] })] })
  assert.deepEqual(await measuresServing(record.ask, id), [])
})

test('a mark and a number in one figure are refused, since one of them is wrong', async (t) => {
  const record = await aRecord(t)
  for (const figure of [
    { value: 3, mark: 'suppressed' },
    { mark: 'suppressed', events: 3, base: 9 },
    { value: 3, mark: 'not-applicable' },
  ])
    await assert.rejects(
      bring.register(record, {
        register: 'measures',
        reports,
        entries: [
          anEntry({
            report: 'june',
            observations: [{ from: '2018-07-01', until: '2019-07-01', ...figure }],
          }),
        ],
      }),
      /a number beside it/,
    )
})

test('a register of figures alone names their measures and reports', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', entries: [anEntry()] })
  const figure = { from: '2018-07-01', until: '2019-07-01', value: 12_345 }
  const brought = await bring.register(record, {
    register: 'observations',
    reports,
    report: 'june',
    entries: [
      { measure: 'burglary', ...figure },
      { measure: 'burglary', part: { dimension: 'district', name: 'Dover' }, ...figure },
      { measure: 'none', ...figure },
    ],
  })
  assert.match(brought.open[0]?.what ?? '', /no measure “none”, so its figure was left out/)
  assert.equal((await breakdownAt(record.ask, 'burglary', 'district'))?.content.rows.length, 1)
})

test('a threshold for small numbers that comes later holds for the parts that are there already', async (t) => {
  const record = await aRecord(t)
  await bring.register(record, { register: 'measures', reports, entries: [entry] })
  const definition = { ...aDefinition({ hideBelow: 70 }) }
  const definitionChanged = { on: '2019-12-01', why: 'Small numbers are hidden from now on.' }
  await bring.register(record, {
    register: 'measures',
    entries: [anEntry({ definition, definitionChanged })],
  })
  const parts = await breakdownAt(record.ask, 'burglary', 'district')
  assert.deepEqual(
    parts?.content.rows[0]?.cells.map(({ value }) => value),
    [null, null],
  )
})

test('a comment that chance alone could explain is kept, told, and its reason stands beside it', async (t) => {
  const record = await aRecord(t)
  const values = Array.from({ length: 24 }, (_, index) => 50 + ((index * 7) % 11))
  const comment = {
    from: '2019-09-01',
    until: '2019-10-01',
    words: 'Burglary increased sharply.',
    by: 'The force',
    date: '2019-10-20',
  }
  const register = {
    register: 'measures',
    reports,
    entries: [
      anEntry({
        report: 'june',
        series: [{ from: '2017-10-01', every: 'month', values }],
        commentary: [comment],
      }),
    ],
  }
  const { open } = await bring.register(record, register)
  assert.match(
    open[0]?.what ?? '',
    /comment by The force on Burglary, September 2019: “increased” .* within the/,
  )
  const content = (await measureAt(record.ask, 'burglary'))?.content
  assert.ok(content)
  const [said] = challenged(content)
  assert.deepEqual([said?.commentary.words, said?.challenges[0]?.code], [comment.words, 'chance'])
})
