/** Sets tables of a web page: those that hold figures and names as tables, those that only place things one after the other. */
import { tableOf } from '../block-tables.ts'
import type { Line } from '../tree.ts'
import { isHidden, isLeftOut } from './left-out.ts'
import { append, type Dress, endLine, lastLine, type Sheet, type Walk } from './page-sheet.ts'
import { elementsBelow, elementsIn, type PageElement } from './page-tree.ts'
import { type Cell, type Grid, gridOf, rowsOf } from './table-grid.ts'
import { isLayout } from './table-layout.ts'
import { wordsIn } from './words-in.ts'

/** Sets what stands in an element, as the walk does. */
type SetInside = (walk: Walk, element: PageElement, dress: Dress) => void

/** Sets a table where the walk stands. */
export function setTable(walk: Walk, table: PageElement, dress: Dress, inside: SetInside): void {
  const caption = elementsIn(table).find((each) => each.tagName === 'caption' && !isHidden(each))
  const rows = rowsOf(table)
  if (rows.length === 0) return
  if (isLayout(table, rows)) {
    if (caption !== undefined) {
      inside(walk, caption, dress)
      endLine(walk.sheet, true)
    }
    for (const row of rows) setRow(walk, row, dress, inside)
    return
  }
  addTable(walk.sheet, table, caption === undefined ? '' : wordsIn(caption, 300), dress)
}

function addTable(sheet: Sheet, table: PageElement, caption: string, dress: Dress): void {
  const cells = rowsOf(table)
  const { columns, rows, rowHeaders } = headed(gridOf(cells), cells[0] ?? [])
  if (rows.length === 0 && columns.length === 0) return
  const before = lastLine(sheet)
  const named =
    caption === '' && before !== undefined && /^table \d+/i.test(before.text) ? before.text : caption
  sheet.gap = true
  const lines = [columns, ...rows].filter((row) => row.length > 0).map((row) => row.join(' | '))
  const place = append(sheet, lines.join('\n'))
  if (dress.lang !== null) sheet.langs.push({ ...place, lang: dress.lang })
  sheet.parts.push({
    type: 'table',
    block: {
      type: 'table',
      title: named === '' ? null : named,
      columns,
      rows,
      rowHeaders,
      page: null,
      ...place,
    },
  })
  sheet.gap = true
}

/** A table without header cells is looked at as one in a text is: its first row may head the columns all the same. */
function headed(grid: Grid, first: readonly Cell[]): Grid {
  if (grid.columns.length > 0) return grid
  const bold = first.length > 0 && first.every(({ element }) => isBold(element))
  const lines = grid.rows.map((cells, index) => ({ ...NO_LINE, cells, bold: index === 0 && bold }))
  const block = tableOf(lines, null)
  return block?.type === 'table' ? block : grid
}

const NO_LINE: Line = {
  text: '',
  start: 0,
  end: 0,
  page: null,
  indent: 0,
  bold: false,
  italic: false,
  heading: null,
  cells: null,
  gap: false,
  hardBreak: false,
  pageBreak: false,
}

/** Whether all words of a cell are bold. */
function isBold(cell: PageElement): boolean {
  const words = wordsIn(cell, 200)
  for (const each of elementsBelow(cell, isHidden))
    if (/^(?:b|strong)$/.test(each.tagName) && wordsIn(each, 200) === words) return true
  return false
}

const NUMBER =
  /^(?:(?:agenda )?item (?:no\.? ?)?)?([A-Z]?\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?|\d{1,2}\([a-z]\))\s?([.):]?)$/i
const HEADER =
  /^(?:no\.?|nos\.?|number|items?(?: no\.?| number)?|title|subject|description|business|documents?|pages?|report)?$/i

/** Sets a row that only places things: its cells one after the other, an item's number before the first words. */
function setRow(walk: Walk, row: readonly Cell[], dress: Dress, inside: SetInside): void {
  const { sheet } = walk
  const cells = row.filter(({ element }) => wordsIn(element, 20) !== '' && !isLeftOut(element, walk.judge))
  if (cells.every(({ element, header }) => header && HEADER.test(wordsIn(element, 40)))) return
  const [first, ...rest] = cells
  const number = first === undefined || rest.length === 0 ? null : NUMBER.exec(wordsIn(first.element, 40))
  endLine(sheet, true)
  if (number !== null) {
    sheet.mark = { words: `${number[1] ?? ''}${number[2] === '' ? '.' : (number[2] ?? '')}`, heading: 3 }
  }
  for (const cell of number === null ? cells : rest) {
    inside(walk, cell.element, { ...dress, bold: dress.bold || cell.header })
    endLine(sheet, false)
  }
  sheet.mark = null
  sheet.gap = true
}
