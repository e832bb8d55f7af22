/** What an office relies on while a plan is being varied: the draft of its next version is nobody's to read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPlanReading, aPlanRecord, aProgressReading } from './testing.ts'

const DRAFT = { publishes: false }

const varied = () =>
  aPlanReading({
    date: '2020-04-01',
    lines: ['# Safer Anyshire', 'A SECRET text.'],
    plan: {
      priorities: [{ number: '1', title: 'SECRET priority', owner: 'force', blocks: null }],
      commitments: [{ title: 'SECRET commitment', group: 'Holding to account' }],
    },
  })

test('a draft of the next version stays one when the version before it is published again', async (t) => {
  const { bring, ask } = await aPlanRecord(t)
  const publicText = async (): Promise<string> =>
    JSON.stringify(await ask.db.selectFrom('published.entry_version').selectAll().execute())
  await bring(aPlanReading(), 'the plan of 2017')
  await bring(varied(), 'the plan of 2020', {}, DRAFT)
  const brought = await bring(aPlanReading(), 'the plan of 2017')
  assert.doesNotMatch(await publicText(), /SECRET/)
  assert.match(brought.open.map(({ what }) => what).join(), /A later version of .* is a draft/)
  await bring(varied(), 'the plan of 2020')
  assert.match(await publicText(), /SECRET priority/)
})

test('a paper that reports on a plan publishes nothing of a plan that is a draft', async (t) => {
  const { bring, ask } = await aPlanRecord(t)
  await bring(aPlanReading(), 'the plan of 2017', {}, DRAFT)
  await bring(aProgressReading(), 'progress of 2017')
  assert.deepEqual(await ask.db.selectFrom('published.entry_version').select('path').execute(), [])
})
