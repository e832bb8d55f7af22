/** A workbook as its readers build it and as it comes from the process in which it was read: small, since most cells are mere text. */
import type { LocalDate } from '../../lib/index.ts'
import type { Merge, Sheet, SheetCell, SheetRow, SheetWarning, Workbook } from './sheet.ts'

/** What is said of a cell in bits. */
export const PERCENT = 1
export const FORMULA = 2
export const MERGED = 4
/** It is shown as a date, and there is no such day. Told as a warning, not kept. */
export const NO_SUCH_DAY = 8

/** A cell of text alone, or its text, number, day, bits and the raised mark of a footnote. */
export type PackedCell =
  | string
  | readonly [text: string, number: number | null, day: LocalDate | null, bits: number, note: string]

/** The text of a packed cell. */
export const textOf = (cell: PackedCell): string => (typeof cell === 'string' ? cell : cell[0])

/** A cell that holds nothing that a reader should know. */
export function isEmpty(cell: PackedCell): boolean {
  if (typeof cell === 'string') return cell === ''
  const [text, number, day, bits, note] = cell
  // A format may show nothing for a number that is there.
  return text === '' && number === null && day === null && note === '' && (bits & FORMULA) === 0
}

export type PackedRow = { line: number; hidden: boolean; cells: readonly PackedCell[] }

export type PackedSheet = {
  name: string
  hidden: boolean
  rows: readonly PackedRow[]
  hiddenColumns: readonly number[]
  merges: readonly Merge[]
}

export type PackedWorkbook = {
  form: Workbook['form']
  sheets: readonly PackedSheet[]
  warnings: readonly SheetWarning[]
}

/** The workbook that was packed. Cells of the same text are one object. */
export function unpacked({ form, sheets, warnings }: PackedWorkbook): Workbook {
  const texts = new Map<string, SheetCell>()
  return { form, sheets: sheets.map((sheet) => unpackedSheet(sheet, texts)), warnings }
}

function unpackedSheet(sheet: PackedSheet, texts: Map<string, SheetCell>): Sheet {
  const cell = (packed: PackedCell): SheetCell => {
    if (typeof packed !== 'string') return cellOf(...packed)
    const known = texts.get(packed)
    if (known !== undefined) return known
    const made = cellOf(packed, null, null, 0, '')
    if (texts.size < MOST_SHARED) texts.set(packed, made)
    return made
  }
  const rows = sheet.rows.map(
    ({ line, hidden, cells }): SheetRow => ({ line, hidden, cells: cells.map(cell) }),
  )
  return { ...sheet, rows }
}

/** Beyond this many different texts, looking for the same one costs more than it saves. */
const MOST_SHARED = 50_000

const cellOf = (
  text: string,
  number: number | null,
  day: LocalDate | null,
  bits: number,
  note: string,
): SheetCell => ({
  text,
  number,
  day,
  percent: (bits & PERCENT) !== 0,
  formula: (bits & FORMULA) !== 0,
  merged: (bits & MERGED) !== 0,
  note,
})
