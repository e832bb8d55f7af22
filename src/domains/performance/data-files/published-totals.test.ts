/** Real tables of the Home Office, the IOPC and others, where samples are at hand: each imports, and its published totals are the sums of its parts. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { test } from 'node:test'
import { date, isRefusal } from '../../../lib/index.ts'
import { readSheets, type Workbook } from '../../../papers/index.ts'
import { aMeasure } from '../testing.ts'
import { forceNamed } from './forces.ts'
import { readMapping } from './mapping.ts'
import { type Preview, preview } from './preview.ts'
import { type ProposedTable, proposeMapping } from './propose.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
const DATA = resolve(ROOT, process.env['SHIREMOOT_SAMPLES'] ?? '../shared', 'data')
const skip = existsSync(DATA) ? false : `no samples at ${DATA}; SHIREMOOT_SAMPLES names another folder`

async function workbook(file: string): Promise<Workbook> {
  const book = await readSheets({ name: basename(file), bytes: readFileSync(join(DATA, file)) })
  if (isRefusal(book)) throw new Error(book.message)
  return book
}

const today = date('2026-11-22')

function previewed(
  book: Workbook,
  tables: readonly Pick<ProposedTable['mapping'], 'columns' | 'find'>[],
): Preview {
  const mapping = readMapping(JSON.parse(JSON.stringify({ tables })), 'mapping')
  if (isRefusal(mapping)) throw new Error(mapping.message)
  const slugs = new Set(tables.flatMap(({ columns }) => columns.map(({ measure }) => measure)))
  const measures = [...slugs].map((slug) => aMeasure({ slug, title: slug }))
  const found = preview(book, mapping, { measures, breakdowns: [] }, { name: 'file', today })
  if (isRefusal(found)) throw new Error(found.message)
  return found
}

/** What the table of a sheet brings by the mapping that is proposed for it, with what a person changes in that. */
async function byProposal(
  file: string,
  sheet: string,
  change: Record<string, unknown> = {},
): Promise<Preview> {
  const book = await workbook(file)
  const own = { ...book, sheets: book.sheets.filter(({ name }) => name === sheet || book.form === 'csv') }
  const [table] = proposeMapping(own, { name: basename(file), measures: [] }).tables
  assert.ok(table, sheet)
  return previewed(book, [
    {
      ...table.mapping,
      find: { ...table.mapping.find, sheet: book.form === 'csv' ? null : sheet },
      ...change,
    },
  ])
}

const outcomes = ({ totals }: Preview): string[] => [...new Set(totals.map(({ outcome }) => outcome))]
const figure = ({ incoming }: Preview, part: string, last: string): number | null | undefined =>
  incoming.find((one) => one.part?.name === part && one.span.until === last)?.cell.value

test('police officers by force, September 2014 to September 2019: every region, the 43 forces and the whole are the sums of their forces', {
  skip,
}, async () => {
  for (const year of [2015, 2016, 2017, 2018, 2019]) {
    const read = await byProposal(`workforce/officer-fte-${year}.csv`, '')
    assert.equal(read.refusedRows.length, 0, String(year))
    assert.equal(read.incoming.length, 135, String(year))
    assert.ok(read.totals.length >= 33)
    assert.deepEqual(outcomes(read), ['agrees'], String(year))
  }
  const read = await byProposal('workforce/officer-fte-2019.csv', '')
  assert.equal(Math.round(figure(read, 'Kent', '2019-10-01') ?? 0), 3548)
})

test('the workforce tables of September 2018 and 2019: every table by force reproduces its regions and totals', {
  skip,
}, async () => {
  const tables = [
    ['sep18', ['Table_1', 'Table_2', 'Table_3', 'Table_4', 'Table_5', 'Table_6', 'Table_7']],
    [
      'sep19',
      [
        'Table_1',
        'Table_2',
        'Table_3',
        'Table_4',
        'Table_5',
        'Table_7',
        'Table_8',
        'Table_9',
        'Table_10',
        'Table_11',
        'Table_12',
        'Table_13',
      ],
    ],
  ] as const
  for (const [name, sheets] of tables)
    for (const sheet of sheets) {
      const read = await byProposal(`workforce/police-workforce-${name}-tables.ods`, sheet)
      assert.equal(read.refusedRows.length, 0, `${name} ${sheet}`)
      assert.ok(read.totals.length >= 24, `${name} ${sheet}`)
      assert.deepEqual(outcomes(read), ['agrees'], `${name} ${sheet}`)
    }
})

