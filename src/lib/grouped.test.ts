import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grouped } from './grouped.ts'

test('numbers have commas, a true minus, no minus nought, and halves that go away from nought', () => {
  const written = [
    [197_356, 0],
    [-5948, 0],
    [-0.04, 1],
    [-0, 0],
    [1.005, 2],
    [-2.5, 0],
    [5.4, 1],
  ] as const
  assert.deepEqual(
    written.map(([value, digits]) => grouped(value, digits)),
    ['197,356', '−5,948', '0.0', '0', '1.01', '−3', '5.4'],
  )
})
