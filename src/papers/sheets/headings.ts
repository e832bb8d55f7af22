/** Tells the heading lines of a table from its rows, and what each column is called by all of them. */
import { hasFigures, isFigure } from './row-kinds.ts'
import type { Merge, Sheet, SheetCell, SheetRow } from './sheet.ts'
import type { SheetLine } from './tables.ts'

/** A column of a table. Its headings stand from the top down, the words of merged ones in each column that they cover. */
export type SheetColumn = {
  /** From 1, as a program counts them: 1 is A. */
  column: number
  headings: readonly string[]
  /** The cells that say so, for those who read dates there. */
  cells: readonly SheetCell[]
  /** Raised marks of footnotes in the headings: "1, 2". */
  notes: string
}

export type Headings = {
  /** Rows of the run that are headings or stand above them. */
  rows: number
  lines: readonly number[]
  columns: readonly SheetColumn[]
  /** Lines above the headings that only say where or in what unit. */
  above: readonly SheetLine[]
}

/** More lines of headings than any table has. */
const MOST_LINES = 6

/** The merged ranges of a sheet by the first lines that they cover, so that each heading line is asked for its own alone. */
export type MergesOf = ReadonlyMap<number, readonly Merge[]>

export function mergesOf({ merges }: Sheet): MergesOf {
  const byLine = new Map<number, Merge[]>()
  for (const range of merges) {
    for (let line = range.top; line <= Math.min(range.bottom, range.top + MOST_LINES); line += 1) {
      const known = byLine.get(line)
      if (known === undefined) byLine.set(line, [range])
      else known.push(range)
    }
  }
  return byLine
}

const on = (merges: MergesOf, line: number): readonly Merge[] => merges.get(line) ?? []

/** The headings of a run of rows. */
export function foundHeadings(run: readonly SheetRow[], merges: MergesOf): Headings {
  const width = run.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const count = headingRows(run, width, merges)
  const first = run
    .slice(0, count)
    .findIndex((row, at) => !isUnitLine(row, width, merges) || at === count - 1)
  const lines = run.slice(Math.max(0, first), count)
  const above = run
    .slice(0, Math.max(0, first))
    .flatMap(({ line, cells }) => cells.filter(({ text }) => text !== '').map(({ text }) => ({ line, text })))
  const filled = new Set<number>()
  for (const { cells } of run.slice(Math.max(0, first)))
    for (const [index, { text }] of cells.entries()) if (text !== '') filled.add(index)
  const grid = lines.map((row) => spreadOut(row, lines, merges, width))
  const columns = Array.from({ length: width }, (_, index) => index)
    .filter((index) => filled.has(index))
    .map((index) => columnOf(index, grid))
  return { rows: count, lines: lines.map(({ line }) => line), columns, above }
}

/**
 * The cells of heading lines by column, from the left and from the top, the words of merged and wide headings in each
 * column that they stand over. `lines` are rows of the sheet that are known to be headings.
 */
export function headingCells(sheet: Sheet, lines: readonly SheetRow[]): SheetCell[][] {
  const width = lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const [from, until] = [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0]
  // A lowest heading that is merged over several columns names the first of them.
  const over = sheet.merges.filter(({ bottom, top }) => bottom >= from && top < until)
  const merges = mergesOf({ ...sheet, merges: over })
  const grid = lines.map((row) => spreadOut(row, lines, merges, width))
  return Array.from({ length: width }, (_, index) => columnOf(index, grid).cells.slice())
}

function columnOf(index: number, grid: readonly (readonly (SheetCell | undefined)[])[]): SheetColumn {
  const cells = grid.flatMap((row) => row[index] ?? []).filter(({ text }) => text !== '')
  // A heading that is merged downwards says itself once.
  const own = cells.filter((cell, at) => cells.indexOf(cell) === at)
  return {
    column: index + 1,
    headings: own.map(({ text }) => text.replace(/\s+/g, ' ')),
    cells: own,
    notes: own
      .map(({ note }) => note)
      .filter((note) => note !== '')
      .join(', '),
  }
}

/** How many of the first rows are headings: the first, and those below as long as what stands above is not complete. */
function headingRows(run: readonly SheetRow[], width: number, merges: MergesOf): number {
  const [top] = run
  if (top === undefined || isMostlyFigures(top)) return 0
  const figures = run.slice(1).some(hasFigures)
  let count = 1
  while (count < Math.min(run.length, MOST_LINES)) {
    const [above, row] = [run[count - 1], run[count]]
    if (above === undefined || row === undefined || hasFigures(row)) break
    if (isComplete(above, row, width, figures, merges)) break
    count += 1
  }
  // What only words follow has one line of headings: the next is its first row.
  return count
}

const isMostlyFigures = ({ cells }: SheetRow): boolean => {
  const filled = cells.filter(({ text }) => text !== '')
  return filled.filter(isFigure).length * 2 >= filled.length
}

/** Whether a line of headings names all columns, so that what follows it is no heading. */
function isComplete(
  above: SheetRow,
  row: SheetRow,
  width: number,
  figures: boolean,
  merges: MergesOf,
): boolean {
  if (on(merges, above.line).some(({ left, right }) => right > left)) return false
  const gaps = row.cells.filter(
    ({ text }, index) => text !== '' && (above.cells[index]?.text ?? '') === '',
  ).length
  const named = above.cells.filter(({ text }) => text !== '').length
  return figures ? gaps === 0 || named > width / 2 : named > width / 2
}

/** "England and Wales ... Full-time equivalents": words at the ends of a line, over columns that are named below. */
function isUnitLine({ cells, line }: SheetRow, width: number, merges: MergesOf): boolean {
  const places = cells.flatMap(({ text }, index) => (text === '' ? [] : [index]))
  const ends = places.every((index) => index === 0 || index === width - 1)
  const merged = on(merges, line).some(({ left, right }) => right > left && left > 1)
  return ends && !merged && width > 2
}

/**
 * A line of headings with the words of each merged cell in all columns that it covers. Where nothing is merged, words
 * hold for the empty cells to their right that are named below.
 */
function spreadOut(
  row: SheetRow,
  lines: readonly SheetRow[],
  merges: MergesOf,
  width: number,
): (SheetCell | undefined)[] {
  const { cells, line } = row
  const spread: (SheetCell | undefined)[] = Array.from({ length: width }, (_, index) => cells[index])
  const covering = on(merges, line)
  for (const { top, left, right } of covering) {
    const from = lines.find((one) => one.line === top)?.cells[left - 1]
    for (let index = left - 1; index < Math.min(right, width); index += 1) spread[index] = from
  }
  const below = lines.at(-1)
  if (below === undefined || below === row || covering.some(({ left, right }) => right > left)) return spread
  for (let index = 2; index < width; index += 1) {
    const named = (below.cells[index]?.text ?? '') !== ''
    if ((spread[index]?.text ?? '') === '' && named) spread[index] = spread[index - 1]
  }
  return spread
}
