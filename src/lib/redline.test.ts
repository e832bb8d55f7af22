/** What a reader of a redline may rely on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { changeCounts, type Passage, redline, redlineWords, sideOf } from './redline.ts'

const words = fc.constantFrom(
  'the',
  'plan',
  'sets',
  'out',
  'priorities',
  'for',
  'roads,',
  'victims',
  ' ',
  'and\n',
)
const passage = fc.record(
  {
    heading: fc.boolean(),
    text: fc.oneof(
      fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
      fc.string({ maxLength: 40 }),
    ),
  },
  { noNullPrototype: true },
)
const passages = fc.array(passage, { maxLength: 12 })

const p = (text: string): Passage => ({ heading: false, text })

test('taking away what was added gives the old text back, and what was removed the new one', () => {
  fc.assert(
    fc.property(passages, passages, (from, to) => {
      const changes = redline(from, to)
      assert.deepEqual(sideOf(changes, 'old'), from)
      assert.deepEqual(sideOf(changes, 'new'), to)
    }),
    { numRuns: 400 },
  )
})

test('a text compared with itself has no change', () => {
  fc.assert(
    fc.property(passages, (text) => {
      assert.deepEqual(changeCounts(redline(text, text)), { changed: 0, added: 0, removed: 0 })
    }),
  )
})

test('by word, both sides come back and neighbours of one sort are one piece', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (from, to) => {
      const pieces = redlineWords(from, to)
      const side = (left: string): string =>
        pieces
          .filter((piece) => piece.change !== left)
          .map((piece) => piece.text)
          .join('')
      assert.equal(side('added'), from)
      assert.equal(side('removed'), to)
      for (const [index, piece] of pieces.entries()) assert.notEqual(piece.change, pieces[index - 1]?.change)
    }),
  )
})

test('a changed word is shown inside its paragraph, not as a new paragraph', () => {
  const changes = redline(
    [p('The plan runs until 2020 and is kept under review.')],
    [p('The plan runs until 2021 and is kept under review.')],
  )
  assert.deepEqual(changes, [
    {
      change: 'changed',
      heading: false,
      pieces: [
        { change: 'same', text: 'The plan runs until ' },
        { change: 'removed', text: '2020 ' },
        { change: 'added', text: '2021 ' },
        { change: 'same', text: 'and is kept under review.' },
      ],
    },
  ])
})

test('a paragraph that has nothing in common is removed and the new one added', () => {
  const changes = redline(
    [p('First.'), p('Nothing in this one stays.')],
    [p('First.'), p('Quite other words instead')],
  )
  assert.deepEqual(changeCounts(changes), { changed: 0, added: 1, removed: 1 })
})

test('very long texts are still compared, whole where word by word would not be readable', () => {
  const long = (seed: string): Passage =>
    p(Array.from({ length: 3000 }, (_, index) => `${seed}${index}`).join(' '))
  const changes = redline([long('a'), p('Kept.')], [long('b'), p('Kept.')])
  assert.deepEqual(sideOf(changes, 'new')[1], p('Kept.'))
  assert.deepEqual(changeCounts(changes), { changed: 0, added: 1, removed: 1 })
})
