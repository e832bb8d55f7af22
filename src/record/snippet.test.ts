import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FROM, snippetOf, UNTIL } from './snippet.ts'

const marked = (text: string): string => text.replaceAll('[', FROM).replaceAll(']', UNTIL)

test('a snippet marks what was found, and shows where the paragraph goes on', () => {
  const text = 'The panel asked about the [roof] and its [roofs].'
  const whole = text.replaceAll(/[[\]]/g, '')
  assert.deepEqual(snippetOf(marked(text), whole, []), [
    'The panel asked about the ',
    { match: 'roof' },
    ' and its ',
    { match: 'roofs' },
    '.',
  ])
  assert.deepEqual(snippetOf(marked('about the [roof] and'), whole, []), [
    '… about the ',
    { match: 'roof' },
    ' and …',
  ])
})

test('a beginning that is no stem is marked where words begin so, and only there', () => {
  const terms = [{ type: 'beginning', text: 'Polici', typed: false }] as const
  assert.deepEqual(snippetOf('On policing, not metapolicing', 'On policing, not metapolicing', terms), [
    'On ',
    { match: 'policing' },
    ', not metapolicing',
  ])
})

test('an empty paragraph has an empty snippet', () => {
  assert.deepEqual(snippetOf('', '', []), [])
})
