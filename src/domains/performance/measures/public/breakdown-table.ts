/** A measure by parts as a table for programs: a row for each span and part. */
import type { PageRequest, Text } from '../../../../web/index.ts'
import { type Breakdown, breakdownPath, type Unit } from '../measure.ts'
import type { Cell, Report, Span } from '../observation.ts'
import { BELOW } from './downloads-part.ts'
import { MADE_UP } from './report-words.ts'
import { reportColumns, spanColumns, type TableColumn, valueColumns } from './table-columns.ts'
import { tableCsv, tableMetadata } from './table-csv.ts'

/** One cell with all that is known of it. */
export type CellRow = {
  span: Span
  part: Breakdown['parts'][number]
  cell: Cell
  report: Report
}

/** Every cell of the table, by span and then in the order of the parts. */
export const cellRows = ({ rows, parts }: Breakdown): CellRow[] =>
  rows.flatMap(({ span, report, cells, others }) =>
    parts.flatMap((part, index) => {
      const cell = cells[index]
      if (cell === undefined) return []
      const own = others.find(({ part: slug }) => slug === part.slug)
      return [{ span, part, cell, report: own?.report ?? report }]
    }),
  )

function columnsOf(unit: Unit): TableColumn<CellRow>[] {
  return [
    ...spanColumns<CellRow>(),
    {
      name: 'part',
      title: 'Part',
      says: 'The part that the value is about.',
      datatype: 'string',
      required: true,
      cell: ({ part }) => part.name,
    },
    {
      name: 'part_code',
      title: 'Code of the part',
      says: 'The official code of the part, where it has one.',
      datatype: 'string',
      cell: ({ part }) => part.code,
    },
    ...valueColumns<CellRow>(unit),
    ...reportColumns<CellRow>(),
  ]
}

/** The table at /measures/:measure/by/:dimension/table.csv. */
export const breakdownTable = (breakdown: Breakdown): Text =>
  tableCsv(
    columnsOf(breakdown.measure.unit),
    cellRows(breakdown),
    `${breakdown.measure.slug}-by-${breakdown.dimension.slug}.csv`,
  )

/** Its description at /measures/:measure/by/:dimension/table.csv-metadata.json. */
export function breakdownMetadata(breakdown: Breakdown, { site, origin = '' }: PageRequest): Text {
  const { measure, dimension, rows } = breakdown
  const days = rows.flatMap(({ report }) => (report.asAt === null ? [] : [report.asAt])).toSorted()
  return tableMetadata(columnsOf(measure.unit), {
    site,
    url: BELOW.table,
    page: `${origin}${breakdownPath(measure.slug, dimension.slug)}`,
    title: `${measure.title} by ${dimension.one}`,
    description: `${measure.title}, for each ${dimension.one} and span.`,
    source: [...new Set(rows.map(({ report }) => report.source.title))].join('; '),
    modified: days.at(-1) ?? null,
    primaryKey: ['first_day', 'last_day', 'part'],
    notes: rows.some(({ report }) => report.invented) ? [`${MADE_UP}: see the column made_up.`] : [],
  })
}
