/** A day on which a body meets, as a calendar shows it: put together from the meeting and from the notice of it. */
import { type Instant, type LocalDate, longMonth } from '../../../lib/index.ts'
import type { CalendarEvent } from '../../../web/index.ts'
import type { BodyOf } from '../meetings/meeting.ts'
import { counted } from '../register.ts'

export type MeetingDay = {
  id: string
  path: string
  title: string
  body: BodyOf
  date: LocalDate
  time: string | null
  place: string | null
  /** Why it is not held; null while it is. */
  cancelled: string | null
  /** How many items its agenda has; null where no agenda is on the record. */
  items: number | null
  hasMinutes: boolean
  isRecorded: boolean
  published: Instant
  /** How often what is said of it has changed since it was first public. */
  changes: number
}

export type Month = { month: string; words: string; days: MeetingDay[] }

/** Days under their months, in the order given. */
export function byMonth(days: readonly MeetingDay[]): Month[] {
  const months = new Map<string, MeetingDay[]>()
  for (const day of days) {
    const month = day.date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), day])
  }
  return [...months].map(([month, of]) => ({ month, words: longMonth(month), days: of }))
}

/** The meeting as it stands in somebody's own calendar. */
export const eventOf = (day: MeetingDay): CalendarEvent => ({
  uid: day.id,
  published: day.published,
  sequence: day.changes,
  date: day.date,
  time: day.time,
  title: day.body.name,
  place: day.place,
  about: aboutIn(day),
  path: day.path,
  isCancelled: day.cancelled !== null,
})

function aboutIn({ cancelled, items, hasMinutes }: MeetingDay): string {
  if (cancelled !== null) return `This meeting is not held: ${cancelled}`
  const agenda =
    items === null ? 'No agenda is on the record.' : `${counted(items, 'item')} on the agenda, on the record.`
  return hasMinutes ? `${agenda} Its minutes are there too.` : agenda
}
