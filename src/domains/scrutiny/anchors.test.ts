/** Permalinks that others have cited must not move. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  itemAnchor,
  minuteParagraphAnchor,
  paragraphAnchor,
  questionAnchor,
  refAnchor,
  resolutionAnchor,
  tableAnchor,
} from './anchors.ts'

test('paragraphs, tables, items and minutes are addressed by the numbers that are printed', () => {
  assert.equal(paragraphAnchor('37'), 'p37')
  assert.equal(paragraphAnchor('3.2'), 'p3-2')
  assert.equal(tableAnchor(2), 'table-2')
  assert.equal(itemAnchor('B1'), 'item-b1')
  assert.equal(itemAnchor('39/20'), 'item-39-20')
  assert.equal(minuteParagraphAnchor('328', '3'), 'minute-328-3')
  assert.equal(questionAnchor('Q2'), 'question-q2')
})

test('the first resolution of a minute has the plain address, further ones are counted', () => {
  assert.equal(resolutionAnchor('328'), 'minute-328-resolution')
  assert.equal(resolutionAnchor('328', 2), 'minute-328-resolution-2')
})

test("an action's reference leads to the sentence it was taken from", () => {
  assert.equal(refAnchor('327.2'), 'minute-327-2')
  assert.equal(refAnchor('328.R1'), 'minute-328-resolution')
  assert.equal(refAnchor('329.R'), 'minute-329-resolution')
  assert.equal(refAnchor('39/20.1'), 'minute-39-20-1')
  assert.equal(refAnchor('14'), 'p14')
})
