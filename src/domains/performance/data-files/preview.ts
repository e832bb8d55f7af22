/**
 * What a file would bring by a mapping, before anything is kept: figures, refused rows, totals held against their parts,
 * and what would be revised. Prints nothing and asks nothing.
 */
import { addDays, isRefusal, type LocalDate, type Refusal, refuse } from '../../../lib/index.ts'
import type { Workbook } from '../../../papers/index.ts'
import type { Breakdown, Measure } from '../measures/measure.ts'
import type { Incoming, Report, Span } from '../measures/observation.ts'
import { addObservations, addRows, beginBreakdown, type Revision } from '../measures/recording.ts'
import { sameCell } from '../measures/revising.ts'
import { bySpan, spanKey, spanWords } from '../measures/spans.ts'
import { type Flag, flagsOf, spanFlags } from './flags.ts'
import { leftRows } from './left-rows.ts'
import type { Mapping, TableMapping } from './mapping.ts'
import { placesIn } from './places.ts'
import { inPoundsApart } from './pounds.ts'
import { type ReadFigure, type RefusedRow, readRows } from './reading-rows.ts'
import { faultOfTable } from './structure.ts'
import { findTable, nameOf, sheetWords } from './table.ts'
import { compareTotals, type TotalCompared } from './totals.ts'

/** The measures that the record has, and of those in question what was observed by parts. */
export type Catalogue = { measures: readonly Measure[]; breakdowns: readonly Breakdown[] }

/** The file that is read, and the day on which. */
export type FileAt = { name: string; today: LocalDate }

/** What one measure would get. */
export type MeasureBrought = {
  measure: string
  title: string
  /** The dimension of its parts; null for the whole area. */
  dimension: string | null
  figures: number
  spans: number
  parts: number
  first: Span
  last: Span
  revisions: readonly Revision[]
  /** Figures that contradict the record without being newer, which keeps what it has. */
  differing: number
}

export type Preview = {
  incoming: readonly Incoming[]
  refusedRows: readonly RefusedRow[]
  totals: readonly TotalCompared[]
  flags: readonly Flag[]
  /** Rows of figures that were read, and that filters of the mapping left out. */
  rows: number
  filtered: number
  measures: readonly MeasureBrought[]
}

/** Reads a workbook by a mapping. Refuses where the file is not built as the mapping says: then nothing of it can be relied on. */
export function preview(
  book: Workbook,
  mapping: Mapping,
  catalogue: Catalogue,
  at: FileAt,
): Preview | Refusal {
  const unknown = unknownMeasure(mapping, catalogue, at)
  if (unknown !== undefined) return unknown
  const parts: TablePreview[] = []
  for (const table of mapping.tables) {
    const one = previewTable(book, table, catalogue, at)
    if (isRefusal(one)) return one
    parts.push(one)
  }
  const unique = withoutTwice(parts.flatMap(({ read }) => read))
  const incoming = unique.read.map((one) => one.incoming)
  const flags = [
    ...book.warnings.map(({ sheet, line, message }) => ({ sheet, line, what: message })),
    ...parts.flatMap((one) => one.flags),
    ...unique.flags,
    ...leftRows(book, mapping, at.name),
    ...spanFlags(incoming, at.today).map((what) => ({ sheet: '', line: null, what })),
  ]
  return {
    incoming,
    refusedRows: [...parts.flatMap((one) => one.refused), ...unique.refused],
    totals: parts.flatMap((one) => one.totals),
    flags,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    filtered: parts.reduce((sum, { filtered }) => sum + filtered, 0),
    measures: measuresBrought(incoming, catalogue),
  }
}

function unknownMeasure(mapping: Mapping, { measures }: Catalogue, { name }: FileAt): Refusal | undefined {
  const known = new Set(measures.map(({ slug }) => slug))
  const wanted = mapping.tables.flatMap(({ columns }) => columns.map(({ measure }) => measure))
  const strange = [...new Set(wanted)].filter((slug) => !known.has(slug))
  if (strange.length === 0) return undefined
  const names = strange.map((slug) => `“${slug}”`).join(', ')
  return refuse(
    'measure-unknown',
    `${name}: the mapping brings figures of ${names}, which the record has no measure of; import a register of measures that has ${strange.length === 1 ? 'it' : 'them'} first. Nothing was brought.`,
  )
}

/** An observation on its way, and where in the file it stands. */
type Placed = { incoming: Incoming; sheet: string; line: number; column: string }

type TablePreview = {
  read: Placed[]
  refused: RefusedRow[]
  totals: TotalCompared[]
  flags: Flag[]
  rows: number
  filtered: number
}

function previewTable(
  book: Workbook,
  table: TableMapping,
  catalogue: Catalogue,
  at: FileAt,
): TablePreview | Refusal {
  const found = findTable(book, table, at.name)
  if (isRefusal(found)) return found
  const places = placesIn(found, table, at.name)
  if (isRefusal(places)) return places
  const fault = faultOfTable({ file: at.name, found }, table, places)
  if (fault !== undefined) return fault
  const read = readRows(found, table, places)
  const sheet = found.sheet.name
  const { future, past } = byFuture(read.figures, at.today)
  const report = reportOf(table, past, at.name)
  const where = sheetWords(book, found.sheet)
  const { money, whole } = inPoundsApart(past, found, catalogue.measures)
  return {
    read: whole.map((figure) => ({
      incoming: incomingOf(figure, table, report, where),
      sheet,
      line: figure.line,
      column: nameOf(figure.column.column),
    })),
    refused: [
      ...read.refused,
      ...future.map(({ line, column, span }) => ({
        sheet,
        line,
        column: nameOf(column.column),
        what: `${spanWords(span)} has not begun yet`,
        mend: 'mend the date, or the order of day and month in the mapping',
      })),
      ...money.map(({ line, column, cell }) => ({
        sheet,
        line,
        column: nameOf(column.column),
        what: `${cell.value} was read as pence, and is pounds`,
        mend: 'say "times": 100 for this column in the mapping where the file has pounds',
      })),
    ],
    totals: comparable(compareTotals(read, sheet, table.part), read.refused.length > 0),
    flags: flagsOf(found, table, places, read),
    rows: read.rows,
    filtered: read.filtered,
  }
}

