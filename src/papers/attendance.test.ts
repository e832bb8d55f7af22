/** Who was there, out of lists that run together, and who they are among the members. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bareName, fits, memberOf } from './names.ts'
import { personsIn } from './people.ts'
import type { Member, Reading } from './reading.ts'
import { readWords } from './testing.ts'

const HEAD = 'Minutes of the Eastland Police and Crime Panel held on 1 July 2019\n\n'
const attendance = async (words: string): Promise<NonNullable<Reading['attendance']>> =>
  (await readWords(`${HEAD}${words}\n\n**1. Plan**\n\nIt was noted.\n`)).attendance ??
  assert.fail('no attendance')
const member = (name: string, role: string | null = null): Member => ({
  name,
  organisation: null,
  role,
  vacancy: false,
})

describe('names', () => {
  it('lose honorifics, ranks and letters', () => {
    const printed = [
      'Mr P M Hill, OBE',
      'Cllr Mrs J Holly',
      'Chief Constable Ian Moss QPM',
      'Councillor Dr A. Bell MBE',
      'Y Cynghorydd Sian Rees',
    ]
    assert.deepEqual(printed.map(bareName), ['P M Hill', 'J Holly', 'Ian Moss', 'A. Bell', 'Sian Rees'])
  })

  it('fit a member when surname and initials do', () => {
    assert.ok(fits('Mr P M Hill', 'Mike Hill'))
    assert.ok(fits('Cllr Palmer', 'Richard Palmer'))
    assert.ok(fits('Michael Holl', 'Michael John Holl'))
    assert.ok(!fits('Cllr L Palmer', 'Richard Palmer'))
    assert.ok(!fits('Susan Hill', 'Mike Hill'))
  })

  it('that fit two members are left open, unless the role or the whole name decides', () => {
    const members = [member('Mike Hill', 'Chairman'), member('Peter Hill'), member('Mark Rhodes')]
    assert.deepEqual(memberOf('Mr P M Hill', null, members), {
      name: null,
      open: ['Mike Hill', 'Peter Hill'],
    })
    assert.equal(memberOf('Mr P M Hill', 'Chairman', members).name, 'Mike Hill')
    assert.equal(memberOf('Peter Hill', null, members).name, 'Peter Hill')
  })
})

describe('lists of people', () => {
  it('run together with honorifics, letters, brackets and "and"', () => {
    const listed = personsIn(
      'Mr P Hill, OBE (Chairman), Cllr A Clark, Cllr L Dyer (Substitute for Cllr P Flint) and Mrs E Bell',
    )
    assert.deepEqual(
      listed.map((one) => one.asPrinted),
      ['Mr P Hill, OBE', 'Cllr A Clark', 'Cllr L Dyer', 'Mrs E Bell'],
    )
    assert.deepEqual(listed[2]?.notes, ['Substitute for Cllr P Flint'])
  })

  it('share one honorific in the plural', () => {
    assert.deepEqual(
      personsIn('Councillors A White (Chair), F Green and C van der Berg').map((one) => one.asPrinted),
      ['Cllr A White', 'Cllr F Green', 'Cllr C van der Berg'],
    )
  })

  it('give a role after a comma or a dash, even one with "and" in it', () => {
    const listed = personsIn(
      'Mr Joe Pike, Chief Executive; Ann Lee - Head of Finance and Assets; Marc Jones, Police and Crime Commissioner',
    )
    assert.deepEqual(
      listed.map((one) => [one.asPrinted, one.notes.join('; ')]),
      [
        ['Mr Joe Pike', 'Chief Executive'],
        ['Ann Lee', 'Head of Finance and Assets'],
        ['Marc Jones', 'Police and Crime Commissioner'],
      ],
    )
  })
})

describe('attendance', () => {
  it('is read from one line for each group', async () => {
    const found = await attendance(
      'PRESENT: Cllr R Lind (Chairman), Cllr T Wick (Substitute for Cllr S Reed) and Ms U Vale\n\nALSO PRESENT: Mrs K Born (Police and Crime Commissioner)\n\nIN ATTENDANCE: Mr E Long (Scrutiny Officer)\n\nAPOLOGIES: Cllr S Reed',
    )
    assert.deepEqual(
      found.present.map((one) => [one.name, one.role, one.substituteFor]),
      [
        ['R Lind', 'Chairman', null],
        ['T Wick', 'Substitute', 'S Reed'],
        ['U Vale', null, null],
      ],
    )
    assert.deepEqual(
      [found.alsoPresent[0]?.name, found.alsoPresent[0]?.role],
      ['K Born', 'Police and Crime Commissioner'],
    )
    assert.deepEqual([found.inAttendance.length, found.apologies[0]?.name], [1, 'S Reed'])
  })

  it('is read from a person a line, with or without honorifics', async () => {
    const found = await attendance(
      'Present\nCllr Ann Fell\nJoe Dunn (Independent Member)\nDr Priya Nair\n\nApologies\nCllr Max Hale',
    )
    assert.deepEqual(
      found.present.map((one) => [one.name, one.role]),
      [
        ['Ann Fell', null],
        ['Joe Dunn', 'Independent Member'],
        ['Priya Nair', null],
      ],
    )
    assert.deepEqual(
      found.apologies.map((one) => one.name),
      ['Max Hale'],
    )
  })

  it('is read from a table of members and authorities', async () => {
    const found = await attendance(
      '**Present**\n\n| Member | Authority |\n|---|---|\n| Cllr Ann Brook (Chair) | Southby Council |\n| Cllr Bob Crane | Eastly Council |',
    )
    assert.deepEqual(
      found.present.map((one) => [one.name, one.role, one.organisation]),
      [
        ['Ann Brook', 'Chair', 'Southby Council'],
        ['Bob Crane', null, 'Eastly Council'],
      ],
    )
  })

  it('nobody is made of "None" or of the heading that follows', async () => {
    const found = await attendance(
      'Present: Jane Smith and John Brown\n\nApologies for absence: None\n\nUNRESTRICTED ITEMS',
    )
    assert.deepEqual([found.present.length, found.apologies.length, found.inAttendance.length], [2, 0, 0])
  })

  it('a name that two members fit stays as printed, with a warning', async () => {
    const reading = await readWords(
      'AGENDA\n\nThe Eastland Police and Crime Panel will meet on 5 May 2021 at 10 am.\n\nMembership\n\nCllr Ann Hill\tEastham Council\nCllr Alan Hill\tWestport Council\nCllr Bea Moor\tSouthby Council\n\n1. Apologies\n2. Minutes of the meeting held on 1 April 2021 (Pages 1 - 4)\n\nMINUTES of a meeting of the Eastland Police and Crime Panel held on 1 April 2021.\n\nPRESENT: Cllr A Hill, Cllr B Moor\n\n**1. Plan**\n\nRESOLVED that it be noted.\n',
    )
    const [inner] = reading.embedded
    assert.deepEqual(
      inner?.attendance?.present.map((one) => one.name),
      ['A Hill', 'Bea Moor'],
    )
    assert.ok(
      inner?.warnings.some(
        (warning) => warning.code === 'name-fits-several' && warning.message.includes('Alan Hill'),
      ),
    )
  })
})
