/** When printed parts are held against their printed whole, and when nothing is said. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCell } from '../testing.ts'
import { addedUp } from './adding-up.ts'

test('the row West of the Speedwatch table makes 5,627 where 5,631 is printed', () => {
  const parts = [3860, 12, 48, 1119, 588].map((value) => aCell(value))
  assert.deepEqual(addedUp(aCell(5631), parts), { outcome: 'differs', sum: 5627, stated: 5631, over: 4 })
})

test('parts that make their whole agree, whatever the fractions that binary sums leave', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1 }), (tenths) => {
      const whole = tenths.reduce((sum, value) => sum + value, 0) / 10
      const found = addedUp(
        aCell(whole),
        tenths.map((value) => aCell(value / 10)),
      )
      assert.equal(found.outcome, 'agrees')
    }),
  )
})

test('a whole that is one more than its parts never agrees', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1 }), (counts) => {
      const whole = counts.reduce((sum, value) => sum + value, 1)
      const found = addedUp(
        aCell(whole),
        counts.map((value) => aCell(value)),
      )
      assert.equal(found.outcome === 'differs' && found.over, 1)
    }),
  )
})

test('nothing is said where a part is missing, hidden or rough, or where there is no whole', () => {
  const hidden = aCell(null, { mark: 'suppressed' })
  assert.deepEqual(addedUp(aCell(5), [aCell(2), hidden]), { outcome: 'cannot-say', why: 'part-missing' })
  assert.deepEqual(addedUp(aCell(5), [aCell(2), undefined]), { outcome: 'cannot-say', why: 'part-missing' })
  assert.deepEqual(addedUp(aCell(5), []), { outcome: 'cannot-say', why: 'part-missing' })
  assert.deepEqual(addedUp(undefined, [aCell(2)]), { outcome: 'cannot-say', why: 'no-whole' })
  assert.deepEqual(addedUp(aCell(60_000, { hedge: 'about' }), [aCell(60_930)]), {
    outcome: 'cannot-say',
    why: 'hedged',
  })
})
