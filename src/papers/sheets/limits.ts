/** What a spreadsheet may hold at most, and the sentences when it holds more: bounds of memory, far above what is published. */
import { type Refusal, refuse } from '../../lib/index.ts'

/** Columns of a sheet, cells of a file in which something stands, and characters of all its cells. */
export const MOST_COLUMNS = 2000
export const MOST_CELLS = 2_000_000
export const MOST_CHARACTERS = 40_000_000
/** Places of rows, empty ones before filled ones among them: what rows cost, however little stands in them. */
export const MOST_PLACES = 4_000_000
/** The longest cell, or row of CSV, in characters. */
export const MOST_OF_A_CELL = 4_000_000
/** Excel itself has no more rows and columns. */
export const LAST_LINE = 1_048_576
export const LAST_COLUMN = 16_384
/** Texts that the cells of a workbook share. */
export const MOST_TEXTS = 1_000_000
/** Sheets of one file, and merged ranges of one sheet. */
export const MOST_SHEETS = 500
export const MOST_MERGES = 20_000

/** Thrown in the midst of a file to end its reading, and caught by its reader, which returns the refusal. */
export class Unread extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** What came of reading, or the refusal that ended it. */
export function unlessUnread<Outcome>(read: () => Outcome): Outcome | Refusal {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unread) return error.refusal
    throw error
  }
}

/** `place` begins the sentence after the file's name: "sheet “Table 1”, line 4" or "line 4". */
export const tooWide = (file: string, place: string): Refusal =>
  refuse(
    'sheet-too-wide',
    `${file}, ${place}: it has more than the ${MOST_COLUMNS.toLocaleString('en-GB')} columns that are read; keep the columns that are needed, or turn the table on its side.`,
  )

export const tooMany = (file: string, place: string): Refusal =>
  refuse(
    'sheet-too-large',
    `${file}, ${place}: by here it holds more than the ${MOST_CELLS.toLocaleString('en-GB')} filled cells or ${MOST_CHARACTERS / 1_000_000} million characters that are read; split it into files.`,
  )
