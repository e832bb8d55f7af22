/** Reads CSV (RFC 4180 and what programs make of it) into rows of text, each with the line on which it begins. */
import { CsvError, parse } from 'csv-parse/sync'
import { isRefusal, type Refusal, refuse } from '../../lib/index.ts'
import type { PaperFile } from '../read-paper.ts'
import { csvText } from './csv-text.ts'
import { type Delimited, delimiterOf } from './delimiter.ts'
import { MOST_CELLS, MOST_COLUMNS, MOST_OF_A_CELL, tooMany, tooWide, Unread } from './limits.ts'
import type { PackedRow, PackedWorkbook } from './packed.ts'
import { RowLengths } from './ragged-rows.ts'
import { shownText } from './shown-text.ts'

/** How many rows pass between two signs of progress. */
const STRETCH = 5000

/**
 * Reads a CSV file, delimited by commas, semicolons, tabs or bars, whichever divides its rows most evenly. Rows that are
 * longer or shorter than most are kept and told. Refuses as `csvText` does, and with 'csv-quote-open', 'sheet-too-wide'
 * and 'sheet-too-large'.
 */
export function readCsv(file: PaperFile, progress: () => void): PackedWorkbook | Refusal {
  const decoded = csvText(file)
  if (isRefusal(decoded)) return decoded
  const { body, delimiter, first } = delimiterOf(decoded.text)
  const name = file.name.replace(/\.[^.]*$/, '')
  const lengths = new RowLengths()
  const absurd = absurdLine(body, delimiter)
  if (absurd !== undefined) return tooWide(file.name, `line ${absurd + first - 1}`)
  const rows = rowsOf({ body, delimiter, first }, file.name, lengths, progress)
  if (isRefusal(rows)) return rows
  const sheet = { name, hidden: false, rows, hiddenColumns: [], merges: [] }
  const told = decoded.warnings.map((warning) => ({ ...warning, sheet: name }))
  return { form: 'csv', sheets: [sheet], warnings: [...told, ...lengths.warnings(name)] }
}

/** More delimiters in one line than even a long cell of words holds: its row is not built to count its cells. */
const MOST_SIGNS = 100_000

/** The first line, from 1, that is all delimiters; undefined when there is none. */
function absurdLine(text: string, delimiter: string): number | undefined {
  const sign = delimiter.charCodeAt(0)
  let [line, signs] = [1, 0]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      line += 1
      signs = 0
    } else if (code === sign) {
      signs += 1
      if (signs > MOST_SIGNS) return line
    }
  }
  return undefined
}

/** Cells without the empty ones at their end. */
function trimmedEnd(cells: string[]): string[] {
  const length = cells.findLastIndex((cell) => cell !== '') + 1
  return length === cells.length ? cells : cells.slice(0, length)
}

function rowsOf(
  { body, delimiter, first }: Delimited,
  file: string,
  lengths: RowLengths,
  progress: () => void,
): PackedRow[] | Refusal {
  const rows: PackedRow[] = []
  // The line on which the next row begins.
  let line = first
  let places = 0
  let taken = 0
  const take = (record: string[], end: number): void => {
    const begins = line
    line = end + first
    taken += 1
    if (taken % STRETCH === 0) progress()
    if (record.length > MOST_COLUMNS) throw new Unread(tooWide(file, `line ${begins}`))
    const read = record.map(shownText)
    const cells = trimmedEnd(read)
    if (cells.length === 0) return
    lengths.take(begins, read)
    places += cells.length
    if (places > MOST_CELLS) throw new Unread(tooMany(file, `line ${begins}`))
    rows.push({ line: begins, hidden: false, cells })
  }
  try {
    parse(body, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      // Beyond it a quotation mark was not closed, or it is no table.
      max_record_size: MOST_OF_A_CELL,
      // Kept here and not there: of each row only its line is wanted beside it.
      on_record: (record: string[], { lines }) => {
        take(record, lines)
        return null
      },
    })
    return rows
  } catch (error) {
    if (error instanceof Unread) return error.refusal
    if (error instanceof CsvError) return unclosed(error, file, line)
    throw error
  }
}

/** With spare quotes allowed and rows of any length, what is left to go wrong is a quotation mark without its second. */
function unclosed(error: CsvError, file: string, line: number): Refusal {
  const how = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'to the end of the file' : 'for four million characters'
  return refuse(
    'csv-quote-open',
    `${file}, line ${line}: the row that begins there goes on ${how}, as when a quotation mark is opened and never closed; close it, or double a mark that is part of the words.`,
  )
}
