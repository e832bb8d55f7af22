/** Reads a series for `shiremoot chart` from a spreadsheet: finds the columns of dates and values, and refuses each row that lacks one. */
import { formsOf, orderOf, spanInCell, spanWords } from '../../domains/performance/index.ts'
import { isRefusal, type LocalDate, longDate, type Refusal, refuse } from '../../lib/index.ts'
import { readNumber, readSheetsApart, type SheetCell, type SheetRow } from '../../papers/index.ts'
import type { ChartWarning, SeriesPoint } from '../../statistics/index.ts'
import { onOneLine } from './one-line.ts'

/** The columns that were asked for by their headings; proposed where null. */
export type AskedColumns = { readonly value: string | null; readonly date: string | null }

export type ReadSeries = {
  /** The heading of the values. */
  readonly name: string
  readonly points: readonly SeriesPoint[]
  /** A date as the file means it: "April 2019" for months, "24 September 2019" for days. */
  readonly dateWords: (date: LocalDate) => string
  readonly percent: boolean
  readonly warnings: readonly ChartWarning[]
}

type Column = { readonly at: number; readonly name: string }
type Table = { readonly columns: readonly Column[]; readonly rows: readonly SheetRow[] }
type Form = ReturnType<typeof formsOf>[number]

/** More bad rows than this are counted. */
const ROWS_NAMED = 20

/** Reads the first sheet of a file. Nothing is left out: a row that cannot be read refuses the file, with its line. */
export async function readSeries(
  file: { name: string; bytes: Uint8Array },
  asked: AskedColumns,
): Promise<ReadSeries | Refusal> {
  const book = await readSheetsApart(file)
  if (isRefusal(book)) return book
  const table = tableOf(book.sheets[0]?.rows ?? [])
  if (table === undefined)
    return refuse(
      'no-series',
      `${file.name} holds no table of two columns or more: give a file with a column of dates and one of numbers.`,
    )
  const dates = dateColumn(table, asked.date, file.name)
  if (isRefusal(dates)) return dates
  const values = valueColumn(table, dates, asked.value, file.name)
  if (isRefusal(values)) return values
  const warnings = [
    ...book.warnings.map(({ code, message }) => ({ code, message })),
    ...values.others.map((message) => ({ code: 'column-chosen', message })),
  ]
  return pointsOf(table, dates, values.column, { file: file.name, warnings })
}

/** Headings are the first row of two cells or more, unless it is a row of the series itself. */
function tableOf(rows: readonly SheetRow[]): Table | undefined {
  const begins = rows.findIndex(({ cells }) => cells.filter(({ text }) => text !== '').length > 1)
  const head = rows[begins]
  if (head === undefined) return undefined
  const bare = head.cells.some((cell) => formsOf(cell).length > 0) && head.cells.some(isNumber)
  const width = rows.slice(begins).reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return {
    columns: Array.from({ length: width }, (_, at) => ({
      at,
      name: (bare ? '' : head.cells[at]?.text) || `column ${at + 1}`,
    })),
    rows: rows.slice(bare ? begins : begins + 1),
  }
}

const cellOf = (row: SheetRow, { at }: Column): SheetCell | undefined => row.cells[at]
const isNumber = (cell: SheetCell | undefined): boolean =>
  cell !== undefined && (cell.number !== null || readNumber(cell.text).is === 'number')
const isTime = (cell: SheetCell | undefined): boolean => cell !== undefined && formsOf(cell).length > 0

/** A column is of a sort where most of its cells are: the others are then refused by their lines. */
const mostly = ({ rows }: Table, column: Column, is: (cell: SheetCell | undefined) => boolean): boolean => {
  const fitting = rows.filter((row) => is(cellOf(row, column))).length
  return fitting > 0 && fitting * 2 >= rows.length
}

const plain = (text: string): string => text.trim().toLowerCase()

function named({ columns }: Table, wanted: string, file: string): Column | Refusal {
  const byName = columns.find(({ name }) => plain(name) === plain(wanted))
  const byNumber = /^\d+$/.test(wanted) ? columns[Number(wanted) - 1] : undefined
  return (
    byName ??
    byNumber ??
    refuse(
      'no-such-column',
      `${file} has no column “${onOneLine(wanted)}”: its columns are ${listed(columns)}.`,
    )
  )
}

const listed = (columns: readonly Column[]): string =>
  columns.map(({ name }) => `“${onOneLine(name)}”`).join(', ')

const DATE_NAMES = /date|month|period|week|quarter|year|day|time/i
const VALUE_NAMES = /count|value|number|total|crimes|offences|incidents|events/i

function dateColumn(table: Table, asked: string | null, file: string): Column | Refusal {
  if (asked !== null) return named(table, asked, file)
  const found = table.columns.filter((column) => mostly(table, column, isTime))
  // A column of whole numbers may read as years; a heading that speaks of time comes first.
  const best = found.find(({ name }) => DATE_NAMES.test(name)) ?? found[0]
  return (
    best ??
    refuse(
      'columns-unclear',
      `No column of ${file} holds dates or months; name one with --date: its columns are ${listed(table.columns)}.`,
    )
  )
}

