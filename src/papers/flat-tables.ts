/** Sets up again the tables that a conversion flattened to one cell a line: "No.", "Item", "Page", "1", "Apologies", "-", "2" … */
import { headingNumber, listMark } from './marks.ts'
import type { Line } from './tree.ts'

const FIRST = /^(?:no\.?|number|item|item no\.?|agenda item|ref\.?|eitem|rhif)$/i
const OTHER =
  /^(?:item|agenda item|title|subject|report|business|page|pages|page no\.?|page nos?\.?|lead|lead officer|owner|action|due|time|purpose|status|date|tudalen|tudalennau|teitl|pwnc)$/i
const NUMBER = /^\d{1,3}[a-z]?\.?$/

const isPlain = (line: Line | undefined): line is Line =>
  line !== undefined && line.cells === null && line.heading === null

/** How many lines from `at` on are the header cells of such a table; 0 when they are none. */
function headerAt(lines: readonly Line[], at: number): number {
  if (!isPlain(lines[at]) || !FIRST.test(lines[at].text)) return 0
  let width = 1
  while (width < 6 && isPlain(lines[at + width]) && OTHER.test(lines[at + width]?.text ?? '')) width += 1
  const first = lines[at + width]
  return width > 1 && isPlain(first) && NUMBER.test(first.text) ? width : 0
}

const counted = (line: Line | undefined, after: number): boolean =>
  isPlain(line) && NUMBER.test(line.text) && [after, after + 1].includes(Number.parseInt(line.text, 10))

/** The rows after the header: each begins with the next number and has a cell a column; its last cell may be missing. */
function rowsAt(lines: readonly Line[], from: number, width: number): Line[][] {
  const rows: Line[][] = []
  let at = from
  let before = Number.parseInt(lines[from]?.text ?? '', 10)
  while (at < lines.length && counted(lines[at], before)) {
    const own = [width, width - 1].find((size) => {
      const next = lines[at + size]
      const now = Number.parseInt(lines[at]?.text ?? '', 10)
      return size > 1 && (next === undefined || counted(next, now))
    })
    const size = own ?? lastSize(lines, at, width)
    if (size < 2) break
    before = Number.parseInt(lines[at]?.text ?? '', 10)
    rows.push(lines.slice(at, at + size))
    at += size
    if (own === undefined) break
  }
  return rows
}

/** The last row ends where a cell that is no figure would have to be the number of a page. */
function lastSize(lines: readonly Line[], at: number, width: number): number {
  const whole = lines.slice(at, at + width)
  if (!whole.every(isPlain)) return 0
  const last = whole.at(-1)
  const figure = last !== undefined && /^(?:\d{1,4}(?:\s*[-–—]\s*\d{1,4})?|[-–—])$/.test(last.text)
  return whole.length === width && (figure || width === 2) ? width : Math.min(width - 1, whole.length)
}

const joined = (cells: readonly Line[], first: Line): Line => ({
  ...first,
  text: cells.map((cell) => cell.text).join(' '),
  end: cells.at(-1)?.end ?? first.end,
  cells: cells.map((cell) => cell.text),
})

/** Takes the lines of a document; gives them with each flattened table as rows of cells. At least three rows make one. */
export function withFlatTables(lines: readonly Line[]): Line[] {
  const made: Line[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    const width = headerAt(lines, index)
    const rows = width === 0 ? [] : rowsAt(lines, index + width, width)
    if (rows.length < 3) {
      made.push(line)
      continue
    }
    made.push(joined(lines.slice(index, index + width), line))
    for (const row of rows) {
      const [first] = row
      if (first !== undefined) made.push({ ...joined(row, first), gap: false })
    }
    index += width + rows.reduce((sum, row) => sum + row.length, 0) - 1
  }
  return made
}

const PAGES = /^(?:pages? )?\d{1,4}(?:\s*[-–—]\s*\d{1,4})?$/i

/** A row "3  Update on the     9 - 22" whose title goes on in the next line, further in. Takes and gives all lines. */
export function withWrappedRows(lines: readonly Line[]): Line[] {
  const made: Line[] = []
  for (const line of lines) {
    const before = made.at(-1)
    if (before?.cells == null || !goesOn(before, line)) made.push(line)
    else {
      const [first = '', ...others] = before.cells
      made[made.length - 1] = { ...before, cells: [`${first} ${line.text}`, ...others], end: line.end }
    }
  }
  return made
}

const goesOn = (row: Line, line: Line): boolean =>
  line.cells === null &&
  line.heading === null &&
  !line.gap &&
  line.indent > row.indent &&
  line.text.length < 100 &&
  PAGES.test(row.cells?.at(-1) ?? '') &&
  headingNumber(row.cells?.[0] ?? '').number !== null &&
  headingNumber(line.text).number === null &&
  listMark(line.text) === undefined &&
  !/^(?:report|to |presented|lead)/i.test(line.text)
