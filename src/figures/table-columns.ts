/** Totals of columns: last or first row, subtotals, rows that are taken away (figures.md 2.7, class 1). */
import { added, judgeSum, type Sum, sumFinding } from './adding.ts'
import { below, negated } from './exact.ts'
import { oneDigit, swapped } from './explanation.ts'
import { type Figure } from './figure.ts'
import type { Finding, Operand } from './finding.ts'
import { turned } from './interval.ts'
import { type Cell, isNothing, type Row, type Table, widthOf } from './table.ts'
import { isHeading, isNoAddend, isOverAll, isTakenAway, isWithin, totalLabel } from './table-labels.ts'

/** A longer table is data, which no reader adds up. */
const MOST_ROWS = 1000

type Total = {
  readonly at: number
  readonly plain: boolean
  readonly readings: readonly (readonly number[])[]
}

/** The rows that could be what a total adds, likeliest first. */
function readingsOf(rows: readonly Row[], totals: readonly number[], at: number): number[][] {
  const detail = (from: number, to: number): number[] =>
    rows.flatMap((row, index) =>
      index >= from && index < to && !totals.includes(index) && !isWithin(row.label) && !isHeading(row)
        ? [index]
        : [],
    )
  const before = totals.filter((total) => total < at)
  const last = before.at(-1)
  const section = detail((last ?? -1) + 1, at)
  if (before.length === 0 && section.length === 0) {
    const next = totals.find((total) => total > at) ?? rows.length
    return [detail(at + 1, next), detail(at + 1, rows.length)].filter((reading) => reading.length > 1)
  }
  const all = detail(0, at)
  const overSubtotals = [...before, ...section]
  const running = last === undefined ? section : [last, ...section]
  const ordered =
    section.length === 0 || isOverAll(rows[at]?.label ?? '')
      ? [overSubtotals, all, section, running]
      : [section, all, running, overSubtotals]
  const distinct = new Map(ordered.map((reading) => [reading.join(), reading]))
  return [...distinct.values()].filter((reading) => reading.length > 1)
}

function totalsOf(rows: readonly Row[]): Total[] {
  const at = rows.flatMap(({ label }, index) => (totalLabel(label) ? [index] : []))
  if (rows.length > MOST_ROWS) return []
  return at.map((index) => ({
    at: index,
    plain: totalLabel(rows[index]?.label ?? '') === 'plain',
    readings: readingsOf(rows, at, index),
  }))
}

const negative = (figure: Figure): Figure => ({
  ...figure,
  value: negated(figure.value),
  stands: turned(figure.stands),
  loose: turned(figure.loose),
})

/** Whether a row among those added holds a label alone: a heading, or a row that lost its figures. */
const mayBeDamaged = (rows: readonly Row[], reading: readonly number[]): boolean =>
  rows.slice(reading[0], reading.at(-1)).some(isHeading)

/** The figures of a column in some rows; null where one is damaged, so that nothing can be said. */
function addendsIn(rows: readonly Row[], reading: readonly number[], column: number): Operand[] | null {
  const addends: Operand[] = []
  for (const index of reading) {
    const row = rows[index]
    const cell: Cell | undefined = row?.cells[column]
    if (!row || !cell) return null
    if (cell.figure === null) {
      if (isNothing(cell)) continue
      return null
    }
    const taken = isTakenAway(row.label) && cell.figure.value.top > 0n
    addends.push({
      role: row.label || `row ${index + 1}`,
      figure: taken ? negative(cell.figure) : cell.figure,
    })
  }
  const units = new Set(addends.map(({ figure }) => figure.unit))
  return addends.length > 1 && units.size === 1 ? addends : null
}

/** Whether a total lies among its addends as an average does, and no slip of one digit explains that. */
function looksLikeAverage({ stated, addends }: Sum): boolean {
  const figures = addends.map(({ figure }) => figure)
  const { value } = stated.figure
  const between =
    figures.some((each) => below(value, each.value)) && figures.some((each) => !below(value, each.value))
  const { point } = added(figures)
  return between && !oneDigit(value, point) && !swapped(value, point)
}

type Judged = { sum: Sum; sound: boolean }

/** The total of one column: the first reading that comes out, else the likeliest one. */
function columnSum(table: Table, total: Total, column: number): Judged | undefined {
  const figure = table.rows[total.at]?.cells[column]?.figure
  if (!figure || figure.unit === '%' || isNoAddend(table.columns[column] ?? '')) return undefined
  const sums = total.readings.flatMap((reading): Sum[] => {
    const addends = addendsIn(table.rows, reading, column)
    if (!addends || addends[0]?.figure.unit !== figure.unit) return []
    const name = table.columns[column] ?? ''
    const subject = name === '' ? 'The rows add' : `The rows under “${name}” add`
    return [{ kind: 'table-column-sum', stated: { role: 'total', figure }, addends, subject }]
  })
  const sound = sums.find((sum) => judgeSum(sum).verdict !== 'inconsistent')
  const [likeliest] = sums
  if (sound) return { sum: sound, sound: true }
  const damaged = total.readings.some((reading) => mayBeDamaged(table.rows, reading))
  return likeliest && !damaged ? { sum: likeliest, sound: false } : undefined
}

/**
 * The totals of all columns. A failing one is an alarm where the label says total and nothing else, or the other columns show
 * that this row adds the rows; and never where the total looks like an average.
 */
export function columnSums(table: Table): Finding[] {
  const width = widthOf(table)
  return totalsOf(table.rows).flatMap((total) => {
    const judged = Array.from({ length: width }, (_, column) => columnSum(table, total, column)).filter(
      (each) => each !== undefined,
    )
    const witnessed = judged.some(({ sound }) => sound)
    return judged
      .filter(({ sum, sound }) => sound || ((total.plain || witnessed) && !looksLikeAverage(sum)))
      .map(({ sum }) => ({ ...sumFinding(sum), table: table.start }))
  })
}
