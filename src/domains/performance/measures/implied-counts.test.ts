import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { impliedCounts } from './implied-counts.ts'

test('a stated number and per cent leave only one size of count, so that chance can be weighed', () => {
  const found = impliedCounts({ difference: 8002, percent: 5, after: null })
  assert.deepEqual(found?.before, { least: 158_456, greatest: 161_656 })
  assert.equal(found?.clear, true)
  assert.ok(found.chance.from > 4 && found.chance.from < 5 && (found.chance.to ?? 0) > 5)
})

test('a small change of many is no clear change, whatever its exact count was', () => {
  assert.equal(impliedCounts({ difference: -50, percent: -0.2, after: null })?.clear, false)
})

test('where the later count is known, the earlier one is exact', () => {
  assert.deepEqual(impliedCounts({ difference: 719, percent: null, after: 11_581 })?.before, {
    least: 10_862,
    greatest: 10_862,
  })
})

test('nothing is implied by a number alone, by a per cent alone, or by two that contradict each other', () => {
  for (const [difference, percent] of [
    [575, null],
    [null, 8.9],
    [-10, 4.4],
    [10, 0],
    [0, 0],
  ] as const)
    assert.equal(impliedCounts({ difference, percent, after: null }), undefined)
})

test('the true count before always lies between the least and the greatest implied', () => {
  const count = fc.integer({ min: 20, max: 400_000 })
  fc.assert(
    fc.property(count, count, (before, after) => {
      const percent = Math.round(((after - before) / before) * 1000) / 10
      const found = impliedCounts({ difference: after - before, percent, after: null })
      if (found === undefined) return
      assert.ok(found.before.least <= before && before <= found.before.greatest, JSON.stringify(found))
    }),
  )
})
