import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { citeSection, sectionsOf } from './sections.ts'
import type { ShownBlock } from './shown-block.ts'

const at = (anchor: string): { anchor: string; page: null; notes: string[] } => ({
  anchor,
  page: null,
  notes: [],
})
const heading = (text: string): ShownBlock => ({ ...at(text.toLowerCase()), type: 'heading', level: 2, text })
const numbered = (number: string, text: string): ShownBlock => ({
  ...at(`p${number}`),
  type: 'paragraph',
  number,
  text,
  quote: false,
})

describe('the sections of a paper', () => {
  const sections = sectionsOf([
    numbered('1', 'Before any heading.'),
    heading('Roads'),
    numbered('2', 'Speed fell.'),
    {
      ...at('p2-list'),
      type: 'list',
      ordered: false,
      items: [{ marker: '-', text: 'on the A2', items: [] }],
    },
    numbered('3', 'Deaths did not.'),
    heading('Staff'),
    { ...at('staff-1'), type: 'paragraph', number: null, text: 'Nobody left.', quote: false },
  ])

  it('hold what stands under each heading, lists too, and nothing that stands before the first', () => {
    assert.deepEqual(
      sections.map(({ heading: title, texts }) => [title, texts]),
      [
        ['Roads', ['Speed fell.', 'on the A2', 'Deaths did not.']],
        ['Staff', ['Nobody left.']],
      ],
    )
  })

  it('are cited by heading and by the paragraphs as printed', () => {
    assert.deepEqual(sections.map(citeSection), ['“Roads”, paragraphs 2 to 3', '“Staff”'])
  })
})
