/**
 * Dates as the field uses them: a `LocalDate` is a day in London, written 2019-09-24; an `Instant` is a moment in
 * UTC, written as ISO 8601 with a Z. Neither is ever a bare `Date`, which silently mixes the two.
 */
export type LocalDate = string & { readonly __localDate: true }
export type Instant = string & { readonly __instant: true }

/** A half-open span of days: `from` is in it, `until` is not; no `until` means it has not ended. */
export type Period = { readonly from: LocalDate; readonly until: LocalDate | null }

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Reads YYYY-MM-DD; undefined when the text is not a day that exists. */
export function localDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  return dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The last year of which every day has a next one that can be written; nothing on a record is so far away. */
const LAST_YEAR = 9998

/** The day of a year (100 to 9998), month (1 to 12) and day of the month; undefined when there is no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (year > LAST_YEAR) return undefined
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day)
    return undefined
  return at.toISOString().slice(0, 10) as LocalDate
}

/** As `localDate`, for a date that the code itself wrote: a bad one is a bug and throws. */
export function date(text: string): LocalDate {
  const found = localDate(text)
  if (found === undefined) throw new Error(`Not a date: ${text}`)
  return found
}

/** The number (1 to 12) of an English month's name or its first three letters; undefined otherwise. */
export function monthNumber(name: string): number | undefined {
  const wanted = name.toLowerCase()
  const index = MONTHS.findIndex((month) => wanted.length >= 3 && month.toLowerCase().startsWith(wanted))
  return index < 0 ? undefined : index + 1
}

/** 24 September 2019. */
export function longDate(day: LocalDate): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${dayOfMonth} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** September 2019, from a month written 2019-09 or a date. */
export function longMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${MONTHS[(number ?? 1) - 1]} ${year}`
}

/** The day that is `days` later (or earlier, when negative). */
export function addDays(day: LocalDate, days: number): LocalDate {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10) as LocalDate
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day it is in London at a moment (now, when none is given). */
export function londonDate(at: Date = new Date()): LocalDate {
  return date(LONDON.format(at))
}

const LONDON_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** "22 November 2026 at 10:31", by the clock in London. */
export function longMoment(at: Instant): string {
  const moment = new Date(at)
  return `${longDate(londonDate(moment))} at ${LONDON_CLOCK.format(moment)}`
}

/** The present moment, or another one. */
export const now = (at: Date = new Date()): Instant => at.toISOString() as Instant
