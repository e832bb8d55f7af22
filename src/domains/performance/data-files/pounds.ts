/** Finds figures of money that stand in pounds where the mapping takes them for pence. */
import type { Measure } from '../measures/measure.ts'
import { cellAt } from './places.ts'
import type { ReadFigure } from './reading-rows.ts'
import type { FoundTable } from './table.ts'

/** Money is kept in whole pence: pounds that nobody has multiplied are not, and would be read as a hundredth. */
export function inPoundsApart(
  figures: readonly ReadFigure[],
  { rows }: FoundTable,
  measures: readonly Measure[],
): { money: ReadFigure[]; whole: readonly ReadFigure[] } {
  const inPence = new Set(
    measures.flatMap(({ slug, definition }) => (definition.unit.style === 'money' ? [slug] : [])),
  )
  const own = figures.filter(({ column }) => inPence.has(column.means.measure))
  if (own.length === 0) return { money: [], whole: figures }
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const inPounds = ({ line, column, cell }: ReadFigure): boolean => {
    const row = byLine.get(line)
    const pounds =
      column.means.times === 1 && row !== undefined && cellAt(row, column.column).text.includes('£')
    return cell.value !== null && (pounds || !Number.isInteger(cell.value))
  }
  const money = new Set(own.filter(inPounds))
  return { money: [...money], whole: figures.filter((one) => !money.has(one)) }
}
