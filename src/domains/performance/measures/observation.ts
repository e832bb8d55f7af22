/**
 * What was observed, of which span of days, and who said so when. A figure to June and one to September are different
 * spans, not a contradiction; a revised figure keeps what was said before.
 */
import type { LocalDate } from '../../../lib/index.ts'

/** A span of days with both ends: `from` is in it, `until` is not. The state on one day is that day's span. */
export type Span = { from: LocalDate; until: LocalDate }

/** Why there is no number: hidden because it is small, not there, or makes no sense here. Never read as nought. */
export type Mark = 'suppressed' | 'not-available' | 'not-applicable'

/** "around 350", "over 220", "almost 1,400": the number as a paper hedges it. */
export type Hedge = 'about' | 'over' | 'almost'

/** One value. Money is in pence, per cent as 5.4 for 5.4 %, hours as hours. */
export type Cell = {
  value: number | null
  mark: Mark | null
  hedge: Hedge | null
  /** What a share or rate counts, and of how many; of a mean, `base` is n. Null where nobody said. */
  events: number | null
  base: number | null
}

/** The paper, file or register that says so. */
export type Source = {
  /** The address of the page or file on the record; null where it is not on the record. */
  path: string | null
  title: string
  /** "paragraph 26", "table 1a, row 12", "row 7"; empty where the whole says so. */
  place: string
  /** The fragment of that place on the page: "p26"; null where there is none. */
  anchor: string | null
}

/** Who said so, and how sure it was. */
export type Report = {
  status: 'provisional' | 'final'
  /** Official statistics, the force's own figures, a partner's, a survey's, or what inspectors found. */
  origin: 'official' | 'internal' | 'partner' | 'survey' | 'inspection'
  /** "Crime in England and Wales: year ending June 2019"; null where no release is named. */
  release: string | null
  /** The day on which the figures stood like this. */
  asAt: LocalDate | null
  source: Source
  /** Made up to show how things look, and said so wherever it stands. */
  invented: boolean
}

/** What was said before a revision. */
export type Earlier = { cell: Cell; report: Report }

export type Observation = { span: Span; cell: Cell; report: Report; earlier: Earlier[] }

/** A change that a paper states where it gives no two values: between two spans, as printed. */
export type StatedChange = {
  span: Span
  against: Span
  /** In the unit of the measure. */
  difference: number | null
  percent: number | null
  points: number | null
  report: Report
}

/** An observation on its way into the record, for the whole area or for one part of a breakdown. */
export type Incoming = {
  /** The measure's slug. */
  measure: string
  /** "district", and "Ashford"; null for the whole area. */
  part: { dimension: string; name: string } | null
  span: Span
  cell: Cell
  report: Report
}
