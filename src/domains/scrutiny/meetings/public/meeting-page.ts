/** One meeting: when and where, its agenda with what is public and what is not and why, and what came of each item. */
import { longDate } from '../../../../lib/index.ts'
import {
  day,
  facts,
  finding,
  type Html,
  html,
  joined,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  sectionHeading,
  sideColumn,
  twoColumns,
  type View,
} from '../../../../web/index.ts'
import { bodyPath } from '../../bodies/body.ts'
import { counted } from '../../register.ts'
import { type AgendaPart, agendaTree, meetingState, timeInWords } from '../meeting.ts'
import { minutesPath } from '../minutes.ts'
import type { MeetingAnswer } from '../reads.ts'
import { isPaperOf, itemPart, minuteLink, outcomes } from './agenda-item.ts'
import { privatePart } from './private-part.ts'
import { cancelledNotice, recordingPart } from './recording.ts'

export function meetingPage(answer: MeetingAnswer, request: PageRequest): View {
  const { content: meeting } = answer.meeting
  const words = whatIsHere(answer, request)
  return {
    title: answer.meeting.title,
    description: `The meeting of the ${meeting.body.name} on ${longDate(meeting.date)}: agenda, papers, minutes and decisions.`,
    section: 'meetings',
    main: html`${pageTop({
      kicker: joined(
        [link('/meetings', 'Meetings'), link(bodyPath(meeting.body.slug), meeting.body.name)],
        ' · ',
      ),
      title: `Meeting on ${longDate(meeting.date)}`,
    })}
${cancelledNotice(answer.notice?.content)}${lead(`A meeting of the ${meeting.body.name}. ${words}`)}
${facts([
  {
    term: 'When',
    value: day(meeting.date),
    note: meeting.time === null ? 'no time is given' : timeInWords(meeting.time),
  },
  { term: 'Where', value: html`<small>${meeting.place ?? 'The papers do not say'}</small>` },
  {
    term: 'Minutes',
    value: answer.minutes ? link(minutesPath(meeting.body.slug, meeting.date), 'Read them') : 'None',
    note: answer.minutes ? counted(answer.minutes.content.minutes.length, 'item') : 'on this record',
  },
])}
${twoColumns(agendaOrMinutes(answer, request), side(answer))}`,
  }
}

function whatIsHere(answer: MeetingAnswer, request: PageRequest): string {
  const { agenda, date } = answer.meeting.content
  if (meetingState(date, request.today) !== 'past') return 'What is on its agenda.'
  return agenda === null ? 'What the record holds of it.' : 'What was on the agenda, and what came of it.'
}

function agendaOrMinutes(answer: MeetingAnswer, request: PageRequest): Html {
  const { agenda } = answer.meeting.content
  if (agenda === null || agenda.items.length === 0) return withoutAgenda(answer, request)
  const tree = agendaTree(agenda.items)
  return html`${lackingPart(answer)}${sectionHeading('Agenda', 'm', 'agenda')}
${tree.open.map((part) => partOfAgenda(part, answer, request))}
${privatePart(tree.private, agenda.privatePart, answer, request)}
${unboundMinutes(answer, request)}`
}

/** Minutes or papers came without an agenda: what they hold is shown, and that there is no agenda is said. */
function withoutAgenda(answer: MeetingAnswer, request: PageRequest): Html {
  const minutes = answer.minutes?.content.minutes ?? []
  return html`${paragraph('The agenda of this meeting is not on the record.')}
${answer.papers.length === 0 ? '' : html`${sectionHeading('Papers', 'm')}<ul class="govuk-list">${answer.papers.map((paper) => html`<li>${link(paper.path, paper.title)}</li>`)}</ul>`}
${minutes.length === 0 ? '' : sectionHeading('What was minuted', 'm')}
${minutes.map((minute) => html`<div class="sm-card"><h3>${minuteLink(minute, answer)}</h3>${outcomes(minute, answer, request)}</div>`)}`
}

