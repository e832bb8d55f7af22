/** What an office relies on when versions of a plan come in any order, and again: the latest decides, with its corrections. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import { commitmentAt, threadOf } from './reads.ts'
import { aPlanReading, aPlanRecord, type PlanRecord } from './testing.ts'
import { SHOWS } from './thread.ts'

const PLAN = 'safer-anyshire-2017'
const NO_VOLUNTEERS = {
  serves: [{ ref: 'Custody visitors', priorities: [], why: 'Custody visiting is a duty of its own.' }],
}

const newer = (): Reading =>
  aPlanReading({
    date: '2020-04-01',
    plan: { title: 'Safer Anyshire: the plan as refreshed', from: '2017-05-01' },
  })

const bringOlder = ({ bring }: PlanRecord): Promise<unknown> => bring(aPlanReading(), 'the plan of 2017')
const bringNewer = ({ bring }: PlanRecord): Promise<unknown> =>
  bring(newer(), 'the plan of 2020', NO_VOLUNTEERS)

async function asShown({ ask }: PlanRecord): Promise<unknown> {
  const at = { plan: PLAN, priority: 'support-volunteering', show: SHOWS[0], after: null }
  const thread = await threadOf(ask, { ...at, today: date('2019-06-01') })
  const commitment = await commitmentAt(ask, PLAN, 'custody-visitors')
  return {
    priority: thread?.priority.plan,
    commitment: commitment?.commitment.plan,
    serves: commitment?.serves.map(({ path }) => path),
  }
}

test('priorities and commitments name the plan as its latest version does, tied as the corrections beside that say', async (t) => {
  const record = await aPlanRecord(t)
  await bringOlder(record)
  await bringNewer(record)
  const expected = {
    priority: { slug: PLAN, title: 'Safer Anyshire: the plan as refreshed', from: '2017-05-01' },
    commitment: { slug: PLAN, title: 'Safer Anyshire: the plan as refreshed' },
    serves: [],
  }
  assert.deepEqual(await asShown(record), expected)
  await bringOlder(record)
  assert.deepEqual(await asShown(record), expected, 'the older version again')
  const turned = await aPlanRecord(t)
  await bringNewer(turned)
  await bringOlder(turned)
  assert.deepEqual(await asShown(turned), expected, 'the older version last')
})
