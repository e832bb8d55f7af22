import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { isRefusal, type Refusal } from '../../src/lib/index.ts'
import { readSheets, readSheetsApart } from '../../src/papers/index.ts'
import { ods, odsCell, odsRow, odsTable, xlsx, xlsxRow } from '../../src/papers/sheets/testing.ts'

/** Most memory above that of an idle reader which a refused file may have taken, in bytes. */
const MOST_ABOVE_IDLE = 128 * 1024 * 1024

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function refusedApart(content: Uint8Array, name: string): Promise<Refusal> {
  const read = await readSheetsApart({ name, bytes: content })
  assert.ok(isRefusal(read), `${name} was read`)
  return read
}

/** A workbook one of whose parts is this XML. */
const withSheet = (xml: string): Uint8Array =>
  xlsx({ sheets: [{ rows: '' }], members: { 'xl/worksheets/sheet1.xml': xml } })

const SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
const STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

/** Words that a packer cannot make small, so that it is not their packing that is refused. */
function noise(length: number): string {
  let [seed, text] = [7, '']
  while (text.length < length) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    text += seed.toString(36)
  }
  return text.slice(0, length)
}

/** Each file that is made to harm, with the code of its refusal. */
const BOMBS: readonly (readonly [called: string, name: string, code: RegExp, make: () => Uint8Array])[] = [
  [
    'a workbook whose sheet unpacks to ten million spaces',
    'spaces.xlsx',
    /^archive-too-large-inside$/,
    () => withSheet(`${SHEET}<sheetData>${' '.repeat(10_000_000)}</sheetData></worksheet>`),
  ],
  [
    'a workbook of three thousand members',
    'members.xlsx',
    /^archive-too-many-members$/,
    () =>
      zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`xl/${at}.xml`, strToU8('<a/>')]))),
  ],
  [
    'a sheet that defines entities in entities',
    'laughs.xlsx',
    /^document-declares-entities$/,
    () =>
      withSheet(
        `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${SHEET}&c;</worksheet>`,
      ),
  ],
  [
    'a sheet nested a hundred thousand deep',
    'deep.xlsx',
    /^document-too-deep$/,
    () => withSheet(`${SHEET}${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</worksheet>`),
  ],
  [
    'one long text that a hundred thousand cells share',
    'shared.xlsx',
    /^sheet-too-large$/,
    () =>
      xlsx({
        texts: [`<t>${noise(100_000)}</t>`],
        sheets: [
          {
            rows: Array.from(
              { length: 100_000 },
              (_, at) => `<row><c t="s"><v>0</v></c><c><v>${at}</v></c></row>`,
            ).join(''),
          },
        ],
      }),
  ],
  [
    'two and a half million shared texts',
    'texts.xlsx',
    /^sheet-too-large$|^archive-too-large-inside$/,
    () =>
      xlsx({
        sheets: [{ rows: '' }],
        members: {
          'xl/sharedStrings.xml': `${STRINGS}${Array.from({ length: 2_500_000 }, (_, at) => (at % 5 === 0 ? `<si><t>${at}</t></si>` : '<si/>')).join('')}</sst>`,
        },
      }),
  ],
  [
    'a row of ten thousand columns',
    'wide.xlsx',
    /^sheet-too-wide$/,
    () =>
      withSheet(`${SHEET}<sheetData><row>${'<c><v>1</v></c>'.repeat(10_000)}</row></sheetData></worksheet>`),
  ],
  [
    'cells in the last column of every row',
    'far.xlsx',
    /^sheet-too-wide$|^sheet-too-large$/,
    () =>
      withSheet(
        `${SHEET}<sheetData>${Array.from({ length: 5000 }, (_, at) => `<row r="${at + 1}"><c r="BXX${at + 1}"><v>${at}</v></c></row>`).join('')}</sheetData></worksheet>`,
      ),
  ],
  [
    'more merged cells than any sheet has',
    'merged.xlsx',
    /^sheet-too-large$/,
    () =>
      xlsx({
        sheets: [
          {
            rows: Array.from({ length: 3000 }, (_, at) => xlsxRow(at + 1, ['a', 'b'])).join(''),
            after: `<mergeCells>${Array.from({ length: 19_000 }, (_, at) => `<mergeCell ref="A${(at % 9) + 1}:XFD1048576"/>`).join('')}</mergeCells>`,
          },
        ],
      }),
  ],
  [
    'one cell of twenty megabytes',
    'cell.xlsx',
    /^sheet-too-large$/,
    () =>
      withSheet(
        `${SHEET}<sheetData><row><c t="inlineStr"><is><t>${noise(20_000_000)}</t></is></c></row></sheetData></worksheet>`,
      ),
  ],
  [
    'a cell that stands for a thousand million cells',
    'columns.ods',
    /^sheet-too-wide$/,
    () => ods(odsTable('T', odsRow(odsCell(1, 'table:number-columns-repeated="1000000000"')))),
  ],
  [
    'a row that stands for a thousand million rows',
    'rows.ods',
    /^sheet-too-large$/,
    () => ods(odsTable('T', odsRow(odsCell('x'), 'table:number-rows-repeated="1000000000"'))),
  ],
  [
    'rows that each stand for a million rows of a thousand cells',
    'many.ods',
    /^sheet-too-large$/,
    () =>
      ods(
        odsTable(
          'T',
          odsRow(
            odsCell('x', 'table:number-columns-repeated="1000"'),
            'table:number-rows-repeated="1000000"',
          ).repeat(20),
        ),
      ),
  ],
  [
    'spaces that stand for a thousand million spaces, a hundred thousand times',
    'spaces.ods',
    /^sheet-too-large$/,
    () =>
      ods(
        odsTable(
          'T',
          odsRow(
            `<table:table-cell><text:p>${Array.from({ length: 100_000 }, (_, at) => `${at}<text:s text:c="1000000000"/>`).join('')}</text:p></table:table-cell>`,
          ),
        ),
      ),
  ],
  [
    'ten thousand columns of CSV',
    'wide.csv',
    /^sheet-too-wide$/,
    () => bytes(`a,b\n${'1,'.repeat(10_000)}\n`),
  ],
  [
    'a cell of 32 MB of CSV',
    'cell.csv',
    /^file-too-large$/,
    () => bytes(`a,b\n"${'x'.repeat(32_000_000)}",1\n`),
  ],
  [
    'a quotation mark that 15 MB do not close',
    'quote.csv',
    /^csv-quote-open$/,
    () => bytes(`a,b\n"${'x,y\n'.repeat(3_700_000)}`),
  ],
  [
    'a row of delimiters alone',
    'commas.csv',
    /^sheet-too-wide$|^csv-quote-open$/,
    () => bytes(`a,b\n1${','.repeat(8_000_000)}2\n`),
  ],
]

