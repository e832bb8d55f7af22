/** Small numbers of breakdowns: that nothing public ever holds them, nor lets them be worked out. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from '../../../database/index.ts'
import { date } from '../../../lib/index.ts'
import { aRecord } from '../../../record/testing.ts'
import {
  aBreakdown,
  aBringer,
  aCell,
  aDefinition,
  anEntry,
  aReport,
  aUnit,
  incoming,
  months,
  yearTo,
} from '../testing.ts'
import { hiding } from './hidden-cells.ts'
import type { Breakdown } from './measure.ts'
import { breakdownAt } from './reads.ts'

const values = ({ rows }: Breakdown): (number | null)[][] =>
  rows.map(({ cells }) => cells.map(({ value }) => value))

const PARTS = ['Ashford', 'Dover', 'Swale', 'Thanet']

test('a small number is hidden with another, so that the figure of the whole area does not give it away', () => {
  const { breakdown, exposed } = hiding(
    aBreakdown(PARTS, [{ span: yearTo('2019-09'), values: [3, 40, 20, 60] }], { hideBelow: 5 }),
  )
  const [row = []] = values(breakdown)
  assert.equal(row[0], null)
  assert.ok(row.filter((value) => value === null).length >= 2)
  assert.ok(row.includes(60), 'no more than it takes')
  assert.deepEqual(exposed, [])
})

test('without a rule for small numbers nothing is hidden', () => {
  const breakdown = aBreakdown(PARTS, [{ span: yearTo('2019-09'), values: [3, 1, 2, 60] }])
  assert.deepEqual(values(hiding(breakdown).breakdown), [[3, 1, 2, 60]])
})

test('a part hidden in a month is hidden in the year that the month is in, and the months beside it', () => {
  const rows = [
    { span: months('2019-04'), values: [3, 40, 20, 60] },
    { span: months('2019-05'), values: [30, 40, 20, 60] },
    { span: yearTo('2019-09'), values: [300, 400, 200, 600] },
    { span: yearTo('2017-09'), values: [300, 400, 200, 600] },
  ]
  const shown = values(hiding(aBreakdown(PARTS, rows, { hideBelow: 5 })).breakdown)
  const hiddenIn = (row: number): number[] =>
    (shown[row] ?? []).flatMap((value, at) => (value === null ? [at] : []))
  assert.ok(hiddenIn(0).includes(0))
  assert.deepEqual(hiddenIn(1), hiddenIn(0))
  assert.deepEqual(hiddenIn(2), hiddenIn(0))
  assert.deepEqual(hiddenIn(3), [], 'a year that shares no day with it')
})

test('what a share counts is hidden with the share, and so is a rest that is small', () => {
  const unit = aUnit({ style: 'percent', digits: 1 })
  const breakdown = aBreakdown(PARTS, [{ span: yearTo('2019-09'), values: [3, 40, 98, 50] }], {
    hideBelow: 5,
    unit,
  })
  const [row] = breakdown.rows
  assert.ok(row)
  row.cells = [3, 40, 98, 50].map((events) => aCell(events, { events, base: 100 }))
  const [cells = []] = hiding(breakdown).breakdown.rows.map((each) => each.cells)
  for (const at of [0, 2])
    assert.deepEqual(cells[at], { value: null, mark: 'suppressed', hedge: null, events: null, base: null })
})

test('a part hidden now shows nothing of what was said of it before', () => {
  const breakdown = aBreakdown(PARTS, [{ span: yearTo('2019-09'), values: [3, 40, 20, 60] }], {
    hideBelow: 5,
  })
  breakdown.earlier = [
    {
      span: yearTo('2019-09'),
      part: 'ashford',
      cell: aCell(4),
      report: aReport({ asAt: date('2019-01-01') }),
    },
  ]
  assert.deepEqual(hiding(breakdown).breakdown.earlier, [])
})

const saidBefore = (part: string, value: number) => ({
  span: yearTo('2019-09'),
  part,
  cell: aCell(value),
  report: aReport({ asAt: date('2019-01-01') }),
})

test('what an earlier release showed hides nothing in the next', () => {
  const breakdown = aBreakdown(PARTS, [{ span: yearTo('2019-09'), values: [3, 40, 20, 60] }], {
    hideBelow: 5,
  })
  // Only Dover was revised besides, so the others are known from the release before.
  breakdown.earlier = [saidBefore('ashford', 7), saidBefore('dover', 38)]
  const { breakdown: shown, exposed } = hiding(breakdown)
  assert.deepEqual(values(shown), [[null, null, 20, 60]])
  assert.deepEqual(exposed, [])
  breakdown.earlier = [saidBefore('ashford', 7)]
  assert.deepEqual(
    hiding(breakdown).exposed.map(({ part }) => part),
    ['ashford'],
    'nothing can hide it any more, and that is told',
  )
})

test('no hidden number of random tables over months and years can be worked back by taking visible ones from totals', () => {
  const table = fc.array(
    fc.array(fc.oneof(fc.nat(6), fc.integer({ min: 5, max: 500 })), { minLength: 4, maxLength: 4 }),
    {
      minLength: 12,
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(table, (monthly) => {
      const year = PARTS.map((_, part) => monthly.reduce((sum, row) => sum + (row[part] ?? 0), 0))
      const rows = [
        ...monthly.map((row, index) => ({
          span: months(`2019-${String(index + 1).padStart(2, '0')}`),
          values: row,
        })),
        { span: yearTo('2019-12'), values: year },
      ]
      const { breakdown, exposed } = hiding(aBreakdown(PARTS, rows, { hideBelow: 5 }))
      const shown = values(breakdown)
      for (const [index, row] of shown.entries()) {
        const hidden = row.flatMap((value, at) => (value === null ? [at] : []))
        const bare = exposed.some(({ span }) => span === rows[index]?.span)
        if (!bare) assert.notEqual(hidden.length, 1, 'the whole area less the others would give it')
        for (const [at, value] of (rows[index]?.values ?? []).entries())
          if (value > 0 && value < 5) assert.equal(row[at], null)
      }
      const [last = [], ...rest] = shown.toReversed()
      for (const part of PARTS.keys()) {
        const hiddenMonths = rest.filter((row) => row[part] === null).length
        assert.equal(hiddenMonths === 0, last[part] !== null, 'the year less the other months would give it')
      }
    }),
  )
})

const yearOf = (name: string, value: number, asAt: string) =>
  incoming(yearTo('2019-09'), value, {
    part: { dimension: 'district', name },
    report: { asAt: date(asAt) },
  })

const ofPart = (dimension: string, name: string, value: number) =>
  incoming(yearTo('2019-09'), value, { part: { dimension, name } })

describe('in the record', () => {
  const bring = aBringer({ after })

  test('no table that readers can have ever held a hidden number, through revisions and quotations', async (t) => {
    const record = await aRecord(t)
    const definition = aDefinition({ hideBelow: 100_000 })
    await bring.register(record, { register: 'measures', entries: [anEntry({ definition })] })
    const canaries = [73_519, 73_521]
    await bring.figures(record, [
      incoming(yearTo('2019-09'), 1_773_852),
      yearOf('Ashford', 73_519, '2019-10-17'),
      yearOf('Dover', 1_400_111, '2019-10-17'),
      yearOf('Swale', 300_222, '2019-10-17'),
    ])
    await bring.figures(record, [yearOf('Ashford', 73_521, '2020-01-23')], { name: 'next.csv' })
    const parts = await breakdownAt(record.ask, 'burglary', 'district')
    assert.deepEqual(parts?.content.rows[0]?.cells.map(({ mark }) => mark).slice(0, 1), ['suppressed'])
    const { rows: tables } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'published' and c.relkind = 'r'`.execute(record.ask.db)
    assert.ok(tables.length > 9)
    for (const { name } of tables) {
      const { rows } = await sql<{
        row: string
      }>`select t::text as row from ${sql.table(`published.${name}`)} t`.execute(record.ask.db)
      for (const canary of canaries)
        assert.deepEqual(
          rows.filter(({ row }) => row.includes(String(canary))),
          [],
          name,
        )
    }
    const { rows: kept } =
      await sql`select from record.entry where position('73521' in working::text) > 0`.execute(record.db)
    assert.equal(kept.length, 1, 'the working copy has it, so that not finding it elsewhere means something')
  })

  test('districts beside divisions, which sum them, are told where small numbers are hidden', async (t) => {
    const record = await aRecord(t)
    const definition = aDefinition({ hideBelow: 5 })
    await bring.register(record, { register: 'measures', entries: [anEntry({ definition })] })
    const { open } = await bring.figures(record, [
      ofPart('district', 'Ashford', 3),
      ofPart('district', 'Dover', 30),
      ofPart('district', 'Swale', 31),
      ofPart('division', 'East', 33),
      ofPart('division', 'North', 31),
    ])
    assert.deepEqual(
      open.map(({ what }) => what.slice(0, 75)),
      ['Burglary has small numbers to hide and comes both by district and by divisi'],
    )
  })
})
