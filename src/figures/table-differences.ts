/** Columns that say what two columns before them differ by: variance, increase (figures.md 2.7, class 2, in tables). */
import { isZero, minus, size } from './exact.ts'
import { type Figure, unsigned } from './figure.ts'
import type { Finding } from './finding.ts'
import { difference, meet, sizes } from './interval.ts'
import { judge } from './judge.ts'
import { amount, lessOrMore, said } from './message.ts'
import type { Table } from './table.ts'

const DIFFERENCE = /^(?:variance|difference|change|increase|decrease|(?:over|under)[- ]?spend|movement)\b/i

/** The column of differences and the two columns before it; undefined where no column is called one. */
function differenceColumn({ columns }: Table): number | undefined {
  const at = columns.findIndex((name, column) => column > 2 && DIFFERENCE.test(name) && !name.includes('%'))
  return at < 0 ? undefined : at
}

function rowDifference(table: Table, label: string, one: Figure, other: Figure, stated: Figure): Finding {
  const own = unsigned(stated)
  const point = size(minus(other.value, one.value))
  const judgement = judge(own, {
    point,
    stands: sizes(difference(other.stands, one.stands)),
    loose: sizes(difference(other.loose, one.loose)),
  })
  const gap = lessOrMore(minus(own.value, point), own.unit)
  const says =
    judgement.verdict === 'inconsistent' ? `the table says ${said(stated)} (${gap})` : 'as the table says'
  return {
    kind: 'difference',
    stated: { role: 'difference', figure: stated },
    operands: [
      { role: 'first', figure: one },
      { role: 'second', figure: other },
    ],
    verdict: judgement.verdict,
    severity: judgement.severity,
    formula: 'stated = |second − first|',
    recomputed: { point, stands: sizes(difference(other.stands, one.stands)) },
    discrepancy: judgement.discrepancy,
    table: table.start,
    message: `Between ${said(one)} and ${said(other)}${label === '' ? '' : ` of “${label}”`} lies ${amount(point, own.unit)}; ${says}.`,
  }
}

/** Whether a difference lies between two other figures of its row, so that the column may speak of those. */
const isBetweenOthers = (row: readonly Figure[], stated: Figure): boolean =>
  row.some((one) =>
    row.some((other) => meet(unsigned(stated).loose, sizes(difference(other.loose, one.loose)))),
  )

/**
 * The differences of all rows, signs left aside. One that fails is told where two rows and more, and twice as many as fail,
 * bear out that the column is the difference of the two before it.
 */
export function rowDifferences(table: Table): Finding[] {
  const column = differenceColumn(table)
  if (column === undefined) return []
  const found = table.rows.flatMap(({ label, cells }) => {
    const [one, other, stated] = [column - 2, column - 1, column].map((at) => cells[at]?.figure)
    if (!one || !other || !stated || cells.length !== table.columns.length) return []
    if (one.unit !== other.unit || one.unit !== stated.unit || one.unit === '%') return []
    const finding = rowDifference(table, label, one, other, stated)
    const before = cells.slice(1, column).flatMap(({ figure }) => figure ?? [])
    return finding.verdict === 'inconsistent' && isBetweenOthers(before, stated) ? [] : [finding]
  })
  const failing = found.filter(({ verdict }) => verdict === 'inconsistent').length
  const sound = found.filter(
    ({ verdict, stated }) => verdict === 'consistent' && stated && !isZero(stated.figure.value),
  ).length
  return sound >= 2 && sound >= failing * 2 ? found : []
}
