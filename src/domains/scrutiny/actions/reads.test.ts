/** What the numbers on the home page and over the register count is what the register shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachServer } from '../../../database/testing.ts'
import { date } from '../../../lib/index.ts'
import { draft, publish } from '../../../record/index.ts'
import { aRecord } from '../../../record/testing.ts'
import { aSite } from '../../../web/testing.ts'
import type { Action, Carrying } from './action.ts'
import { actionKind } from './published.ts'
import { actionCounts, actionRegister } from './reads.ts'
import { anAction, progressOf } from './testing.ts'

const compared = (outcome: Carrying['outcome']): Carrying => ({
  outcome,
  programme: { month: '2019-11', path: '/work-programme/panel/2019-11', title: 'Programme' },
  why: 'a test',
})

const ACTIONS: Partial<Action>[] = [
  {},
  { due: date('2020-01-01') },
  { due: date('2020-01-01'), progress: [progressOf({ state: 'done' })] },
  { due: date('2020-01-01'), progress: [progressOf({ state: 'partly' })] },
  { due: date('2021-01-01'), carrying: [compared('not-found')] },
  { due: date('2020-06-01'), carrying: [compared('maybe')] },
  { progress: [progressOf({ state: 'not-doing' })], carrying: [compared('not-found'), compared('carried')] },
]

onEachServer((server) => {
  test('every number over the register is the number of actions that its choice shows', async (t) => {
    const record = await aRecord(t, server)
    const today = date('2020-06-01')
    assert.deepEqual(await actionCounts(record.ask, today), {
      all: 0,
      done: 0,
      open: 0,
      late: 0,
      notFound: 0,
    })
    await record.act(async (tx) => {
      for (const [index, parts] of ACTIONS.entries()) {
        const one = anAction({ slug: `action-${index}`, ...parts })
        const { id } = await draft(tx, record.permits.bring, actionKind, one.slug, one, 'for a test')
        await publish(tx, record.permits.publish, [actionKind], [id])
      }
    })
    const counts = await actionCounts(record.ask, today)
    assert.deepEqual(counts, { all: 7, done: 1, open: 5, late: 2, notFound: 2 })
    const shown = async (query: Record<string, string>): Promise<number> =>
      (
        await actionRegister(record.ask, {
          site: aSite(),
          path: '/actions',
          params: {},
          query,
          today,
          on: null,
        })
      ).found
    assert.equal(await shown({}), counts.all)
    assert.equal(await shown({ state: 'done' }), counts.done)
    assert.equal(await shown({ show: 'late' }), counts.late)
    assert.equal(await shown({ show: 'not-found' }), counts.notFound)
  })
})
