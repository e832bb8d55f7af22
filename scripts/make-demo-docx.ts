/**
 * Writes a demonstration paper, written as Markdown, as a Word document, so that the demonstration record holds the form
 * in which most offices write: headings by style, paragraphs whose numbers Word computes, tables.
 *
 *   node scripts/make-demo-docx.ts demo/kent/set-as-docx/PAPER.md demo/kent/PAPER.docx
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The same paper gives the same bytes. Years before 1980 cannot stand in a zip. */
const MADE = new Date('2020-01-01T00:00:00')

/**
 * A Word document of a Markdown-like paper: headings with #, "1. " paragraphs numbered by Word itself, "- " lists, pipe
 * tables whose first row is a header, **bold**; all else are paragraphs.
 */
export function paperToDocx(paper: string): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      'document.main',
      'styles',
      'numbering',
    ]
      .map(
        (part) =>
          `<Override PartName="/word/${part.replace('.main', '')}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${W}">${style('Normal', 'Normal', '')}${[1, 2, 3]
      .map((level) =>
        style(`Heading${level}`, `heading ${level}`, `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`),
      )
      .join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${W}">${abstractNumbering(0, 'decimal', '%1.')}${abstractNumbering(1, 'bullet', '•')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${bodyOf(paper)}<w:sectPr/></w:body></w:document>`,
  }
  const packed = Object.entries(files).map(([name, text]): [string, Uint8Array] => [
    name,
    strToU8(HEAD + text),
  ])
  return zipSync(Object.fromEntries(packed), { mtime: MADE })
}

const style = (id: string, name: string, properties: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`

const abstractNumbering = (id: number, form: string, text: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Words as runs: what stands between ** is bold. */
const runs = (text: string): string =>
  text
    .split(/\*\*/)
    .map((part, index) =>
      part === ''
        ? ''
        : `<w:r>${index % 2 === 1 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`,
    )
    .join('')

const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs(text)}</w:p>`

const numbered = (id: number): string => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`

function bodyOf(paper: string): string {
  const lines = paper.replaceAll('\r\n', '\n').split('\n')
  const parts: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    if (line.startsWith('|')) {
      const rows: string[] = []
      for (; (lines[at] ?? '').startsWith('|'); at += 1) rows.push(lines[at] ?? '')
      parts.push(table(rows.filter((row) => !/^[|\s:-]+$/.test(row))))
    } else parts.push(lineOf(line))
  }
  return parts.join('')
}

function lineOf(line: string): string {
  const [, marks = '', heading = ''] = /^(#{1,3})\s+(.*)$/.exec(line) ?? []
  if (marks !== '') return paragraph(heading, `<w:pStyle w:val="Heading${marks.length}"/>`)
  const item = /^(?:\d+\.|(-))\s+(.*)$/.exec(line)
  if (item === null) return paragraph(line)
  return paragraph(item[2] ?? '', numbered(item[1] === undefined ? 1 : 2))
}

function table(rows: readonly string[]): string {
  const made = rows.map((row, index) => {
    const cells = row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
    const head = index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
    return `<w:tr>${head}${cells.map((cell) => `<w:tc>${paragraph(cell.trim())}</w:tc>`).join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr/><w:tblGrid/>${made.join('')}</w:tbl>`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , from, to] = process.argv
  if (from === undefined || to === undefined) {
    console.error('Use: node scripts/make-demo-docx.ts PAPER.md PAPER.docx')
    process.exitCode = 2
  } else {
    writeFileSync(to, paperToDocx(readFileSync(from, 'utf8')))
    console.log(`${to} written`)
  }
}
