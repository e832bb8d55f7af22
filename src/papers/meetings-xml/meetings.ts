/** Finds the meetings in a committee system's XML: body, day, time, place, whether it is held, who attended, what is on the agenda. */
import { type LocalDate, localDate } from '../../lib/index.ts'
import { attendeeOf, emptyAttendance } from '../attendance.ts'
import { attendanceGroup } from '../attendance-status.ts'
import { firstDate, firstTime } from '../dates.ts'
import { personsIn } from '../people.ts'
import type { Attendance } from '../reading.ts'
import { named, tidy, valueOf, type XmlElement } from './elements.ts'

export type XmlItem = { number: string | null; title: string; exempt: string | null; documents: string[] }

export type XmlMeeting = {
  id: string | null
  body: string | null
  date: LocalDate | null
  time: string | null
  place: string | null
  /** As printed: "Confirmed", "Cancelled". */
  status: string | null
  /** Where it can be watched; null when the file gives no address. */
  webcast: string | null
  attendance: Attendance | null
  items: XmlItem[]
}

const MEETING = new Set(['meeting'])
const COMMITTEE = new Set(['committee'])
const PEOPLE = new Set(['attendee', 'attendance', 'member', 'person'])
const ITEMS = new Set(['agendaitem', 'item'])
const DOCUMENTS = new Set(['linkeddoc', 'linkeddocument', 'document', 'attachment'])
const DAY = ['meetingdate', 'date', 'startdate', 'meetingdatetime'] as const
const TITLE = ['committeetitle', 'committeename', 'bodyname', 'committee', 'body', 'meetingtitle'] as const

const yes = (words: string | null): boolean => /^(?:true|yes|1|y)$/i.test(words ?? '')

/** A day as these systems write it: 21/11/2019, 2019-11-21, with or without a time behind it. */
const dayOf = (words: string | null): LocalDate | null =>
  words === null ? null : (localDate(/^\d{4}-\d{2}-\d{2}/.exec(words)?.[0] ?? '') ?? firstDate(words))

/** A time of its own, or behind the day; midnight behind a day is no time. */
function timeOf(meeting: XmlElement): string | null {
  const own = valueOf(meeting, 'meetingtime', 'time', 'starttime')
  if (own !== null) return firstTime(own)
  const behind = /(?:[T ])(\d{1,2}:\d{2})/.exec(valueOf(meeting, ...DAY) ?? '')?.[1]
  return behind === undefined || /^0?0:00$/.test(behind) ? null : behind.padStart(5, '0')
}

/** The names of the committees that a list gives, by the system's ids; those it calls deleted or expired are not sitting. */
export function committeesIn(root: XmlElement): { names: Map<string, string>; sitting: string[] } {
  const names = new Map<string, string>()
  const sitting: string[] = []
  for (const each of named(root, COMMITTEE)) {
    const title = valueOf(each, 'committeetitle', 'committeename', 'title', 'name')
    if (title === null) continue
    const id = valueOf(each, 'committeeid', 'id')
    if (id !== null) names.set(id, title)
    if (
      !yes(valueOf(each, 'committeedeleted', 'deleted')) &&
      !yes(valueOf(each, 'committeeexpired', 'expired'))
    )
      sitting.push(title)
  }
  return { names, sitting }
}

/** Every meeting in the file, in its order, with the names of committees that the file gives elsewhere. */
export function meetingsIn(root: XmlElement, names: ReadonlyMap<string, string>): XmlMeeting[] {
  return [...named(root, MEETING)].map((meeting) => ({
    id: valueOf(meeting, 'meetingid', 'id'),
    body: valueOf(meeting, ...TITLE) ?? names.get(valueOf(meeting, 'committeeid') ?? '') ?? null,
    date: dayOf(valueOf(meeting, ...DAY)),
    time: timeOf(meeting),
    place: valueOf(meeting, 'meetinglocation', 'meetingvenue', 'location', 'venue', 'place'),
    status: valueOf(meeting, 'meetingstatus', 'status'),
    webcast: webcastOf(meeting),
    attendance: attendanceOf(meeting),
    items: itemsOf(meeting),
  }))
}

function webcastOf(meeting: XmlElement): string | null {
  const inside = [...named(meeting, new Set(['webcast']))].map(
    (each) => valueOf(each, 'url', 'link') ?? tidy(each.words),
  )
  const address = valueOf(meeting, 'webcasturl', 'webcastlink', 'webcastaddress') ?? inside[0] ?? ''
  return /^https:\/\/[^\s<>"]{4,500}$/.test(address) ? address : null
}

function attendanceOf(meeting: XmlElement): Attendance | null {
  const attendance = emptyAttendance()
  let listed = 0
  for (const each of named(meeting, PEOPLE)) {
    const name = valueOf(each, 'name', 'membername', 'attendeename', 'fullname')
    const [person] = name === null ? [] : personsIn(name)
    if (person === undefined) continue
    const role = valueOf(each, 'roledescription', 'role')
    const type = valueOf(each, 'membertype', 'type')
    const status = valueOf(each, 'attendance', 'attendancestatus', 'attendancedescription', 'status') ?? ''
    const group = attendanceGroup(status, [role, type].filter(Boolean).join(' '))
    if (group === null) continue
    listed += 1
    const { attendee } = attendeeOf(person, [])
    const organisation = valueOf(each, 'representing', 'organisation', 'authority')
    const office = role === null || /^(?:committee |panel |board )?member$/i.test(role) ? null : role
    attendance[group].push({
      ...attendee,
      role: attendee.role ?? office,
      organisation: attendee.organisation ?? organisation,
    })
  }
  return listed === 0 ? null : attendance
}

function itemsOf(meeting: XmlElement): XmlItem[] {
  return [...named(meeting, ITEMS)].flatMap((each): XmlItem[] => {
    const title = valueOf(each, 'agendaitemtitle', 'itemtitle', 'title', 'subject')
    if (title === null) return []
    const number = valueOf(each, 'agendaitemnumber', 'itemnumber', 'agendanumber', 'number', 'no')
    const exempt = yes(valueOf(each, 'isrestricted', 'isexempt', 'restricted', 'exempt', 'isconfidential'))
    const reason = valueOf(each, 'exemptionreason', 'reasonexempt', 'exemptreason', 'restrictionreason')
    const documents = [...named(each, DOCUMENTS)].flatMap(
      (document) => valueOf(document, 'title', 'name', 'filename') ?? [],
    )
    return [
      {
        number: number?.replace(/[.:)]$/, '') ?? null,
        title,
        exempt: exempt ? (reason ?? 'exempt') : null,
        documents,
      },
    ]
  })
}
