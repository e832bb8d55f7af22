/** Questions of the published record: exactly what the pages of a plan show. */
import { addDays, type EntryId, type LocalDate } from '../../lib/index.ts'
import {
  type Cursor,
  countsTo,
  entriesOf,
  entryAt,
  type LinkedEntry,
  linkedFrom,
  linkedTo,
  type Part,
  type PublicRecord,
  type Shown,
} from '../../record/index.ts'
import { type FiguresAround, figuresAround } from '../checked-figures/index.ts'
import { type ListedMeasure, measuresServing } from '../performance/index.ts'
import { type Commitment, commitmentPath, type Progress } from './commitment.ts'
import { type Plan, planPath, type Standing, standing, versionPath } from './plan.ts'
import { type Priority, priorityPath } from './priority.ts'
import { commitmentKind, planKind, priorityKind, type VersionContent, versionKind } from './published.ts'
import type { Count, Show } from './thread.ts'

/** More plans, priorities or commitments than any area has. */
const ALL = 500

export type PlanStanding = { plan: Plan; standing: Standing }

/** Every published plan with where it stands on a day: in force first, then the newest. */
export async function plansOn(ask: PublicRecord, today: LocalDate): Promise<PlanStanding[]> {
  const { rows } = await entriesOf(ask, planKind, { limit: ALL })
  const plans = rows.map(({ content }) => content)
  const all = plans.map((plan) => ({ plan, standing: standing(plan, plans, today) }))
  const inForce = ({ standing: { state } }: PlanStanding): number => (state === 'in-force' ? 0 : 1)
  return all.toSorted(
    (one, other) =>
      inForce(one) - inForce(other) || ((one.plan.term?.from ?? '') < (other.plan.term?.from ?? '') ? 1 : -1),
  )
}

/** A priority as the plan's page shows it, with what hangs on it. */
export type PriorityCard = {
  path: string
  counts: Count[]
  last: LocalDate | null
  /** How many measures show something about it. */
  measures: number
}

export type PlanAtAGlance = PlanStanding & {
  id: EntryId
  cards: ReadonlyMap<string, PriorityCard>
  commitments: Count[]
}

/** One plan at a glance. */
export async function planAtAGlance(
  ask: PublicRecord,
  slug: string,
  today: LocalDate,
): Promise<PlanAtAGlance | undefined> {
  const entry = await entryAt(ask, planKind, planPath(slug))
  if (entry === undefined) return undefined
  const [plans, priorities, parts] = await Promise.all([
    plansOn(ask, today),
    linkedTo(ask, entry.id, { link: 'part-of', kinds: ['priority'], limit: ALL }),
    countsTo(ask, entry.id, 'part-of'),
  ])
  const cards = await Promise.all(priorities.rows.map((priority) => cardOf(ask, priority)))
  const found = plans.find(({ plan }) => plan.slug === slug)
  return {
    id: entry.id,
    plan: entry.content,
    standing: found?.standing ?? standing(entry.content, [], today),
    cards: new Map(cards.map((card) => [card.path, card])),
    commitments: parts.filter(({ kind }) => kind === 'commitment'),
  }
}

/** What stands beside the figures of a plan. */
export const figuresOf = (
  ask: PublicRecord,
  { id, plan: { slug, title, term, figures, versions } }: Pick<PlanAtAGlance, 'id' | 'plan'>,
): Promise<FiguresAround> =>
  figuresAround(ask, {
    path: planPath(slug),
    title,
    date: term?.from ?? null,
    id,
    figures,
    hasEarlier: versions.length > 1,
  })

async function cardOf(ask: PublicRecord, priority: LinkedEntry): Promise<PriorityCard> {
  const [counts, newest, measured] = await Promise.all([
    countsTo(ask, priority.id, 'serves'),
    linkedTo(ask, priority.id, { link: 'serves', limit: 1 }),
    countsTo(ask, priority.id, 'measures'),
  ])
  const measures = measured.reduce((sum, { count }) => sum + count, 0)
  return { path: priority.path, counts, last: newest.rows[0]?.date ?? null, measures }
}

/** The plan that a home page shows: the one in force, else the one that is newest. Undefined in an empty record. */
export async function planInFront(ask: PublicRecord, today: LocalDate): Promise<PlanAtAGlance | undefined> {
  const plans = await plansOn(ask, today)
  const first = plans.find(({ standing: { state } }) => state !== 'draft' && state !== 'to-come') ?? plans[0]
  return first === undefined ? undefined : planAtAGlance(ask, first.plan.slug, today)
}

export type ThreadAnswer = {
  priority: Priority
  plan: Plan
  standing: Standing
  counts: Count[]
  show: Show
  entries: Part<LinkedEntry>
  /** Whether this is a later part of the list. */
  further: boolean
  /** What shows something about the priority. */
  measures: ListedMeasure[]
}

/** How many entries of a thread stand on one page. */
export const ENTRIES_A_PAGE = 50

