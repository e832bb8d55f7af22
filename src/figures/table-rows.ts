/** Totals of rows: a first or last column called total, a column that is no addend left out (figures.md 2.7, class 1). */
import { judgeSum, type Sum, sumFinding } from './adding.ts'
import type { Finding, Operand } from './finding.ts'
import { isNothing, type Row, type Table } from './table.ts'
import { isNoAddend, totalLabel } from './table-labels.ts'

/** A wider table is data. */
const MOST_COLUMNS = 60

/** The columns that could be addends, and where the total stands. */
type Reading = { readonly total: number; readonly addends: readonly number[] }

function totalColumn({ columns, rows }: Table): number | undefined {
  const numeric = columns.flatMap((_, column) =>
    rows.some(({ cells }) => cells[column]?.figure) ? [column] : [],
  )
  const [first, last] = [numeric[0], numeric.at(-1)]
  if (last !== undefined && totalLabel(columns[last] ?? '')) return last
  return first !== undefined && totalLabel(columns[first] ?? '') === 'plain' ? first : undefined
}

/** Every way to add the columns: all of them, or one left out. */
function readingsOf(table: Table, total: number): Reading[] {
  const addends = table.columns.flatMap((name, column) =>
    column > 0 &&
    column !== total &&
    !isNoAddend(name) &&
    table.rows.some(({ cells }) => cells[column]?.figure)
      ? [column]
      : [],
  )
  const without = addends.map((left) => addends.filter((column) => column !== left))
  return [addends, ...without]
    .filter((reading) => reading.length > 1)
    .map((reading) => ({ total, addends: reading }))
}

function rowSum(table: Table, row: Row, reading: Reading): Sum | undefined {
  const figure = row.cells[reading.total]?.figure
  if (!figure || row.cells.length !== table.columns.length) return undefined
  const addends: Operand[] = []
  for (const column of reading.addends) {
    const cell = row.cells[column]
    if (!cell) return undefined
    if (cell.figure)
      addends.push({ role: table.columns[column] || `column ${column + 1}`, figure: cell.figure })
    else if (!isNothing(cell)) return undefined
  }
  if (addends.length < 2 || addends.some((addend) => addend.figure.unit !== figure.unit)) return undefined
  const subject = row.label === '' ? 'The columns add' : `The columns of “${row.label}” add`
  return { kind: 'table-row-sum', stated: { role: 'total', figure }, addends, subject }
}

/** The totals of all rows, by the reading that most rows bear out; silent where none does. */
export function rowSums(table: Table): Finding[] {
  const total = totalColumn(table)
  if (total === undefined || table.columns.length > MOST_COLUMNS) return []
  const tried = readingsOf(table, total).map((reading) => {
    const sums = table.rows.flatMap((row) => rowSum(table, row, reading) ?? [])
    return { sums, sound: sums.filter((sum) => judgeSum(sum).verdict !== 'inconsistent').length }
  })
  const best = tried.toSorted((a, b) => b.sound - a.sound)[0]
  if (!best || best.sound === 0) return []
  const doubtful =
    tried.filter(({ sound }) => sound === best.sound).length > 1 || best.sound * 3 < best.sums.length
  return best.sums
    .filter((sum) => !doubtful || judgeSum(sum).verdict !== 'inconsistent')
    .map((sum) => ({ ...sumFinding(sum), table: table.start }))
}
