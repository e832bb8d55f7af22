/**
 * What the public gets of meetings: the meeting with its agenda, each item, each paper and its earlier versions, the
 * minutes, each minute and each resolution.
 */
import { type LocalDate, longDate } from '../../../lib/index.ts'
import type { Kind, Paragraph } from '../../../record/index.ts'
import { keptFigures } from '../../checked-figures/index.ts'
import { bodyPath } from '../bodies/body.ts'
import { writerInWords } from './attendance.ts'
import { type AgendaItem, type BodyOf, type Meeting, meetingPath, meetingTitle } from './meeting.ts'
import { type Minute, type Minutes, minutesPath, type ResolutionText } from './minutes.ts'
import { minutesOutline } from './minutes-outline.ts'
import { type Paper, paperPath, versionPath } from './paper.ts'
import { keptPutRight } from './put-right.ts'
import { searched } from './shown-block.ts'
import * as storedAs from './stored.ts'

export type ItemEntry = { body: BodyOf; date: LocalDate; item: AgendaItem }
/** `serves`: the priorities linked by the last import, so that one that no longer serves is parted again. */
export type MinuteEntry = { body: BodyOf; date: LocalDate; minute: Minute; serves: string[] }
export type Resolution = {
  body: BodyOf
  date: LocalDate
  minute: { number: string | null; title: string; anchor: string }
  resolution: ResolutionText
  serves: string[]
}

export type PublishedMeeting = Meeting
export const meetingKind: Kind<Meeting, PublishedMeeting> = {
  name: 'meeting',
  words: { one: 'Meeting', many: 'Meetings' },
  searchable: true,
  parse: (value) => storedAs.meeting(value),
  publish: (meeting) => ({
    title: meetingTitle(meeting),
    path: meetingPath(meeting.body.slug, meeting.date),
    date: meeting.date,
    body: bodyPath(meeting.body.slug),
    summary: whenAndWhere(meeting),
    state: null,
    content: {
      body: meeting.body,
      date: meeting.date,
      time: meeting.time,
      place: meeting.place,
      agenda: meeting.agenda,
    },
    paragraphs: (meeting.agenda?.items ?? []).map(({ anchor, number, title }) => ({
      anchor,
      number: null,
      text: [number, title].filter(Boolean).join(' '),
    })),
    // Files of earlier agendas stay public if they ever were; one that was only a draft does not become so.
    files: meeting.agenda === null ? [] : [meeting.agenda.file].map(servedFile),
  }),
}

const servedFile = ({
  sha256,
  name,
}: {
  sha256: string
  name: string
}): { sha256: string; name: string } => ({
  sha256,
  name,
})

const whenAndWhere = ({ time, place }: Meeting): string => [time, place].filter(Boolean).join(', ')

export const agendaItemKind: Kind<ItemEntry, ItemEntry> = {
  name: 'agenda-item',
  words: { one: 'Agenda item', many: 'Agenda items' },
  searchable: false,
  parse: (value) => storedAs.itemEntry(value),
  publish: ({ body, date, item }) => ({
    title: item.title,
    path: `${meetingPath(body.slug, date)}#${item.anchor}`,
    date,
    body: bodyPath(body.slug),
    summary: `${item.number === null ? 'Item' : `Item ${item.number}`} of the meeting on ${longDate(date)}`,
    state: null,
    content: { body, date, item },
    paragraphs: [],
  }),
}

/** A paper, with the priorities linked by the last import. */
export type PaperEntry = Paper & { serves: string[] }
export type PublishedPaper = Paper

/** All but the links, field by field: what a paper shows is listed here. */
const shownPaper = (paper: PaperEntry): Paper => ({
  body: paper.body,
  date: paper.date,
  slug: paper.slug,
  item: paper.item,
  title: paper.title,
  from: paper.from,
  to: paper.to,
  numbered: paper.numbered,
  blocks: paper.blocks,
  file: paper.file,
  version: paper.version,
  earlier: paper.earlier,
  ...keptPutRight(paper.putRight ?? []),
  ...keptFigures(paper),
})

const paperSummary = (paper: Paper): string => {
  const to = `${paper.from === null ? 'To' : 'to'} the ${paper.body.name}`
  return [
    paper.from === null ? '' : `From ${writerInWords(paper.from)},`,
    paper.item === null ? `${to}.` : `${to}, item ${paper.item.number}.`,
  ]
    .join(' ')
    .trim()
}

