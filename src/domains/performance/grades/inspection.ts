/**
 * What inspectors graded a force in one cycle: its own questions on its own scale. HMICFRS itself says that grades of
 * different cycles are not directly comparable, so nothing here joins one cycle to another.
 */
import type { LocalDate } from '../../../lib/index.ts'
import { type Basis, type RegisterFile, twice } from '../reference/reference.ts'

export type Graded = {
  /** "Legitimacy"; null where the cycle has no pillars. */
  pillar: string | null
  /** "How well does the force treat the public?" as the report words it. */
  question: string
  /** One of the scale's; null where the question was assessed and not graded. */
  grade: string | null
  /** What the report said besides, in the office's own words. */
  words: string | null
}

export type Inspection = {
  slug: string
  /** "PEEL 2023 to 2025". */
  cycle: string
  /** "Police effectiveness, efficiency and legitimacy (PEEL)". */
  programme: string
  /** When the report came out; null where nobody said. */
  published: LocalDate | null
  /** Its grades, the best first. */
  scale: string[]
  /** What a reader should know of this cycle alone. */
  words: string | null
  grades: Graded[]
  basis: Basis
  register: RegisterFile
}

export const GRADES_PATH = '/inspection-grades'
export const inspectionPath = (slug: string): string => `${GRADES_PATH}#${slug}`

/** Why a cycle cannot stand as it was given; undefined where it can. */
export function faultOf({
  cycle,
  scale,
  grades,
}: Pick<Inspection, 'cycle' | 'scale' | 'grades'>): string | undefined {
  const stray = grades.find(({ grade }) => grade !== null && !scale.includes(grade))
  if (stray) return `"${stray.grade ?? ''}" is not on the scale of ${cycle}`
  const again = twice(grades.map(({ pillar, question }) => `${pillar ?? ''}: ${question}`))
  return again === undefined ? undefined : `${cycle} grades "${again.replace(/^: /, '')}" twice`
}

/** The newest report first; those without a day last, as they were brought. */
export function newestFirst<Dated extends { published: LocalDate | null }>(all: readonly Dated[]): Dated[] {
  return all.toSorted((one, other) => {
    const [first, second] = [one.published ?? '', other.published ?? '']
    return first < second ? 1 : Number(first > second) * -1
  })
}

/** How many questions of a cycle have each grade, the best first, those without any left out: "1 Outstanding, 3 Good". */
export function gradesCounted({ scale, grades }: Pick<Inspection, 'scale' | 'grades'>): string {
  const counts = scale.flatMap((grade) => {
    const count = grades.filter((each) => each.grade === grade).length
    return count === 0 ? [] : [`${count} ${grade}`]
  })
  const ungraded = grades.filter(({ grade }) => grade === null).length
  return [...counts, ...(ungraded === 0 ? [] : [`${ungraded} not graded`])].join(', ')
}
