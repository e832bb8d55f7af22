/** What counts as a telling word. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tellingWords } from './telling-words.ts'

test('plural and possessive forms count as the same word', () => {
  assert.deepEqual(tellingWords('Cadets and the cadet’s burglaries'), ['cadet', 'burglary'])
})

test('words that are everywhere in the field, and those of the place itself, tell nothing', () => {
  assert.deepEqual(tellingWords('A further report to the Panel on police officers in Kent', ['Kent']), [])
})
