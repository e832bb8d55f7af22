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
  stateTag,
  term,
  twoColumns,
  type View,
} from '../../../../web/index.ts'
import { kindInWords } from '../../actions/action.ts'
import { stateOf } from '../../actions/public/action-words.ts'
import { bodyPath } from '../../bodies/body.ts'
import { capital, counted } from '../../register.ts'
import {
  type AgendaItem,
  type AgendaPart,
  agendaTree,
  meetingState,
  privateReason,
  timeInWords,
} from '../meeting.ts'
import { minutesPath } from '../minutes.ts'
import { type MinuteOutline, questionAnchors } from '../minutes-outline.ts'
import type { MeetingAnswer } from '../reads.ts'

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
${lead(`A meeting of the ${meeting.body.name}. ${words}`)}
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

const isPaperOf = (item: AgendaItem, paper: { path: string }): boolean =>
  item.number !== null && paper.path.endsWith(`/${item.anchor.replace(/^item-/, '')}`)

type Showing = { answer: MeetingAnswer; request: PageRequest; level: 3 | 4 }

function itemPart(item: AgendaItem, { answer, request, level }: Showing): Html {
  const paper = answer.papers.find((each) => isPaperOf(item, each))
  const minutes =
    answer.minutes?.content.minutes.filter((minute) => minute.item?.anchor === item.anchor) ?? []
  const words = item.number === null ? item.title : `${item.number}. ${item.title}`
  const heading = level === 3 ? html`<h3>${words}</h3>` : html`<h4>${words}</h4>`
  const taken = item.refersTo === null ? undefined : answer.earlierMinutes.get(item.refersTo)
  const programme =
    /\bprogramme\b/i.test(item.title) && answer.programmes.length === 1 ? answer.programmes[0] : undefined
  const notes = joined(
    [
      paper ? link(paper.path, 'Read the paper') : null,
      paper && paper.title !== item.title ? `“${paper.title}”` : null,
      taken ? link(taken, 'Read these minutes') : null,
      programme ? link(programme.path, 'Read the work programme') : null,
      item.pages === null ? null : pagesWords(item.pages, !paper && !taken && !programme),
      item.toFollow && !paper ? 'The paper was to follow' : null,
    ],
    ' · ',
  )
  return html`<div class="sm-card" id="${item.anchor}">${heading}${notes.text === '' ? '' : html`<p>${notes}</p>`}${minutes.map(
    (minute) => html`<p>${minuteLink(minute, answer)}</p>${outcomes(minute, answer, request)}`,
  )}</div>`
}

const pagesWords = ([first, last]: [number, number], begins: boolean): string => {
  const words = first === last ? `page ${first} of the pack` : `pages ${first} to ${last} of the pack`
  return begins ? capital(words) : words
}

function minuteLink(minute: MinuteOutline, answer: MeetingAnswer): Html {
  const { body, date } = answer.meeting.content
  const words = minute.number === null ? minute.title : `Minute ${minute.number}: ${minute.title}`
  return link(`${minutesPath(body.slug, date)}#${minute.anchor}`, words)
}

/** What was resolved, asked for, promised and answered under a minute, each with a link to its place. */
function outcomes(
  minute: MinuteOutline,
  { meeting, questions, actionsIn, questionsIn }: MeetingAnswer,
  request: PageRequest,
): Html {
  const page = minutesPath(meeting.content.body.slug, meeting.content.date)
  const asked = new Set(
    [minute.anchor, ...questionAnchors(minute)].flatMap((anchor) => questionsIn.get(anchor) ?? []),
  )
  const lines: Piece[] = [
    ...minute.resolutions.map(
      ({ anchor, text, parts }) =>
        html`<strong>Resolved</strong> ${link(`${page}#${anchor}`, [text, ...parts.map((part) => part.text)].join(' '))}`,
    ),
    ...(actionsIn.get(minute.anchor) ?? []).map(
      ({ content, path, title }) =>
        html`${kindInWords(content)}: ${link(path, title)} ${stateTag(stateOf(content, request.today))}`,
    ),
    ...questions
      .filter((question) => asked.has(question))
      .map(({ content, path, title }) => html`Question ${content.number ?? ''}: ${link(path, title)}`),
  ]
  return lines.length === 0
    ? html``
    : html`<ul class="govuk-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}

function privatePart(
  parts: readonly AgendaPart[],
  said: 'none-expected' | 'some' | 'not-stated',
  answer: MeetingAnswer,
  request: PageRequest,
): Html {
  const heading = sectionHeading('Items taken in private', 'm', 'private')
  const why = term(
    'Why may a meeting be closed to the public?',
    'The law lets a body take an item in private only for listed reasons, such as private facts about a person or a police investigation, and it must say which.',
  )
  if (said !== 'some') {
    const words =
      said === 'none-expected' ? 'None was expected when the agenda was prepared.' : 'The agenda lists none.'
    return html`${heading}${paragraph(words)}${why}`
  }
  return html`${heading}${parts.map(({ items }) =>
    items.map(
      (item) =>
        html`${itemPart(item, { answer, request, level: 3 })}${paragraph(html`Taken in private: ${privateWords(item.exempt ?? '')}`)}`,
    ),
  )}${why}`
}

function privateWords(printed: string): Piece {
  const reason = privateReason(printed)
  if (reason === null)
    return printed === '' || printed === 'exempt' ? 'the agenda does not say why.' : `“${printed}”.`
  return `because ${reason} (printed as “${printed}”).`
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
