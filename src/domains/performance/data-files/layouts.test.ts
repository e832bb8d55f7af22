/** Layouts that forces and offices really publish: what is proposed for each brings the figures that a careful clerk would. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Workbook } from '../../../papers/index.ts'
import { aWorkbook, ods, odsCell, odsRow, odsTable, xlsx, xlsxRow } from '../../../papers/sheets/testing.ts'
import { aDefinition, aMeasure } from '../testing.ts'
import { readMapping } from './mapping.ts'
import { type ProposedTable, proposeMapping } from './propose.ts'
import { csv, seen } from './testing.ts'

const named = (slug: string, title: string, style: 'count' | 'percent' | 'money' | 'mean' = 'count') => {
  const definition = aDefinition()
  return aMeasure({ slug, title, definition: { ...definition, unit: { ...definition.unit, style } } })
}

const measures = [
  named('burglary', 'Burglary'),
  named('robbery', 'Robbery'),
  named('knife-crime', 'Knife crime'),
  named('calls-999', '999 calls'),
  named('calls-101', '101 calls'),
  named('sickness', 'Sickness days per officer', 'mean'),
  named('precept', 'Band D precept', 'money'),
  named('taser', 'Taser use'),
]

/** What the proposal for a workbook would bring, as "measure part from until value", and what it asks. */
function brought(book: Workbook): { lines: string[]; asked: string; tables: readonly ProposedTable[] } {
  const { tables } = proposeMapping(book, { name: 'figures', measures })
  const mapping = readMapping(JSON.parse(JSON.stringify({ tables: tables.map((one) => one.mapping) })), 'it')
  assert.ok('tables' in mapping, JSON.stringify(mapping))
  const { incoming, refusedRows } = seen(book, mapping, { measures, breakdowns: [] })
  assert.deepEqual(refusedRows, [])
  return {
    lines: incoming.map(({ measure, part, span, cell }) =>
      [measure, part?.name ?? '', span.from, span.until, cell.value ?? cell.mark].join(' | '),
    ),
    asked: tables.flatMap(({ questions }) => questions.map(({ question }) => question)).join('\n'),
    tables,
  }
}

test('rows of several measures below months bring each measure, and rows of none are asked about', async () => {
  const { lines, asked } = brought(
    await csv(
      'Recorded crime by month 2019/20,,\nCrime type,Apr-19,May-19\nRobbery,"1,020",950\nBurglary,2010,1999\nBicycle theft,7,8\nNotes: live system,,',
    ),
  )
  assert.deepEqual(lines, [
    'robbery |  | 2019-04-01 | 2019-05-01 | 1020',
    'robbery |  | 2019-05-01 | 2019-06-01 | 950',
    'burglary |  | 2019-04-01 | 2019-05-01 | 2010',
    'burglary |  | 2019-05-01 | 2019-06-01 | 1999',
  ])
  assert.match(asked, /no measure of the title “Bicycle theft”/)
})

test('a name that the mapping of several measures does not have is told, in the next file too', async () => {
  const head = 'Month,Crime type,Offences'
  const rows = '2019-04,Robbery,3\n2019-04,Burglary,4\n2019-05,Robbery,5\n2019-05,Burglary,6'
  const { tables } = brought(await csv(`${head}\n${rows}`))
  const mapping = readMapping(JSON.parse(JSON.stringify({ tables: tables.map((one) => one.mapping) })), 'it')
  assert.ok('tables' in mapping)
  const { incoming, flags } = seen(await csv(`${head}\n${rows}\n2019-06,Robberies,7`), mapping, {
    measures,
    breakdowns: [],
  })
  assert.equal(incoming.length, 4)
  assert.deepEqual(
    flags.map(({ line, what }) => [line, what]),
    [[6, 'No table of the mapping takes the rows of “Robberies” in “Crime type”; they were left out.']],
  )
})

test('rolling years beside their change are the twelve months that the headings say', async () => {
  const { lines } = brought(
    await csv(
      'Crime type,12 months to Sep 2018,12 months to Sept 2019,% change\nRobbery,100,110,10%\nBurglary,50,40,-20%',
    ),
  )
  assert.deepEqual(lines.slice(0, 2), [
    'robbery |  | 2017-10-01 | 2018-10-01 | 100',
    'robbery |  | 2018-10-01 | 2019-10-01 | 110',
  ])
  assert.equal(lines.length, 4)
})

test('counts of four digits are figures, and 101 and 999 calls are told apart', async () => {
  const { lines } = brought(
    await csv('Date,999 calls,101 calls\n13/04/2019,1999,2019\n14/04/2019,1750,2230\n15/04/2019,1801,2001'),
  )
  assert.deepEqual(lines.slice(0, 2), [
    'calls-999 |  | 2019-04-13 | 2019-04-14 | 1999',
    'calls-101 |  | 2019-04-13 | 2019-04-14 | 2019',
  ])
  assert.equal(lines.length, 6)
})

