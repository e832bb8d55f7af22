/**
 * A body is what meets: a panel, a board, a committee. Who sits on it is known only from dated papers, so membership
 * is a run of lists, each with its day and its source; no day of joining or leaving is ever made up.
 * Police Reform and Social Responsibility Act 2011, section 28 and Schedule 6, for police and crime panels.
 */
import { type LocalDate, slug } from '../../../lib/index.ts'
import type { Citation } from '../citation.ts'

export type BodySort = 'panel' | 'board' | 'committee' | 'body'

export type Seat = {
  /** Null for a vacancy. */
  name: string | null
  asPrinted: string | null
  /** The address of the person's page. */
  person: string | null
  organisation: string | null
  role: string | null
  vacancy: boolean
}

/** Who was listed as a member in one paper. */
export type MembershipList = { source: Citation; seats: Seat[] }

/** What a register says of a body, in plain words. */
export type Terms = {
  /** What it is for, in one or two sentences for someone who never heard of it. */
  purpose: string
  /** What it may do. */
  does: string[]
  /** What it may not do, where people often think it may. */
  doesNot: string[]
  /** Who sits on it, in words. */
  who: string | null
  /** The provision of law or the document that sets it up. */
  basis: string | null
}

export type Body = {
  name: string
  slug: string
  /** Other names under which papers print it. */
  alsoCalled: string[]
  sort: BodySort
  terms: Terms | null
  lists: MembershipList[]
}

export const bodyKey = (bodySlug: string): string => bodySlug
export const bodyPath = (bodySlug: string): string => `/bodies/${bodySlug}`

/** What kind of body a name says it is. */
export function sortOf(name: string): BodySort {
  const words = name.toLowerCase().split(/\W+/)
  if (words.includes('panel')) return 'panel'
  if (words.includes('committee')) return 'committee'
  return words.includes('board') ? 'board' : 'body'
}

/** A body of which only the name is known. */
export const newBody = (name: string): Body => ({
  name,
  slug: slug(name) || 'body',
  alsoCalled: [],
  sort: sortOf(name),
  terms: null,
  lists: [],
})

/** A name as printed on a notice: capitals become words with capitals, "the" and marks at the ends go. */
export function tidyBodyName(printed: string): string {
  const plain = printed
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/i, '')
    .replace(/[\s.,:;]+$/, '')
    .replace(/['’]s$/, '')
    .trim()
  if (plain !== plain.toUpperCase()) return plain
  const small = new Set(['AND', 'OF', 'THE', 'FOR', 'IN', 'ON', 'TO'])
  return plain
    .split(' ')
    .map((word, index) =>
      index > 0 && small.has(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase(),
    )
    .join(' ')
}

/**
 * Which of the known bodies a printed name means: the same name, one it is also called, or one that differs from it
 * only by whose it is ("the Commissioner's Performance and Delivery Board", "Police and Crime Panel"). Undefined when
 * none or several fit; a name with another place in it is another body.
 */
export function bodyMeant<Known extends Pick<Body, 'name' | 'slug' | 'alsoCalled'>>(
  printed: string,
  known: readonly Known[],
  authority: string,
): Known | undefined {
  const wanted = slug(tidyBodyName(printed), 200)
  const namesOf = (body: Known): string[] => [body.name, ...body.alsoCalled].map((name) => slug(name, 200))
  const same = known.find((body) => namesOf(body).includes(wanted))
  if (same) return same
  const ends = known.filter((body) => {
    const names = namesOf(body)
    const own = new Set([...names.join('-').split('-'), ...authority.split('-'), ...OFFICE_WORDS])
    return names.some((name) => endsOther(name, wanted, own))
  })
  return ends.length === 1 ? ends[0] : undefined
}

const OFFICE_WORDS =
  'the of and for police fire crime commissioner commissioners pcc pccs pfcc mayor mayors office chief constable constables force county'.split(
    ' ',
  )

/** Whether the shorter name, of three words or more, ends the longer, and what stands before it names no other place. */
function endsOther(one: string, other: string, own: ReadonlySet<string>): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  if (shorter.split('-').length < 3 || !longer.endsWith(`-${shorter}`)) return false
  const before = longer.slice(0, -shorter.length - 1).split('-')
  return longer === one || before.every((word) => own.has(word))
}

/** A seat as it was seen over time: on which listed days, and whether the latest list still has it. */
export type SeatOverTime = Seat & { firstListed: LocalDate; lastListed: LocalDate; inLatest: boolean }

/**
 * Everyone who was ever listed, with the first and last day they were, those of the latest list first and in its
 * order. A role that changed counts as a new seat, a form of a name does not.
 */
export function seatsOverTime(lists: readonly MembershipList[]): SeatOverTime[] {
  const latest = lists.at(-1)
  const seen = new Map<string, SeatOverTime>()
  for (const list of lists) {
    list.seats.forEach((seat, index) => {
      const key = seatKey(seat, index)
      const before = seen.get(key)
      const firstListed = before?.firstListed ?? list.source.date
      seen.set(key, { ...seat, firstListed, lastListed: list.source.date, inLatest: list === latest })
    })
  }
  const all = [...seen.values()]
  const order = new Map(latest?.seats.map((seat, index) => [seatKey(seat, index), index]))
  const place = (seat: SeatOverTime): number => order.get(seatKey(seat, -1)) ?? order.size
  return [...all.filter((seat) => seat.inLatest), ...all.filter((seat) => !seat.inLatest)].toSorted(
    (one, other) => Number(other.inLatest) - Number(one.inLatest) || place(one) - place(other),
  )
}

/** Two vacancies of one organisation are two seats, so a vacancy is known by its place too. */
function seatKey(seat: Seat, index: number): string {
  if (seat.vacancy) return `vacancy|${seat.organisation ?? ''}|${index}`
  return [seat.person ?? seat.name ?? '', seat.organisation ?? '', seat.role ?? ''].join('|')
}

/** The list in force on a day: the latest one not after it. */
export const listOn = (lists: readonly MembershipList[], day: LocalDate): MembershipList | undefined =>
  lists.filter((list) => list.source.date <= day).at(-1)
