/** Lays the cells of a web page's table out in a grid: spans within bounds, header rows joined into one. */
import { isHidden } from './left-out.ts'
import { attribute, elementsIn, type PageElement } from './page-tree.ts'
import { wordsIn } from './words-in.ts'

/** No table of a paper is wider, and a span of a million columns is an attack. */
const WIDEST = 100
const LONGEST_SPAN = 1000
/** Cells that a table may come to with all its spans. */
const MOST_CELLS = 200_000
const LONGEST_CELL = 5000

export type Cell = { element: PageElement; header: boolean; columns: number; rows: number }

const span = (element: PageElement, name: string, most: number): number => {
  const value = Number.parseInt((attribute(element, name) ?? '1').slice(0, 12), 10)
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, most)
}

/** The rows of a table in the order they are shown, each as its own cells; those of a table inside it are not among them. */
export function rowsOf(table: PageElement): Cell[][] {
  const groups = elementsIn(table).filter((each) => /^(?:thead|tbody|tfoot)$/.test(each.tagName))
  const ordered = ['thead', 'tbody', 'tfoot'].flatMap((name) =>
    groups.filter((each) => each.tagName === name),
  )
  return ordered.flatMap((group) =>
    elementsIn(group)
      .filter((row) => row.tagName === 'tr' && !isHidden(row))
      .map((row) => cellsOf(row, group.tagName === 'thead')),
  )
}

function cellsOf(row: PageElement, inHead: boolean): Cell[] {
  return elementsIn(row)
    .filter((cell) => (cell.tagName === 'td' || cell.tagName === 'th') && !isHidden(cell))
    .map((element) => ({
      element,
      header: inHead || element.tagName === 'th',
      columns: span(element, 'colspan', WIDEST),
      rows: span(element, 'rowspan', LONGEST_SPAN),
    }))
}

type Placed = { text: string; header: boolean; first: boolean }

export type Grid = { columns: string[]; rows: string[][]; rowHeaders: boolean }

/** The header cells and rows of a table, every row as wide as the widest. A cell over several rows stands in each. */
export function gridOf(rows: readonly (readonly Cell[])[]): Grid {
  const placed = place(rows)
  const width = placed.reduce((most, row) => Math.max(most, row.length), 0)
  const heads = placed.findIndex((row) => !isHead(row))
  const count = heads < 0 ? (placed.length > 1 ? 1 : 0) : heads
  const kept = placed.slice(count).map((row) => filled(row, width, false))
  const body = kept.filter((row) => row.some((cell) => cell !== ''))
  const bodyCells = placed.slice(count).filter((row) => row.length > 1)
  return {
    columns: count === 0 ? [] : headersOf(placed.slice(0, count), width),
    rows: body,
    rowHeaders: bodyCells.length > 0 && bodyCells.every((row) => row[0]?.header === true),
  }
}

/** A row heads the columns when every cell with words is a header, and it is no row header alone. */
const isHead = (row: readonly Placed[]): boolean => {
  const worded = row.filter((cell) => cell.text !== '')
  return (
    worded.length > 0 && worded.every((cell) => cell.header) && (row.length > 1 || row[0]?.header === true)
  )
}

function filled(row: readonly Placed[], width: number, repeat: boolean): string[] {
  return Array.from({ length: width }, (_, column) => {
    const cell = row[column]
    return cell === undefined || !(cell.first || repeat) ? '' : cell.text
  })
}

/** "2019" over "Recorded" heads the column as "2019 Recorded". */
function headersOf(rows: readonly (readonly Placed[])[], width: number): string[] {
  const all = rows.map((row) => filled(row, width, true))
  return Array.from({ length: width }, (_, column) => {
    const words = all.map((row) => row[column] ?? '').filter((word) => word !== '')
    return [...new Set(words)].join(' ')
  })
}

/** Puts each cell where its row and the spans from above leave room. */
function place(rows: readonly (readonly Cell[])[]): Placed[][] {
  const grid: Placed[][] = []
  const down: { cell: Placed; left: number }[] = []
  let cells = 0
  for (const row of rows) {
    const line: Placed[] = []
    for (const cell of row) {
      takeDown(line, down)
      const words = wordsIn(cell.element, LONGEST_CELL)
      for (let step = 0; step < cell.columns && line.length < WIDEST; step += 1) {
        const placed = { text: words, header: cell.header, first: step === 0 }
        if (cell.rows > 1) down[line.length] = { cell: placed, left: cell.rows - 1 }
        line.push(placed)
      }
    }
    takeDown(line, down)
    cells += line.length
    if (cells > MOST_CELLS) break
    if (line.length > 0) grid.push(line)
  }
  return grid
}

function takeDown(line: Placed[], down: { cell: Placed; left: number }[]): void {
  for (;;) {
    const above = down[line.length]
    if (above === undefined || above.left === 0 || line.length >= WIDEST) return
    above.left -= 1
    line.push(above.cell)
  }
}
