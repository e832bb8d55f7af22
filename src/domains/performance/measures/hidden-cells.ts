/** Hides small numbers of a breakdown, with as many more as keep them hidden. */
import type { Breakdown, Unit } from './measure.ts'
import type { Cell } from './observation.ts'

/** What a cell counts: its events, or its value where the measure is a count; undefined where it counts nothing. */
export const countIn = (cell: Cell, { style }: Pick<Unit, 'style'>): number | undefined =>
  cell.events ?? (style === 'count' ? (cell.value ?? undefined) : undefined)

const hidden: Cell = { value: null, mark: 'suppressed', hedge: null, events: null, base: null }

/** The breakdown as the public gets it: a row with a small number is hidden whole. */
export function hideSmallNumbers(breakdown: Breakdown): Breakdown {
  const { measure, dimension, parts } = breakdown
  const isSmall = (cell: Cell): boolean => {
    const count = countIn(cell, measure.unit)
    return measure.hideBelow !== null && count !== undefined && count < measure.hideBelow
  }
  const rows = breakdown.rows.map((row) =>
    row.cells.some(isSmall) ? { ...row, cells: row.cells.map(() => hidden) } : row,
  )
  const earlier = measure.hideBelow === null ? breakdown.earlier : []
  return { measure, dimension, parts, rows, earlier }
}