/** The thread of a priority: its counts, and one part of its entries, newest first. */
export async function threadOf(
  ask: PublicRecord,
  at: { plan: string; priority: string; show: Show; after: Cursor | null; today: LocalDate },
): Promise<ThreadAnswer | undefined> {
  const [entry, plan] = await Promise.all([
    entryAt(ask, priorityKind, priorityPath(at.plan, at.priority)),
    entryAt(ask, planKind, planPath(at.plan)),
  ])
  if (entry === undefined || plan === undefined) return undefined
  const [counts, entries, plans, measures] = await Promise.all([
    countsTo(ask, entry.id, 'serves'),
    linkedTo(ask, entry.id, {
      link: 'serves',
      limit: ENTRIES_A_PAGE,
      ...(at.show.kinds === null ? {} : { kinds: at.show.kinds }),
      ...(at.after === null ? {} : { after: at.after }),
    }),
    plansOn(ask, at.today),
    measuresServing(ask, entry.id),
  ])
  const found = plans.find((each) => each.plan.slug === at.plan)
  return {
    priority: entry.content,
    plan: plan.content,
    standing: found?.standing ?? standing(plan.content, [], at.today),
    counts,
    show: at.show,
    entries,
    further: at.after !== null,
    measures,
  }
}

export type VersionsAnswer = { plan: Plan; from: VersionContent | null; to: VersionContent | null }

/**
 * The versions of a plan, and the two to compare: by name (its date) or by number, 1 the oldest; the last two when none
 * is named. Undefined when a named one is not there.
 */
export async function versionsOf(
  ask: PublicRecord,
  slug: string,
  wanted: { from: string | undefined; to: string | undefined },
): Promise<VersionsAnswer | undefined> {
  const entry = await entryAt(ask, planKind, planPath(slug))
  if (entry === undefined) return undefined
  const plan = entry.content
  const nameOf = (named: string): string | undefined =>
    (
      plan.versions.find(({ name }) => name === named) ??
      (/^\d{1,3}$/.test(named) ? plan.versions[Number(named) - 1] : undefined)
    )?.name
  const to = wanted.to === undefined ? plan.versions.at(-1)?.name : nameOf(wanted.to)
  const before = plan.versions[plan.versions.findIndex(({ name }) => name === to) - 1]
  const from = wanted.from === undefined ? before?.name : nameOf(wanted.from)
  if ((wanted.to !== undefined && to === undefined) || (wanted.from !== undefined && from === undefined))
    return undefined
  if (from === undefined || to === undefined) return { plan, from: null, to: null }
  const [old, now] = await Promise.all([
    entryAt(ask, versionKind, versionPath(slug, from)),
    entryAt(ask, versionKind, versionPath(slug, to)),
  ])
  return { plan, from: old?.content ?? null, to: now?.content ?? null }
}

export type CommitmentsAnswer = { plan: Plan; commitments: LinkedEntry[] }

/** All commitments of a plan, those of earlier versions among them. */
export async function commitmentsOf(ask: PublicRecord, slug: string): Promise<CommitmentsAnswer | undefined> {
  const entry = await entryAt(ask, planKind, planPath(slug))
  if (entry === undefined) return undefined
  const { rows } = await linkedTo(ask, entry.id, { link: 'part-of', kinds: ['commitment'], limit: ALL })
  return { plan: entry.content, commitments: rows }
}

/** The addresses of a page that every plan has below its own. */
export const belowPlans =
  (part: string) =>
  async (ask: PublicRecord): Promise<string[]> => {
    const plans = await entriesOf(ask, planKind, { limit: ALL })
    return plans.rows.map(({ path }) => `${path}/${part}`)
  }

export type CommitmentAnswer = {
  commitment: Commitment
  plan: Plan
  serves: LinkedEntry[]
  elsewhere: LinkedEntry[]
  /** Where each paper that reported progress stands on the record, by the address of its file. */
  papers: ReadonlyMap<string, string>
}

/** One commitment with its progress, the priorities it serves and what else on the record speaks of it. */
export async function commitmentAt(
  ask: PublicRecord,
  plan: string,
  slug: string,
): Promise<CommitmentAnswer | undefined> {
  const [entry, planEntry] = await Promise.all([
    entryAt(ask, commitmentKind, commitmentPath(plan, slug)),
    entryAt(ask, planKind, planPath(plan)),
  ])
  if (entry === undefined || planEntry === undefined) return undefined
  const [serves, elsewhere, papers] = await Promise.all([
    linkedFrom(ask, entry.id, { link: 'serves', limit: ALL }),
    linkedTo(ask, entry.id, { limit: ALL }),
    papersOf(ask, entry.content.progress),
  ])
  return {
    commitment: entry.content,
    plan: planEntry.content,
    serves: serves.rows,
    elsewhere: elsewhere.rows,
    papers,
  }
}

/** Papers are another domain's; what is asked of them here is only their address. */
const PAPER: Shown<unknown> = {
  name: 'paper',
  publish: () => {
    throw new Error('A paper is not published by the plan')
  },
}

/** The pages of the papers that reported progress: those of the same day and title, by the address of their file. */
async function papersOf(ask: PublicRecord, progress: readonly Progress[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { source } of progress) {
    if (source.date === null || found.has(source.path)) continue
    const { rows } = await entriesOf(ask, PAPER, {
      from: source.date,
      until: addDays(source.date, 1),
      limit: ALL,
    })
    const same = rows.filter(({ title }) => title.toLowerCase() === source.title.toLowerCase())
    const [only] = same
    if (only && same.length === 1) found.set(source.path, only.path)
  }
  return found
}
