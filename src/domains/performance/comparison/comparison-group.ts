/**
 * Which forces are compared with which: a force's most similar group, as HMICFRS names it from likeness of people and place,
 * not of policing. Membership changes, so each group has its days; it is not mutual: a force may be in another's group that
 * is not in its own. The City of London has none.
 */
import type { LocalDate } from '../../../lib/index.ts'
import { slug } from '../../../lib/index.ts'
import { type Basis, holdsOn, type RegisterFile, twice } from '../reference/reference.ts'

export type ComparisonGroup = {
  /** "Kent". */
  force: string
  /** The others, up to seven; none where the force has no group. */
  members: string[]
  from: LocalDate
  until: LocalDate | null
  basis: Basis
  register: RegisterFile
}

export const GROUPS_PATH = '/comparison-groups'
/** Where a measure that is known by force stands beside other forces. */
export const comparedPath = (measure: string): string => `/measures/${measure}/compared`
export const groupKey = ({ force, from }: Pick<ComparisonGroup, 'force' | 'from'>): string =>
  `${forceKey(force)}/${from}`
export const groupPath = ({ force, from }: Pick<ComparisonGroup, 'force' | 'from'>): string =>
  `${GROUPS_PATH}#${forceKey(force)}-${from}`

/** The most others that a group has. */
export const MOST_OTHERS = 7

/** "Avon & Somerset", "Avon and Somerset Constabulary" → "avon-and-somerset"; the same for every way to write a force's name. */
export const forceKey = (name: string): string =>
  slug(
    name
      .replaceAll('&', ' and ')
      .replace(/\b(?:metropolitan )?police(?: service| force)?\b|\bconstabulary\b/gi, (words) =>
        /^metropolitan/i.test(words) ? 'metropolitan' : '',
      ),
  )

/** Why groups cannot stand as they were given; undefined where they can. */
export function faultOf(groups: readonly ComparisonGroup[]): string | undefined {
  for (const group of groups) {
    const { force, members, from, until } = group
    if (members.length > MOST_OTHERS)
      return `the group of ${force} has ${members.length} others, and ${MOST_OTHERS} at most are compared`
    const keys = members.map(forceKey)
    const again = twice(keys)
    if (again !== undefined) return `the group of ${force} names "${again}" twice`
    if (keys.includes(forceKey(force)))
      return `the group of ${force} names ${force} itself, which always counts`
    if (until !== null && until <= from) return `the group of ${force} ends before it begins`
    const other = groups.find(
      (each) => each !== group && forceKey(each.force) === forceKey(force) && overlaps(each, group),
    )
    if (other) return `two groups of ${force} hold on the same days, from ${from} and from ${other.from}`
  }
  return undefined
}

const overlaps = (one: ComparisonGroup, other: ComparisonGroup): boolean =>
  (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until)

/** The group of a force on a day; undefined where nobody has said. */
export const groupOn = (
  groups: readonly ComparisonGroup[],
  force: string,
  day: LocalDate,
): ComparisonGroup | undefined =>
  groups.find((group) => forceKey(group.force) === forceKey(force) && holdsOn(group, day))
