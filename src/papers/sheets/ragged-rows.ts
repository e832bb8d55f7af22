/** Tells of the rows of a CSV file that have more or fewer cells than most: they are kept as they stand. */
import type { CsvRow } from './csv.ts'
import type { SheetWarning } from './sheet.ts'

/** One warning for each length that is not the usual one, with the first lines that have it. */
export function raggedRows(rows: readonly CsvRow[]): SheetWarning[] {
  const lengths = new Map<number, number[]>()
  for (const { line, cells } of rows) {
    const length = lengthOf(cells)
    if (length < 2) continue
    const lines = lengths.get(length)
    if (lines === undefined) lengths.set(length, [line])
    else lines.push(line)
  }
  const usual = [...lengths].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0]
  return [...lengths]
    .filter(([length]) => length !== usual)
    .map(([length, lines]) => ({
      code: 'row-ragged',
      message: `${lines.length === 1 ? `Line ${lines[0]} has` : `${lines.length.toLocaleString('en-GB')} rows (lines ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ', …' : ''}) have`} ${length} cells where most rows have ${usual}; they were kept as they stand.`,
      sheet: '',
      line: lines[0] ?? null,
    }))
}

/** How many cells a row has; a row of one word among empty cells is a title or a note, and as long as any. */
const lengthOf = (cells: readonly string[]): number =>
  cells.filter((cell) => cell !== '').length < 2 ? 0 : cells.length
