/** Minutes in the forms of many offices: where people, items, resolutions and promises stand, and how they are worded. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Attendee, Reading } from './reading.ts'
import { readWords } from './testing.ts'

const TITLE = 'Minutes of the Northvale Police and Crime Panel held on 6 March 2025\n\n'
const read = (words: string): Promise<Reading> => readWords(`${TITLE}${words}\n`)
const names = (people: readonly Attendee[] | undefined): string[] => (people ?? []).map((one) => one.name)
const items = (reading: Reading): string[] =>
  reading.items.map((item) => `${item.number ?? '-'} ${item.title}`)
const resolved = (reading: Reading): (readonly [string, number])[] =>
  reading.items.flatMap((item) => item.resolutions.map((each) => [each.text, each.parts.length] as const))
const actions = (reading: Reading): (readonly [string, string | null, string])[] =>
  reading.actions.map((action) => {
    assert.equal(reading.text.slice(action.start, action.end), action.quote)
    return [action.kind, action.owner, action.quote] as const
  })

describe('who was there', () => {
  it('may stand under labels of any wording, those who sit and those who serve', async () => {
    const { attendance } = await read(
      'Present:\nCouncillor Ann Hill in the Chair.\nDistrict Councillors: Ben Clark and Cath Dale\nCommunity Co-opted Members: Dev Ems, Una Ford\nHost Authority Support Staff:\nEve Gray, Lead Officer\nOfficers from the Office of the Police, Fire and Crime Commissioner: Fay Hurst (Chief of Staff)\n\n1. Minutes\n\nThey were agreed.',
    )
    assert.deepEqual(names(attendance?.present), [
      'Ann Hill',
      'Ben Clark',
      'Cath Dale',
      'Dev Ems',
      'Una Ford',
    ])
    assert.equal(attendance?.present[0]?.role, 'in the Chair')
    assert.deepEqual(names(attendance?.inAttendance), ['Eve Gray', 'Fay Hurst'])
  })

  it('may be told in a sentence, or after a dash', async () => {
    const { attendance } = await read(
      'PRESENT - Councillor Hill in the Chair\n\nCouncillors Abel (Eastham), Dale (Westham) and Ems (North Ridings)\n\nChief Constable Lisa Winn QPM and Assistant Chief Constable Phil Ash were in attendance.\n\n1. Minutes\n\nThey were agreed.',
    )
    assert.deepEqual(names(attendance?.present), ['Hill', 'Abel', 'Dale', 'Ems'])
    assert.deepEqual(names(attendance?.inAttendance), ['Lisa Winn', 'Phil Ash'])
  })

  it('may stand in a table that says of each whether they came', async () => {
    const { attendance, kind } = await readWords(
      '# Minutes: Northvale Police and Crime Panel, 21 May 2025\n\n| Councillor | Authority | Present |\n|---|---|---|\n| Cllr Ruth Ames (Chair) | Vale District Council | Yes |\n| Cllr Saul Byrd | Forest Borough Council | Apologies |\n| Cllr Umar Din (substitute for Cllr Saul Byrd) | Forest Borough Council | Yes |\n\n## PCP/25/01 Terms of reference\n\n**Decision:** That they be adopted.\n',
      'minutes.md',
    )
    assert.equal(kind, 'minutes')
    assert.deepEqual(names(attendance?.present), ['Ruth Ames'])
    assert.deepEqual(names(attendance?.apologies), ['Saul Byrd'])
    assert.equal(attendance?.substitutes[0]?.substituteFor, 'Saul Byrd')
  })

  it('is also read under the items, where apologies and substitutes are minuted there', async () => {
    const { attendance } = await read(
      'Present: Cllr A Hill (Chair)\n\n1. Apologies\n\nCllr Roy West, Cllr Sam Shaw and Lisa Stone.\n\n2. Substitute Members\n\nCouncillor T Stubbs substituted for Councillor L Howe.\n\n3. Update\n\nIt was noted.',
    )
    assert.deepEqual(names(attendance?.apologies), ['Roy West', 'Sam Shaw', 'Lisa Stone'])
    assert.deepEqual(
      attendance?.substitutes.map((one) => [one.name, one.substituteFor]),
      [['T Stubbs', 'L Howe']],
    )
  })
})

describe('who was there, as offices of commissioners print it', () => {
  it('may run together by brackets alone, and no given name is a rank', async () => {
    const { attendance } = await read(
      'Present: Mr Col Penrose (Independent) Cllr Ann Hill (Chair)\nIn attendance: Lena Frost (Commissioner) Ben Clark (Head of Finance)\n\n1. Minutes\n\nThey were agreed.',
    )
    assert.deepEqual(names(attendance?.present), ['Col Penrose', 'Ann Hill'])
    assert.deepEqual(names(attendance?.inAttendance), ['Lena Frost', 'Ben Clark'])
  })

  it('is not in the table of what was discussed, though names stand in it', async () => {
    const { attendance } = await read(
      'Present: Ann Hill (Chair)\n\nApologies: Ben Clark\n\n| No | Discussion | Action |\n|---|---|---|\n| 1 | Calls. DCC Dale spoke to the figures. | DCC Dale |\n| 2 | Budget. | T Frost |',
    )
    assert.deepEqual(
      [names(attendance?.present), names(attendance?.apologies)],
      [['Ann Hill'], ['Ben Clark']],
    )
  })

  it('says whose promise it is where an office holder sits at the board', async () => {
    const reading = await read(
      'Attendees\n\n| Name | Title |\n|---|---|\n| Ada Hill | Police and Crime Commissioner (Chair) |\n| Rex Moor | Chief Constable |\n\n1. Vetting\n\nMr Moor said that work had begun. He will bring a plan to the Board by 30 June 2025.',
    )
    assert.deepEqual(names(reading.attendance?.present), ['Ada Hill', 'Rex Moor'])
    assert.deepEqual(actions(reading), [
      ['commitment', 'Chief Constable', 'He will bring a plan to the Board by 30 June 2025'],
    ])
  })
})

describe('items and resolutions', () => {
  it('may name who moved a resolution before what was resolved', async () => {
    const reading = await read(
      'Present: Cllr A Hill (Chair)\n\n1. Cells\n\nIt was RESOLVED, having been moved by Councillor Hill and seconded by Mrs Dale, that\n\n(a) the paper be received; and\n(b) the Host Authority write to the applicant.\n\n2. Close\n\nAt noon.',
    )
    assert.deepEqual(resolved(reading), [['that', 2]])
    assert.deepEqual(actions(reading), [
      ['panel-action', 'Host Authority', 'the Host Authority write to the applicant'],
    ])
  })

  it('may begin with an item that is set as text, over questions that name who asked', async () => {
    const reading = await read(
      'Present: Cllr A Hill (Chair)\n\n9a. Public questions\n\nQ1. Mr P Bay asked: "When will it reopen?"\n\nAnswer: In May.\n\n9b. Searches\n\nThey were discussed.\n\n10. Other business\n\nNone.',
    )
    assert.deepEqual(items(reading), ['9a Public questions', '9b Searches', '10 Other business'])
    assert.deepEqual(
      reading.questions.map((each) => [each.questioner, each.text]),
      [['P Bay', 'When will it reopen?']],
    )
  })

  it('may be numbered PFCP/24/28, Item 3, or by a minute number over its subject', async () => {
    const present = 'Present: Cllr A Hill (Chair)\n\n'
    const slashed = await read(
      `${present}PFCP/24/28 APOLOGIES\n\nThere were none.\n\nPFCP/24/29 CUSTODY\n\nRESOLVED/-\n\n1. That the report be noted.\n2. That an update be brought to the Panel in June.`,
    )
    assert.deepEqual(items(slashed), ['PFCP/24/28 APOLOGIES', 'PFCP/24/29 CUSTODY'])
    assert.deepEqual(resolved(slashed), [['', 2]])
    const worded = await read(
      `${present}Item 1: Welcome\n\nThe Chair welcomed all.\n\nItem 2: Estate\n\nIt was noted.`,
    )
    assert.deepEqual(items(worded), ['1 Welcome', '2 Estate'])
    const minute = await read(
      `${present}Minute No. 41\nSubject: Apologies\nThere were none.\n\nMinute No. 42\nSubject: Crime\nThe Panel AGREED to:\na) note the report;\nb) hold a task group.`,
    )
    assert.deepEqual(items(minute), ['41 Apologies', '42 Crime'])
    assert.deepEqual(resolved(minute), [['to:', 2]])
  })

  it('may stand with what was minuted on one line', async () => {
    const reading = await read(
      'PRESENT - Councillor Hill in the Chair\n\n**3 MINUTES** - **Resolved** - That they be approved.\n\n**4 DRONES** - The Commissioner spoke.\n\n**Resolved** - (a) That the report be noted, and (b) that a briefing be provided in June.',
    )
    assert.deepEqual(items(reading), ['3 MINUTES', '4 DRONES'])
    assert.deepEqual(
      resolved(reading).map(([, parts]) => parts),
      [0, 2],
    )
  })

  it('keep a first part that stands on the line of the mark, and a resolution under a letter', async () => {
    const reading = await read(
      'Present: Cllr A Hill (Chair)\n\n1. Performance\n\nRESOLVED – (1) That the report be noted.\n(2) That a paper on retention be provided in June.\n\n2. Drones\n\n(a) Members had a report before them.\n\n(b) RESOLVED: that it be noted.',
    )
    assert.deepEqual(
      reading.items.map((item) => item.resolutions.map((each) => each.parts.length)),
      [[2], [0]],
    )
  })
})

describe('what is to be done', () => {
  it('is found in bullets, with who spoke before them', async () => {
    const reading = await read(
      'Present: Cllr A Hill (Chair)\n\n1. Update\n\nThe Commissioner presented her report. In reply to questions:\n\n- She would share the evaluation of the scheme with the Panel.\n- The recruitment of 137 officers had been completed.\n- She was happy to meet residents.',
    )
    assert.deepEqual(actions(reading), [
      ['commitment', 'Commissioner', 'She would share the evaluation of the scheme with the Panel'],
      ['commitment', 'Commissioner', 'She was happy to meet residents'],
    ])
    assert.deepEqual(
      reading.actions.map((action) => action.firm),
      [true, false],
    )
  })

  it('is found where minutes print it as an action, with the owner as printed and the day by which', async () => {
    const reading = await read(
      'Present: Cllr A Hill (Chair)\n\n1. Patrols\n\nMembers asked for the cost.\n\nAction: TS/SC to provide the cost of patrols by 4 April 2025.\n\n2. Actions arising\n\n| Ref | Action | Owner | Due |\n|---|---|---|---|\n| 1 | Circulate the annual report | OPCC | 30 June 2025 |',
    )
    assert.deepEqual(
      reading.actions.map((action) => [action.owner, action.due, action.what]),
      [
        ['TS/SC', '2025-04-04', 'TS/SC to provide the cost of patrols by 4 April 2025'],
        ['OPCC', '2025-06-30', 'Circulate the annual report'],
      ],
    )
  })

  it('belongs to the office, not to the name beside it, and to whoever the promise names', async () => {
    const reading = await read(
      'Present: Cllr A Hill (Chair)\n\n1. Update\n\n1.1 The Commissioner, Mr Hugh Beck, presented the report. He assured members that he would write to the Minister.\n\n1.2 It was agreed that the Chief Executive would bring a paper on vetting to the next meeting.',
    )
    assert.deepEqual(
      reading.actions.map((action) => action.owner),
      ['Commissioner', 'Chief Executive'],
    )
  })

  it('is firm or soft by its words, whoever speaks, and for an officer of the panel when a part says so', async () => {
    const reading = await read(
      'Present: Cllr A Hill (Chair)\n\n1. Update\n\n1.1 The Commissioner committed to bringing a paper on fraud to the Panel. She was delighted to host a visit, and said she would reflect on the point.\n\n1.2 The Commissioner was committed to providing value.\n\nRESOLVED –\n(a) that the report be noted; and\n(b) that the Scrutiny Officer arrange a briefing on vetting.',
    )
    assert.deepEqual(
      reading.actions.map((action) => [action.owner, action.firm, action.kind]),
      [
        ['Commissioner', true, 'commitment'],
        ['Commissioner', false, 'commitment'],
        ['Commissioner', false, 'commitment'],
        ['Scrutiny Officer', true, 'panel-action'],
      ],
    )
  })

  it('is not what is told of plans, rules, wishes and what is done', async () => {
    const reading = await read(
      'Present: Cllr A Hill (Chair)\n\n1. Update\n\nThe Commissioner, who took office last year, said that the budget would be balanced by reserves. Officers would be given new radios. Councillor Hill said he would like to see a breakdown. Had she known, she would have asked for a review. The Commissioner had agreed in January to publish the survey, and it was published. The Commissioner was asked to confirm whether she would publish the map. An inspectorate would visit in June.',
    )
    assert.deepEqual(actions(reading), [])
  })
})