function partOfAgenda(
  { section, title, items }: AgendaPart,
  answer: MeetingAnswer,
  request: PageRequest,
): Html {
  const heading = partHeading({ section, title, items })
  return html`${heading === null ? '' : html`<h3 class="govuk-heading-m">${heading}</h3>`}${items.map(
    (item) => itemPart(item, { answer, request, level: heading === null ? 3 : 4 }),
  )}`
}

/** No heading where the part is one item of the same name. */
function partHeading({ section, title, items }: AgendaPart): string | null {
  if (section === null || (items.length === 1 && items[0]?.title === title)) return null
  return title === null ? `Part ${section}` : `${section}. ${title}`
}

/** Minutes that no item of the agenda could be tied to are shown rather than lost. */
function unboundMinutes(answer: MeetingAnswer, request: PageRequest): Html {
  const anchors = new Set(answer.meeting.content.agenda?.items.map(({ anchor }) => anchor))
  const rest =
    answer.minutes?.content.minutes.filter(({ item }) => item === null || !anchors.has(item.anchor)) ?? []
  if (rest.length === 0) return html``
  return html`${sectionHeading('Minuted, but not tied to an item of this agenda', 'm')}${rest.map(
    (minute) =>
      html`<div class="sm-card"><h3>${minuteLink(minute, answer)}</h3>${outcomes(minute, answer, request)}</div>`,
  )}`
}

/** Standing items of a work programme that this agenda was not found to have. */
function lackingPart({ lacks }: MeetingAnswer): Html {
  if (lacks.length === 0) return html``
  return finding({
    title: 'Not found in this agenda',
    body: html`${lacks.map((row) => html`<p>Compared with the ${link(row.path, row.title)}:</p><ul class="govuk-list govuk-list--bullet">${row.why.split('\n').map((line) => html`<li>${line}</li>`)}</ul>`)}`,
  })
}

const listed = (rows: readonly { path: string; title: string }[], none: string): Piece[] =>
  rows.length === 0 ? [none] : rows.map((row) => link(row.path, row.title))

/** Papers that neither an item of the agenda nor the list in its place leads to. */
function papersApart({ meeting, papers }: MeetingAnswer): { title: string; items: Piece[] }[] {
  const { agenda } = meeting.content
  if (papers.length === 0) return [{ title: 'Papers', items: ['None on the record'] }]
  if (agenda === null || agenda.items.length === 0) return []
  const apart = papers.filter((paper) => !agenda.items.some((item) => isPaperOf(item, paper)))
  return apart.length === 0 ? [] : [{ title: 'Other papers', items: listed(apart, '') }]
}

/** Without minutes, that nothing was found says nothing of the meeting. */
const nothingYet = ({ minutes, actions, questions }: MeetingAnswer): Piece[] | null =>
  minutes || actions.length > 0 || questions.length > 0
    ? null
    : ['No minutes of it are on the record, so what was asked and promised there is not known.']

function side(answer: MeetingAnswer): Html {
  const { meeting, programmes, actions, questions } = answer
  const { agenda, body } = meeting.content
  const files: Piece[] =
    agenda === null
      ? ['No agenda is on the record']
      : [
          html`${link(agenda.file.path, `The agenda as received (${agenda.file.name})`)}${agenda.issued === null ? '' : html`, issued ${day(agenda.issued)}`}`,
          ...agenda.earlier
            .toReversed()
            .map((file) => html`${link(file.path, file.name)}, an earlier version`),
        ]
  return sideColumn([
    ...papersApart(answer),
    ...recordingPart(answer.webcast?.content),
    ...(programmes.length === 0 ? [] : [{ title: 'Work programme', items: listed(programmes, '') }]),
    {
      title: 'What came of it',
      items: nothingYet(answer) ?? [
        actions.length === 0
          ? 'No requests or promises found'
          : link(
              `/actions?meeting=${encodeURIComponent(meeting.path)}`,
              counted(actions.length, 'request or promise', 'requests and promises'),
            ),
        questions.length === 0 ? 'No questions found' : counted(questions.length, 'question'),
      ],
    },
    { title: 'Files', items: files },
    {
      title: 'The body',
      items: [
        html`${link(bodyPath(body.slug), `What is the ${body.name}?`)}`,
        link(`/meetings?body=${body.slug}`, 'All its meetings'),
      ],
    },
  ])
}
