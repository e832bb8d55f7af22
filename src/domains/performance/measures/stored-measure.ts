/** Reads measures and breakdowns as they are stored, field by field; throws naming the place where one is something else. */
import { stored } from '../../../lib/index.ts'
import type { Breakdown, Definition, Measure } from './measure.ts'
import type { Cell, Earlier, Observation, Report, Source, Span, StatedChange } from './observation.ts'

const { day, fields, flag, list, number, oneOf, orNull, text } = stored

export const spanStored: stored.Reader<Span> = fields({ from: day, until: day })

export const cellStored: stored.Reader<Cell> = fields({
  value: orNull(number),
  mark: orNull(oneOf('suppressed', 'not-available', 'not-applicable')),
  hedge: orNull(oneOf('about', 'over', 'almost')),
  events: orNull(number),
  base: orNull(number),
})

export const sourceStored: stored.Reader<Source> = fields({
  path: orNull(text),
  title: text,
  place: text,
  anchor: orNull(text),
})

export const reportStored: stored.Reader<Report> = fields({
  status: oneOf('provisional', 'final'),
  origin: oneOf('official', 'internal', 'partner', 'survey', 'inspection'),
  release: orNull(text),
  asAt: orNull(day),
  source: sourceStored,
  invented: flag,
})

const earlierStored: stored.Reader<Earlier> = fields({ cell: cellStored, report: reportStored })

const observationStored: stored.Reader<Observation> = fields({
  span: spanStored,
  cell: cellStored,
  report: reportStored,
  earlier: list(earlierStored),
})

const changeStored: stored.Reader<StatedChange> = fields({
  span: spanStored,
  against: spanStored,
  difference: orNull(number),
  percent: orNull(number),
  points: orNull(number),
  report: reportStored,
})

export const unitStored = fields({
  one: text,
  many: text,
  style: oneOf('count', 'percent', 'rate', 'mean', 'money', 'hours'),
  per: orNull(number),
  digits: number,
})

export const definitionStored: stored.Reader<Definition> = fields({
  words: text,
  unit: unitStored,
  owner: fields({ name: text, kind: oneOf('force', 'policing-body', 'partner') }),
  source: text,
  improvement: oneOf('increase', 'decrease', 'neutral'),
  directionWords: text,
  frequency: oneOf('month', 'quarter', 'year', 'irregular'),
  dueAfter: orNull(number),
  population: orNull(fields({ words: text, source: text, year: number, count: number })),
  caveats: list(text),
  target: orNull(fields({ value: number, words: text, by: orNull(day), source: orNull(sourceStored) })),
  hideBelow: orNull(number),
})

const dated = { source: orNull(sourceStored) }

/** The parts of a measure, for kinds that keep more beside them. */
export const measureFields = {
  slug: text,
  title: text,
  family: text,
  definition: definitionStored,
  definitions: list(fields({ until: day, definition: definitionStored, why: text })),
  serves: list(text),
  observations: list(observationStored),
  changes: list(changeStored),
  annotations: list(fields({ date: day, words: text, ...dated })),
  breaks: list(fields({ date: day, reason: text, ...dated })),
  rebaselines: list(fields({ from: day, reason: text, by: text, decidedOn: day })),
  commentary: list(fields({ span: spanStored, words: text, by: text, date: day, ...dated })),
  chart: fields({ screenOutliers: flag, fixAfter: orNull(number) }),
} as const

export const measureStored: stored.Reader<Measure> = fields(measureFields)

/** The parts of a breakdown, for kinds that keep more beside them. */
export const breakdownFields = {
  measure: fields({ slug: text, title: text, unit: unitStored, hideBelow: orNull(number) }),
  dimension: fields({
    slug: text,
    one: text,
    many: text,
    kind: oneOf('place', 'force', 'division', 'channel', 'outcome', 'crime-type', 'people', 'other'),
  }),
  parts: list(fields({ slug: text, name: text, code: orNull(text), owner: orNull(text) })),
  rows: list(
    fields({
      span: spanStored,
      report: reportStored,
      cells: list(cellStored),
      others: list(fields({ part: text, report: reportStored })),
    }),
  ),
  earlier: list(fields({ span: spanStored, part: text, cell: cellStored, report: reportStored })),
} as const

export const breakdownStored: stored.Reader<Breakdown> = fields(breakdownFields)