test('officers of England and Wales over the years are the totals of the tables by force', {
  skip,
}, async () => {
  const years = await byProposal('workforce/police-workforce-sep19-tables.ods', 'Table_6')
  const officers = years.incoming.find(
    ({ span, measure }) => span.from === '2019-09-30' && measure === 'police-officers',
  )
  assert.equal(Math.round(officers?.cell.value ?? 0), 124_784)
  assert.equal(years.refusedRows.length, 0)
})

test('use of force: incidents by force are the total, and rows that are hidden are read only where the mapping says so', {
  skip,
}, async () => {
  const file = 'useofforce/police-use-of-force-apr2019-mar2020-hosb3720-tables.ods'
  const incidents = await byProposal(file, 'Table_12')
  assert.equal(figure(incidents, 'Kent', '2020-04-01'), 14_936)
  assert.deepEqual(outcomes(incidents), ['agrees'])
  await assert.rejects(byProposal(file, 'Table_13'), /159 rows from here are hidden/)
  const ced = await byProposal(file, 'Table_13', { hiddenRows: 'read' })
  assert.equal(ced.refusedRows.length, 0)
  assert.equal(ced.totals.length, 363)
  assert.deepEqual(outcomes(ced), ['agrees'])
  for (const sheet of ['Table_14', 'Table_15', 'Table_16', 'Table_17'])
    assert.deepEqual(outcomes(await byProposal(file, sheet)), ['agrees'], sheet)
})

test('the cleaned series of Taser use took the region West Midlands for the force in one year, which is refused as two figures', {
  skip,
}, async () => {
  const year = { span: { column: 'ytd', form: 'year-to' }, totals: [] }
  const taken = await byProposal('useofforce/taser-use-by-force-by-year.csv', '', year)
  assert.deepEqual(new Set(taken.refusedRows.map(({ line }) => line)), new Set([195]))
  const known = await byProposal('useofforce/taser-use-by-force-by-year.csv', '', { span: year.span })
  assert.equal(known.refusedRows.length, 0)
  assert.deepEqual(outcomes(known), ['agrees'])
})

test('deaths during or following police contact: all tables reproduce, but where one incident is counted for several forces', {
  skip,
}, async () => {
  const file = 'police/iopc-Time_series_tables_2019-20.ods'
  const book = await workbook(file)
  const { tables } = proposeMapping(book, { name: file, measures: [] })
  assert.equal(tables.length, 29)
  // What several forces did together stands in rows of its own: a person says that these are no misspelt names.
  const together = Object.fromEntries(
    book.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells: [first] }) =>
        first !== undefined && first.text.includes('&') && forceNamed(first.text) === undefined
          ? [[first.text, first.text]]
          : [],
      ),
    ),
  )
  const differing: string[] = []
  let agree = 0
  for (const { mapping, sheet } of tables) {
    const read = previewed(book, [
      { ...mapping, ...(mapping.part === null ? {} : { part: { ...mapping.part, called: together } }) },
    ])
    assert.equal(read.refusedRows.length, 0, `${sheet} ${read.refusedRows[0]?.what}`)
    agree += read.totals.filter(({ outcome }) => outcome === 'agrees').length
    for (const one of read.totals.filter(({ outcome }) => outcome !== 'agrees'))
      differing.push(`${mapping.find.title} line ${one.line}: ${one.stated} and ${one.sum}`)
  }
  assert.deepEqual(differing, ['Table 2.5 line 26: 4 and 7', 'Table 2.5 line 26: 3 and 4'])
  assert.ok(agree > 800)
})

test('deaths in custody and recorded crime of Greater Manchester as CSV', { skip }, async () => {
  const custody = await byProposal('police/iopc-deaths-custody-by-force.csv', '')
  assert.equal(custody.totals.length, 48)
  assert.deepEqual(outcomes(custody), ['agrees'])
  const crime = await byProposal('police/gmp_month_counts.csv', '')
  assert.equal(crime.incoming.length, 36)
  assert.equal(
    crime.incoming.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0),
    1_171_226,
  )
})
