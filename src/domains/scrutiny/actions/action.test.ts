/** What readers of actions rely on: states that are earned, lateness in words, addresses that stay apart. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import {
  ACTION_STATES,
  actionSlug,
  carryingInWords,
  faultOf,
  hasEnded,
  isLate,
  kindInWords,
  lateness,
  presentCarrying,
  presentState,
} from './action.ts'
import { actionKind } from './published.ts'
import { anAction, progressOf } from './testing.ts'

const programme = {
  month: '2019-11',
  path: '/work-programme/panel/2019-11',
  title: 'Work programme of November 2019',
}

test('an action is open until something is on the record', () => {
  assert.equal(presentState([]), 'open')
})

test('the state is that of the latest statement, whatever the order they were typed in', () => {
  const early = progressOf({ date: date('2019-12-01'), state: 'partly' })
  const late = progressOf({ date: date('2020-02-06'), state: 'disputed' })
  assert.equal(presentState([late, early]), 'disputed')
  assert.equal(presentState([early, late]), 'disputed')
})

test('done without a source that shows it is refused, and so is an unknown state', () => {
  assert.match(faultOf({ state: 'done', text: 'It was given.', source: null }) ?? '', /source/)
  assert.match(faultOf({ state: 'closed', text: 'x', source: 'y' }) ?? '', /closed/)
  assert.match(faultOf({ state: 'not-doing', text: ' ', source: null }) ?? '', /reason/)
  assert.match(faultOf({ state: 'superseded', text: '', source: null }) ?? '', /took its place/)
  assert.equal(faultOf({ state: 'done', text: 'It was given.', source: 'Agenda, item B3' }), undefined)
})

test('partly done and disputed actions are still owed', () => {
  assert.deepEqual(
    ACTION_STATES.filter((state) => !hasEnded(state)),
    ['open', 'partly', 'disputed'],
  )
})

test('lateness is counted from the date to today and said in words', () => {
  const due = date('2019-09-25')
  const on = (today: string): string => lateness({ due, state: 'open' }, date(today))
  assert.equal(on('2019-09-24'), 'due on 25 September 2019')
  assert.equal(on('2019-09-25'), 'due today')
  assert.equal(on('2019-09-26'), '1 day past its date')
  assert.equal(on('2019-10-07'), '12 days past its date')
  assert.equal(on('2020-03-25'), '5 months past its date')
  assert.equal(on('2021-09-24'), '23 months past its date')
  assert.equal(on('2021-09-25'), 'more than 2 years past its date')
  assert.equal(on('2022-10-01'), 'more than 3 years past its date')
})

test('an action without a date is never late, and one that is done is not late any more', () => {
  assert.equal(lateness({ due: null, state: 'open' }, date('2026-01-01')), 'no date was given')
  assert.equal(isLate({ due: null, state: 'open' }, date('2026-01-01')), false)
  assert.equal(lateness({ due: date('2019-09-25'), state: 'done' }, date('2026-01-01')), '')
  assert.equal(isLate({ due: date('2019-09-25'), state: 'done' }, date('2026-01-01')), false)
  assert.equal(isLate({ due: date('2019-09-25'), state: 'partly' }, date('2026-01-01')), true)
})

test('two actions of one day with the same words have addresses of their own', () => {
  const first = actionSlug(date('2019-09-24'), 'A further report', new Set())
  const second = actionSlug(date('2019-09-24'), 'A further report', new Set([first]))
  assert.equal(first, '2019-09-24-a-further-report')
  assert.equal(second, '2019-09-24-a-further-report-2')
})

test('an intention is not called a promise', () => {
  const owner = { office: 'Commissioner', person: null }
  assert.equal(kindInWords({ kind: 'commitment', firm: true, owner }), 'Promise by the Commissioner')
  assert.equal(
    kindInWords({ kind: 'commitment', firm: false, owner }),
    'Intention stated by the Commissioner',
  )
  assert.equal(kindInWords({ kind: 'panel-request', firm: true, owner }), 'Asked for by the Panel')
})

test('a programme that carries an action later stands for it, and what was not found is never called ignored', () => {
  const missed = { outcome: 'not-found', programme, why: 'looked for “violence”' } as const
  const later = {
    outcome: 'carried',
    programme: { ...programme, month: '2020-02' },
    why: '“violence”',
  } as const
  assert.equal(presentCarrying([missed, later]), later)
  assert.equal(carryingInWords(missed), 'Not found in the next work programme (November 2019)')
  assert.equal(carryingInWords(later), 'Carried in the work programme (February 2020)')
  assert.doesNotMatch(carryingInWords({ ...missed, outcome: 'maybe' }), /ignored|forgotten|failed/i)
})

test('the public gets the exact words, the state and the finding, and none of the keeping of the record', () => {
  const carrying = [{ outcome: 'not-found' as const, programme, why: 'looked for “structure”' }]
  const action = anAction({
    carrying,
    progress: [progressOf({ state: 'partly', source: null })],
    serves: ['x'],
  })
  const published = actionKind.publish(actionKind.parse(JSON.parse(JSON.stringify(action))))
  assert.equal(published.path, '/actions/2019-09-24-report-on-support')
  assert.equal(published.state, 'partly')
  assert.match(published.summary, /^Asked for by the Panel\. Not found in the next work programme/)
  assert.equal(published.content.quote, action.quote)
  assert.equal('serves' in published.content, false)
})
