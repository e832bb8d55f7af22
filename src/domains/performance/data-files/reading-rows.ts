/**
 * Reads the rows of a table by its mapping: each row is figures, a total that the file states itself, or refused with its
 * line, its column, what is wrong and how to mend it. Nothing is passed over in silence.
 */
import type { SheetCell, SheetRow } from '../../../papers/index.ts'
import type { Cell, Span } from '../measures/observation.ts'
import { dataRows } from './data-rows.ts'
import { figureIn } from './figure.ts'
import type { StatedTotal, TableMapping } from './mapping.ts'
import { isTotalAndPart, partNamed, totalNamed } from './names.ts'
import { cellAt, type Places, sameText } from './places.ts'
import { bothKey, timesOfBoth } from './regions-and-forces.ts'
import { spanInCell } from './span-in-cell.ts'
import { type Column, type FoundColumn, type FoundTable, nameOf, spanOfColumn } from './table.ts'
import { withYear } from './year-apart.ts'

/** A row that cannot be brought: where, what is wrong, and how to mend it. `column` is its heading. */
export type RefusedRow = { sheet: string; line: number; column: string | null; what: string; mend: string }

/** A figure of a row that can be brought. */
export type ReadFigure = {
  line: number
  column: FoundColumn
  part: string | null
  span: Span
  cell: Cell
}

/** A figure that the file states as a sum, of parts or of all spans. `span` is null where it sums over all of them. */
export type ReadTotal = {
  line: number
  column: FoundColumn
  total: StatedTotal
  span: Span | null
  stated: number | null
}

/** A figure of a column that sums other columns of its row. */
export type ReadRowTotal = {
  line: number
  column: Column
  total: StatedTotal
  stated: number | null
  name: string
}

export type RowsRead = {
  figures: ReadFigure[]
  totals: ReadTotal[]
  rowTotals: ReadRowTotal[]
  refused: RefusedRow[]
  /** How many rows were figures, and how many the mapping's filters left out. */
  rows: number
  filtered: number
  /** Lines below the table that were taken as notes. */
  notes: number[]
}

/** Reads all rows below the headings. */
export function readRows(found: FoundTable, table: TableMapping, places: Places): RowsRead {
  const read: RowsRead = {
    figures: [],
    totals: [],
    rowTotals: [],
    refused: [],
    rows: 0,
    filtered: 0,
    notes: [],
  }
  const reader = new RowReader(found, table, places, read)
  const { rows, notes } = dataRows(found, table, places)
  read.notes.push(...notes)
  for (const row of rows) reader.take(row)
  return read
}

/** What a row is about, once its names and times are read. */
type About = { part: string | null; span: Span | null; total: StatedTotal | null }

/** Goes from row to row, since a merged name holds for the lines below it. */
class RowReader {
  readonly #sheet: string
  readonly #table: TableMapping
  readonly #places: Places
  readonly #read: RowsRead
  readonly #above = new Map<Column, SheetCell>()
  readonly #both: Map<string, number>
  readonly #wantsTotals: boolean

  constructor(found: FoundTable, table: TableMapping, places: Places, read: RowsRead) {
    this.#sheet = found.sheet.name
    this.#table = table
    this.#places = places
    this.#read = read
    this.#both = timesOfBoth(found, table, places)
    this.#wantsTotals = table.totals.length > 0 || table.totalColumns.length > 0
  }

  take(row: SheetRow): void {
    if (this.#filteredOut(row)) {
      this.#read.filtered += 1
      return
    }
    const about = this.#about(row)
    if (about === undefined) return
    if (about.total === null) this.#figures(row, { part: about.part, span: about.span })
    else this.#totals(row, { span: about.span, total: about.total })
  }

