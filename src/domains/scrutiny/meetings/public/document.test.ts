/** What those hear who have a bilingual paper read out: each Welsh block is marked so, English ones are not (WCAG 3.1.2). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShownBlock } from '../shown-block.ts'
import { documentBody } from './document.ts'

const welsh: { page: null; notes: string[]; lang: 'cy' } = { page: null, notes: [], lang: 'cy' }
const BLOCKS: readonly ShownBlock[] = [
  { ...welsh, anchor: 'a', type: 'heading', level: 1, text: 'Cofnodion' },
  { ...welsh, anchor: 'b', type: 'paragraph', number: '1', text: 'Nodwyd yr adroddiad.', quote: false },
  { ...welsh, anchor: 'c', type: 'paragraph', number: null, text: 'Pryd?', quote: true },
  { ...welsh, anchor: 'd', type: 'list', ordered: false, items: [{ marker: '-', text: 'Eitem', items: [] }] },
  {
    ...welsh,
    anchor: 'table-1',
    type: 'table',
    title: null,
    columns: ['Ardal'],
    rows: [['De']],
    rowHeaders: false,
  },
]

test('every kind of block says that it is Welsh', () => {
  for (const block of BLOCKS)
    assert.match(String(documentBody([block], { level: 2 })), /lang="cy"/, block.type)
})

test('an English block says nothing, and a note of the reader on a Welsh one is not marked Welsh', () => {
  const [heading, paragraph] = BLOCKS
  assert.ok(heading && paragraph)
  const { lang, ...english } = paragraph
  assert.equal(lang, 'cy')
  assert.doesNotMatch(String(documentBody([english], { level: 2 })), /lang=/)
  const noted = String(documentBody([{ ...paragraph, notes: ['A word is missing.'] }], { level: 2 }))
  assert.match(noted, /<span lang="cy">Nodwyd yr adroddiad\.<\/span>/)
  assert.ok(noted.indexOf('Reading note') > noted.indexOf('</span>'))
})