/** Measures from now on how much memory a process takes at most above what it has now; nothing where Linux does not tell. */
function memoryFrom(pid: number): () => number {
  if (process.platform !== 'linux') return () => 0
  const stated = (what: 'VmRSS' | 'VmHWM'): number => {
    const line = new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(line?.[1] ?? 0) * 1024
  }
  // Forgets the most that it ever had.
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const idle = stated('VmRSS')
  return () => stated('VmHWM') - idle
}

const reader = (): number =>
  Number(
    spawnSync('pgrep', ['-P', String(process.pid), '-f', 'reading-process'], {
      encoding: 'utf8',
    }).stdout.trim(),
  )

describe('spreadsheets that are made to harm', () => {
  before(async () => {
    assert.ok(!isRefusal(await readSheetsApart({ name: 'warm.csv', bytes: bytes('a,b\n1,2\n') })))
  })

  for (const [called, name, code, make] of BOMBS)
    it(`refuses ${called} in one sentence with its name, and spends little memory on it`, async () => {
      const content = make()
      const spent = memoryFrom(reader())
      const refusal = await refusedApart(content, name)
      assert.match(refusal.code, code, refusal.message)
      assert.ok(refusal.message.startsWith(name), refusal.message)
      assert.match(refusal.message, /^[^\n]+[;:] [^\n]+\.$/)
      assert.ok(spent() < MOST_ABOVE_IDLE, `${Math.round(spent() / 1_048_576)} MB`)
    })

  it('reads on after them as if nothing had been', async () => {
    const read = await readSheetsApart({ name: 'next.csv', bytes: bytes('area,n\nKent,1\n') })
    assert.ok(!isRefusal(read))
    assert.deepEqual(read, await readSheets({ name: 'next.csv', bytes: bytes('area,n\nKent,1\n') }))
  })

  it('ends what is read without end, or says what is wrong with it', async () => {
    const cells = withSheet(
      `${SHEET}<sheetData><row>${'<c r="A1"/>'.repeat(3_900_000)}</row></sheetData></worksheet>`,
    )
    const read = await readSheetsApart({ name: 'cells.xlsx', bytes: cells })
    assert.ok(isRefusal(read) || read.sheets[0]?.rows.length === 0)
  })
})
