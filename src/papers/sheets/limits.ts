/** What a spreadsheet may hold at most, and the sentences when it holds more: bounds of memory, far above what is published. */
import { type Refusal, refuse } from '../../lib/index.ts'

/** Columns of a sheet, cells of a file in which something stands, and characters of all its cells. */
export const MOST_COLUMNS = 2000
export const MOST_CELLS = 2_000_000
export const MOST_CHARACTERS = 40_000_000
/** Excel itself has no more rows and columns. */
export const LAST_LINE = 1_048_576
export const LAST_COLUMN = 16_384
/** Sheets of one file. */
export const MOST_SHEETS = 500

/** `place` begins the sentence after the file's name: "sheet “Table 1”, line 4" or "line 4". */
export const tooWide = (file: string, place: string): Refusal =>
  refuse(
    'sheet-too-wide',
    `${file}, ${place}: it has more than the ${MOST_COLUMNS.toLocaleString('en-GB')} columns that are read; keep the columns that are needed, or turn the table on its side.`,
  )

export const tooMany = (file: string, place: string): Refusal =>
  refuse(
    'sheet-too-large',
    `${file}, ${place}: by here it holds more than the ${MOST_CELLS.toLocaleString('en-GB')} filled cells or 40 million characters that are read; split it into files.`,
  )
