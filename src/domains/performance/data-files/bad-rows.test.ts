/** Rows that cannot be brought: each is named with its line, its column and the mend. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMapping, csv, seen } from './testing.ts'

const byDistrict = (...rows: string[]): string => ['Month,District,Crimes', ...rows].join('\n')

/** What is said of the first refused row. */
async function refusedIn(text: string, mapping = aMapping()): Promise<string> {
  const { refusedRows } = seen(await csv(text), mapping)
  const [first] = refusedRows
  return first === undefined ? 'nothing' : `line ${first.line}, ${first.column}: ${first.what}`
}

test('a figure that is no number is named with its line and column, and the good rows are read', async () => {
  const { incoming, refusedRows } = seen(
    await csv(byDistrict('2019-05,Ashford,12', '2019-05,Dover,many', '2019-05,Thanet,"1,012"')),
  )
  assert.deepEqual(
    incoming.map(({ part, cell }) => [part?.name, cell.value]),
    [
      ['Ashford', 12],
      ['Thanet', 1012],
    ],
  )
  assert.deepEqual(refusedRows, [
    {
      sheet: 'figures',
      line: 3,
      column: 'Crimes',
      what: '“many” is not a number, and no mark that the mapping knows',
      mend: 'write the number, or say under "marks" in the mapping what it means',
    },
  ])
})

test('negative counts, empty cells, long numbers that a spreadsheet shortened and codes are refused', async () => {
  const said: [string, RegExp][] = [
    ['-4', /“-4” is below nought/],
    ['', /nothing stands there/],
    ['1.23E+15', /shortened, and its digits are lost/],
    ['0012', /“0012” is not a number/],
    ['12,5', /has a comma where a decimal point should stand/],
    ['12%', /is a per cent in a column of other figures/],
    ['99999999999999999', /larger than any figure can be/],
  ]
  for (const [figure, sentence] of said)
    assert.match(
      await refusedIn(byDistrict(`2019-05,Ashford,"${figure}"`, '2019-05,Dover,1')),
      sentence,
      figure,
    )
})

test('a balance may be below nought where the mapping says so', async () => {
  const mapping = aMapping({ columns: [{ column: 'Crimes', measure: 'burglary', negative: true }] })
  assert.equal(seen(await csv(byDistrict('2019-05,Ashford,(4)')), mapping).incoming[0]?.cell.value, -4)
})

test('the marks of official statistics are kept as marks and never become nought', async () => {
  const marks = ['-', '*', 'c', '[c]', '..', '[x]', 'z']
  const rows = marks.map((mark, at) => `2019-05,District ${at},${mark}`)
  const { incoming, refusedRows } = seen(await csv(byDistrict(...rows)))
  assert.deepEqual(refusedRows, [])
  assert.deepEqual(
    incoming.map(({ cell }) => [cell.value, cell.mark]),
    [
      ...Array.from({ length: 4 }, () => [null, 'suppressed']),
      ...Array.from({ length: 2 }, () => [null, 'not-available']),
      [null, 'not-applicable'],
    ],
  )
})

test('a mark of the table’s own is read as the mapping says', async () => {
  const mapping = aMapping({ marks: { '#': 'suppressed' } })
  assert.equal(seen(await csv(byDistrict('2019-05,Ashford,#')), mapping).incoming[0]?.cell.mark, 'suppressed')
})

test('31 February does not exist, and a day of which only the order is unknown is asked for', async () => {
  const days = aMapping({ span: { column: 'Month', form: 'day' } })
  assert.equal(
    await refusedIn(byDistrict('31/02/2019,Ashford,1'), days),
    'line 2, Month: “31/02/2019” is a day that does not exist',
  )
  assert.match(
    await refusedIn(byDistrict('03/04/2019,Ashford,1'), days),
    /“03\/04\/2019” may be day 3 of month 4, or the other way round/,
  )
  const dayFirst = aMapping({ span: { column: 'Month', form: 'day' }, dateOrder: 'day-first' })
  assert.equal(
    seen(await csv(byDistrict('03/04/2019,Ashford,1')), dayFirst).incoming[0]?.span.from,
    '2019-04-03',
  )
  const monthFirst = aMapping({ span: { column: 'Month', form: 'day' }, dateOrder: 'month-first' })
  assert.equal(
    seen(await csv(byDistrict('03/04/2019,Ashford,1')), monthFirst).incoming[0]?.span.from,
    '2019-03-04',
  )
})

test('a month that has not begun is refused, and one that is not over is told', async () => {
  assert.equal(
    await refusedIn(byDistrict('2020-01,Ashford,1')),
    'line 2, Crimes: January 2020 has not begun yet',
  )
  const { flags, incoming } = seen(await csv(byDistrict('2019-12,Ashford,1')))
  assert.equal(incoming.length, 1)
  assert.deepEqual(
    flags.map(({ what }) => what),
    ['burglary: December 2019 is not over yet.'],
  )
})

test('the same month twice is counted once where it says the same, and refused where it does not', async () => {
  const same = seen(await csv(byDistrict('2019-05,Ashford,12', '2019-05,Ashford,12')))
  assert.equal(same.incoming.length, 1)
  assert.match(same.flags[0]?.what ?? '', /a second time/)
  const other = seen(await csv(byDistrict('2019-05,Ashford,12', '2019-05,Ashford,13')))
  assert.equal(other.incoming.length, 0)
  assert.equal(other.refusedRows[0]?.what, 'burglary, Ashford, May 2019, is 13 here and 12 in line 2')
})

