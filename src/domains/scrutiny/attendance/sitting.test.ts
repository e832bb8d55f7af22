/** What readers may conclude about who was at a meeting, and what they are never told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import type { MembershipList, Seat } from '../bodies/body.ts'
import type { Attending } from '../meetings/attendance.ts'
import { byMember, countsIn, type MinutesOf, sittingOf } from './sitting.ts'

const seat = (name: string, parts: Partial<Seat> = {}): Seat => ({
  name,
  asPrinted: name,
  person: `/people/${name.toLowerCase().replaceAll(' ', '-')}`,
  organisation: null,
  role: null,
  vacancy: false,
  ...parts,
})

const listed = (day: string, ...seats: Seat[]): MembershipList => ({
  source: { path: '/meetings/panel/x', title: 'Agenda', date: date(day) },
  seats,
})

const there = (name: string, parts: Partial<Attending> = {}): Attending => ({
  name,
  asPrinted: name,
  person: `/people/${name.toLowerCase().replaceAll(' ', '-')}`,
  role: null,
  organisation: null,
  substituteFor: null,
  ...parts,
})

const minutes = (attendance: MinutesOf['attendance'], day = '2019-09-24'): MinutesOf => ({
  body: { slug: 'panel', name: 'Panel' },
  date: date(day),
  path: `/meetings/panel/${day}/minutes`,
  attendance,
})

const LIST = listed(
  '2019-06-12',
  seat('Mike Hill'),
  seat('Peter Fleming'),
  seat('Gita Rao'),
  seat('Ann Lee'),
  seat('', { name: null, person: null, vacancy: true }),
)

test('a member is present, has sent apologies, had a substitute, or is not listed; a vacancy is nobody', () => {
  const { members, listedOn } = sittingOf(
    minutes([
      { group: 'Present', people: [there('Mike Hill')] },
      { group: 'Substitutes', people: [there('L Dyball', { substituteFor: 'Cllr P Fleming' })] },
      { group: 'Apologies for absence', people: [there('Gita Rao'), there('Peter Fleming')] },
      { group: 'Also present', people: [there('Ada Byrne')] },
    ]),
    [LIST],
  )
  assert.equal(listedOn, '2019-06-12')
  assert.deepEqual(
    members.map(({ name, how }) => [name, how]),
    [
      ['Mike Hill', 'present'],
      ['Peter Fleming', 'substituted'],
      ['Gita Rao', 'apologies'],
      ['Ann Lee', 'not-listed'],
      ['L Dyball', 'substitute'],
    ],
  )
})

test('a list of members of a later day, or one more than a year old, makes nobody missing', () => {
  const old = sittingOf(minutes([{ group: 'Present', people: [there('Mike Hill')] }], '2020-06-30'), [LIST])
  assert.deepEqual([old.listedOn, old.members.length], [null, 1])
  const sitting = sittingOf(minutes([{ group: 'Present', people: [there('Mike Hill')] }]), [
    listed('2019-11-21', seat('Mike Hill'), seat('Ann Lee')),
  ])
  assert.equal(sitting.listedOn, null)
  assert.deepEqual(countsIn(sitting.members)['not-listed'], 0)
  assert.equal(sitting.members.length, 1)
})

test('minutes that do not say who was there, or only who was not, count for nobody', () => {
  for (const attendance of [[], [{ group: 'Apologies for absence', people: [there('Ann Lee')] }]]) {
    const sitting = sittingOf(minutes(attendance), [LIST])
    assert.equal(sitting.isRecorded, false)
    assert.deepEqual(sitting.members, [])
  }
})

test('members are counted over meetings and listed by surname', () => {
  const sittings = ['2019-09-24', '2019-07-01'].map((day) =>
    sittingOf(minutes([{ group: 'Present', people: [there('Mike Hill'), there('Ann Lee')] }], day), [LIST]),
  )
  assert.deepEqual(
    byMember(sittings).map(({ name, counts, meetings }) => [
      name,
      counts.present,
      counts['not-listed'],
      meetings,
    ]),
    [
      ['Peter Fleming', 0, 2, 2],
      ['Mike Hill', 2, 0, 2],
      ['Ann Lee', 2, 0, 2],
      ['Gita Rao', 0, 2, 2],
    ],
  )
})
