import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal, type Refusal } from '../../lib/index.ts'
import { readSheets } from './read-sheets.ts'
import { aSheet, aWorkbook, ods, odsCell, odsRow, odsTable, textsOf } from './testing.ts'

const one = (rows: string, more: Parameters<typeof ods>[1] = {}): Uint8Array =>
  ods(odsTable('Table_1', rows), more)

async function refused(bytes: Uint8Array): Promise<Refusal> {
  const read = await readSheets({ name: 'figures.ods', bytes })
  assert.ok(isRefusal(read), 'it was read')
  return read
}

const cell = (inner: string): string =>
  `<table:table-cell office:value-type="string">${inner}</table:table-cell>`

describe('reading an OpenDocument spreadsheet', () => {
  it('shows what stands there and keeps the number, share or day beside it', async () => {
    const row = odsRow(
      [
        '<table:table-cell office:value-type="float" office:value="5516.65"><text:p>5,517</text:p></table:table-cell>',
        '<table:table-cell office:value-type="percentage" office:value="0.054"><text:p>5.4%</text:p></table:table-cell>',
        '<table:table-cell office:value-type="date" office:date-value="2019-09-30T00:00:00"><text:p>Sep-19</text:p></table:table-cell>',
        '<table:table-cell office:value-type="string"><text:p>0042</text:p></table:table-cell>',
        '<table:table-cell office:value-type="float" office:value="7"/>',
      ].join(''),
    )
    const [first] = (await aSheet(one(row), 'figures.ods')).rows
    assert.deepEqual(
      first?.cells.map(({ text, number, day, percent }) => [text, number, day, percent]),
      [
        ['5,517', 5516.65, null, false],
        ['5.4%', 0.054, null, true],
        ['Sep-19', null, '2019-09-30', false],
        ['0042', null, null, false],
        ['7', 7, null, false],
      ],
    )
  })

  it('counts rows and cells that stand for many, however many of them are empty', async () => {
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    const rows = [
      odsRow(odsCell('a') + odsCell(0, 'table:number-columns-repeated="3"')),
      odsRow(empty, 'table:number-rows-repeated="4"'),
      odsRow(odsCell('b'), 'table:number-rows-repeated="2"'),
      odsRow(empty, 'table:number-rows-repeated="1048560"'),
    ]
    const sheet = await aSheet(one(rows.join('')), 'figures.ods')
    assert.deepEqual(
      sheet.rows.map(({ line, cells: { length } }) => [line, length]),
      [
        [1, 4],
        [6, 1],
        [7, 1],
      ],
    )
  })

  it('keeps a raised mark out of a year, and reads breaks, tabs and spaces', async () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="33%"/></style:style>'
    const row = odsRow(
      cell('<text:p>30 September 2012<text:span text:style-name="T1">2</text:span></text:p>') +
        cell(
          '<text:p>one<text:s text:c="900000000"/>two<text:line-break/>three</text:p><text:p>four</text:p>',
        ),
    )
    const [first] = (await aSheet(one(row, { styles }), 'figures.ods')).rows
    assert.deepEqual([first?.cells[0]?.text, first?.cells[0]?.note], ['30 September 2012', '2'])
    assert.match(first?.cells[1]?.text ?? '', /^one {100}two\nthree\nfour$/)
  })

  it('leaves out comments, drawings and what was deleted', async () => {
    const row = odsRow(
      '<table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>shown</text:p></table:table-cell>',
    )
    const tracked =
      '<table:tracked-changes><table:deletion><table:table-cell><text:p>gone</text:p></table:table-cell></table:deletion></table:tracked-changes>'
    const sheet = await aSheet(ods(tracked + odsTable('a', row)), 'figures.ods')
    assert.deepEqual(textsOf(sheet), [['shown']])
  })

  it('tells merged cells, formulas and what is hidden', async () => {
    const rows = [
      '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>',
      odsRow(
        `${odsCell('As at', 'table:number-columns-spanned="2" table:number-rows-spanned="1"')}<table:covered-table-cell/>${odsCell('x')}`,
      ),
      odsRow(odsCell(2, 'table:formula="of:=1+1"') + odsCell('y'), 'table:visibility="collapse"'),
    ]
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const book = await aWorkbook(
      ods(odsTable('T', rows.join(''), 'table:style-name="ta1"'), { styles }),
      'figures.ods',
    )
    const [sheet] = book.sheets
    assert.deepEqual(sheet?.merges, [{ top: 1, left: 1, bottom: 1, right: 2 }])
    assert.equal(sheet.rows[0]?.cells[1]?.merged, true)
    assert.deepEqual(sheet.hiddenColumns, [2, 3])
    assert.deepEqual(
      book.warnings.map(({ code }) => code),
      ['sheet-hidden', 'rows-hidden', 'columns-hidden', 'formula'],
    )
  })

  it('refuses macros, passwords and document types', async () => {
    const rows = odsRow(odsCell('a'))
    assert.equal(
      (await refused(one(rows, { members: { 'Basic/Standard/Module1.xml': '<x/>' } }))).code,
      'document-with-macros',
    )
    const manifest =
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    assert.equal(
      (await refused(one(rows, { members: { 'META-INF/manifest.xml': manifest } }))).code,
      'archive-locked',
    )
    assert.equal(
      (await refused(one(rows, { members: { 'content.xml': '<!DOCTYPE a><a/>' } }))).code,
      'document-declares-entities',
    )
  })
})
