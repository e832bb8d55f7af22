/** What readers rely on when a resolution asks for several things, or a paragraph makes several promises. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anItem, aReadAction, aReading, aResolution } from '../../../papers/testing.ts'
import { askedIn } from './asked.ts'

const parts = ['(a) Fraud against firms;', '(b) Fraud against pensioners.']
const item = anItem({
  number: '12',
  title: 'Fraud - Update',
  resolutions: [aResolution({ text: 'that a report be made that covers:', parts, start: 0, end: 100 })],
})
const stem = aReadAction({
  ref: '12.R',
  what: 'another report',
  quote: 'another report that covers',
  start: 10,
})

test('a report that must cover a list is as many asks as the list is long, each in its own words', () => {
  const text = `Much fraud was seen. RESOLVED another report that covers: ${parts.join(' ')}`
  const asked = askedIn(aReading({ items: [item], actions: [stem], text }))
  assert.deepEqual(
    asked.map(({ ref, what, quote }) => ({ ref, what, quote })),
    [
      { ref: '12.R1', what: 'A report on fraud against firms', quote: parts[0] },
      { ref: '12.R2', what: 'A report on fraud against pensioners', quote: parts[1] },
    ],
  )
})

test('what a resolution asks is not counted again as a whole where its parts are known', () => {
  const actions = [
    aReadAction({ ref: '12.R', what: 'the whole' }),
    aReadAction({ ref: '12.R1', what: 'fraud against firms' }),
  ]
  const asked = askedIn(aReading({ items: [item], actions }))
  assert.deepEqual(
    asked.map(({ ref }) => ref),
    ['12.R1'],
  )
})

test('quoted words are only given where the paper has them', () => {
  const asked = askedIn(aReading({ items: [item], actions: [stem], text: 'another report that covers' }))
  assert.deepEqual(
    asked.map(({ quote }) => quote),
    [stem.quote, stem.quote],
  )
})

test('two promises of one paragraph have references of their own and keep their place', () => {
  const actions = [
    aReadAction({ ref: '12.3', what: 'publish the criteria' }),
    aReadAction({ ref: '12.3', what: 'ask the Chief Constable' }),
  ]
  const asked = askedIn(aReading({ items: [item], actions }))
  assert.deepEqual(
    asked.map(({ ref, place }) => [ref, place]),
    [
      ['12.3', '12.3'],
      ['12.3-2', '12.3'],
    ],
  )
})

test('an ask that says nothing of its subject is called by that of its minute', () => {
  const actions = [
    aReadAction({ ref: '12.R', what: 'a further report in due course', quote: 'a further report' }),
  ]
  const [asked] = askedIn(aReading({ items: [anItem({ number: '12', title: 'Fraud - Update' })], actions }))
  assert.equal(asked?.what, 'A further report in due course (Fraud)')
})

test('a word of an ask that points back to its minute is given the name of what it points to', () => {
  const actions = [
    aReadAction({ ref: '12.R', what: 'the Panel requested a further report on it in due course' }),
  ]
  const [asked] = askedIn(aReading({ items: [anItem({ number: '12', title: 'Fraud - Update' })], actions }))
  assert.equal(asked?.what, 'A further report on Fraud in due course')
})

test('a name keeps its capital in the middle of a title', () => {
  const list = ['(a) Thanet;', '(b) How fraud is recorded.']
  const named = anItem({
    number: '12',
    title: 'Fraud',
    resolutions: [
      aResolution({ text: 'that a report be made that covers:', parts: list, start: 0, end: 100 }),
    ],
  })
  assert.deepEqual(
    askedIn(aReading({ items: [named], actions: [stem], text: 'another report on fraud' })).map(
      ({ what }) => what,
    ),
    ['A report on Thanet', 'A report on how fraud is recorded'],
  )
})

test('a title says the thing and leaves who asks or promises to its own place', () => {
  const whats = [
    'he would look into the recorded messages',
    'Request a report on card fraud',
    'the Panel requested a further report on fraud',
    'request that mental health stay on the agenda',
    'undertook to ask the Chief Constable about radios',
    'the robbery figures would be circulated to Members',
    'he was committed to sharing outcomes',
    'It would be considered again at the Board on 25 September',
  ]
  const actions = whats.map((what, index) => aReadAction({ ref: `12.${index + 1}`, what }))
  assert.deepEqual(
    askedIn(aReading({ items: [item], actions })).map(({ what }) => what),
    [
      'Look into the recorded messages',
      'A report on card fraud',
      'A further report on fraud',
      'Mental health to stay on the agenda',
      'Ask the Chief Constable about radios',
      'The robbery figures to be circulated to Members',
      'Committed to sharing outcomes',
      'To be considered again at the Board on 25 September',
    ],
  )
})
