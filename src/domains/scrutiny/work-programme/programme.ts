/**
 * The forward work programme of a body: what it plans to deal with at its coming meetings, what stands at each, and
 * what is brought to be noted. Kept as it was printed on a day; a later programme does not change an earlier one.
 */
import { type LocalDate, localDate, longMonth } from '../../../lib/index.ts'

export type PlannedItem = { title: string; origin: string | null; owner: string | null }

export type PlannedMeeting = {
  /** Null where what is printed is not a day. */
  date: LocalDate | null
  printed: string
  items: PlannedItem[]
}

export type Programme = {
  /** The month it was drawn up, 2019-11. */
  month: string
  body: { name: string; slug: string; path: string }
  /** The meeting it was laid before. */
  laidBefore: { date: LocalDate; path: string; title: string }
  meetings: PlannedMeeting[]
  standing: string[]
  toNote: string[]
  /** The file it was read from. */
  source: { name: string; path: string }
}

export const programmeKey = (bodySlug: string, month: string): string => `${bodySlug}/${month}`
export const programmePath = (bodySlug: string, month: string): string =>
  `/work-programme/${bodySlug}/${month}`

/** "Work programme of November 2019". */
export const programmeTitle = (programme: Pick<Programme, 'month'>): string =>
  `Work programme of ${longMonth(programme.month)}`

/** The month of a programme: as printed (2019-11 or a day), else that of the meeting it was laid before. */
export function monthOf(asAt: string | null, laidBefore: LocalDate): string {
  const month = asAt === null ? null : /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-\d{2})?$/.exec(asAt)
  return month?.[1] ?? laidBefore.slice(0, 7)
}

/** A planned meeting with its day, where one is printed. */
export const plannedMeeting = (printed: string, items: readonly PlannedItem[]): PlannedMeeting => ({
  date: localDate(printed) ?? null,
  printed,
  items: items.map(({ title, origin, owner }) => ({ title, origin, owner })),
})

const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/^p\.?f?\.?c\.?c\.?$/i, 'the Police and Crime Commissioner'],
  [/^opf?cc$/i, 'the Commissioner’s office'],
  [/^c\.?c\.?$/i, 'the Chief Constable'],
  [/^(pcp|panel)$/i, 'the Panel'],
]

/** Who brings an item, in plain words: "PCC" is the Police and Crime Commissioner. */
export function ownerInWords(owner: string | null): string {
  if (owner === null || owner.trim() === '') return 'not said'
  return OFFICES.find(([form]) => form.test(owner.trim()))?.[1] ?? owner
}

/** Why an item is on the programme, in plain words. */
export function originInWords(origin: string | null): string {
  if (origin === null || origin.trim() === '') return 'not said'
  if (/^statutory/i.test(origin)) return 'Required by law'
  return origin.replace(/\bPCC\b/g, 'the Commissioner')
}
