/** When figures are said to be new, due and late. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { aDefinition, anObservation, aReport, aSeries, months, yearTo } from '../testing.ts'
import { freshnessOf, latenessOf } from './freshness.ts'

const promised = aDefinition({ frequency: 'month', dueAfter: 30 })

test('the next month is due so many days after its end, and no day late on that day', () => {
  const measure = { definition: promised, observations: aSeries('2019-07', [1, 2, 3]) }
  const fresh = freshnessOf(measure, date('2019-12-01'))
  assert.deepEqual(fresh.newest, months('2019-09'))
  assert.deepEqual(fresh.due, { span: months('2019-10'), by: '2019-12-01', late: 0 })
  assert.equal(
    fresh.words,
    'Figures to September 2019. The next, of October 2019, are due by 1 December 2019.',
  )
})

test('figures that did not come are late by the days since they were due', () => {
  const measure = { definition: promised, observations: aSeries('2019-09', [1]) }
  assert.equal(
    freshnessOf(measure, date('2019-12-04')).words,
    'Figures to September 2019. The next, of October 2019, were due by 1 December 2019 and are 3 days late.',
  )
})

test('a twelve-month figure does not make a monthly series look newer, and an empty cell is no figure', () => {
  const observations = [...aSeries('2019-07', [1, null]), anObservation(yearTo('2019-09'), 40)]
  assert.deepEqual(
    freshnessOf({ definition: promised, observations }, date('2019-10-01')).newest,
    months('2019-07'),
  )
})

test('nothing is due where nobody promised or spans follow no rule', () => {
  const observations = aSeries('2019-09', [1])
  for (const definition of [
    aDefinition({ dueAfter: null }),
    aDefinition({ frequency: 'irregular', dueAfter: 30 }),
  ])
    assert.deepEqual(freshnessOf({ definition, observations }, date('2020-12-01')), {
      newest: months('2019-09'),
      due: null,
      words: 'Figures to September 2019.',
    })
  assert.equal(
    freshnessOf({ definition: promised, observations: [] }, date('2020-01-01')).words,
    'No figures yet.',
  )
})

test('the log of lateness goes by the first report of each span, and leaves out what nobody dated', () => {
  const revised = {
    ...anObservation(months('2019-01'), 7, { report: { asAt: date('2019-10-17') } }),
    earlier: [
      { cell: anObservation(months('2019-01'), 6).cell, report: aReport({ asAt: date('2019-03-05') }) },
    ],
  }
  const undated = anObservation(months('2019-02'), 3, { report: { asAt: null } })
  const early = anObservation(months('2019-03'), 3, { report: { asAt: date('2019-04-20') } })
  assert.deepEqual(latenessOf({ definition: promised, observations: [early, revised, undated] }), [
    { span: months('2019-01'), due: '2019-03-03', came: '2019-03-05', late: 2 },
    { span: months('2019-03'), due: '2019-05-01', came: '2019-04-20', late: -11 },
  ])
})
