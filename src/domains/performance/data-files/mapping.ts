/**
 * A mapping: what the columns of a table in a spreadsheet mean. A person reads it, puts it right and accepts it once; next
 * month's file with the same headings is then read by it. It stands as NAME.mapping.json beside the file.
 */
import { type LocalDate, type Refusal, refuse, stored } from '../../../lib/index.ts'
import type { Mark, Report, Span } from '../measures/observation.ts'

/**
 * What a printed time means: the state on a day or at the end of a month, or what happened in a month, quarter, calendar
 * year or financial year (April to March), or in the twelve months that end with the day or month printed.
 */
export type SpanForm = 'day' | 'month-end' | 'month' | 'quarter' | 'year' | 'financial-year' | 'year-to'
export const SPAN_FORMS = [
  'day',
  'month-end',
  'month',
  'quarter',
  'year',
  'financial-year',
  'year-to',
] as const satisfies readonly SpanForm[]

/** Where the span of a figure stands: the same for all, in a column, or in the headings of the columns of figures. */
export type SpanFrom =
  | { span: Span }
  /** `year` is the column in which the year stands, where the time is "Jan" or "Q1" alone. */
  | { column: string; form: SpanForm; year?: string }
  | { headings: SpanForm; year?: string }

export type DateOrder = 'day-first' | 'month-first'

/**
 * How names of parts are read: as the 43 police forces whatever their spelling, as codes of small areas (LSOA) of one
 * census, as the names listed and no others, or as printed.
 */
export type PartNames = 'forces' | 'lsoa-2011' | 'lsoa-2021' | 'listed' | 'as-printed'

/** Which part of a breakdown a figure is about. */
export type PartFrom = {
  dimension: string
  /** The column that names the part; null where the headings of the columns of figures do. */
  column: string | null
  names: PartNames
  /** As printed → the part's name, or null for rows that are left out knowingly. */
  called: Readonly<Record<string, string | null>>
}

/** One column of figures. */
export type ColumnOfFigures = {
  /** Its heading; '*' for every heading that says a span. */
  column: string
  /** The measure's slug. */
  measure: string
  /** The part, where headings name parts. */
  part: string | null
  /** The columns of what a share counts, and of how many; of n where the figure is a mean. */
  events: string | null
  base: string | null
  /** How per cent stands there: 12 or 0.12 for 12 %; null where the figures are not shares. */
  percent: 'of-hundred' | 'of-one' | null
  /** What each figure is multiplied by: 1000 where the table is in thousands, 100 where money is in pounds. */
  times: number
  /** What is written behind each figure and is no part of it: "days" of "9.2 days"; null where nothing is. */
  unit: string | null
  /** Whether figures below nought may stand there: a change, a balance. */
  negative: boolean
}

/** Rows or columns that the file itself states as the sum of others. */
export type StatedTotal = {
  /** The name of the row, or the heading of the column. */
  name: string
  /** Names of what it sums: parts, a region for its forces, "43 forces"; nothing for all of the table. */
  of: readonly string[]
}

/** How a table is found again, whatever its place in the file. */
export type FindTable = {
  /** The name of its sheet; null for any. */
  sheet: string | null
  /** Words of the title above it; null where it has none. */
  title: string | null
  /** Headings that it has; columns that change from month to month are not among them. */
  headings: readonly string[]
  /** Over how many lines its headings stand. */
  headingLines: number
}

export type ReportFrom = {
  status: Report['status']
  origin: Report['origin']
  release: string | null
  /** 'newest' is the last day of the newest span in the file: a later file is then known to revise an earlier one. */
  asAt: LocalDate | 'newest' | null
  invented: boolean
}

export type TableMapping = {
  find: FindTable
  /** Only rows in whose columns one of these words stands. */
  rows: readonly { column: string; is: readonly string[] }[]
  span: SpanFrom
  dateOrder: DateOrder | null
  part: PartFrom | null
  columns: readonly ColumnOfFigures[]
  /** Columns that are known and bring nothing. */
  leave: readonly string[]
  totals: readonly StatedTotal[]
  totalColumns: readonly StatedTotal[]
  /** Marks of this table beside the usual ones: "#" → "suppressed". */
  marks: Readonly<Record<string, Mark>>
  /** Hidden rows are figures like others, or are left out; null refuses a table that has any. */
  hiddenRows: 'read' | 'leave' | null
  /** A name or time in a merged cell holds for all its lines; null refuses a table that has any. */
  mergedCells: 'repeat' | null
  report: ReportFrom
}

export type Mapping = { tables: readonly TableMapping[] }

const textMap =
  <T>(reader: stored.Reader<T>): stored.Reader<Record<string, T>> =>
  (value, at = '') => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Error(`Stored value ${at} is not an object`)
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, reader(one, `${at}.${name}`)]),
    )
  }

/** A part that may be left out of the file. */
const or =
  <T>(reader: stored.Reader<T>, otherwise: T): stored.Reader<T> =>
  (value, at) =>
    value === undefined || value === null ? otherwise : reader(value, at)

const span: stored.Reader<SpanFrom> = (value, at = '') => {
  const form = stored.oneOf(...SPAN_FORMS)
  const found = stored.fields({
    span: stored.orNull(stored.fields({ from: stored.day, until: stored.day })),
    column: stored.orNull(stored.text),
    form: stored.orNull(form),
    headings: stored.orNull(form),
    year: stored.orNull(stored.text),
  })(value, at)
  const year = found.year === null ? {} : { year: found.year }
  if (found.span !== null) return { span: found.span }
  if (found.headings !== null) return { headings: found.headings, ...year }
  if (found.column !== null && found.form !== null) return { column: found.column, form: found.form, ...year }
  throw new Error(`Stored value ${at} is not { "span" }, { "headings" } or { "column", "form" }`)
}

