/** Questions of the published record about actions: exactly what the register and an action's page show. */
import { sql } from '../../../database/index.ts'
import type { LocalDate } from '../../../lib/index.ts'
import { slug } from '../../../lib/index.ts'
import {
  entryAt,
  type LinkedEntry,
  linkedFrom,
  type PublicRecord,
  type PublishedEntry,
  standing,
} from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import {
  type Choice,
  type Choices,
  choicesOf,
  type Narrowing,
  narrowed,
  partOf,
  wholeOf,
} from '../register.ts'
import {
  ACTION_STATES,
  actionPath,
  hasEnded,
  isActionState,
  isLate,
  presentCarrying,
  presentState,
  STATE_WORDS,
  withThe,
} from './action.ts'
import { actionKind, type PublishedAction } from './published.ts'

export type ActionRow = PublishedEntry<PublishedAction>

export type ActionRegister = {
  rows: readonly ActionRow[]
  /** What the choices let through, before it is parted. */
  found: number
  whole: readonly ActionRow[]
  choices: Choices
  by: Narrowing<ActionRow>
  next: string | null
  first: string | null
  counts: ActionCounts
  options: { owners: Choice[]; bodies: Choice[]; meetings: Choice[]; states: Choice[] }
}

/** The register as its reader narrowed it. Choices that name nothing on the record show nothing, and say so. */
export async function actionRegister(ask: PublicRecord, request: PageRequest): Promise<ActionRegister> {
  const [whole, counts] = await Promise.all([wholeOf(ask, actionKind), actionCounts(ask, request.today)])
  const by = narrowing(request.today)
  const found = narrowed(whole, request.query, by)
  const part = partOf(found, request.path, request.query)
  return {
    rows: part.rows,
    found: found.length,
    whole,
    choices: request.query,
    by,
    next: part.next,
    first: part.first,
    counts,
    options: optionsOf(whole),
  }
}

/** How the register can be narrowed. `show` is the kind of thing; the rest are facts of the action. */
export const narrowing = (today: LocalDate): Narrowing<ActionRow> => ({
  show: (row, choice) => SHOWN[choice]?.(row, today) ?? false,
  state: (row, choice) => row.state === choice,
  owner: (row, choice) => ownerOf(row.content).value === choice,
  body: (row, choice) => row.body === choice,
  meeting: (row, choice) => row.content.meeting.path === choice,
})

const SHOWN: Readonly<Record<string, (row: ActionRow, today: LocalDate) => boolean>> = {
  asked: (row) => row.content.kind !== 'commitment',
  promised: (row) => row.content.kind === 'commitment' && row.content.firm,
  soft: (row) => row.content.kind === 'commitment' && !row.content.firm,
  'not-found': (row) => isNotFound(row),
  late: (row, today) => isLate({ due: row.content.due, state: presentState(row.content.progress) }, today),
}

/** Whether the comparison with the next work programme came to nothing, or to a weak tie only. */
export const isNotFound = (row: ActionRow): boolean => {
  const found = presentCarrying(row.content.carrying)
  return found !== undefined && found.outcome !== 'carried'
}

/** The owner as the filter knows it: the office where there is one, else the person. */
export function ownerOf(action: Pick<PublishedAction, 'owner'>): Choice {
  const words = action.owner.office ?? action.owner.person?.name
  return words === undefined
    ? { value: 'not-said', text: 'Not said' }
    : { value: slug(words), text: withThe(words).replace(/^the /, 'The ') }
}

export type ActionCounts = { all: number; done: number; open: number; late: number; notFound: number }

/**
 * How many actions are on the record, and how many a reader should look at, on a day. Counted where they are kept: the
 * home page shows these numbers and no action.
 */
export async function actionCounts(ask: PublicRecord, today: LocalDate): Promise<ActionCounts> {
  const isOpen = sql`e.state <> all(${ACTION_STATES.filter(hasEnded)})`
  const carrying = sql`e.content -> 'carrying'`
  const { rows } = await sql<ActionCounts>`
    select count(*) as all, count(*) filter (where e.state = 'done') as done,
      count(*) filter (where ${isOpen}) as open,
      count(*) filter (where ${isOpen} and e.content ->> 'due' < ${today}) as late,
      count(*) filter (where ${carrying} <> '[]' and not ${carrying} @> '[{"outcome": "carried"}]') as "notFound"
    from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${actionKind.name} and ${standing(ask, 'e')}`.execute(
    ask.db,
  )
  return rows[0] ?? { all: 0, done: 0, open: 0, late: 0, notFound: 0 }
}

function optionsOf(rows: readonly ActionRow[]): ActionRegister['options'] {
  const meetings = rows.map(({ content }) => ({ value: content.meeting.path, text: content.meeting.title }))
  return {
    owners: choicesOf(rows.map((row) => ownerOf(row.content))),
    bodies: choicesOf(rows.map(({ content }) => ({ value: content.body.path, text: content.body.name }))),
    // Newest first, as the rows are.
    meetings: [...new Map(meetings.map((meeting) => [meeting.value, meeting])).values()],
    states: [...new Set(rows.map((row) => row.state ?? 'open'))].flatMap((state) =>
      isActionState(state) ? [{ value: state, text: STATE_WORDS[state] }] : [],
    ),
  }
}

export type ActionAnswer = { action: ActionRow; priorities: readonly LinkedEntry[] }

/** One action, with the priorities on whose threads it hangs; undefined when there is none at this address. */
export async function actionAt(ask: PublicRecord, request: PageRequest): Promise<ActionAnswer | undefined> {
  const action = await entryAt(ask, actionKind, actionPath(request.params['action'] ?? ''))
  if (action === undefined) return undefined
  const serves = await linkedFrom(ask, action.id, { link: 'serves', limit: 100 })
  return { action, priorities: serves.rows }
}
