/** Finds tables whose rows are of several measures, "Burglary", "Robbery", and proposes what the rows of each are. */
import type { ColumnOfFigures, TableMapping } from './mapping.ts'
import type { Guessed } from './propose-columns.ts'
import { columnOf, measureCalled, type Values, type Work } from './propose-values.ts'

/** A table of which each measure has rows of its own. */
export type MeasuresInRows = Values & {
  /** The column that names the measures. */
  column: Guessed
  rows: { filter: TableMapping['rows'][number]; column: ColumnOfFigures }[]
}

/** The measures that the rows are of, where most names in a column of words are titles of measures; undefined otherwise. */
export function measuresInRows(
  work: Work,
  words: readonly Guessed[],
  { figures, wide }: { figures: readonly Guessed[]; wide: boolean },
): MeasuresInRows | undefined {
  const [figure] = figures
  if (figure === undefined || (!wide && figures.length > 1)) return undefined
  for (const column of words) {
    const names = [...new Set(column.cells.map(({ text }) => text))]
    const known = names.flatMap((name) => {
      const measure = measureCalled(work, name)
      return measure === undefined ? [] : [{ name, measure }]
    })
    if (known.length < 2 || known.length < names.length / 2) continue
    const rows = known.map(({ name, measure }) => ({
      filter: { column: column.name, is: [name] },
      column: columnOf(work, ofName(work, column, name, figure), wide ? '*' : figure.name, measure),
    }))
    askOthers(
      work,
      column,
      names.filter((name) => !known.some((one) => one.name === name)),
    )
    return { column, rows, columns: rows.map((row) => row.column), totals: [], part: null, unknown: false }
  }
  return undefined
}

/** The column of figures as it stands in the rows of one name. */
const ofName = ({ table }: Work, { at }: Guessed, name: string, figure: Guessed): Guessed => ({
  ...figure,
  cells: table.rows.flatMap(({ cells }) => (cells[at]?.text === name ? (cells[figure.at] ?? []) : [])),
})

function askOthers({ questions }: Work, { name: column }: Guessed, names: readonly string[]): void {
  if (names.length === 0) return
  const some = names.slice(0, 6).map((name) => `“${name}”`)
  questions.push({
    about: 'measure',
    question: `The record has no measure of the title ${some.join(', ')}${names.length > 6 ? ' …' : ''} in “${column}”: these rows would be left out. Write a table for each that is wanted, with its "rows" and its measure.`,
  })
}
