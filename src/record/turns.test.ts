import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as later } from 'node:timers/promises'
import { turns } from './turns.ts'

test('no more than so many go at once, each in its turn, and a failure lets the next one go', async () => {
  const inTurn = turns(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  const outcomes = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((number) =>
      inTurn(async () => {
        begun.push(number)
        running += 1
        most = Math.max(most, running)
        await later()
        await later()
        running -= 1
        if (number === 1) throw new Error('the second fails')
        return number
      }),
    ),
  )
  assert.equal(most, 2)
  assert.deepEqual(begun, [0, 1, 2, 3, 4, 5])
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed')),
    [0, 'failed', 2, 3, 4, 5],
  )
  assert.equal(await inTurn(async () => 'still open'), 'still open')
})
