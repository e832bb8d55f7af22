/** Questions of the published record about how forces compare. */
import { sql } from '../../../database/index.ts'
import type { LocalDate } from '../../../lib/index.ts'
import { type PublicRecord, standing } from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import type { Breakdown, Measure } from '../measures/measure.ts'
import { breakdownKind } from '../measures/published.ts'
import { breakdownAt, measureAt } from '../measures/reads.ts'
import { everyOf } from '../reference/reads.ts'
import { type Compared, compared } from './compared.ts'
import type { ComparisonGroup } from './comparison-group.ts'
import { groupKind } from './published.ts'

export type ComparisonAnswer = {
  measure: Measure
  breakdown: Breakdown | undefined
  compared: Compared | undefined
}

/** A measure of this area beside other forces; undefined where there is no such measure. */
export async function comparison(
  ask: PublicRecord,
  { params, query, site }: PageRequest,
): Promise<ComparisonAnswer | undefined> {
  const slug = params['measure'] ?? ''
  const [measure, breakdown, groups] = await Promise.all([
    measureAt(ask, slug),
    breakdownAt(ask, slug, 'force'),
    everyOf(ask, groupKind),
  ])
  if (measure === undefined) return undefined
  const found = breakdown?.content
  const span = found?.rows.find((row) => `${row.span.from}/${row.span.until}` === query['span'])?.span ?? null
  return {
    measure: measure.content,
    breakdown: found,
    compared:
      found === undefined ? undefined : compared(found, groups, [site.words.force, site.words.area], span),
  }
}

export type GroupsAnswer = { groups: ComparisonGroup[]; today: LocalDate }

/** Every comparison group, by force, the newest first. */
export async function comparisonGroups(ask: PublicRecord, { today }: PageRequest): Promise<GroupsAnswer> {
  const groups = await everyOf(ask, groupKind)
  return {
    groups: groups.toSorted(
      (one, other) => one.force.localeCompare(other.force, 'en-GB') || (one.from < other.from ? 1 : -1),
    ),
    today,
  }
}

/** The addresses of all measures that are known by force. */
export async function comparedAddresses(ask: PublicRecord): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    select e.path from published.entry_version e
    where e.authority = ${ask.authority} and e.kind = ${breakdownKind.name} and ${standing(ask, 'e')}
      and e.path like '/measures/%/by/force'
    order by e.path collate "C"`.execute(ask.db)
  return rows.map(({ path }) => path.replace(/\/by\/force$/, '/compared'))
}
