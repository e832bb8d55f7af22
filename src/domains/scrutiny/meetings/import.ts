/** Brings what a document says of a meeting: its agenda, its papers and its minutes, each new version in place of the one before. */
import { type LocalDate, localDate, slug } from '../../../lib/index.ts'
import type { Reading } from '../../../papers/index.ts'
import { type ImportAct, type Source, unlink, workingCopies, workingCopy } from '../../../record/index.ts'
import { checkedFigures } from '../../checked-figures/index.ts'
import type { Gathering } from '../gathering.ts'
import type { Place, Serves } from '../paper-context.ts'
import { cited, joinServes, type Serving } from '../serving.ts'
import { attendanceOf } from './attendance.ts'
import { bindEarlier } from './binding.ts'
import { bringVersions } from './import-versions.ts'
import { goingOf } from './import-waiting.ts'
import {
  type AgendaItem,
  agendaOf,
  type BodyOf,
  type FileOfPaper,
  type Meeting,
  meetingKey,
  withAgenda,
} from './meeting.ts'
import { type Minute, type Minutes, minutesKey, minutesOf, supersedingMinutes } from './minutes.ts'
import { paperKey, papersIn, superseding } from './paper.ts'
import { isProcedure } from './procedure.ts'
import {
  agendaItemKind,
  meetingKind,
  minuteKind,
  minutesKind,
  minutesVersionKind,
  type PaperEntry,
  paperKind,
  paperVersionKind,
  resolutionKind,
} from './published.ts'
import { putRightInMinutes, putRightInPaper } from './put-right.ts'
import { citedSections } from './sections.ts'

/** A document, and the meeting it is of. */
export type Document = {
  act: ImportAct
  gathering: Gathering
  reading: Reading
  body: BodyOf
  date: LocalDate
  file: FileOfPaper
  serves: Serving
  corrections: Source['corrections']
}

export type BroughtMeeting = {
  place: Place
  agenda: (Place & { number: string | null; anchor: string })[]
}

/** Whether a document prints an agenda, and whether it prints minutes; a committee's page may be both at once. */
export const holds = (reading: Reading): { agenda: boolean; minutes: boolean } => ({
  agenda: reading.kind === 'agenda' || reading.kind === 'agenda+minutes',
  minutes: reading.kind === 'minutes' || (reading.kind === 'agenda+minutes' && reading.embedded.length === 0),
})

/** Brings the meeting that a document is of, with the agenda where it prints one, and the items of its agenda. */
export async function bringMeeting(document: Document): Promise<BroughtMeeting> {
  const { act, gathering, reading, body, date } = document
  const key = meetingKey(body.slug, date)
  const before = await workingCopy(act.tx, act.permit.authority, meetingKind, key)
  const meeting = meetingFrom(before?.working, document)
  const goes = await goingOf({ act, gathering, meeting, sha256: document.file.sha256 })
  const place = await gathering.entry(meetingKind, key, meeting, `Read in ${document.file.name}`, goes)
  const agenda: BroughtMeeting['agenda'] = []
  for (const item of meeting.agenda?.items ?? []) {
    const entry = { body, date, item }
    const at = await gathering.entry(agendaItemKind, itemKey(key, item), entry, 'On the agenda', goes)
    await gathering.join(at, place, 'part-of', 'an item of its agenda')
    agenda.push({ ...at, number: item.number, anchor: item.anchor })
  }
  if (holds(reading).agenda) {
    await partItems(document, key, agenda)
    await bindEarlier({ tx: act.tx, authority: act.permit.authority, gathering, meeting, agenda })
  }
  return { place, agenda }
}

const itemKey = (meeting: string, item: AgendaItem): string => `${meeting}/${item.anchor}`

function meetingFrom(before: Meeting | undefined, document: Document): Meeting {
  const { reading, body, date } = document
  const known: Meeting = before ?? { body, date, time: null, place: null, agenda: null }
  const { agenda: hasAgenda, minutes: hasMinutes } = holds(reading)
  // The agenda says when and where a meeting will be, its minutes where it was; a paper put to it says neither.
  const said = hasAgenda || hasMinutes ? { time: reading.time, place: reading.place } : null
  const meeting = {
    ...known,
    body,
    time: hasAgenda ? (said?.time ?? known.time) : (known.time ?? said?.time ?? null),
    place: hasMinutes || hasAgenda ? (said?.place ?? known.place) : known.place,
  }
  return hasAgenda
    ? withAgenda(meeting, agendaOf(reading, localDate(reading.issued ?? '') ?? null, document.file))
    : meeting
}

