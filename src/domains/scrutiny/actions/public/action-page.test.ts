/** What the pages of actions say, and never say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, newId, now } from '../../../../lib/index.ts'
import type { PageRequest } from '../../../../web/index.ts'
import type { Action } from '../action.ts'
import { actionKind } from '../published.ts'
import { type ActionRegister, type ActionRow, narrowing } from '../reads.ts'
import { anAction, progressOf } from '../testing.ts'
import { actionPage } from './action-page.ts'
import { actionRegisterPage } from './register-page.ts'

const today = date('2019-12-31')
const request = (query: Record<string, string> = {}): PageRequest => ({
  site: {
    authority: 'anyshire',
    name: 'Anyshire policing, on the record',
    tagline: '',
    publisher: 'the Office',
    words: {
      policingBody: 'Commissioner',
      chief: 'Chief Constable',
      force: 'Police',
      panel: 'Panel',
      area: 'Anyshire',
    },
    ink: '#000000',
    gold: '#b7832f',
    contact: [],
  },
  path: '/actions',
  params: {},
  query,
  today,
  on: null,
})

function row(action: Action): ActionRow {
  const { paragraphs: _, files: __, ...published } = actionKind.publish(action)
  return { ...published, id: newId(), kind: 'action', version: 1, publishedAt: now() }
}

const pageOf = (action: Action): string =>
  actionPage({ action: row(action), priorities: [] }, request()).main.text
const programme = {
  month: '2019-11',
  path: '/work-programme/panel/2019-11',
  title: 'Work programme of November 2019',
}

test('an action’s page has its exact words, with the link to where they stand', () => {
  const page = pageOf(anAction({ quote: 'Request a report on <support>' }))
  assert.match(page, /“Request a report on &lt;support&gt;”/)
  assert.match(page, /href="[^"]+\/minutes#minute-328-resolution"[^>]*>Minute 328, resolution</)
  assert.equal(page.match(/<h1/g)?.length, 1)
})

test('an action that no programme carries is “not found”, with room for another explanation and never blame', () => {
  const page = pageOf(
    anAction({ carrying: [{ outcome: 'not-found', programme, why: 'looked for “support”' }] }),
  )
  assert.match(page, /Not found in the next work programme \(November 2019\)/)
  assert.match(page, /may have been met in another way/)
  assert.match(page, /href="\/work-programme\/panel\/2019-11"/)
  assert.doesNotMatch(page, /ignored|forgotten|failed|dropped/i)
})

test('lateness is said in words, against the day of the page', () => {
  assert.match(pageOf(anAction({ due: date('2019-12-19') })), /12 days past its date/)
  assert.match(pageOf(anAction({ due: null })), /none was given/)
})

test('the history shows each statement with its source, and the latest decides the state', () => {
  const progress = [progressOf({ date: date('2019-12-01'), state: 'partly', source: null }), progressOf()]
  const page = pageOf(anAction({ progress }))
  assert.match(page, /No source is given/)
  assert.match(page, /Source: Agenda of 6 February 2020, item B3/)
  assert.match(page, /sm-state--done">Done</)
})

function register(rows: ActionRow[], query: Record<string, string> = {}): ActionRegister {
  return {
    rows,
    found: rows.length,
    whole: rows,
    choices: query,
    by: narrowing(today),
    next: null,
    first: null,
    counts: { all: rows.length, done: 0, open: rows.length, late: 0, notFound: 0 },
    options: { owners: [], bodies: [], meetings: [], states: [] },
  }
}

test('the register says in words that nothing matches, and how to see everything again', () => {
  const page = actionRegisterPage(register([]), request({ show: 'late' })).main.text
  assert.match(page, /No action matches what you chose/)
})

test('the register tells promises, requests and intentions apart', () => {
  const rows = [
    row(anAction()),
    row(anAction({ kind: 'commitment' })),
    row(anAction({ kind: 'commitment', firm: false })),
  ]
  const page = actionRegisterPage(register(rows), request()).main.text
  assert.match(page, /Asked for by the Panel/)
  assert.match(page, /Promise by the Commissioner/)
  assert.match(page, /Intention stated by the Commissioner/)
})

test('a choice of the register lets through what its words say', () => {
  const by = narrowing(today)['show']
  const late = row(anAction({ due: date('2019-12-01') }))
  const missed = row(anAction({ carrying: [{ outcome: 'maybe', programme, why: 'may be' }] }))
  assert.equal(by?.(late, 'late'), true)
  assert.equal(by?.(missed, 'late'), false)
  assert.equal(by?.(missed, 'not-found'), true)
  assert.equal(by?.(late, 'not-found'), false)
  assert.equal(by?.(late, 'nonsense'), false)
})
