/**
 * A police and crime plan: what the policing body sets for its area and for how long (Police Reform and Social
 * Responsibility Act 2011, sections 5 to 8). A plan is issued, may be varied, and each printed text of it is a version.
 */
import { addDays, type LocalDate, longDate, type Period, slug, stored } from '../../lib/index.ts'
import { figuresStored, type WithFigures } from '../checked-figures/index.ts'

/** Who is to deliver a priority: the force under its chief, or the policing body itself. */
export type Owner = 'force' | 'policing-body'

/** Where a statement of the plan stands. */
export type Source = { title: string; path: string; date: LocalDate | null; place: string }

/** A table as printed. Nothing in it is ever recomputed. */
export type Table = { title: string | null; columns: string[]; rows: string[][] }

/** That a part of the plan hangs on a priority, and why. */
export type Tie = { title: string; path: string; why: string }

export type Principle = { title: string; text: string[]; ties: Tie[] }

export type NationalRequirement = { title: string; ties: Tie[] }

/** A priority as one version of the plan has it. */
export type PriorityIn = {
  slug: string
  number: string | null
  title: string
  owner: Owner | null
  /** True when the heading was lost and a person described what its text is about. */
  described: boolean
  summary: string
  text: string[]
}

export type CommitmentGroup = 'what-i-will-do' | 'opportunity'

/** A commitment as one version of the plan has it. */
export type CommitmentIn = {
  slug: string
  number: string | null
  title: string
  group: CommitmentGroup
  /** The heading under which it stands, when it is a part of its group. */
  under: string | null
  text: string[]
}

/** What one version of the plan sets. */
export type PlanParts = {
  principles: Principle[]
  priorities: PriorityIn[]
  commitments: CommitmentIn[]
  national: NationalRequirement[]
  funding: Table | null
  /** The rows as printed; the printed total stands apart because it may not be what the rows add to. */
  allocations: { rows: [string, string][]; total: string | null } | null
}

/** A version as the plan's page lists it. */
export type VersionLine = {
  name: string
  date: LocalDate | null
  source: Source
  priorities: number
  commitments: number
}

export type Plan = WithFigures & {
  slug: string
  title: string
  term: Period | null
  draft: boolean
  parts: PlanParts
  /** Oldest first; the last one is the text in force. */
  versions: VersionLine[]
}

/** A title without its second half, without "The" and without what every plan's name says. */
function nameOf(title: string): string {
  const first = title.split(/[:–—]/)[0]?.trim() ?? ''
  const bare = first.replace(/\s+(?:police and crime )?plan(?:\s+[\d/\s-]+)?$/i, '')
  if (bare === first || /^(?:the\s+)?police and crime$/i.test(bare)) return first
  return bare.replace(/^the\s+/i, '')
}

/** "Safer in Kent: The Community Safety and Criminal Justice Plan" of 2017 → safer-in-kent-2017. What makes it the same plan. */
export const planSlug = (title: string, from: LocalDate | null): string =>
  [slug(nameOf(title)) || slug(title), from?.slice(0, 4)].filter(Boolean).join('-')

/** The plan's name as people say it: "Making Kent Safer Plan" → "Making Kent Safer". */
export const shortTitle = (title: string): string => nameOf(title) || title

export const planPath = (planSlugged: string): string => `/plan/${planSlugged}`
export const versionsPath = (planSlugged: string): string => `/plan/${planSlugged}/versions`
export const versionPath = (planSlugged: string, name: string): string =>
  `${versionsPath(planSlugged)}#version-${name}`

/** Where a plan stands on a day. A term that is over is never called in force, even when nothing has replaced it. */
export type Standing =
  | { state: 'draft' }
  | { state: 'to-come'; from: LocalDate }
  | { state: 'in-force'; until: LocalDate | null }
  | { state: 'ended'; lastDay: LocalDate }
  | { state: 'superseded'; by: { title: string; path: string }; from: LocalDate }
  | { state: 'no-term' }

type Dated = Pick<Plan, 'slug' | 'title' | 'term' | 'draft'>

/**
 * Where a plan stands on `day` among all plans. A later plan replaces it from the day its own term begins (section
 * 7(3)); until then, a plan is in force while its stated term runs.
 */
