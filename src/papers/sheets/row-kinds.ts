/** Tells what a row of a sheet is: figures, headings, words alone, notes. */
import type { SheetCell, SheetRow } from './sheet.ts'
import { readNumber } from './values.ts'

/** How many cells of a row show something. */
export function filledCells({ cells }: SheetRow): number {
  let count = 0
  for (const { text } of cells) if (text !== '') count += 1
  return count
}

const YEAR = /^(?:19|20)\d{2}$/

/** A number, or the mark of a missing one; a year or a day may be a heading as well, and a dash anything. */
export function isFigure({ text, number, day, percent }: SheetCell): boolean {
  if (text === '' || day !== null) return false
  if (YEAR.test(text) && !percent) return false
  if (number !== null) return true
  const value = readNumber(text)
  return value.is === 'number' || (value.is === 'mark' && value.mark !== 'dash' && text.length < 6)
}

export const hasFigures = ({ cells }: SheetRow): boolean => cells.some(isFigure)

/** Words, years and days in two cells or more, of which the words are short, as headings are. */
export const isHeadingLike = (row: SheetRow): boolean =>
  filledCells(row) >= 2 && !hasFigures(row) && row.cells.every(({ text }) => text.length < 200)

const NOTES = /^(?:notes?|sources?|footnotes?|key)\b\s*\d*\s*[:.]?/i

/** A row that begins the notes below a table, whether or not its words run over two cells. */
export function isNotes(row: SheetRow): boolean {
  const first = row.cells.find(({ text }) => text !== '')?.text ?? ''
  return NOTES.test(first) && filledCells(row) <= 2 && !hasFigures(row)
}
