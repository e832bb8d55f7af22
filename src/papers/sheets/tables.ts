/** Finds the tables of a sheet as offices publish them: under titles, with headings over one or more lines, above notes. */
import { foundHeadings, type MergesOf, mergesOf, type SheetColumn } from './headings.ts'
import { filledCells, hasFigures, isHeadingLike, isNotes } from './row-kinds.ts'
import type { Sheet, SheetRow } from './sheet.ts'

export type { SheetColumn } from './headings.ts'

/** A line of words above or below a table. */
export type SheetLine = { line: number; text: string }

export type SheetTable = {
  sheet: string
  /** The line above it that names it; null where none does. */
  title: SheetLine | null
  /** Other lines between the table before and this one, such as "England and Wales", "Full-time equivalents". */
  above: readonly SheetLine[]
  /** Lines of its headings, empty where it has none, as in a file without a heading line. */
  headingLines: readonly number[]
  columns: readonly SheetColumn[]
  /** Its rows as they stand, totals and rows of one word among them. */
  rows: readonly SheetRow[]
  notes: readonly SheetLine[]
}

/** Rows of a table that was found, before its title and notes are known. */
type Run = { from: number; until: number }

/** A table may have this many empty lines within. */
const MOST_EMPTY_LINES = 3

/**
 * The tables of a sheet from the top. Words in one cell of a row are titles or notes; rows of two or more cells are of a
 * table, which begins where headings do. A sheet of one column has none.
 */
export function findTables(sheet: Sheet): SheetTable[] {
  const { rows } = sheet
  const merges = mergesOf(sheet)
  const runs = runsOf(rows, merges)
  const tables: SheetTable[] = []
  // The first row that belongs to no table yet.
  let free = 0
  for (const [index, { from, until }] of runs.entries()) {
    const run = rows.slice(from, until)
    const headings = foundHeadings(run, merges)
    const before = [...linesOf(rows.slice(free, from)), ...headings.above]
    const title = titleOf(before)
    const next = runs[index + 1]?.from ?? rows.length
    const notesUntil = endOfNotes(rows, until, next)
    tables.push({
      sheet: sheet.name,
      title,
      above: before.filter((line) => line !== title),
      headingLines: headings.lines,
      columns: headings.columns,
      rows: run.slice(headings.rows),
      notes: linesOf(rows.slice(until, notesUntil)),
    })
    free = notesUntil
  }
  return tables
}

/** The stretches of rows that are tables. */
function runsOf(rows: readonly SheetRow[], merges: MergesOf): Run[] {
  const runs: Run[] = []
  let at = 0
  while (at < rows.length) {
    if (isOfTable(rows, merges, at)) {
      const until = endOfRun(rows, merges, at)
      runs.push({ from: at, until })
      at = until
    } else at += 1
  }
  return runs
}

function isOfTable(rows: readonly SheetRow[], merges: MergesOf, at: number): boolean {
  const row = rows[at]
  if (row === undefined || isNotes(row)) return false
  return filledCells(row) >= 2 || isOverHeadings(rows, merges, at)
}

/** A heading alone in its row, merged over some of the columns that the rows below name: "Perceived age". */
function isOverHeadings(rows: readonly SheetRow[], merges: MergesOf, at: number): boolean {
  const [row, ...below] = rows.slice(at, at + 4)
  const [next] = below
  if (row === undefined || next === undefined || filledCells(next) < 2) return false
  const leftmost = Math.min(...below.map(({ cells }) => cells.findIndex(({ text }) => text !== '') + 1))
  return (merges.get(row.line) ?? []).some(({ left, right }) => left > leftmost && right > left)
}

/** Where the table that begins at a row ends. */
function endOfRun(rows: readonly SheetRow[], merges: MergesOf, from: number): number {
  let figures = false
  let at = from
  for (;;) {
    const row = rows[at]
    if (row === undefined) return at
    figures ||= hasFigures(row)
    const next = rows[at + 1]
    if (next === undefined) return at + 1
    const gap = next.line - row.line - 1
    if (gap > MOST_EMPTY_LINES || isNotes(next)) return at + 1
    if (isOfTable(rows, merges, at + 1)) {
      // Headings after figures begin another table, when they stand apart.
      if (figures && gap > 0 && isHeadingLike(next) && begins(rows, at + 1)) return at + 1
      // Words after words, apart: two tables of words.
      if (!figures && gap > 1 && !hasFigures(next)) return at + 1
      at += 1
      continue
    }
    // A word alone divides the rows of a table ("North East"), or ends it.
    const after = rows[at + 2]
    if (after === undefined || filledCells(after) < 2 || isNotes(after) || !isWithin(next)) return at + 1
    if (isHeadingLike(after) && (figures || gap > 0)) return at + 1
    if (figures ? !hasFigures(after) : gap > 0 || after.line > next.line + 1) return at + 1
    at += 2
  }
}

/** Whether a table's figures follow below a row that looks like headings. */
const begins = (rows: readonly SheetRow[], at: number): boolean =>
  rows.slice(at + 1, at + 4).some((row) => filledCells(row) >= 2 && hasFigures(row))

/** A word alone in a row of a table stands at its left and is short. */
const isWithin = ({ cells }: SheetRow): boolean => {
  const place = cells.findIndex(({ text }) => text !== '')
  const text = cells[place]?.text ?? ''
  return place < 2 && text.length < 60 && !/^(?:table|figure|chart)\b/i.test(text)
}

/** What rows of one cell, or a few, say in a line. */
const linesOf = (rows: readonly SheetRow[]): SheetLine[] =>
  rows.map(({ line, cells }) => ({
    line,
    text: cells
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(' '),
  }))

const TITLE = /^\W*(?:table|figure|chart|worksheet|sheet)\s*\w/i

/** The line that names a table: the last that begins with "Table", or the first of all. */
const titleOf = (lines: readonly SheetLine[]): SheetLine | null =>
  lines.findLast(({ text }) => TITLE.test(text)) ?? lines[0] ?? null

/** Lines below a table are its notes, up to the title of the next one or a wide gap after them. */
function endOfNotes(rows: readonly SheetRow[], from: number, until: number): number {
  if (until === rows.length) return until
  const title = rows.slice(from, until).findIndex((row) => TITLE.test(linesOf([row])[0]?.text ?? ''))
  if (title >= 0) return from + title
  // Without a title of its own, the last line above the next table names that.
  return Math.max(from, until - 1)
}
