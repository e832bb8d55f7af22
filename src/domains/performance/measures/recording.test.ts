/** Figures put into measures and breakdowns, in whatever order they come. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date } from '../../../lib/index.ts'
import { aMeasure, incoming, months, yearTo } from '../testing.ts'
import type { Incoming } from './observation.ts'
import { addObservations, addRows, beginBreakdown, withParts } from './recording.ts'

const JUNE = months('2019-06')
const asAt = (day: string): { report: { asAt: ReturnType<typeof date> } } => ({ report: { asAt: date(day) } })

test('a newer figure takes the place of the one before, which is kept with who said so', () => {
  const { observations, revisions } = addObservations(
    addObservations([], [incoming(JUNE, 100, asAt('2019-07-20'))]).observations,
    [incoming(JUNE, 104, asAt('2019-10-20'))],
  )
  assert.equal(observations[0]?.cell.value, 104)
  assert.deepEqual(
    observations[0]?.earlier.map(({ cell, report }) => [cell.value, report.asAt]),
    [[100, '2019-07-20']],
  )
  assert.equal(revisions.length, 1)
})

test('of two figures of which neither is newer the first stays, and both are told', () => {
  const { observations, differing } = addObservations([], [incoming(JUNE, 100), incoming(JUNE, 104)])
  assert.equal(observations[0]?.cell.value, 100)
  assert.deepEqual(
    differing.map(({ now, said }) => [now.cell.value, said.cell.value]),
    [[100, 104]],
  )
})

test('a final figure follows a provisional one of the same day', () => {
  const { observations, differing } = addObservations(
    [],
    [incoming(JUNE, 100, { report: { status: 'provisional' } }), incoming(JUNE, 104)],
  )
  assert.deepEqual([observations[0]?.cell.value, differing], [104, []])
})

test('a number takes the place of “not available”, which never takes the place of a number', () => {
  const { observations, differing } = addObservations(
    [],
    [incoming(JUNE, null), incoming(JUNE, 104), incoming(JUNE, null)],
  )
  assert.deepEqual([observations[0]?.cell.value, differing], [104, []])
})

test('the same span to June and to September are two figures', () => {
  const { observations, differing } = addObservations(
    [],
    [incoming(yearTo('2019-09'), 7), incoming(yearTo('2019-06'), 9)],
  )
  assert.deepEqual([observations.map(({ cell }) => cell.value), differing], [[9, 7], []])
})

const DAYS = ['2019-07-20', '2019-10-20', '2020-01-20', '2020-04-20'] as const

/** What each release says of each part, the same whenever it is read. */
const releases = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 })

const sayings = (values: readonly (readonly number[])[], order: readonly number[]): Incoming[] =>
  order.flatMap((release) =>
    (values[release] ?? []).map((value, part) =>
      incoming(JUNE, 10 + value, {
        part: { dimension: 'district', name: `District ${part}` },
        ...asAt(DAYS[release] ?? '2019-07-20'),
      }),
    ),
  )

test('in whatever order releases come, the newest is on top and the others stand below it in order', () => {
  fc.assert(
    fc.property(releases, fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }), (values, order) => {
      const all = sayings(values, order)
      const { observations, differing } = addObservations(
        [],
        all.filter(({ part }) => part?.name === 'District 0').map((one) => ({ ...one, part: null })),
      )
      assert.deepEqual(differing, [])
      const newest = Math.max(...order)
      const [one] = observations
      assert.equal(one?.cell.value, 10 + (values[newest]?.[0] ?? 0))
      const days = one?.earlier.map(({ report }) => report.asAt ?? '') ?? []
      assert.deepEqual(days, days.toSorted())
      assert.ok(days.every((day) => day < (DAYS[newest] ?? '')))
      const chain = [...(one?.earlier ?? []), ...(one ? [one] : [])].map(({ cell }) => cell.value)
      assert.ok(
        chain.every((value, index) => index === 0 || value !== chain[index - 1]),
        'a repetition is no revision',
      )
    }),
  )
})

test('releases brought in their order, and any of them again, leave a breakdown as it was', () => {
  const gaps = fc.array(fc.tuple(fc.nat(3), fc.nat(2)))
  fc.assert(
    fc.property(releases, gaps, fc.nat(3), (values, left, again) => {
      const all = sayings(values, [0, 1, 2, 3]).filter(
        ({ part, report }) =>
          !left.some(([day, name]) => part?.name === `District ${name}` && report.asAt === DAYS[day]),
      )
      const first = addRows(beginBreakdown(aMeasure(), 'district'), all)
      assert.deepEqual(first.differing, [])
      for (const [index, { name }] of first.breakdown.parts.entries()) {
        const newest = all.findLast(({ part }) => part?.name === name)
        assert.equal(first.breakdown.rows[0]?.cells[index]?.value, newest?.cell.value)
      }
      const release = all.filter(({ report }) => report.asAt === DAYS[again])
      assert.deepEqual(addRows(first.breakdown, release).breakdown, first.breakdown)
    }),
  )
})

const juneOf = (name: string, value: number, day: string): Incoming =>
  incoming(JUNE, value, { part: { dimension: 'district', name }, ...asAt(day) })

test('a cell that another release gave says so, and the row is the release of most', () => {
  const { breakdown } = addRows(beginBreakdown(aMeasure(), 'district'), [
    juneOf('Ashford', 1, '2019-07-20'),
    juneOf('Dover', 2, '2019-07-20'),
    juneOf('Dover', 3, '2019-10-20'),
    juneOf('Swale', 4, '2019-07-20'),
  ])
  const [row] = breakdown.rows
  assert.equal(row?.report.asAt, '2019-07-20')
  assert.deepEqual(
    row?.others.map(({ part, report }) => [part, report.asAt]),
    [['dover', '2019-10-20']],
  )
  assert.deepEqual(
    breakdown.earlier.map(({ part, cell }) => [part, cell.value]),
    [['dover', 2]],
  )
})

const aPart = (slug: string, name: string) => ({ slug, name, code: 'E1', owner: null })

test('parts in another order keep their figures', () => {
  const { breakdown } = addRows(beginBreakdown(aMeasure(), 'district'), [
    incoming(JUNE, 1, { part: { dimension: 'district', name: 'Ashford' } }),
    incoming(JUNE, 2, { part: { dimension: 'district', name: 'Dover' } }),
  ])
  const next = withParts(breakdown, [aPart('dover', 'Dover'), aPart('swale', 'Swale')])
  assert.deepEqual(
    next.parts.map(({ slug }) => slug),
    ['dover', 'swale', 'ashford'],
  )
  assert.deepEqual(
    next.rows[0]?.cells.map(({ value }) => value),
    [2, null, 1],
  )
})
