/** What comes of bringing plans and progress papers into the record. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachServer } from '../../database/testing.ts'
import { date } from '../../lib/index.ts'
import { prioritiesOn } from './priorities-on.ts'
import {
  commitmentAt,
  commitmentsOf,
  planAtAGlance,
  planInFront,
  plansOn,
  threadOf,
  versionsOf,
} from './reads.ts'
import { proposeServes } from './serves.ts'
import { aPlanReading, aPlanRecord, aProgressReading } from './testing.ts'
import { SHOWS } from './thread.ts'

const JUNE_2019 = date('2019-06-01')
const PLAN = 'safer-anyshire-2017'

const refreshed = () =>
  aPlanReading({
    date: '2020-04-01',
    lines: [
      '# Safer Anyshire',
      'This plan runs for four years and sets no target in numbers.',
      '# 1. Combat organised crime and county lines',
      'The force must disrupt drug gangs that use children.',
      '# 2. Provide visible neighbourhood policing',
    ],
    plan: {
      priorities: [
        { number: '1', title: 'Combat organised crime and county lines', owner: 'force', blocks: null },
        { number: '2', title: 'Provide visible neighbourhood policing', owner: 'force', blocks: null },
      ],
      opportunities: [],
    },
  })

const lost = () =>
  aPlanReading({
    plan: {
      priorities: [
        { number: '3', title: 'Provide visible neighbourhood policing', owner: 'force', blocks: null },
      ],
    },
  })

const named = (number: string, title: string) => ({
  number,
  title,
  owner: 'force' as const,
  summary: 'As its text says.',
})

onEachServer((server) => {
  test('a plan becomes an entry with its priorities by owner, commitments, version and money as printed', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    const brought = await bring(aPlanReading(), 'the plan of 2017')
    assert.deepEqual(brought.open, [])
    const answer = await planAtAGlance(ask, PLAN, JUNE_2019)
    assert.equal(answer?.standing.state, 'in-force')
    assert.deepEqual(
      answer?.plan.parts.priorities.map(({ owner, title }) => `${owner}: ${title}`),
      [
        'force: Combat organised crime and county lines',
        'force: Provide visible neighbourhood policing',
        'policing-body: Support volunteering',
      ],
    )
    assert.equal(answer?.plan.parts.allocations?.total, '£150')
    assert.equal(answer?.cards.size, 3)
    const commitments = await commitmentsOf(ask, PLAN)
    assert.equal(commitments?.commitments.length, 3)
  })

  test('a plan imported twice changes nothing', async (t) => {
    const { bring } = await aPlanRecord(t, server)
    await bring(aPlanReading(), 'the plan of 2017')
    const again = await bring(aPlanReading(), 'the plan of 2017')
    assert.deepEqual(
      new Set([...again.entries, ...again.links].map(({ outcome }) => outcome)),
      new Set(['unchanged']),
    )
  })

  test('a newer version supersedes the old one, which stays reachable and comparable', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    await bring(aPlanReading(), 'the plan of 2017')
    await bring(refreshed(), 'the plan of 2020')
    const versions = await versionsOf(ask, PLAN, { from: undefined, to: undefined })
    assert.deepEqual([versions?.from?.date, versions?.to?.date], ['2017-04-01', '2020-04-01'])
    const byNumber = await versionsOf(ask, PLAN, { from: '2', to: '1' })
    assert.deepEqual([byNumber?.from?.date, byNumber?.to?.date], ['2020-04-01', '2017-04-01'])
    assert.equal(await versionsOf(ask, PLAN, { from: '3', to: '1' }), undefined)
    const dropped = await threadOf(ask, {
      plan: PLAN,
      priority: 'support-volunteering',
      show: SHOWS[0],
      after: null,
      today: JUNE_2019,
    })
    assert.equal(dropped?.priority.inLatest, false)
    assert.equal((await plansOn(ask, JUNE_2019)).length, 1)
  })

  test('versions stand by date whatever the order in which they are brought', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    await bring(refreshed(), 'the plan of 2020')
    await bring(aPlanReading(), 'the plan of 2017')
    const answer = await planAtAGlance(ask, PLAN, JUNE_2019)
    assert.deepEqual(
      answer?.plan.versions.map(({ date: day }) => day),
      ['2017-04-01', '2020-04-01'],
    )
    assert.equal(answer?.plan.parts.priorities.length, 2, 'the latest version gives the plan its text')
    const again = await bring(refreshed(), 'the plan of 2020')
    assert.deepEqual(new Set(again.entries.map(({ outcome }) => outcome)), new Set(['unchanged']))
  })

  test('a lost heading stays open until a person names it, and then says that it was described', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    const first = await bring(lost(), 'a damaged plan')
    assert.deepEqual(
      first.open.map(({ what }) => what),
      ['priorities 1 and 2: heading not found'],
    )
    const second = await bring(lost(), 'a damaged plan', {
      plan: { priorities: [named('1', 'Victims and witnesses'), named('2', 'Organised crime and gangs')] },
    })
    assert.deepEqual(second.open, [])
    const answer = await planAtAGlance(ask, PLAN, JUNE_2019)
    assert.deepEqual(
      answer?.plan.parts.priorities.map(({ number, described }) => [number, described]),
      [
        ['1', true],
        ['2', true],
        ['3', false],
      ],
    )
    assert.equal(
      answer?.plan.versions.length,
      1,
      'corrections change the version at hand, they make no new one',
    )
  })

  test('a progress paper becomes dated progress of the commitment whose title heads it, with its paragraphs', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    await bring(aPlanReading(), 'the plan of 2017')
    await bring(aProgressReading(), 'progress of 2017')
    const answer = await commitmentAt(ask, PLAN, 'asking-for-a-fairer-funding-settlement')
    const [step, ...others] = answer?.commitment.progress ?? []
    assert.equal(others.length, 0)
    assert.equal(step?.date, '2017-11-15')
    assert.equal(step?.source.place, 'paragraphs 2 to 3')
    assert.deepEqual(step?.tables[0]?.rows, [['One', 'Begun']])
    const again = await bring(aProgressReading(), 'progress of 2017')
    assert.deepEqual(new Set(again.entries.map(({ outcome }) => outcome)), new Set(['unchanged']))
    await bring(refreshed(), 'the plan of 2020')
    const later = await commitmentAt(ask, PLAN, 'asking-for-a-fairer-funding-settlement')
    assert.equal(later?.commitment.progress.length, 1, 'a newer version of the plan keeps what was published')
    assert.equal(later?.commitment.inLatest, false)
  })

  test('a heading that only resembles a commitment is left for a person to decide', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    await bring(aPlanReading(), 'the plan of 2017')
    const brought = await bring(aProgressReading('Funding of other things'), 'another paper')
    assert.deepEqual(brought.entries, [])
    const answer = await commitmentAt(ask, PLAN, 'asking-for-a-fairer-funding-settlement')
    assert.deepEqual(answer?.commitment.progress, [])
  })

  test('a correction that corrects nothing is said to, and one that ties a national requirement is kept', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    const brought = await bring(aPlanReading(), 'the plan of 2017', {
      serves: [
        { ref: 'national 1', priorities: ['Support volunteering'], why: 'It asks for it' },
        { ref: 'national 9', priorities: ['No such priority'], why: 'A slip' },
      ],
      progress: [{ ref: 'no-such', date: date('2018-01-01'), state: 'open', text: 'Begun.', source: null }],
      plan: { status: 'in force', summaries: { Other: 'Not in it.' } },
    })
    assert.deepEqual(
      brought.open.map(({ what }) => what),
      [
        '“national 9” is no part of this plan',
        '“No such priority” is no priority of this plan',
        '“no-such” is no commitment of this plan',
        '“Other” has a summary but is no priority of this plan',
        'the status "in force"',
      ],
    )
    const answer = await planAtAGlance(ask, PLAN, JUNE_2019)
    assert.deepEqual(
      answer?.plan.parts.national[0]?.ties.map(({ why }) => why),
      ['It asks for it'],
    )
  })

  test('what a person notes about a commitment is its progress, with a state that only a source can give', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    await bring(aPlanReading(), 'the plan of 2017', {
      progress: [
        {
          ref: 'weekly-briefings',
          date: date('2018-05-01'),
          state: 'done',
          text: 'Held.',
          source: 'Annual report 2018',
        },
      ],
    })
    const answer = await commitmentAt(ask, PLAN, 'weekly-briefings')
    assert.deepEqual(
      answer?.commitment.progress.map(({ state, source }) => [state, source.title]),
      [['done', 'Annual report 2018']],
    )
    await bring(aPlanReading(), 'the plan of 2017')
    const without = await commitmentAt(ask, PLAN, 'weekly-briefings')
    assert.deepEqual(without?.commitment.progress, [], 'a note that is taken away goes')
  })

  test('a state that is none is refused with the states there are', async (t) => {
    const { refusal } = await aPlanRecord(t, server)
    const refused = await refusal(aPlanReading(), 'the plan of 2017', {
      progress: [
        { ref: 'custody-visitors', date: date('2018-01-01'), state: 'finished', text: 'Done.', source: null },
      ],
    })
    assert.equal(refused.code, 'not-a-state')
    assert.match(refused.message, /open, done, partly/)
  })

  test('done without a source is refused', async (t) => {
    const { refusal } = await aPlanRecord(t, server)
    const refused = await refusal(aPlanReading(), 'the plan of 2017', {
      progress: [
        { ref: 'custody-visitors', date: date('2018-01-01'), state: 'done', text: 'Done.', source: null },
      ],
    })
    assert.equal(refused.code, 'done-without-source')
  })

  test('the priorities of a day are those of the plan in force on it, and none where no plan was', async (t) => {
    const { bring, act, authority } = await aPlanRecord(t, server)
    await bring(aPlanReading(), 'the plan of 2017')
    const on = (day: string | null) =>
      act((tx) => prioritiesOn(tx, authority, day === null ? null : date(day)))
    assert.equal((await on('2019-06-01')).length, 3)
    assert.equal((await on('2021-04-01')).length, 0)
    assert.equal((await on(null)).length, 0)
    assert.deepEqual(
      proposeServes('How many county lines are there?', await on('2019-06-01')).map(({ path }) => path),
      [`/plan/${PLAN}/priorities/combat-organised-crime-and-county-lines`],
    )
  })

  test('a commitment stands on the thread of the priority whose words it shares', async (t) => {
    const { bring, ask } = await aPlanRecord(t, server)
    await bring(aPlanReading(), 'the plan of 2017')
    const at = { plan: PLAN, priority: 'support-volunteering', after: null, today: JUNE_2019 }
    const answer = await threadOf(ask, { ...at, show: SHOWS[0] })
    assert.deepEqual(
      answer?.entries.rows.map(({ title, why, place }) => [title, why, place?.label]),
      [
        [
          'Custody visitors',
          'Both speak of “volunteers”',
          'Safer Anyshire, 1 April 2017, “Holding to account”',
        ],
      ],
    )
  })

  test('an empty record has no plan in front, and an unknown plan is absent', async (t) => {
    const { ask } = await aPlanRecord(t, server)
    assert.equal(await planInFront(ask, JUNE_2019), undefined)
    assert.equal(await planAtAGlance(ask, 'no-such-plan', JUNE_2019), undefined)
  })
})
