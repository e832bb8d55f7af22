/** Makes rows of the tables of office files. */
import { isBold, type Piece, type RowPiece, wordsOf } from './pieces.ts'

/** More columns than programs allow. */
export const MOST_COLUMNS = 64
/** Tables in tables: the words of each are copied into the cell that holds it. */
export const DEEPEST_TABLE = 20

/** A cell: what it holds, over how many columns it goes, and whether it is the rest of one above or beside it. */
export type FoundCell = { pieces: Piece[]; span: number; continued: boolean }

/** A row: its cells, whether the file says that it heads the columns, and how many columns it leaves out before the first. */
export type FoundRow = { cells: FoundCell[]; head: boolean; skipped: number; page: number | null }

/** A number of columns as a file says it, within bounds. */
export const columns = (value: string | undefined, least = 1): number =>
  Math.max(least, Math.min(MOST_COLUMNS, Number.parseInt(value ?? '', 10) || least))

/** What a table comes to. One of a single column is a frame round what it holds; others become rows. */
export function tablePieces(rows: readonly FoundRow[], number: number): Piece[] {
  const filled = rows.filter(({ cells }) => cells.length > 0)
  if (filled.every(({ cells }) => cells.length === 1))
    return filled.flatMap(({ cells }) => cells.flatMap(({ pieces }) => pieces))
  return filled.map((row, index) => rowPiece(row, number, index === 0))
}

function rowPiece(row: FoundRow, table: number, first: boolean): RowPiece {
  const cells: string[] = Array.from({ length: row.skipped }, () => '')
  for (const { pieces, span, continued } of row.cells) {
    cells.push(continued ? '' : wordsOf(pieces))
    for (let column = 1; column < span; column += 1) cells.push('')
  }
  const pieces = row.cells.flatMap((cell) => cell.pieces)
  return {
    type: 'row',
    table,
    cells,
    head: row.head || (first && isAllBold(pieces)),
    page: row.page,
    notes: pieces.flatMap((piece) => piece.notes),
  }
}

function isAllBold(pieces: readonly Piece[]): boolean {
  const worded = pieces.filter(
    (piece) => piece.type === 'row' || piece.lines.some(({ letters }) => letters > 0),
  )
  return worded.length > 0 && worded.every((piece) => (piece.type === 'row' ? piece.head : isBold(piece)))
}
