/**
 * Proposes a mapping for a spreadsheet: what each table's columns seem to mean, how sure that is, and what only a person
 * can answer. It decides nothing: what it cannot tell stays open, and an open mapping brings nothing.
 */
import { findTables, type SheetTable, type Workbook } from '../../../papers/index.ts'
import type { SpanFrom, TableMapping } from './mapping.ts'
import { type Guessed, guessColumns } from './propose-columns.ts'
import { measuresInRows } from './propose-measures.ts'
import { isGroupOf, notParts, partOf } from './propose-parts.ts'
import { orderOf, rowsWithin, spanOf, withinYears } from './propose-times.ts'
import {
  askMeasures,
  askUnused,
  type Making,
  type ProposedFor,
  type Question,
  valuesOf,
  type Work,
} from './propose-values.ts'
import { formsOf } from './span-in-cell.ts'

export type { ProposedFor, Question } from './propose-values.ts'

export type ProposedTable = {
  sheet: string
  title: string | null
  line: number
  /** The mapping of the table; its `span` is null where nothing says of which time the figures are. */
  mapping: Omit<TableMapping, 'span'> & { span: SpanFrom | null }
  /** 'sure' where nothing was asked, 'unsure' where it brings nothing until something is answered. */
  confidence: 'sure' | 'likely' | 'unsure'
  questions: readonly Question[]
}

export type Proposal = { tables: readonly ProposedTable[] }

/** Proposes what the tables of a workbook mean, those of shown sheets first to last. */
export function proposeMapping(book: Workbook, made: ProposedFor): Proposal {
  const tables = book.sheets
    .filter(({ hidden, name }) => !hidden && !/^(?:cover|contents|index|notes)/i.test(name))
    .flatMap((sheet) => {
      const found = findTables(sheet).filter(({ rows, columns }) => rows.length > 0 && columns.length > 1)
      return found.flatMap((table) => proposeTable(table, book, { ...made, alone: found.length === 1 }))
    })
  return { tables }
}

/** Mostly one mapping of a table; one for each measure where its rows are of several. */
function proposeTable(table: SheetTable, book: Workbook, made: Making): ProposedTable[] {
  const columns = guessColumns(table)
  const work: Work = { table, columns, questions: [], made }
  const timed = wideColumns(columns)
  const time = timed.length > 0 ? undefined : columns.find(({ holds }) => holds === 'times')
  const within = withinYears(columns, time)
  const wide = within === undefined || within.headings.length === 0 ? timed : within.headings
  const others = columns.filter((one) => one !== time && one !== within?.column)
  const figures = wide.length > 0 ? wide : others.filter(({ holds }) => holds === 'figures')
  if (figures.length === 0) return []
  const span = spanOf(work, wide, { time, within })
  const words = others.filter(({ holds }) => holds === 'words')
  const inRows = measuresInRows(work, words, { figures, wide: wide.length > 0 })
  const parts = partOf(
    work,
    inRows === undefined
      ? words
      : words.filter((one) => one !== inRows.column && !isGroupOf(one, inRows.column)),
  )
  const values = inRows ?? valuesOf(work, figures, { wide: wide.length > 0, parts })
  const part = values.part ?? parts.part
  const rest =
    parts.column === undefined || part === null
      ? NO_NAMES
      : notParts(work, { column: parts.column, part, time })
  const used = [
    time,
    within?.column,
    inRows?.column,
    parts.column,
    ...parts.filters.map(({ column }) => column),
  ]
  const all = new Set([...used, ...figures, ...values.totals])
  askUnused(work, all)
  askMeasures(work, values.columns)
  askReport(work)
  const mapping: ProposedTable['mapping'] = {
    find: findOf(work, book, [time, parts.column, inRows?.column]),
    rows: [
      ...rowsWithin(within),
      ...parts.filters.map(({ column, is }) => ({ column: column.name, is: [is] })),
    ],
    span,
    dateOrder: orderOf(work, time),
    part: part === null ? null : { ...part, called: { ...part.called, ...rest.called } },
    columns: values.columns,
    leave: columns.filter((one) => !all.has(one) && one.headings.length > 0).map(({ name }) => name),
    totals: [...rest.totals, ...(time === undefined ? [] : overTime(time))],
    totalColumns: values.totals.map(({ name }) => ({ name, of: [] })),
    marks: {},
    hiddenRows: null,
    mergedCells: null,
    report: { status: 'provisional', origin: 'internal', release: null, asAt: 'newest', invented: false },
  }
  const proposed = asProposed(work, mapping, span === null || values.unknown)
  return inRows === undefined ? [proposed] : inRows.rows.map((row, at) => ofRow(proposed, row, at === 0))
}

