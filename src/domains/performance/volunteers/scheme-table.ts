/** The measures of one scheme side by side, a row a part: what each row and column should make, and whether it does. */

import type { Breakdown, Measure, Part } from '../measures/measure.ts'
import type { Cell, Report, Span } from '../measures/observation.ts'
import { bySpan, spanKey } from '../measures/spans.ts'
import { type AddedUp, addedUp } from '../reference/adding-up.ts'
import { cellOf, observedIn } from '../reference/latest.ts'
import type { Scheme } from './scheme.ts'

export type Remark = {
  /** "East"; null for the row of totals. */
  part: string | null
  /** The measure whose figure is the printed whole. */
  measure: Pick<Measure, 'slug' | 'title'>
  along: 'row' | 'column'
  added: Extract<AddedUp, { outcome: 'differs' }>
}

export type SchemeTable = {
  span: Span
  /** "division". */
  by: string
  measures: Measure[]
  rows: { part: Part; cells: (Cell | undefined)[] }[]
  /** The printed totals, of the whole area. */
  totals: (Cell | undefined)[]
  remarks: Remark[]
  /** How many sums were compared, of rows and of columns. */
  compared: number
  reports: Report[]
}

/** The newest span in which the scheme's measures have parts, as one table; undefined where none has. */
export function schemeTable(
  scheme: Pick<Scheme, 'tableBy' | 'sums'>,
  all: readonly Measure[],
  breakdowns: ReadonlyMap<string, Breakdown>,
): SchemeTable | undefined {
  const measures = all.filter(({ slug }) => breakdowns.has(slug))
  const tables = measures.flatMap(({ slug }) => breakdowns.get(slug) ?? [])
  const span = newestSpan(tables)
  if (scheme.tableBy === null || span === undefined) return undefined
  const parts = [...new Map(tables.flatMap((table) => table.parts).map((part) => [part.slug, part])).values()]
  const rows = parts.map((part) => ({
    part,
    cells: measures.map(({ slug }) => cellOf(breakdowns.get(slug), part.slug, span)),
  }))
  const whole = measures.map(({ observations }) => observedIn(observations, span))
  const totals = whole.map((observation) => observation?.cell)
  const checks = [
    ...columnChecks(measures, rows, totals),
    ...rowChecks(scheme, measures, [...rows, { part: null, cells: totals }]),
  ]
  return {
    span,
    by: tables[0]?.dimension.one ?? scheme.tableBy,
    measures,
    rows,
    totals,
    remarks: checks.flatMap(({ added, ...at }) => (added.outcome === 'differs' ? [{ ...at, added }] : [])),
    compared: checks.filter(({ added }) => added.outcome !== 'cannot-say').length,
    reports: [
      ...tables.flatMap((table) =>
        table.rows.filter((row) => spanKey(row.span) === spanKey(span)).map(({ report }) => report),
      ),
      ...whole.flatMap((observation) => (observation === undefined ? [] : [observation.report])),
    ],
  }
}

const newestSpan = (tables: readonly Breakdown[]): Span | undefined =>
  tables.flatMap(({ rows }) => rows.map(({ span }) => span)).toSorted((one, other) => bySpan(other, one))[0]

type Check = Omit<Remark, 'added'> & { added: AddedUp }
type Row = { part: Pick<Part, 'name'> | null; cells: readonly (Cell | undefined)[] }

const columnChecks = (
  measures: readonly Measure[],
  rows: readonly Row[],
  totals: readonly (Cell | undefined)[],
): Check[] =>
  measures.map((measure, column) => ({
    part: null,
    measure,
    along: 'column',
    added: addedUp(
      totals[column],
      rows.map(({ cells }) => cells[column]),
    ),
  }))

function rowChecks(
  { sums }: Pick<Scheme, 'sums'>,
  measures: readonly Measure[],
  rows: readonly Row[],
): Check[] {
  return sums.flatMap(({ total, of }) => {
    const at = measures.findIndex(({ slug }) => slug === total)
    const measure = measures[at]
    if (measure === undefined) return []
    const columns = of.map((slug) => measures.findIndex((each) => each.slug === slug))
    return rows.map(
      ({ part, cells }): Check => ({
        part: part?.name ?? null,
        measure,
        along: 'row',
        added: addedUp(
          cells[at],
          columns.map((column) => cells[column]),
        ),
      }),
    )
  })
}
