/** Bodies by the names that papers print, and who sat on them as dated lists tell it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import {
  bodyMeant,
  listOn,
  type MembershipList,
  newBody,
  type Seat,
  seatsOverTime,
  sortOf,
  tidyBodyName,
} from './body.ts'

const panel = { ...newBody('Kent and Medway Police and Crime Panel'), alsoCalled: ['Police and Crime Panel'] }
const board = newBody('Performance and Delivery Board')
const meant = (printed: string): string | undefined => bodyMeant(printed, [panel, board], 'kent')?.slug

test('a body is known by its name, by what else it is called, and by whose it is', () => {
  assert.equal(meant('KENT AND MEDWAY POLICE AND CRIME PANEL'), panel.slug)
  assert.equal(meant('Police and Crime Panel'), panel.slug)
  assert.equal(meant("Kent Police and Crime Commissioner's Performance and Delivery Board"), board.slug)
  assert.equal(meant('the Medway Police and Crime Panel'), panel.slug)
})

test('a body of another place, or one named too briefly, is not taken for one we know', () => {
  assert.equal(meant('Essex Police and Crime Panel'), undefined)
  assert.equal(meant('Essex Performance and Delivery Board'), undefined)
  assert.equal(meant('The Panel'), undefined)
  assert.equal(meant('Joint Audit Committee'), undefined)
})

test('a name in capitals is written as a name, and a possessive is not part of it', () => {
  assert.equal(
    tidyBodyName('KENT AND MEDWAY POLICE AND CRIME PANEL.'),
    'Kent and Medway Police and Crime Panel',
  )
  assert.equal(tidyBodyName('Kent Police and Crime Panel’s'), 'Kent Police and Crime Panel')
  assert.equal(sortOf('Joint Audit Committee'), 'committee')
})

const seat = (name: string | null, parts: Partial<Seat> = {}): Seat => ({
  name,
  asPrinted: name,
  person: null,
  organisation: null,
  role: null,
  vacancy: name === null,
  ...parts,
})
const list = (day: string, ...seats: Seat[]): MembershipList => ({
  source: { path: `/meetings/panel/${day}`, title: `Agenda, ${day}`, date: date(day) },
  seats,
})

test('members are shown with the first and last day they were listed, and no day is made up', () => {
  const lists = [
    list('2019-06-12', seat('Ann'), seat('Bea')),
    list('2019-11-21', seat('Bea'), seat('Cy'), seat(null)),
  ]
  assert.deepEqual(
    seatsOverTime(lists).map(({ name, firstListed, lastListed, inLatest }) => [
      name,
      firstListed,
      lastListed,
      inLatest,
    ]),
    [
      ['Bea', '2019-06-12', '2019-11-21', true],
      ['Cy', '2019-11-21', '2019-11-21', true],
      [null, '2019-11-21', '2019-11-21', true],
      ['Ann', '2019-06-12', '2019-06-12', false],
    ],
  )
})

test('a member who became chair is shown as both, and two vacancies stay two', () => {
  const lists = [
    list('2019-06-12', seat('Ann'), seat(null), seat(null)),
    list('2019-11-21', seat('Ann', { role: 'Chair' }), seat(null), seat(null)),
  ]
  const seats = seatsOverTime(lists)
  assert.deepEqual(
    seats.map(({ name, role, inLatest }) => [name, role, inLatest]),
    [
      ['Ann', 'Chair', true],
      [null, null, true],
      [null, null, true],
      ['Ann', null, false],
    ],
  )
})

test('who was a member on a day is what the latest list before it says', () => {
  const lists = [list('2019-06-12', seat('Ann')), list('2019-11-21', seat('Bea'))]
  assert.equal(listOn(lists, date('2019-09-24'))?.seats[0]?.name, 'Ann')
  assert.equal(listOn(lists, date('2019-11-21'))?.seats[0]?.name, 'Bea')
  assert.equal(listOn(lists, date('2019-01-01')), undefined)
})
