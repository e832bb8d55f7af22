/** Agendas: their parts, what is private and why, and newer versions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { anItem } from '../../../papers/testing.ts'
import { aReading, written } from '../testing.ts'
import { agendaOf, agendaTree, type Meeting, meetingState, timeInWords, withAgenda } from './meeting.ts'
import { anAgendaReading } from './testing.ts'

const file = (name: string): { sha256: string; name: string; path: string } => ({
  sha256: name,
  name,
  path: `/files/${name}`,
})
const meeting: Meeting = {
  body: { slug: 'panel', name: 'Panel' },
  date: date('2019-11-21'),
  time: null,
  place: null,
  agenda: null,
}

test('an agenda keeps its sections in order, and private items apart', () => {
  const tree = agendaTree(agendaOf(anAgendaReading(), null, file('a')).items)
  assert.deepEqual(
    tree.open.map(({ section, items }) => [section, items.map(({ number }) => number)]),
    [
      [null, ['1', '4']],
      ['B', ['B1']],
      ['C', ['C1']],
    ],
  )
  assert.deepEqual(
    tree.private.flatMap(({ items }) => items.map(({ number }) => number)),
    ['E1'],
  )
})

test('the words after a section’s letter are its title', () => {
  const { blocks } = written([
    { heading: 'B - Reports of the Commissioner' },
    { heading: 'C: Panel matters' },
  ])
  const items = [
    anItem({ number: 'B1', section: 'B' }),
    anItem({ number: 'C1', section: 'C' }),
    anItem({ number: 'D1', section: 'D' }),
  ]
  const agenda = agendaOf(aReading({ kind: 'agenda', blocks, items }), null, file('a'))
  assert.deepEqual(
    agenda.items.map(({ sectionTitle }) => sectionTitle),
    ['Reports of the Commissioner', 'Panel matters', null],
  )
})

test('an agenda that names private items and lists none says that none was expected', () => {
  const { blocks } = written([{ heading: 'EXEMPT ITEMS' }, { paragraph: 'There were none.' }])
  assert.equal(agendaOf(aReading({ kind: 'agenda', blocks }), null, file('a')).privatePart, 'none-expected')
  assert.equal(agendaOf(aReading({ kind: 'agenda' }), null, file('a')).privatePart, 'not-stated')
  assert.equal(agendaOf(anAgendaReading(), null, file('a')).privatePart, 'some')
})

test('two items without a number have addresses of their own', () => {
  const items = [
    anItem({ title: 'Any other business' }),
    anItem({ title: 'Next meeting' }),
    anItem({ number: '1', title: 'A' }),
    anItem({ number: '1', title: 'B' }),
    anItem({ number: '1', title: 'B' }),
  ]
  const anchors = agendaOf(aReading({ kind: 'agenda', items }), null, file('a')).items.map(
    ({ anchor }) => anchor,
  )
  assert.equal(new Set(anchors).size, 5)
})

test('a newer agenda takes the place of the older, whose file stays listed', () => {
  const first = agendaOf(anAgendaReading(), date('2019-11-13'), file('first'))
  const second = agendaOf(anAgendaReading(), date('2019-11-15'), file('second'))
  const once = withAgenda(meeting, first)
  const twice = withAgenda(once, second)
  assert.equal(twice.agenda?.file.name, 'second')
  assert.deepEqual(
    twice.agenda?.earlier.map(({ name }) => name),
    ['first'],
  )
  assert.deepEqual(withAgenda(twice, second), twice)
  assert.deepEqual(withAgenda(twice, first), twice)
})

test('an agenda issued earlier than the one on the record does not take its place, even when it comes later', () => {
  const newer = withAgenda(meeting, agendaOf(anAgendaReading(), date('2019-11-15'), file('second')))
  assert.deepEqual(withAgenda(newer, agendaOf(anAgendaReading(), date('2019-11-13'), file('first'))), newer)
})

test('a meeting is to come until its day, and over after it', () => {
  assert.equal(meetingState(date('2019-11-21'), date('2019-11-20')), 'upcoming')
  assert.equal(meetingState(date('2019-11-21'), date('2019-11-21')), 'today')
  assert.equal(meetingState(date('2019-11-21'), date('2019-11-22')), 'past')
})

test('times are said as people say them', () => {
  assert.deepEqual(['14:00', '09:30', '12:00', '12:30', '00:15', 'noonish'].map(timeInWords), [
    '2pm',
    '9.30am',
    'midday',
    '12.30pm',
    '12.15am',
    'noonish',
  ])
})
