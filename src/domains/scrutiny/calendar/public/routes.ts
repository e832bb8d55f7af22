/** The calendar as a page, and as calendars to subscribe to. */
import type { PublicRecord } from '../../../../record/index.ts'
import {
  type Calendar,
  calendarText,
  type Page,
  type PageRequest,
  page,
  Text,
} from '../../../../web/index.ts'
import { ALL_MEETINGS, CALENDAR } from '../../feeds.ts'
import { bodyCalendars, bodyToSubscribe, calendar, meetingsToSubscribe } from '../reads.ts'
import { calendarPage } from './calendar-page.ts'

const asText = (events: Calendar, { origin = '' }: PageRequest): Text =>
  new Text(CALENDAR, calendarText(events, { origin }), 'meetings.ics')

export const calendarPages: readonly Page<PublicRecord>[] = [
  page('/calendar', { query: ['body', 'year', 'part'], read: calendar, view: calendarPage }),
  page(ALL_MEETINGS, { days: 'none', read: meetingsToSubscribe, view: asText }),
  page('/feeds/bodies/:body.ics', {
    days: 'none',
    addresses: bodyCalendars,
    read: bodyToSubscribe,
    view: asText,
  }),
]
