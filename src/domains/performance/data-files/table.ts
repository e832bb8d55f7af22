/** Finds the table of a mapping in a workbook by its title and headings, whatever its place, and its columns by name. */
import { type Refusal, refuse } from '../../../lib/index.ts'
import {
  headingCells,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type Workbook,
} from '../../../papers/index.ts'
import type { Span } from '../measures/observation.ts'
import { spanKey, spanWords } from '../measures/spans.ts'
import type { ColumnOfFigures, FindTable, TableMapping } from './mapping.ts'
import { spanInCell } from './span-in-cell.ts'
import { withYear } from './year-apart.ts'

/** A column of a table: its place from 0, its letter, what its headings say from the top, and the cells that say so. */
export type Column = { at: number; letter: string; headings: readonly string[]; cells: readonly SheetCell[] }

/** A table where it was found. */
export type FoundTable = {
  form: Workbook['form']
  sheet: Sheet
  /** The line on which its headings begin. */
  line: number
  columns: readonly Column[]
  rows: readonly SheetRow[]
}

/** A column of figures where it was found; `span` where its heading says one. */
export type FoundColumn = { column: Column; means: ColumnOfFigures; span: Span | null }

/** Words without what differs between two printings of one heading. */
export const sameWords = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[’']/g, '').replace(/\s+/g, ' ').trim()

/** A, B … Z, AA: as programs name columns. */
export function letterOf(at: number): string {
  const before = Math.floor(at / 26)
  return (before === 0 ? '' : letterOf(before - 1)) + String.fromCharCode(65 + (at % 26))
}

/** What to call a column in a sentence and in a mapping: its lowest heading, or "column A" where it has none. */
export const nameOf = ({ headings, letter }: Pick<Column, 'headings' | 'letter'>): string =>
  headings.findLast((heading) => heading !== '') ?? `column ${letter}`

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

/** Where in a file: "sheet Table_1", or the file itself where it is a CSV, which has no sheets. */
export const sheetWords = (book: Pick<Workbook, 'form'>, sheet: Pick<Sheet, 'name'>): string =>
  book.form === 'csv' ? '' : `sheet ${sheet.name}`

/** Columns of a block of heading lines, the words of wide headings in each column that they stand over. */
const columnsOf = (sheet: Sheet, rows: readonly SheetRow[]): Column[] =>
  headingCells(sheet, rows).map((cells, at) => ({
    at,
    letter: letterOf(at),
    headings: cells.map(({ text }) => text),
    cells,
  }))

/** The columns that a name of a mapping may mean. */
export function columnsNamed(columns: readonly Column[], name: string): Column[] {
  const wanted = sameWords(name)
  const letter = /^column ([a-z]{1,3})$/.exec(wanted)?.[1]
  const own = columns.filter(
    (column) =>
      sameWords(nameOf(column)) === wanted ||
      sameWords(column.headings.filter((one) => one !== '').join(' ')) === wanted,
  )
  // A heading above others names its columns only where no lowest one does.
  const called =
    own.length > 0
      ? own
      : columns.filter(({ headings }) => headings.some((heading) => sameWords(heading) === wanted))
  if (called.length > 0 || letter === undefined) return called
  return columns.filter(
    (column) => column.letter.toLowerCase() === letter && nameOf(column) === `column ${column.letter}`,
  )
}

type Candidate = { sheet: Sheet; from: number; until: number }

/** Rows whose lines follow a first one, as many lines as headings stand on. */
function block(sheet: Sheet, from: number, lines: number): Candidate {
  const first = sheet.rows[from]?.line ?? 0
  let until = from
  while ((sheet.rows[until]?.line ?? Number.POSITIVE_INFINITY) < first + lines) until += 1
  return { sheet, from, until }
}

/** Headings below a title stand this many rows below it at most: notes may come between. */
const MOST_BELOW_TITLE = 25
/** And where there is no title, near the top. */
const MOST_BEFORE = 200

function candidatesIn(sheet: Sheet, find: FindTable): Candidate[] {
  const title = find.title === null ? null : sameWords(find.title)
  const starts =
    title === null
      ? [0]
      : sheet.rows.flatMap(({ cells }, at) =>
          cells.some(({ text }) => text !== '' && titleBegins(sameWords(text), title)) ? [at + 1] : [],
        )
  const most = title === null ? MOST_BEFORE : MOST_BELOW_TITLE
  return starts.flatMap((start) => {
    const limit = Math.min(sheet.rows.length, start + most)
    for (let from = start; from < limit; from += 1) {
      const found = block(sheet, from, find.headingLines)
      if (fits(found, find)) return [found]
    }
    return []
  })
}

/** "Table 1" begins "Table 1: police officers" and neither "Table 12" nor "Table 1.2". */
const titleBegins = (text: string, title: string): boolean =>
  text.startsWith(title) && !/^(?:\d|\.\d|[a-z])/.test(text.slice(title.length))

/** The first of the headings stands on the first of their lines, so that a block cannot begin too early. */
function fits({ sheet, from, until }: Candidate, { headings }: FindTable): boolean {
  const row = sheet.rows[from]
  const [begins] = headings
  if (row === undefined) return false
  if (begins === undefined) return row.cells.filter(({ text }) => text !== '').length > 1
  if (!row.cells.some(({ text }) => sameWords(text) === sameWords(begins))) return false
  const columns = columnsOf(sheet, sheet.rows.slice(from, until))
  return headings.every((heading) => columnsNamed(columns, heading).length > 0)
}

/** The table that a mapping speaks of, or why it cannot be told which. `file` is named in what is refused. */
export function findTable(book: Workbook, { find }: TableMapping, file: string): FoundTable | Refusal {
  const sheets = book.sheets.filter(
    ({ name }) => book.form === 'csv' || find.sheet === null || sameWords(name) === sameWords(find.sheet),
  )
  const [found, other] = sheets.flatMap((sheet) => candidatesIn(sheet, find))
  if (found === undefined) return refuse('table-not-found', notFound(book, sheets, find, file))
  if (other !== undefined) {
    const place = (one: Candidate): string =>
      [sheetWords(book, one.sheet), `line ${one.sheet.rows[one.from]?.line ?? 0}`].filter(Boolean).join(', ')
    return refuse(
      'table-twice',
      `${file} has two tables that the mapping may mean, at ${place(found)} and at ${place(other)}; name the sheet and the title under "find".`,
    )
  }
  const { sheet, from, until } = found
  return {
    form: book.form,
    sheet,
    line: sheet.rows[from]?.line ?? 0,
    columns: columnsOf(sheet, sheet.rows.slice(from, until)),
    rows: sheet.rows.slice(until),
  }
}

function notFound(book: Workbook, sheets: readonly Sheet[], find: FindTable, file: string): string {
  const [sheet] = sheets
  if (sheet === undefined)
    return `${file} has no sheet ${quoted([find.sheet ?? ''])} that the mapping names; it has ${quoted(book.sheets.map(({ name }) => name))}.`
  const near = sheet.rows
    .slice(0, MOST_BEFORE)
    .map((row) => ({
      row,
      missing: find.headings.filter(
        (one) => !row.cells.some(({ text }) => sameWords(text) === sameWords(one)),
      ),
    }))
    .toSorted((one, another) => one.missing.length - another.missing.length)[0]
  const like =
    near === undefined || near.missing.length === find.headings.length
      ? ''
      : ` Line ${near.row.line} comes nearest and lacks ${quoted(near.missing)}; it has ${quoted(near.row.cells.flatMap(({ text }) => (text === '' ? [] : [text])).slice(0, 12))}.`
  const title = find.title === null ? '' : ` below the title ${quoted([find.title])}`
  return `${file}${find.sheet === null ? '' : `, sheet ${find.sheet}`}: the headings ${quoted(find.headings)} of the mapping do not stand there${title}.${like} Mend the file, or the mapping with --propose; nothing was brought.`
}

/** The one column that a name means, or a refusal. */
export function columnNamed(found: FoundTable, name: string, file: string): Column | Refusal {
  const [column, other] = columnsNamed(found.columns, name)
  const place = `${file}, line ${found.line}`
  if (column === undefined)
    return refuse(
      'column-missing',
      `${place}: there is no column “${name}”, which the mapping reads; there are ${quoted(found.columns.map(nameOf).slice(0, 20))}. Write the heading as before, or the new one into the mapping. Nothing was brought.`,
    )
  if (other !== undefined)
    return refuse(
      'column-twice',
      `${place}: columns ${column.letter} and ${other.letter} are both called “${name}”; give one another heading, or name it with the heading above it. Nothing was brought.`,
    )
  return column
}

/**
 * The span that a column's headings say in a form, one alone or the lowest with the year above it; undefined where none
 * does. `year` is what the row says where headings say months or quarters alone.
 */
export function spanOfColumn(
  { cells }: Column,
  { span: from, dateOrder }: Pick<TableMapping, 'span' | 'dateOrder'>,
  year: string | null = null,
): Span | undefined {
  if (!('headings' in from)) return undefined
  const { headings: form } = from
  const [lowest, ...above] = cells.toReversed().filter(({ text }) => text !== '')
  if (lowest === undefined) return undefined
  const years = year === null ? above.map(({ text }) => text) : [year]
  const printed = [
    ...years.map((one) => withYear(lowest, one, form)),
    ...(year === null ? [lowest, ...above] : []),
  ]
  const [span] = printed.flatMap((one) => {
    const read = spanInCell(one, form, dateOrder)
    return 'unread' in read ? [] : [read]
  })
  return span
}

/** Any year: whether a heading is a month or quarter is asked before the year of a row is known. */
const ANY_YEAR = '2020'

/** The columns of figures of a mapping in the table that was found, or what hinders. */
export function columnsOfFigures(
  found: FoundTable,
  table: TableMapping,
  file: string,
): FoundColumn[] | Refusal {
  const all: FoundColumn[] = []
  for (const means of table.columns) {
    if (means.column === '*') {
      const byRow = 'year' in table.span && table.span.year !== undefined
      const wide = found.columns.flatMap((column) => {
        const span = spanOfColumn(column, table, byRow ? ANY_YEAR : null)
        return span === undefined ? [] : [{ column, means, span }]
      })
      if (wide.length === 0)
        return refuse(
          'column-missing',
          `${file}, line ${found.line}: no heading says a time as the mapping reads it; there are ${quoted(found.columns.map(nameOf).slice(0, 12))}. Nothing was brought.`,
        )
      const twice = sameSpan(wide)
      if (twice !== undefined) return refuse('column-twice', `${file}, line ${found.line}: ${twice}`)
      all.push(...(byRow ? wide.map((one) => ({ ...one, span: null })) : wide))
      continue
    }
    const several = columnsNamed(found.columns, means.column).flatMap((column) => {
      const span = spanOfColumn(column, table)
      return span === undefined ? [] : [{ column, means, span }]
    })
    // Below one time after another the same heading stands again.
    if (several.length > 1 && sameSpan(several) === undefined) {
      all.push(...several)
      continue
    }
    const column = columnNamed(found, means.column, file)
    if ('refused' in column) return column
    all.push({ column, means, span: spanOfColumn(column, table) ?? null })
  }
  return all
}

function sameSpan(columns: readonly { column: Column; span: Span }[]): string | undefined {
  const seen = new Map<string, Column>()
  for (const { column, span } of columns) {
    const before = seen.get(spanKey(span))
    if (before !== undefined)
      return `columns ${before.letter} and ${column.letter} both say ${spanWords(span)}; take one of them out. Nothing was brought.`
    seen.set(spanKey(span), column)
  }
  return undefined
}
