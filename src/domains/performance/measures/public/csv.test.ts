/** Tables that people take away: what a spreadsheet and a program make of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvText } from './csv.ts'

test('numbers stay numbers, negative ones too, and nothing stays nothing', () => {
  assert.equal(csvText(['a', 'b', 'c'], [[-3, 0.5, null]]), 'a,b,c\r\n-3,0.5,\r\n')
})

test('commas, quotes and line breaks do not tear a cell apart', () => {
  assert.equal(csvText(['a'], [['one, "two"\nthree']]), 'a\r\n"one, ""two""\nthree"\r\n')
})

test('no text is run as a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (first, rest) => {
      const cell = csvText([], [[`${first}${rest}`]])
        .split('\r\n')
        .slice(1)
        .join('\r\n')
      assert.ok(cell.startsWith(`"'${first}`), JSON.stringify(cell))
    }),
  )
})
