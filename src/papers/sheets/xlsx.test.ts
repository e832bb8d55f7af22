import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { isRefusal, type Refusal } from '../../lib/index.ts'
import { readSheets } from './read-sheets.ts'
import type { SheetCell } from './sheet.ts'
import { aSheet, aWorkbook, textsOf, type XlsxParts, xlsx, xlsxRow } from './testing.ts'

const one = (rows: string, more: Partial<XlsxParts> = {}): Uint8Array => xlsx({ sheets: [{ rows }], ...more })

async function cells(bytes: Uint8Array): Promise<readonly SheetCell[]> {
  return (await aSheet(bytes, 'figures.xlsx')).rows[0]?.cells ?? assert.fail('there is no row')
}

async function refused(bytes: Uint8Array, name = 'figures.xlsx'): Promise<Refusal> {
  const read = await readSheets({ name, bytes })
  assert.ok(isRefusal(read), 'it was read')
  return read
}

const warned = async (bytes: Uint8Array): Promise<(readonly [string, number | null])[]> =>
  (await aWorkbook(bytes, 'figures.xlsx')).warnings.map(({ code, line }) => [code, line] as const)

const raised = (before: string, mark: string): string =>
  `<r><t>${before}</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>${mark}</t></r>`

describe('reading an Excel workbook', () => {
  it('reads words, numbers and yes and no, each as what it is', async () => {
    const [words, number, yes, inline] = await cells(
      one(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5517.25</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Kent</t></is></c></row>',
        { texts: ['<t>North East</t>'] },
      ),
    )
    assert.deepEqual([words?.text, words?.number], ['North East', null])
    assert.deepEqual([number?.text, number?.number], ['5517.25', 5517.25])
    assert.deepEqual([yes?.text, yes?.number], ['TRUE', null])
    assert.equal(inline?.text, 'Kent')
  })

  it('shows numbers by their format and keeps the number itself; words of digits stay words', async () => {
    const formats = ['#,##0', '0.0%', '&quot;£&quot;#,##0.00', '0000']
    const row =
      '<row r="1"><c r="A1" s="1"><v>5516.65</v></c><c r="B1" s="2"><v>0.054</v></c><c r="C1" s="3"><v>12.5</v></c><c r="D1" s="4"><v>42</v></c><c r="E1" t="inlineStr"><is><t>0042</t></is></c></row>'
    const read = await cells(one(row, { formats }))
    assert.deepEqual(
      read.map(({ text, number, percent }) => [text, number, percent]),
      [
        ['5,517', 5516.65, false],
        ['5.4%', 0.054, true],
        ['£12.50', 12.5, false],
        ['0042', 42, false],
        ['0042', null, false],
      ],
    )
  })

  it('reads dates as days, in the system of 1900 and in that of 1904', async () => {
    const row =
      '<row r="1"><c r="A1" s="1"><v>43738</v></c><c r="B1" s="2"><v>43709.5</v></c><c r="C1" s="3"><v>0.5</v></c></row>'
    const formats = ['dd/mm/yyyy', 'mmm-yy', 'h:mm']
    const [day, month, time] = await cells(one(row, { formats }))
    assert.deepEqual([day?.text, day?.day, day?.number], ['30/09/2019', '2019-09-30', null])
    assert.deepEqual([month?.text, month?.day], ['Sep-19', '2019-09-01'])
    assert.deepEqual([time?.text, time?.day, time?.number], ['12:00', null, null])
    const [later] = await cells(one(row, { formats, date1904: true }))
    assert.equal(later?.day, '2023-10-01')
  })

  it('knows that 29 February 1900 never was, and that days before March 1900 count differently', async () => {
    const row =
      '<row r="1"><c r="A1" s="1"><v>59</v></c><c r="B1" s="1"><v>60</v></c><c r="C1" s="1"><v>61</v></c><c r="D1" s="1"><v>-1</v></c></row>'
    const bytes = one(row, { formats: ['dd/mm/yyyy'] })
    assert.deepEqual(
      (await cells(bytes)).map(({ day, number }) => [day, number]),
      [
        ['1900-02-28', null],
        [null, 60],
        ['1900-03-01', null],
        [null, -1],
      ],
    )
    assert.deepEqual(await warned(bytes), [
      ['no-such-day', 1],
      ['no-such-day', 1],
    ])
  })

  it('flags what formulas computed, once a column with its first place, and what they never did', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>B1*2</f><v>4</v></c><c r="B1"><f>SUM(C1)</f></c></row><row r="2"><c r="A2"><f>B2*2</f><v>6</v></c></row>'
    const book = await aWorkbook(one(rows), 'figures.xlsx')
    assert.equal(book.sheets[0]?.rows[0]?.cells[0]?.formula, true)
    assert.deepEqual(
      book.warnings.map(({ code, message }) => [code, message.slice(0, 17)]),
      [
        ['formula', 'A1 and 1 more in '],
        ['formula-not-computed', 'B1 and no others '],
      ],
    )
  })

  it('reads errors as text and warns of them', async () => {
    const bytes = one('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>')
    assert.deepEqual(
      (await cells(bytes)).map(({ text, number }) => [text, number]),
      [['#REF!', null]],
    )
    assert.deepEqual(await warned(bytes), [['cell-error', 1]])
  })

  it('keeps the raised mark of a footnote out of words, and 1st and km² in them', async () => {
    const texts = [
      raised('30 September 2012', '2'),
      raised('1', 'st'),
      raised('per km', '2'),
      raised('Staff', '1,3'),
    ]
    const row = `<row r="1">${texts.map((_, at) => `<c r="${'ABCD'.charAt(at)}1" t="s"><v>${at}</v></c>`).join('')}</row>`
    const read = await cells(one(row, { texts }))
    assert.deepEqual(
      read.map(({ text, note }) => [text, note]),
      [
        ['30 September 2012', '2'],
        ['1st', ''],
        ['per km²', ''],
        ['Staff', '1,3'],
      ],
    )
  })

  it('tells merged cells, and shows nothing under them', async () => {
    const rows = `${xlsxRow(1, ['As at', 'under', null, 'Change'])}${xlsxRow(2, ['a', 'b', 'c', 'd'])}`
    const after = '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'
    const sheet = await aSheet(xlsx({ sheets: [{ rows, after }] }), 'figures.xlsx')
    assert.deepEqual(textsOf(sheet)[0], ['As at', '', '', 'Change'])
    assert.deepEqual(
      sheet.rows[0]?.cells.map(({ merged }) => merged),
      [false, true, true, false],
    )
    assert.deepEqual(sheet.merges, [{ top: 1, left: 1, bottom: 1, right: 3 }])
  })

  it('reads what is hidden, and says so', async () => {
    const sheets = [
      {
        name: 'Shown',
        rows: xlsxRow(1, ['a', 'b']) + xlsxRow(4, ['c', 'd'], 'hidden="1"'),
        before: '<cols><col min="2" max="16384" hidden="1"/></cols>',
      },
      { name: 'Hidden', rows: xlsxRow(1, ['a', 'b']), state: 'veryHidden' },
    ]
    const book = await aWorkbook(xlsx({ sheets }), 'figures.xlsx')
    assert.deepEqual(
      book.sheets[0]?.rows.map(({ line, hidden }) => [line, hidden]),
      [
        [1, false],
        [4, true],
      ],
    )
    assert.deepEqual(book.sheets[0]?.hiddenColumns, [2])
    assert.equal(book.sheets[1]?.hidden, true)
    assert.deepEqual(
      book.warnings.map(({ code, sheet, line }) => [code, sheet, line]),
      [
        ['rows-hidden', 'Shown', 4],
        ['columns-hidden', 'Shown', null],
        ['sheet-hidden', 'Hidden', null],
      ],
    )
  })

  it('flags identifiers of sixteen digits, whose last digits a spreadsheet loses', async () => {
    const bytes = one('<row r="1"><c r="A1"><v>1234567890123456</v></c></row>')
    assert.equal((await cells(bytes))[0]?.text, '1.23457E+15')
    assert.deepEqual(await warned(bytes), [['number-shortened', 1]])
  })

  it('believes no stated size of a sheet, and leaves out empty rows and cells', async () => {
    const sheet = await aSheet(
      xlsx({
        sheets: [
          {
            before: '<dimension ref="A1:XFD1048576"/>',
            rows: `${xlsxRow(1, ['a', 'b'])}<row r="2"/><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>end</t></is></c><c r="XFD1048576"/></row>`,
          },
        ],
      }),
      'figures.xlsx',
    )
    assert.deepEqual(
      sheet.rows.map(({ line, cells: { length } }) => [line, length]),
      [
        [1, 2],
        [1_048_576, 1],
      ],
    )
  })

  it('says that formulas draw on other files, and opens none', async () => {
    const bytes = one(xlsxRow(1, ['a', 1]), {
      members: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
    })
    assert.deepEqual(await warned(bytes), [['linked-elsewhere', null]])
  })

  it('is told by content, whatever the name says', async () => {
    const book = await aWorkbook(one(xlsxRow(1, ['a', 1])), 'figures.csv')
    assert.equal(book.form, 'xlsx')
    assert.deepEqual(
      book.warnings.map(({ code }) => code),
      ['wrong-extension'],
    )
  })

  it('reads a workbook whose writer only names the type that macros would have', async () => {
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
    const book = await aWorkbook(
      one(xlsxRow(1, ['a', 1]), { members: { '[Content_Types].xml': types } }),
      'a.xlsx',
    )
    assert.equal(book.sheets.length, 1)
    const really = types.replace('Default Extension="bin"', 'Override PartName="/xl/workbook.xml"')
    const refusal = await refused(one(xlsxRow(1, ['a', 1]), { members: { '[Content_Types].xml': really } }))
    assert.equal(refusal.code, 'document-with-macros')
  })

  it('refuses macros, the binary form and passwords with what to do', async () => {
    const macros = await refused(
      one(xlsxRow(1, ['a']), { members: { 'xl/vbaProject.bin': 'x' } }),
      'figures.xlsm',
    )
    assert.equal(macros.code, 'document-with-macros')
    assert.match(macros.message, /^figures\.xlsm: .*save it as \.xlsx without macros/)
    const binary = await refused(one('', { members: { 'xl/workbook.bin': 'x' } }), 'figures.xlsb')
    assert.equal(binary.code, 'old-office-form')
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    assert.equal((await refused(locked)).code, 'archive-locked')
  })

  it('refuses parts that declare document types, are broken or are missing, with the part', async () => {
    const sheet = (xml: string): Uint8Array => one('', { members: { 'xl/worksheets/sheet1.xml': xml } })
    const bomb = await refused(sheet('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'))
    assert.equal(bomb.code, 'document-declares-entities')
    assert.match(bomb.message, /sheet “Sheet1”/)
    assert.equal((await refused(sheet('<worksheet><sheetData>'))).code, 'document-damaged')
    const gone = one('', {
      members: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/none.xml"/></Relationships>',
      },
    })
    assert.match((await refused(gone)).message, /its sheet “Sheet1” is missing/)
  })

  it('refuses rows out of order and texts that are not there, with their place', async () => {
    assert.match(
      (await refused(one(xlsxRow(2, ['a']) + xlsxRow(1, ['b'])))).message,
      /“Sheet1”, line 2: its rows are out of order/,
    )
    assert.match(
      (await refused(one('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))).message,
      /a text that is not there/,
    )
  })

  it('refuses a Word document with what it is', async () => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8('<w/>'),
    })
    const { code, message } = await refused(bytes, 'paper.docx')
    assert.equal(code, 'not-a-spreadsheet')
    assert.match(message, /^paper\.docx: it is a Word document/)
  })
})
