/** Questions of the published record about meetings: exactly what the list, a meeting, its minutes and a paper show. */
import { addDays, type LocalDate } from '../../../lib/index.ts'
import {
  entriesOf,
  entryAmong,
  entryAt,
  type LinkedEntry,
  linkedFrom,
  linkedTo,
  type Neighbour,
  type Outlined,
  type PublicRecord,
  type PublishedEntry,
} from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import { type FiguresAround, figuresAround } from '../../checked-figures/index.ts'
import { type QuotedFigure, quotedFiguresOf } from '../../performance/index.ts'
import { type ActionOutline, actionKind, type PublishedAction } from '../actions/published.ts'
import { bodyPath } from '../bodies/body.ts'
import type { Notice } from '../notices/notice.ts'
import { noticeKind } from '../notices/published.ts'
import { type PublishedQuestion, type QuestionOutline, questionKind } from '../questions/published.ts'
import {
  type Choice,
  type Choices,
  choicesOf,
  type Narrowing,
  narrowed,
  partOf,
  wholeOf,
} from '../register.ts'
import { webcastKind } from '../webcasts/published.ts'
import { type Webcast, webcastPath } from '../webcasts/webcast.ts'
import { meetingPath, meetingState } from './meeting.ts'
import { type Minutes, minutesPath } from './minutes.ts'
import { byPlace, type MinutesOutline } from './minutes-outline.ts'
import type { Paper } from './paper.ts'
import {
  meetingKind,
  minutesKind,
  minutesVersionKind,
  type PublishedMeeting,
  paperKind,
  paperVersionKind,
} from './published.ts'
import { type ComparedVersion, minutesBefore, paperBefore } from './reads-versions.ts'

export type MeetingRow = PublishedEntry<PublishedMeeting>

export type MeetingList = {
  /** Soonest first. */
  upcoming: readonly MeetingRow[]
  /** A part of those that are over, latest first. */
  past: readonly MeetingRow[]
  found: number
  whole: readonly MeetingRow[]
  bodies: Choice[]
  choices: Choices
  by: Narrowing<MeetingRow>
  next: string | null
  first: string | null
}

/** All meetings as their reader narrowed them: those to come first, then the others. */
export async function meetingList(ask: PublicRecord, request: PageRequest): Promise<MeetingList> {
  const whole = await wholeOf(ask, meetingKind)
  const by: Narrowing<MeetingRow> = { body: (row, choice) => row.content.body.slug === choice }
  const found = narrowed(whole, request.query, by)
  const isOver = (row: MeetingRow): boolean => meetingState(row.content.date, request.today) === 'past'
  const part = partOf(found.filter(isOver), request.path, request.query)
  return {
    upcoming: found.filter((row) => !isOver(row)).toReversed(),
    past: part.rows,
    found: found.length,
    whole,
    bodies: choicesOf(whole.map(({ content: { body } }) => ({ value: body.slug, text: body.name }))),
    choices: request.query,
    by,
    next: part.next,
    first: part.first,
  }
}

/** As the paper prints them: 328.3 before 328.14, Q2 before Q10. */
const inOrder = new Intl.Collator('en', { numeric: true }).compare

/** What was asked and promised on one day in one body, and the questions put, wherever on that day's pages they stand. */
type Arisen = { actions: PublishedEntry<PublishedAction>[]; questions: PublishedEntry<PublishedQuestion>[] }

async function arisenFrom(ask: PublicRecord, bodySlug: string, date: LocalDate): Promise<Arisen> {
  const filter = { body: bodyPath(bodySlug), from: date, until: addDays(date, 1), limit: 500 }
  const [actions, questions] = await Promise.all([
    entriesOf(ask, actionKind, filter),
    entriesOf(ask, questionKind, filter),
  ])
  return {
    actions: actions.rows.toSorted((one, other) => inOrder(one.content.ref, other.content.ref)),
    questions: questions.rows.toSorted((one, other) =>
      inOrder(one.content.number ?? '', other.content.number ?? ''),
    ),
  }
}