function valueColumn(
  table: Table,
  dates: Column,
  asked: string | null,
  file: string,
): { column: Column; others: string[] } | Refusal {
  if (asked !== null) {
    const column = named(table, asked, file)
    return isRefusal(column) ? column : { column, others: [] }
  }
  const found = table.columns.filter((column) => column !== dates && mostly(table, column, isNumber))
  const best = found.find(({ name }) => VALUE_NAMES.test(name)) ?? found[0]
  if (best === undefined)
    return refuse(
      'columns-unclear',
      `No column of ${file} holds numbers beside its dates; name one with --value: its columns are ${listed(table.columns)}.`,
    )
  const rest = found.filter((column) => column !== best)
  const others =
    rest.length === 0
      ? []
      : [`The values are those of “${onOneLine(best.name)}”; --value takes another column: ${listed(rest)}.`]
  return { column: best, others }
}

function pointsOf(
  table: Table,
  dates: Column,
  values: Column,
  { file, warnings }: { file: string; warnings: readonly ChartWarning[] },
): ReadSeries | Refusal {
  const form = formOf(table, dates)
  const order = orderIn(table, dates)
  const points: SeriesPoint[] = []
  const wrong: string[] = []
  const lines = new Map<LocalDate, number>()
  const said = new Map<LocalDate, string>()
  for (const row of table.rows) {
    const when = spanInCell(cellOf(row, dates) ?? { text: '', day: null }, form, order)
    const value = valueIn(cellOf(row, values), values.name)
    const date = 'unread' in when ? undefined : when.from
    const before = date === undefined ? undefined : lines.get(date)
    if ('unread' in when) wrong.push(`line ${row.line}: the date cannot be read, since ${when.unread}`)
    else if (before !== undefined)
      wrong.push(
        `line ${row.line}: ${dateIn(form, when)} stands on line ${before} already, and a series has one value a date`,
      )
    if (typeof value === 'string') wrong.push(`line ${row.line}: ${value}`)
    if (date === undefined) continue
    if (before === undefined) lines.set(date, row.line)
    if (!('unread' in when)) said.set(date, dateIn(form, when))
    if (typeof value === 'number') points.push({ date, value })
  }
  if (points.length === 0 && wrong.length === 0) wrong.push('there is no row below the headings')
  if (wrong.length > 0) return unreadRows(file, wrong)
  const percent = table.rows.some((row) => isPercent(cellOf(row, values)))
  const dateWords = (date: LocalDate): string => said.get(date) ?? longDate(date)
  return { name: values.name, points, dateWords, percent, warnings }
}

const dateIn = (form: Form, span: { from: LocalDate; until: LocalDate }): string =>
  form === 'day' ? longDate(span.from) : spanWords(span)

function unreadRows(file: string, wrong: readonly string[]): Refusal {
  const rest = wrong.length - ROWS_NAMED
  return refuse(
    'rows-unread',
    [
      `${file} cannot be drawn, since nothing is left out silently:`,
      ...wrong.slice(0, ROWS_NAMED).map((line) => `  ${onOneLine(line)}.`),
      ...(rest > 0 ? [`  and ${rest} more.`] : []),
      ...(wrong.some((line) => line.includes('the date cannot be read'))
        ? ['Dates are read as 2019-04-01, 1 April 2019, 2019-04 or Apr 2019.']
        : []),
    ].join('\n'),
  )
}

/** The form that most cells of a column can have. Days that are all the first of a month stand for the months. */
function formOf({ rows }: Table, column: Column): Form {
  const cells = rows.flatMap((row) => cellOf(row, column) ?? [])
  const counts = new Map<Form, number>()
  for (const form of cells.flatMap((cell) => formsOf(cell))) counts.set(form, (counts.get(form) ?? 0) + 1)
  const most = [...counts].reduce<[Form, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    ['day', 0],
  )[0]
  if (most !== 'day') return most
  const order = orderIn({ rows, columns: [] }, column)
  const days = cells.map((cell) => spanInCell(cell, 'day', order))
  return days.every((span) => 'unread' in span || span.from.endsWith('-01')) ? 'month' : 'day'
}

/** Which of day and month comes first in dates such as 03/04/2019, where another row of the column shows it. */
function orderIn({ rows }: Table, column: Column): NonNullable<ReturnType<typeof orderOf>> | null {
  const orders = new Set(rows.flatMap((row) => orderOf(cellOf(row, column)?.text ?? '') ?? []))
  return orders.size === 1 ? ([...orders][0] ?? null) : null
}

const isPercent = (cell: SheetCell | undefined): boolean => {
  if (cell?.percent === true) return true
  const read = readNumber(cell?.text ?? '')
  return read.is === 'number' && read.percent
}

/** The number of a cell, per cent as printed; or why there is none. */
function valueIn(cell: SheetCell | undefined, name: string): number | string {
  if (cell !== undefined && cell.number !== null) return cell.percent ? cell.number * 100 : cell.number
  const text = cell?.text ?? ''
  const read = readNumber(text)
  if (read.is === 'number') return read.number
  return read.is === 'empty' ? `no value stands in “${name}”` : `“${text}” in “${name}” is no number`
}
