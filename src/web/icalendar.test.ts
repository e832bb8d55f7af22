/** What a program that reads calendars relies on: RFC 5545 to the letter, and no text of a paper that becomes a line of its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date, now } from '../lib/index.ts'
import { type CalendarEvent, calendarText } from './icalendar.ts'
import { readCalendar } from './testing-feeds.ts'

const anEvent = (event: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '01a200c8-7033-715f-ac1e-c40934216c10',
  published: now(new Date('2019-11-13T09:30:15.123Z')),
  sequence: 0,
  date: date('2019-11-21'),
  time: '14:00',
  title: 'Mercia Police and Crime Panel',
  place: 'Council Chamber, Shire Hall',
  about: '',
  path: '/meetings/panel/2019-11-21',
  isCancelled: false,
  ...event,
})

const written = (...events: CalendarEvent[]): string =>
  calendarText(
    { title: 'Meetings', about: 'When they meet', events },
    { origin: 'https://record.example.org' },
  )

const one = (event: Partial<CalendarEvent>): ReadonlyMap<string, string> => {
  const [only] = readCalendar(written(anEvent(event))).events
  assert.ok(only)
  return only
}

test('a meeting stands in a diary at its time in London, with its place, its page and when it became public', () => {
  const event = one({})
  assert.equal(event.get('DTSTART;TZID=Europe/London'), '20191121T140000')
  assert.equal(event.get('DTSTAMP'), '20191113T093015Z')
  assert.equal(event.get('LOCATION'), 'Council Chamber, Shire Hall')
  assert.equal(event.get('URL'), 'https://record.example.org/meetings/panel/2019-11-21')
  assert.equal(event.get('STATUS'), 'CONFIRMED')
})

test('a meeting without a time takes the day, and nobody’s time', () => {
  for (const time of [null, 'after the summer', '25:00']) {
    const event = one({ time })
    assert.equal(event.get('DTSTART;VALUE=DATE'), '20191121')
    assert.equal(event.get('DTEND;VALUE=DATE'), '20191122')
    assert.equal(event.get('TRANSP'), 'TRANSPARENT')
  }
})

test('a cancelled meeting keeps its place in the diary and says that it is cancelled', () => {
  const event = one({ isCancelled: true, sequence: 3 })
  assert.equal(event.get('STATUS'), 'CANCELLED')
  assert.equal(event.get('SUMMARY'), 'Cancelled: Mercia Police and Crime Panel')
  assert.equal(event.get('SEQUENCE'), '3')
})

test('the rules of summer time are in the calendar, so that no program has to know London', () => {
  const { zones } = readCalendar(written())
  assert.deepEqual(zones, ['Europe/London'])
})

test('whatever a paper says, a program reads the same words back, and no line of the calendar comes from them', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('', '\r\n', '\n', '\r', '\u0085', '\u2028', ';,\\', 'END:VEVENT\r\nBEGIN:VEVENT'),
      (title, place, injected) => {
        const whole = `${title}${injected}${place}`
        const { events } = readCalendar(written(anEvent({ title: whole, place: whole, about: whole })))
        assert.equal(events.length, 1)
        const expected = whole
          .toWellFormed()
          .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
          .replace(/(?!\n)\p{Cc}/gu, ' ')
        assert.equal(events[0]?.get('SUMMARY'), expected)
        assert.equal(events[0]?.get('LOCATION'), expected)
      },
    ),
    { numRuns: Number(process.env['SHIREMOOT_RUNS'] ?? 200) },
  )
})
