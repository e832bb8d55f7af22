/** Whether numbers are written as people read them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axisWords, type NumberStyle, numberWords } from './number-words.ts'

const unit = (style: NumberStyle['style'], digits = 0, per: number | null = null): NumberStyle => ({
  style,
  digits,
  per,
})

test('numbers have commas between thousands, a true minus and never a minus nought', () => {
  assert.equal(numberWords(unit('count'))(18_000), '18,000')
  assert.equal(numberWords(unit('count'))(-1_234), '−1,234')
  assert.equal(numberWords(unit('count'))(-0.2), '0')
  assert.equal(numberWords(unit('mean', 1))(7), '7.0')
})

test('shares have their sign, rates say what they are per', () => {
  assert.equal(numberWords(unit('percent', 1))(5.44), '5.4%')
  assert.equal(numberWords(unit('rate', 1, 1000))(1.2), '1.2 per 1,000')
  assert.equal(axisWords(unit('rate', 1, 1000))(1.2), '1.2')
})

test('money is said in pounds from pence, in millions where it is large', () => {
  const money = numberWords(unit('money'))
  assert.equal(money(120_000_000), '£1.2m')
  assert.equal(money(200_000_000), '£2m')
  assert.equal(money(1_800_000), '£18,000')
  assert.equal(money(550), '£5.50')
  assert.equal(money(-1_800_000), '−£18,000')
})

test('an axis leaves out what is the same at each number', () => {
  assert.equal(axisWords(unit('percent', 1))(95), '95%')
  assert.equal(axisWords(unit('percent', 1))(97.5), '97.5%')
  assert.equal(axisWords(unit('count'))(2_000_000_000), '2,000m')
  assert.equal(axisWords(unit('count'))(9_999_999), '9,999,999')
})
