/**
 * The columns of a measure's table for programs: what each is called, what it holds, and how it is written. The table and
 * its description (CSV on the Web, https://www.w3.org/TR/tabular-metadata/) are made of the same list.
 */
import { addDays } from '../../../../lib/index.ts'
import type { ControlPoint } from '../../../../statistics/index.ts'
import type { Unit } from '../measure.ts'
import type { Cell, Observation, Report, Span } from '../observation.ts'
import type { CsvCell } from './csv.ts'
import { durationOf } from './span-length.ts'

/** A datatype of CSV on the Web. */
export type Datatype =
  | 'string'
  | 'boolean'
  | 'anyURI'
  | 'duration'
  | { base: 'date'; format: 'yyyy-MM-dd' }
  | 'number'

export type TableColumn<Row> = {
  name: string
  title: string
  says: string
  datatype: Datatype
  /** Whether every row has one. */
  required?: true
  cell: (row: Row) => CsvCell
}

const DAY: Datatype = { base: 'date', format: 'yyyy-MM-dd' }

/** To a ten-thousandth, beyond which nothing is measured. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** The number as a table for programs has it: money in pounds, everything else as it is. Null where there is none. */
export const numberOf = (value: number | null, unit: Unit): number | null =>
  value === null ? null : rounded(unit.style === 'money' ? value / 100 : value)

/** Why a cell has no number, in a word of this record; empty where it has one. */
export const markWord = ({ value, mark }: Cell): string | null =>
  mark === null ? (value === null ? 'not-available' : null) : mark === 'suppressed' ? 'hidden' : mark

/** First and last day, both in the span. */
export const spanColumns = <Row extends { span: Span }>(): TableColumn<Row>[] => [
  {
    name: 'first_day',
    title: 'First day',
    says: 'The first day of the span that the value is about.',
    datatype: DAY,
    required: true,
    cell: ({ span }) => span.from,
  },
  {
    name: 'last_day',
    title: 'Last day',
    says: 'The last day of the span that the value is about; the same as the first for the state on one day.',
    datatype: DAY,
    required: true,
    cell: ({ span }) => addDays(span.until, -1),
  },
  {
    name: 'span',
    title: 'Length of the span',
    says: 'How long the span is: P1M is a month, P1Y a year, P1D a day.',
    datatype: 'duration',
    cell: ({ span }) => durationOf(span),
  },
]

const unitWords = ({ style, many }: Unit): string => {
  if (style === 'percent') return 'in per cent'
  return style === 'money' ? 'in pounds' : many
}

/** What was observed, and of how many. */
export const valueColumns = <Row extends { cell: Cell }>(unit: Unit): TableColumn<Row>[] => [
  {
    name: 'value',
    title: 'Value',
    says: `What was observed: ${unitWords(unit)}.`,
    datatype: 'number',
    cell: ({ cell }) => numberOf(cell.value, unit),
  },
  {
    name: 'no_value',
    title: 'Why there is no value',
    says: 'hidden: small, or hidden so that a small one cannot be worked out; not-available: nobody has it; not-applicable: it makes no sense here. Empty where there is a value.',
    datatype: 'string',
    cell: ({ cell }) => markWord(cell),
  },
  {
    name: 'hedge',
    title: 'Hedge',
    says: 'How the source hedges the number: about, over, almost. Empty where it does not.',
    datatype: 'string',
    cell: ({ cell }) => cell.hedge,
  },
  {
    name: 'counted',
    title: 'Counted',
    says: 'Of a share or a rate: how many were counted.',
    datatype: 'number',
    cell: ({ cell }) => cell.events,
  },
  {
    name: 'out_of',
    title: 'Out of',
    says: 'Of a share or a rate: of how many; of a mean: how many answered.',
    datatype: 'number',
    cell: ({ cell }) => cell.base,
  },
]

/** Who said so, when and how surely. */
export const reportColumns = <Row extends { report: Report }>(): TableColumn<Row>[] => [
  {
    name: 'status',
    title: 'Status',
    says: 'provisional: it may be revised; final: its publisher does not expect to revise it.',
    datatype: 'string',
    cell: ({ report }) => report.status,
  },
  {
    name: 'origin',
    title: 'Origin',
    says: 'official: official statistics; internal: figures of the force itself; partner: figures of a body that answers for them; survey: asked of people; inspection: found by inspectors.',
    datatype: 'string',
    cell: ({ report }) => report.origin,
  },
  {
    name: 'release',
    title: 'Release',
    says: 'The release in which it was published.',
    datatype: 'string',
    cell: ({ report }) => report.release,
  },
  {
    name: 'as_at',
    title: 'As at',
    says: 'The day on which the figures stood like this.',
    datatype: DAY,
    cell: ({ report }) => report.asAt,
  },
  {
    name: 'source',
    title: 'Source',
    says: 'The paper, file or register that says so, and where in it.',
    datatype: 'string',
    cell: ({ report: { source } }) => [source.title, source.place].filter((part) => part !== '').join(', '),
  },
  {
    name: 'made_up',
    title: 'Made up',
    says: 'true where the number was made up to show how a page looks and says nothing about policing.',
    datatype: 'boolean',
    required: true,
    cell: ({ report }) => String(report.invented),
  },
]

/** An observation with what the chart says of it; `point` and `limits` are null where it is no point of the chart. */
export type TableRow = Observation & {
  point: ControlPoint | null
  limits: { mean: number; lower: number; upper: number } | null
}

const LABELS: Readonly<Record<ControlPoint['label'], string>> = {
  common_cause: 'usual',
  special_cause_improvement: 'unusual, better',
  special_cause_concern: 'unusual, worse',
  special_cause_neutral_high: 'unusual, higher',
  special_cause_neutral_low: 'unusual, lower',
}

/** The columns of a measure's table. */
export function measureColumns(unit: Unit): TableColumn<TableRow>[] {
  const number = (value: number | undefined): number | null => numberOf(value ?? null, unit)
  return [
    ...spanColumns<TableRow>(),
    ...valueColumns<TableRow>(unit),
    ...reportColumns<TableRow>(),
    ...chartColumns(number),
  ]
}

/** What the chart says of a value, and what was said first. */
const chartColumns = (number: (value: number | undefined) => number | null): TableColumn<TableRow>[] => [
  {
    name: 'first_published',
    title: 'First published as',
    says: 'The value that was published first, where it was revised later.',
    datatype: 'number',
    cell: ({ earlier }) => number(earlier[0]?.cell.value ?? undefined),
  },
  {
    name: 'point',
    title: 'Point of the chart',
    says: 'Whether the point is within the usual variation of its series; empty where it is no point of the chart.',
    datatype: 'string',
    cell: ({ point }) => (point === null ? null : LABELS[point.label]),
  },
  {
    name: 'usual_level',
    title: 'Usual level',
    says: 'The mean of the group of points that it belongs to.',
    datatype: 'number',
    cell: ({ limits }) => number(limits?.mean),
  },
  {
    name: 'lower_limit',
    title: 'Lower limit',
    says: 'Below this a single value would be unusual. Not cut off at nought.',
    datatype: 'number',
    cell: ({ limits }) => number(limits?.lower),
  },
  {
    name: 'upper_limit',
    title: 'Upper limit',
    says: 'Above this a single value would be unusual.',
    datatype: 'number',
    cell: ({ limits }) => number(limits?.upper),
  },
]
