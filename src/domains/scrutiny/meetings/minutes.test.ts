/** Minutes: their paragraphs, resolutions set apart, and the item of the agenda of the same meeting. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { anItem } from '../../../papers/testing.ts'
import { aReading, written } from '../testing.ts'
import { boundItem, type Minutes, minutesOf, supersedingMinutes } from './minutes.ts'
import { aMinutesReading } from './testing.ts'

const NOBODY = { items: [], find: () => undefined }
const read = (reading = aMinutesReading()): ReturnType<typeof minutesOf> => minutesOf(reading, NOBODY)

test('paragraphs have the address of their minute and number, and the heading is not printed twice', () => {
  const [, recruitment] = read().minutes
  assert.deepEqual(
    recruitment?.parts.map((part) =>
      part.type === 'block' ? part.block.anchor : `resolution ${part.index}`,
    ),
    ['minute-328-1', 'minute-328-2', 'resolution 0'],
  )
})

test('a resolution stands once, where it was printed, with its parts', () => {
  const [, recruitment] = read().minutes
  assert.deepEqual(recruitment?.resolutions, [
    {
      anchor: 'minute-328-resolution',
      text: 'that the Panel note the report and:',
      parts: [
        { marker: '', text: 'Request a report on support for new officers' },
        { marker: '', text: 'Consider how to thank cadets' },
      ],
    },
  ])
})

test('letters of the parts of a resolution are kept as printed', () => {
  const item = anItem({
    number: '9',
    title: 'T',
    resolutions: [{ text: 'that', parts: ['(a) one;', 'b) two', '- three'], start: 0, end: 0 }],
  })
  const [minute] = minutesOf(aReading({ kind: 'minutes', items: [item] }), NOBODY).minutes
  assert.deepEqual(minute?.resolutions[0]?.parts, [
    { marker: '(a)', text: 'one;' },
    { marker: 'b)', text: 'two' },
    { marker: '', text: 'three' },
  ])
})

test('a resolution inside a longer paragraph leaves the paragraph whole and is shown after it', () => {
  const long = `After a debate of some length, in which every member spoke and several changed their minds, it was RESOLVED that it be noted.`
  const { blocks, text } = written([{ heading: '7. Debate' }, { paragraph: long, number: '1' }])
  const start = text.indexOf('RESOLVED')
  const item = anItem({
    number: '7',
    title: 'Debate',
    blocks: [0, 2],
    resolutions: [{ text: 'that it be noted', parts: [], start, end: text.length - 2 }],
  })
  const [minute] = minutesOf(aReading({ kind: 'minutes', items: [item], blocks, text }), NOBODY).minutes
  assert.deepEqual(
    minute?.parts.map(({ type }) => type),
    ['block', 'resolution'],
  )
})

test('a question in the minutes is addressed by its number', () => {
  const [, , questions] = read().minutes
  const [first] = questions?.parts ?? []
  assert.ok(first?.type === 'block')
  assert.equal(first.block.anchor, 'question-q1')
})

test('a minute without a number is known by its place', () => {
  const { minutes } = minutesOf(aReading({ items: [anItem({ title: 'A' }), anItem({ title: 'B' })] }), NOBODY)
  assert.deepEqual(
    minutes.map(({ ref, anchor }) => [ref, anchor]),
    [
      ['item-1', 'minute-item-1'],
      ['item-2', 'minute-item-2'],
    ],
  )
})

test('a number that comes again is counted, so that no two minutes share an address', () => {
  const items = [
    anItem({ number: '7', title: 'A' }),
    anItem({ number: '7', title: 'A' }),
    anItem({ number: '7-2', title: 'B' }),
  ]
  const { minutes } = minutesOf(aReading({ items }), NOBODY)
  assert.equal(new Set(minutes.map(({ anchor }) => anchor)).size, 3)
})

const agenda = [
  { number: '3', title: 'Declarations of Interests by Members', anchor: 'item-3' },
  { number: 'B1', title: 'Recruitment', anchor: 'item-b1' },
  { number: null, title: 'Any other business', anchor: 'item-any-other-business' },
]

test('a minute is bound by its printed item number where the titles agree in a word', () => {
  assert.equal(
    boundItem({ title: 'Recruitment of officers', agendaRef: 'Item B1' }, agenda)?.anchor,
    'item-b1',
  )
  assert.equal(
    boundItem({ title: 'Recruitment of officers', agendaRef: '(Item B1)' }, agenda)?.anchor,
    'item-b1',
  )
  assert.equal(
    boundItem({ title: 'Declaration of interest', agendaRef: 'Agenda Item 3' }, agenda)?.anchor,
    'item-3',
  )
})

test('a number that agrees with another subject binds nothing, and nor does a number that is not there', () => {
  assert.equal(boundItem({ title: 'Burglary', agendaRef: 'Item B1' }, agenda), null)
  assert.equal(boundItem({ title: 'Recruitment', agendaRef: 'Item B2' }, agenda), null)
  const { unbound } = minutesOf(aMinutesReading(), { items: agenda, find: () => undefined })
  assert.deepEqual(
    unbound.map(({ ref }) => ref),
    ['332'],
  )
})

test('without a printed number only the very same title binds', () => {
  assert.equal(
    boundItem({ title: 'Any Other Business', agendaRef: null }, agenda)?.anchor,
    'item-any-other-business',
  )
  assert.equal(boundItem({ title: 'Recruitment of officers', agendaRef: null }, agenda), null)
})

const file = (name: string): Minutes['file'] => ({ sha256: name, name, path: `/files/${name}` })

test('corrected minutes take the place of the first, which stay; the same words in another file change nothing', () => {
  const draft: Minutes = {
    body: { slug: 'panel', name: 'Panel' },
    date: date('2019-09-24'),
    place: null,
    attendance: [],
    minutes: read().minutes,
    file: file('draft'),
    version: 1,
    earlier: [],
  }
  assert.equal(supersedingMinutes(draft, { ...draft, file: file('copy') }).now.file.name, 'draft')
  const { now, old } = supersedingMinutes(draft, { ...draft, place: 'Shire Hall', file: file('signed') })
  assert.equal(now.version, 2)
  assert.deepEqual(old, draft)
  assert.equal(supersedingMinutes(now, draft).now, now)
})
