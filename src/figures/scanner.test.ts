/** Numbers are read with the precision they are stated in, and numbers that count nothing are left alone. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { written } from './exact.ts'
import { scan } from './scanner.ts'

/** What each figure of a text says: value, unit, and the ends of what it stands for. */
const read = (text: string): unknown[] =>
  scan(text).figures.map(({ value, unit, stands }) => [
    written(value),
    unit,
    written(stands.lo),
    written(stands.hi),
  ])
const values = (text: string): string[] => scan(text).figures.map(({ value }) => written(value))

describe('reading figures', () => {
  it('keeps the precision that is stated, zeros at the end of decimals too', () => {
    assert.deepEqual(read('3.0%'), [['3', '%', '2.95', '3.05']])
    assert.deepEqual(read('58 per cent'), [['58', '%', '57.5', '58.5']])
    assert.deepEqual(read('£29.2m'), [['29200000', 'GBP', '29150000', '29250000']])
    assert.deepEqual(read('£1.2 billion'), [['1200000000', 'GBP', '1150000000', '1250000000']])
    assert.deepEqual(read('£60k'), [['60000', 'GBP', '59500', '60500']])
  })

  it('takes counts and pence for exact, and whole pounds for rounded', () => {
    assert.deepEqual(read('191,408 crimes'), [['191408', null, '191408', '191408']])
    assert.deepEqual(read('£18.50'), [['18.5', 'GBP', '18.5', '18.5']])
    assert.deepEqual(read('£472,090'), [['472090', 'GBP', '472089.5', '472090.5']])
    assert.deepEqual(read('45p'), [['0.45', 'GBP', '0.45', '0.45']])
  })

  it('tells percentage points from percentages', () => {
    assert.deepEqual(
      scan('2.1 percentage points, 3% points, 4pp and 5%').figures.map(({ unit }) => unit),
      ['points', 'points', 'points', '%'],
    )
  })

  it('widens what is only about, over or nearly a number', () => {
    assert.deepEqual(read('around 60,000 calls'), [['60000', null, '57000', '63000']])
    assert.deepEqual(read('more than 200 people'), [['200', null, '200', '220']])
    assert.deepEqual(read('nearly 90%'), [['90', '%', '81', '90.5']])
  })

  it('reads thousands whatever stands between them', () => {
    for (const separator of [',', '\u00a0', '\u2009', '\u202f', ''])
      assert.deepEqual(values(`They took 12${separator}345 calls.`), ['12345'])
  })

  it('leaves out dates, years, times, telephones and numbering', () => {
    for (const text of [
      'on 24 September 2019 at 2.00 pm',
      'in 2019/20, 2018-19 and 2022/2023',
      'between 06:00 and 18:30, 8am-8pm',
      'call 03000 416478 or 0808 168 9276, or 999 and 101',
      '(Pages 13 - 16), item 5, paragraph 93, section 136 and S136',
      'the Equality Act 2010',
      'the M26 and junction 10a',
      'a 4x4, CVQO1 and Covid19',
      'aged 13-17, under the age of 25, 14 year olds',
      'on a scale of 1 to 10, 7.0 / 10, 1:1 and 24/7',
      'the 3rd of 2021-03-14',
      'FOI 123A/20',
    ])
      assert.deepEqual(values(text), [], text)
  })

  it('reads number words, and leaves "one" and lengths of time alone', () => {
    assert.deepEqual(
      scan('one of the twenty-one teams, ninety nine calls, within three weeks').words.map(({ value }) =>
        written(value),
      ),
      ['21', '99'],
    )
  })

  it('gets past any run of digits in the time it takes to see it', () => {
    assert.deepEqual(scan('7'.repeat(2_000_000)), { figures: [], words: [] })
  })
})
