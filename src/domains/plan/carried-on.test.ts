/** Whether what a plan set is found again in the next: by telling words, or by what a person has settled. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../lib/index.ts'
import { endingOf, type Settled } from './carried-on.ts'
import type { PriorityForMatching } from './serves.ts'

const later = (title: string): PriorityForMatching => ({
  id: newId(),
  path: `/plan/new-2022/priorities/${title.toLowerCase().replaceAll(' ', '-')}`,
  title,
  summary: '',
  text: '',
  generic: ['anyshire'],
})

const LATER = [
  later('Combat organised crime and county lines'),
  later('Protect people from exploitation and abuse'),
]
const GANGS = { path: '/plan/old-2017/priorities/gangs', title: 'Organised crime and gangs', text: '' }
const settled = (to: string | null): Settled => ({
  from: GANGS.path,
  to,
  why: 'the new plan says so on page 4',
  source: { path: '/files/x/carried-on.json', title: 'carried-on.json' },
})

test('a priority is carried on where the new plan has one of the same telling words, and the words are said', () => {
  const [found, ...more] = endingOf(GANGS, LATER, []).carriedOn
  assert.equal(found?.title, 'Combat organised crime and county lines')
  assert.match(found?.why ?? '', /“organised crime”/i)
  assert.deepEqual(more, [])
})

test('what shares no telling words is not found, which is not to say that it was given up', () => {
  const ending = endingOf(
    { path: '/plan/old-2017/x', title: 'Repair the police stations', text: '' },
    LATER,
    [],
  )
  assert.deepEqual(ending, { carriedOn: [], settledNot: null })
})

test('what a person has settled goes before what words propose', () => {
  const other = LATER[1]?.path ?? ''
  assert.deepEqual(
    endingOf(GANGS, LATER, [settled(other)]).carriedOn.map(({ path, isSettled }) => [path, isSettled]),
    [[other, true]],
  )
  const not = endingOf(GANGS, LATER, [settled(null)])
  assert.deepEqual(not.carriedOn, [])
  assert.equal(not.settledNot?.why, 'the new plan says so on page 4')
})
