/** Tables of a Word document while they are read: cells that span columns or rows, rows that head columns, tables in tables. */
import { columns, DEEPEST_TABLE, tablePieces } from '../office/tables.ts'
import type { Attributes } from '../office/xml.ts'
import type { OpenRow, Story } from './story.ts'

export function openTable(story: Story): void {
  story.tableCount += 1
  if (story.tables.length >= DEEPEST_TABLE) story.tooDeep = true
  story.tables.push({ rows: [], number: story.tableCount })
}

export function openRow(story: Story): void {
  const { page } = story
  story.tables.at(-1)?.rows.push({ cells: [], head: false, skipped: 0, deleted: false, page, last: page })
}

const rowOf = (story: Story): OpenRow | undefined => story.tables.at(-1)?.rows.at(-1)

export function openCell(story: Story): void {
  const row = rowOf(story)
  if (row === undefined) return
  const cell = { pieces: [], span: 1, continued: false }
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

const isOff = (value: string | undefined): boolean => /^(?:0|false|off)$/.test(value ?? '')

/** Takes in what is said of a row or a cell. */
export function readTableLook(story: Story, name: string, attributes: Attributes): void {
  const row = rowOf(story)
  const cell = row?.cells.at(-1)
  const value = attributes['w:val']
  if (name === 'w:gridSpan' && cell !== undefined) cell.span = columns(value)
  else if (name === 'w:vMerge' && cell !== undefined) cell.continued = value !== 'restart'
  else if (name === 'w:tblHeader' && row !== undefined) row.head = !isOff(value)
  else if (name === 'w:gridBefore' && row !== undefined) row.skipped = columns(value, 0)
}

/** Ends the innermost table. */
export function closeTable(story: Story): void {
  const table = story.tables.pop()
  story.last = undefined
  if (table === undefined || story.tooDeep) return
  const rows = table.rows.filter(({ deleted }) => !deleted)
  for (const piece of tablePieces(rows, table.number)) story.sinks.at(-1)?.push(piece)
}
