/** Questions of the published record about when papers came, and what is past its day: dates as they stand, and nothing guessed. */
import { sql } from '../../../database/index.ts'
import { daysBetween, type Instant, type LocalDate, londonDate } from '../../../lib/index.ts'
import { type PublicRecord, type PublishedEntry, standing } from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import { isLate, presentState } from '../actions/action.ts'
import { actionKind, type PublishedAction } from '../actions/published.ts'
import { bodyKind } from '../bodies/published.ts'
import { type BodyOf, meetingState } from '../meetings/meeting.ts'
import { meetingKind, minutesKind } from '../meetings/published.ts'
import { type PublishedQuestion, questionKind } from '../questions/published.ts'
import {
  type Choice,
  type Choices,
  choicesOf,
  type Narrowing,
  narrowed,
  partOf,
  wholeOf,
} from '../register.ts'

export type Timing = {
  body: BodyOf
  date: LocalDate
  path: string
  hasAgenda: boolean
  /** The day that the agenda prints as its own. */
  issued: LocalDate | null
  /** Whether the law's five clear days are about this body's meetings. */
  isPanel: boolean
  minutes: {
    path: string
    /** The day on which they were first on this record. */
    first: LocalDate
    /** From the meeting to that day; null where the meeting was before this record began, for then it says nothing. */
    days: number | null
  } | null
}

export type TimelinessAnswer = {
  rows: Timing[]
  whole: readonly Timing[]
  bodies: Choice[]
  choices: Choices
  by: Narrowing<Timing>
  next: string | null
  first: string | null
  /** The first day of this record; null while nothing is published. */
  began: LocalDate | null
  late: PublishedEntry<PublishedAction>[]
  unanswered: PublishedEntry<PublishedQuestion>[]
}

type Row = {
  path: string
  kind: string
  date: LocalDate
  body: BodyOf
  hasAgenda: boolean
  issued: LocalDate | null
  first: Instant
}

/** When the agendas and minutes of meetings came, and which actions and questions wait, of all bodies or of one. */
export async function timeliness(ask: PublicRecord, request: PageRequest): Promise<TimelinessAnswer> {
  const [rows, began, bodies, actions, questions] = await Promise.all([
    firsts(ask),
    beginning(ask),
    wholeOf(ask, bodyKind),
    wholeOf(ask, actionKind),
    wholeOf(ask, questionKind),
  ])
  const panels = new Set(
    bodies.filter(({ content }) => content.sort === 'panel').map(({ content }) => content.slug),
  )
  const whole = timings(rows, { began, panels, today: request.today })
  const by: Narrowing<Timing> = { body: ({ body }, choice) => body.slug === choice }
  const part = partOf(narrowed(whole, request.query, by), request.path, request.query)
  const chosen = request.query['body']
  const isHere = ({ body }: { body: string | null }): boolean =>
    chosen === undefined || body === `/bodies/${chosen}`
  return {
    rows: part.rows,
    whole,
    bodies: choicesOf(whole.map(({ body }) => ({ value: body.slug, text: body.name }))),
    choices: request.query,
    by,
    next: part.next,
    first: part.first,
    began,
    late: actions.filter(
      (row) =>
        isHere(row) &&
        isLate({ due: row.content.due, state: presentState(row.content.progress) }, request.today),
    ),
    unanswered: questions.filter((row) => isHere(row) && row.state !== 'answered'),
  }
}

/** Meetings and minutes with the moment at which each first became public here. */
async function firsts(ask: PublicRecord): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.path, e.kind, e.content ->> 'date' as date, e.content -> 'body' as body,
      coalesce(jsonb_typeof(e.content -> 'agenda') = 'object', false) as "hasAgenda",
      e.content -> 'agenda' ->> 'issued' as issued,
      (select min(o.published_from) from published.entry_version o where o.entry = e.entry) as first
    from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = any(${[meetingKind.name, minutesKind.name]})
      and ${standing(ask, 'e')}
    order by e.date desc, e.path`.execute(ask.db)
  return rows
}

/** The first day on which anything was public here. */
async function beginning(ask: PublicRecord): Promise<LocalDate | null> {
  const { rows } = await sql<{ first: Instant | null }>`
    select min(published_from) as first from published.entry_version where authority = ${ask.authority}`.execute(
    ask.db,
  )
  const first = rows[0]?.first ?? null
  return first === null ? null : londonDate(new Date(first))
}

type Ground = { began: LocalDate | null; panels: ReadonlySet<string>; today: LocalDate }

/** Meetings that are over or whose agenda is there, each with its minutes. */
function timings(rows: readonly Row[], { began, panels, today }: Ground): Timing[] {
  const dayOf = ({ body, date }: Row): string => `${body.slug} ${date}`
  const minutes = new Map(
    rows.filter(({ kind }) => kind === minutesKind.name).map((row) => [dayOf(row), row]),
  )
  return rows
    .filter(
      ({ kind, hasAgenda, date }) =>
        kind === meetingKind.name && (hasAgenda || meetingState(date, today) === 'past'),
    )
    .map((row) => {
      const { body, date, path, hasAgenda, issued } = row
      const of = minutes.get(dayOf(row))
      return {
        body,
        date,
        path,
        hasAgenda,
        issued,
        isPanel: panels.has(body.slug),
        minutes: of === undefined ? null : minutesTiming(of, began),
      }
    })
}

function minutesTiming({ path, date, first }: Row, began: LocalDate | null): NonNullable<Timing['minutes']> {
  const day = londonDate(new Date(first))
  const isKnown = began !== null && date >= began
  return { path, first: day, days: isKnown ? daysBetween(date, day) : null }
}
