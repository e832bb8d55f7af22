/** Tables as the checker reads them: rows of cells, each with its place in the text and the figure that it holds. */
import type { Figure } from './figure.ts'
import type { InputTable } from './input.ts'
import type { Span } from './sentence.ts'
import { soleFigure } from './sole-figure.ts'

export type Cell = Span & { readonly words: string; readonly figure: Figure | null }
export type Row = { readonly label: string; readonly cells: readonly Cell[] }
export type Table = Span & { readonly columns: readonly string[]; readonly rows: readonly Row[] }

const MARKUP = /<\/?[a-z]+>|[*_\\]+/gi
/** What stands in a cell for nothing. */
const NOTHING = /^(?:[-–—]|nil|none)?$/i

export const isNothing = ({ words }: Cell): boolean => NOTHING.test(words)

/** A cell of the text between two places. */
export function cellOf(text: string, start: number, end: number): Cell {
  const words = text
    .slice(start, Math.min(end, start + 400))
    .replace(MARKUP, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { start, end, words, figure: end - start > 60 ? null : soleFigure(text, start, end) }
}

const isYear = ({ words }: Cell): boolean => /^(?:\p{L}+ )?(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?$/u.test(words)

/** "£000" names what a column counts. */
const THOUSANDS = /^\(?£?'?000'?s?\)?$/

/** How many cells its widest row has. */
export const widthOf = ({ rows }: Table): number =>
  rows.reduce((width, { cells }) => Math.max(width, cells.length), 0)

/** Whether a row names columns: it holds words or years and no figures. */
const namesColumns = (cells: readonly Cell[]): boolean =>
  cells.length > 1 &&
  cells.slice(1).every((cell) => cell.figure === null || isYear(cell) || THOUSANDS.test(cell.words)) &&
  cells.some(({ words }) => words !== '')

/** A table of rows of cells; the first rows that hold no figure name the columns. */
export function tableOf(rows: readonly (readonly Cell[])[]): Table | undefined {
  const first = rows[0]?.[0]
  const last = rows.at(-1)?.at(-1)
  if (!first || !last) return undefined
  let head = 0
  while (head < rows.length && head < 3 && namesColumns(rows[head] ?? [])) head += 1
  const named = rows.slice(0, head)
  const width = Math.max(0, ...named.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) =>
    named
      .map((row) => row[column]?.words ?? '')
      .join(' ')
      .trim(),
  )
  const body = rows.slice(head).map((cells) => ({ label: cells[0]?.words ?? '', cells }))
  return { start: first.start, end: last.end, columns, rows: body }
}

/** A table that the form of the paper told apart, its cells found again in the text; undefined where they are not. */
export function tableOfInput(text: string, table: InputTable): Table | undefined {
  let at = table.start
  const rows: Cell[][] = []
  for (const row of [table.columns, ...table.rows]) {
    const cells: Cell[] = []
    for (const words of row) {
      const start = placeOf(text, words, at, table.end)
      if (start === undefined && /\d/.test(words)) return undefined
      if (start === undefined) cells.push({ start: at, end: at, words: words.trim(), figure: null })
      else {
        cells.push({ ...cellOf(text, start, start + words.length), words: words.trim() })
        at = start + words.length
      }
    }
    rows.push(cells)
  }
  const found = tableOf(rows.filter((row) => row.length > 0))
  return found && { ...found, start: table.start, end: table.end }
}

/** Where the words of a cell stand next, not inside a longer number. */
function placeOf(text: string, words: string, from: number, end: number): number | undefined {
  if (words === '') return undefined
  for (let at = text.indexOf(words, from); at >= 0 && at < end; at = text.indexOf(words, at + 1)) {
    const inside =
      /\d$/.test(text.slice(Math.max(0, at - 1), at)) ||
      /^[.,]?\d/.test(text.slice(at + words.length, at + words.length + 2))
    if (!inside || !/\d/.test(words)) return at
  }
  return undefined
}