test('a month that is missing between others is told', async () => {
  const { flags } = seen(await csv(byDistrict('2019-05,Ashford,1', '2019-07,Ashford,2')))
  assert.deepEqual(
    flags.map(({ what }) => what),
    ['burglary: nothing is said of June 2019, between others.'],
  )
})

const forces = aMapping({ part: { dimension: 'force', column: 'District', names: 'forces' } })

test('forces are known by every spelling and by code, and one that is none is refused', async () => {
  const names = [
    'Avon & Somerset',
    'Metropolitan Police Service',
    'E23000032',
    '"London, City of"',
    'Kent Constabulary (R)',
    'Narnia',
  ]
  const { incoming, refusedRows } = seen(
    await csv(byDistrict(...names.map((name, at) => `2019-0${at + 1},${name},1`))),
    forces,
  )
  assert.deepEqual(
    incoming.map(({ part }) => part?.name),
    ['Avon and Somerset', 'Metropolitan Police', 'Kent', 'City of London', 'Kent'],
  )
  assert.equal(refusedRows[0]?.what, 'the force “Narnia” is no police force that is known, nor its code')
})

test('a name that the mapping explains or leaves out is read so', async () => {
  const mapping = aMapping({
    part: {
      dimension: 'force',
      column: 'District',
      names: 'forces',
      called: { Narnia: 'Kent', Gondor: null },
    },
  })
  const read = seen(await csv(byDistrict('2019-05,Narnia,1', '2019-05,Gondor,2')), mapping)
  assert.deepEqual(
    read.incoming.map(({ part }) => part?.name),
    ['Kent'],
  )
  assert.equal(read.filtered, 1)
})

test('small areas of the census of 2021 are refused where the mapping says 2011, and told where it says nothing', async () => {
  const rows = byDistrict('2019-05,E01016016,1', '2019-05,E01034999,2')
  const census = aMapping({ part: { dimension: 'small-area', column: 'District', names: 'lsoa-2011' } })
  assert.match(await refusedIn(rows, census), /line 3, District: .*E01034999.* of the census of 2021/)
  assert.match(
    seen(await csv(rows)).flags[0]?.what ?? '',
    /1 of 2 codes of small areas came with the census of 2021/,
  )
})

test('the one bad row behind two hundred thousand good ones is named', async () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => `2019-05,Place ${at},1`)
  assert.equal(
    await refusedIn(['Month,District,Crimes', ...rows, '2019-05,Last,x y'].join('\n')),
    'line 200002, Crimes: “x y” is not a number, and no mark that the mapping knows',
  )
})

test('rows with too few cells are refused, and notes below the table are taken as notes', async () => {
  const { incoming, refusedRows, flags } = seen(
    await csv(
      byDistrict('2019-05,Ashford,1', '2019-05,Dover', '2019-05,Thanet,3', '', 'Source: Anyshire Police'),
    ),
  )
  assert.equal(incoming.length, 2)
  assert.deepEqual(
    refusedRows.map(({ line, what }) => [line, what]),
    [[3, 'nothing stands there']],
  )
  assert.ok(
    flags.some(({ what, line }) => what === 'A line below the table was taken as notes.' && line === 6),
  )
})

test('per cent is stored as 5.4 for 5.4 %, with what it counts and of how many', async () => {
  const text = 'Month,Rate,Charged,Offences\n2019-05,0.054,54,1000\n2019-06,0.25,1,4'
  const mapping = aMapping({
    part: null,
    columns: [
      { column: 'Rate', measure: 'burglary', percent: 'of-one', events: 'Charged', base: 'Offences' },
    ],
  })
  assert.deepEqual(
    seen(await csv(text), mapping).incoming.map(({ cell }) => [cell.value, cell.events, cell.base]),
    [
      [5.4, 54, 1000],
      [25, 1, 4],
    ],
  )
  const above = seen(await csv(text.replace('0.25', '25')), mapping)
  assert.match(above.refusedRows[0]?.what ?? '', /above 1 in a column where 0.12 means 12 %/)
})

test('encodings, byte order marks and line ends do not change the figures', async () => {
  const text = byDistrict('2019-05,Île de Thanet,7', '2019-06,Île de Thanet,8')
  const forms: [string, Uint8Array][] = [
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['CR only', Buffer.from(text.replaceAll('\n', '\r'))],
  ]
  for (const [name, bytes] of forms)
    assert.deepEqual(
      seen(await csv(bytes)).incoming.map(({ part, cell }) => [part?.name, cell.value]),
      [
        ['Île de Thanet', 7],
        ['Île de Thanet', 8],
      ],
      name,
    )
})

test('a span in a form the mapping does not name is refused with what is wanted', async () => {
  assert.equal(
    await refusedIn(byDistrict('spring 2019,Ashford,1')),
    'line 2, Month: “spring 2019” is not a month such as September 2019 or 2019-09',
  )
})

test('months at the end with nothing beside them are named, and no note', async () => {
  const { incoming, flags, refusedRows } = seen(
    await csv('Month,District,Crimes\n2019-05,Ashford,12\n2019-06,,\n2019-07,,\nSource: Athena,,'),
  )
  assert.equal(incoming.length, 1)
  assert.deepEqual(refusedRows, [])
  assert.deepEqual(
    flags.map(({ line, what }) => [line, what]),
    [
      [5, 'A line below the table was taken as notes.'],
      [3, 'No figures stand beside “2019-06” and in the row below it; nothing was brought of them.'],
    ],
  )
})

test('a word where the first figure should stand is a bad row, and no second line of headings', async () => {
  assert.equal(
    await refusedIn(byDistrict('2019-05,Ashford,NaN', '2019-06,Ashford,3')),
    'line 2, Crimes: “NaN” is not a number, and no mark that the mapping knows',
  )
})
