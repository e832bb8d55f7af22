import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readNumber } from './values.ts'

const numberOf = (text: string): number | undefined => {
  const read = readNumber(text)
  return read.is === 'number' ? read.number : undefined
}

describe('reading numbers as they are printed', () => {
  for (const [text, number] of [
    ['1,234', 1234],
    ['£1,234.50', 1234.5],
    ['-£5', -5],
    ['£-5', -5],
    ['(12)', -12],
    ['(1,200.5)', -1200.5],
    ['−5.4', -5.4],
    ['–5', -5],
    ['+3', 3],
    ['5.4%', 5.4],
    ['5.4 %', 5.4],
    ['.5', 0.5],
    ['-0', 0],
    ['007', 7],
    ['12 (r)', 12],
    ['12[note 3]', 12],
    ['5^**', 5],
    ['17~', 17],
    ['1\u00a0', 1],
  ] as const)
    it(`takes ${text} for ${number}`, () => {
      assert.equal(numberOf(text), number)
    })

  for (const text of [
    '1,23',
    '1,234,5',
    '12 34',
    '1.2.3',
    'NaN',
    'Infinity',
    '1e308',
    '1.23E+15',
    '٣',
    '(5',
    '5)',
    '(-5)',
    '--5x',
    '£',
    '%',
    '0x1F',
    '1/2',
    '9'.repeat(400),
  ])
    it(`takes ${text.slice(0, 20)} for no number`, () => {
      assert.equal(numberOf(text), undefined)
    })

  it('says whether a per cent sign or a pound stood there', () => {
    assert.deepEqual(readNumber('£5'), { is: 'number', number: 5, percent: false, pounds: true })
    assert.deepEqual(readNumber('5%'), { is: 'number', number: 5, percent: true, pounds: false })
  })

  it('keeps each mark of a missing figure as what it is, and never as nought', () => {
    for (const [text, mark] of [
      ['-', 'dash'],
      ['–', 'dash'],
      ['..', 'not-available'],
      [':', 'not-available'],
      ['[x]', 'not-available'],
      ['N/A', 'not-available'],
      ['*', 'suppressed'],
      ['[c]', 'suppressed'],
      ['c', 'suppressed'],
      ['[z]', 'not-applicable'],
      ['[low]', 'low'],
      ['#N/A', 'error'],
      ['#DIV/0!', 'error'],
    ] as const)
      assert.deepEqual(readNumber(text), { is: 'mark', mark, printed: text })
    assert.deepEqual(readNumber('  '), { is: 'empty' })
    assert.deepEqual(readNumber('Kent'), { is: 'words' })
  })

  it('reads every whole number that is printed with thousands, below nought or above', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
        assert.equal(numberOf(number.toLocaleString('en-GB')), number)
      }),
    )
  })

  it('never throws and never gives what is no finite number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(Number.isFinite(numberOf(text) ?? 0))
      }),
    )
  })
})
