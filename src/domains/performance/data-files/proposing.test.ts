/** What is proposed for a spreadsheet that nobody has mapped, and what is asked instead of guessed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDefinition, aMeasure } from '../testing.ts'
import { readMapping } from './mapping.ts'
import { type ProposedTable, proposeMapping } from './propose.ts'
import { csv, seen } from './testing.ts'

const measures = [
  aMeasure(),
  aMeasure({ slug: 'officers', title: 'Police officers', definition: aDefinition() }),
]

async function proposed(text: string, name = 'figures.csv'): Promise<ProposedTable> {
  const [table] = proposeMapping(await csv(text, name), { name, measures }).tables
  assert.ok(table)
  return table
}

const asked = ({ questions }: ProposedTable): string[] => questions.map(({ about }) => about)

test('months, districts and a measure that the record knows are found, and the proposal can be used as it is', async () => {
  const text =
    'Month,District,Burglary\n2019-05,Ashford,12\n2019-05,Dover,13\n2019-05,Total,25\n2019-06,Ashford,9\n2019-06,Dover,8\n2019-06,Total,17'
  const table = await proposed(text)
  assert.deepEqual(table.mapping.span, { column: 'Month', form: 'month' })
  assert.deepEqual(table.mapping.part, {
    dimension: 'district',
    column: 'District',
    names: 'as-printed',
    called: {},
  })
  assert.deepEqual(
    table.mapping.columns.map(({ column, measure }) => [column, measure]),
    [['Burglary', 'burglary']],
  )
  const mapping = readMapping(JSON.parse(JSON.stringify({ tables: [table.mapping] })), 'proposed')
  assert.ok('tables' in mapping)
  const { incoming, totals } = seen(await csv(text), mapping, { measures, breakdowns: [] })
  assert.equal(incoming.length, 4)
  assert.deepEqual(
    totals.map(({ outcome }) => outcome),
    ['agrees', 'agrees'],
  )
})

test('months in the headings are found, and months that do not follow on one another are taken for days of counting', async () => {
  const table = await proposed(
    'Force,September 2018,March 2019,September 2019\nKent,1,2,3\nEssex,4,5,6\nTotal 43 forces,5,7,9',
    'police officers.csv',
  )
  assert.deepEqual(table.mapping.span, { headings: 'month-end' })
  assert.deepEqual(
    table.mapping.columns.map(({ column, measure }) => [column, measure]),
    [['*', 'officers']],
  )
  assert.equal(table.mapping.part?.names, 'forces')
  assert.deepEqual(table.mapping.totals, [{ name: 'Total 43 forces', of: ['43 forces'] }])
  assert.ok(asked(table).includes('span'))
})

test('a region of a force’s name is the total where the name stands twice', async () => {
  const table = await proposed(
    'Force,2018/19,2019/20\nWest Midlands,3,4\nWarwickshire,1,2\nWest Midlands,2,2\nKent,5,5',
  )
  assert.deepEqual(table.mapping.totals, [{ name: 'West Midlands', of: ['West Midlands'] }])
})

test('what only a person can know is asked: order of dates, kinds of rows, per cent, time, measure', async () => {
  assert.ok(asked(await proposed('Day,Burglary\n03/04/2019,5\n05/06/2019,6')).includes('dateOrder'))
  const dated = await proposed('Day,Burglary\n03/04/2019,5\n25/06/2019,6')
  assert.equal(dated.mapping.dateOrder, 'day-first')
  const rows = await proposed(
    'Month,District,Kind,Burglary\n2019-05,Ashford,home,1\n2019-05,Ashford,Total,3\n2019-05,Dover,home,2\n2019-05,Dover,Total,2',
  )
  assert.deepEqual(rows.mapping.rows, [{ column: 'Kind', is: ['Total'] }])
  assert.ok(asked(rows).includes('rows'))
  const percent = await proposed('Month,Burglary rate %\n2019-05,0.12\n2019-06,0.13')
  assert.equal(percent.mapping.columns[0]?.percent, 'of-one')
  assert.ok(asked(percent).includes('Burglary rate %'))
  const mixed = await proposed('Month,Burglary\n2019-05,12%\n2019-06,0.13')
  assert.match(mixed.questions.map(({ question }) => question).join(), /with a per cent sign and without/)
  const timeless = await proposed('District,Burglary\nAshford,12\nDover,13')
  assert.equal(timeless.mapping.span, null)
  assert.equal(timeless.confidence, 'unsure')
  const unknown = await proposed('Month,Sheep\n2019-05,12\n2019-06,13')
  assert.equal(unknown.confidence, 'unsure')
  assert.match(
    unknown.questions.find(({ about }) => about === 'measure')?.question ?? '',
    /no measure "sheep" for “Sheep”/,
  )
})

test('of two measures the one with more of the heading’s words is proposed', async () => {
  const both = [
    ...measures,
    aMeasure({ slug: 'support-officers', title: 'Police community support officers' }),
  ]
  const book = await csv('Day,Police community support officers\n30 September 2019,300.48\n31 March 2019,289')
  const [table] = proposeMapping(book, { name: 'figures.csv', measures: both }).tables
  assert.equal(table?.mapping.columns[0]?.measure, 'support-officers')
  assert.deepEqual(
    table?.questions.map(({ about }) => about),
    ['span', 'report'],
  )
})

test('a mapping without a time cannot be used, and neither can one with a misspelt name', () => {
  const table = {
    find: { headings: ['A'] },
    span: null,
    columns: [{ column: 'A', measure: 'a' }],
    report: { status: 'final', origin: 'official' },
  }
  const open = readMapping({ tables: [table] }, 'x.mapping.json')
  assert.ok('refused' in open)
  assert.match(open.message, /^x.mapping.json cannot be used as a mapping: tables\[0\].span is not an object/)
  const misspelt = readMapping({ tables: [{ ...table, colums: [] }] }, 'x.mapping.json')
  assert.ok('refused' in misspelt)
  assert.match(misspelt.message, /has "colums"/)
})
