import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isRefusal } from '../../lib/index.ts'
import { correctionsBeside, noCorrections, parseCorrections } from './corrections.ts'

const messageOf = (found: unknown): string => {
  const outcome = parseCorrections(found, 'notes.md.corrections.json')
  assert.ok(isRefusal(outcome), 'it should be refused')
  return outcome.message
}

describe('corrections beside a paper', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corrections-'))
  })
  after(async () => {
    await rm(folder, { recursive: true })
  })

  it('are none when there is no such file', async () => {
    assert.deepEqual(await correctionsBeside(join(folder, 'notes.md')), noCorrections)
  })

  it('are refused with the name of the file when it is not JSON', async () => {
    await writeFile(join(folder, 'bad.md.corrections.json'), '{ "people": ')
    const outcome = await correctionsBeside(join(folder, 'bad.md'))
    assert.ok(isRefusal(outcome))
    assert.equal(outcome.code, 'corrections-not-json')
    assert.match(outcome.message, /bad\.md\.corrections\.json/)
  })

  it('are read whole when every part is there', () => {
    const outcome = parseCorrections(
      {
        note: 'settled with the clerk',
        paper: { date: '2021-02-03' },
        people: { 'Cllr A Reed': 'Ann Reed' },
        serves: [{ ref: 'B1', priorities: [], why: 'about the building' }],
        progress: [
          { ref: '12.R1', date: '2021-03-04', state: 'done', text: 'Given.', source: '/meetings/x' },
        ],
        plan: { priorities: [{ number: '1', title: 'Roads', owner: 'force' }] },
      },
      'x',
    )
    assert.ok(!isRefusal(outcome))
    assert.equal(outcome.people['Cllr A Reed'], 'Ann Reed')
    assert.equal(outcome.progress[0]?.date, '2021-03-04')
    assert.deepEqual(outcome.plan.priorities, [{ number: '1', title: 'Roads', owner: 'force', summary: '' }])
  })

  it('say which line and which field is wrong, so that nothing is silently left out', () => {
    assert.match(messageOf({ peple: {} }), /"peple" is not known; known are "paper", "people"/)
    assert.match(messageOf([]), /must hold one object/)
    assert.match(messageOf({ paper: { Date: '2021-02-03' } }), /"paper" has "Date", which is not known/)
    assert.match(messageOf({ paper: { date: '3 February 2021' } }), /write a day such as 2019-09-24/)
    assert.match(messageOf({ people: { a: 1 } }), /"people" has "a", which is not a text/)
    assert.match(
      messageOf({ progress: [{ ref: 'x', date: '2021-02-30', state: 'open', text: 't' }] }),
      /line 1 of "progress": "date"/,
    )
    assert.match(
      messageOf({ serves: [{ ref: 'x', priorities: 'all', why: 'y' }] }),
      /line 1 of "serves": "priorities"/,
    )
    assert.match(
      messageOf({ plan: { priorities: [{ number: '1', title: 'x', owner: 'us' }] } }),
      /"owner" is "force" or/,
    )
  })
})
