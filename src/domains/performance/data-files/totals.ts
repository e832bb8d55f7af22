/** Holds the sums that a file states itself against the sums of its parts: published totals are reproduced, or it is said where they are not. */

import { spanKey, spanWords } from '../measures/spans.ts'
import { plain } from './forces.ts'
import type { PartFrom, StatedTotal } from './mapping.ts'
import { partsOfTotal } from './names.ts'
import type { ReadFigure, ReadTotal, RowsRead } from './reading-rows.ts'
import { type Column, nameOf } from './table.ts'

/** A total that the file states, and what its parts come to. */
export type TotalCompared = {
  sheet: string
  line: number
  column: string
  /** "Total 43 forces, 30 September 2019". */
  what: string
  stated: number | null
  sum: number
  parts: number
  /** Parts whose figure is hidden or not there. */
  without: number
  outcome: 'agrees' | 'differs' | 'not-compared'
}

/** Sums may differ by what rounding each part to its last digit can come to, and by nothing where all are whole. */
function outcomeOf(
  stated: number | null,
  values: readonly number[],
  without: number,
): TotalCompared['outcome'] {
  if (stated === null || values.length === 0) return 'not-compared'
  const digits = Math.max(...[stated, ...values].map(digitsOf))
  const slack = digits === 0 ? 0 : (values.length + 1) * 0.5 * 10 ** -digits
  if (Math.abs(stated - sumOf(values)) <= slack + 1e-9) return 'agrees'
  return without > 0 ? 'not-compared' : 'differs'
}

const MOST_DIGITS = 6

/** Digits after the point, six at most: beyond those stands the dust of binary fractions. */
function digitsOf(value: number): number {
  const text = String(Number(value.toFixed(MOST_DIGITS)))
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

const sumOf = (values: readonly number[]): number =>
  Number(values.reduce((sum, value) => sum + value, 0).toFixed(MOST_DIGITS))

function compared(
  at: Pick<TotalCompared, 'sheet' | 'line' | 'column' | 'what'>,
  stated: number | null,
  cells: readonly (number | null)[],
): TotalCompared {
  const values = cells.filter((value) => value !== null)
  const without = cells.length - values.length
  const outcome = outcomeOf(stated, values, without)
  return { ...at, stated, sum: sumOf(values), parts: cells.length, without, outcome }
}

/** Every total of a table against its parts. */
export function compareTotals(
  { figures, totals, rowTotals }: Pick<RowsRead, 'figures' | 'totals' | 'rowTotals'>,
  sheet: string,
  part: PartFrom | null,
): TotalCompared[] {
  if (totals.length === 0 && rowTotals.length === 0) return []
  const byColumn = Map.groupBy(figures, ({ column, span }) => `${column.column.at} ${spanKey(span)}`)
  const whole = Map.groupBy(figures, ({ column }) => column.column.at)
  const byRow = Map.groupBy<number, ReadFigure | ReadTotal>([...figures, ...totals], ({ line }) => line)
  return [
    ...totals.map((one) => {
      const { column, span, total, line, stated } = one
      const all =
        (span === null
          ? whole.get(column.column.at)
          : byColumn.get(`${column.column.at} ${spanKey(span)}`)) ?? []
      const cells = ofTotal(all, total, part).map(({ cell }) => cell.value)
      const heading = nameOf(column.column)
      const what =
        span === null
          ? `${total.name}, ${heading}`
          : `${total.name}, ${spanWords(span)}${column.span === null ? `, ${heading}` : ''}`
      return compared({ sheet, line, column: heading, what }, stated, cells)
    }),
    ...rowTotals.map(({ line, column, total, stated, name }) => {
      const cells = ofColumns(byRow.get(line) ?? [], total)
      const what = [name, nameOf(column)].filter(Boolean).join(', ')
      return compared({ sheet, line, column: nameOf(column), what }, stated, cells)
    }),
  ]
}

function ofTotal(figures: readonly ReadFigure[], total: StatedTotal, part: PartFrom | null): ReadFigure[] {
  const wanted = partsOfTotal(total, part)
  return wanted === undefined
    ? [...figures]
    : figures.filter((figure) => figure.part !== null && wanted.has(plain(figure.part)))
}

function ofColumns(row: readonly (ReadFigure | ReadTotal)[], { of }: StatedTotal): (number | null)[] {
  const named = new Set(of.map(plain))
  const wanted = ({ headings, letter }: Column): boolean =>
    of.length === 0 || named.has(plain(nameOf({ headings, letter })))
  return row
    .filter(({ column }) => wanted(column.column))
    .map((one) => ('cell' in one ? one.cell.value : one.stated))
}
