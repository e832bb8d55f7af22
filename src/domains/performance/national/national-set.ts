/**
 * A dated set of national measures or threats that every force is to contribute to, and what the policing body says its
 * force contributes: Elected Local Policing Bodies (Specified Information) Order 2011, paragraphs 7A(a) and (b) and 16A,
 * reviewed each quarter. Which measures a set has is data: the national sets change.
 */
import { addDays, type LocalDate } from '../../../lib/index.ts'
import { type Basis, holdsOn, type RegisterFile, twice } from '../reference/reference.ts'

export type NationalMeasure = {
  /** "1", as the set numbers it; each once. */
  number: string
  /** "Reduce murder and other homicide". */
  priority: string
  /** How it is measured nationally; null where that is not known. */
  metric: string | null
  /** Whether the metric was held against its source. */
  confirmed: boolean
  /** Whether it applies locally, as paragraph 7A(b) asks; null where nobody has said. */
  applies: boolean | null
  /** Why it does or does not apply; null where nobody has said. */
  why: string | null
  /** Slugs of the measures on this record that show something of it. */
  localMeasures: string[]
}

/** What the policing body says of its force's contribution to one measure. */
export type Statement = {
  /** The number of the measure. */
  measure: string
  /** The last day of the quarter or other span that it speaks of. */
  asAt: LocalDate
  words: string
  by: string
  reviewedOn: LocalDate
  /** Made up to show how things look, and said so. */
  invented: boolean
}

export type NationalSet = {
  slug: string
  /** "National Crime and Policing Measures". */
  name: string
  from: LocalDate
  until: LocalDate | null
  /** What the set is, in plain words. */
  words: string
  /** Whether contributions to it are stated and reviewed each quarter. The threats of the Strategic Policing Requirement are not. */
  reviewed: boolean
  measures: NationalMeasure[]
  statements: Statement[]
  basis: Basis
  register: RegisterFile
}

export const NATIONAL_PATH = '/national-measures'
export const nationalSetPath = (slug: string): string => `${NATIONAL_PATH}/${slug}`

/** Where a measure of a set stands on the set's page. */
export const measureAnchor = ({ slug }: Pick<NationalSet, 'slug'>, number: string): string =>
  `measure-${slug}-${number}`

/** A quarter at its longest: July to September, or October to December. */
export const QUARTER_DAYS = 92

export type Review =
  | { state: 'none' }
  | { state: 'in-time'; statement: Statement; next: LocalDate }
  | { state: 'overdue'; statement: Statement; due: LocalDate; days: number }

/** How the newest statement of a measure stands on a day: reviewed within a quarter, overdue, or not there. */
export function reviewOn(
  { statements }: Pick<NationalSet, 'statements'>,
  measure: string,
  day: LocalDate,
): Review {
  const [newest] = statementsOf({ statements }, measure, day)
  if (newest === undefined) return { state: 'none' }
  const next = addDays(newest.reviewedOn, QUARTER_DAYS)
  if (day <= next) return { state: 'in-time', statement: newest, next }
  const days = Math.round((Date.parse(day) - Date.parse(next)) / 86_400_000)
  return { state: 'overdue', statement: newest, due: next, days }
}

/** What was said of a measure up to a day, the newest review first. */
export const statementsOf = (
  { statements }: Pick<NationalSet, 'statements'>,
  measure: string,
  day: LocalDate,
): Statement[] =>
  statements
    .filter((each) => each.measure === measure && each.reviewedOn <= day)
    .toSorted((one, other) => (one.reviewedOn < other.reviewedOn ? 1 : -1))

/** The sets of a day in force, to come and over; each the newest first, and of those in force the reviewed ones before the others. */
export function setsOn<Dated extends Pick<NationalSet, 'from' | 'until' | 'reviewed'>>(
  sets: readonly Dated[],
  day: LocalDate,
): { inForce: Dated[]; before: Dated[]; coming: Dated[] } {
  const sorted = sets.toSorted((one, other) => (one.from < other.from ? 1 : -1))
  return {
    inForce: sorted
      .filter((set) => holdsOn(set, day))
      .toSorted((one, other) => Number(other.reviewed) - Number(one.reviewed)),
    before: sorted.filter(({ until }) => until !== null && until <= day),
    coming: sorted.filter(({ from }) => from > day),
  }
}

/** Why a set cannot stand as it was given; undefined where it can. */
export function faultOf(
  set: Pick<NationalSet, 'name' | 'from' | 'until' | 'measures' | 'statements'>,
): string | undefined {
  if (set.until !== null && set.until <= set.from) return `${set.name} ends before it begins`
  const numbers = set.measures.map(({ number }) => number)
  const again = twice(numbers)
  if (again !== undefined) return `${set.name} has two measures with the number ${again}`
  const stray = set.statements.find(({ measure }) => !numbers.includes(measure))
  if (stray) return `${set.name} has no measure ${stray.measure}, of which a statement speaks`
  const early = set.statements.find(({ asAt, reviewedOn }) => reviewedOn < asAt)
  return early === undefined
    ? undefined
    : `a statement about measure ${early.measure} was reviewed on ${early.reviewedOn}, before ${early.asAt}, of which it speaks`
}
