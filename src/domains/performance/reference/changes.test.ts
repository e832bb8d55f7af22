/** How a year's change is said: of two values, as a source states it, shares in points alone, and always what chance does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { aDefinition, aMeasure, anObservation, aReport, aUnit, yearTo } from '../testing.ts'
import { yearChange } from './changes.ts'

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
  return yearChange(measure, now)?.words
}

test('two counts give the difference and the per cent against the year before', () => {
  const measure = aMeasure({ observations: [anObservation(before, 197_356), anObservation(now, 191_408)] })
  assert.equal(
    said(measure),
    '5,948 fewer than in the 12 months to September 2018 (−3.0%). Allowing for chance, between −3.6% and −2.4%: more than chance alone would explain.',
  )
})

test('shares change in percentage points and never in per cent', () => {
  const definition = aDefinition({ unit: aUnit({ style: 'percent', many: 'crimes', digits: 1 }) })
  const rates = aMeasure({ definition, observations: [anObservation(before, 9), anObservation(now, 5)] })
  assert.equal(
    said(rates),
    '4.0 percentage points less than in the 12 months to September 2018. The numbers behind the shares were not given, so nobody can say how far chance alone reaches.',
  )
  const told = aMeasure({ definition, observations: [], changes: [stated({ points: -2.1 })] })
  assert.equal(
    said(told),
    '−2.1 percentage points against the 12 months to September 2018, as stated; the numbers behind both shares were not given, so nobody can say how far chance alone reaches.',
  )
})

test('a change that a source states stands where it prints no values, with what chance does to it', () => {
  assert.match(
    said(aMeasure({ changes: [stated({ difference: -50, percent: -0.2 })] })) ?? '',
    /^50 fewer, −0\.2% against the 12 months to September 2018, as stated; .* Allowing for chance, between −\d\.\d% and \+\d\.\d%: no clear change\.$/,
  )
  assert.match(
    said(aMeasure({ changes: [stated({ percent: -0.4 })] })) ?? '',
    /^−0\.4% against the 12 months to September 2018, as stated; the values were not given, so nobody can say/,
  )
})

test('across a break nothing is compared here either', () => {
  const measure = aMeasure({
    observations: [anObservation(before, 100), anObservation(now, 200)],
    breaks: [{ date: date('2019-01-01'), reason: 'Counted anew.', source: null }],
  })
  assert.match(said(measure) ?? '', /^Not compared with the 12 months to September 2018, because/)
})

test('from nought there is no per cent, and without a year before there is no change', () => {
  const fromNought = aMeasure({ observations: [anObservation(before, 0), anObservation(now, 3)] })
  assert.equal(
    said(fromNought),
    '3 more than in the 12 months to September 2018, when there were none, so that there is no percentage. No clear change.',
  )
  assert.equal(said(aMeasure({ observations: [anObservation(now, 3)] })), undefined)
})