/** Items that an earlier agenda had and this one has not are no longer part of the meeting. */
async function partItems(
  { act }: Document,
  key: string,
  agenda: readonly (Place & { anchor: string })[],
): Promise<void> {
  const all = await workingCopies(act.tx, act.permit.authority, agendaItemKind, `${key}/`)
  const kept = new Set<string>(agenda.map(({ id }) => id))
  const meeting = await workingCopy(act.tx, act.permit.authority, meetingKind, key)
  if (meeting === undefined) return
  for (const { id } of all.filter((item) => !kept.has(item.id))) {
    const why = 'the newer agenda does not list it'
    await unlink(act.tx, act.permit, { from: id, to: meeting.id, kind: 'part-of', why })
  }
}

/** Brings the papers of a document. The map's keys are the items they are under, '' for a paper under none. */
export async function bringPapers(document: Document, meeting: BroughtMeeting): Promise<Map<string, Place>> {
  const { reading, body, date, file, act } = document
  const known = await workingCopy(act.tx, act.permit.authority, meetingKind, meetingKey(body.slug, date))
  const items = known?.working.agenda?.items ?? []
  const places = new Map<string, Place>()
  for (const { paper, check } of papersIn(reading, { body, date, file, items })) {
    const found = document.serves(
      paper.item?.number ?? 'paper',
      textForServing(paper),
      citedSections(paper.blocks),
    )
    const place = await bringPaper(
      document,
      {
        ...paper,
        figures: check(),
        serves: found.map(({ priority }) => priority),
        ...putRightInPaper(document.corrections, paper, textForServing(paper)),
      },
      found,
    )
    await document.gathering.join(place, meeting.place, 'part-of', 'a paper of this meeting')
    const item = meeting.agenda.find((each) => paper.item !== null && each.anchor === paper.item.anchor)
    if (item) await document.gathering.join(place, item, 'part-of', 'the paper for this item')
    places.set(paper.item?.number ?? '', place)
  }
  return places
}

/** What a paper is about: its title, its headings and its paragraphs; not its tables, whose words are labels. */
const textForServing = (paper: { title: string; blocks: PaperEntry['blocks'] }): string =>
  [
    paper.title,
    ...paper.blocks.flatMap((block) =>
      block.type === 'heading' || block.type === 'paragraph' ? [block.text] : [],
    ),
  ].join('.\n')

async function bringPaper(
  { act, gathering, file }: Document,
  read: PaperEntry,
  serves: readonly Serves[],
): Promise<Place> {
  const meeting = meetingKey(read.body.slug, read.date)
  const known = await workingCopies(act.tx, act.permit.authority, paperKind, `${meeting}/`)
  // A paper that came alone before its agenda keeps its address when it comes again under its item.
  const before = known.find(({ working }) => working.slug === read.slug || sameTitle(working, read))
  const arrived = before === undefined ? read : { ...read, slug: before.working.slug }
  const key = paperKey(arrived.body.slug, arrived.date, arrived.slug)
  const { now, old } = superseding(before?.working, arrived)
  const isArrived = now.earlier.every((each) => each.file.sha256 !== arrived.file.sha256)
  const kept = isArrived ? arrived.serves : (before?.working.serves ?? [])
  const place = await gathering.entry(paperKind, key, { ...now, serves: kept }, `Read in ${file.name}`)
  if (isArrived)
    await joinServes(act, gathering, place, { now: serves, before: before?.working.serves ?? [] })
  const replaced = old === null ? null : (before?.working ?? null)
  await bringVersions(act, gathering, { key, place, kind: paperVersionKind, now, old: replaced })
  return place
}

const sameTitle = (one: { title: string }, other: { title: string }): boolean =>
  slug(one.title, 200) === slug(other.title, 200)

export type BroughtMinutes = { minutes: Map<string, Place>; resolutions: Map<string, Place[]>; page: Place }

