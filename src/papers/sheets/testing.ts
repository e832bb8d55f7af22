/** Builds spreadsheets from their XML or their cells, for tests of what reads them. */
import { strToU8, zipSync } from 'fflate'
import { isRefusal } from '../../lib/index.ts'
import { readSheets } from './read-sheets.ts'
import type { Sheet, Workbook } from './sheet.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** What an Excel workbook is made of; `members` are added as they are, or take the place of one. */
export type XlsxParts = {
  /** Of each sheet, the XML of its rows; what stands around them in `after`, its state in `state`. */
  sheets: readonly { name?: string; rows: string; before?: string; after?: string; state?: string }[]
  /** Each the XML within `<si>`. */
  texts?: readonly string[]
  /** Format codes; style n is the nth of them, style 0 is General. */
  formats?: readonly string[]
  date1904?: boolean
  members?: Readonly<Record<string, string>>
}

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`

const relationList = (all: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

/** The bytes of a workbook with these parts. */
export function xlsx(parts: XlsxParts): Uint8Array {
  const { sheets, texts = [], formats = [], date1904 = false, members = {} } = parts
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}" ${state === undefined ? '' : `state="${state}"`} r:id="rId${at + 1}"/>`,
  )
  const made: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relationList([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationList([
      ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation('rIdS', 'styles', 'styles.xml'),
      relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
    ]),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${HEAD}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...members,
  }
  return zipped(made)
}

const zipped = (members: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, words]) => [name, strToU8(words)])))

/** The XML of a row of words and numbers; null leaves a cell out. */
export const xlsxRow = (line: number, cells: readonly (string | number | null)[], more = ''): string =>
  `<row r="${line}" ${more}>${cells
    .map((cell, at) => {
      const place = `${String.fromCharCode(65 + at)}${line}`
      if (cell === null) return ''
      return typeof cell === 'number'
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    .join('')}</row>`

const SPACES = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** The bytes of an OpenDocument spreadsheet whose tables and styles are given as XML. */
export function ods(
  tables: string,
  { styles = '', members = {} }: { styles?: string; members?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...members,
  })
}

export const odsTable = (name: string, inner: string, more = ''): string =>
  `<table:table table:name="${name}" ${more}>${inner}</table:table>`

export const odsRow = (cells: string, more = ''): string =>
  `<table:table-row ${more}>${cells}</table:table-row>`

/** A cell of words, or of a number that is shown as its digits. */
export const odsCell = (shown: string | number, more = ''): string =>
  `<table:table-cell ${typeof shown === 'number' ? `office:value-type="float" office:value="${shown}"` : 'office:value-type="string"'} ${more}><text:p>${shown}</text:p></table:table-cell>`

/** Reads bytes, or words as UTF-8; a refusal fails the test. */
export async function aWorkbook(content: Uint8Array | string, name = 'figures.csv'): Promise<Workbook> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const book = await readSheets({ name, bytes })
  if (isRefusal(book)) throw new Error(book.message)
  return book
}

/** The first sheet of what is read. */
export async function aSheet(content: Uint8Array | string, name = 'figures.csv'): Promise<Sheet> {
  const [sheet] = (await aWorkbook(content, name)).sheets
  if (sheet === undefined) throw new Error(`${name} has no sheet.`)
  return sheet
}

/** The texts of a sheet, row by row. */
export const textsOf = ({ rows }: Sheet): string[][] => rows.map(({ cells }) => cells.map(({ text }) => text))
