/**
 * What a measure says: sentence, table and picture come from this one object, so that they cannot disagree. Pages, papers
 * and drafts only print it.
 */
import type { LocalDate } from '../../../lib/index.ts'
import type { Assurance, ControlChart, Variation } from '../../../statistics/index.ts'
import type { Observation, Report, Span } from './observation.ts'

/** A change between two spans, with what chance would do to it. */
export type Change = {
  span: Span
  against: Span
  /** In the unit of the measure. */
  difference: number | null
  percent: number | null
  /** Percentage points, for shares. */
  points: number | null
  /** What chance alone could bring, in per cent (`points` for shares), from the lowest to the highest; null where nobody can say. */
  chance: { from: number; to: number; in: 'percent' | 'points' | 'unit' } | null
  /** Whether the change is more than that; null where nobody can say. */
  clear: boolean | null
  /** "5,948 fewer than in the 12 months to September 2018 (−3.0%). Chance alone could bring between … and …." */
  words: string
}

/** A value that stands as a number: a span that is no point of the chart, with the one to hold it against. */
export type Window = {
  observation: Observation
  before: Observation | null
  change: Change | null
}

/** A change that a source states without its values. */
export type ToldChange = Change & { report: Report }

export type Telling = {
  /** The one plain sentence: what changed, whether it is more than chance, and of whom. */
  sentence: string
  /** Null where there is no chart. */
  variation: Variation | null
  assurance: Assurance
  /** Null with fewer than two values. */
  chart: ControlChart | null
  /** The observations that the chart shows, oldest first; those without a number stand here and not in `chart.points`. */
  charted: Observation[]
  /** Spans that the chart does not show, newest first. */
  windows: Window[]
  stated: ToldChange[]
  /** The newest of all; null where there are none. */
  newest: Observation | null
  /** Whether numbers were made up. */
  invented: 'none' | 'some' | 'all'
  today: LocalDate
}
