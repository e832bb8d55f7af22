/** What a resident finds on the thread of a priority. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, newId } from '../../../lib/index.ts'
import { leadsTo, seen } from '../../../web/testing.ts'
import type { ThreadAnswer } from '../reads.ts'
import { SHOWS, saidOf } from '../thread.ts'
import { ended, entry, plan, priority, request } from './testing.ts'
import { threadPage } from './thread-page.ts'

const thread = (change: Partial<ThreadAnswer> = {}): ThreadAnswer => ({
  measures: [],
  priority,
  plan,
  standing: ended,
  show: SHOWS[0],
  counts: [
    { kind: 'action', state: 'open', count: 60 },
    { kind: 'question', state: 'answered', count: 1 },
  ],
  entries: {
    rows: [
      entry({}),
      entry({
        kind: 'question',
        state: 'answered',
        title: 'Asked?',
        path: '/questions/q',
        date: date('2019-09-24'),
      }),
    ],
    next: { date: date('2019-09-24'), id: newId() },
  },
  further: false,
  ...change,
})

test('a thread explains its subject and shows each thing with its day, its state in words and why it is there', () => {
  const page = seen(threadPage(thread(), request).main)
  assert.match(page.text, /County lines are drug-dealing networks/)
  assert.match(page.text, /8 June 2022 · Promised by the Chief Constable · Open/)
  assert.match(page.text, /24 September 2019 · Promised by the Chief Constable · Answered/)
  assert.match(page.text, /on this thread because both speak of “county lines”/)
  assert.deepEqual(
    page.headings.filter(({ text }) => /^\d{4}$/.test(text)).map(({ text }) => text),
    ['2022', '2019'],
  )
  assert.equal(leadsTo(page, 'A tiered response'), '/actions/a-tiered-response')
  assert.match(page.text, /priority 4 · for the Chief Constable/)
})

test('a thread can be narrowed and continued, and its addresses keep the choice', () => {
  const page = seen(threadPage(thread({ show: SHOWS[1] }), request).main)
  const path = '/plan/making-kent-safer-2022/priorities/county-lines'
  assert.equal(leadsTo(page, 'questions (1)'), `${path}?show=questions`)
  assert.equal(leadsTo(page, 'everything (61)'), path)
  assert.equal(leadsTo(page, 'papers (0)'), undefined, 'a filter that shows nothing is not offered')
  const next = page.links.find(({ text }) => text.includes('Show earlier entries'))
  assert.match(next?.href ?? '', /\?show=promises&after=2019-09-24\./)
})

test('a thread leads to the part of a long paper that speaks of the priority, and says what stands there', () => {
  const place = {
    path: '/meetings/b/2022-06-08/papers/p#county-lines',
    label: '“County lines”',
    text: 'There were 40.',
  }
  const rows = [entry({ kind: 'paper', title: 'Delivery', path: '/meetings/b/2022-06-08/papers/p', place })]
  const page = seen(threadPage(thread({ entries: { rows, next: null } }), request).main)
  assert.equal(leadsTo(page, 'Delivery'), place.path)
  assert.equal(leadsTo(page, 'Source: “County lines”'), place.path)
  assert.match(page.text, /“There were 40\.”/)
})

test('an empty thread says so without blame', () => {
  const empty = thread({ counts: [], entries: { rows: [], next: null } })
  const page = seen(threadPage(empty, request).main)
  assert.match(page.text, /Nothing on the record has been tied to this priority yet/)
})

test('a title that a person described is marked as such', () => {
  const page = seen(threadPage(thread({ priority: { ...priority, described: true } }), request).main)
  assert.match(page.text, /heading of this priority was lost/)
})

test('what a paper says is never taken for html', () => {
  const evil = '<script>alert(1)</script>'
  const page = threadPage(thread({ priority: { ...priority, title: evil, summary: evil } }), request).main
    .text
  assert.equal(page.includes('<script>'), false)
})

test('a thread says once what a thing is, whose it is and how it stands', () => {
  assert.deepEqual(saidOf('action', 'Asked for by the Panel. Not found in the next work programme.'), {
    what: 'Asked for by the Panel',
    text: 'Not found in the next work programme.',
  })
  assert.deepEqual(saidOf('question', 'Question by Mrs. Bolton. Answered at the meeting.'), {
    what: 'Question by Mrs. Bolton',
    text: '',
  })
  assert.deepEqual(saidOf('paper', 'From the Chief Constable.'), {
    what: 'Paper',
    text: 'From the Chief Constable.',
  })
})
