/** A measure's observations as a table for programs, and what its columns mean. */
import { type PageRequest, type Text } from '../../../../web/index.ts'
import { type Measure, measurePath } from '../measure.ts'
import { tell } from '../telling.ts'
import { BELOW } from './downloads-part.ts'
import { MADE_UP } from './report-words.ts'
import { measureColumns } from './table-columns.ts'
import { tableCsv, tableMetadata } from './table-csv.ts'
import { tableRows } from './table-part.ts'

/** The table at /measures/:measure/table.csv. */
export const measureTable = ({ measure }: { measure: Measure }, { today }: PageRequest): Text =>
  tableCsv(
    measureColumns(measure.definition.unit),
    tableRows(measure.observations, tell(measure, today)),
    `${measure.slug}.csv`,
  )

/** Its description at /measures/:measure/table.csv-metadata.json. */
export function measureMetadata({ measure }: { measure: Measure }, { site, origin = '' }: PageRequest): Text {
  const { definition, observations } = measure
  const days = observations.flatMap(({ report }) => (report.asAt === null ? [] : [report.asAt])).toSorted()
  return tableMetadata(measureColumns(definition.unit), {
    site,
    url: BELOW.table,
    page: `${origin}${measurePath(measure.slug)}`,
    title: measure.title,
    description: definition.words,
    source: definition.source,
    modified: days.at(-1) ?? null,
    primaryKey: ['first_day', 'last_day'],
    notes: [
      ...definition.caveats,
      ...(observations.some(({ report }) => report.invented) ? [`${MADE_UP}: see the column made_up.`] : []),
    ],
  })
}
