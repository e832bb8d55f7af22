/** What readers rely on when an agenda is said to lack a standing item. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { missingStanding } from './standing.ts'

const programme = {
  standing: ['Questions to the Commissioner'],
  toNote: ['Decisions of the Commissioner', 'Minutes of the Performance and Delivery Board (if available)'],
}
const day = date('2019-11-21')
const missing = (agenda: string[]): string[] =>
  missingStanding(programme, agenda, day).map(({ title }) => title)

test('items that the agenda has are not missing, in whatever form it prints them', () => {
  assert.deepEqual(
    missing([
      "PCC's decisions",
      'PDB minutes: 25 September',
      'Questions to the Police and Crime Commissioner',
    ]),
    [],
  )
})

test('items that the agenda lacks are named, with how they were listed and the day', () => {
  const found = missingStanding(
    programme,
    ['Questions to the Commissioner', 'Minutes of the last meeting'],
    day,
  )
  assert.deepEqual(
    found.map(({ words }) => words),
    [
      '“Decisions of the Commissioner”: listed to be noted at each meeting; not found in the agenda of 21 November 2019',
      '“Minutes of the Performance and Delivery Board”: listed to be noted at each meeting if available; not found in the agenda of 21 November 2019 (there may have been none)',
    ],
  )
})

test('the minutes of the body itself are not taken for those of the board', () => {
  assert.ok(missing(['Minutes of the Police and Crime Panel']).includes(programme.toNote[1] ?? 'absent'))
})

test('a programme without standing items finds nothing missing', () => {
  assert.deepEqual(missingStanding({ standing: [], toNote: [] }, [], day), [])
})
