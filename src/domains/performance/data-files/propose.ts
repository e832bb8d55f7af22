/**
 * Proposes a mapping for a spreadsheet: what each table's columns seem to mean, how sure that is, and what only a person
 * can answer. It decides nothing: what it cannot tell stays open, and an open mapping brings nothing.
 */
import { addDays } from '../../../lib/index.ts'
import { findTables, type SheetCell, type SheetTable, type Workbook } from '../../../papers/index.ts'
import type { Span } from '../measures/observation.ts'
import { bySpan } from '../measures/spans.ts'
import { gapsIn } from './flags.ts'
import { regionNamed } from './forces.ts'
import type { PartFrom, SpanForm, SpanFrom, TableMapping } from './mapping.ts'
import { commonForms, dateOrderOf, type Guessed, guessColumns, partsIn, totalsIn } from './propose-columns.ts'
import {
  askMeasures,
  type Making,
  type ProposedFor,
  type Question,
  valuesOf,
  type Work,
} from './propose-values.ts'
import { formsOf, spanInCell } from './span-in-cell.ts'

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
      return found.flatMap((table) => proposeTable(table, book, { ...made, alone: found.length === 1 }) ?? [])
    })
  return { tables }
}

function proposeTable(table: SheetTable, book: Workbook, made: Making): ProposedTable | undefined {
  const columns = guessColumns(table)
  const work: Work = { table, columns, questions: [], made }
  const wide = wideColumns(columns)
  const figures = wide.length > 0 ? wide : columns.filter(({ holds }) => holds === 'figures')
  if (figures.length === 0) return undefined
  const time = wide.length > 0 ? undefined : columns.find(({ holds }) => holds === 'times')
  const span = spanOf(work, wide, time)
  const words = columns.filter((one) => one.holds === 'words' && one !== time)
  const parts = partOf(work, words)
  const values = valuesOf(work, figures, { wide: wide.length > 0, byPart: parts.part !== null })
  const part = values.part ?? parts.part
  const used = new Set([
    time,
    parts.column,
    ...parts.filters.map(({ column }) => column),
    ...figures,
    ...values.totals,
  ])
  const names = parts.column === undefined || part === null ? [] : totalsIn(parts.column, part.names)
  askMeasures(work, values.columns)
  askReport(work)
  const mapping: ProposedTable['mapping'] = {
    find: findOf(work, book, [time, parts.column]),
    rows: parts.filters.map(({ column, is }) => ({ column: column.name, is: [is] })),
    span,
    dateOrder: orderOf(work, time),
    part,
    columns: values.columns,
    leave: columns.filter((one) => !used.has(one) && one.headings.length > 0).map(({ name }) => name),
    totals: [...names, ...(time === undefined ? [] : overTime(time))],
    totalColumns: values.totals.map(({ name }) => ({ name, of: [] })),
    marks: {},
    hiddenRows: null,
    mergedCells: null,
    report: { status: 'provisional', origin: 'internal', release: null, asAt: 'newest', invented: false },
  }
  const open = span === null || values.unknown
  return {
    sheet: table.sheet,
    title: table.title?.text ?? null,
    line: table.headingLines[0] ?? table.rows[0]?.line ?? 1,
    mapping,
    confidence: open ? 'unsure' : work.questions.length > 1 ? 'likely' : 'sure',
    questions: work.questions,
  }
}

/** Columns whose headings are times, where more than one is or it is the only one of figures. */
function wideColumns(columns: readonly Guessed[]): Guessed[] {
  const timed = columns.filter(({ headingForms, holds }) => headingForms.length > 0 && holds === 'figures')
  const other = columns.some(({ holds }) => holds === 'times')
  return timed.length > 1 || (timed.length === 1 && !other) ? timed : []
}

const FORM_WORDS: Readonly<Record<string, string>> = {
  month: 'what happened in the month',
  'month-end': 'the state at the end of the month',
  'year-to': 'what happened in the twelve months that end then',
  day: 'the state on the day',
}

function spanOf(work: Work, wide: readonly Guessed[], time: Guessed | undefined): SpanFrom | null {
  const { questions } = work
  const forms =
    wide.length > 0
      ? commonForms(wide.map(({ headingForms }) => headingForms))
      : commonForms((time?.cells ?? []).map(formsOf).filter((all) => all.length > 0))
  const times = wide.length > 0 ? wide.flatMap(({ headingCells }) => headingCells) : (time?.cells ?? [])
  const form = likeliest(forms, times)
  if (form === undefined) return fixedSpan(work)
  if (forms.length > 1)
    questions.push({
      about: 'span',
      question: `Are these figures ${forms.map((one) => `${FORM_WORDS[one] ?? one} ("${one}")`).join(', or ')}? “${form}” is proposed.`,
    })
  return time === undefined ? { headings: form } : { column: time.name, form }
}

