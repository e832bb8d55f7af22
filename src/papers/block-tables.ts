/** Makes tables of rows of cells: finds the header cells and whether rows have headers of their own. */
import type { Block } from './reading.ts'
import type { Line } from './tree.ts'

const isRule = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^:?-*:?$/.test(cell)) && cells.some((cell) => /--/.test(cell))
const isFigure = (cell: string): boolean =>
  /^[£(+-−]?\s*[\d][\d,.]*\s*(?:%|m|bn|k|pts)?\)?$/i.test(cell) || /^(?:-|–|n\/a|nil)$/i.test(cell)

/** Whether a run of rows begins with a row of column headings. */
function hasHeader(rows: readonly (readonly string[])[], bold: boolean): boolean {
  const [first, ...rest] = rows
  if (first === undefined || rest.length === 0) return false
  const named = first.filter((cell) => cell !== '')
  if (named.length < 2 && first.length > 1 && !bold) return false
  // Years head columns though they are figures.
  if (named.some((cell) => isFigure(cell) && !/^(?:19|20)\d\d$/.test(cell))) return false
  if (bold) return true
  const figuresBelow = rest.some((row) => row.some((cell, column) => column > 0 && isFigure(cell)))
  if (figuresBelow && named.every((cell) => cell.length < 60)) return true
  const average = rest.flat().reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, rest.flat().length)
  return named.every((cell) => cell.length <= 30) && average > 60
}

/** Header cells that papers print over rows of words, where length tells nothing. */
const HEADER_WORDS =
  /^(?:name|member|councillor|organisation|authority|representing|item|agenda item|subject|title|date|date of meeting|meeting date|meeting|report|owner|lead|lead officer|officer|responsible officer|author|origin|purpose|role|page|pages|page no\.?|no\.?|action|update|status|due|reason|requested by|source)s?$/i

/** A table block from the rows of adjoining lines; every cell is kept, short rows are filled with empty cells. */
export function tableOf(lines: readonly Line[], title: string | null): Block | undefined {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return undefined
  const cells = lines.map((line) => line.cells ?? [line.text])
  const ruled = cells.findIndex(isRule)
  const rows = cells.filter((row) => !isRule(row) && row.some((cell) => cell !== ''))
  while (rows.length > 0 && rows.every((row) => row.length > 1 && row.at(-1) === ''))
    rows.forEach((row) => row.pop())
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const filled = rows.map((row) => [...row, ...Array.from<string>({ length: width - row.length }).fill('')])
  const bold = first.bold || (lines.length > 1 && first.heading !== null)
  const words = filled[0]?.filter((cell) => cell !== '') ?? []
  const worded = words.length > 1 && words.every((cell) => HEADER_WORDS.test(cell))
  // A rule straight after the first row is how Markdown marks the header, unless that row is a list like the rest.
  const listed = filled.every((row) => row.every((cell) => cell === '' || /^[•·▪-]\s/.test(cell)))
  const headed =
    !listed &&
    ((ruled === 1 && cells[0]?.some((cell) => cell !== '') === true) || worded || hasHeader(filled, bold))
  const body = headed ? filled.slice(1) : filled
  const rowHeaders =
    width > 1 &&
    body.length > 0 &&
    body.every((row) => row[0] !== '' && !isFigure(row[0] ?? '')) &&
    body.some((row) => row.slice(1).some(isFigure))
  return {
    type: 'table',
    title,
    columns: headed ? (filled[0] ?? []) : [],
    rows: body,
    rowHeaders,
    page: first.page,
    start: first.start,
    end: last.end,
  }
}
