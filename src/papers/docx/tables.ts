/** Tables of a Word document while they are read: cells that span columns or rows, rows that head columns, tables in tables. */
import { looksHead } from '../office/assemble.ts'
import { type Piece, type RowPiece, wordsOf } from '../office/pieces.ts'
import type { Attributes } from '../office/xml.ts'
import { whole } from './looks.ts'
import type { OpenCell, OpenRow, Story } from './story.ts'

/** More columns than Word allows. */
const MOST_COLUMNS = 64

export function openTable(story: Story): void {
  story.tableCount += 1
  story.tables.push({ rows: [], number: story.tableCount })
}

export function openRow(story: Story): void {
  const { page } = story
  story.tables.at(-1)?.rows.push({ cells: [], head: false, skipped: 0, deleted: false, page, last: page })
}

const rowOf = (story: Story): OpenRow | undefined => story.tables.at(-1)?.rows.at(-1)
const cellOf = (story: Story): OpenCell | undefined => rowOf(story)?.cells.at(-1)

export function openCell(story: Story): void {
  const row = rowOf(story)
  if (row === undefined) return
  const cell: OpenCell = { pieces: [], span: 1, continued: false }
  row.cells.push(cell)
  story.sinks.push(cell.pieces)
  // Cells stand beside each other: each begins on the page on which its row does.
  story.page = row.page
}

export function closeCell(story: Story): void {
  const row = rowOf(story)
  if (row === undefined) return
  story.sinks.pop()
  row.last = Math.max(row.last, story.page)
}

export function closeRow(story: Story): void {
  story.page = rowOf(story)?.last ?? story.page
}

/** Takes in what is said of a row or a cell. */
export function readTableLook(story: Story, name: string, attributes: Attributes): void {
  const cell = cellOf(story)
  const row = rowOf(story)
  const value = attributes['w:val']
  if (name === 'w:gridSpan' && cell !== undefined)
    cell.span = Math.max(1, Math.min(MOST_COLUMNS, whole(value) ?? 1))
  else if (name === 'w:vMerge' && cell !== undefined) cell.continued = value !== 'restart'
  else if (name === 'w:tblHeader' && row !== undefined) row.head = !/^(?:0|false|off)$/.test(value ?? '')
  else if (name === 'w:gridBefore' && row !== undefined)
    row.skipped = Math.max(0, Math.min(MOST_COLUMNS, whole(value) ?? 0))
}

/** Ends the innermost table. One of a single column is a frame round what it holds; others become rows. */
export function closeTable(story: Story): void {
  const table = story.tables.pop()
  const sink = story.sinks.at(-1)
  if (table === undefined || sink === undefined) return
  const rows = table.rows.filter(({ deleted, cells }) => !deleted && cells.length > 0)
  story.last = undefined
  if (rows.every(({ cells }) => cells.length === 1)) {
    for (const { cells } of rows) for (const { pieces } of cells) for (const piece of pieces) sink.push(piece)
    return
  }
  rows.forEach((row, index) => sink.push(rowPiece(row, table.number, index === 0)))
}

function rowPiece(row: OpenRow, table: number, first: boolean): RowPiece {
  const cells: string[] = Array.from({ length: row.skipped }, () => '')
  for (const { pieces, span, continued } of row.cells) {
    // The rest of a cell that began in the row above.
    cells.push(continued ? '' : wordsOf(pieces))
    for (let column = 1; column < span; column += 1) cells.push('')
  }
  return {
    type: 'row',
    table,
    cells,
    head: row.head || (first && looksHead(row.cells.map(({ pieces }) => pieces))),
    page: row.page,
    notes: row.cells.flatMap(({ pieces }) => pieces).flatMap((piece: Piece) => piece.notes),
  }
}
