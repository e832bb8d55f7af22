import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findTables, type SheetTable } from './tables.ts'
import { aSheet, aWorkbook, ods, odsCell, odsRow, odsTable } from './testing.ts'

const inCsv = async (words: string): Promise<SheetTable[]> => findTables(await aSheet(words))

const headings = ({ columns }: SheetTable): string[] => columns.map(({ headings: all }) => all.join(' / '))

describe('finding the tables of a sheet', () => {
  it('takes the first line of a plain file for its headings', async () => {
    const [table, other] = await inCsv('area,offences\nKent,12\nMedway,7\n')
    assert.equal(other, undefined)
    assert.ok(table !== undefined)
    assert.deepEqual([table.title, table.headingLines, headings(table)], [null, [1], ['area', 'offences']])
    assert.deepEqual(
      table.rows.map(({ line }) => line),
      [2, 3],
    )
  })

  it('takes years for headings, and words alone for a lookup', async () => {
    const [years] = await inCsv('area,2018,2019\nKent,12,14\n')
    assert.deepEqual(years?.headingLines, [1])
    const [words] = await inCsv('code,name\nE1,Kent\nE2,Medway\n')
    assert.deepEqual([words?.headingLines, words?.rows.length], [[1], 2])
  })

  it('finds no headings in a file that begins with figures', async () => {
    const [table] = await inCsv('2019-01,12\n2019-02,13\n')
    assert.deepEqual([table?.headingLines, table?.rows.length], [[], 2])
  })

  it('finds title, unit, headings over two lines, totals and notes', async () => {
    const [table] = await inCsv(
      [
        'Table 1: Officers by force',
        '',
        'England and Wales,,,,Full-time equivalents',
        ',As at,,Change,',
        ',Sep-18,Sep-19,number,%',
        'Cleveland,1224,1226,2,0.2',
        'Durham,1141,..,..,..',
        'Total,2365,1226,2,0.2',
        '',
        'Notes',
        '1. Excludes secondments.',
      ].join('\n'),
    )
    assert.ok(table !== undefined)
    assert.equal(table.title?.text, 'Table 1: Officers by force')
    assert.deepEqual(
      table.above.map(({ text }) => text),
      ['England and Wales', 'Full-time equivalents'],
    )
    assert.deepEqual(table.headingLines, [4, 5])
    assert.deepEqual(headings(table), [
      '',
      'As at / Sep-18',
      'As at / Sep-19',
      'Change / number',
      'Change / %',
    ])
    assert.deepEqual(
      table.rows.map(({ line }) => line),
      [6, 7, 8],
    )
    assert.deepEqual(
      table.notes.map(({ line }) => line),
      [10, 11],
    )
  })

  it('tells two tables below each other, each with its title and notes', async () => {
    const tables = await inCsv(
      [
        'Table 1.1 Incidents',
        'Year,Number',
        '2004/05,43',
        '2005/06,42',
        'Note: by financial year.',
        '',
        'Table 1.2 Fatalities',
        'Year,Number',
        '2004/05,44',
      ].join('\n'),
    )
    assert.deepEqual(
      tables.map(({ title, headingLines, rows, notes }) => [
        title?.text,
        headingLines[0],
        rows.length,
        notes.length,
      ]),
      [
        ['Table 1.1 Incidents', 2, 2, 1],
        ['Table 1.2 Fatalities', 8, 1, 0],
      ],
    )
  })

  it('keeps rows that only name a region within their table, and empty lines between rows', async () => {
    const [table, other] = await inCsv('force,n\nNorth East\nCleveland,1\nDurham,2\n\nWales\nGwent,3\n')
    assert.equal(other, undefined)
    assert.deepEqual(
      table?.rows.map(({ line }) => line),
      [2, 3, 4, 6, 7],
    )
  })

  it('gives the words of a merged heading to each column below it, and leaves out empty columns', async () => {
    const rows = [
      odsRow(odsCell('Table 2. By age')),
      odsRow(
        `<table:table-cell/><table:table-cell/>${odsCell('Perceived age', 'table:number-columns-spanned="2" table:number-rows-spanned="1"')}<table:covered-table-cell/>`,
      ),
      odsRow(`${odsCell('Tactic')}<table:table-cell/>${odsCell('Under 18')}${odsCell('18 and over')}`),
      odsRow(`${odsCell('Restraint')}<table:table-cell/>${odsCell(3)}${odsCell(40)}`),
    ]
    const [table] = findTables(await aSheet(ods(odsTable('Table_2', rows.join(''))), 'figures.ods'))
    assert.ok(table !== undefined)
    assert.deepEqual(headings(table), ['Tactic', 'Perceived age / Under 18', 'Perceived age / 18 and over'])
    assert.deepEqual(
      table.columns.map(({ column }) => column),
      [1, 3, 4],
    )
    assert.equal(table.title?.text, 'Table 2. By age')
  })

  it('loses no line of a sheet that has a table: each is its title, above, heading, row or note, once', async () => {
    const cell = fc.constantFrom('', '', 'Table 1', 'Notes', 'Kent', '12', '..', '2019', 'a long note')
    const rows = fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const sheet = await aSheet(`x,y\n${written.map((row) => row.join(',')).join('\n')}\n`)
        const lines = findTables(sheet).flatMap(({ title, above, headingLines, rows: body, notes }) => [
          ...new Set([...(title === null ? [] : [title.line]), ...above.map(({ line }) => line)]),
          ...headingLines,
          ...[...body, ...notes].map(({ line }) => line),
        ])
        assert.deepEqual(
          lines.toSorted((one, other) => one - other),
          sheet.rows.map(({ line }) => line),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('finds nothing in a cover sheet or a column of words', async () => {
    assert.deepEqual(await inCsv('Police workforce\n\nContact the office.\n'), [])
  })
})

const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared')
const FOLDER = join(SAMPLES, 'data')
const skip = existsSync(FOLDER) ? false : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

const published = async (path: string): Promise<Map<string, SheetTable[]>> => {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, path)))
  const book = await aWorkbook(bytes, path)
  return new Map(book.sheets.map((sheet) => [sheet.name, findTables(sheet)]))
}

