/** Which part of a long paper a thread leads to. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newId } from '../../lib/index.ts'
import type { PriorityForMatching } from '../plan/index.ts'
import { type CitedSection, nameStrayCorrections, partFor } from './serving.ts'

const roads: PriorityForMatching = {
  id: newId(),
  path: '/plan/p/priorities/roads',
  title: 'Prevent road danger',
  summary: '',
  text: '',
  generic: [],
}
const section = (heading: string, ...texts: string[]): CitedSection => ({
  anchor: heading.toLowerCase().replaceAll(' ', '-'),
  label: `“${heading}”`,
  heading,
  texts,
})

describe('the part of a paper that serves a priority', () => {
  it('is the section whose heading names it, rather than one that mentions it more often', () => {
    const part = partFor(
      [
        section('Staff', 'Road danger. Road danger again. And road danger once more.'),
        section('Road danger', 'There were 3.5 fewer crashes a month. They fell on the A2.'),
      ],
      roads,
    )
    assert.deepEqual(part, {
      anchor: 'road-danger',
      label: '“Road danger”',
      text: 'There were 3.5 fewer crashes a month.',
    })
  })

  it('says the first whole sentence that speaks of it', () => {
    const part = partFor(
      [section('Staff', 'Nobody left.'), section('Summer', 'It was hot. Road danger fell.')],
      roads,
    )
    assert.equal(part?.text, 'Road danger fell.')
  })

  it('is the whole paper when no section speaks of it, or when there is but one', () => {
    assert.equal(partFor([section('Staff', 'Nobody left.'), section('Summer', 'It was hot.')], roads), null)
    assert.equal(partFor([section('Road danger', 'It fell.')], roads), null)
    assert.equal(partFor([], roads), null)
  })
})

describe('a correction', () => {
  it('for a part that the paper does not have is named, and not passed over', () => {
    const asked: string[] = []
    const serves = [
      { ref: 'b1', priorities: [], why: '' },
      { ref: 'B9', priorities: [], why: '' },
    ]
    nameStrayCorrections(
      { paper: {}, people: {}, serves, progress: [], plan: {} },
      { parts: new Set(['paper', 'B1']), text: '' },
      { ask: ({ what, mend }) => asked.push(`${what} ${mend}`) },
    )
    assert.equal(asked.length, 1)
    assert.match(asked[0] ?? '', /“B9”.*Its parts are “B1”, “paper”/)
  })

  it('for a name that the paper does not print is named too, and one broken over two lines is found', () => {
    const asked: string[] = []
    nameStrayCorrections(
      {
        paper: {},
        people: { 'Cllr A Reed': 'Ann Reed', 'Cllr A Read': 'Ann Reed' },
        serves: [],
        progress: [],
        plan: {},
      },
      { parts: new Set(), text: 'PRESENT: Cllr A\nReed (Chair)' },
      { ask: ({ what }) => asked.push(what) },
    )
    assert.deepEqual(asked.length, 1)
    assert.match(asked[0] ?? '', /does not print the name “Cllr A Read”/)
  })
})
