/**
 * Brings the figures of a spreadsheet into the record by a mapping: the one given, or the one that was accepted for a file
 * with the same headings before. All of a file or nothing, unless bad rows may be left out.
 */
import { createHash } from 'node:crypto'
import { isRefusal, type Refusal, refuse } from '../../../lib/index.ts'
import type { Workbook } from '../../../papers/index.ts'
import { type Brought, draft, type ImportAct, type Source, workingCopies } from '../../../record/index.ts'
import { recordObservations } from '../measures/writes.ts'
import { catalogueFor } from './import-proposing.ts'
import type { Mapping, TableMapping } from './mapping.ts'
import { placesIn } from './places.ts'
import { type Preview, preview } from './preview.ts'
import { dataMappingKind, type KeptMapping } from './published.ts'
import { findTable } from './table.ts'

/** A spreadsheet that was read, and the mapping that was given with it. */
export type DataFile = { workbook: Workbook; mapping: Mapping | null }

export type DataFileOptions = { skipBadRows: boolean }

/** What came of it; refused with the preview where rows of it were bad. */
export type DataFileOutcome =
  | { refusal: Refusal; preview: Preview | null }
  | { brought: Brought; preview: Preview; by: 'given' | 'saved' }

const refused = (refusal: Refusal, seen: Preview | null = null): DataFileOutcome => ({
  refusal,
  preview: seen,
})

/** Brings a data file. Nothing is kept of one that is refused. */
export async function bringDataFile(
  act: ImportAct,
  { workbook, mapping: given }: DataFile,
  source: Source,
  options: DataFileOptions,
): Promise<DataFileOutcome> {
  const mapping = given ?? (await savedMapping(act, workbook, source))
  if (isRefusal(mapping)) return refused(mapping)
  const catalogue = await catalogueFor(act.tx, act.permit.authority, mapping)
  const seen = preview(workbook, mapping, catalogue, { name: source.name, today: act.today })
  if (isRefusal(seen)) return refused(seen)
  if (seen.incoming.length === 0 && seen.refusedRows.length === 0)
    return refused(
      refuse(
        'no-rows',
        `${source.name} has the headings of the mapping, and no row of figures below them that it takes: look whether the file was saved whole, and at "rows" in the mapping. Nothing was brought.`,
      ),
      seen,
    )
  if (seen.refusedRows.length > 0 && !options.skipBadRows) return refused(badRows(source, seen), seen)
  const brought = await recordObservations(act, seen.incoming, source)
  if (isRefusal(brought)) return refused(brought)
  if (given !== null) await saveMapping(act, given, source)
  return { brought, preview: seen, by: given === null ? 'saved' : 'given' }
}

function badRows({ name }: Source, { refusedRows }: Preview): Refusal {
  const rows = new Set(refusedRows.map(({ sheet, line }) => `${sheet} ${line}`)).size
  return refuse(
    'rows-refused',
    `${name} has ${rows === 1 ? 'a row' : `${rows.toLocaleString('en-GB')} rows`} that cannot be brought, so nothing of it was: mend ${rows === 1 ? 'it' : 'them'}, or import it again with --skip-bad-rows to bring the others.`,
  )
}

/** The same key for mappings that read the same tables: a corrected one takes the place of the one before. */
function keyOf({ tables }: Mapping): string {
  const reads = tables.map(({ find, rows, columns }) => [find, rows, columns.map(({ column }) => column)])
  return createHash('sha256').update(JSON.stringify(reads)).digest('hex').slice(0, 32)
}

async function saveMapping(
  { tx, permit }: ImportAct,
  mapping: Mapping,
  { name, sha256 }: Source,
): Promise<void> {
  const kept = { mapping, file: { name, sha256 } }
  await draft(tx, permit, dataMappingKind, keyOf(mapping), kept, `Accepted with ${name}`)
}

/** The mapping that was accepted for a file with the same headings. */
async function savedMapping(
  { tx, permit }: ImportAct,
  workbook: Workbook,
  source: Source,
): Promise<Mapping | Refusal> {
  const kept = (await workingCopies(tx, permit.authority, dataMappingKind)).map(({ working }) => working)
  const own = kept.find(({ file }) => file.sha256 === source.sha256)
  if (own !== undefined) return own.mapping
  const [fitting, other] = kept.filter(({ mapping }) => fits(workbook, mapping, source.name))
  if (fitting === undefined)
    return refuse(
      'no-mapping',
      `${source.name} has figures, and nothing says what its columns mean: look at what is proposed with bin/shiremoot import ${source.name} --propose, and keep it as ${source.name}.mapping.json with --save.`,
    )
  if (other !== undefined)
    return refuse(
      'no-mapping',
      `${source.name} fits the mappings of ${fitting.file.name} and of ${other.file.name}; say which with --mapping FILE.`,
    )
  return forAnother(fitting, source)
}

const fits = (workbook: Workbook, { tables }: Mapping, file: string): boolean =>
  tables.every((table) => {
    const found = findTable(workbook, table, file)
    return !isRefusal(found) && !isRefusal(placesIn(found, table, file))
  })

/** What a mapping says of one release or of one span is not carried to another file. */
function forAnother({ mapping, file }: KeptMapping, { name }: Source): Mapping | Refusal {
  if (mapping.tables.some(({ span }) => 'span' in span))
    return refuse(
      'mapping-of-one-span',
      `${name} has the headings of ${file.name}, whose mapping gives all figures one span; copy it to ${name}.mapping.json and write the span of this file into it.`,
    )
  return { tables: mapping.tables.map(withoutRelease) }
}

function withoutRelease(table: TableMapping): TableMapping {
  const { asAt } = table.report
  return { ...table, report: { ...table.report, release: null, asAt: asAt === null ? null : 'newest' } }
}