test('pounds become pence, also with the signs of Windows, and pounds that a mapping takes for pence are refused', async () => {
  const text =
    'Band D council tax precept (£)\r\nForce area,2018/19,2019/20\r\nAvon & Somerset,£217.81,£234.00\r\nKent Police,£193.15,£203.15'
  const book = await csv(new Uint8Array(Buffer.from(text, 'latin1')))
  const { lines, asked, tables } = brought(book)
  assert.deepEqual(lines, [
    'precept | Avon and Somerset | 2018-04-01 | 2019-04-01 | 21781',
    'precept | Avon and Somerset | 2019-04-01 | 2020-04-01 | 23400',
    'precept | Kent | 2018-04-01 | 2019-04-01 | 19315',
    'precept | Kent | 2019-04-01 | 2020-04-01 | 20315',
  ])
  assert.match(asked, /taken to be pounds/)
  const [table] = tables
  const wrong = { ...table?.mapping, columns: table?.mapping.columns.map((one) => ({ ...one, times: 1 })) }
  const mapping = readMapping(JSON.parse(JSON.stringify({ tables: [wrong] })), 'it')
  assert.ok('tables' in mapping)
  const { incoming, refusedRows } = seen(book, mapping, { measures, breakdowns: [] })
  assert.equal(incoming.length, 0)
  assert.deepEqual(
    refusedRows.map(({ line, mend }) => [line, mend.includes('"times": 100')]),
    [
      [3, true],
      [3, true],
      [4, true],
      [4, true],
    ],
  )
})

test('years down and months across are months, and those still to come are no gaps', async () => {
  const { lines } = brought(await csv('Burglary,,,\nYear,Jan,Feb,Mar\n2018,10,11,12\n2019,13,14,'))
  assert.deepEqual(
    lines.map((line) => line.split(' | ').slice(2).join(' ')),
    [
      '2018-01-01 2018-02-01 10',
      '2018-02-01 2018-03-01 11',
      '2018-03-01 2018-04-01 12',
      '2019-01-01 2019-02-01 13',
      '2019-02-01 2019-03-01 14',
    ],
  )
})

test('a financial year and a quarter in two columns are one time, and measures in rows one table each', async () => {
  const { lines } = brought(
    await csv(
      'Financial Year,Financial Quarter,Force Name,Offence Description,Offence Code,Number of Offences\n2018/19,1,Kent,Robbery,34A,300\n2018/19,1,Kent,Burglary,28,900\n2018/19,4,Kent,Robbery,34A,310\n2018/19,4,Kent,Burglary,28,880\n2018/19,1,Surrey,Robbery,34A,30\n2018/19,1,Surrey,Burglary,28,90',
    ),
  )
  assert.deepEqual(lines, [
    'robbery | Kent | 2018-04-01 | 2018-07-01 | 300',
    'robbery | Kent | 2019-01-01 | 2019-04-01 | 310',
    'robbery | Surrey | 2018-04-01 | 2018-07-01 | 30',
    'burglary | Kent | 2018-04-01 | 2018-07-01 | 900',
    'burglary | Kent | 2019-01-01 | 2019-04-01 | 880',
    'burglary | Surrey | 2018-04-01 | 2018-07-01 | 90',
  ])
})

const cells = (texts: readonly (string | number)[]): string =>
  odsRow(texts.map((one) => odsCell(one)).join(''))

test('sums of years among quarters are no quarter, and a financial year that is one number is asked about', async () => {
  const { lines } = brought(await csv('Year,Quarter,Robbery\n2018/19,Q1,3\n2018/19,Q2,4\n2018/19,Total,7'))
  assert.deepEqual(lines, [
    'robbery |  | 2018-04-01 | 2018-07-01 | 3',
    'robbery |  | 2018-07-01 | 2018-10-01 | 4',
  ])
  const [table] = proposeMapping(await csv('Financial year ending,Robbery\n2018,3\n2019,4'), {
    name: 'figures',
    measures,
  }).tables
  assert.equal(table?.mapping.span, null)
  assert.match(table?.questions[0]?.question ?? '', /“2018” in “Financial year ending” does not say/)
})

