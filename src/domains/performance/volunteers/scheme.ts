/**
 * A scheme in which people give their time to policing, and whose its figures are. Many belong to charities and watch
 * groups that the force does not run; their figures are shown with their owner and never as the force's own.
 */
import type { LocalDate } from '../../../lib/index.ts'
import { type Basis, type RegisterFile, twice } from '../reference/reference.ts'

export type OwnerKind = 'force' | 'policing-body' | 'partner'

/** The three ways to volunteer that the College of Policing tells apart. */
export const SORTS = ['within', 'partnered', 'holding-to-account'] as const
export type Sort = (typeof SORTS)[number]

export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  within: 'Trained and led by the force',
  partnered: 'Partners that work with the police',
  'holding-to-account': 'Volunteers who hold the police to account',
}

/** A printed whole and the printed parts that should make it, in each row of the scheme's table: slugs of measures. */
export type RowSum = { total: string; of: string[] }

export type Scheme = {
  /** Its measures are those of the family "volunteers/" and this. */
  slug: string
  name: string
  sort: Sort
  owner: string
  ownerKind: OwnerKind
  /** What its volunteers do, in a sentence or two. */
  words: string
  /** Since when there is such a scheme; null where nobody said. */
  since: LocalDate | null
  /** The dimension by which its measures are set side by side in one table, such as "division"; null for none. */
  tableBy: string | null
  sums: RowSum[]
  basis: Basis
  register: RegisterFile
}

export const VOLUNTEERS_PATH = '/volunteers'
export const VOLUNTEERS_FAMILY = 'volunteers'
export const schemePath = (slug: string): string => `${VOLUNTEERS_PATH}#${slug}`
export const familyOf = ({ slug }: Pick<Scheme, 'slug'>): string => `${VOLUNTEERS_FAMILY}/${slug}`

/** Why schemes cannot stand as they were given; undefined where they can. */
export function faultOf(schemes: readonly Scheme[]): string | undefined {
  const again = twice(schemes.map(({ slug }) => slug))
  if (again !== undefined) return `"${again}" names two schemes`
  const unnamed = schemes.find(({ owner }) => owner.trim() === '')
  return unnamed === undefined ? undefined : `${unnamed.name} has no owner`
}
