/**
 * The door of performance: measures with what was observed, their breakdowns and comparisons, and the figures of papers
 * that quote them. Each noun has its own folder; this only puts their kinds, pages and registers together.
 */
import type { Reading } from '../../papers/index.ts'
import type { AnyKind, Importer, PublicRecord } from '../../record/index.ts'
import type { Page } from '../../web/index.ts'
import { registers as comparisonRegisters } from './comparison/import.ts'
import { comparisonPages } from './comparison/public/routes.ts'
import { kinds as comparisonKinds } from './comparison/published.ts'
import { registers as gradeRegisters } from './grades/import.ts'
import { gradesPages } from './grades/public/routes.ts'
import { kinds as gradeKinds } from './grades/published.ts'
import { bringMeasures } from './measures/import.ts'
import { measurePages } from './measures/public/routes.ts'
import { kinds as measureKinds } from './measures/published.ts'
import { registers as nationalRegisters } from './national/import.ts'
import { nationalPages } from './national/public/routes.ts'
import { kinds as nationalKinds } from './national/published.ts'
import { registers as outcomeRegisters } from './outcomes/import.ts'
import { outcomesPages } from './outcomes/public/routes.ts'
import { kinds as outcomeKinds } from './outcomes/published.ts'
import { satisfactionPages } from './satisfaction/public/routes.ts'
import { registers as volunteerRegisters } from './volunteers/import.ts'
import { volunteersPages } from './volunteers/public/routes.ts'
import { kinds as volunteerKinds } from './volunteers/published.ts'

export { bringDataFile, type DataFile } from './data-files/import.ts'
export { type Mapping, readMapping } from './data-files/mapping.ts'
export { type Preview, preview } from './data-files/preview.ts'
export type { TotalCompared } from './data-files/totals.ts'
export { type CrimeStatistics, crimeStatisticsDraft } from './drafts/crime-statistics.ts'
export { type Delivery, deliveryDraft, type PriorityToReport } from './drafts/delivery.ts'
export { breakdownsByForce, everyMeasureTold, onThread } from './drafts/reads.ts'
export type { Breakdown, Measure } from './measures/measure.ts'
export type { Incoming } from './measures/observation.ts'
export { spanWords } from './measures/spans.ts'
export { recordObservations } from './measures/writes.ts'

export const kinds: readonly AnyKind[] = [
  ...measureKinds,
  ...comparisonKinds,
  ...gradeKinds,
  ...nationalKinds,
  ...outcomeKinds,
  ...volunteerKinds,
]

export const publicPages: readonly Page<PublicRecord>[] = [
  ...measurePages,
  ...comparisonPages,
  ...gradesPages,
  ...nationalPages,
  ...outcomesPages,
  ...satisfactionPages,
  ...volunteersPages,
]

export const importer: Importer<Reading> = {
  name: 'performance',
  wants: () => false,
  bring: () => Promise.resolve({ entries: [], links: [], open: [] }),
  registers: {
    measures: bringMeasures,
    ...comparisonRegisters,
    ...gradeRegisters,
    ...nationalRegisters,
    ...outcomeRegisters,
    ...volunteerRegisters,
  },
}