test('years merged over measures, and over quarters, hold for all the columns below them', async () => {
  const byMeasure = await aWorkbook(
    xlsx({
      sheets: [
        {
          rows: [
            xlsxRow(1, ['Force', '2018/19', null, '2019/20', null]),
            xlsxRow(2, [null, 'Robbery', 'Burglary', 'Robbery', 'Burglary']),
            xlsxRow(3, ['Kent', 10, 5000, 12, 6000]),
            xlsxRow(4, ['Surrey', 20, 7000, 22, 8000]),
          ].join(''),
          after:
            '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>',
        },
      ],
    }),
    'figures.xlsx',
  )
  assert.deepEqual(brought(byMeasure).lines.slice(0, 4), [
    'robbery | Kent | 2018-04-01 | 2019-04-01 | 10',
    'robbery | Kent | 2019-04-01 | 2020-04-01 | 12',
    'burglary | Kent | 2018-04-01 | 2019-04-01 | 5000',
    'burglary | Kent | 2019-04-01 | 2020-04-01 | 6000',
  ])
  const wide = 'table:number-columns-spanned="2" table:number-rows-spanned="1"'
  const byQuarter = await aWorkbook(
    ods(
      odsTable(
        'Knives',
        [
          cells(['Knife crime']),
          odsRow(
            `${odsCell('Division')}${odsCell('2018/19', wide)}<table:covered-table-cell/>${odsCell('2019/20', wide)}<table:covered-table-cell/>`,
          ),
          cells(['', 'Q3', 'Q4', 'Q1', 'Q2']),
          cells(['East', 1, 2, 3, 4]),
          cells(['West', 5, 6, 7, 8]),
        ].join(''),
      ),
    ),
    'figures.ods',
  )
  assert.deepEqual(brought(byQuarter).lines.slice(0, 4), [
    'knife-crime | East | 2018-10-01 | 2019-01-01 | 1',
    'knife-crime | East | 2019-01-01 | 2019-04-01 | 2',
    'knife-crime | East | 2019-04-01 | 2019-07-01 | 3',
    'knife-crime | East | 2019-07-01 | 2019-10-01 | 4',
  ])
})

test('the only force of a table is asked about before its figures become those of the whole area', async () => {
  const { asked, lines } = brought(await csv('Force,Month,Robbery\nSurrey,2019-04,3\nSurrey,2019-05,4'))
  assert.equal(lines.length, 2)
  assert.match(asked, /All figures are of “Surrey”/)
})

test('divisions over their districts lose no district, and neither they nor their sums become one', async () => {
  const book = await aWorkbook(
    xlsx({
      sheets: [
        {
          rows: [
            xlsxRow(1, ['FOI 2019/4431: knife crime by district']),
            xlsxRow(3, ['District', '2017', '2018', '2019 (Jan to Sep)']),
            xlsxRow(4, ['East Division']),
            xlsxRow(5, ['Ashford', 20, 21, 9]),
            xlsxRow(6, ['Sub-total', 20, 21, 9]),
            xlsxRow(8, ['West Division']),
            xlsxRow(9, ['Maidstone', 30, 31, 8]),
            xlsxRow(10, ['Sub-total', 30, 31, 8]),
            xlsxRow(12, ['Please note that figures may change.']),
          ].join(''),
        },
      ],
    }),
    'figures.xlsx',
  )
  const { lines, asked, tables } = brought(book)
  assert.deepEqual(lines, [
    'knife-crime | Ashford | 2017-01-01 | 2018-01-01 | 20',
    'knife-crime | Ashford | 2018-01-01 | 2019-01-01 | 21',
    'knife-crime | Maidstone | 2017-01-01 | 2018-01-01 | 30',
    'knife-crime | Maidstone | 2018-01-01 | 2019-01-01 | 31',
  ])
  assert.match(asked, /“2019 \(Jan to Sep\)” would bring nothing/)
  assert.notEqual(tables[0]?.confidence, 'sure')
})

test('units behind figures, forces across, two languages, and codes beside names are understood', async () => {
  const units = brought(
    await csv('Financial year,Sickness days per officer,999 calls\n2018-19,9.2 days,"342,752 calls"'),
  )
  assert.deepEqual(units.lines, [
    'sickness |  | 2018-04-01 | 2019-04-01 | 9.2',
    'calls-999 |  | 2018-04-01 | 2019-04-01 | 342752',
  ])
  const across = brought(
    await csv('"Taser use, by force",,\nMonth,Essex,Kent Police\nApril 2019,3,4\nMay 2019,5,6'),
  )
  assert.deepEqual(across.lines.slice(0, 2), [
    'taser | Essex | 2019-04-01 | 2019-05-01 | 3',
    'taser | Kent | 2019-04-01 | 2019-05-01 | 4',
  ])
  const welsh = brought(
    await csv(
      'Lladrad / Robbery,,\nHeddlu / Force,Mawrth 2018 / March 2018,Ebrill 2018 / April 2018\nDe Cymru / South Wales,3,4\nGwent,5,6',
    ),
  )
  assert.equal(welsh.lines[0], 'robbery | South Wales | 2018-03-01 | 2018-04-01 | 3')
  const coded = brought(
    await csv(
      'Robbery by place,,\nArea Code,Area Name,Year ending Mar 2020 [note 2]\nK04000001,ENGLAND AND WALES,30\nE12000008,South East,30\nE23000032,Kent,10\nE23000031,Surrey [note 3],20',
    ),
  )
  assert.deepEqual(coded.lines, [
    'robbery | Kent | 2019-04-01 | 2020-04-01 | 10',
    'robbery | Surrey | 2019-04-01 | 2020-04-01 | 20',
  ])
})
