/** Questions of the published record about volunteers: the schemes, and the figures of each. */
import type { PublicRecord } from '../../../record/index.ts'
import type { Measure } from '../measures/measure.ts'
import { breakdownsBy, everyOf, measuresOfFamily } from '../reference/reads.ts'
import { schemeKind } from './published.ts'
import { familyOf, type Scheme, VOLUNTEERS_FAMILY } from './scheme.ts'
import { type SchemeTable, schemeTable } from './scheme-table.ts'

export type SchemeFigures = { scheme: Scheme; measures: Measure[]; table: SchemeTable | undefined }

export type VolunteersAnswer = {
  schemes: SchemeFigures[]
  /** Measures of volunteers whose scheme is in no register. */
  others: Measure[]
}

/** Every scheme with its measures, in the register's order. */
export async function volunteers(ask: PublicRecord): Promise<VolunteersAnswer> {
  const [schemes, measures] = await Promise.all([
    everyOf(ask, schemeKind),
    measuresOfFamily(ask, VOLUNTEERS_FAMILY),
  ])
  const families = new Set(schemes.map(familyOf))
  return {
    schemes: await Promise.all(
      schemes.map((scheme) =>
        figuresOf(
          ask,
          scheme,
          measures.filter(({ family }) => family === familyOf(scheme)),
        ),
      ),
    ),
    others: measures.filter(({ family }) => !families.has(family)),
  }
}

async function figuresOf(ask: PublicRecord, scheme: Scheme, measures: Measure[]): Promise<SchemeFigures> {
  if (scheme.tableBy === null) return { scheme, measures, table: undefined }
  const breakdowns = await breakdownsBy(
    ask,
    scheme.tableBy,
    measures.map(({ slug }) => slug),
  )
  return { scheme, measures, table: schemeTable(scheme, measures, breakdowns) }
}
