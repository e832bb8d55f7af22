/** All meetings on the record: those to come first, then by year, narrowed by body. */
import { longDate } from '../../../../lib/index.ts'
import {
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
  sectionHeading,
  type View,
} from '../../../../web/index.ts'
import { ALL_MEETINGS, calendarForm, feedForm, followed, kindFeed } from '../../feeds.ts'
import { counted, filterOptions } from '../../register.ts'
import { timeInWords } from '../meeting.ts'
import type { MeetingList, MeetingRow } from '../reads.ts'

export function meetingsPage(list: MeetingList, request: PageRequest): View {
  const filters = filterOptions({
    path: request.path,
    name: 'body',
    everything: 'All bodies',
    choices: list.choices,
    rows: list.whole,
    by: list.by,
    options: list.bodies,
  })
  return {
    title: 'Meetings',
    description: 'Meetings held in public, with their agendas, papers, minutes and decisions.',
    section: 'meetings',
    alternates: [
      calendarForm(ALL_MEETINGS, 'All meetings'),
      feedForm(kindFeed('papers'), 'Papers'),
      feedForm(kindFeed('minutes'), 'Minutes'),
    ],
    main: html`${pageTop({ title: 'Meetings' })}
${lead('Where those who run and watch over policing meet in public. Each page holds what is on the record: the agenda, the papers, what was said, and what was decided.')}
${paragraph(html`${link('/bodies', 'Who meets, and what each body is for')} · ${link('/calendar', 'The calendar')} · ${link('/attendance', 'Who was there')} · ${link('/timeliness', 'How soon papers come')}`)}
${list.bodies.length > 1 ? filterLinks('Show', filters) : ''}
${list.upcoming.length === 0 ? '' : html`${sectionHeading('To come', 'm', 'upcoming')}${rowsOf(list.upcoming)}`}
${list.found === 0 ? paragraph('No meeting is on the record here.') : list.upcoming.length === 0 ? paragraph('No meeting to come is on the record.') : ''}
${byYear(list.past)}
${pageLinks({ first: list.first, next: list.next })}
${paragraph(
  followed([
    { href: ALL_MEETINGS, words: 'the meetings in your own calendar' },
    { href: kindFeed('papers'), words: 'new papers' },
    { href: kindFeed('minutes'), words: 'new minutes' },
  ]),
)}`,
  }
}

function byYear(rows: readonly MeetingRow[]): Html {
  const years = [...new Set(rows.map(({ content }) => content.date.slice(0, 4)))]
  return html`${years.map(
    (year) =>
      html`${sectionHeading(year, 'm', `year-${year}`)}${rowsOf(rows.filter(({ content }) => content.date.startsWith(year)))}`,
  )}`
}

const rowsOf = (rows: readonly MeetingRow[]): Html =>
  html`<ul class="sm-grid">${rows.map(
    ({ path, content }) =>
      html`<li class="sm-card"><h3>${link(path, longDate(content.date))}</h3><p>${content.body.name}</p>${itemsWords(content)}</li>`,
  )}</ul>`

const itemsWords = ({ agenda, time, place }: MeetingRow['content']): Piece => {
  // A meeting whose minutes or papers came without an agenda says so on its own page.
  const items = agenda === null ? null : `${counted(agenda.items.length, 'item')} on the agenda`
  const words = [items, time === null ? null : timeInWords(time), place].filter(Boolean).join(' · ')
  return words === '' ? null : html`<p>${words}</p>`
}
