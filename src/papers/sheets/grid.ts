/** Gathers the rows of a sheet as they are heard, within the bounds of its file. */
import {
  MOST_CELLS,
  MOST_CHARACTERS,
  MOST_COLUMNS,
  MOST_MERGES,
  MOST_OF_A_CELL,
  MOST_PLACES,
  tooMany,
  tooWide,
  Unread,
} from './limits.ts'
import { isEmpty, MERGED, type PackedCell, type PackedRow, type PackedSheet, textOf } from './packed.ts'
import type { Merge } from './sheet.ts'

/** What all sheets of a file have taken so far. */
export type Budget = { cells: number; places: number; characters: number }

export const aBudget = (): Budget => ({ cells: 0, places: 0, characters: 0 })

/** One sheet being gathered. Lines and columns count from 1. Throws `Unread` when there is too much of it. */
export class Grid {
  readonly merges: Merge[] = []
  readonly #name: string
  readonly #file: string
  readonly #budget: Budget
  readonly #hiddenColumns = new Set<number>()
  #rows: PackedRow[] = []
  #cells: PackedCell[] = []
  #widest = 0

  constructor(name: string, file: string, budget: Budget) {
    this.#name = name
    this.#file = file
    this.#budget = budget
  }

  /** Puts a cell into the row that is being gathered; an empty one takes no place. */
  cell(line: number, column: number, cell: PackedCell, times = 1): void {
    if (isEmpty(cell)) return
    if (textOf(cell).length > MOST_OF_A_CELL) throw new Unread(tooMany(this.#file, this.place(line)))
    if (column + times - 1 > MOST_COLUMNS) throw new Unread(tooWide(this.#file, this.place(line)))
    while (this.#cells.length < column - 1) this.#cells.push('')
    for (let at = 0; at < times; at += 1) this.#cells[column - 1 + at] = cell
  }

  /** Ends a row that stands there as often as told, one below the other. */
  endRow(line: number, hidden: boolean, times = 1): void {
    const cells = this.#cells
    if (cells.length === 0) return
    this.#cells = []
    this.#widest = Math.max(this.#widest, cells.length)
    this.#spend(line, cells, times)
    for (let at = 0; at < times; at += 1) this.#rows.push({ line: line + at, hidden, cells })
  }

  merge(range: Merge): void {
    if (this.merges.length >= MOST_MERGES) throw new Unread(tooMany(this.#file, this.place(range.top)))
    if (range.bottom > range.top || range.right > range.left) this.merges.push(range)
  }

  hideColumns(from: number, to: number): void {
    for (let column = Math.max(1, from); column <= Math.min(to, MOST_COLUMNS); column += 1)
      this.#hiddenColumns.add(column)
  }

  /** A place of the file in words: "sheet “Table 1”, line 4". */
  place(line: number): string {
    return `sheet “${this.#name}”, line ${line.toLocaleString('en-GB')}`
  }

  done(hidden: boolean): PackedSheet {
    this.#hideUnderMerges()
    return {
      name: this.#name,
      hidden,
      rows: this.#rows,
      hiddenColumns: [...this.#hiddenColumns]
        .filter((column) => column <= this.#widest)
        .toSorted((a, b) => a - b),
      merges: this.merges,
    }
  }

  #spend(line: number, cells: readonly PackedCell[], times: number): void {
    const budget = this.#budget
    budget.places += cells.length * times
    for (const cell of cells) {
      if (cell === '') continue
      budget.cells += times
      budget.characters += textOf(cell).length * times
    }
    if (budget.places > MOST_PLACES || budget.cells > MOST_CELLS || budget.characters > MOST_CHARACTERS)
      throw new Unread(tooMany(this.#file, this.place(line)))
  }

  /** What lies under a merged cell is not seen, so nothing stands there but that it is covered. */
  #hideUnderMerges(): void {
    let places = 0
    const under: PackedCell = ['', null, null, MERGED, '']
    // Repeated rows share their cells, so a row that is changed gets its own first.
    const owned = new Map<number, PackedCell[]>()
    for (const range of this.merges) {
      for (let at = this.#indexOf(range.top); at < this.#rows.length; at += 1) {
        const row = this.#rows[at]
        if (row === undefined || row.line > range.bottom) break
        const from = row.line === range.top ? range.left : range.left - 1
        const to = Math.min(range.right, row.cells.length)
        places += Math.max(1, to - from)
        if (places > MOST_PLACES) throw new Unread(tooMany(this.#file, this.place(row.line)))
        if (to <= from) continue
        const cells = owned.get(at) ?? [...row.cells]
        for (let column = from; column < to; column += 1) cells[column] = under
        owned.set(at, cells)
      }
    }
    for (const [at, cells] of owned) {
      const row = this.#rows[at]
      if (row !== undefined) this.#rows[at] = { ...row, cells }
    }
    this.#rows = this.#rows.filter(({ cells }) => cells.some((cell) => !isEmpty(cell)))
  }

  /** The first row at or below a line. */
  #indexOf(line: number): number {
    let [low, high] = [0, this.#rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#rows[middle]?.line ?? 0) < line) low = middle + 1
      else high = middle
    }
    return low
  }
}
