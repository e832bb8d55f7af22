/**
 * The door of performance: measures with what was observed, their breakdowns and comparisons, and the figures of papers
 * that quote them. Each noun has its own folder; this only puts their kinds, pages and registers together.
 */
import type { Reading } from '../../papers/index.ts'
import type { AnyKind, Importer, PublicRecord } from '../../record/index.ts'
import type { Page } from '../../web/index.ts'
import { bringMeasures } from './measures/import.ts'
import { measurePages } from './measures/public/routes.ts'
import { kinds as measureKinds } from './measures/published.ts'

export type { Breakdown, Measure } from './measures/measure.ts'
export type { Incoming } from './measures/observation.ts'
export { recordObservations } from './measures/writes.ts'

export const kinds: readonly AnyKind[] = [...measureKinds]

export const publicPages: readonly Page<PublicRecord>[] = [...measurePages]

export const importer: Importer<Reading> = {
  name: 'performance',
  wants: () => false,
  bring: () => Promise.resolve({ entries: [], links: [], open: [] }),
  registers: {
    measures: bringMeasures,
  },
}
