/**
 * What a register says of a meeting beside its agenda: that it will be held, when and where, or that it will not be held
 * after all. A body publishes its meetings for the year long before it publishes an agenda (Local Government Act 1972,
 * section 100A(6), for the notice of each).
 */
import type { LocalDate } from '../../../lib/index.ts'
import { type BodyOf, meetingPath } from '../meetings/meeting.ts'

export type Notice = {
  body: BodyOf
  date: LocalDate
  /** 14:00; null where the register gives none. */
  time: string | null
  place: string | null
  /** Why the meeting is not held, in the register's words; null while it is. */
  cancelled: string | null
  /** The register, as it is served. */
  source: { path: string; title: string }
}

export const noticeKey = (bodySlug: string, date: LocalDate): string => `${bodySlug}/${date}`

export const noticePath = ({ body, date }: Pick<Notice, 'body' | 'date'>): string =>
  `${meetingPath(body.slug, date)}#notice`
