/** Questions of the published record about when bodies meet. */
import {
  entriesOf,
  entryAt,
  type PublicRecord,
  type PublishedEntry,
  type Shown,
} from '../../../record/index.ts'
import type { Calendar, PageRequest } from '../../../web/index.ts'
import { bodyPath } from '../bodies/body.ts'
import { bodyKind } from '../bodies/published.ts'
import { bodyCalendar } from '../feeds.ts'
import { meetingState } from '../meetings/meeting.ts'
import { meetingKind, minutesKind, type PublishedMeeting } from '../meetings/published.ts'
import type { Notice } from '../notices/notice.ts'
import { noticeKind } from '../notices/published.ts'
import {
  type Choice,
  type Choices,
  choicesOf,
  type Narrowing,
  narrowed,
  partOf,
  wholeOf,
} from '../register.ts'
import { webcastKind } from '../webcasts/published.ts'
import { eventOf, type MeetingDay } from './meeting-day.ts'

/** Every meeting on the record, the latest first. */
export async function meetingDays(ask: PublicRecord): Promise<MeetingDay[]> {
  const [meetings, notices, minutes, webcasts] = await Promise.all([
    wholeOf(ask, meetingKind),
    wholeOf(ask, noticeKind),
    daysOf(ask, minutesKind),
    daysOf(ask, webcastKind),
  ])
  const noticed = new Map(notices.map((row) => [dayOf(row), row]))
  return meetings.map((row) =>
    meetingDay(row, noticed.get(dayOf(row)), {
      hasMinutes: minutes.has(dayOf(row)),
      isRecorded: webcasts.has(dayOf(row)),
    }),
  )
}

type Dated = Pick<PublishedEntry<unknown>, 'body' | 'date'>

const dayOf = ({ body, date }: Dated): string => `${body ?? ''} ${date ?? ''}`

/** On which days of which bodies there is something of a kind. */
const daysOf = async (ask: PublicRecord, kind: Shown<unknown>): Promise<Set<string>> =>
  new Set((await wholeOf(ask, kind)).map(dayOf))

function meetingDay(
  { id, path, title, content, publishedAt, version }: PublishedEntry<PublishedMeeting>,
  notice: PublishedEntry<Notice> | undefined,
  also: Pick<MeetingDay, 'hasMinutes' | 'isRecorded'>,
): MeetingDay {
  const { body, date, time, place, agenda } = content
  return {
    id,
    path,
    title,
    body,
    date,
    time: time ?? notice?.content.time ?? null,
    place: place ?? notice?.content.place ?? null,
    cancelled: notice?.content.cancelled ?? null,
    items: agenda === null ? null : agenda.items.length,
    published: notice !== undefined && notice.publishedAt > publishedAt ? notice.publishedAt : publishedAt,
    changes: version - 1 + (notice === undefined ? 0 : notice.version - 1),
    ...also,
  }
}

export type CalendarAnswer = {
  /** Soonest first. */
  coming: MeetingDay[]
  /** Latest first: a part of them. */
  past: MeetingDay[]
  whole: readonly MeetingDay[]
  bodies: Choice[]
  years: Choice[]
  choices: Choices
  by: Narrowing<MeetingDay>
  next: string | null
  first: string | null
}

/** The calendar as its reader narrowed it. */
export async function calendar(ask: PublicRecord, request: PageRequest): Promise<CalendarAnswer> {
  const whole = await meetingDays(ask)
  const by: Narrowing<MeetingDay> = {
    body: ({ body }, choice) => body.slug === choice,
    year: ({ date }, choice) => date.startsWith(`${choice}-`),
  }
  const found = narrowed(whole, request.query, by)
  const isOver = ({ date }: MeetingDay): boolean => meetingState(date, request.today) === 'past'
  const part = partOf(found.filter(isOver), request.path, request.query)
  const years = choicesOf(
    whole.map(({ date }) => ({ value: date.slice(0, 4), text: date.slice(0, 4) })),
  ).toReversed()
  return {
    coming: found.filter((day) => !isOver(day)).toReversed(),
    past: part.rows,
    whole,
    bodies: choicesOf(whole.map(({ body }) => ({ value: body.slug, text: body.name }))),
    years,
    choices: request.query,
    by,
    next: part.next,
    first: part.first,
  }
}

/** All meetings as a calendar to subscribe to. */
export async function meetingsToSubscribe(ask: PublicRecord, { site }: PageRequest): Promise<Calendar> {
  return {
    title: `Meetings: ${site.name}`,
    about: `When the bodies meet that watch over policing in ${site.words.area}.`,
    events: (await meetingDays(ask)).map(eventOf),
  }
}

/** The meetings of one body as a calendar to subscribe to; undefined when there is no such body. */
export async function bodyToSubscribe(
  ask: PublicRecord,
  { params }: PageRequest,
): Promise<Calendar | undefined> {
  const body = await entryAt(ask, bodyKind, bodyPath(params['body'] ?? ''))
  if (body === undefined) return undefined
  const days = await meetingDays(ask)
  return {
    title: `Meetings: ${body.title}`,
    about: body.summary === '' ? `When the ${body.title} meets.` : body.summary,
    events: days.filter((day) => day.body.slug === body.content.slug).map(eventOf),
  }
}

/** The addresses of the calendars of each body. */
export async function bodyCalendars(ask: PublicRecord): Promise<string[]> {
  const { rows } = await entriesOf(ask, bodyKind, { limit: 500 })
  return rows.map(({ content }) => bodyCalendar(content.slug))
}