export type ActionArisen = Outlined<'action', ActionOutline>
export type QuestionArisen = Outlined<'question', QuestionOutline>
type MinutesOfDay = Outlined<'minutes', MinutesOutline>
type NoticeOfDay = Outlined<'meeting-notice', Notice>
type WebcastOfDay = Outlined<'webcast', Webcast>

export type MeetingAnswer = {
  meeting: { path: string; title: string; content: PublishedMeeting }
  papers: Neighbour[]
  minutes: MinutesOfDay | undefined
  /** What a register announced of it. */
  notice: NoticeOfDay | undefined
  webcast: WebcastOfDay | undefined
  actions: ActionArisen[]
  questions: QuestionArisen[]
  /** The same by the anchors of the minutes that they stand in. */
  actionsIn: ReadonlyMap<string, ActionArisen[]>
  questionsIn: ReadonlyMap<string, QuestionArisen[]>
  /** Programmes put to this meeting, and what its agenda was found to lack. */
  programmes: Neighbour[]
  /** The addresses of minutes that this meeting takes, by the day of the earlier meeting. */
  earlierMinutes: ReadonlyMap<LocalDate, string>
  lacks: Neighbour[]
}

/** What the page of a meeting shows around it. */
const AROUND_MEETING = {
  sameDay: [minutesKind.name, actionKind.name, questionKind.name, noticeKind.name, webcastKind.name],
  from: { link: 'part-of', kinds: ['paper', 'work-programme'] },
  to: { link: 'lacks' },
} as const

/** A meeting with its agenda, and for each item its paper, what was minuted, resolved, asked and promised. */
export async function meetingAt(ask: PublicRecord, request: PageRequest): Promise<MeetingAnswer | undefined> {
  const found = await entryAmong<
    PublishedMeeting,
    MinutesOfDay | ActionArisen | QuestionArisen | NoticeOfDay | WebcastOfDay
  >(ask, meetingKind, request.path, AROUND_MEETING)
  if (found === undefined) return undefined
  const { entry, sameDay, from, to } = found
  const actions = sameDay
    .filter((row) => row.kind === 'action')
    .toSorted((one, other) => inOrder(one.content.ref, other.content.ref))
  const questions = sameDay
    .filter((row) => row.kind === 'question')
    .toSorted((one, other) => inOrder(one.content.number ?? '', other.content.number ?? ''))
  const page = minutesPath(entry.content.body.slug, entry.content.date)
  return {
    meeting: entry,
    papers: from.filter(({ kind }) => kind === 'paper'),
    programmes: from.filter(({ kind }) => kind === 'work-programme'),
    minutes: sameDay.find((row) => row.kind === 'minutes'),
    notice: sameDay.find((row) => row.kind === 'meeting-notice'),
    webcast: sameDay.find((row) => row.kind === 'webcast'),
    actions,
    questions,
    actionsIn: byPlace(actions, page),
    questionsIn: byPlace(questions, page),
    earlierMinutes: await minutesTaken(ask, entry.content),
    lacks: to,
  }
}

async function minutesTaken(
  ask: PublicRecord,
  { agenda, body }: PublishedMeeting,
): Promise<Map<LocalDate, string>> {
  const days = (agenda?.items ?? [])
    .flatMap(({ refersTo }) => (refersTo === null ? [] : [refersTo]))
    .slice(0, 5)
  const found = await Promise.all(
    days.map(async (day) => [day, await entryAt(ask, minutesKind, minutesPath(body.slug, day))] as const),
  )
  return new Map(
    found.flatMap(([day, minutes]) => (minutes === undefined ? [] : [[day, minutes.path] as const])),
  )
}

export type MinutesAnswer = Arisen & {
  webcast: Webcast | undefined
  /** The version that the present one replaced. */
  before: ComparedVersion | null
  minutes: PublishedEntry<Minutes>
  /** Which version is shown, when it is not the present one. */
  old: number | null
  figures: FiguresAround
}