export const paperKind: Kind<PaperEntry, PublishedPaper> = {
  name: 'paper',
  words: { one: 'Paper', many: 'Papers' },
  searchable: true,
  parse: (value) => storedAs.paper(value),
  publish: (paper) => ({
    title: paper.title,
    path: paperPath(paper),
    date: paper.date,
    body: bodyPath(paper.body.slug),
    summary: paperSummary(paper),
    state: null,
    content: shownPaper(paper),
    outline: keptFigures(paper),
    paragraphs: searched(paper.blocks),
    files: [paper.file].map(servedFile),
  }),
}

/** An earlier version of a paper: it keeps an address of its own and is not found by search. */
export const paperVersionKind: Kind<PaperEntry, PublishedPaper> = {
  name: 'paper-version',
  words: { one: 'Earlier version of a paper', many: 'Earlier versions of papers' },
  searchable: false,
  parse: (value) => storedAs.paper(value),
  publish: (paper) => ({
    title: `${paper.title} (version ${paper.version})`,
    path: versionPath(paper, paper.version),
    date: paper.date,
    body: bodyPath(paper.body.slug),
    summary: `Version ${paper.version}, replaced since`,
    state: null,
    content: shownPaper(paper),
    outline: keptFigures(paper),
    paragraphs: [],
    files: [paper.file].map(servedFile),
  }),
}

const minutesTitle = (minutes: Minutes): string =>
  `Minutes of the ${minutes.body.name}, ${longDate(minutes.date)}`

export const minutesKind: Kind<Minutes, Minutes> = {
  name: 'minutes',
  words: { one: 'Minutes', many: 'Minutes' },
  searchable: false,
  parse: (value) => storedAs.minutes(value),
  publish: (minutes) => ({
    title: minutesTitle(minutes),
    path: minutesPath(minutes.body.slug, minutes.date),
    date: minutes.date,
    body: bodyPath(minutes.body.slug),
    summary: minutes.minutes.length === 1 ? '1 item minuted' : `${minutes.minutes.length} items minuted`,
    state: null,
    content: minutes,
    outline: { ...minutesOutline(minutes), ...keptFigures(minutes) },
    paragraphs: [],
    files: [minutes.file].map(servedFile),
  }),
}

/** Earlier minutes, before they were corrected: reachable, and not found by search. */
export const minutesVersionKind: Kind<Minutes, Minutes> = {
  name: 'minutes-version',
  words: { one: 'Earlier version of minutes', many: 'Earlier versions of minutes' },
  searchable: false,
  parse: (value) => storedAs.minutes(value),
  publish: (minutes) => ({
    ...minutesKind.publish(minutes),
    title: `${minutesTitle(minutes)} (version ${minutes.version})`,
    path: `${minutesPath(minutes.body.slug, minutes.date)}?version=${minutes.version}`,
    summary: `Version ${minutes.version}, replaced since`,
  }),
}

const minuteWords = (minute: { number: string | null; title: string }): string =>
  minute.number === null ? minute.title : `Minute ${minute.number}: ${minute.title}`

export const minuteKind: Kind<MinuteEntry, { body: BodyOf; date: LocalDate; minute: Minute }> = {
  name: 'minute',
  words: { one: 'Minute', many: 'Minutes' },
  searchable: true,
  parse: (value) => storedAs.minuteEntry(value),
  publish: ({ body, date, minute }) => ({
    title: minuteWords(minute),
    path: `${minutesPath(body.slug, date)}#${minute.anchor}`,
    date,
    body: bodyPath(body.slug),
    summary: `What was said at the ${body.name}`,
    state: null,
    content: { body, date, minute },
    paragraphs: searched(minute.parts.flatMap((part) => (part.type === 'block' ? [part.block] : []))),
  }),
}

export const resolutionKind: Kind<Resolution, Omit<Resolution, 'serves'>> = {
  name: 'resolution',
  words: { one: 'Resolution', many: 'Resolutions' },
  searchable: true,
  parse: (value) => storedAs.resolution(value),
  publish: ({ body, date, minute, resolution }) => ({
    title: `Resolved: ${shortened(resolution.text)}`,
    path: `${minutesPath(body.slug, date)}#${resolution.anchor}`,
    date,
    body: bodyPath(body.slug),
    summary: `${minuteWords(minute)}, ${body.name}`,
    state: null,
    content: { body, date, minute, resolution },
    paragraphs: resolutionParagraphs(resolution),
  }),
}

const resolutionParagraphs = ({ anchor, text, parts }: ResolutionText): Paragraph[] =>
  [text, ...parts.map((part) => part.text)].map((each) => ({ anchor, number: null, text: each }))

/** The first words of a text, up to about a line and a half, cut at a word. */
function shortened(text: string, most = 140): string {
  if (text.length <= most) return text
  const cut = text.lastIndexOf(' ', most)
  return `${text.slice(0, cut > 0 ? cut : most).replace(/[,;:\s]+$/, '')}…`
}