describe('finding the tables of published statistics', { skip }, () => {
  it('finds one table in each sheet of the workforce statistics, with its dates and the raised marks apart', async () => {
    const tables = await published('workforce/police-workforce-sep19-tables.ods')
    for (let number = 1; number <= 13; number += 1) {
      const [table, other] = tables.get(`Table_${number}`) ?? []
      assert.ok(table !== undefined && other === undefined, `Table_${number}`)
      assert.match(table.title?.text ?? '', new RegExp(`^Table ${number}:`))
    }
    const [first] = tables.get('Table_1') ?? []
    assert.deepEqual(first?.columns[3]?.headings, ['As at:', 'Sep-19'])
    assert.equal(first.columns[3]?.cells[1]?.day?.slice(0, 7), '2019-09')
    const kent = first.rows.find(({ cells }) => cells[0]?.text === 'Kent')
    assert.equal(typeof kent?.cells[3]?.number, 'number')
    const [years] = tables.get('Table_6') ?? []
    assert.deepEqual(years?.rows.map(({ cells }) => cells[0]?.text).slice(6, 7), ['30 September 2012'])
  })

  it('finds each of the tables that stand below each other in the statistics of deaths', async () => {
    const tables = await published('police/iopc-Time_series_tables_2019-20.ods')
    const titles = [...tables.values()]
      .flat()
      .map(({ title }) => /^Table (\d\.\d)/.exec(title?.text ?? '')?.[1])
    assert.equal(
      titles.join(' '),
      '1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 3.4 3.5 4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 5.5 5.6',
    )
  })

  it('reads the longest of the statistics of force to its last row', async () => {
    const tables = await published('useofforce/police-use-of-force-apr2019-mar2020-hosb3720-tables.ods')
    const [table] = tables.get('Table_14') ?? []
    assert.deepEqual([table?.headingLines, table?.rows.length], [[4, 5], 1672])
    assert.equal(tables.get('Table_13')?.[0]?.rows.length, 162)
  })
})
