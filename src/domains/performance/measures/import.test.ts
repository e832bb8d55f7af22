/** Bringing measures and their figures into a real record. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { aRecord } from '../../../record/testing.ts'
import { aBringer, aDefinition, anEntry, changes, incoming, months, yearTo } from '../testing.ts'
import { breakdownAt, breakdownsOf, measureAt, measuresListed } from './reads.ts'

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
