/**
 * A measure: what is counted or asked, by whom and how, and what was observed. A plan may refuse numerical targets, and
 * then a measure has none. Specified information orders ask for measures; none asks that they be judged by two points.
 */
import { type LocalDate, slug as slugOf } from '../../../lib/index.ts'
import type { Direction } from '../../../statistics/index.ts'
import type { Cell, Observation, Report, Source, Span, StatedChange } from './observation.ts'

export type Unit = {
  /** "crime", "crimes"; "officer", "officers"; for a share what it is a share of. */
  one: string
  many: string
  style: 'count' | 'percent' | 'rate' | 'mean' | 'money' | 'hours'
  /** A rate is per so many: 1000. */
  per: number | null
  /** Digits after the point that are shown. */
  digits: number
}

/** Who answers for the figures: the force, the policing body, or a partner whose figures the force does not own. */
export type Owner = { name: string; kind: 'force' | 'policing-body' | 'partner' }

/** Whom a rate is of: "residents, mid-2019, ONS". */
export type Population = { words: string; source: string; year: number; count: number }

/** How long the spans are that the chart shows; 'irregular' has no chart, only numbers. */
export type Frequency = 'month' | 'quarter' | 'year' | 'irregular'

export type Target = { value: number; words: string; by: LocalDate | null; source: Source | null }

export type Definition = {
  /** What is counted, in a plain sentence or two. */
  words: string
  unit: Unit
  owner: Owner
  /** Where the figures come from, in words. */
  source: string
  improvement: Direction
  /** Why neither way is good by itself, or why one is; one sentence. */
  directionWords: string
  frequency: Frequency
  /** Days after the end of a span in which its figure is due; null where nobody promised. */
  dueAfter: number | null
  population: Population | null
  caveats: string[]
  target: Target | null
  /** Cells of breakdowns below this are hidden, with as many more as keep them hidden; null where none need be. */
  hideBelow: number | null
}

/** An event that a reader of the chart should know of. It explains nothing by itself. */
export type Annotation = { date: LocalDate; words: string; source: Source | null }

/** From this day the figures are not comparable with those before. */
export type SeriesBreak = { date: LocalDate; reason: string; source: Source | null }

/** A decision to draw new limits from a day on. */
export type Rebaseline = { from: LocalDate; reason: string; by: string; decidedOn: LocalDate }

/** What the owner says about an exception or a span. */
export type Commentary = { span: Span; words: string; by: string; date: LocalDate; source: Source | null }

/** A definition that held until another took its place. */
export type EarlierDefinition = { until: LocalDate; definition: Definition; why: string }

export type Measure = {
  slug: string
  title: string
  /** A word by which pages gather measures: "recorded-crime", "outcomes", "volunteers/community-speedwatch". */
  family: string
  definition: Definition
  definitions: EarlierDefinition[]
  /** The addresses of the priorities it shows something about. */
  serves: string[]
  /** By span, oldest first, one a span. */
  observations: Observation[]
  changes: StatedChange[]
  annotations: Annotation[]
  breaks: SeriesBreak[]
  rebaselines: Rebaseline[]
  commentary: Commentary[]
  /** How the chart is computed; the choice is stored with it. */
  chart: { screenOutliers: boolean; fixAfter: number | null }
}

export const measurePath = (slug: string): string => `/measures/${slug}`
export const measureKey = (slug: string): string => slug

/** A part of a breakdown: a district, a division, a channel, an outcome, a crime type, a force. */
export type Part = { slug: string; name: string; code: string | null; owner: string | null }

/** What makes two names of a part the same part. */
export const partSlug = (name: string): string => slugOf(name) || 'part'

/** A cell as it stood before a revision. */
export type EarlierCell = {
  span: Span
  part: string
  cell: Cell
  report: Report
}

/** A row of a breakdown: a cell a part, in the order of `parts`. */
export type BreakdownRow = {
  span: Span
  /** Of most of its cells. Its place is empty where the cells stand in different places of one source. */
  report: Report
  cells: Cell[]
  /** The cells that another report gave, by the slug of their part. */
  others: { part: string; report: Report }[]
}

/** A measure by parts: one table, a row a span, a cell a part in the order of `parts`. */
export type Breakdown = {
  measure: { slug: string; title: string; unit: Unit; hideBelow: number | null }
  /** "district"; words: "district", "districts". */
  dimension: { slug: string; one: string; many: string; kind: DimensionKind }
  parts: Part[]
  /** By span, oldest first, one a span. */
  rows: BreakdownRow[]
  earlier: EarlierCell[]
}

export type DimensionKind =
  | 'place'
  | 'force'
  | 'division'
  | 'channel'
  | 'outcome'
  | 'crime-type'
  | 'people'
  | 'other'

export const breakdownPath = (measure: string, dimension: string): string =>
  `${measurePath(measure)}/by/${dimension}`
export const breakdownKey = (measure: string, dimension: string): string => `${measure}/${dimension}`
