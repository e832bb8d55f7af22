/** Finds tables that stand flattened in a text: by pipes, by tabs, by runs of spaces, or one cell a line. */
import type { Span } from './sentence.ts'
import { type Cell, cellOf, type Table, tableOf } from './table.ts'

type Line = Span & { readonly words: string }
type Way = 'pipes' | 'tabs' | 'spaces'

/** A line longer than this belongs to no table; its cells are prose. */
const LONGEST = 20_000
const SPLIT: Readonly<Record<Way, RegExp>> = { pipes: /\|/g, tabs: /\t/g, spaces: / {2,}/g }
const RULE = /^[\s|:+=-]*$/

function* linesOf(text: string): Generator<Line> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    yield { start: at, end, words: end - at > LONGEST ? '' : text.slice(at, end).replace(/\r$/, '') }
    at = end + 1
  }
}

function wayOf({ words }: Line): Way | undefined {
  if (words.trim() === '') return undefined
  if (words.includes('|')) return 'pipes'
  if (words.trim().includes('\t')) return 'tabs'
  return /\S {2,}\S/.test(words) && /\d\S*\s*$/.test(words) ? 'spaces' : undefined
}

/** The cells of a line, without the empty ones that pipes at its ends make. */
function cellsOf(text: string, line: Line, way: Way): Cell[] {
  const lead = way === 'spaces' ? line.words.length - line.words.trimStart().length : 0
  const body = line.words.slice(lead)
  const cells: Cell[] = []
  let from = 0
  for (const found of [...body.matchAll(SPLIT[way]), null]) {
    const to = found ? found.index : body.length
    cells.push(cellOf(text, line.start + lead + from, line.start + lead + to))
    if (found) from = found.index + found[0].length
  }
  if (way !== 'tabs' && cells.at(-1)?.words === '') cells.pop()
  if (way === 'pipes' && cells[0]?.words === '' && body.trimStart().startsWith('|')) cells.shift()
  return cells
}

/** A table of lines that are laid out the same way. */
function tableOfLines(text: string, lines: readonly Line[], way: Way): Table | undefined {
  const rows = lines.filter(({ words }) => !RULE.test(words)).map((line) => cellsOf(text, line, way))
  if (rows.length < 2 || (way === 'spaces' && rows.length < 3)) return undefined
  const table = tableOf(rows)
  return table && { ...table, start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }
}

/** All tables of `text` that are laid out in lines, outside the spans in `apart`. */
export function tablesInLines(text: string, apart: readonly Span[]): Table[] {
  const tables: Table[] = []
  let open: Line[] = []
  let way: Way | undefined
  const close = (): void => {
    const table = way && tableOfLines(text, open, way)
    if (table) tables.push(table)
    open = []
    way = undefined
  }
  let next = 0
  for (const line of linesOf(text)) {
    while ((apart[next]?.end ?? Infinity) <= line.start) next += 1
    const taken = (apart[next]?.start ?? Infinity) < line.end
    const laid = taken ? undefined : wayOf(line)
    if (laid !== way) close()
    way = laid
    if (laid) open.push(line)
  }
  close()
  return [...tables, ...tablesOfCells(text, [...apart, ...tables])].toSorted((a, b) => a.start - b.start)
}

/** Tables that were flattened to one cell a line: a label, then as many figures each time, a total among them. */
function tablesOfCells(text: string, apart: readonly Span[]): Table[] {
  const taken = apart.toSorted((a, b) => a.start - b.start)
  const tables: Table[] = []
  let rows: Cell[][] = []
  let row: Cell[] = []
  const closeRow = (): void => {
    if (row.length > 1) rows.push(row)
    row = []
  }
  const close = (): void => {
    closeRow()
    const width = rows.at(-1)?.length ?? 0
    const even = rows.slice(rows.findLastIndex((each) => each.length !== width) + 1)
    const table = even.length >= 3 ? tableOf(even) : undefined
    if (table?.rows.some(({ label }) => /^(?:grand )?total/i.test(label))) tables.push(table)
    rows = []
  }
  let next = 0
  for (const line of linesOf(text)) {
    while ((taken[next]?.end ?? Infinity) <= line.start) next += 1
    const short =
      line.words.trim() !== '' && line.words.length <= 60 && (taken[next]?.start ?? Infinity) >= line.end
    if (!short) {
      if (line.words.trim() !== '') close()
      continue
    }
    const cell = cellOf(text, line.start, line.end)
    if (cell.figure === null) closeRow()
    if (cell.figure === null || row.length > 0) row.push(cell)
  }
  close()
  return tables
}
