/** Builds Word documents from their XML, for tests of what reads them. */
import { strToU8, zipSync } from 'fflate'
import { isRefusal } from '../../lib/index.ts'
import { readPaper } from '../read-paper.ts'
import type { Reading } from '../reading.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

/** The inner XML of each part of a document; `members` are added as they are, or take the place of one. */
export type DocxParts = {
  body: string
  styles?: string
  lists?: string
  footnotes?: string
  endnotes?: string
  members?: Readonly<Record<string, string | Uint8Array>>
}

const part = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${SPACES}>${inner}</w:${root}>`

const RELATED = ['styles', 'numbering', 'footnotes', 'endnotes']

/** The members of a document, by name. */
export function docxMembers(parts: DocxParts): Record<string, Uint8Array> {
  const targets = RELATED.map(
    (kind, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`,
  ).join('')
  const members: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}">${targets}</Relationships>`,
    'word/document.xml': part('document', `<w:body>${parts.body}<w:sectPr/></w:body>`),
    'word/styles.xml': part('styles', parts.styles ?? HEADINGS),
    'word/numbering.xml': part('numbering', parts.lists ?? ''),
    'word/footnotes.xml': part('footnotes', parts.footnotes ?? ''),
    'word/endnotes.xml': part('endnotes', parts.endnotes ?? ''),
    ...parts.members,
  }
  return Object.fromEntries(
    Object.entries(members).map(([name, made]) => [name, typeof made === 'string' ? strToU8(made) : made]),
  )
}

/** The bytes of a document with these parts. */
export const docx = (parts: DocxParts): Uint8Array => zipSync(docxMembers(parts))

/** Styles that every document of Word has, by the names that Word gives them in all languages. */
export const HEADINGS = [1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join('')

export const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A run of words, with its properties as XML. */
export const run = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`

/** What a paragraph is: its style, its list and level, and other properties and runs as XML. */
export type ParagraphParts = {
  style?: string
  list?: string
  level?: number
  properties?: string
  bold?: boolean
}

/** A paragraph of words, or of runs when these are given as XML. */
export function paragraph(words: string, parts: ParagraphParts = {}): string {
  const { style, list, level = 0 } = parts
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
    parts.properties ?? '',
  ].join('')
  const inner = words.startsWith('<') ? words : run(words, parts.bold === true ? '<w:b/>' : '')
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
}

/** A level of a list. */
export type LevelParts = { format?: string; text: string; start?: number; more?: string }

/** An abstract list of these levels, as XML. */
export const abstractList = (id: number, levels: readonly LevelParts[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map((level, index) => listLevel(index, level)).join('')}</w:abstractNum>`

export const listLevel = (
  index: number,
  { format = 'decimal', text, start = 1, more = '' }: LevelParts,
): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

/** A list made of an abstract one, with what it overrides as XML. */
export const list = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`

/** A table of cells of words; a cell given as XML is its paragraphs. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

export const cell = (words: string): string =>
  words.startsWith('<w:tc>') ? words : `<w:tc>${words.startsWith('<') ? words : paragraph(words)}</w:tc>`

/** What is read of a document with these parts, or with this body; a refusal fails the test. */
export async function readDocument(parts: DocxParts | string): Promise<Reading> {
  const bytes = docx(typeof parts === 'string' ? { body: parts } : parts)
  const reading = await readPaper({ name: 'paper.docx', bytes })
  if (isRefusal(reading)) throw new Error(reading.message)
  return reading
}

/** The words of a document, one string a line of it. */
export const linesOf = async (parts: DocxParts | string): Promise<string[]> =>
  (await readDocument(parts)).text.split('\n').filter((line) => line !== '')

/** The codes of what a reading warns of, but for a paper of no known kind, as most of a test's are. */
export const codesOf = (reading: Reading): string[] =>
  reading.warnings.map(({ code }) => code).filter((code) => code !== 'kind-unknown')
