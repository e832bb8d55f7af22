/** Questions of the published record that span domains: the home page and the search page. */
import {
  type Priority,
  planKind,
  planOn,
  priorityKind,
  type Standing,
  standing,
} from '../../domains/plan/index.ts'
import { addDays, type LocalDate } from '../../lib/index.ts'
import {
  type AnyKind,
  countsTo,
  entriesOf,
  type ListedEntry,
  linkedTo,
  type PublicRecord,
  type PublishedEntry,
  search,
} from '../../record/index.ts'
import type { PageRequest } from '../../web/index.ts'
import { actionCounts, type Counts, kinds } from './doors.ts'
import { searchChoices, searchQuery } from './search-choices.ts'
import type { SearchAnswer } from './search-page.ts'

export type PriorityCard = {
  path: string
  title: string
  number: string | null
  owner: Priority['owner']
  /** Promises, requests and commitments that serve it. */
  promises: number
  done: number
  /** The day of the newest thing on its thread. */
  last: LocalDate | null
}

export type HomeAnswer = {
  plan: { path: string; title: string; standing: Standing; summary: string } | null
  priorities: PriorityCard[]
  actions: Counts
  coming: ListedEntry[]
  past: ListedEntry[]
  latest: ListedEntry[]
  /** "Action", by kind. */
  kindWords: ReadonlyMap<string, string>
}

const PROMISES: ReadonlySet<string> = new Set(['action', 'commitment'])

const kindNamed = (name: string): AnyKind[] => kinds.filter((kind) => kind.name === name)

/** Everything of a kind that lists show, the newest first; nothing when no domain has such a kind. */
async function listOf(
  ask: PublicRecord,
  name: string,
  filter: { from?: LocalDate; until?: LocalDate; order?: 'newest' | 'oldest'; limit: number },
): Promise<PublishedEntry<unknown>[]> {
  const parts = await Promise.all(kindNamed(name).map((kind) => entriesOf(ask, kind, filter)))
  return parts.flatMap((part) => part.rows)
}

async function priorityCard(ask: PublicRecord, entry: PublishedEntry<Priority>): Promise<PriorityCard> {
  const [counts, newest] = await Promise.all([
    countsTo(ask, entry.id, 'serves'),
    linkedTo(ask, entry.id, { link: 'serves', limit: 1 }),
  ])
  const promises = counts.filter(({ kind }) => PROMISES.has(kind))
  const sum = (some: typeof promises): number => some.reduce((total, { count }) => total + count, 0)
  return {
    path: entry.path,
    title: entry.title,
    number: entry.content.number,
    owner: entry.content.owner,
    promises: sum(promises),
    done: sum(promises.filter(({ state }) => state === 'done')),
    last: newest.rows[0]?.date ?? null,
  }
}

/** Numbers as numbers, and what has none at the end. */
const byNumber = (one: PriorityCard, other: PriorityCard): number =>
  Number(one.number ?? 1000) - Number(other.number ?? 1000) || one.title.localeCompare(other.title, 'en-GB')

async function planAtAGlance(
  ask: PublicRecord,
  today: LocalDate,
): Promise<Pick<HomeAnswer, 'plan' | 'priorities'>> {
  const { rows: plans } = await entriesOf(ask, planKind, { limit: 200 })
  const contents = plans.map(({ content }) => content)
  const inForce = planOn(contents, today)
  const entry =
    plans.find(({ content }) => content === inForce) ??
    plans.find(({ content }) => !content.draft) ??
    plans[0]
  if (!entry) return { plan: null, priorities: [] }
  const { rows } = await entriesOf(ask, priorityKind, { limit: 500 })
  const ours = rows.filter(({ content }) => content.plan.slug === entry.content.slug && content.inLatest)
  const cards = await Promise.all(ours.map((one) => priorityCard(ask, one)))
  return {
    plan: {
      path: entry.path,
      title: entry.title,
      standing: standing(entry.content, contents, today),
      summary: entry.summary,
    },
    priorities: cards.toSorted(byNumber),
  }
}

const LATEST_KINDS = ['paper', 'minutes', 'question', 'action', 'work-programme', 'plan']

async function latestOf(ask: PublicRecord, today: LocalDate): Promise<ListedEntry[]> {
  const lists = await Promise.all(
    LATEST_KINDS.map((name) => listOf(ask, name, { until: addDays(today, 1), limit: 4 })),
  )
  return lists
    .flat()
    .filter((entry) => entry.date !== null)
    .toSorted((one, other) => (one.date === other.date ? 0 : (one.date ?? '') < (other.date ?? '') ? 1 : -1))
    .slice(0, 8)
}

/** What the home page shows. */
export async function home(ask: PublicRecord, request: PageRequest): Promise<HomeAnswer> {
  const { today } = request
  const [glance, actions, coming, past, latest] = await Promise.all([
    planAtAGlance(ask, today),
    actionCounts(ask, request),
    listOf(ask, 'meeting', { from: today, order: 'oldest', limit: 3 }),
    listOf(ask, 'meeting', { until: today, limit: 3 }),
    latestOf(ask, today),
  ])
  return {
    ...glance,
    actions,
    coming,
    past,
    latest,
    kindWords: new Map(kinds.map(({ name, words }) => [name, words.one])),
  }
}

/** What the search page shows: the choices there are, and what was found. */
export async function found(ask: PublicRecord, request: PageRequest): Promise<SearchAnswer> {
  const choices = searchChoices(request.query)
  const [result, bodies, priorities, plans] = await Promise.all([
    choices.errors.length > 0 ? { total: 0, hits: [], empty: null } : search(ask, searchQuery(choices)),
    listOf(ask, 'body', { limit: 200 }),
    entriesOf(ask, priorityKind, { limit: 500 }),
    entriesOf(ask, planKind, { limit: 200 }),
  ])
  const planTitles = new Map(plans.rows.map(({ content, title }) => [content.slug, title]))
  return {
    choices,
    found: result,
    kinds: kinds
      .filter((kind) => kind.searchable)
      .map(({ name, words }) => ({ name, one: words.one, many: words.many })),
    bodies: bodies.map(({ path, title }) => ({ path, title })),
    priorities: priorities.rows.map(({ path, title, content }) => ({
      path,
      title,
      plan: planTitles.get(content.plan.slug) ?? content.plan.title,
    })),
  }
}
