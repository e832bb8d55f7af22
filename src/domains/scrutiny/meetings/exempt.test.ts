/** The reasons for which an item may be taken without the public, as printed and in plain words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EXEMPT_PARAGRAPHS, exemptParagraphs, paragraphInWords, privateReason } from './exempt.ts'

const numbers = (printed: string): number[] => exemptParagraphs(printed).map(({ number }) => number)

test('a reason is read in the forms in which offices print it', () => {
  assert.deepEqual(numbers('Exempt under paragraph 3 of Part 1 of Schedule 12A'), [3])
  assert.deepEqual(numbers('para. 7'), [7])
  assert.deepEqual(numbers('exempt by virtue of paragraphs 1, 2 and 7 of Part I of the Schedule'), [1, 2, 7])
  assert.deepEqual(numbers('Paras 1 & 3'), [1, 3])
  assert.deepEqual(numbers('paragraphs 4-6'), [4, 5, 6])
  assert.deepEqual(numbers('paragraphs 1 to 3, and paragraph 3'), [1, 2, 3])
  assert.deepEqual(numbers('Paragraph (5) applies'), [5])
})

test('in Wales the same seven reasons are counted from 12', () => {
  assert.match(privateReason('Paragraph 12 of Part 4 of Schedule 12A') ?? '', /one person/)
  assert.match(privateReason('paragraph 18') ?? '', /crime/)
  assert.equal(
    exemptParagraphs('paragraph 14').map(paragraphInWords)[0],
    'paragraph 14 of Part 4 of Schedule 12A',
  )
})

test('what names no reason of the law gets none', () => {
  for (const printed of ['exempt', '', 'paragraph 9', 'paragraph 40', 'paragraph 0', 'Part 2 of 1985']) {
    assert.equal(privateReason(printed), null, printed)
  }
})

test('a reason is said in words that need no law, and two are said together', () => {
  assert.match(privateReason('Exempt under paragraph 3 of Part 1 of Schedule 12A') ?? '', /money or business/)
  assert.equal(
    privateReason('paragraphs 1 and 5'),
    'it is about one person, and because it is advice from lawyers',
  )
  assert.equal(EXEMPT_PARAGRAPHS.length, 7)
})
