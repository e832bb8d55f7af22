/** How soon agendas and minutes came, and what is past its day or without an answer: dates with their source, and no verdict. */
import { daysBetween, type LocalDate } from '../../../../lib/index.ts'
import {
  bullets,
  day,
  filterLinks,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageLinks,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  source,
  term,
  type View,
} from '../../../../web/index.ts'
import { filterOptions } from '../../register.ts'
import { clearDays, clearWeekdays, PANEL_CLEAR_DAYS } from '../clear-days.ts'
import type { TimelinessAnswer, Timing } from '../reads.ts'

/** "2,615 days", "1 day". */
const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`

/** The page at /timeliness. */
export function timelinessPage(answer: TimelinessAnswer, request: PageRequest): View {
  const chosen = answer.bodies.find(({ value }) => value === request.query['body'])
  return {
    title: chosen === undefined ? 'How soon papers come' : `How soon papers come: ${chosen.text}`,
    description:
      'How long before meetings agendas came, how long after them minutes came, and what is past its date.',
    section: 'meetings',
    main: html`${pageTop({ kicker: link('/meetings', 'Meetings'), title: 'How soon papers come' })}
${lead('How long before a meeting its agenda came, how long after it its minutes came, and what is past its date. Each line gives the dates it stands on.')}
${
  answer.bodies.length > 1
    ? filterLinks(
        'Show',
        filterOptions({
          path: request.path,
          name: 'body',
          everything: 'All bodies',
          choices: answer.choices,
          rows: answer.whole,
          by: answer.by,
          options: answer.bodies,
        }),
      )
    : ''
}
${sectionHeading('Agendas and minutes', 'm', 'papers')}
${howItIsCounted(answer.began)}
${answer.rows.length === 0 ? paragraph('No meeting is on the record here.') : papersTable(answer.rows)}
${pageLinks({ first: answer.first, next: answer.next, nextText: 'Show earlier meetings', firstText: 'Back to the latest' })}
${sectionHeading('Requests and promises past their date', 'm', 'actions')}
${late(answer, request.today)}
${sectionHeading('Questions without a recorded answer', 'm', 'questions')}
${unanswered(answer, request.today)}`,
  }
}

const howItIsCounted = (began: LocalDate | null): Html =>
  term(
    'How this is counted',
    html`${bullets([
      'The day of an agenda is the one that the agenda itself prints. Where it prints none, nothing is counted.',
      'Clear days are the days between: neither the day of the agenda nor the day of the meeting counts. How many of them are Monday to Friday stands beside them; bank holidays are not taken off.',
      html`The agenda of a police and crime panel in England must be open to the public ${PANEL_CLEAR_DAYS} clear days before the meeting, unless the meeting is called at shorter notice. Offices often count working days alone, so both numbers are given.`,
      'For minutes the day is the one on which they were first on this record. No law that this record has confirmed sets a number of days for them.',
      began === null
        ? 'Nothing is published here yet.'
        : html`This record began on ${day(began)}. When the minutes of earlier meetings first came out is not known here.`,
    ])}${source('Local Government Act 1972, sections 100A(6) and 100B, with SI 2012/2734')}`,
  )

const papersTable = (rows: readonly Timing[]): Html =>
  scrollTable({
    caption: 'Agendas and minutes, the latest meeting first',
    columns: [
      { text: 'Meeting' },
      { text: 'Agenda dated' },
      { text: 'Before the meeting' },
      { text: 'Minutes first on this record' },
      { text: 'After the meeting' },
    ],
    rows: rows.map((row) => [
      html`${link(row.path, day(row.date))}, ${row.body.name}`,
      agendaDay(row),
      beforeWords(row),
      row.minutes === null ? 'None on the record' : link(row.minutes.path, day(row.minutes.first)),
      afterWords(row),
    ]),
    rowHeaders: true,
    stacked: true,
  })

function agendaDay({ hasAgenda, issued }: Timing): Piece {
  if (!hasAgenda) return 'No agenda on the record'
  return issued === null ? 'It prints no date' : day(issued)
}

function beforeWords({ issued, date, isPanel }: Timing): Piece {
  if (issued === null) return 'Not known'
  if (issued >= date) return 'Dated on the day of the meeting or after it'
  const weekdays = clearWeekdays(issued, date)
  return `${counted(clearDays(issued, date), 'clear day')}, ${weekdays} of them Monday to Friday${
    isPanel ? `; the law asks for ${PANEL_CLEAR_DAYS}` : ''
  }`
}

function afterWords({ minutes }: Timing): Piece {
  if (minutes === null) return 'Not known'
  if (minutes.days === null) return 'Not known: the meeting was before this record began'
  return minutes.days < 0 ? 'Before the meeting' : counted(minutes.days, 'day')
}

function late({ late: rows }: TimelinessAnswer, today: LocalDate): Html {
  if (rows.length === 0)
    return paragraph(
      html`None of those that have a date is past it. Most have none: ${link('/actions', 'see all requests and promises')}.`,
    )
  return html`${paragraph('A day was named and is over, and nothing on the record says that the thing was done. It may have been done all the same.')}${scrollTable(
    {
      caption: 'Requests and promises past their date',
      columns: [{ text: 'What' }, { text: 'Date' }, { text: 'Since then' }, { text: 'Source' }],
      rows: rows.map(({ path, title, content: { due, source: from } }) => [
        link(path, title),
        due === null ? '' : day(due),
        due === null ? '' : counted(daysBetween(due, today), 'day'),
        link(from.path, from.words),
      ]),
      rowHeaders: true,
      stacked: true,
    },
  )}`
}

function unanswered({ unanswered: rows }: TimelinessAnswer, today: LocalDate): Html {
  if (rows.length === 0) return paragraph('None: every question on the record has an answer in the minutes.')
  return html`${paragraph('No answer was found in published minutes. One may have been given in another way.')}${scrollTable(
    {
      caption: 'Questions without a recorded answer',
      columns: [{ text: 'Question' }, { text: 'Put on' }, { text: 'Since then' }, { text: 'Source' }],
      rows: rows.map(({ path, title, content: { meeting, source: from, minuted } }) => [
        link(path, title),
        link(meeting.path, day(meeting.date)),
        html`${counted(Math.max(0, daysBetween(meeting.date, today)), 'day')}${minuted ? '' : '; no minutes of that meeting are on the record yet'}`,
        link(from.path, from.words),
      ]),
      rowHeaders: true,
      stacked: true,
    },
  )}`
}