/** Minutes as they stand, or an earlier version of them when one is asked for. */
export async function minutesAt(ask: PublicRecord, request: PageRequest): Promise<MinutesAnswer | undefined> {
  const asked = versionAsked(request)
  const present = await entryAt(ask, minutesKind, request.path)
  if (present === undefined) return undefined
  const isOld = asked !== null && asked !== present.content.version
  const minutes = isOld ? await entryAt(ask, minutesVersionKind, `${request.path}?version=${asked}`) : present
  if (minutes === undefined) return undefined
  const { body, date } = present.content
  const [before, arisen, webcast, figures] = await Promise.all([
    isOld ? null : minutesBefore(ask, minutes),
    arisenFrom(ask, body.slug, date),
    entryAt(ask, webcastKind, webcastPath({ body, date })),
    figuresBeside(ask, present),
  ])
  return { minutes, old: isOld ? asked : null, webcast: webcast?.content, before, figures, ...arisen }
}

/** What stands beside the figures of a paper or of minutes. */
const figuresBeside = (
  ask: PublicRecord,
  { path, title, date, id, content }: PublishedEntry<Pick<Paper, 'figures' | 'earlier'>>,
): Promise<FiguresAround> =>
  figuresAround(ask, {
    path,
    title,
    date,
    id,
    figures: content.figures,
    hasEarlier: content.earlier.length > 0,
  })

/** The version named in the address; null when none is, NaN-free: what is no number is a version that there is not. */
function versionAsked({ query }: PageRequest): number | null {
  const { version } = query
  if (version === undefined || version === '') return null
  return /^\d{1,4}$/.test(version) ? Number(version) : 0
}

export type PaperAnswer = {
  figures: FiguresAround
  /** The version that the present one replaced. */
  before: ComparedVersion | null
  paper: PublishedEntry<Paper>
  old: number | null
  meeting: string
  priorities: LinkedEntry[]
  /** Its figures that measures follow. */
  quoted: QuotedFigure[]
  /** Minutes of its item, with what was resolved, asked, promised and answered there. */
  minutes: LinkedEntry[]
  outcomes: LinkedEntry[]
}

/** A paper as it stands, or an earlier version of it when one is asked for, with what came of it. */
export async function paperAt(ask: PublicRecord, request: PageRequest): Promise<PaperAnswer | undefined> {
  const asked = versionAsked(request)
  const present = await entryAt(ask, paperKind, request.path)
  if (present === undefined) return undefined
  const isOld = asked !== null && asked !== present.content.version
  const paper = isOld ? await entryAt(ask, paperVersionKind, `${request.path}?version=${asked}`) : present
  if (paper === undefined) return undefined
  const [before, figures, priorities, items, quoted] = await Promise.all([
    isOld ? null : paperBefore(ask, paper),
    figuresBeside(ask, present),
    linkedFrom(ask, present.id, { link: 'serves' }),
    linkedFrom(ask, present.id, { link: 'part-of', kinds: ['agenda-item'] }),
    quotedFiguresOf(ask, present.id),
  ])
  const minutes = (await eachOf(items.rows, (item) => linkedTo(ask, item.id, { kinds: ['minute'] }))).flat()
  const resolved = await eachOf(minutes, (minute) =>
    linkedTo(ask, minute.id, { link: 'arises-from', order: 'oldest' }),
  )
  const further = await eachOf(
    resolved.flat().filter((row) => row.kind === 'resolution'),
    (row) => linkedTo(ask, row.id, { link: 'arises-from', order: 'oldest' }),
  )
  const { body, date } = present.content
  return {
    before,
    figures,
    paper,
    old: isOld ? asked : null,
    meeting: meetingPath(body.slug, date),
    priorities: priorities.rows,
    quoted,
    minutes,
    outcomes: [...resolved.flat(), ...further.flat()],
  }
}

const eachOf = async (
  rows: readonly LinkedEntry[],
  question: (row: LinkedEntry) => Promise<{ rows: LinkedEntry[] }>,
): Promise<LinkedEntry[][]> => (await Promise.all(rows.map(question))).map((part) => part.rows)
