import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal } from '../../src/lib/index.ts'
import { findTables, readSheets } from '../../src/papers/index.ts'
import { ods, odsCell, odsRow, odsTable, xlsx, xlsxRow } from '../../src/papers/sheets/testing.ts'

/** How often valid files are altered at random; a campaign sets it higher. */
const ALTERED = Number(process.env['SHIREMOOT_ALTERED'] ?? 150)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const ROWS = [1, 2, 3, 4, 5, 6].map((line) =>
  xlsxRow(line, line === 1 ? ['area', 'n', 'note'] : [`Area ${line}`, line * 7, 'ok']),
)
const XML_OF_ODS = odsTable(
  'T',
  [1, 2, 3, 4]
    .map((line) => odsRow(odsCell(`Area ${line}`) + odsCell(line * 3, 'table:number-columns-repeated="2"')))
    .join(''),
)

/** Valid files, and a way to make one of altered inner text, so that it is not only their packing that is altered. */
const VALID: readonly (readonly [name: string, inner: string, make: (inner: string) => Uint8Array])[] = [
  ['a.csv', 'area,n,"note, one"\r\nKent,12,ok\r\n"Med\nway",7,"a ""b"""\r\n', bytes],
  [
    'a.xlsx',
    ROWS.join(''),
    (rows) => xlsx({ sheets: [{ rows, after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }] }),
  ],
  ['a.ods', XML_OF_ODS, (tables) => ods(tables)],
]

/** A number below `most`, the same for the same seed. */
const drawn = (seed: number, most: number): number =>
  ((seed * 2_654_435_761) % 4_294_967_296) % Math.max(1, most)

async function isTaken(name: string, content: Uint8Array): Promise<void> {
  const read = await readSheets({ name, bytes: content })
  if (isRefusal(read)) assert.ok(read.message.startsWith(name) && read.code.length > 3, read.message)
  else for (const sheet of read.sheets) findTables(sheet)
}

describe('spreadsheets that were damaged', () => {
  for (const [name, inner, make] of VALID) {
    it(`never breaks over ${name} with any byte altered`, async () => {
      const whole = make(inner)
      for (let round = 0; round < ALTERED; round += 1) {
        const content = whole.slice()
        for (let flip = 0; flip <= round % 3; flip += 1)
          content[drawn(round * 7 + flip, content.length)] = drawn(round * 13 + flip + 1, 256)
        await isTaken(name, content)
      }
    })

    it(`never breaks over ${name} with any letter within altered`, async () => {
      const signs = '<>&"\'/= \u0000\u00e90129,;-\n\u2212\ud800'
      for (let round = 0; round < ALTERED; round += 1) {
        const at = drawn(round * 11 + 3, inner.length)
        const sign = signs.charAt(drawn(round * 17 + 5, signs.length))
        await isTaken(name, make(inner.slice(0, at) + sign + inner.slice(at + (round % 3))))
      }
    })

    it(`never breaks over ${name} cut off anywhere`, async () => {
      const whole = make(inner)
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 100))
        await isTaken(name, whole.slice(0, at))
    })
  }
})
