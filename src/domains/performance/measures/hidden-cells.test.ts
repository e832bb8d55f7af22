/** Small numbers of breakdowns: that nothing public ever holds them, nor lets them be worked out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date } from '../../../lib/index.ts'
import { aBreakdown, aCell, aReport, aUnit, months, yearTo } from '../testing.ts'
import { hiding } from './hidden-cells.ts'
import type { Breakdown } from './measure.ts'

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

const elevenMonths = (ofParts: readonly number[]) =>
  Array.from({ length: 11 }, (_, month) => ({
    span: months(`2019-${String(month + 1).padStart(2, '0')}`),
    values: ofParts,
  }))

test('a month that is on no row and that a year less eleven months gives away is hidden like one that is', () => {
  const rows = [
    ...elevenMonths([20, 40, 20, 60]),
    { span: yearTo('2019-12'), values: [20 * 11 + 3, 480, 240, 720] },
  ]
  const shown = values(hiding(aBreakdown(PARTS, rows, { hideBelow: 5 })).breakdown)
  const hiddenYear = (shown.at(-1) ?? []).flatMap((value, at) => (value === null ? [at] : []))
  assert.ok(hiddenYear.includes(0), 'the year less the months')
  assert.ok(hiddenYear.length >= 2, 'the whole area less the other parts')
  for (const row of shown)
    assert.deepEqual(
      row.flatMap((value, at) => (value === null ? [at] : [])),
      hiddenYear,
    )
  const plenty = [
    ...elevenMonths([20, 40, 20, 60]),
    { span: yearTo('2019-12'), values: [300, 480, 240, 720] },
  ]
  assert.ok(
    values(hiding(aBreakdown(PARTS, plenty, { hideBelow: 5 })).breakdown)
      .flat()
      .every(Boolean),
  )
})

test('a mean of few is hidden with another, since whole means and how many were asked give it away', () => {
  const unit = aUnit({ style: 'mean', digits: 1 })
  const breakdown = aBreakdown(PARTS, [{ span: yearTo('2019-09'), values: [7, 8, 6, 9] }], {
    hideBelow: 5,
    unit,
  })
  const [row] = breakdown.rows
  assert.ok(row)
  row.cells = [3, 40, 50, 60].map((base, at) => aCell(6 + at, { base }))
  const [shown = []] = values(hiding(breakdown).breakdown)
  assert.equal(shown[0], null)
  assert.equal(shown.filter((value) => value === null).length, 2)
})

test('a share whose rest is small is hidden where only the share and its base are given', () => {
  const unit = aUnit({ style: 'percent', digits: 1 })
  const breakdown = aBreakdown(PARTS, [{ span: yearTo('2019-09'), values: [98, 0, 50, 40] }], {
    hideBelow: 5,
    unit,
  })
  const [row] = breakdown.rows
  assert.ok(row)
  row.cells = [
    aCell(98, { base: 100 }),
    aCell(0, { base: 3 }),
    aCell(50, { base: 80 }),
    aCell(40, { base: 80 }),
  ]
  const [shown = []] = values(hiding(breakdown).breakdown)
  assert.deepEqual(shown.slice(0, 2), [null, null])
})

test('a number that the source hid is not given away by the others of its row', () => {
  const breakdown = aBreakdown(PARTS, [{ span: yearTo('2019-09'), values: [0, 40, 20, 60] }], {
    hideBelow: 5,
  })
  const [row] = breakdown.rows
  assert.ok(row)
  row.cells[0] = aCell(null, { mark: 'suppressed' })
  const [alone = []] = values(hiding(breakdown).breakdown)
  assert.deepEqual(alone, [null, 40, null, 60])
  row.cells[1] = aCell(null, { mark: 'suppressed' })
  const [two = []] = values(hiding(breakdown).breakdown)
  assert.deepEqual(two, [null, null, 20, 60], 'two that the source hid keep each other hidden')
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
