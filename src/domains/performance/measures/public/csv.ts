/** Tables as comma-separated values (RFC 4180, UTF-8), safe to open in a spreadsheet. */

export type CsvCell = string | number | null

/** Beginnings that spreadsheets read as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * One cell. Numbers stay numbers, negative ones too. A text that a spreadsheet would read as a formula gets an apostrophe
 * before it, which spreadsheets take as "this is text".
 */
function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) || text !== cell ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table with its header row. Lines end in CR LF; an absent value is an empty cell. */
export const csvText = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')

export const CSV_TYPE = 'text/csv; charset=utf-8'
