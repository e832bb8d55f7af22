/** A table with its description for programs: CSV by RFC 4180, and CSV on the Web metadata beside it. */
import { type Site, Text } from '../../../../web/index.ts'
import { CSV_TYPE, csvText } from './csv.ts'
import type { TableColumn } from './table-columns.ts'

/** The rows under the columns, to keep under a name. */
export const tableCsv = <Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  fileName: string,
): Text =>
  new Text(
    CSV_TYPE,
    csvText(
      columns.map(({ name }) => name),
      rows.map((row) => columns.map(({ cell }) => cell(row))),
    ),
    fileName,
  )

export type TableAbout = {
  site: Site
  /** The address of the table without a path before it: "table.csv". */
  url: string
  /** The address of the page that shows it, whole where the site knows its own. */
  page: string
  title: string
  description: string
  /** Where the figures come from, in words. */
  source: string
  /** The day of the newest statement in it; null where nobody said. */
  modified: string | null
  /** What makes a row the only one of its kind: names of columns. */
  primaryKey: readonly string[]
  notes: readonly string[]
}

/** What every table of ours says of itself. */
const SAID_OF_ALL = [
  'Empty cells have no value; the column no_value says why.',
  'A text that begins with =, +, -, @, a tab or a line break has an apostrophe before it, so that no spreadsheet runs it.',
]

/** The description of a table: https://www.w3.org/TR/tabular-metadata/. */
export function tableMetadata<Row>(columns: readonly TableColumn<Row>[], about: TableAbout): Text {
  const { site } = about
  const value = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: about.url,
    'dc:title': about.title,
    'dc:description': about.description,
    'dc:publisher': site.publisher,
    'dc:source': about.source,
    ...(about.modified === null ? {} : { 'dc:modified': { '@value': about.modified, '@type': 'date' } }),
    ...(site.licence === undefined ? {} : { 'dc:license': { '@id': site.licence.href } }),
    'rdfs:seeAlso': { '@id': about.page },
    'rdfs:comment': [...SAID_OF_ALL, ...about.notes],
    dialect: {
      encoding: 'utf-8',
      header: true,
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ['\r\n'],
    },
    tableSchema: {
      columns: columns.map(({ name, title, says, datatype, required }) => ({
        name,
        titles: [name, title],
        'dc:description': says,
        datatype,
        null: [''],
        ...(required ? { required } : {}),
      })),
      primaryKey: about.primaryKey,
    },
  }
  return new Text('application/json; charset=utf-8', `${JSON.stringify(value, null, 1)}\n`)
}
