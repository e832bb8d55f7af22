/** Questions of the published record about outcomes and about how recorded crime divides. */
import { entryAt, type PublicRecord } from '../../../record/index.ts'
import type { Breakdown, Measure } from '../measures/measure.ts'
import type { Span } from '../measures/observation.ts'
import { breakdownsBy, measuresOfFamily } from '../reference/reads.ts'
import { CRIME_FAMILY, type CrimeTree, type HungTree, hung, TREE_PATH } from './crime-tree.ts'
import { FRAMEWORK_PATH, OUTCOMES_FAMILY, type OutcomeFramework } from './outcome-framework.ts'
import { frameworkKind, treeKind } from './published.ts'

export type OutcomesAnswer = {
  framework: OutcomeFramework | undefined
  measures: Measure[]
  /** Those that are known by force, for the national figure beside: by the measure's slug. */
  byForce: ReadonlyMap<string, Breakdown>
}

/** The types of outcome and the measures of outcomes. */
export async function outcomes(ask: PublicRecord): Promise<OutcomesAnswer> {
  const [entry, measures] = await Promise.all([
    entryAt(ask, frameworkKind, FRAMEWORK_PATH),
    measuresOfFamily(ask, OUTCOMES_FAMILY),
  ])
  const byForce = await breakdownsBy(
    ask,
    'force',
    measures.map(({ slug }) => slug),
  )
  return { framework: entry?.content, measures, byForce }
}

export type CrimeTypesAnswer = {
  tree: CrimeTree | undefined
  hung: HungTree | undefined
  measures: Measure[]
}

/** The tree with the figures of the span that begins and ends on the days of the query ("2018-10-01/2019-10-01"), or of the fullest one. */
export async function crimeTypes(ask: PublicRecord, asked: string | undefined): Promise<CrimeTypesAnswer> {
  const [entry, measures] = await Promise.all([
    entryAt(ask, treeKind, TREE_PATH),
    measuresOfFamily(ask, CRIME_FAMILY),
  ])
  const tree = entry?.content
  if (tree === undefined) return { tree, hung: undefined, measures }
  const whole = hung(tree, measures, null)
  const span = whole.spans.find((each) => spanValue(each) === asked)
  return { tree, hung: span === undefined ? whole : hung(tree, measures, span), measures }
}

/** A span as the address of its page has it. */
export const spanValue = ({ from, until }: Span): string => `${from}/${until}`
