/** What an agenda gives, in the forms that different areas print. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Reading } from './reading.ts'
import { readWords } from './testing.ts'

const NORTHSHIRE = `NORTHSHIRE POLICE, FIRE AND CRIME PANEL

Date:    Thursday, 6 February 2020
Time:    10.30 am
Venue:   Committee Room 2, Shire Hall, Northtown

For further information please contact: Jane Doe, Democratic Services Officer
Tel: 01999 123456
Email: jane.doe@northshire.example

MEMBERSHIP

Councillor Alan White (Chair) - Eastham District Council
Councillor Bea O'Neill (Vice-Chair) - Westport City Council
Cllr Cyril van der Berg - Northshire County Council
Mrs Dilys Price JP - Independent Co-opted Member
Vacancy - Southby Borough Council

AGENDA

PART 1 - PUBLIC

1.  Apologies for absence
2.  Declarations of interest
3.  Minutes of the meeting held on 5 December 2019 (Pages 1 - 8)
    To approve as a correct record.
5.  Proposed precept 2020/21 (Pages 9 - 32)
6.  POLICE, FIRE AND CRIME PANEL 33 - 40 ARRANGEMENTS
7.  Complaints update (TO FOLLOW)
8.  Exclusion of the press and public

PART 2 - EXEMPT

9.  Senior appointment - Exempt (Paragraphs 1 and 2) (Pages 41 - 44)
10. Legal advice

Published on 29 January 2020
`

const item = (reading: Reading, number: string) =>
  reading.items.find((one) => one.number === number) ?? assert.fail(`no item ${number}`)

describe('an agenda with labelled lines and two parts', () => {
  it('gives body, day, time, place, day of issue and whom to contact', async () => {
    const reading = await readWords(NORTHSHIRE)
    assert.equal(reading.kind, 'agenda')
    assert.deepEqual(
      [reading.body, reading.date, reading.time, reading.place, reading.issued],
      [
        'Northshire Police, Fire and Crime Panel',
        '2020-02-06',
        '10:30',
        'Committee Room 2, Shire Hall, Northtown',
        '2020-01-29',
      ],
    )
    assert.deepEqual(reading.contact, [
      { name: 'Jane Doe', phone: '01999 123456', email: 'jane.doe@northshire.example' },
    ])
  })

  it('gives members without honorifics, with roles, places and the vacancy', async () => {
    const { membership } = await readWords(NORTHSHIRE)
    assert.deepEqual(
      membership.map((member) => [member.name, member.organisation, member.role, member.vacancy]),
      [
        ['Alan White', 'Eastham District Council', 'Chair', false],
        ["Bea O'Neill", 'Westport City Council', 'Vice-Chair', false],
        ['Cyril van der Berg', 'Northshire County Council', null, false],
        ['Dilys Price', null, 'Independent Co-opted Member', false],
        [null, 'Southby Borough Council', null, true],
      ],
    )
  })

  it('finds pages in brackets, and in the middle of a title that was wrapped around them', async () => {
    const reading = await readWords(NORTHSHIRE)
    assert.deepEqual(item(reading, '3').pages, [1, 8])
    assert.deepEqual(
      [item(reading, '6').title, item(reading, '6').pages],
      ['POLICE, FIRE AND CRIME PANEL ARRANGEMENTS', [33, 40]],
    )
    assert.deepEqual(item(reading, '5').title, 'Proposed precept 2020/21')
  })

  it('tells what is to follow, what is exempt and why, and which meeting minutes are of', async () => {
    const reading = await readWords(NORTHSHIRE)
    assert.deepEqual([item(reading, '7').title, item(reading, '7').toFollow], ['Complaints update', true])
    assert.deepEqual(
      [item(reading, '9').title, item(reading, '9').exempt, item(reading, '9').pages],
      ['Senior appointment', 'Exempt (Paragraphs 1 and 2)', [41, 44]],
    )
    assert.equal(item(reading, '10').exempt, 'exempt')
    assert.equal(item(reading, '5').exempt, null)
    assert.equal(item(reading, '3').refersToMeetingOn, '2019-12-05')
  })

  it('warns of the number that is missing, with its place', async () => {
    const reading = await readWords(NORTHSHIRE)
    const gap =
      reading.warnings.find((warning) => warning.code === 'numbering-gap') ?? assert.fail('no warning')
    assert.match(reading.text.slice(gap.start, gap.end), /^5\. {2}Proposed precept/)
  })
})

describe('agendas in other forms', () => {
  it('a table of items, numbers such as 39/20 and 9b, and what a web page adds to titles', async () => {
    const reading = await readWords(
      'Agenda for Westmarch Police and Crime Panel on Friday 4 March 2022, 10.00 am\nVenue: Council House, Westmarch\n\nNo.\tItem\n39/20\tApologies for absence\t\n40/20\tMinutes of the previous meeting pdf icon PDF 238 KB\n41/20\tAnnual report of the Commissioner pdf icon PDF 1 MB\n9b\tLate item\n',
    )
    assert.deepEqual(
      reading.items.map((one) => [one.number, one.title]),
      [
        ['39/20', 'Apologies for absence'],
        ['40/20', 'Minutes of the previous meeting'],
        ['41/20', 'Annual report of the Commissioner'],
        ['9b', 'Late item'],
      ],
    )
    assert.deepEqual(
      [reading.body, reading.date, reading.time],
      ['Westmarch Police and Crime Panel', '2022-03-04', '10:00'],
    )
  })

  it('lettered sections, one of which is an item itself', async () => {
    const reading = await readWords(
      'NOTICE OF MEETING\n\nNotice is given that the Southmere Police and Crime Panel will meet on Monday, 14th June, 2021 at 6.00 p.m. in the Guildhall, Southmere.\n\n**A - Procedure**\n\n- A1 Apologies\n- A2 Minutes (Pages 5 - 9)\n\n**B - Questions to the Commissioner**\n\n**C - Any other business**\n\n- C1 Work programme\n',
    )
    assert.deepEqual(
      reading.items.map((one) => [one.number, one.section]),
      [
        ['A1', 'A'],
        ['A2', 'A'],
        ['B', 'B'],
        ['C1', 'C'],
      ],
    )
    assert.deepEqual(
      [reading.date, reading.time, reading.place],
      ['2021-06-14', '18:00', 'Guildhall, Southmere'],
    )
  })

  it('"Item 1: …", a title cut by its line, and a place on a line of its own', async () => {
    const reading = await readWords(
      'Agenda\n\nPublic Meeting of the Southmere Police and Crime Panel\n\nMonday, 14th June, 2021 at 6.00 p.m.\nTown Hall, High Street, Southmere\n\nItem 1: Welcome\nItem 2: Minutes (Pages 5 to 9)\nItem 3: Report of the\nCommissioner (to follow)\n',
    )
    assert.deepEqual(
      reading.items.map((one) => [one.number, one.title, one.pages, one.toFollow]),
      [
        ['1', 'Welcome', null, false],
        ['2', 'Minutes', [5, 9], false],
        ['3', 'Report of the Commissioner', null, true],
      ],
    )
    assert.equal(reading.place, 'Town Hall, High Street, Southmere')
  })

  it('columns of a Markdown table, with pages and the reason an item is exempt', async () => {
    const reading = await readWords(
      'NOTICE OF MEETING\n\nWESTMARCH POLICE AND CRIME PANEL\n\nFriday, 12 June 2020 at 1.30 pm in the Great Hall, Castle Street, Westmarch\n\n| Item | Subject | Page |\n|---|---|---|\n| 1 | Election of Chairman | |\n| 2 | Annual Report 2019/20 | 10 - 44 |\n| 3 | Staffing (Exempt: paragraph 1) | 45 |\n\nClerk to the Panel: Mark Stone, tel 01888 000111, email clerk@westmarch.example\n',
      'agenda.md',
    )
    assert.deepEqual(
      reading.items.map((one) => [one.number, one.title, one.pages, one.exempt]),
      [
        ['1', 'Election of Chairman', null, null],
        ['2', 'Annual Report 2019/20', [10, 44], null],
        ['3', 'Staffing', [45, 45], 'Exempt: paragraph 1'],
      ],
    )
    assert.deepEqual(reading.contact, [
      { name: 'Mark Stone', phone: '01888 000111', email: 'clerk@westmarch.example' },
    ])
  })

  it('two people to contact share the beginning of a telephone number', async () => {
    const reading = await readWords(
      'AGENDA\n\nThe Eastland Police and Crime Panel will hold a meeting on 5 May 2021 at 10 am.\n\nTo know more, please contact Ann Lee/Bob Ray on 03000 111222/333444\n\n1. Apologies\n2. Minutes\n',
    )
    assert.deepEqual(
      reading.contact.map((one) => [one.name, one.phone]),
      [
        ['Ann Lee', '03000 111222'],
        ['Bob Ray', '03000 333444'],
      ],
    )
  })
})

describe('dates of their own', () => {
  it('papers that only mention dates have none', async () => {
    const mentions = [
      'Some notes about our work\n\nWe met partners on 4 March 2020 and again on 6 May 2020 to talk about rural crime and what offices could share.\n',
      'RECORD OF DECISION\n\nThe purchase of 12 vehicles is approved. The estates board spoke of it at its meeting on 4 March 2020, and again in April.\n',
      'AGENDA\n\nEASTLAND POLICE AND CRIME PANEL\n\n1. Apologies\n2. Minutes of the meeting held on 4 March 2020\n3. Plan\n',
    ]
    for (const words of mentions) assert.equal((await readWords(words)).date, null)
  })

  it('an agenda without a day says so', async () => {
    const reading = await readWords('AGENDA\n\nEASTLAND POLICE AND CRIME PANEL\n\n1. Apologies\n2. Plan\n')
    assert.ok(reading.warnings.some((warning) => warning.code === 'no-date'))
  })
})
