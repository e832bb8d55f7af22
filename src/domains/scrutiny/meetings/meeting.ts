/**
 * A meeting of a body on a day: its agenda as a tree of items, with what is taken in public and what is not and why.
 * Local Government Act 1972, Part VA (as applied to panels by SI 2012/2734), for notice, agenda and private items.
 */
import { type LocalDate, localDate, longDate, slug } from '../../../lib/index.ts'
import type { Block, Item, Reading } from '../../../papers/index.ts'
import { firstFree, itemAnchor } from '../anchors.ts'

export type FileOfPaper = { sha256: string; name: string; path: string }

export type AgendaItem = {
  /** As printed: "B1"; null where none is. */
  number: string | null
  anchor: string
  title: string
  section: string | null
  sectionTitle: string | null
  /** First and last page in the pack. */
  pages: [number, number] | null
  toFollow: boolean
  /** The reason as printed when the item is taken in private; null when it is open. */
  exempt: string | null
  /** The day of the earlier meeting whose minutes it takes. */
  refersTo: LocalDate | null
}

export type Agenda = {
  items: AgendaItem[]
  issued: LocalDate | null
  /** What the agenda says of private business: none expected, some listed, or nothing. */
  privatePart: 'none-expected' | 'some' | 'not-stated'
  file: FileOfPaper
  /** Files of earlier versions, oldest first. */
  earlier: FileOfPaper[]
}

export type BodyOf = { slug: string; name: string }

export type Meeting = {
  body: BodyOf
  date: LocalDate
  /** 14:00. */
  time: string | null
  place: string | null
  agenda: Agenda | null
}

export const meetingKey = (bodySlug: string, date: LocalDate): string => `${bodySlug}/${date}`
export const meetingPath = (bodySlug: string, date: LocalDate): string => `/meetings/${bodySlug}/${date}`
export const meetingTitle = (meeting: Pick<Meeting, 'body' | 'date'>): string =>
  `${meeting.body.name}, ${longDate(meeting.date)}`

/** "14:00" as "2pm", "09:30" as "9.30am", "12:00" as "midday". */
export function timeInWords(time: string): string {
  const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number)
  if (Number.isNaN(hour) || Number.isNaN(minute)) return time
  if (minute === 0 && hour === 12) return 'midday'
  const past = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${hour < 12 ? 'am' : 'pm'}`
}

export type MeetingState = 'upcoming' | 'today' | 'past'

/** Whether a meeting is to come, today, or over, seen from a day in London. */
export const meetingState = (date: LocalDate, today: LocalDate): MeetingState =>
  date > today ? 'upcoming' : date === today ? 'today' : 'past'

/** The agenda that a paper prints. */
export function agendaOf(reading: Reading, issued: LocalDate | null, file: FileOfPaper): Agenda {
  const sections = sectionTitles(reading.blocks)
  const taken = new Set<string>()
  const items = reading.items.map((item) => agendaItem(item, sections, taken))
  return { items, issued, privatePart: privatePart(items, reading.blocks), file, earlier: [] }
}

function agendaItem(item: Item, sections: ReadonlyMap<string, string>, taken: Set<string>): AgendaItem {
  const { number, section, pages, toFollow, exempt } = item
  const wanted = itemAnchor(number ?? item.title)
  // Two items of one number are told apart by their titles, and where these agree as well by counting.
  const own = taken.has(wanted) ? `${wanted}-${slug(item.title, 40)}` : wanted
  const anchor = firstFree(own, (each) => taken.has(each))
  taken.add(anchor)
  const sectionTitle = section === null ? null : (sections.get(section) ?? null)
  const refersTo = localDate(item.refersToMeetingOn ?? '') ?? null
  return { number, anchor, title: item.title, section, sectionTitle, pages, toFollow, exempt, refersTo }
}

/** Headings such as "B - Reports of the Commissioner": the letter and the words after it. */
export function sectionTitles(blocks: readonly Block[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const block of blocks) {
    if (block.type !== 'heading') continue
    const match = /^(?:part\s+|section\s+)?([A-Z])\s*[-–—:.]\s*(\S.*)$/i.exec(
      [block.number, block.text].filter(Boolean).join(' '),
    )
    const [, letter, title] = match ?? []
    if (letter && title && !found.has(letter.toUpperCase())) found.set(letter.toUpperCase(), title.trim())
  }
  return found
}

function privatePart(items: readonly AgendaItem[], blocks: readonly Block[]): Agenda['privatePart'] {
  if (items.some((item) => item.exempt !== null)) return 'some'
  const named = blocks.some(
    (block) =>
      (block.type === 'heading' || block.type === 'paragraph') &&
      /^\W*(exempt|confidential|private) (items|business)/i.test(block.text),
  )
  return named ? 'none-expected' : 'not-stated'
}

/** The meeting with a newer agenda; the one it had becomes an earlier version. The same file changes only what was read in it. */
export function withAgenda(meeting: Meeting, agenda: Agenda): Meeting {
  const before = meeting.agenda
  if (before === null) return { ...meeting, agenda }
  if (before.earlier.some((file) => file.sha256 === agenda.file.sha256)) return meeting
  if (before.issued !== null && agenda.issued !== null && agenda.issued < before.issued) return meeting
  const earlier =
    before.file.sha256 === agenda.file.sha256 ? before.earlier : [...before.earlier, before.file]
  return { ...meeting, agenda: { ...agenda, earlier } }
}

/** The part of the agenda that stands under one heading. */
export type AgendaPart = { section: string | null; title: string | null; items: AgendaItem[] }

/** Public and private items apart, each as printed, by section. */
export function agendaTree(items: readonly AgendaItem[]): { open: AgendaPart[]; private: AgendaPart[] } {
  return {
    open: bySection(items.filter((item) => item.exempt === null)),
    private: bySection(items.filter((item) => item.exempt !== null)),
  }
}

function bySection(items: readonly AgendaItem[]): AgendaPart[] {
  const parts: AgendaPart[] = []
  for (const item of items) {
    const last = parts.at(-1)
    if (last && last.section === item.section) last.items.push(item)
    else parts.push({ section: item.section, title: item.sectionTitle, items: [item] })
  }
  return parts
}
