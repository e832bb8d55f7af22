/** Where a figure of a paper stands, in words and as a permalink: the paragraph, the list, or the cell of a table. */
import type { Block } from '../../papers/index.ts'

/** A block of a reading, and how its page addresses it. */
export type PlacedBlock = {
  block: Block
  /** "#p12" on the paper's own page, a whole address on another; empty where no page shows it. */
  href: string
  /** "Paragraph 12", "Table 1", "The list under paragraph 4". */
  label: string
}

/** A cell of a table: its row and its column, counted from 0 below the headings. */
export type Cell = { row: number; column: number }

export type Place = { href: string; label: string; cell: Cell | null }

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/**
 * Blocks in reading order with the words for their places. `hrefOf` gives each its address; `within` is what they are
 * all part of ("Minute 328").
 */
export function placedBlocks(
  blocks: readonly Block[],
  hrefOf: (index: number) => string,
  within = '',
): PlacedBlock[] {
  let heading = ''
  let paragraph = ''
  let tables = 0
  return blocks.map((block, index) => {
    const href = hrefOf(index)
    if (block.type === 'heading') {
      heading = shortened(block.text.replace(/[:.\s]+$/, ''))
      paragraph = ''
    }
    if (block.type === 'paragraph' && block.number !== null) paragraph = block.number
    if (block.type === 'table') tables += 1
    const words = wordsFor(block, { heading, paragraph, table: tableIn(href) ?? String(tables) })
    return { block, href, label: capital(within === '' ? words : `${within}, ${words}`) }
  })
}

const tableIn = (href: string): string | undefined => /#table-(\d+)$/.exec(href)?.[1]

function wordsFor(block: Block, at: { heading: string; paragraph: string; table: string }): string {
  const under = at.heading === '' ? '' : ` under “${at.heading}”`
  if (block.type === 'heading') return `the heading “${at.heading}”`
  if (block.type === 'table') return `table ${at.table}`
  if (block.type === 'list')
    return at.paragraph === '' ? `a list${under}` : `the list under paragraph ${at.paragraph}`
  return block.number === null ? `a paragraph${under || ' without a number'}` : `paragraph ${block.number}`
}

const shortened = (text: string): string =>
  text.length <= 60 ? text : `${text.slice(0, text.lastIndexOf(' ', 58)).trimEnd()}…`

/** Finds the places of offsets in a text; a block's cells are looked for once. */
export function placesIn(
  text: string,
  placed: readonly PlacedBlock[],
): (offset: number) => Place | undefined {
  const inOrder = placed.toSorted((one, other) => one.block.start - other.block.start)
  const cells = new Map<PlacedBlock, FoundCell[]>()
  return (offset) => {
    const at = blockAt(inOrder, offset)
    if (at === undefined) return undefined
    if (at.block.type !== 'table') return { href: at.href, label: at.label, cell: null }
    const { rows } = at.block
    const found = cells.get(at) ?? cellsOf(text, at.block)
    cells.set(at, found)
    const cell = found.find(({ start, end }) => start <= offset && offset < end)
    if (cell === undefined) return { href: at.href, label: at.label, cell: null }
    const name = rows[cell.row]?.[0] ?? ''
    const row = cell.column === 0 || name === '' ? `row ${cell.row + 1}` : `row “${shortened(name)}”`
    return { href: at.href, label: `${at.label}, ${row}`, cell: { row: cell.row, column: cell.column } }
  }
}

/** The last block that begins at or before an offset and reaches over it. */
function blockAt(inOrder: readonly PlacedBlock[], offset: number): PlacedBlock | undefined {
  let low = 0
  let high = inOrder.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle]?.block.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const at = inOrder[low - 1]
  return at !== undefined && offset < at.block.end ? at : undefined
}

type FoundCell = Cell & { start: number; end: number }

/** How far behind one cell the next may begin: rules and markup stand between them. */
const FARTHEST = 400

/** Where each cell stands in the text. One whose words were changed on reading (markup taken out) is not found, and left out. */
function cellsOf(text: string, table: Extract<Block, { type: 'table' }>): FoundCell[] {
  const found: FoundCell[] = []
  let from = table.start
  const take = (words: string): { start: number; end: number } | undefined => {
    if (words === '') return undefined
    const start = text.slice(from, Math.min(table.end, from + FARTHEST)).indexOf(words)
    if (start < 0) return undefined
    const place = { start: from + start, end: from + start + words.length }
    from = place.end
    return place
  }
  for (const words of table.columns) take(words)
  table.rows.forEach((cells, row) => {
    cells.forEach((words, column) => {
      const place = take(words)
      if (place !== undefined) found.push({ row, column, ...place })
    })
  })
  return found
}
