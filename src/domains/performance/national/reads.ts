/** Questions of the published record about national measures. */

import type { LocalDate } from '../../../lib/index.ts'
import { entryAt, type PublicRecord } from '../../../record/index.ts'
import type { Measure } from '../measures/measure.ts'
import { everyOf, measuresNamed } from '../reference/reads.ts'
import { type NationalSet, nationalSetPath, setsOn } from './national-set.ts'
import { nationalSetKind } from './published.ts'

export type NationalAnswer = {
  sets: { inForce: NationalSet[]; before: NationalSet[]; coming: NationalSet[] }
  /** The local measures that they name, by slug. */
  measures: ReadonlyMap<string, Measure>
}

/** The sets in force on a day with their local measures, and those before and after. */
export async function nationalMeasures(ask: PublicRecord, day: LocalDate): Promise<NationalAnswer> {
  const sets = setsOn(await everyOf(ask, nationalSetKind), day)
  return { sets, measures: await localMeasures(ask, sets.inForce) }
}

export type NationalSetAnswer = { set: NationalSet; measures: ReadonlyMap<string, Measure> }

/** One set, in force or not; undefined where there is none. */
export async function nationalSetAt(ask: PublicRecord, slug: string): Promise<NationalSetAnswer | undefined> {
  const set = (await entryAt(ask, nationalSetKind, nationalSetPath(slug)))?.content
  return set === undefined ? undefined : { set, measures: await localMeasures(ask, [set]) }
}

const localMeasures = (ask: PublicRecord, sets: readonly NationalSet[]): Promise<Map<string, Measure>> =>
  measuresNamed(ask, [
    ...new Set(sets.flatMap(({ measures }) => measures.flatMap(({ localMeasures: slugs }) => slugs))),
  ])
