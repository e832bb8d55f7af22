/**
 * A commitment of a plan: something the policing body says it will do, or an opportunity it will pursue, with what has
 * been published about its progress. Closed is never the same as done.
 */
import { type LocalDate, longDate, stored } from '../../lib/index.ts'
import { type CommitmentGroup, planPath, type Source, sourceStored, type Table, tableStored } from './plan.ts'

/** The end states of a promise. Only 'done' counts as done. */
export const COMMITMENT_STATES = ['open', 'done', 'partly', 'not-doing', 'superseded', 'disputed'] as const
export type CommitmentState = (typeof COMMITMENT_STATES)[number]

/** What one paper published about a commitment. */
export type Progress = {
  date: LocalDate
  /** Null when the paper reports without saying that it is finished. */
  state: CommitmentState | null
  paragraphs: { number: string | null; text: string }[]
  tables: Table[]
  source: Source
  /** The address of the file by which it came into the record: a person's note stands beside another paper than its source. */
  broughtBy: string
}

export type Commitment = {
  plan: { slug: string; title: string }
  slug: string
  number: string | null
  title: string
  group: CommitmentGroup
  under: string | null
  text: string[]
  /** The first day on which a published version of the plan has it; null when that version is not dated. */
  since: LocalDate | null
  source: Source
  versions: string[]
  inLatest: boolean
  /** Oldest first. */
  progress: Progress[]
}

export const commitmentKey = (plan: string, commitment: string): string => `${plan}/${commitment}`
export const commitmentsPath = (plan: string): string => `${planPath(plan)}/commitments`
export const commitmentPath = (plan: string, commitment: string): string =>
  `${commitmentsPath(plan)}/${commitment}`

export const groupWords: Readonly<Record<CommitmentGroup, string>> = {
  'what-i-will-do': 'What I will do',
  opportunity: 'Opportunities for the future',
}

/** The state that the latest paper to say one gave it; open until then. */
export const commitmentState = (commitment: Pick<Commitment, 'progress'>): CommitmentState =>
  commitment.progress.findLast((step) => step.state !== null)?.state ?? 'open'

/** A state in words. */
export function stateWords(state: string | null): string {
  const words: Readonly<Record<string, string>> = {
    open: 'Open',
    done: 'Done',
    partly: 'Partly done',
    'not-doing': 'Will not be done',
    superseded: 'Replaced by another',
    disputed: 'Disputed by who asked',
    answered: 'Answered',
    'no-answer': 'No answer found in the minutes',
    put: 'Put, not yet minuted',
  }
  return words[state ?? 'open'] ?? sentenceCase(state ?? 'open')
}

const sentenceCase = (word: string): string =>
  `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll('-', ' ')}`

/** What a commitment's page says when no paper has reported on it. */
export const NO_PROGRESS = 'No progress has been published.'

/** One plain sentence about what is known of its progress. */
export function progressWords(commitment: Pick<Commitment, 'progress'>): string {
  const last = commitment.progress.at(-1)
  if (!last) return NO_PROGRESS
  return `Progress last published on ${longDate(last.date)}.`
}

const same = (one: Source, other: Source): boolean =>
  one.path === other.path || (one.title === other.title && one.date === other.date)

/**
 * Progress with what one file says now in place of what it said before, oldest first. A newer text of the same paper,
 * known by its title and day, takes the place of the older.
 */
export function withProgress(
  before: readonly Progress[],
  now: readonly Progress[],
  file: string,
): Progress[] {
  const kept = before.filter(
    (step) => step.broughtBy !== file && !now.some((next) => same(step.source, next.source)),
  )
  return [...kept, ...now].toSorted((one, other) =>
    one.date === other.date ? 0 : one.date < other.date ? -1 : 1,
  )
}

const state = stored.oneOf(...COMMITMENT_STATES)

/** Reads a commitment as stored. */
export const commitmentStored: stored.Reader<Commitment> = stored.fields({
  plan: stored.fields({ slug: stored.text, title: stored.text }),
  slug: stored.text,
  number: stored.orNull(stored.text),
  title: stored.text,
  group: stored.oneOf('what-i-will-do', 'opportunity'),
  under: stored.orNull(stored.text),
  text: stored.list(stored.text),
  since: stored.orNull(stored.day),
  source: sourceStored,
  versions: stored.list(stored.text),
  inLatest: stored.flag,
  progress: stored.list(
    stored.fields({
      date: stored.day,
      state: stored.orNull(state),
      paragraphs: stored.list(stored.fields({ number: stored.orNull(stored.text), text: stored.text })),
      tables: stored.list(tableStored),
      source: sourceStored,
      broughtBy: stored.text,
    }),
  ),
})
