import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isRefusal, type Refusal } from '../../lib/index.ts'
import { readSheets } from './read-sheets.ts'
import { aSheet, aWorkbook, textsOf } from './testing.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

async function refused(content: Uint8Array | string, name = 'figures.csv'): Promise<Refusal> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = await readSheets({ name, bytes })
  assert.ok(isRefusal(read), 'it was read')
  return read
}

const codes = async (content: Uint8Array | string): Promise<string[]> =>
  (await aWorkbook(content)).warnings.map(({ code }) => code)

describe('reading CSV', () => {
  it('gives each row the line on which it begins, over cells of several lines', async () => {
    const sheet = await aSheet('area,note\nKent,"first\nsecond"\n\nMedway,"a ""quoted"" word"\n')
    assert.deepEqual(
      sheet.rows.map(({ line }) => line),
      [1, 2, 5],
    )
    assert.deepEqual(textsOf(sheet)[2], ['Medway', 'a "quoted" word'])
  })

  it('counts lines alike whether they end in CR, LF or both, in one file', async () => {
    const sheet = await aSheet('a,b\r\n1,2\r3,4\n\r\n5,6')
    assert.deepEqual(
      sheet.rows.map(({ line, cells }) => [line, cells[0]?.text]),
      [
        [1, 'a'],
        [2, '1'],
        [3, '3'],
        [5, '5'],
      ],
    )
  })

  for (const [sign, called] of [
    [',', 'commas'],
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'bars'],
  ] as const) {
    it(`is divided by ${called} where these divide its rows evenly`, async () => {
      const rows = ['area', 'offences', 'note'].join(sign)
      const sheet = await aSheet(
        `${rows}\nKent${sign}1.5${sign}"up, then; down"\nMedway${sign}2${sign}level\n`,
      )
      assert.deepEqual(textsOf(sheet)[1], ['Kent', '1.5', 'up, then; down'])
    })
  }

  it('takes decimal commas for part of a number where semicolons divide the rows', async () => {
    const sheet = await aSheet('area;rate;change\nKent;1,5;2,5\nMedway;1,7;3,1\n')
    assert.deepEqual(textsOf(sheet)[1], ['Kent', '1,5', '2,5'])
  })

  it('obeys a first line that says what divides the rows, and still counts it as a line', async () => {
    const sheet = await aSheet('sep=;\na;b\n1;2\n')
    assert.deepEqual(
      sheet.rows.map(({ line, cells }) => [line, cells.length]),
      [
        [2, 2],
        [3, 2],
      ],
    )
  })

  it('keeps rows that are longer or shorter than most, and says where they are', async () => {
    const book = await aWorkbook('a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n')
    assert.deepEqual(textsOf(book.sheets[0] ?? assert.fail())[3], ['6', '7', '8', '9'])
    assert.deepEqual(
      book.warnings.map(({ code, line }) => [code, line]),
      [
        ['row-ragged', 3],
        ['row-ragged', 4],
      ],
    )
  })

  it('does not call a title or a note above and below a table ragged', async () => {
    assert.deepEqual(await codes('Table 1: Offences\n\narea,n\nKent,1\nMedway,2\nSource: police\n'), [])
  })

  it('keeps a quotation mark within words', async () => {
    assert.deepEqual(textsOf(await aSheet('item,size\nscreen,24" wide\n'))[1], ['screen', '24" wide'])
  })

  it('refuses a quotation mark that is never closed, with the line on which its row begins', async () => {
    const { code, message } = await refused('a,b\n1,2\n3,"4\n5,6\n')
    assert.equal(code, 'csv-quote-open')
    assert.match(message, /^figures\.csv, line 3: /)
  })

  it('reads headings alone, one column alone, and the last row without a line end', async () => {
    assert.equal((await aSheet('area,offences\n')).rows.length, 1)
    assert.deepEqual(textsOf(await aSheet('area\nKent')), [['area'], ['Kent']])
  })

  it('refuses an empty file, one of spaces, and NUL signs with their line', async () => {
    assert.equal((await refused('')).code, 'empty-file')
    assert.equal((await refused(' \r\n\t\n')).code, 'empty-file')
    assert.match((await refused('a,b\n1,\u00002\n')).message, /line 2 holds a NUL sign/)
  })

  it('reads a cell of a million letters', async () => {
    const long = 'x'.repeat(1_000_000)
    assert.equal(textsOf(await aSheet(`a,b\n1,"${long}"\n`))[1]?.[1]?.length, 1_000_000)
  })

  it('refuses ten thousand columns, and four million letters in one row', async () => {
    assert.equal((await refused(`a,b\n${'1,'.repeat(9999)}1\n`)).code, 'sheet-too-wide')
    assert.equal((await refused(`a,b\n"${'x'.repeat(4_100_000)}"\n`)).code, 'csv-quote-open')
  })

  it('drops a byte order mark, and one that was itself taken for letters', async () => {
    assert.deepEqual(textsOf(await aSheet('\ufeffarea,n\nKent,1\n'))[0], ['area', 'n'])
    assert.deepEqual(textsOf(await aSheet('\u00ef\u00bb\u00bf"area",n\nKent,1\n'))[0], ['area', 'n'])
    assert.deepEqual(await codes('\u00ef\u00bb\u00bfarea,n\nKent,1\n'), ['mark-garbled'])
  })

  it('reads UTF-16 either way round, with its mark or without', async () => {
    const little = Buffer.from('area,n\nKent,£1\n', 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ])
      assert.deepEqual(textsOf(await aSheet(bytes))[1], ['Kent', '£1'])
  })

  it('reads pounds and quotes of Windows', async () => {
    assert.deepEqual(textsOf(await aSheet(latin('item,cost\n\u0093Beat\u0094,\u00a35\n')))[1], [
      '“Beat”',
      '£5',
    ])
  })

  it('reads a file that is in UTF-8 in some lines and of Windows in others, and names one of each', async () => {
    const mixed = Buffer.concat([Buffer.from('item,cost\nvan,£5\n'), latin('car,\u00a36\n')])
    assert.deepEqual(
      textsOf(await aSheet(mixed)).map((row) => row[1]),
      ['cost', '£5', '£6'],
    )
    const [warning] = (await aWorkbook(mixed)).warnings
    assert.equal(warning?.code, 'encoding-mixed')
    assert.equal(warning.line, 3)
    assert.match(warning.message, /Line 2 .* line 3/)
  })

  it('says where pound signs were once saved in the wrong encoding', async () => {
    const [warning] = (await aWorkbook('item,cost\nvan,\u00c2\u00a35\n')).warnings
    assert.deepEqual([warning?.code, warning?.line], ['letters-garbled', 2])
  })

  it('shows spaces that do not break as spaces, and drops signs of no width', async () => {
    assert.deepEqual(textsOf(await aSheet('a,b\n\u00a0Kent\u00a0Police\u200b,1\n'))[1], ['Kent Police', '1'])
  })

  it('warns once a column of errors and of long numbers that lost their digits', async () => {
    const book = await aWorkbook('id,n\n1.23E+15,#REF!\n1.24E+15,#REF!\n')
    assert.deepEqual(
      book.warnings.map(({ code, line }) => [code, line]),
      [
        ['number-shortened', 2],
        ['cell-error', 2],
      ],
    )
  })

  it('is told by content: a page, a PDF, JSON and old Excel called .csv are refused with the mend', async () => {
    for (const content of [
      '<html><table>',
      '%PDF-1.7',
      '{"a": 1}',
      '[{"a": 1}]',
      '<?xml version="1.0"?><a/>',
    ])
      assert.equal((await refused(content)).code, 'not-a-spreadsheet')
    const old = await refused(
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
      'old.xls',
    )
    assert.equal(old.code, 'old-office-form')
    assert.match(old.message, /save it as \.xlsx, \.ods or CSV/)
  })

  it('gives back whatever cells were written by the rules of CSV', async () => {
    const cell = fc.stringMatching(/^[ -~£é\n]{0,12}$/)
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const text = written
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n')
        const read = await readSheets({
          name: 'a.csv',
          bytes: new TextEncoder().encode(`"a","b","c"\r\n${text}\r\n`),
        })
        assert.ok(!isRefusal(read), isRefusal(read) ? read.message : '')
        const wanted = written
          .map((row) => row.map((one) => one.trim()))
          .map((row) => row.slice(0, row.findLastIndex((one) => one !== '') + 1))
          .filter((row) => row.length > 0)
        assert.deepEqual(textsOf(read.sheets[0] ?? assert.fail()).slice(1), wanted)
      }),
      { numRuns: 150 },
    )
  })
})