/** Months that do not follow on one another are rather days on which something was counted. */
function likeliest(forms: readonly SpanForm[], times: readonly SheetCell[]): SpanForm | undefined {
  if (!forms.includes('month-end')) return forms[0]
  const months = times.flatMap((cell) => {
    const span = spanInCell(cell, 'month', 'day-first')
    return 'unread' in span ? [] : [span]
  })
  return gapsIn([...new Map(months.map((span) => [span.from, span])).values()].toSorted(bySpan)).length >
    months.length
    ? 'month-end'
    : forms[0]
}

/** "year ending March 2020", "April 2019 to March 2020" in the lines above. */
function fixedSpan({ table, questions }: Work): SpanFrom | null {
  const lines = [table.title?.text ?? '', ...table.above.map(({ text }) => text)]
  for (const line of lines) {
    const [, words] = /year (?:ending|to) ((?:\d{1,2} )?[a-z]{3,9} \d{4})/i.exec(line) ?? []
    const span: Span | { unread: string } =
      words === undefined ? { unread: '' } : spanInCell({ text: words, day: null }, 'year-to', null)
    if (!('unread' in span)) {
      questions.push({
        about: 'span',
        question: `All figures are taken to be of ${span.from} to ${addDays(span.until, -1)}, as the title says. Is that so?`,
      })
      return { span }
    }
  }
  questions.push({
    about: 'span',
    question:
      'Nothing says of which time the figures are: write "span": { "span": { "from": "2019-04-01", "until": "2020-04-01" } } for all, where "until" is the day after the last.',
  })
  return null
}

function orderOf({ questions }: Work, time: Guessed | undefined): TableMapping['dateOrder'] {
  const order = time === undefined ? null : dateOrderOf(time.cells)
  if (order !== 'unknown') return order
  questions.push({
    about: 'dateOrder',
    question: `Is 03/04/2019 in “${time?.name ?? ''}” the 3rd of April ("day-first") or the 4th of March ("month-first")?`,
  })
  return null
}

const overTime = (time: Guessed): TableMapping['totals'] =>
  [...new Set(time.cells.map(({ text }) => text))]
    .filter((text) => /^\W*total\b/i.test(text))
    .map((name) => ({ name, of: [] }))

type Parts = {
  part: PartFrom | null
  column: Guessed | undefined
  filters: { column: Guessed; is: string }[]
}

/** Which column of words tells the parts apart, and what the others must say so that one figure is left for each. */
function partOf({ questions }: Work, words: readonly Guessed[]): Parts {
  const telling = words.filter(({ cells }) => new Set(cells.map(({ text }) => text)).size > 1)
  const forces = telling.find((one) => partsIn(one).names === 'forces' && !isRegions(one))
  const column = forces ?? telling.toSorted((one, other) => differentIn(other) - differentIn(one))[0]
  if (column === undefined) return { part: null, column: undefined, filters: [] }
  const { dimension, names } = partsIn(column)
  const others = telling.filter((one) => one !== column && !isGroupOf(one, column))
  const filters = others.flatMap((one) => {
    const values = [...new Set(one.cells.map(({ text }) => text))]
    const is = values.find((text) => /total/i.test(text)) ?? values[0]
    return is === undefined ? [] : [{ column: one, is }]
  })
  if (filters.length > 0)
    questions.push({
      about: 'rows',
      question: `The rows are told apart by “${column.name}” and by ${others.map(({ name }) => `“${name}”`).join(', ')}, and a measure has one kind of part: only rows with ${filters.map(({ column: { name }, is }) => `“${is}” in “${name}”`).join(' and ')} would be read. Is that what you want?`,
    })
  if (names === 'forces')
    questions.push({
      about: 'part',
      question: `All forces would be parts of the measure. If only your own force’s row is wanted as the figure of the whole area, write "part": null and "rows": [{ "column": "${column.name}", "is": ["Kent"] }].`,
    })
  return { part: { dimension, column: column.name, names, called: {} }, column, filters }
}

const differentIn = ({ cells }: Guessed): number => new Set(cells.map(({ text }) => text)).size

/** A column of the regions of forces, of which some are called like a force of theirs. */
const isRegions = ({ cells }: Guessed): boolean => {
  const names = [...new Set(cells.map(({ text }) => text))]
  return names.filter((name) => regionNamed(name) !== undefined).length > names.length / 2
}

/** A column such as the region of each force says nothing that the other does not. */
function isGroupOf(group: Guessed, column: Guessed): boolean {
  if (group.cells.length !== column.cells.length) return false
  const groupOf = new Map<string, string>()
  return column.cells.every(({ text }, at) => {
    const own = group.cells[at]?.text ?? ''
    const before = groupOf.get(text)
    groupOf.set(text, own)
    return before === undefined || before === own
  })
}

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
