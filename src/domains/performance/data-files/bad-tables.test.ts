/** Files that are not built as their mapping says: refused whole with the place, or read where the mapping allows it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, isRefusal } from '../../../lib/index.ts'
import { aMapping, BURGLARY, changed, csv, seen, tried } from './testing.ts'

const FILE = 'Month,District,Crimes\n2019-05,Ashford,12\n2019-05,Dover,13'

async function refusal(text: string, mapping = aMapping()): Promise<string> {
  const found = tried(await csv(text), mapping)
  return isRefusal(found) ? `${found.code}: ${found.message}` : 'not refused'
}

test('columns in another order are found by name, and a column more is told and left out', async () => {
  const { incoming, flags } = seen(await csv('Crimes,Notes,Month,District\n12,fine,2019-05,Ashford'))
  assert.deepEqual(
    incoming.map(({ part, cell }) => [part?.name, cell.value]),
    [['Ashford', 12]],
  )
  assert.deepEqual(
    flags.map(({ what }) => what),
    ['A column that the mapping does not know was left out: “Notes”.'],
  )
})

test('a renamed column refuses the file whole, and names the columns there are', async () => {
  assert.equal(
    await refusal('Month,District,Offences\n2019-05,Ashford,12'),
    'column-missing: figures.csv, line 1: there is no column “Crimes”, which the mapping reads; there are “Month”, “District”, “Offences”. Write the heading as before, or the new one into the mapping. Nothing was brought.',
  )
})

test('a table whose headings are not there is refused with the line that comes nearest', async () => {
  const mapping = aMapping({ find: { headings: ['Month', 'District'] } })
  assert.match(
    await refusal('Title\nMonth,Area,Crimes\n2019-05,Ashford,12', mapping),
    /^table-not-found: .*Line 2 comes nearest and lacks “District”/,
  )
})

test('two columns of one name are refused, and two headings that say one month', async () => {
  assert.match(
    await refusal('Month,District,Crimes,Crimes\n2019-05,Ashford,12,13'),
    /^column-twice: .*columns C and D/,
  )
  const wide = aMapping({
    find: { headings: ['District'] },
    span: { headings: 'month' },
    columns: [{ column: '*', measure: 'burglary' }],
  })
  assert.match(
    await refusal('District,May 2019,2019-05\nAshford,12,13', wide),
    /^column-twice: .*both say May 2019/,
  )
})

test('a measure that the record does not have is refused before anything is read', async () => {
  const mapping = aMapping({ columns: [{ column: 'Crimes', measure: 'arson' }] })
  assert.match(await refusal(FILE, mapping), /^measure-unknown: .*“arson”/)
})

test('0.12 and 12 % in one column are refused whole, with a line of each', async () => {
  const mapping = aMapping({ columns: [{ column: 'Crimes', measure: 'burglary', percent: 'of-hundred' }] })
  assert.match(
    await refusal('Month,District,Crimes\n2019-05,Ashford,12%\n2019-05,Dover,0.12', mapping),
    /^percent-mixed: figures.csv, line 3: .*“12%” in line 2/,
  )
})

test('a second line of headings is named, and read where the mapping counts it', async () => {
  const text = 'Month,District,Crimes\n,,recorded\n2019-05,Ashford,12'
  assert.match(await refusal(text), /^two-heading-lines: figures.csv, line 2: “recorded” .*"headingLines": 2/)
  const mapping = aMapping({ find: { headings: ['Month'], headingLines: 2 } })
  assert.equal(seen(await csv(text), mapping).incoming[0]?.cell.value, 12)
})

test('hidden rows, columns and sheets are refused with the place, and left out or read where the mapping says so', async () => {
  const book = await csv(FILE)
  const [sheet] = book.sheets
  assert.ok(sheet)
  const hidden = {
    ...book,
    sheets: [{ ...sheet, rows: sheet.rows.map((row) => ({ ...row, hidden: row.line === 3 })) }],
  }
  const found = tried(hidden)
  assert.ok(isRefusal(found))
  assert.match(found.message, /line 3: this row is hidden/)
  assert.equal(seen(hidden, aMapping({ hiddenRows: 'leave' })).incoming.length, 1)
  assert.equal(seen(hidden, aMapping({ hiddenRows: 'read' })).incoming.length, 2)
  const column = tried({ ...book, sheets: [{ ...sheet, hiddenColumns: [3] }] })
  assert.ok(isRefusal(column))
  assert.match(column.message, /the column “Crimes” is hidden/)
  const whole = tried({ ...book, sheets: [{ ...sheet, hidden: true }] })
  assert.ok(isRefusal(whole))
  assert.match(whole.message, /the sheet is hidden/)
})

test('merged cells are refused with the place, and a merged name holds for its lines where the mapping says so', async () => {
  const book = changed(
    await csv('Month,District,Crimes\n2019-05,Ashford,12\n,Dover,13'),
    (_cell, line, at) => ({ merged: line === 3 && at === 0 }),
  )
  const found = tried(book)
  assert.ok(isRefusal(found))
  assert.match(found.message, /line 3: the cell of “Month” is merged/)
  assert.deepEqual(
    seen(book, aMapping({ mergedCells: 'repeat' })).incoming.map(({ span }) => span.from),
    ['2019-05-01', '2019-05-01'],
  )
})

test('of cells with formulas the saved value is taken, and told', async () => {
  const book = changed(await csv(FILE), (cell, line, at) =>
    line > 1 && at === 2 ? { formula: true, number: Number(cell.text) } : {},
  )
  const { incoming, flags } = seen(book)
  assert.equal(incoming.length, 2)
  assert.deepEqual(
    flags.map(({ what, line }) => [what, line]),
    [['2 cells are computed by a formula; the value that was last saved was taken.', 2]],
  )
})

test('a date where a figure should stand is refused, as a spreadsheet makes one of 3/4', async () => {
  const day = date('2019-04-03')
  const book = changed(await csv(FILE), (_cell, line, at) =>
    line === 2 && at === 2 ? { text: '03-Apr', day } : {},
  )
  assert.deepEqual(
    seen(book).refusedRows.map(({ line, what }) => [line, what]),
    [[2, '“03-Apr” is a date where a figure should stand']],
  )
})

test('two tables that fit are refused until the mapping says which', async () => {
  const book = await csv(FILE)
  const [sheet] = book.sheets
  assert.ok(sheet)
  const two = { ...book, form: 'xlsx' as const, sheets: [sheet, { ...sheet, name: 'Other' }] }
  const found = tried(two)
  assert.ok(isRefusal(found))
  assert.equal(found.code, 'table-twice')
  assert.equal(
    seen(two, aMapping({ find: { sheet: 'Other', headings: ['Month'] } })).incoming[0]?.report.source.place,
    'sheet Other',
  )
})

test('a figure that differs from the record is shown as a revision where the file is newer, and as differing where it is not', async () => {
  const book = await csv(FILE)
  const [first] = seen(book).incoming
  assert.ok(first)
  const measure = BURGLARY.measures[0]
  assert.ok(measure)
  const whole = aMapping({ part: null, rows: [{ column: 'District', is: ['Ashford'] }] })
  const observations = [
    { span: first.span, cell: { ...first.cell, value: 11 }, report: first.report, earlier: [] },
  ]
  const known = { measures: [{ ...measure, observations }], breakdowns: [] }
  const [same] = seen(book, whole, known).measures
  assert.deepEqual([same?.revisions.length, same?.differing], [0, 1])
  const later = aMapping({
    part: null,
    rows: [{ column: 'District', is: ['Ashford'] }],
    report: { status: 'final', origin: 'official', asAt: '2020-01-23' },
  })
  const [revised] = seen(book, later, known).measures
  assert.deepEqual(
    [revised?.revisions.map(({ before, now }) => [before.cell.value, now.cell.value]), revised?.differing],
    [[[11, 12]], 0],
  )
})

test('a total that is not the sum of its parts is told and stops nothing', async () => {
  const mapping = aMapping({ totals: [{ name: 'Total' }] })
  const { incoming, totals } = seen(await csv(`${FILE}\n2019-05,Total,26`), mapping)
  assert.equal(incoming.length, 2)
  assert.deepEqual(
    totals.map(({ line, what, stated, sum, outcome }) => ({ line, what, stated, sum, outcome })),
    [{ line: 4, what: 'Total, May 2019, Crimes', stated: 26, sum: 25, outcome: 'differs' }],
  )
})

test('a total of parts that are hidden cannot be held against them', async () => {
  const mapping = aMapping({ totals: [{ name: 'Total' }] })
  const { totals } = seen(
    await csv('Month,District,Crimes\n2019-05,Ashford,12\n2019-05,Dover,*\n2019-05,Total,15'),
    mapping,
  )
  assert.deepEqual(
    totals.map(({ outcome, without }) => [outcome, without]),
    [['not-compared', 1]],
  )
})
