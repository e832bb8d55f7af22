/** How a year's change is said: of two values, as a source states it, and shares in points alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDefinition, aMeasure, anObservation, aReport, aUnit, yearTo } from '../testing.ts'
import { changeWords, yearChange } from './changes.ts'

const [now, before] = [yearTo('2019-09'), yearTo('2018-09')]
const stated = (change: object) => ({
  span: now,
  against: before,
  difference: null,
  percent: null,
  points: null,
  report: aReport(),
  ...change,
})
const said = (measure: ReturnType<typeof aMeasure>): string | undefined => {
  const found = yearChange(measure, now)
  return found && changeWords(found, measure.definition.unit)
}

test('two counts give the difference and the per cent against the year before', () => {
  const measure = aMeasure({ observations: [anObservation(before, 197_356), anObservation(now, 191_408)] })
  assert.equal(said(measure), '5,948 fewer crimes (−3.0%) than in the 12 months to September 2018')
})

test('shares change in percentage points and never in per cent', () => {
  const definition = aDefinition({ unit: aUnit({ style: 'percent', many: 'crimes', digits: 1 }) })
  const rates = aMeasure({ definition, observations: [anObservation(before, 9), anObservation(now, 5)] })
  assert.equal(said(rates), '4.0 percentage points lower than in the 12 months to September 2018')
  const told = aMeasure({ definition, observations: [], changes: [stated({ points: -2.1 })] })
  assert.equal(said(told), '2.1 percentage points lower than in the 12 months to September 2018')
})

test('a change that a source states stands where it prints no values', () => {
  assert.equal(
    said(aMeasure({ changes: [stated({ difference: -50, percent: -0.2 })] })),
    '50 fewer crimes (−0.2%) than in the 12 months to September 2018',
  )
  assert.equal(
    said(aMeasure({ changes: [stated({ percent: -0.4 })] })),
    '−0.4% against the 12 months to September 2018',
  )
})

test('from nought there is no per cent, and without a year before there is no change', () => {
  const fromNought = aMeasure({ observations: [anObservation(before, 0), anObservation(now, 3)] })
  assert.equal(said(fromNought), '3 more crimes than in the 12 months to September 2018')
  assert.equal(said(aMeasure({ observations: [anObservation(now, 3)] })), undefined)
})
