/** What stored JSON must look like to be read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stored } from './index.ts'

const thing = stored.fields({
  title: stored.text,
  on: stored.orNull(stored.day),
  parts: stored.list(stored.fields({ state: stored.oneOf('open', 'done') })),
})

test('a stored value of the right shape is read, without what the shape does not name', () => {
  const read = thing({ title: 'A', on: '2019-09-24', parts: [{ state: 'open', other: 1 }], secret: 'x' })
  assert.deepEqual(read, { title: 'A', on: '2019-09-24', parts: [{ state: 'open' }] })
})

test('a stored value of another shape is refused, and the refusal names the place', () => {
  assert.throws(() => thing({ title: 'A', on: null, parts: [{ state: 'late' }] }), /parts\[0\]\.state/)
  assert.throws(() => thing({ title: 'A', on: '2019-02-30', parts: [] }), /on is not a day/)
  assert.throws(() => thing({ on: null, parts: [] }), /title is not text/)
  assert.throws(() => thing([]), /not an object/)
})
