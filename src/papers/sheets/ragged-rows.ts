/** Tells of the rows of a CSV file that have more or fewer cells than most: they are kept as they stand. */
import type { SheetWarning } from './sheet.ts'

/** How many lines a warning names. */
const NAMED = 5

/** Counts the lengths of rows while they are read. */
export class RowLengths {
  readonly #seen = new Map<number, { count: number; lines: number[] }>()

  /** A row of one word among empty cells is a title or a note, and as long as any. */
  take(line: number, cells: readonly string[]): void {
    let filled = 0
    for (const cell of cells) if (cell !== '') filled += 1
    if (filled < 2) return
    const known = this.#seen.get(cells.length)
    if (known === undefined) this.#seen.set(cells.length, { count: 1, lines: [line] })
    else {
      known.count += 1
      if (known.lines.length < NAMED) known.lines.push(line)
    }
  }

  /** One warning for each length that is not the usual one, with the first lines that have it. */
  warnings(sheet: string): SheetWarning[] {
    const usual = [...this.#seen].toSorted(([, one], [, other]) => other.count - one.count)[0]?.[0]
    return [...this.#seen]
      .filter(([length]) => length !== usual)
      .map(([length, { count, lines }]) => {
        const more = count > lines.length ? ', …' : ''
        const which =
          count === 1
            ? `Line ${lines[0]} has`
            : `${count.toLocaleString('en-GB')} rows (lines ${lines.join(', ')}${more}) have`
        const message = `${which} ${length} cells where most rows have ${usual}; they were kept as they stand.`
        return { code: 'row-ragged', message, sheet, line: lines[0] ?? null }
      })
  }
}
