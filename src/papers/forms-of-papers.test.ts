/** Agendas, plans, reports and lists of questions in the forms of many offices. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Reading } from './reading.ts'
import { readWords } from './testing.ts'

const NOTICE = 'Northvale Police and Crime Panel\n\nDate: Thursday 23 January 2025\nTime: 2.00pm\n\n'
const items = (reading: Reading): (readonly [string | null, string, string, string | null])[] =>
  reading.items.map((item) => [item.number, item.title, item.pages?.join('-') ?? '', item.exempt])

describe('a paper of no known form', () => {
  it('is put to the body that its line "To" names, without that word', async () => {
    const reading = await readWords(
      'Streets after dark\n\nBy: The office\n\nTo: Northvale Police and Crime Panel, 14 September 2023\n\nLamps were mended.\n',
    )
    assert.equal(reading.body, 'Northvale Police and Crime Panel')
    assert.equal(reading.date, '2023-09-14')
  })
})

describe('an agenda', () => {
  it('may be a table of numbers, items and pages, whether or not it says agenda', async () => {
    const reading = await readWords(
      `${NOTICE}No.\tItem\tPage No.\n1\tAPOLOGIES FOR ABSENCE\t\n2\tEXCLUSION OF PRESS AND PUBLIC\t\n3\tMINUTES OF THE PREVIOUS MEETING\t5 - 12\n4\tCOMPLAINTS\t13 - 16\n`,
    )
    assert.equal(reading.kind, 'agenda')
    assert.deepEqual(items(reading), [
      ['1', 'APOLOGIES FOR ABSENCE', '', null],
      ['2', 'EXCLUSION OF PRESS AND PUBLIC', '', null],
      ['3', 'MINUTES OF THE PREVIOUS MEETING', '5-12', null],
      ['4', 'COMPLAINTS', '13-16', null],
    ])
  })

  it('may close an entry after a dash, with the paragraph that allows it', async () => {
    const reading = await readWords(
      `${NOTICE}AGENDA\n\n1. Risk register – private, paragraph 7 of Schedule 12A\n2. Security – private firms in town centres\n`,
    )
    assert.deepEqual(
      reading.items.map((item) => [item.title, item.exempt]),
      [
        ['Risk register', 'private, paragraph 7 of Schedule 12A'],
        ['Security – private firms in town centres', null],
      ],
    )
  })

  it('closes what follows a motion to exclude only where the motion says why', async () => {
    const reading = await readWords(
      `${NOTICE}AGENDA\n\n1. Exclusion of the Press and Public\n\nTo resolve that the public be excluded as exempt information is likely to be disclosed, as defined in paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.\n\n2. Recruitment of members\n`,
    )
    assert.deepEqual(
      reading.items.map((item) => item.exempt),
      [null, 'paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972'],
    )
  })

  it('may say below an entry that its paper is to follow, or why it is exempt', async () => {
    const reading = await readWords(
      `${NOTICE}AGENDA\n\n1. Performance\n   Report of the Commissioner (To Follow)\n\n2. Exempt appendix (Pages 17 - 20)\n\nExempt by virtue of paragraph 3 of Part 1 of Schedule 12A.\n`,
    )
    assert.deepEqual(
      reading.items.map((item) => [item.title, item.toFollow, item.exempt]),
      [
        ['Performance', true, null],
        ['Exempt appendix', false, 'paragraph 3 of Part 1 of Schedule 12A'],
      ],
    )
  })

  it('may break its entries after the pages in the column at the right, or after "(Pages"', async () => {
    const reading = await readWords(
      `${NOTICE}AGENDA\n\n1. Minutes of the meeting of the 3 - 8\n   Panel held on 1 November 2024\n\n2. Proposed precept for 2025/26 and 9 - 42\n   medium term financial strategy\n\n3. PANEL WORKING GROUP: REVIEW OF ABUSE (Pages\n43 - 46)\n`,
    )
    assert.deepEqual(items(reading), [
      ['1', 'Minutes of the meeting of the Panel held on 1 November 2024', '3-8', null],
      ['2', 'Proposed precept for 2025/26 and medium term financial strategy', '9-42', null],
      ['3', 'PANEL WORKING GROUP: REVIEW OF ABUSE', '43-46', null],
    ])
  })

  it('may be in two languages', async () => {
    const reading = await readWords(
      'PANEL HEDDLU A THROSEDDU DYFFRYN\nVALLEY POLICE AND CRIME PANEL\n\n10.30 am, Dydd Llun / Monday, 17 Mawrth / March 2025\nYstafell Bwyllgor 1 / Committee Room 1, Canolfan\n\nAGENDA\n\n1. Ymddiheuriadau am absenoldeb / Apologies for absence\n\n2. Cofnodion / Minutes (Tudalennau / Pages 4 - 9)\n',
    )
    assert.deepEqual([reading.date, reading.time, reading.lang], ['2025-03-17', '10:30', 'en+cy'])
    assert.deepEqual(items(reading).at(-1), ['2', 'Cofnodion / Minutes', '4-9', null])
  })

  it('may be a page that sets each number on a line of its own over what was minuted', async () => {
    const reading = await readWords(
      'Agenda and minutes\nNorthvale Police and Crime Panel - Tuesday, 18th July, 2023 2.00 pm\n\nVenue: Shire Centre, Northam\n\n1.\n\nMinutes pdf icon PDF 212 KB\n\nThe Panel is asked to approve the minutes of the meeting held on 13 June 2023.\n\nMinutes:\nThey were agreed.\n\n2.\n\nAnnual Report\n\nMinutes:\nRESOLVED - (i) That the report be welcomed.\n(ii) That comments be sent.\n',
    )
    assert.deepEqual([reading.date, reading.time], ['2023-07-18', '14:00'])
    assert.deepEqual(
      reading.items.map((item) => [item.number, item.title, item.resolutions[0]?.parts.length]),
      [
        ['1', 'Minutes', undefined],
        ['2', 'Annual Report', 2],
      ],
    )
  })
})

describe('a plan', () => {
  it('may head its priorities with numbers in words, and promise in lists', async () => {
    const { plan } = await readWords(
      'Police and Crime Plan 2025-2029\n\nGuiding Principles\n\nPutting victims first\n\nEvery service that I commission is shaped by those who were harmed.\n\nPriority One: Preventing crime\n\nWe want a named officer in every ward.\n\n- I will fund patrols in ten towns\n\nPriority Two: Safer roads\n\n- I will expand community speed watch\n',
    )
    assert.deepEqual(
      plan?.priorities.map((priority) => [priority.number, priority.title]),
      [
        ['1', 'Preventing crime'],
        ['2', 'Safer roads'],
      ],
    )
    assert.deepEqual(
      plan?.principles.map((principle) => principle.title),
      ['Putting victims first'],
    )
    assert.deepEqual(
      plan?.commitments.map((commitment) => commitment.title),
      ['I will fund patrols in ten towns', 'I will expand community speed watch'],
    )
    assert.deepEqual([plan?.from, plan?.to], [null, null])
  })

  it('may set its priorities and its sums in tables, the pounds in a header or over the table', async () => {
    const { plan } = await readWords(
      "# Northvale Police and Crime Plan 2024-29\n\n## What matters most\n\n| No | Priority | What we will do |\n|---|---|---|\n| 1 | Tackling Disorder | Fund wardens |\n| 2 | Fighting Drugs | Invest in treatment |\n\n## Funding allocations\n\nThe following grants have been made (£'000):\n\n| Service | 2024/25 |\n|---|---|\n| Victim services | 1,250 |\n| Youth work | 320 |\n| Total | 1,570 |\n",
    )
    assert.deepEqual(
      plan?.priorities.map((priority) => [priority.number, priority.title]),
      [
        ['1', 'Tackling Disorder'],
        ['2', 'Fighting Drugs'],
      ],
    )
    assert.deepEqual(plan?.allocations, [
      { name: 'Victim services', amount: '1,250' },
      { name: 'Youth work', amount: '320' },
    ])
    assert.equal(plan?.allocationsTotal, '1,570')
  })
})

describe('other papers', () => {
  it('may be the page of one decision, called so in its title', async () => {
    const reading = await readWords(
      '# Decision 2025-031 – New radios for wardens\n\n**Date:** 6 May 2025\n\n## Summary\n\nThe radios are old.\n\n## Decision\n\nThe Commissioner approved the purchase.\n',
    )
    assert.equal(reading.kind, 'decision')
    assert.deepEqual(
      reading.decisions.map((each) => [each.number, each.title, each.date, each.decision]),
      [['2025-031', 'New radios for wardens', '2025-05-06', 'The Commissioner approved the purchase.']],
    )
    const spoken = await readWords('# Decision 4 – what we think of it\n\nNothing was settled.\n')
    assert.deepEqual([spoken.kind, spoken.decisions], ['other', []])
  })

  it('may answer an inspection, on the day that they give', async () => {
    const { kind, date, recommendations } = await readWords(
      '# Response of the Commissioner for Northvale to the HMICFRS report "Counting well"\n\nDate of response: 4 June 2025\n\n## Recommendation 1\n\nForces should count each victim once.\n\n**Response:** Agreed.\n\n## Recommendation 2\n\nForces should check a sample each month.\n',
    )
    assert.deepEqual([kind, date, recommendations.length], ['report', '2025-06-04', 2])
  })

  it('put questions under numbers, in a table, and promise in the answers', async () => {
    const listed = await readWords(
      'Questions to the Commissioner\n\nPolice and Crime Panel – 18 March 2024\n\n1. Question from Councillor Beech\n\nHow is theft of tools being reduced?\n\nAnswer\n\nI will send Councillor Beech the results.\n\n2. Question from Mrs D Larch (member of the public)\n\nHow much was spent on overtime?\n\nAnswer\n\nThe sum was £4.1 million.\n',
    )
    assert.deepEqual(
      listed.questions.map((question) => [question.number, question.questioner]),
      [
        ['1', 'Beech'],
        ['2', 'D Larch'],
      ],
    )
    assert.deepEqual(
      listed.actions.map((action) => [action.owner, action.quote]),
      [['Commissioner', 'I will send Councillor Beech the results']],
    )
    const tabled = await readWords(
      '# Public questions, 12 June 2025\n\n| No. | Question | From | Answer |\n|---|---|---|---|\n| 1 | When will the cameras return? | Mrs P Bay | By the autumn. |\n',
    )
    assert.equal(tabled.kind, 'questions')
    assert.equal(tabled.questions[0]?.questioner, 'P Bay')
  })

  it('keep rows of a programme whose date stands only in the first of them', async () => {
    const { forwardProgramme } = await readWords(
      'WORK PROGRAMME 2023/24\n\nDate of meeting\tAgenda items\n29 June 2023\tAppointment of Chair\n\tAnnual report\n28 September 2023\tFinance update\n',
    )
    assert.deepEqual(
      forwardProgramme?.meetings.map((meeting) => [meeting.date, meeting.items.map((item) => item.title)]),
      [
        ['2023-06-29', ['Appointment of Chair', 'Annual report']],
        ['2023-09-28', ['Finance update']],
      ],
    )
  })
})
