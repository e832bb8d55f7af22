/** The door of scrutiny: bodies, people, meetings, papers and minutes, and what was asked, answered and planned there. */
import type { AnyKind, PublicRecord } from '../../record/index.ts'
import type { Page } from '../../web/index.ts'
import { actionPages } from './actions/public/routes.ts'
import { actionKind } from './actions/published.ts'
import { attendancePages } from './attendance/public/routes.ts'
import { bodyPages } from './bodies/public/routes.ts'
import { bodyKind } from './bodies/published.ts'
import { calendarPages } from './calendar/public/routes.ts'
import { meetingPages } from './meetings/public/routes.ts'
import {
  agendaItemKind,
  meetingKind,
  minuteKind,
  minutesKind,
  minutesVersionKind,
  paperKind,
  paperVersionKind,
  resolutionKind,
} from './meetings/published.ts'
import { noticeKind } from './notices/published.ts'
import { peoplePages } from './people/public/routes.ts'
import { personKind } from './people/published.ts'
import { questionPages } from './questions/public/routes.ts'
import { questionKind } from './questions/published.ts'
import { timelinessPages } from './timeliness/public/routes.ts'
import { webcastKind } from './webcasts/published.ts'
import { programmePages } from './work-programme/public/routes.ts'
import { programmeKind } from './work-programme/published.ts'

export { type ActionCounts, actionCounts } from './actions/reads.ts'
export { ALL_MEETINGS, bodyCalendar, bodyFeed, kindFeed } from './feeds.ts'
export { importer } from './import.ts'
export { meetingKey, meetingPath } from './meetings/meeting.ts'
export { actionKind, bodyKind, meetingKind, paperKind, questionKind }

export const kinds: readonly AnyKind[] = [
  bodyKind,
  personKind,
  meetingKind,
  agendaItemKind,
  paperKind,
  paperVersionKind,
  minutesKind,
  minutesVersionKind,
  minuteKind,
  resolutionKind,
  noticeKind,
  webcastKind,
  actionKind,
  questionKind,
  programmeKind,
]

export const publicPages: readonly Page<PublicRecord>[] = [
  ...bodyPages,
  ...peoplePages,
  ...meetingPages,
  ...calendarPages,
  ...attendancePages,
  ...timelinessPages,
  ...actionPages,
  ...questionPages,
  ...programmePages,
]
