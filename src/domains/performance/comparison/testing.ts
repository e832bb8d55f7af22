/** Builders for tests of comparisons: a breakdown by force, and groups. */
import { date } from '../../../lib/index.ts'
import { type Breakdown, partSlug } from '../measures/measure.ts'
import type { Cell, Span } from '../measures/observation.ts'
import { aBasis, aRegisterFile } from '../reference/testing.ts'
import { aCell, aReport, aUnit, yearTo } from '../testing.ts'
import type { ComparisonGroup } from './comparison-group.ts'

export const YEAR = yearTo('2020-03')

/** Crimes per 1,000 people by force: events of a population, or a printed rate alone. */
export function byForce(
  forces: Readonly<Record<string, { events: number; base: number } | number | null>>,
  change: { style?: 'rate' | 'percent'; span?: Span } = {},
): Breakdown {
  const cells = Object.values(forces).map((given): Cell => {
    if (given === null || typeof given === 'number') return aCell(given)
    return aCell((1000 * given.events) / given.base, given)
  })
  const style = change.style ?? 'rate'
  return {
    measure: {
      slug: 'burglary',
      title: 'Burglary',
      unit: aUnit({ style, per: style === 'rate' ? 1000 : null, digits: 2 }),
      hideBelow: null,
    },
    dimension: { slug: 'force', one: 'force', many: 'forces', kind: 'force' },
    parts: Object.keys(forces).map((name) => ({ slug: partSlug(name), name, code: null, owner: null })),
    rows: [{ span: change.span ?? YEAR, report: aReport(), cells, others: [] }],
    earlier: [],
  }
}

export const aGroup = (
  force: string,
  members: readonly string[],
  change: { from?: string; until?: string | null; confirmed?: boolean } = {},
): ComparisonGroup => ({
  force,
  members: [...members],
  from: date(change.from ?? '2015-04-01'),
  until: change.until === undefined || change.until === null ? null : date(change.until),
  basis: aBasis({ confirmed: change.confirmed ?? true }),
  register: aRegisterFile,
})