const part: stored.Reader<PartFrom> = stored.fields({
  dimension: stored.text,
  column: stored.orNull(stored.text),
  names: or(stored.oneOf('forces', 'lsoa-2011', 'lsoa-2021', 'listed', 'as-printed'), 'as-printed'),
  called: or(textMap(stored.orNull(stored.text)), {}),
})

const column: stored.Reader<ColumnOfFigures> = stored.fields({
  column: stored.text,
  measure: stored.text,
  part: stored.orNull(stored.text),
  events: stored.orNull(stored.text),
  base: stored.orNull(stored.text),
  percent: stored.orNull(stored.oneOf('of-hundred', 'of-one')),
  times: or(stored.number, 1),
  unit: stored.orNull(stored.text),
  negative: or(stored.flag, false),
})

const asAt: stored.Reader<LocalDate | 'newest'> = (value, at) =>
  value === 'newest' ? value : stored.day(value, at)

const totals = or(stored.list(stored.fields({ name: stored.text, of: or(stored.list(stored.text), []) })), [])

const table: stored.Reader<TableMapping> = stored.fields({
  find: stored.fields({
    sheet: stored.orNull(stored.text),
    title: stored.orNull(stored.text),
    headings: or(stored.list(stored.text), []),
    headingLines: or(stored.number, 1),
  }),
  rows: or(stored.list(stored.fields({ column: stored.text, is: stored.list(stored.text) })), []),
  span,
  dateOrder: stored.orNull(stored.oneOf('day-first', 'month-first')),
  part: stored.orNull(part),
  columns: stored.list(column),
  leave: or(stored.list(stored.text), []),
  totals,
  totalColumns: totals,
  marks: or(textMap(stored.oneOf('suppressed', 'not-available', 'not-applicable')), {}),
  hiddenRows: stored.orNull(stored.oneOf('read', 'leave')),
  mergedCells: stored.orNull(stored.oneOf('repeat')),
  report: stored.fields({
    status: stored.oneOf('provisional', 'final'),
    origin: stored.oneOf('official', 'internal', 'partner', 'survey', 'inspection'),
    release: stored.orNull(stored.text),
    asAt: stored.orNull(asAt),
    invented: or(stored.flag, false),
  }),
})

/** Reads a mapping as it was stored; throws when it is none. */
export const parseMapping: stored.Reader<Mapping> = stored.fields({ tables: stored.list(table) })

/** Names that a mapping may have, by the object they stand in, so that a misspelt one is not passed over. */
const KNOWN = new Set(
  (
    'note tables find sheet title headings headingLines rows column is span from until form year dateOrder part dimension ' +
    'names called columns measure events base percent times unit negative leave totals totalColumns name of marks hiddenRows mergedCells ' +
    'report status origin release asAt invented'
  ).split(' '),
)

/** The first name in a mapping that means nothing; `called` and `marks` hold words of the file. */
function stranger(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(stranger).find((one) => one !== undefined)
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, one] of Object.entries(value)) {
    if (!KNOWN.has(name)) return name
    const found = name === 'called' || name === 'marks' ? undefined : stranger(one)
    if (found !== undefined) return found
  }
  return undefined
}

/** A mapping from a file that a person may have written; `path` is named in what is refused. */
export function readMapping(value: unknown, path: string): Mapping | Refusal {
  const strange = stranger(value)
  if (strange !== undefined)
    return refuse(
      'mapping-unusable',
      `${path} has "${strange}", which a mapping does not know; docs/importing.md lists what it may hold.`,
    )
  let mapping: Mapping
  try {
    mapping = parseMapping(value)
  } catch (problem) {
    const why = problem instanceof Error ? problem.message.replace('Stored value ', '') : String(problem)
    return refuse('mapping-unusable', `${path} cannot be used as a mapping: ${why}.`)
  }
  const wrong = mapping.tables.length === 0 ? 'it has no table' : mapping.tables.flatMap(faultOf)[0]
  return wrong === undefined
    ? mapping
    : refuse('mapping-unusable', `${path} cannot be used as a mapping: ${wrong}.`)
}

/** What of a table's mapping cannot be meant. */
function faultOf({ find, span: spans, part: parts, columns }: TableMapping): string[] {
  const wide = 'headings' in spans
  return [
    ...(find.sheet === null && find.title === null && find.headings.length === 0
      ? ['"find" has no sheet, title or headings to find the table by']
      : []),
    ...(columns.length === 0 ? ['a table has no columns of figures'] : []),
    ...('span' in spans && spans.span.from >= spans.span.until
      ? [
          `a span ends (${spans.span.until}) before it begins (${spans.span.from}); "until" is the day after the last`,
        ]
      : []),
    ...(!wide && columns.some((one) => one.column === '*')
      ? ['"*" means every heading that says a span, and "span" is not { "headings" }']
      : []),
    ...(parts !== null && parts.column === null && columns.some((one) => one.part === null)
      ? ['"part" names no column, so each of the columns needs the part it is about']
      : []),
    ...(columns.some(({ times }) => !(Number.isFinite(times) && times > 0))
      ? ['"times" must be above nought']
      : []),
  ]
}
