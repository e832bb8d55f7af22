/** The least and greatest of more numbers than a call takes arguments. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { greatest, least } from './extent.ts'

it('finds the least and the greatest of half a million numbers, as of a page of half a million words', () => {
  const numbers = Array.from({ length: 500_000 }, (_, at) => (at * 7919) % 500_000)
  assert.deepEqual([least(numbers), greatest(numbers)], [0, 499_999])
  assert.deepEqual([least([]), greatest([])], [Infinity, -Infinity])
})
