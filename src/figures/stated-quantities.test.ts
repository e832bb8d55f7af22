/** Which quantities of a paper another paper is held against: few, and those surely. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areApart, statedQuantities } from './stated-quantities.ts'
import { periodOf } from './whole-period.ts'

const stated = (text: string): string[] =>
  statedQuantities({ text }).map(({ key, text: figure }) => `${key} = ${figure}`)

const SAME: readonly (readonly string[])[] = [
  [
    'There were 4,210 recorded burglaries in the year to June 2019.',
    'In the 12 months to June 2019, there were 4,210 burglaries.',
    'The number of burglaries in the year ending 30 June 2019 was 4,210.',
    '17. There were 4,210 burglaries in the year to June 2019.',
    'Burglaries stood at 4,210 in the year to June 2019, a fall of 3 on the year before.',
  ],
  [
    'Hate crimes totalled 88 in 2018/19.',
    'Total hate crimes in the year to March 2019 were 88.',
    'In 2018-19 hate crimes were 88.',
  ],
  [
    'The contact centre answered 29,400 emergency calls in March 2020.',
    'The contact centre answered 29,400 emergency calls during March 2020.',
  ],
]

test('a quantity has one key in whichever of the plain forms it is stated', () => {
  for (const forms of SAME) {
    const keys = forms.map((text) => stated(text))
    assert.deepEqual(
      keys.map(({ length }) => length),
      forms.map(() => 1),
      forms.join('\n'),
    )
    assert.equal(new Set(keys.flat()).size, 1, keys.flat().join('\n'))
  }
})

const SILENT = [
  '- There were 4,210 burglaries in the year to June 2019.',
  'Burglaries stood at 4,210.',
  'Burglaries so far stood at 4,210 in 2019.',
  'Provisional figures: there were 4,210 burglaries in the year to June 2019.',
  'There were around 4,200 burglaries in the year to June 2019.',
  'There were 4,210 of these in the year to June 2019.',
  'It was 4,210 in the year to June 2019.',
  'There were 310 fewer burglaries in the year to June 2019.',
  'The target for burglaries was 4,210 in 2019.',
  'The average time to answer was 41 in March 2020.',
  'Burglaries rose from 4,000 in 2018 to 4,210 in 2019.',
  'There were 12 meetings, 4 of them in private, in 2019.',
]

test('a figure that is provisional, rounded by a word, a change, or of no named period is held against nothing', () => {
  for (const text of SILENT) assert.deepEqual(stated(text), [], text)
})

test('different windows are different periods, and a financial year is the year to March', () => {
  assert.notEqual(periodOf('year to June 2019'), periodOf('year to September 2019'))
  assert.equal(periodOf('2018/19'), periodOf('the year ending 31 March 2019'))
  assert.equal(periodOf('2018/2019'), periodOf('2018-19'))
  assert.notEqual(periodOf('year to 15 June 2019'), periodOf('year to June 2019'))
  assert.notEqual(periodOf('2019'), periodOf('2018/19'))
  assert.equal(periodOf('2018/21'), undefined)
  assert.equal(periodOf('the summer'), undefined)
})

test('a cell of a table counts when its column is a period and its row says what is measured', () => {
  const text = 'Complaint | 2018/19 | 2019/20\nComplaints of delay | 41 | 52\nTotal | 90 | 97\n'
  const table = {
    start: 0,
    end: text.length,
    title: null,
    columns: ['Complaint', '2018/19', '2019/20'],
    rows: [
      ['Complaints of delay', '41', '52'],
      ['Total', '90', '97'],
    ],
  }
  const keys = statedQuantities({ text, tables: [table] }).map(({ key }) => key)
  assert.deepEqual(keys, [
    'complaint delay | 12 months to 2019-03 | count',
    'complaint delay | 12 months to 2020-03 | count',
  ])
})

test('what a paper states with two values itself is held against no other paper', () => {
  const text = 'There were 4,210 burglaries in 2019. In 2019, there were 4,310 burglaries.'
  assert.deepEqual(stated(text), [])
})

const of = (text: string): { lo: string; hi: string } => {
  const [found] = statedQuantities({ text: `There were ${text} burglaries in 2019.` })
  assert.ok(found, text)
  return found
}

test('two values are apart only when no rounding makes them one', () => {
  assert.equal(areApart(of('4,210'), of('4,310')), true)
  assert.equal(areApart(of('4,200'), of('4,210')), false)
  assert.equal(areApart(of('4,210'), of('4,210')), false)
})