/** Where rows were refused, a total that differs from the rest says nothing. */
const comparable = (totals: TotalCompared[], rowsAreMissing: boolean): TotalCompared[] =>
  rowsAreMissing
    ? totals.map((one) => (one.outcome === 'differs' ? { ...one, outcome: 'not-compared' } : one))
    : totals

function byFuture(
  figures: readonly ReadFigure[],
  today: LocalDate,
): { future: ReadFigure[]; past: readonly ReadFigure[] } {
  const future = figures.filter(({ span }) => span.from > today)
  return future.length === 0
    ? { future, past: figures }
    : { future, past: figures.filter(({ span }) => span.from <= today) }
}

function reportOf(table: TableMapping, figures: readonly ReadFigure[], file: string): Report {
  const { status, origin, release, asAt, invented } = table.report
  const newest = figures.reduce<LocalDate | null>(
    (latest, { span }) => (latest === null || span.until > latest ? span.until : latest),
    null,
  )
  return {
    status,
    origin,
    release,
    asAt: asAt === 'newest' ? newest && addDays(newest, -1) : asAt,
    // The file itself is kept and never public: originals of spreadsheets hold more than they show.
    source: { path: null, title: release ?? file, place: '', anchor: null },
    invented,
  }
}

function incomingOf(figure: ReadFigure, table: TableMapping, report: Report, sheet: string): Incoming {
  const { part: name, span, cell, line, column } = figure
  const part = table.part === null || name === null ? null : { dimension: table.part.dimension, name }
  // Of a breakdown the table is named: its cells are told apart by their part and span.
  const place = [sheet, ...(part === null ? [`line ${line}`] : [])].filter(Boolean).join(', ')
  return {
    measure: column.means.measure,
    part,
    span,
    cell,
    report: { ...report, source: { ...report.source, place } },
  }
}

const keyOf = ({ measure, part, span }: Incoming): string =>
  `${measure}\u0000${part === null ? '' : `${part.dimension}\u0000${part.name}`}\u0000${spanKey(span)}`

/** The same figure twice is taken once; two figures of the same span and part are both refused. */
function withoutTwice(all: readonly Placed[]): { read: Placed[]; refused: RefusedRow[]; flags: Flag[] } {
  const first = new Map<string, Placed>()
  const bad = new Set<string>()
  const refused: RefusedRow[] = []
  let same = 0
  let sameAt: Placed | undefined
  for (const one of all) {
    const key = keyOf(one.incoming)
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, one)
      continue
    }
    if (sameCell(before.incoming.cell, one.incoming.cell)) {
      same += 1
      sameAt ??= one
      continue
    }
    bad.add(key)
    refused.push(twice(one, before))
  }
  const flags =
    sameAt === undefined
      ? []
      : [
          {
            sheet: sameAt.sheet,
            line: sameAt.line,
            what: `${same === 1 ? 'A figure stands' : `${same.toLocaleString('en-GB')} figures stand`} there a second time, the same as before, and counted once.`,
          },
        ]
  const read = [...first].flatMap(([key, one]) => (bad.has(key) ? [] : [one]))
  return { read, refused, flags }
}

function twice(one: Placed, before: Placed): RefusedRow {
  const { part, span, measure, cell } = one.incoming
  const said = (value: typeof cell): string => String(value.value ?? value.mark)
  return {
    sheet: one.sheet,
    line: one.line,
    column: one.column,
    what: `${[measure, part?.name].filter(Boolean).join(', ')}, ${spanWords(span)}, is ${said(cell)} here and ${said(before.incoming.cell)} in line ${before.line}`,
    mend: 'keep the right one; neither was taken',
  }
}

function measuresBrought(
  incoming: readonly Incoming[],
  { measures, breakdowns }: Catalogue,
): MeasureBrought[] {
  const groups = Map.groupBy(incoming, ({ measure, part }) => `${measure}/${part?.dimension ?? ''}`)
  return [...groups.values()].flatMap((figures) => {
    const [one] = figures
    const known = measures.find(({ slug }) => slug === one?.measure)
    if (one === undefined || known === undefined) return []
    const dimension = one.part?.dimension ?? null
    const spans = [...new Map(figures.map(({ span }) => [spanKey(span), span])).values()].toSorted(bySpan)
    const added =
      dimension === null
        ? addObservations(known.observations, figures)
        : addRows(breakdownOf(known, dimension, breakdowns), figures)
    return [
      {
        measure: known.slug,
        title: known.title,
        dimension,
        figures: figures.length,
        spans: spans.length,
        parts: new Set(figures.map(({ part }) => part?.name)).size,
        first: spans[0] ?? one.span,
        last: spans.at(-1) ?? one.span,
        revisions: added.revisions,
        differing: added.differing.length,
      },
    ]
  })
}

const breakdownOf = (measure: Measure, dimension: string, breakdowns: readonly Breakdown[]): Breakdown =>
  breakdowns.find((one) => one.measure.slug === measure.slug && one.dimension.slug === dimension) ??
  beginBreakdown(measure, dimension)