/** Brings minutes: the page, each minute bound to its item of this meeting's agenda, and each resolution. */
export async function bringMinutes(
  document: Document,
  meeting: BroughtMeeting,
  find: (asPrinted: string) => { path: string; name: string } | undefined,
): Promise<BroughtMinutes> {
  const { act, gathering, reading, body, date, file } = document
  const { minutes, unbound, placed } = minutesOf(reading, {
    items: meeting.agenda.map(({ number, title, anchor }) => ({ number, title, anchor })),
    find,
  })
  for (const minute of unbound) gathering.ask(unboundMinute(minute, document))
  const attendance = attendanceOf(reading.attendance, find)
  const arrived: Minutes = {
    body,
    date,
    place: reading.place,
    attendance,
    minutes,
    file,
    version: 1,
    earlier: [],
    ...putRightInMinutes(document.corrections, { minutes, attendance }, reading.text),
    figures: checkedFigures(reading, placed),
  }
  const page = await bringMinutesPage(document, arrived)
  await gathering.join(page.place, meeting.place, 'part-of', 'the minutes of this meeting')
  const brought: BroughtMinutes = { minutes: new Map(), resolutions: new Map(), page: page.place }
  for (const minute of page.now.minutes) {
    const place = await bringMinute(document, minute, { page: page.place, agenda: meeting.agenda })
    brought.minutes.set(minute.ref, place)
    brought.resolutions.set(minute.ref, await bringResolutions({ act, document, minute, place }))
  }
  return brought
}

const unboundMinute = (
  minute: Minute,
  { file }: Document,
): { what: string; place: string; mend: string } => ({
  what: `Minute ${minute.ref}, “${minute.title}”, names ${minute.agendaRef}, which is not an item like it on the agenda of that meeting; it was bound to none.`,
  place: file.name,
  mend: 'Compare the agenda and the minutes; if the agenda changed, import the newer one.',
})

async function bringMinutesPage(
  { act, gathering, file }: Document,
  arrived: Minutes,
): Promise<{ place: Place; now: Minutes }> {
  const key = minutesKey(arrived.body.slug, arrived.date)
  const before = await workingCopy(act.tx, act.permit.authority, minutesKind, key)
  const { now, old } = supersedingMinutes(before?.working, arrived)
  const place = await gathering.entry(minutesKind, key, now, `Read in ${file.name}`)
  await bringVersions(act, gathering, { key, place, kind: minutesVersionKind, now, old })
  return { place, now }
}

async function bringMinute(
  { act, gathering, body, date, serves, file }: Document,
  minute: Minute,
  { page, agenda }: { page: Place; agenda: BroughtMeeting['agenda'] },
): Promise<Place> {
  const key = `${minutesKey(body.slug, date)}/${minute.ref}`
  const before = await workingCopy(act.tx, act.permit.authority, minuteKind, key)
  const now = isProcedure(minute) ? [] : serves(minute.ref, textOfMinute(minute))
  const working = { body, date, minute, serves: now.map(({ priority }) => priority) }
  const place = await gathering.entry(minuteKind, key, working, `Read in ${file.name}`)
  await gathering.join(place, page, 'part-of', 'a minute of this meeting')
  const item = agenda.find((each) => minute.item !== null && each.anchor === minute.item.anchor)
  if (item) await gathering.join(place, item, 'arises-from', 'what was said on this item')
  await joinServes(act, gathering, place, {
    now,
    before: before?.working.serves ?? [],
    source: cited({ words: `minute ${minute.ref}`, path: place.path }, ''),
  })
  return place
}

const textOfMinute = (minute: Minute): string =>
  [
    minute.title,
    ...minute.parts.flatMap((part) =>
      part.type === 'block' && part.block.type === 'paragraph' ? [part.block.text] : [],
    ),
  ].join('.\n')

type Resolving = { act: ImportAct; document: Document; minute: Minute; place: Place }

async function bringResolutions({ act, document, minute, place: of }: Resolving): Promise<Place[]> {
  const { gathering, body, date, serves, file } = document
  const places: Place[] = []
  for (const [index, resolution] of minute.resolutions.entries()) {
    const key = `${minutesKey(body.slug, date)}/${minute.ref}/${index + 1}`
    const before = await workingCopy(act.tx, act.permit.authority, resolutionKind, key)
    const text = [minute.title, resolution.text, ...resolution.parts.map((part) => part.text)].join('.\n')
    const now = isProcedure(minute) ? [] : serves(`${minute.ref}.R`, text)
    const { number, title, anchor } = minute
    const working = {
      body,
      date,
      minute: { number, title, anchor },
      resolution,
      serves: now.map((each) => each.priority),
    }
    const place = await gathering.entry(resolutionKind, key, working, `Read in ${file.name}`)
    await gathering.join(place, of, 'arises-from', 'resolved in this minute')
    await joinServes(act, gathering, place, {
      now,
      before: before?.working.serves ?? [],
      source: cited({ words: `minute ${minute.ref}, resolution`, path: place.path }, ''),
    })
    places.push(place)
  }
  return places
}
