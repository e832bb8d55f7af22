/**
 * Writes calendars (RFC 5545) that people subscribe to, so that a meeting stands in their own diary. A text of a paper
 * can never begin a line of the calendar's own: line breaks in it are escaped and other control characters left out.
 */
import type { Instant, LocalDate } from '../lib/index.ts'
import { addDays } from '../lib/index.ts'

export type CalendarEvent = {
  /** Stays with the meeting, whatever becomes of its day or place. */
  uid: string
  /** When what is said here became public. */
  published: Instant
  /** How often it has changed since it was first public. */
  sequence: number
  date: LocalDate
  /** 14:00, in London; null where only the day is known. */
  time: string | null
  title: string
  place: string | null
  /** Plain words, such as what is on the agenda. */
  about: string
  /** Of its page, beginning with a slash. */
  path: string
  isCancelled: boolean
}

export type Calendar = { title: string; about: string; events: readonly CalendarEvent[] }

/** The rules of British Summer Time since 1996 (the Summer Time Order 2002 keeps them): the last Sundays of March and October, at 1am GMT. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The text of a calendar. `origin` is the site's address without a path; events have no address where it is not known. */
export function calendarText({ title, about, events }: Calendar, { origin }: { origin: string }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shiremoot//Public record//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${value(title)}`,
    `X-WR-CALNAME:${value(title)}`,
    `DESCRIPTION:${value(about)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...LONDON,
    ...events.flatMap((event) => eventLines(event, origin)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, origin: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${value(event.uid)}`,
    `DTSTAMP:${stamp(event.published)}`,
    `SEQUENCE:${event.sequence}`,
    ...whenLines(event),
    `SUMMARY:${value(event.isCancelled ? `Cancelled: ${event.title}` : event.title)}`,
    ...(event.place === null ? [] : [`LOCATION:${value(event.place)}`]),
    ...(event.about === '' ? [] : [`DESCRIPTION:${value(event.about)}`]),
    ...(origin === '' ? [] : [`URL:${addressValue(`${origin}${event.path}`)}`]),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${event.isCancelled || timeOf(event) === null ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

/** How long a meeting lasts is not known: with a time it has no end, without one it takes the day and nobody's time. */
function whenLines(event: CalendarEvent): string[] {
  const time = timeOf(event)
  return time === null
    ? [`DTSTART;VALUE=DATE:${plain(event.date)}`, `DTEND;VALUE=DATE:${plain(addDays(event.date, 1))}`]
    : [`DTSTART;TZID=Europe/London:${plain(event.date)}T${time}`]
}

/** 140000, where the time is known and is one. */
function timeOf({ time }: CalendarEvent): string | null {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time ?? '') ?? []
  return hour === undefined || minute === undefined ? null : `${hour}${minute}00`
}

const plain = (day: LocalDate): string => day.replaceAll('-', '')

const stamp = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

/** A text as a value: backslash, semicolon, comma and line breaks escaped, as section 3.3.11 asks. */
const value = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

/** An address is no text: nothing in it is escaped, so nothing may stand in it that would end the line. */
const addressValue = (address: string): string => address.replace(/[\s\p{Cc}]/gu, '')

const MOST_OCTETS = 75

/** A line in pieces of at most 75 octets, each after the first begun by a space; no character is cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const more = Buffer.byteLength(character)
    if (octets + more > MOST_OCTETS) {
      pieces.push(piece)
      piece = ''
      // The space that begins a further piece counts.
      octets = 1
    }
    piece += character
    octets += more
  }
  return [...pieces, piece].join('\r\n ')
}
