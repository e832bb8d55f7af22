/** Questions of the published record about how a plan was reviewed and what became of the plan before it. */
import { sql } from '../../database/index.ts'
import type { EntryId, LocalDate } from '../../lib/index.ts'
import {
  countsTo,
  entriesOf,
  type LinkedEntry,
  linkedTo,
  type PublicRecord,
  type PublishedEntry,
  standing as stands,
} from '../../record/index.ts'
import { type Ending, endingOf } from './carried-on.ts'
import { type Commitment, commitmentPath } from './commitment.ts'
import { type Plan, planPath, shortTitle } from './plan.ts'
import { type Priority, priorityPath } from './priority.ts'
import { commitmentKind, planKind, priorityKind, reviewKind, settledKind } from './published.ts'
import type { PlanReview } from './review.ts'
import { genericWords, type PriorityForMatching } from './serves.ts'
import type { Count } from './thread.ts'

/** More than any area has. */
const ALL = 500

/** A minute that is about the draft of a plan, with what was resolved. */
export type ReviewMinute = {
  id: EntryId
  path: string
  title: string
  date: LocalDate
  resolved: LinkedEntry[]
}

export type PlanHistory = {
  reviews: PlanReview[]
  /** Minutes whose title names the plan as a draft or a variation. */
  minutes: ReviewMinute[]
  /** The plan that this one followed. */
  previous: { title: string; path: string } | null
}

/** How a plan was reviewed, by registers and by minutes, and which plan it followed. */
export async function historyOf(ask: PublicRecord, plan: Plan): Promise<PlanHistory> {
  const [reviews, minutes, plans] = await Promise.all([
    entriesOf(ask, reviewKind, { limit: ALL, order: 'oldest' }),
    reviewMinutes(ask, plan),
    entriesOf(ask, planKind, { limit: ALL }),
  ])
  const previous = previousOf(
    plan,
    plans.rows.map(({ content }) => content),
  )
  return {
    reviews: reviews.rows.map(({ content }) => content).filter((each) => each.plan.slug === plan.slug),
    minutes,
    previous:
      previous === undefined ? null : { title: shortTitle(previous.title), path: planPath(previous.slug) },
  }
}

/** The plan whose term began last before this one's. Drafts were never in force. */
export function previousOf(plan: Plan, all: readonly Plan[]): Plan | undefined {
  const from = plan.term?.from
  if (from === undefined) return undefined
  return all
    .filter((each) => !each.draft && each.term !== null && each.term.from < from)
    .toSorted((one, other) => ((one.term?.from ?? '') < (other.term?.from ?? '') ? 1 : -1))[0]
}

async function reviewMinutes(ask: PublicRecord, plan: Plan): Promise<ReviewMinute[]> {
  const named = `%${shortTitle(plan.title)
    .toLowerCase()
    .replace(/[%_\\]/g, '\\$&')}%`
  const { rows } = await sql<Omit<ReviewMinute, 'resolved'>>`
    select e.entry as id, e.path, e.title, e.date from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = 'minute' and ${stands(ask, 'e')}
      and lower(e.title) like ${named} and e.title ~* '\\m(draft|varied|variation|refresh)'
    order by e.date, e.path limit 20`.execute(ask.db)
  return await Promise.all(
    rows.map(async (row) => {
      const { rows: resolved } = await linkedTo(ask, row.id, { link: 'arises-from', kinds: ['resolution'] })
      return { ...row, resolved }
    }),
  )
}

export type EndedPriority = { priority: PublishedEntry<Priority>; counts: Count[]; ending: Ending }
export type EndedCommitment = { commitment: PublishedEntry<Commitment>; ending: Ending }

export type WhatBecame = {
  plan: Plan
  previous: Plan | null
  priorities: EndedPriority[]
  commitments: EndedCommitment[]
}

/** What became of the plan before this one; undefined when there is no such plan. */
export async function whatBecame(ask: PublicRecord, slug: string): Promise<WhatBecame | undefined> {
  const [plans, priorities, commitments, settled] = await Promise.all([
    entriesOf(ask, planKind, { limit: ALL }),
    entriesOf(ask, priorityKind, { limit: ALL, order: 'oldest' }),
    entriesOf(ask, commitmentKind, { limit: ALL, order: 'oldest' }),
    entriesOf(ask, settledKind, { limit: ALL }),
  ])
  const all = plans.rows.map(({ content }) => content)
  const plan = all.find((each) => each.slug === slug)
  if (plan === undefined) return undefined
  const previous = previousOf(plan, all)
  if (previous === undefined) return { plan, previous: null, priorities: [], commitments: [] }
  const later = of(priorities.rows, plan).map((row) => forMatching(row, plan, ask.authority))
  const settlements = settled.rows.map(({ content }) => content)
  const ended = await Promise.all(
    of(priorities.rows, previous).map(async (priority): Promise<EndedPriority> => {
      const { title, summary, text, slug: own } = priority.content
      const thing = { path: priorityPath(previous.slug, own), title, text: [summary, ...text].join('\n') }
      return {
        priority,
        counts: await countsTo(ask, priority.id, 'serves'),
        ending: endingOf(thing, later, settlements),
      }
    }),
  )
  return {
    plan,
    previous,
    priorities: ended,
    commitments: of(commitments.rows, previous).map((commitment) => {
      const { title, text, slug: own } = commitment.content
      const thing = { path: commitmentPath(previous.slug, own), title, text: text.join('\n') }
      return { commitment, ending: endingOf(thing, later, settlements) }
    }),
  }
}

/** The rows that are of one plan. */
const of = <Row extends { content: { plan: { slug: string } } }>(rows: readonly Row[], wanted: Plan): Row[] =>
  rows.filter(({ content }) => content.plan.slug === wanted.slug)

const forMatching = (
  { id, path, content }: PublishedEntry<Priority>,
  plan: Plan,
  authority: string,
): PriorityForMatching => ({
  id,
  path,
  title: content.title,
  summary: content.summary,
  text: content.text.join('\n\n'),
  generic: genericWords(authority, plan.title),
})
