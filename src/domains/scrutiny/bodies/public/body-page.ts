/** One body: what it is for in plain words, who was listed as sitting on it and when, and its meetings. */
import { longDate } from '../../../../lib/index.ts'
import {
  bullets,
  day,
  details,
  facts,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  type Piece,
  pageTop,
  paragraph,
  scrollTable,
  sectionHeading,
  source,
  type View,
} from '../../../../web/index.ts'
import { bodyCalendar, bodyFeed, calendarForm, feedForm, followed } from '../../feeds.ts'
import { type MembershipList, type Seat, type SeatOverTime, seatsOverTime } from '../body.ts'
import type { BodyAnswer } from '../reads.ts'

export function bodyPage({ body, meetings }: BodyAnswer, request: PageRequest): View {
  const { content } = body
  const latest = content.lists.at(-1)
  const next = meetings.filter((meeting) => meeting.content.date >= request.today).at(-1)
  const last = meetings.find((meeting) => meeting.content.date < request.today)
  return {
    title: body.title,
    description: body.summary || `The ${body.title}: its members and meetings.`,
    section: 'meetings',
    alternates: [
      calendarForm(bodyCalendar(content.slug), `Meetings of the ${body.title}`),
      feedForm(bodyFeed(content.slug), body.title),
    ],
    main: html`${pageTop({ kicker: link('/bodies', 'Who meets'), title: body.title })}
${lead(body.summary || `A ${content.sort} that meets in public. The record does not yet say what it is for.`)}
${facts([
  {
    term: 'Members listed',
    value: latest ? latest.seats.filter((seat) => !seat.vacancy).length : 'None yet',
    note: latest ? `on ${longDate(latest.source.date)}` : 'no list is on the record',
  },
  ...(latest === undefined
    ? []
    : [
        {
          term: 'Vacancies',
          value: latest.seats.filter((seat) => seat.vacancy).length,
          note: `on ${longDate(latest.source.date)}`,
        },
      ]),
  { term: next ? 'Next meeting' : 'Last meeting', value: meetingLink(next ?? last) },
])}
${termsPart(content.terms)}
${membersPart(content.lists)}
${sectionHeading('Meetings', 'm', 'meetings')}
${meetings.length === 0 ? paragraph('None is on the record.') : bullets(meetings.map((meeting) => link(meeting.path, longDate(meeting.content.date))))}
${paragraph(html`${link(`/meetings?body=${content.slug}`, 'All its meetings')} · ${link(`/attendance?body=${content.slug}`, 'Who was there')}`)}
${paragraph(
  followed([
    { href: bodyCalendar(content.slug), words: 'its meetings in your own calendar' },
    { href: bodyFeed(content.slug), words: 'what is new of this body' },
  ]),
)}
${content.alsoCalled.length === 0 ? '' : paragraph(`Papers also print its name as: ${content.alsoCalled.join('; ')}.`)}`,
  }
}

const meetingLink = (meeting: BodyAnswer['meetings'][number] | undefined): Piece =>
  meeting === undefined ? 'None known' : link(meeting.path, longDate(meeting.content.date))

function termsPart(terms: BodyAnswer['body']['content']['terms']): Html {
  if (terms === null) return html``
  return html`${sectionHeading('What it does', 'm', 'does')}${terms.does.length === 0 ? '' : bullets(terms.does)}${
    terms.doesNot.length === 0
      ? ''
      : html`<h3 class="govuk-heading-s">What it does not do</h3>${bullets(terms.doesNot)}`
  }${terms.who === null ? '' : html`<h3 class="govuk-heading-s">Who sits on it</h3>${paragraph(terms.who)}`}${
    terms.basis === null ? '' : source(`Set up by: ${terms.basis}`)
  }`
}

function membersPart(lists: readonly MembershipList[]): Html {
  const latest = lists.at(-1)
  if (latest === undefined) {
    return html`${sectionHeading('Members', 'm', 'members')}${paragraph('No list of members is on the record yet.')}`
  }
  const earlier = seatsOverTime(lists).filter((seat) => !seat.inLatest)
  return html`${sectionHeading('Members', 'm', 'members')}
${scrollTable({
  caption: `Members as listed on ${longDate(latest.source.date)}`,
  // With one list the day in the caption is that of every row.
  columns: [
    { text: 'Name' },
    { text: 'For' },
    { text: 'Role' },
    ...(lists.length > 1 ? [{ text: 'Listed' }] : []),
  ],
  rows: seatsOverTime(lists)
    .filter((seat) => seat.inLatest)
    .map((seat) => [
      nameOf(seat),
      seat.organisation ?? '',
      seat.role ?? '',
      ...(lists.length > 1 ? [listedWords(seat)] : []),
    ]),
  rowHeaders: true,
})}
${source('From', link(latest.source.path, latest.source.title))}
${paragraph('A list says who was a member on its day. It does not say when anyone joined or left.')}
${earlier.length === 0 ? '' : earlierSeats(earlier)}
${lists.length > 1 ? details({ summaryText: 'All lists of members on the record', html: bullets(lists.toReversed().map(({ source: { path, title, date } }) => html`${link(path, title)}, ${day(date)}`)) }) : ''}`
}

const nameOf = (seat: Seat): Piece => {
  if (seat.vacancy || seat.name === null) return 'Vacancy'
  return seat.person === null ? seat.name : link(seat.person, seat.name)
}

const listedWords = (seat: SeatOverTime): string =>
  seat.firstListed === seat.lastListed
    ? `on ${longDate(seat.lastListed)}`
    : `first on ${longDate(seat.firstListed)}, last on ${longDate(seat.lastListed)}`

const earlierSeats = (seats: readonly SeatOverTime[]): Html =>
  scrollTable({
    caption: 'Listed before, and not in the latest list',
    columns: [{ text: 'Name' }, { text: 'For' }, { text: 'Role' }, { text: 'Listed' }],
    rows: seats.map((seat) => [nameOf(seat), seat.organisation ?? '', seat.role ?? '', listedWords(seat)]),
    rowHeaders: true,
  })
