/**
 * Brings what a committee system's list says of meetings: that they are held or called off, when and where, who came, what
 * is on the agenda. It never takes the place of what a paper or a register brought, which says more.
 */
import { type LocalDate, localDate, type Refusal, refuse } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import { type Brought, type ImportAct, type Source, workingCopy } from '../../record/index.ts'
import { bodyNamed, bringBody } from './bodies/import.ts'
import { citing } from './citation.ts'
import { type Gathering, gather } from './gathering.ts'
import { meetingNamed, type NamedMeeting } from './import-registers.ts'
import { mentionsOf } from './meetings/attendance.ts'
import { bringMeeting } from './meetings/import.ts'
import { meetingKey, meetingPath, meetingTitle } from './meetings/meeting.ts'
import { minutesKey } from './meetings/minutes.ts'
import { meetingKind, minutesKind } from './meetings/published.ts'
import { type Notice, noticeKey, noticePath } from './notices/notice.ts'
import { noticeKind } from './notices/published.ts'
import { bringPeople } from './people/import.ts'
import { webcastKind } from './webcasts/published.ts'
import { isWebcastAddress, webcastKey } from './webcasts/webcast.ts'

type Bringing = { act: ImportAct; gathering: Gathering; source: Source }

/** Brings each meeting of a list, and the committees that it names where it names no meetings. */
export async function bringListing(
  act: ImportAct,
  reading: Reading,
  source: Source,
): Promise<Brought | Refusal> {
  const bringing = { act, gathering: gather(act), source }
  const meetings =
    reading.embedded.length > 0
      ? reading.embedded
      : reading.kind === 'table' && isOfNone(reading)
        ? []
        : [reading]
  for (const meeting of meetings) {
    const date = localDate(meeting.date ?? '')
    const printed = meeting.body ?? reading.body
    if (printed !== null && date !== undefined) await bringListed(bringing, meeting, { printed, date })
    else if (meetings.length === 1) return notKnown(source)
    else bringing.gathering.ask(unnamed(meeting, source))
  }
  for (const committee of meetings.length === 0 ? (reading.listed?.committees ?? []) : [])
    await bringBody(act, bringing.gathering, await bodyNamed(act, committee), null)
  return bringing.gathering.brought
}

/** A list of committees alone. */
const isOfNone = ({ date, listed }: Reading): boolean => date === null && (listed?.committees.length ?? 0) > 0

const notKnown = ({ name }: Source): Refusal =>
  refuse(
    'meeting-not-known',
    `${name} does not say the body and the date of its meeting; write {"paper": {"body": "…", "date": "YYYY-MM-DD"}} into ${name}.corrections.json and import it again.`,
  )

const unnamed = (meeting: Reading, { name }: Source): Brought['open'][number] => ({
  what: `Meeting ${meeting.listed?.id ?? 'without a number'} of the list says ${meeting.body === null ? 'no body' : 'no day'}; it was left out.`,
  place: name,
  mend: 'Ask the committee system for its list of committees in the same file, or import that meeting alone with a corrections file.',
})

async function bringListed(
  bringing: Bringing,
  reading: Reading,
  { printed, date }: { printed: string; date: LocalDate },
): Promise<void> {
  const { act, gathering, source } = bringing
  const { time, place } = reading
  const why = `Listed in ${source.name}`
  const named = await meetingNamed(act, gathering, { body: printed, date, time, place }, why)
  // A meeting that only lists speak of goes public with the list, also where an earlier one was a draft.
  if (named.meeting.agenda === null)
    await gathering.entry(meetingKind, meetingKey(named.body.slug, date), named.meeting, why)
  await bringNotice(bringing, reading, named, date)
  await bringRecording(bringing, reading, named, date)
  const { agenda } = named.meeting
  if (reading.items.length > 0 && (agenda === null || isListed(agenda.file.name))) {
    const file = { sha256: source.sha256, name: source.name, path: source.path }
    const older = agenda?.earlier.some(({ sha256 }) => sha256 === source.sha256) ?? false
    if (!older)
      await bringMeeting({
        act,
        gathering,
        reading,
        body: named.body,
        date,
        file,
        serves: () => [],
        corrections: source.corrections,
      })
  }
  await bringAttendance(bringing, reading, named, date)
}

/** Whether what the record has came from such a list, and may be taken from a newer one. */
const isListed = (name: string): boolean => /\.xml$/i.test(name)

async function bringNotice(
  { act, gathering, source }: Bringing,
  reading: Reading,
  { body, place }: NamedMeeting,
  date: LocalDate,
): Promise<void> {
  const key = noticeKey(body.slug, date)
  const before = (await workingCopy(act.tx, act.permit.authority, noticeKind, key))?.working
  const cancelled = reading.listed?.cancelled ?? null
  const ofRegister = before !== undefined && !isListed(before.source.title)
  if (ofRegister && (cancelled === null || before.cancelled !== null)) return
  const notice: Notice = {
    body,
    date,
    time: reading.time ?? before?.time ?? null,
    place: reading.place ?? before?.place ?? null,
    cancelled,
    source: { path: source.path, title: source.name },
  }
  // The same list again, or another that says the same, changes nothing.
  const now = before !== undefined && sameNews(before, notice) ? before : notice
  const at = await gathering.entry(noticeKind, key, now, `Listed in ${source.name}`)
  await gathering.join(at, place, 'part-of', 'a notice of this meeting')
}

const sameNews = (one: Notice, other: Notice): boolean =>
  one.time === other.time && one.place === other.place && one.cancelled === other.cancelled

/** Where the meeting can be watched, unless a register says it with the times of items. */
async function bringRecording(
  { act, gathering, source }: Bringing,
  reading: Reading,
  { body, place }: NamedMeeting,
  date: LocalDate,
): Promise<void> {
  const url = reading.listed?.webcast ?? null
  if (url === null || !isWebcastAddress(url)) return
  const key = webcastKey(body.slug, date)
  const before = (await workingCopy(act.tx, act.permit.authority, webcastKind, key))?.working
  if (before !== undefined && !isListed(before.source.title)) return
  const listed = { body, date, url, items: [], source: { path: source.path, title: source.name } }
  const now = before?.url === url ? before : listed
  const at = await gathering.entry(webcastKind, key, now, `Listed in ${source.name}`)
  await gathering.join(at, place, 'part-of', 'a recording of this meeting')
}

/** Who came, as the list says it; minutes say it better, so where the record has them the list says nothing. */
async function bringAttendance(
  { act, gathering, source }: Bringing,
  reading: Reading,
  { body, place }: NamedMeeting,
  date: LocalDate,
): Promise<void> {
  const { attendance } = reading
  if (attendance === null) return
  const minutes = await workingCopy(act.tx, act.permit.authority, minutesKind, minutesKey(body.slug, date))
  if (minutes !== undefined) return
  const path = noticePath({ body, date })
  const citation = citing({ path, title: `Attendance, ${meetingTitle({ body, date })}`, date }, act)
  const mentions = mentionsOf(reading, { body, meeting: meetingPath(body.slug, date), source: citation })
  const settled = source.corrections.people
  const people = await bringPeople(act, gathering, { body, path, mentions, settled })
  const { present, substitutes, alsoPresent, inAttendance, late } = attendance
  for (const { asPrinted } of [...present, ...substitutes, ...late, ...alsoPresent, ...inAttendance]) {
    const person = people.personFor(asPrinted)
    if (person) await gathering.join(person, place, 'attended', `listed as “${asPrinted}”`)
  }
}
