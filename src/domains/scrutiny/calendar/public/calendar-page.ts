/** The calendar: every meeting on the record by month, those to come first, and how to have it in one's own diary. */
import {
  day,
  filterLinks,
  type Html,
  html,
  joined,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageLinks,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  type View,
} from '../../../../web/index.ts'
import { bodyPath } from '../../bodies/body.ts'
import { ALL_MEETINGS, bodyCalendar, calendarForm, followed } from '../../feeds.ts'
import { timeInWords } from '../../meetings/meeting.ts'
import { minutesPath } from '../../meetings/minutes.ts'
import { counted, filterOptions } from '../../register.ts'
import { byMonth, type MeetingDay } from '../meeting-day.ts'
import type { CalendarAnswer } from '../reads.ts'

export function calendarPage(answer: CalendarAnswer, request: PageRequest): View {
  const { coming, past } = answer
  const chosen = answer.bodies.find(({ value }) => value === request.query['body'])
  const form = chosen === undefined ? ALL_MEETINGS : bodyCalendar(chosen.value)
  return {
    title: chosen === undefined ? 'Calendar of meetings' : `Calendar of meetings: ${chosen.text}`,
    description: 'When the bodies that watch over policing meet in public, and when they met.',
    section: 'meetings',
    alternates: [calendarForm(form, chosen?.text ?? 'All meetings')],
    main: html`${pageTop({ kicker: link('/meetings', 'Meetings'), title: 'Calendar of meetings' })}
${lead('When public bodies meet about policing, and when they met. Each day leads to what is on the record of that meeting.')}
${paragraph(followed([{ href: form, words: chosen === undefined ? 'these meetings in your own calendar' : `the meetings of the ${chosen.text} in your own calendar` }]))}
${filters(answer, request)}
${sectionHeading('To come', 'm', 'coming')}
${coming.length === 0 ? paragraph('No meeting to come is on the record.') : months(coming, ', to come')}
${sectionHeading('Past meetings', 'm', 'past')}
${past.length === 0 ? paragraph('No meeting that is over is on the record here.') : months(past, '')}
${pageLinks({ first: answer.first, next: answer.next, nextText: 'Show earlier meetings', firstText: 'Back to the latest' })}`,
  }
}

function filters(answer: CalendarAnswer, { path }: PageRequest): Html {
  const shared = { path, choices: answer.choices, rows: answer.whole, by: answer.by }
  const bodies = filterOptions({
    ...shared,
    name: 'body',
    everything: 'All bodies',
    options: answer.bodies,
  })
  const years = filterOptions({ ...shared, name: 'year', everything: 'All years', options: answer.years })
  return html`${answer.bodies.length > 1 ? filterLinks('Body', bodies) : ''}${answer.years.length > 1 ? filterLinks('Year', years) : ''}`
}

/** A month that is partly over has two tables; the caption of what is to come says so. */
const months = (days: readonly MeetingDay[], part: string): Html =>
  html`${byMonth(days).map(({ words, days: of }) =>
    scrollTable({
      caption: `${words}${part}`,
      columns: [
        { text: 'Day' },
        { text: 'Who meets' },
        { text: 'When and where' },
        { text: 'On the record' },
      ],
      rows: of.map((each) => [
        link(each.path, day(each.date)),
        link(bodyPath(each.body.slug), each.body.name),
        whenAndWhere(each),
        onRecord(each),
      ]),
      rowHeaders: true,
      stacked: true,
    }),
  )}`

const whenAndWhere = ({ time, place }: MeetingDay): Piece =>
  [time === null ? 'Time not given' : timeInWords(time), place ?? 'place not given'].join(', ')

function onRecord(each: MeetingDay): Piece {
  if (each.cancelled !== null) return html`<strong>Cancelled</strong>: ${each.cancelled}`
  const parts = joined(
    [
      each.items === null ? null : `Agenda, ${counted(each.items, 'item')}`,
      each.hasMinutes ? link(minutesPath(each.body.slug, each.date), 'Minutes') : null,
      each.isRecorded ? 'Recording' : null,
    ],
    ' · ',
  )
  return parts.text === '' ? 'Neither agenda nor minutes' : parts
}
