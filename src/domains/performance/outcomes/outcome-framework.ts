/**
 * How an investigation of a crime can end: the types of outcome that the Home Office's framework knows, and the groups in
 * which a paper counts them. Both are data, because types were added and offices group them in their own ways.
 */
import type { LocalDate } from '../../../lib/index.ts'
import { type Basis, type RegisterFile, twice } from '../reference/reference.ts'

export type OutcomeType = {
  /** As the framework numbers it. */
  number: number
  /** Its name in the framework. */
  name: string
  /** What it means, for somebody whose case ended so. */
  words: string
  /** Since when there is this type, where it came later than the framework. */
  since: LocalDate | null
  confirmed: boolean
}

export type OutcomeGroup = { slug: string; name: string; words: string | null; types: number[] }

/** A way to gather the types: the Home Office's, or a force's own. Figures by group mean nothing without its name. */
export type Grouping = {
  slug: string
  name: string
  /** Whose it is and what to know of it. */
  words: string | null
  groups: OutcomeGroup[]
  basis: Basis
}

export type OutcomeFramework = {
  types: OutcomeType[]
  basis: Basis
  /** The first is the one in which the types are explained. */
  groupings: Grouping[]
  register: RegisterFile
}

export const OUTCOMES_PATH = '/outcomes'
export const OUTCOMES_FAMILY = 'outcomes'
export const FRAMEWORK_PATH = `${OUTCOMES_PATH}#types`
export const FRAMEWORK_KEY = 'outcome-types'

/** Why a framework cannot stand as it was given; undefined where it can. */
export function faultOf({
  types,
  groupings,
}: Pick<OutcomeFramework, 'types' | 'groupings'>): string | undefined {
  const numbers = types.map(({ number }) => number)
  const again = twice(numbers.map(String))
  if (again !== undefined) return `two types have the number ${again}`
  for (const { name, groups } of groupings) {
    const inGroups = groups.flatMap((group) => group.types)
    const stray = inGroups.find((number) => !numbers.includes(number))
    if (stray !== undefined) return `"${name}" groups type ${stray}, which is not in the list`
    const double = twice(inGroups.map(String))
    if (double !== undefined) return `"${name}" has type ${double} in two groups`
  }
  return undefined
}

/** The types that a grouping leaves out, by number. */
export function ungrouped(types: readonly OutcomeType[], { groups }: Grouping): OutcomeType[] {
  const inGroups = new Set(groups.flatMap((group) => group.types))
  return types.filter(({ number }) => !inGroups.has(number))
}
