/**
 * The door of performance: measures with what was observed, their breakdowns and comparisons, and the figures of papers
 * that quote them. Each noun has its own folder; this only puts their kinds, pages and questions together. What brings
 * figures into the record has a door of its own, `import.ts`, which pages must not reach.
 */
import type { AnyKind, PublicRecord } from '../../record/index.ts'
import type { Page } from '../../web/index.ts'
import { boundariesPages } from './boundaries/public/routes.ts'
import { kinds as boundariesKinds } from './boundaries/published.ts'
import { comparisonPages } from './comparison/public/routes.ts'
import { kinds as comparisonKinds } from './comparison/published.ts'
import { gradesPages } from './grades/public/routes.ts'
import { kinds as gradeKinds } from './grades/published.ts'
import { measurePages } from './measures/public/routes.ts'
import { kinds as measureKinds } from './measures/published.ts'
import { nationalPages } from './national/public/routes.ts'
import { kinds as nationalKinds } from './national/published.ts'
import { outcomesPages } from './outcomes/public/routes.ts'
import { kinds as outcomeKinds } from './outcomes/published.ts'
import { satisfactionPages } from './satisfaction/public/routes.ts'
import { volunteersPages } from './volunteers/public/routes.ts'
import { kinds as volunteerKinds } from './volunteers/published.ts'

export { type Mapping, readMapping } from './data-files/mapping.ts'
export { type Preview, preview } from './data-files/preview.ts'
export type { ProposedTable } from './data-files/propose.ts'
export { formsOf, orderOf, spanInCell } from './data-files/span-in-cell.ts'
export type { TotalCompared } from './data-files/totals.ts'
export { type CrimeStatistics, crimeStatisticsDraft } from './drafts/crime-statistics.ts'
export { type Delivery, deliveryDraft, type PriorityToReport } from './drafts/delivery.ts'
export { breakdownsByForce, everyMeasureTold, onThread } from './drafts/reads.ts'
export type { Breakdown, Measure } from './measures/measure.ts'
export { measuresPanel } from './measures/public/measures-panel.ts'
export { quotedMarks, quotedPanel } from './measures/public/quoted-part.ts'
export type { QuotedFigure } from './measures/quoted-figure.ts'
export { type ListedMeasure, measureAt, measuresListed, measuresServing } from './measures/reads.ts'
export { measuresInShort } from './measures/reads-pages.ts'
export { quotationsOf, quotedFiguresOf, revisedFigures } from './measures/reads-quoted.ts'
export { spanWords } from './measures/spans.ts'

export const kinds: readonly AnyKind[] = [
  ...measureKinds,
  ...boundariesKinds,
  ...comparisonKinds,
  ...gradeKinds,
  ...nationalKinds,
  ...outcomeKinds,
  ...volunteerKinds,
]

export const publicPages: readonly Page<PublicRecord>[] = [
  ...measurePages,
  ...boundariesPages,
  ...comparisonPages,
  ...gradesPages,
  ...nationalPages,
  ...outcomesPages,
  ...satisfactionPages,
  ...volunteersPages,
]