  #refuse(row: SheetRow, column: Column | null, what: string, mend: string): undefined {
    const name = column === null ? null : nameOf(column)
    this.#read.refused.push({ sheet: this.#sheet, line: row.line, column: name, what, mend })
    return undefined
  }

  /** The cell, or the one above that it is merged with. */
  #cell(row: SheetRow, column: Column): SheetCell {
    const cell = cellAt(row, column)
    if (this.#table.mergedCells === 'repeat' && cell.merged && cell.text === '')
      return this.#above.get(column) ?? cell
    this.#above.set(column, cell)
    return cell
  }

  #filteredOut(row: SheetRow): boolean {
    return this.#places.filters.some(({ column, is }) => !is.has(sameText(this.#cell(row, column).text)))
  }

  #about(row: SheetRow): About | undefined {
    const { totals } = this.#table
    const time = this.#span(row)
    if (time === undefined) return undefined
    if ('over' in time) return { part: null, span: null, total: time.over }
    const { part: column } = this.#places
    const part = this.#table.part
    if (column === null || part === null) return { part: null, span: time.span, total: null }
    const name = this.#cell(row, column).text
    if (name === '')
      return this.#refuse(
        row,
        column,
        'nothing says which part it is about',
        'write the name, or take the row out',
      )
    const total = totalNamed(name, totals)
    if (total !== undefined && this.#isTheTotal(name, time.span))
      return { part: null, span: time.span, total }
    const read = partNamed(name, part)
    if (read.is === 'part') return { part: read.name, span: time.span, total: null }
    if (read.is === 'unknown') return this.#refuse(row, column, read.what, read.mend)
    this.#read.filtered += 1
    return undefined
  }

  /** The row's span: null where headings say it; `over` where the row sums all spans. */
  #span(row: SheetRow): { span: Span | null } | { over: StatedTotal } | undefined {
    const { span: from, dateOrder, totals } = this.#table
    if ('span' in from) return { span: from.span }
    const { span: column, year } = this.#places
    const [over] = [column, year].flatMap((one) =>
      one === null ? [] : (totalNamed(this.#cell(row, one).text, totals) ?? []),
    )
    if (over !== undefined) return { over }
    if ('headings' in from || column === null) return { span: null }
    const cell = this.#cell(row, column)
    const time = year === null ? cell : withYear(cell, this.#cell(row, year).text, from.form)
    const span = spanInCell(time, from.form, dateOrder)
    if ('unread' in span)
      return this.#refuse(
        row,
        column,
        span.unread,
        span.unread.includes('other way round')
          ? 'say "dateOrder": "day-first" or "month-first" in the mapping'
          : 'mend the date, or the form that the mapping gives the column',
      )
    return { span }
  }

  /** Of a name that is a region and a force, the first row of a span is the region where there are two. */
  #isTheTotal(name: string, span: Span | null): boolean {
    if (!isTotalAndPart(name, this.#table)) return true
    const key = bothKey(name, span)
    const times = this.#both.get(key) ?? 0
    this.#both.set(key, times - 1)
    return times > 1
  }

  #figures(row: SheetRow, about: { part: string | null; span: Span | null }): void {
    const figures: ReadFigure[] = []
    let bad = false
    for (const found of this.#places.figures) {
      if (this.#isYetToCome(row, found)) continue
      const span = found.span ?? about.span ?? this.#spanByYear(row, found)
      const cell = this.#figure(row, found)
      if (cell === undefined || span === null) {
        bad = true
        continue
      }
      figures.push({ line: row.line, column: found, part: about.part ?? found.means.part, span, cell })
    }
    if (bad) return
    this.#read.rows += 1
    for (const figure of figures) this.#read.figures.push(figure)
    if (this.#wantsTotals) this.#rowTotals(row, about.part ?? '')
  }

  /** The span of a heading such as "Jan" with the year that the row says. */
  #spanByYear(row: SheetRow, { column }: FoundColumn): Span | null {
    const { year } = this.#places
    if (year === null) return null
    const span = spanOfColumn(column, this.#table, this.#cell(row, year).text)
    if (span !== undefined) return span
    this.#refuse(
      row,
      year,
      `“${this.#cell(row, year).text}” is no year`,
      'write the year, such as 2019 or 2019/20',
    )
    return null
  }

  /** In a table of years and months nothing stands below the months after the last that was counted. */
  #isYetToCome(row: SheetRow, { column }: FoundColumn): boolean {
    return (
      'headings' in this.#table.span &&
      this.#places.year !== null &&
      this.#places.figures.every(
        (other) => other.column.at < column.at || cellAt(row, other.column).text === '',
      )
    )
  }

  #figure(row: SheetRow, found: FoundColumn): Cell | undefined {
    const { column, means } = found
    const cell = cellAt(row, column)
    if (cell.merged)
      return this.#refuse(
        row,
        column,
        'the cell is merged with another',
        'unmerge it, and write the figure of each',
      )
    const figure = figureIn(cell, means, this.#table.marks)
    if ('fault' in figure) return this.#refuse(row, column, figure.fault.what, figure.fault.mend)
    if (means.percent === 'of-one' && figure.value !== null && Math.abs(figure.value) > 100)
      return this.#refuse(
        row,
        column,
        `“${cell.text}” is above 1 in a column where 0.12 means 12 %`,
        'write all of the column in one way',
      )
    const share = this.#share(row, found)
    return share === undefined ? undefined : { ...figure, hedge: null, ...share }
  }

  /** What a share counts, and of how many. */
  #share(row: SheetRow, found: FoundColumn): Pick<Cell, 'events' | 'base'> | undefined {
    const own = this.#places.shares.get(found)
    const counts: { events: number | null; base: number | null } = { events: null, base: null }
    for (const name of ['events', 'base'] as const) {
      const column = own?.[name] ?? null
      if (column === null) continue
      const plainly = { percent: null, times: 1, negative: false }
      const figure = figureIn(cellAt(row, column), plainly, this.#table.marks)
      if ('fault' in figure) return this.#refuse(row, column, figure.fault.what, figure.fault.mend)
      counts[name] = figure.value
    }
    return counts
  }

  #totals(row: SheetRow, { span, total }: { span: Span | null; total: StatedTotal }): void {
    for (const column of this.#places.figures) {
      const stated = figureIn(
        cellAt(row, column.column),
        { ...column.means, negative: true },
        this.#table.marks,
      )
      if ('fault' in stated) this.#refuse(row, column.column, stated.fault.what, stated.fault.mend)
      else
        this.#read.totals.push({
          line: row.line,
          column,
          total,
          span: column.span ?? span,
          stated: stated.value,
        })
    }
    this.#rowTotals(row, total.name)
  }

  #rowTotals(row: SheetRow, name: string): void {
    for (const { column, total } of this.#places.totals) {
      const means = this.#places.figures[0]?.means ?? { percent: null, times: 1, negative: true }
      const stated = figureIn(cellAt(row, column), { ...means, negative: true }, this.#table.marks)
      if ('fault' in stated) this.#refuse(row, column, stated.fault.what, stated.fault.mend)
      else this.#read.rowTotals.push({ line: row.line, column, total, stated: stated.value, name })
    }
  }
}
