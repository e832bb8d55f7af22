/** Papers of a panel in words of our own: an agenda with a paper, the minutes of the meeting before, and a pack of both. */
import type { Block, Paper, Reading, Resolution } from '../../../papers/index.ts'
import { anItem } from '../../../papers/testing.ts'
import { anAttendee, aReading, someAttendance, written } from '../testing.ts'

/** A paper of three paragraphs and a table under item B1; `third` is its third paragraph, for a version that differs. */
export function aPaperReading(
  third = 'Patrols were doubled in two towns.',
): Pick<Reading, 'blocks' | 'text' | 'papers'> {
  const { blocks, text } = written([
    { paragraph: 'Subject: Speeding in villages' },
    { heading: 'What was counted' },
    { paragraph: 'Volunteers stood at forty sites.', number: '1' },
    { paragraph: 'Their counts by area:', number: '2' },
    {
      table: [
        ['East', '12'],
        ['West', '1,204'],
      ],
      columns: ['Area', 'Vehicles'],
      title: 'Vehicles counted',
    },
    { paragraph: third, number: '3' },
  ])
  const paper: Paper = {
    item: 'B1',
    from: 'Ada Byrne, Anyshire Police and Crime Commissioner',
    to: 'Anyshire Police and Crime Panel',
    subject: 'Speeding in villages',
    date: '2019-11-21',
    paragraphs: 3,
    headings: ['What was counted'],
    blocks: [0, blocks.length],
  }
  return { blocks, text, papers: [paper] }
}

/** An agenda of five items, one of them private, with five members and a vacancy, and the paper of its item B1. */
export const anAgendaReading = (parts: Partial<Reading> = {}): Reading =>
  aReading({
    file: 'agenda.md',
    kind: 'agenda',
    time: '14:00',
    place: 'Shire Hall',
    issued: '2019-11-13',
    membership: [
      { name: 'Mike Hill', organisation: 'Anyshire Council', role: 'Chairman', vacancy: false },
      { name: 'Gita Rao', organisation: 'Independent Member', role: 'Vice-Chairman', vacancy: false },
      { name: 'Richard Palmer', organisation: 'Swanford Council', role: null, vacancy: false },
      { name: 'Elaine Bolton', organisation: 'Independent Member', role: null, vacancy: false },
      { name: null, organisation: 'Co-opted member', role: null, vacancy: true },
    ],
    items: [
      anItem({ number: '1', title: 'Apologies' }),
      anItem({
        number: '4',
        title: 'Minutes of the meeting on 24 September 2019',
        pages: [3, 12],
        refersToMeetingOn: '2019-09-24',
      }),
      anItem({ number: 'B1', title: 'Speeding in villages', section: 'B', pages: [13, 16] }),
      anItem({ number: 'C1', title: 'Future work programme', section: 'C', toFollow: true }),
      anItem({
        number: 'E1',
        title: 'A grievance',
        exempt: 'Exempt under paragraph 1 of Part 1 of Schedule 12A',
      }),
    ],
    ...aPaperReading(),
    ...parts,
  })

const MINUTES = written([
  { paragraph: 'PRESENT: those listed' },
  { heading: '326. Declarations of interest', level: 3 },
  { paragraph: '1. said Cllr Palmer', number: '1' },
  { heading: '328. Recruitment of officers', level: 3 },
  { paragraph: '(Item B1)' },
  { paragraph: 'The Commissioner told the Panel that 23 had left.', number: '1' },
  { paragraph: 'He would tell the Panel what was allotted.', number: '2' },
  { paragraph: 'RESOLVED that the Panel note the report and:' },
  { list: ['Request a report on support for new officers', 'Consider how to thank cadets'] },
  { heading: '332. Questions to the Commissioner', level: 3 },
  { paragraph: 'Q1: What is done about open drug dealing? (Elaine Bolton)', quote: true },
  { paragraph: 'He had raised it with the Chief Constable.', number: '1' },
])

const ATTENDANCE = someAttendance({
  present: [
    anAttendee('Mr P M Hill, OBE', { role: 'Chairman' }),
    anAttendee('Ms G Rao', { role: 'Vice-Chairman' }),
    anAttendee('Cllr R Palmer'),
    anAttendee('Mrs E Bolton'),
    anAttendee('Cllr L Dyball', { role: 'Substitute', substituteFor: 'Cllr P Fleming' }),
  ],
  alsoPresent: [anAttendee('Miss A Byrne', { role: 'Anyshire Police and Crime Commissioner' })],
})

/** Minutes of 24 September 2019: four minutes, one with a resolution in parts, one with a question. */
export function aMinutesReading(parts: Partial<Reading> = {}): Reading {
  const { blocks, text } = MINUTES
  return aReading({
    file: 'minutes.md',
    kind: 'minutes',
    date: '2019-09-24',
    place: 'Shire Hall',
    attendance: ATTENDANCE,
    items: [
      anItem({
        number: '326',
        title: 'Declarations of interest',
        agendaRef: 'Item 3',
        paragraphs: 1,
        declarations: [{ name: 'Cllr Palmer', text: 'works for the council' }],
        blocks: [1, 3],
      }),
      anItem({
        number: '328',
        title: 'Recruitment of officers',
        agendaRef: 'Item B1',
        paragraphs: 2,
        blocks: [3, 9],
        resolutions: [
          resolutionOver(blocks, 7, 8, [
            'Request a report on support for new officers',
            'Consider how to thank cadets',
          ]),
        ],
      }),
      anItem({
        number: '332',
        title: 'Questions to the Commissioner',
        agendaRef: 'Item D1',
        paragraphs: 1,
        blocks: [9, 12],
      }),
    ],
    questions: [
      {
        number: 'Q1',
        questioner: 'Elaine Bolton',
        text: 'What is done about open drug dealing?',
        bullets: [],
        item: '332',
        answerParagraphs: [1],
        blocks: [10, 11],
      },
    ],
    actions: [anAction(text)],
    blocks,
    text,
    ...parts,
  })
}

function resolutionOver(blocks: readonly Block[], from: number, to: number, parts: string[]): Resolution {
  const start = blocks[from]?.start ?? 0
  return { text: 'that the Panel note the report and:', parts, start, end: blocks[to]?.end ?? start }
}

function anAction(text: string): Reading['actions'][number] {
  const quote = 'He would tell the Panel what was allotted'
  const start = text.indexOf(quote)
  return {
    ref: '328.2',
    owner: 'Commissioner',
    what: 'tell the Panel what was allotted',
    firm: true,
    due: null,
    kind: 'commitment',
    quote,
    start,
    end: start + quote.length,
  }
}

/** A pack: the agenda of 21 November 2019 with the minutes of 24 September inside it. */
export const aPackReading = (parts: Partial<Reading> = {}): Reading =>
  anAgendaReading({ kind: 'agenda+minutes', file: 'pack.md', embedded: [aMinutesReading()], ...parts })