export function standing(plan: Dated, all: readonly Dated[], day: LocalDate): Standing {
  if (plan.draft) return { state: 'draft' }
  const { term } = plan
  if (term === null) return { state: 'no-term' }
  if (term.from > day) return { state: 'to-come', from: term.from }
  const next = all
    .filter((other) => !other.draft && other.slug !== plan.slug)
    .flatMap((other) =>
      other.term && other.term.from > term.from && other.term.from <= day
        ? [{ ...other, from: other.term.from }]
        : [],
    )
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))[0]
  const over = term.until !== null && term.until <= day
  if (next && (!over || (term.until !== null && next.from <= term.until)))
    return {
      state: 'superseded',
      by: { title: shortTitle(next.title), path: planPath(next.slug) },
      from: next.from,
    }
  if (over && term.until !== null) return { state: 'ended', lastDay: addDays(term.until, -1) }
  return { state: 'in-force', until: term.until }
}

/** Whether the stated term of an issued plan covers a day, and no later plan's does. */
export function planOn<Of extends Dated>(plans: readonly Of[], day: LocalDate): Of | undefined {
  return plans.find((plan) => standing(plan, plans, day).state === 'in-force')
}

/** "In force until 31 March 2025", "Its term ended on 31 March 2025". */
export function standingWords(found: Standing): string {
  if (found.state === 'draft') return 'A draft, not in force'
  if (found.state === 'to-come') return `Begins on ${longDate(found.from)}`
  if (found.state === 'in-force')
    return found.until === null ? 'In force' : `In force until ${longDate(addDays(found.until, -1))}`
  if (found.state === 'ended') return `Its term ended on ${longDate(found.lastDay)}`
  if (found.state === 'superseded') return `Replaced on ${longDate(found.from)} by ${found.by.title}`
  return 'The paper states no term'
}

/** "1 April 2022 to 31 March 2025"; "from 1 April 2022" when no end is stated. */
export function termWords(term: Period | null): string {
  if (term === null) return 'not stated'
  return term.until === null
    ? `from ${longDate(term.from)}`
    : `${longDate(term.from)} to ${longDate(addDays(term.until, -1))}`
}

/** Versions oldest first; one without a date stands where it was brought, after those that were there. */
export function inVersionOrder<Version extends { date: LocalDate | null }>(
  versions: readonly Version[],
): Version[] {
  const dated = versions.filter((version) => version.date !== null)
  const undated = versions.filter((version) => version.date === null)
  return [...dated.toSorted((one, other) => ((one.date ?? '') < (other.date ?? '') ? -1 : 1)), ...undated]
}

const owner = stored.orNull(stored.oneOf('force', 'policing-body'))
const ties: stored.Reader<Tie[]> = stored.list(
  stored.fields({ title: stored.text, path: stored.text, why: stored.text }),
)

export const sourceStored: stored.Reader<Source> = stored.fields({
  title: stored.text,
  path: stored.text,
  date: stored.orNull(stored.day),
  place: stored.text,
})

export const tableStored: stored.Reader<Table> = stored.fields({
  title: stored.orNull(stored.text),
  columns: stored.list(stored.text),
  rows: stored.list(stored.list(stored.text)),
})

const pair: stored.Reader<[string, string]> = (value, at = '') => {
  const [name, amount] = stored.list(stored.text)(value, at)
  return [name ?? '', amount ?? '']
}

export const partsStored: stored.Reader<PlanParts> = stored.fields({
  principles: stored.list(stored.fields({ title: stored.text, text: stored.list(stored.text), ties })),
  priorities: stored.list(
    stored.fields({
      slug: stored.text,
      number: stored.orNull(stored.text),
      title: stored.text,
      owner,
      described: stored.flag,
      summary: stored.text,
      text: stored.list(stored.text),
    }),
  ),
  commitments: stored.list(
    stored.fields({
      slug: stored.text,
      number: stored.orNull(stored.text),
      title: stored.text,
      group: stored.oneOf('what-i-will-do', 'opportunity'),
      under: stored.orNull(stored.text),
      text: stored.list(stored.text),
    }),
  ),
  national: stored.list(stored.fields({ title: stored.text, ties })),
  funding: stored.orNull(tableStored),
  allocations: stored.orNull(stored.fields({ rows: stored.list(pair), total: stored.orNull(stored.text) })),
})

const planFields = stored.fields({
  slug: stored.text,
  title: stored.text,
  term: stored.orNull(stored.period),
  draft: stored.flag,
  parts: partsStored,
  versions: stored.list(
    stored.fields({
      name: stored.text,
      date: stored.orNull(stored.day),
      source: sourceStored,
      priorities: stored.number,
      commitments: stored.number,
    }),
  ),
})

/** Reads a plan as stored. */
export const planStored: stored.Reader<Plan> = (value, at) => ({
  ...planFields(value, at),
  ...figuresStored(value, at),
})
