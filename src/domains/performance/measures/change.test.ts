/** What is said of the change between two figures: never more than the figures bear out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, date, type LocalDate } from '../../../lib/index.ts'
import { aDefinition, aMeasure, anObservation, aReport, aUnit, TODAY, yearTo } from '../testing.ts'
import { changeBetween, statedChange } from './change.ts'
import type { Cell } from './observation.ts'
import { whenWords } from './spans.ts'
import { tell } from './telling.ts'

const onDay = (day: LocalDate) => ({ from: day, until: addDays(day, 1) })
const unit = aUnit()

function between(before: [number, Cell['hedge']], after: [number, Cell['hedge']]): string | undefined {
  const [was, is] = [
    anObservation(yearTo('2018-09'), before[0], { cell: { hedge: before[1] } }),
    anObservation(yearTo('2019-09'), after[0], { cell: { hedge: after[1] } }),
  ]
  return changeBetween(was, is, { unit, breaks: [] })?.words.replace(/ than in .* \(/, ' (')
}

test('what there is on a day is no count of events, so no range of chance is invented for it', () => {
  const change = changeBetween(
    anObservation(onDay(date('2017-11-15')), 5),
    anObservation(onDay(date('2019-11-21')), 10),
    { unit, breaks: [] },
  )
  assert.equal(change?.chance, null)
  assert.equal(change?.clear, null)
  assert.equal(
    change?.words,
    '5 more than on 15 November 2017 (+100.0%). Two such figures alone cannot show whether that is more than the usual ups and downs.',
  )
})

test('a difference of hedged figures is hedged the way that keeps it true', () => {
  const end = ' The figures are not exact, so nobody can say how far chance alone reaches.'
  assert.equal(between([291, null], [270, 'over']), `Under 21 fewer (under 8%).${end}`)
  assert.equal(between([291, null], [270, 'almost']), `Over 21 fewer (over 7%).${end}`)
  assert.equal(between([210, null], [350, 'about']), `About 140 more (about 67%).${end}`)
  assert.equal(between([210, null], [350, 'over']), `Over 140 more (over 66%).${end}`)
  assert.equal(between([210, 'over'], [350, null]), `Under 140 more (under 67%).${end}`)
  assert.equal(between([210, 'over'], [350, 'over']), `About 140 more (about 67%).${end}`)
})

test('spans are said as one says them: on a day, in a year, from a day to a day', () => {
  const irregular = { from: date('2021-10-01'), until: date('2022-06-08') }
  assert.equal(whenWords(irregular), 'from 1 October 2021 to 7 June 2022')
  assert.equal(whenWords(yearTo('2019-09')), 'in the 12 months to September 2019')
  assert.equal(whenWords(onDay(date('2019-11-21'))), 'on 21 November 2019')
  const measure = aMeasure({
    title: 'Checks',
    definition: aDefinition({ frequency: 'irregular' }),
    observations: [anObservation(irregular, 70, { cell: { hedge: 'over' } })],
  })
  assert.equal(tell(measure, TODAY).sentence, 'Checks: over 70 crimes from 1 October 2021 to 7 June 2022.')
})

const stated = { span: yearTo('2019-06'), against: yearTo('2018-06'), points: null, report: aReport() }

test('a stated change whose counts are implied comes with the range that chance gives', () => {
  const { words, chance, clear } = statedChange({ ...stated, difference: -2900, percent: -26.1 }, unit)
  assert.equal(clear, true)
  assert.ok(
    chance !== null && chance.to !== null && chance.from < -26.1 && chance.to > -26.1 && chance.to < 0,
  )
  assert.match(
    words,
    /the values were not given\. That means between 11,090 and 11,132 before\. Allowing for chance, between −\d\d\.\d% and −\d\d\.\d%: more than chance alone would explain\.$/,
  )
})

test('a stated change does not say that a value is missing which stands beside it', () => {
  const { words } = statedChange(
    { ...stated, difference: 719, percent: 6.6 },
    unit,
    anObservation(yearTo('2019-06'), 11_581).cell,
  )
  assert.match(
    words,
    /as stated; the value before was not given\. That means 10,862 before\. Allowing for chance/,
  )
})

test('a stated change of which nothing is known but its size says that chance cannot be told', () => {
  const { words, clear } = statedChange({ ...stated, difference: null, percent: -0.4 }, unit)
  assert.equal(clear, null)
  assert.match(words, /the values were not given, so nobody can say how far chance alone reaches\.$/)
})

test('spans that share days are not held against each other', () => {
  const [was, is] = [
    anObservation({ from: date('2016-01-01'), until: date('2018-01-01') }, 100),
    anObservation({ from: date('2017-01-01'), until: date('2019-01-01') }, 150),
  ]
  assert.equal(changeBetween(was, is, { unit, breaks: [] }), null)
})

test('a difference too small to be shown is called the same', () => {
  const rate = aUnit({ style: 'rate', per: 1000, digits: 1 })
  const pounds = aUnit({ style: 'money', digits: 0 })
  for (const [one, before, after] of [
    [rate, 61.94, 61.96],
    [pounds, 10_000, 10_020],
  ] as const) {
    const [was, is] = [anObservation(yearTo('2018-09'), before), anObservation(yearTo('2019-09'), after)]
    const words = changeBetween(was, is, { unit: one, breaks: [] })?.words ?? ''
    assert.match(words, /^The same as in the 12 months to September 2018\./)
  }
})