const asProposed = (
  { table, questions }: Work,
  mapping: ProposedTable['mapping'],
  open: boolean,
): ProposedTable => ({
  sheet: table.sheet,
  title: table.title?.text ?? null,
  line: table.headingLines[0] ?? table.rows[0]?.line ?? 1,
  mapping,
  confidence: open ? 'unsure' : questions.length > 1 ? 'likely' : 'sure',
  questions,
})

const NO_NAMES = { totals: [], called: {} }

/** The table for one of the measures that its rows are of; what is asked is asked once. */
const ofRow = (
  one: ProposedTable,
  { filter, column }: { filter: TableMapping['rows'][number]; column: TableMapping['columns'][number] },
  first: boolean,
): ProposedTable => ({
  ...one,
  mapping: { ...one.mapping, rows: [filter, ...one.mapping.rows], columns: [column] },
  questions: first ? one.questions : [],
})

/** Columns whose headings are times, where more than one is or it is the only one of figures. */
function wideColumns(columns: readonly Guessed[]): Guessed[] {
  const timed = columns.filter(({ headingForms, holds }) => headingForms.length > 0 && holds === 'figures')
  const other = columns.some(({ holds }) => holds === 'times')
  return timed.length > 1 || (timed.length === 1 && !other) ? timed : []
}

const overTime = (time: Guessed): TableMapping['totals'] =>
  [...new Set(time.cells.map(({ text }) => text))]
    .filter((text) => /^\W*total\b/i.test(text))
    .map((name) => ({ name, of: [] }))

function askReport({ questions }: Work): void {
  questions.push({
    about: 'report',
    question:
      'Who says so, and when? "origin" is "official" for official statistics; "status" "final" when they are; "release" names them, and "asAt" is the day on which the figures stood like this.',
  })
}

/** The headings by which it is found again: those that do not change from month to month, the first line's first. */
function findOf(
  { table, columns, made }: Work,
  book: Workbook,
  named: readonly (Guessed | undefined)[],
): TableMapping['find'] {
  const [first = 1] = table.headingLines
  const last = table.headingLines.at(-1) ?? first
  const stable = columns.filter((one) => one.headingForms.length === 0 || named.includes(one))
  const onFirst = book.sheets
    .find(({ name }) => name === table.sheet)
    ?.rows.find(({ line }) => line === first)
    ?.cells.map(({ text }) => text)
    .find((text) => text !== '' && formsOf({ text, day: null }).length === 0)
  const headings = stable.filter(({ headings: own }) => own.length > 0).map(({ name }) => name)
  const title = table.title === null || book.form === 'csv' ? null : shortTitle(table.title.text)
  return {
    sheet: book.form === 'csv' || made.alone ? null : table.sheet,
    title,
    headings: [...new Set([...(onFirst === undefined ? [] : [onFirst]), ...headings])],
    headingLines: last - first + 1,
  }
}

/** "Table 1.4" of "Table 1.4 Gender by financial year, 2004/05 to 2019/20": the years change. */
const shortTitle = (title: string): string => /^table\s*[\d.]*\d/i.exec(title)?.[0] ?? title
