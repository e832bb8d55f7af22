/** What a measure says of itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import {
  aDefinition,
  aMeasure,
  anObservation,
  aReport,
  aSeries,
  aUnit,
  months,
  TODAY,
  yearTo,
} from '../testing.ts'
import { exceptionsOf, tell } from './telling.ts'

test('a change between two counts says how much, in per cent, and how far chance alone reaches', () => {
  const measure = aMeasure({
    title: 'Robbery',
    definition: aDefinition({ frequency: 'irregular' }),
    observations: [anObservation(yearTo('2018-09'), 1751), anObservation(yearTo('2019-09'), 1959)],
  })
  assert.equal(
    tell(measure, TODAY).sentence,
    'Robbery: 1,959 crimes in the 12 months to September 2019. 208 more than in the 12 months to September 2018 (+11.9%). Allowing for chance, between +4.8% and +19.4%: more than chance alone would explain.',
  )
})

test('a change that chance alone would give is called no clear change, however large its percentage', () => {
  const measure = aMeasure({
    observations: [anObservation(yearTo('2018-09'), 8), anObservation(yearTo('2019-09'), 2)],
  })
  const [window] = tell(measure, TODAY).windows
  assert.equal(window?.change?.clear, false)
  assert.match(
    window?.change?.words ?? '',
    /^6 fewer .*\(−75\.0%\)\. Allowing for chance, .*: no clear change\.$/,
  )
})

test('from nought there is no percentage', () => {
  const measure = aMeasure({
    observations: [anObservation(yearTo('2018-09'), 0), anObservation(yearTo('2019-09'), 3)],
  })
  const [window] = tell(measure, TODAY).windows
  assert.equal(window?.change?.percent, null)
  assert.match(
    window?.change?.words ?? '',
    /when there were none, so that there is no percentage\. No clear change\.$/,
  )
})

const ofThousand = (events: number) => ({ cell: { events, base: 1000 } })

test('shares change by percentage points, with the range that their bases give', () => {
  const unit = aUnit({ style: 'percent', digits: 1 })
  const measure = aMeasure({
    definition: aDefinition({ unit }),
    observations: [
      anObservation(yearTo('2018-09'), 10, ofThousand(100)),
      anObservation(yearTo('2019-09'), 7, ofThousand(70)),
    ],
  })
  const [window] = tell(measure, TODAY).windows
  assert.equal(window?.change?.points, -3)
  assert.match(
    window?.change?.words ?? '',
    /^3\.0 percentage points less than in the 12 months .*more than chance/,
  )
})

test('the same measure to June and to September stands twice, and only years a year apart are held against each other', () => {
  const measure = aMeasure({
    observations: [
      anObservation(yearTo('2018-06'), 100),
      anObservation(yearTo('2019-06'), 110),
      anObservation(yearTo('2018-09'), 105),
      anObservation(yearTo('2019-09'), 112),
    ],
  })
  const { windows } = tell(measure, TODAY)
  assert.deepEqual(
    windows.map(({ observation, before }) => [observation.cell.value, before?.cell.value]),
    [
      [112, 105],
      [110, 100],
      [105, undefined],
      [100, undefined],
    ],
  )
})

test('twelve months are summed where nobody states them, and never across a break or over a hole', () => {
  const values = Array.from({ length: 24 }, (_, index) => (index < 12 ? 10 : 20))
  const measure = aMeasure({ observations: aSeries('2017-10', values) })
  const { windows, chart } = tell(measure, TODAY)
  assert.deepEqual(
    windows.map(({ observation, summed }) => [observation.cell.value, summed]),
    [
      [240, true],
      [120, true],
    ],
  )
  assert.equal(chart?.points.length, 24, 'sums are no points of the chart')
  const broken = aMeasure({
    ...measure,
    breaks: [{ date: date('2019-02-01'), reason: 'a new system', source: null }],
  })
  assert.deepEqual(
    tell(broken, TODAY).windows.map(({ observation }) => observation.cell.value),
    [120],
  )
  const holed = aMeasure({ observations: aSeries('2017-10', [...values.slice(0, 23), null]) })
  assert.deepEqual(
    tell(holed, TODAY).windows.map(({ observation }) => observation.cell.value),
    [120],
  )
})

test('nothing is compared across a break', () => {
  const measure = aMeasure({
    observations: [anObservation(yearTo('2018-09'), 100), anObservation(yearTo('2019-09'), 150)],
    breaks: [{ date: date('2018-11-01'), reason: 'a new system counts more.', source: null }],
  })
  const [window] = tell(measure, TODAY).windows
  assert.deepEqual([window?.change?.difference, window?.change?.clear], [null, null])
  assert.match(
    window?.change?.words ?? '',
    /^Not compared .*from 1 November 2018 .*a new system counts more\.$/,
  )
})

test('limits begin anew where somebody decided so', () => {
  const values = [
    ...Array.from({ length: 14 }, (_, index) => 10 + (index % 3)),
    ...Array.from({ length: 14 }, (_, index) => 40 + (index % 3)),
  ]
  const measure = aMeasure({ observations: aSeries('2017-01', values) })
  assert.equal(tell(measure, TODAY).chart?.groups.length, 1)
  const anew = {
    from: date('2018-03-01'),
    reason: 'recording changed',
    by: 'A. Nalyst',
    decidedOn: date('2018-05-01'),
  }
  assert.equal(tell({ ...measure, rebaselines: [anew] }, TODAY).chart?.groups.length, 2)
})

test('a value that stands out is told with its comment, or without one', () => {
  const values = [...Array.from({ length: 20 }, (_, index) => 50 + (index % 3)), 90]
  const measure = aMeasure({ observations: aSeries('2018-01', values) })
  const [first] = exceptionsOf(measure, tell(measure, TODAY))
  assert.deepEqual(
    [first?.span, first?.value, first?.rule, first?.commentary],
    [months('2019-09'), 90, 'outside', []],
  )
  const comment = { span: months('2019-09'), words: 'One night.', by: 'The force', date: TODAY, source: null }
  const [told] = exceptionsOf({ commentary: [comment] }, tell(measure, TODAY))
  assert.deepEqual(told?.commentary, [comment])
})

test('made-up numbers are told to be so', () => {
  const real = anObservation(yearTo('2018-09'), 100)
  const made = anObservation(yearTo('2019-09'), 150, { report: { invented: true } })
  assert.equal(tell(aMeasure({ observations: [real] }), TODAY).invented, 'none')
  assert.equal(tell(aMeasure({ observations: [real, made] }), TODAY).invented, 'some')
  assert.equal(tell(aMeasure({ observations: [made] }), TODAY).invented, 'all')
})

test('the usual range of a share ends at 100%, in the sentence as in the picture', () => {
  const unit = aUnit({ style: 'percent', many: 'calls', digits: 1 })
  const values = [99.2, 98.8, 99.5, 99.9, 97.9, 99.1, 100, 99.7, 98.9, 99.6, 99.4, 99.3, 98.7, 99.8]
  const measure = aMeasure({
    definition: aDefinition({ unit, improvement: 'increase', frequency: 'month' }),
    observations: aSeries('2018-01-01', values),
  })
  const { sentence, chart } = tell(measure, TODAY)
  assert.ok((chart?.groups[0]?.upper ?? 0) > 100)
  assert.match(sentence, /within the 97\.\d% to 100\.0% that its usual ups and downs give/)
})

/** A change to June of a year, of which no value is given. */
const stated = (year: number, difference: number | null, percent: number | null) => ({
  span: yearTo(`${year}-06`),
  against: yearTo(`${year - 1}-06`),
  difference,
  percent,
  points: null,
  report: aReport(),
})

test('where only a change is stated, the first sentence is the newest of them, and short', () => {
  const measure = aMeasure({
    title: 'Stalking',
    definition: aDefinition({ frequency: 'irregular' }),
    changes: [stated(2018, null, 8.9), stated(2019, 4851, 29.3)],
  })
  const { sentence, stated: told } = tell(measure, TODAY)
  assert.equal(
    sentence,
    'Stalking: 4,851 more (+29.3%) in the 12 months to June 2019 against a year before: more than chance alone would explain.',
  )
  assert.equal(
    told[1]?.short,
    '+8.9% in the 12 months to June 2018 against a year before: whether chance could explain it cannot be told.',
  )
})
