/** Questions of the published record that span domains: the home page and the search page. */
import { measuresInShort } from '../../domains/performance/index.ts'
import { type PlanAtAGlance, planInFront, planKind, priorityKind } from '../../domains/plan/index.ts'
import { type ActionCounts, actionCounts, bodyKind, meetingKind } from '../../domains/scrutiny/index.ts'
import { addDays, type LocalDate } from '../../lib/index.ts'
import { entriesOf, type ListedEntry, type PublicRecord, search } from '../../record/index.ts'
import type { PageRequest } from '../../web/index.ts'
import { kinds, kindWords } from './kinds.ts'
import { searchChoices, searchQuery } from './search-choices.ts'
import type { SearchAnswer } from './search-page.ts'

export type HomeAnswer = {
  /** The plan in force, or the newest. */
  plan: PlanAtAGlance | undefined
  actions: ActionCounts
  coming: ListedEntry[]
  past: ListedEntry[]
  latest: ListedEntry[]
  /** How many measures there are. */
  measures: number
  /** "Action", by kind. */
  kindWords: ReadonlyMap<string, string>
}

/** More bodies, plans or priorities than any area has. */
const ALL = 500

const LATEST_KINDS: ReadonlySet<string> = new Set([
  'paper',
  'minutes',
  'question',
  'action',
  'work-programme',
  'plan',
])
const MOST_LATEST = 8

/** The newest entries of the kinds that readers look for, newest first. */
async function latestOf(ask: PublicRecord, today: LocalDate): Promise<ListedEntry[]> {
  const parts = await Promise.all(
    kinds
      .filter(({ name }) => LATEST_KINDS.has(name))
      .map((kind) => entriesOf(ask, kind, { until: addDays(today, 1), limit: 3 })),
  )
  return parts
    .flatMap(({ rows }) => rows)
    .toSorted((one, other) => (one.date === other.date ? 0 : (one.date ?? '') < (other.date ?? '') ? 1 : -1))
    .slice(0, MOST_LATEST)
}

/** What the home page shows. */
export async function home(ask: PublicRecord, request: PageRequest): Promise<HomeAnswer> {
  const { today } = request
  const [plan, actions, coming, past, latest, measures] = await Promise.all([
    planInFront(ask, today),
    actionCounts(ask, today),
    entriesOf(ask, meetingKind, { from: today, order: 'oldest', limit: 3 }),
    entriesOf(ask, meetingKind, { until: today, limit: 3 }),
    latestOf(ask, today),
    measuresInShort(ask),
  ])
  return {
    plan,
    actions,
    coming: coming.rows,
    past: past.rows,
    latest,
    measures: measures.count,
    kindWords,
  }
}

/** What the search page shows: the choices there are, and what was found. */
export async function found(ask: PublicRecord, request: PageRequest): Promise<SearchAnswer> {
  const choices = searchChoices(request.query)
  const [result, bodies, priorities, plans] = await Promise.all([
    choices.errors.length > 0 ? { total: 0, hits: [], empty: null } : search(ask, searchQuery(choices)),
    entriesOf(ask, bodyKind, { limit: ALL }),
    entriesOf(ask, priorityKind, { limit: ALL }),
    entriesOf(ask, planKind, { limit: ALL }),
  ])
  const planTitles = new Map(plans.rows.map(({ content, title }) => [content.slug, title]))
  return {
    choices,
    found: result,
    kinds: kinds
      .filter(({ searchable }) => searchable)
      .map(({ name, words }) => ({ name, one: words.one, many: words.many })),
    bodies: bodies.rows.map(({ path, title }) => ({ path, title })),
    priorities: priorities.rows.map(({ path, title, content }) => ({
      path,
      title,
      plan: planTitles.get(content.plan.slug) ?? content.plan.title,
    })),
  }
}
