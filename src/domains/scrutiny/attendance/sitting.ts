/**
 * Who was at a meeting, held against the list of members of that day. Attendance is what the published minutes print.
 * Whom neither their lists nor their apologies name is "not listed as present": the minutes may have left a name out, so
 * nobody is ever called absent.
 */
import { daysBetween, type LocalDate } from '../../../lib/index.ts'
import { listOn, type MembershipList, type Seat } from '../bodies/body.ts'
import { type Attending, GROUPS } from '../meetings/attendance.ts'
import type { BodyOf } from '../meetings/meeting.ts'
import { type Candidate, whoIsMeant } from '../people/matching.ts'
import type { Part } from '../people/person.ts'

export type How = 'present' | 'substitute' | 'apologies' | 'substituted' | 'not-listed'

export const HOW_WORDS: Readonly<Record<How, string>> = {
  present: 'Present',
  substitute: 'Present as a substitute',
  apologies: 'Sent apologies',
  substituted: 'A substitute came',
  'not-listed': 'Not listed as present',
}

/** The attendance of published minutes. */
export type MinutesOf = {
  body: BodyOf
  date: LocalDate
  path: string
  attendance: readonly { group: string; people: readonly Attending[] }[]
}

export type MemberAt = {
  name: string
  /** The address of the person's page; null where the name is tied to nobody. */
  person: string | null
  how: How
}

export type Sitting = {
  body: BodyOf
  date: LocalDate
  /** The minutes. */
  path: string
  /** Whether the minutes say at all who was there. */
  isRecorded: boolean
  /** The members listed on that day, in the order of the list, and then substitutes; members are unknown where no list is of that day or of the year before it. */
  members: MemberAt[]
  /** The day of the list; null where there is none. */
  listedOn: LocalDate | null
}

const AS: ReadonlyMap<string, Part> = new Map(GROUPS.map(({ words, as }) => [words, as]))

/** For how many days a list is taken to hold: councils name their members anew each year. */
const LONGEST_LIST = 366

/** What one set of minutes says of the members. */
export function sittingOf(minutes: MinutesOf, lists: readonly MembershipList[]): Sitting {
  const known = listOn(lists, minutes.date)
  const list = known && daysBetween(known.source.date, minutes.date) <= LONGEST_LIST ? known : undefined
  const seats = (list?.seats ?? []).filter((seat) => !seat.vacancy && seat.name !== null)
  const people = minutes.attendance.flatMap(({ group, people: named }) =>
    named.map((person) => ({ ...person, as: AS.get(group) ?? null })),
  )
  const isRecorded = people.some(({ as }) => as !== null && as !== 'apologies')
  const replaced = substitutedIn(people, seats)
  const members = isRecorded
    ? seats.map(
        (seat): MemberAt => ({
          name: seat.name ?? '',
          person: seat.person,
          how: howOf(seat, people, replaced),
        }),
      )
    : []
  return {
    body: minutes.body,
    date: minutes.date,
    path: minutes.path,
    isRecorded,
    members: isRecorded ? [...members, ...othersIn(people, members)] : [],
    listedOn: list?.source.date ?? null,
  }
}

type Named = Attending & { as: Part | null }

const isPerson = (seat: Pick<Seat, 'person' | 'name'>, named: Attending): boolean =>
  seat.person === null ? seat.name === named.name : seat.person === named.person

function howOf(seat: Seat, people: readonly Named[], replaced: ReadonlySet<string>): How {
  const ways = people.filter((named) => isPerson(seat, named)).map(({ as }) => as)
  if (ways.some((as) => as === 'present' || as === 'late')) return 'present'
  if (ways.includes('substitute')) return 'substitute'
  if (replaced.has(seat.person ?? seat.name ?? '')) return 'substituted'
  return ways.includes('apologies') ? 'apologies' : 'not-listed'
}

/** The members for whom somebody stood in, where it is certain who is meant. */
function substitutedIn(people: readonly Named[], seats: readonly Seat[]): Set<string> {
  const candidates = seats.map(
    ({ person, name, asPrinted, role }): Candidate => ({
      key: person ?? name ?? '',
      forms: [name, asPrinted].flatMap((form) => (form === null ? [] : [form])),
      roles: role === null ? [] : [role],
    }),
  )
  const found = people.flatMap(({ substituteFor }) => {
    if (substituteFor === null) return []
    const match = whoIsMeant(substituteFor, candidates)
    return match.kind === 'certain' ? [match.key] : []
  })
  return new Set(found)
}

/** Whom the minutes name as a member of the meeting, and no list of that day has: substitutes, and all where there is no list. */
function othersIn(people: readonly Named[], members: readonly MemberAt[]): MemberAt[] {
  const known = new Set(members.map(({ person, name }) => person ?? name))
  const counted = people.flatMap((named): MemberAt[] => {
    const key = named.person ?? named.name
    const how = HOW_AS[named.as ?? 'also-present']
    if (how === undefined || known.has(key)) return []
    known.add(key)
    const isStandIn = named.substituteFor !== null && how === 'present'
    return [{ name: named.name, person: named.person, how: isStandIn ? 'substitute' : how }]
  })
  return counted
}

const HOW_AS: Readonly<Partial<Record<Part, How>>> = {
  present: 'present',
  late: 'present',
  substitute: 'substitute',
  apologies: 'apologies',
}

export type Counts = Readonly<Record<How, number>>

const NONE: Counts = { present: 0, substitute: 0, apologies: 0, substituted: 0, 'not-listed': 0 }

/** How many members were there in each way. */
export function countsIn(members: readonly Pick<MemberAt, 'how'>[]): Counts {
  return members.reduce<Counts>((counts, { how }) => ({ ...counts, [how]: counts[how] + 1 }), NONE)
}

export type MemberOver = { name: string; person: string | null; counts: Counts; meetings: number }

/** Each member over several meetings, by surname. `meetings` counts those whose minutes or lists name the member. */
export function byMember(sittings: readonly Sitting[]): MemberOver[] {
  const found = new Map<string, MemberAt[]>()
  for (const { members } of sittings)
    for (const member of members) {
      const key = member.person ?? member.name
      found.set(key, [...(found.get(key) ?? []), member])
    }
  return [...found.values()]
    .flatMap((at) => {
      const [latest] = at
      return latest === undefined
        ? []
        : [{ name: latest.name, person: latest.person, counts: countsIn(at), meetings: at.length }]
    })
    .toSorted((one, other) => (bySurname(one.name) < bySurname(other.name) ? -1 : 1))
}

const bySurname = (name: string): string => {
  const words = name.split(' ')
  return [words.at(-1), ...words.slice(0, -1)].join(' ').toLowerCase()
}
