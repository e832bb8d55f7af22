/** Builders for tests of data files: a CSV as it is read, a mapping of it, and what both would bring. */
import { isRefusal, type LocalDate, type Refusal } from '../../../lib/index.ts'
import { readSheets, type SheetCell, type Workbook } from '../../../papers/index.ts'
import { aMeasure, TODAY } from '../testing.ts'
import { type Mapping, readMapping } from './mapping.ts'
import { type Catalogue, type Preview, preview } from './preview.ts'

/** A CSV as the reader of sheets reads it; throws where that refuses it. */
export async function csv(text: string | Uint8Array, name = 'figures.csv'): Promise<Workbook> {
  const book = await readSheets({ name, bytes: typeof text === 'string' ? Buffer.from(text) : text })
  if (isRefusal(book)) throw new Error(book.message)
  return book
}

/** A mapping from the parts of one table that matter to a test: burglary by months and districts. */
export function aMapping(table: Record<string, unknown> = {}): Mapping {
  const whole = {
    find: { headings: ['Month'] },
    span: { column: 'Month', form: 'month' },
    part: { dimension: 'district', column: 'District' },
    columns: [{ column: 'Crimes', measure: 'burglary' }],
    report: { status: 'final', origin: 'official', release: 'Year ending June 2019', asAt: '2019-10-17' },
    ...table,
  }
  const mapping = readMapping({ tables: [whole] }, 'figures.csv.mapping.json')
  if (isRefusal(mapping)) throw new Error(mapping.message)
  return mapping
}

/** A record with the measure burglary and no figures. */
export const BURGLARY: Catalogue = { measures: [aMeasure()], breakdowns: [] }

/** What a workbook would bring, or the refusal. */
export const tried = (
  book: Workbook,
  mapping: Mapping = aMapping(),
  catalogue: Catalogue = BURGLARY,
  today: LocalDate = TODAY,
): Preview | Refusal => preview(book, mapping, catalogue, { name: 'figures.csv', today })

/** What a workbook would bring; throws where it is refused. */
export function seen(...given: Parameters<typeof tried>): Preview {
  const found = tried(...given)
  if (isRefusal(found)) throw new Error(found.message)
  return found
}

/** A workbook with cells changed, as only an office program writes them: by their line and place from 0. */
export const changed = (
  book: Workbook,
  change: (cell: SheetCell, line: number, at: number) => Partial<SheetCell>,
): Workbook => ({
  ...book,
  form: 'xlsx',
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) => ({ ...cell, ...change(cell, row.line, at) })),
    })),
  })),
})
