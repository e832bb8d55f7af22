/**
 * Sets a demonstration paper, written as Markdown or plain text, as a neat tagged PDF, so that the demonstration
 * record holds the form in which offices publish.
 *
 *   node scripts/make-demo-pdf.ts demo/kent/2019-11-21-agenda-pack.md demo/kent/2019-11-21-agenda-pack.pdf
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** How a paper is set: its running foot counts pages unless `pageNumbers` is false; `head` is printed atop each page. */
export type Setting = {
  title?: string
  head?: string
  pageNumbers?: boolean
  firstPage?: number
  tagged?: boolean
}

/**
 * Sets a Markdown-like paper as PDF: headings with #, paragraphs parted by blank lines, "12. " numbered paragraphs
 * (their numbers kept as written), "- " lists (nested by indenting), "(a) " lists, pipe tables (their first row is a
 * header where a |---| line follows), lines with tabs as an unruled table, **bold**, *italic*, and a line of --- as a
 * new page. Two blanks at a line's end keep the line. Throws when typst refuses what was written.
 */
export function paperToPdf(paper: string, setting: Setting = {}): Uint8Array {
  return typstToPdf(`${preamble(paper, setting)}\n${paperToTypst(paper)}\n`, setting.tagged ?? true)
}

/** Compiles typst markup to PDF; tagged unless told otherwise. The same markup gives the same bytes. */
export function typstToPdf(markup: string, tagged = true): Uint8Array {
  const compiler = NodeCompiler.create()
  return new Uint8Array(compiler.pdf({ mainFileContent: markup }, { pdfTags: tagged }))
}

function preamble(paper: string, setting: Setting): string {
  const title = setting.title ?? /^#+\s+(.+)$/m.exec(paper)?.[1]?.replace(/\*/g, '') ?? 'Paper'
  const foot = setting.pageNumbers === false ? 'none' : '"1"'
  const head = setting.head === undefined ? 'none' : `align(right, text(8pt)[${quoted(setting.head)}])`
  return [
    `#set document(title: ${literal(title)}, date: none)`,
    `#set page(paper: "a4", margin: (x: 2.4cm, y: 2.6cm), numbering: ${foot}, header: ${head})`,
    '#set text(font: "Libertinus Serif", size: 10.5pt, lang: "en", region: "gb", hyphenate: false)',
    '#set par(spacing: 0.95em, leading: 0.62em)',
    '#set list(marker: "•", indent: 0.4em, body-indent: 0.7em)',
    '#set enum(indent: 0em, body-indent: 0.8em, number-align: end + top)',
    '#set table(inset: 5pt, stroke: 0.5pt + luma(160), align: left + top)',
    '#show heading: set block(above: 1.5em, below: 0.8em)',
    '#show heading.where(level: 1): set text(17pt)',
    '#show heading.where(level: 2): set text(14pt)',
    '#show heading.where(level: 3): set text(12pt)',
    '#show heading.where(level: 4): set text(10.5pt)',
    ...(setting.firstPage === undefined ? [] : [`#counter(page).update(${setting.firstPage})`]),
  ].join('\n')
}

/** The typst markup of a paper's body, without its page set-up. */
export function paperToTypst(paper: string): string {
  const parts: string[] = []
  // Two bold lines that a converter ran together are two lines.
  const lines = paper
    .replace(/\r\n?/g, '\n')
    .replace(/\*{4}(?=\S)/g, '**\n\n**')
    .split('\n')
  let at = 0
  while (at < lines.length) {
    const take = takers.find((each) => each.starts.test(lines[at] ?? ''))
    if (take === undefined) {
      at += 1
      continue
    }
    const [markup, next] = take.take(lines, at)
    parts.push(markup)
    at = Math.max(next, at + 1)
  }
  return parts.join('\n\n')
}

type Taker = {
  starts: RegExp
  take: (lines: readonly string[], at: number) => [markup: string, next: number]
}

const ITEM = /^(\s*)(?:([-*•])|(\d{1,3})[.)]|(\([a-z]{1,4}\)))\s+(.*)$/

const takers: readonly Taker[] = [
  { starts: /^\s*---+\s*$/, take: (_lines, at) => ['#pagebreak()', at + 1] },
  {
    starts: /^#{1,6}\s/,
    take: (lines, at) => {
      const [, marks = '#', text = ''] = /^(#{1,6})\s+(.*?)\s*#*$/.exec(lines[at] ?? '') ?? []
      return [`#heading(level: ${marks.length})[${inline(text)}]`, at + 1]
    },
  },
  { starts: /^\s*\|/, take: pipeTable },
  { starts: /\S\t+\S/, take: tabTable },
  { starts: ITEM, take: list },
  { starts: /\S/, take: paragraph },
]

/** From, To and the like each keep their line. */
const LABELLED = /^\**[A-Z][\w ]{1,20}:\**\s+\S/

function paragraph(lines: readonly string[], at: number): [string, number] {
  const own: string[] = []
  let next = at
  while (next < lines.length && !endsParagraph(lines[next] ?? '', next > at)) {
    const line = lines[next] ?? ''
    const kept = / {2}$|\\$/.test(line) || LABELLED.test(lines[next + 1] ?? '')
    own.push(inline(line.trim().replace(/\\$/, '')) + (kept ? ' \\' : ''))
    next += 1
  }
  return [own.join('\n'), next]
}

const endsParagraph = (line: string, inside: boolean): boolean =>
  line.trim() === '' || (inside && takers.slice(0, -1).some((each) => each.starts.test(line)))

function list(lines: readonly string[], at: number, least = 0): [string, number] {
  const items: string[] = []
  let next = at
  while (next < lines.length) {
    const [, indent = '', , number, letter, text = ''] = ITEM.exec(lines[next] ?? '') ?? []
    if (text === '' || indent.length < least) break
    const [body, after] = itemBody(lines, next + 1, indent.length, text)
    items.push(item({ number, letter, text: body }))
    next = after
    if ((lines[next] ?? '').trim() === '' && ITEM.test(lines[next + 1] ?? '')) next += 1
  }
  return [items.join('\n'), next]
}

/** An item's own text with its continuation lines, and the deeper list under it. */
function itemBody(lines: readonly string[], from: number, indent: number, first: string): [string, number] {
  let text = inline(first.trim())
  let at = from
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const blank = line.trim() === ''
    const deeper = ITEM.exec(blank ? (lines[at + 1] ?? '') : line)
    if (deeper && (deeper[1] ?? '').length > indent) {
      const [inner, after] = list(lines, blank ? at + 1 : at, (deeper[1] ?? '').length)
      text += `\n${inner}`
      at = after
    } else if (!blank && !deeper && /^\s+\S/.test(line)) {
      text += ` ${inline(line.trim())}`
      at += 1
    } else break
  }
  return [text, at]
}

function item(parts: { number: string | undefined; letter: string | undefined; text: string }): string {
  if (parts.number !== undefined) return `#enum(enum.item(${parts.number})[${parts.text}])`
  if (parts.letter !== undefined)
    return `#enum(numbering: _ => ${literal(parts.letter)}, enum.item(1)[${parts.text}])`
  const agenda = /^#"([A-Z]?\d{1,2}[a-z]?)\s+/.exec(parts.text)
  if (agenda === null) return `#list[${parts.text}]`
  const rest = `#"${parts.text.slice(agenda[0].length)}`
  return `#enum(numbering: _ => ${literal(agenda[1] ?? '')}, number-align: start + top, enum.item(1)[${rest}])`
}

function pipeTable(lines: readonly string[], at: number): [string, number] {
  const rows: string[][] = []
  let header = false
  let next = at
  for (; /^\s*\|/.test(lines[next] ?? ''); next += 1) {
    const line = (lines[next] ?? '').trim().replace(/^\||\|$/g, '')
    if (/^[\s|:-]+$/.test(line) && line.includes('-')) header = rows.length === 1
    else rows.push(line.split('|').map((cell) => cell.trim()))
  }
  return [table(rows, header, true), next]
}

function tabTable(lines: readonly string[], at: number): [string, number] {
  const rows: string[][] = []
  let next = at
  for (; /\S\t+\S/.test(lines[next] ?? ''); next += 1) rows.push((lines[next] ?? '').trim().split(/\t+/))
  return [table(rows, false, false), next]
}

function table(rows: readonly string[][], header: boolean, ruled: boolean): string {
  const width = Math.max(...rows.map((row) => row.length))
  const cells = (row: string[]) =>
    Array.from({ length: width }, (_, column) => `[${inline(row[column] ?? '')}]`).join(', ')
  const head = header ? `  table.header(${cells((rows[0] ?? []).map((cell) => `**${cell}**`))}),\n` : ''
  const body = (header ? rows.slice(1) : rows).map((row) => `  ${cells(row)},`).join('\n')
  const columns = ruled ? `(${'auto, '.repeat(width)})` : `(${'1fr, '.repeat(width)})`
  return `#table(columns: ${columns},${ruled ? '' : ' stroke: none, column-gutter: 1em, inset: (x: 0pt, y: 5pt),'}\n${head}${body}\n)`
}

/** Bold, italic and links of Markdown as typst; every other sign stands for itself. */
function inline(text: string): string {
  const parts = text.split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\[[^\]]+\]\([^)]*\))/)
  return parts
    .filter((part) => part !== '' && part !== '****')
    .map((part) => {
      if (part.startsWith('**')) return `#strong[${quoted(part.slice(2, -2))}]`
      if (part.startsWith('*') && part.length > 2) return `#emph[${quoted(part.slice(1, -1))}]`
      const link = /^\[([^\]]+)\]\([^)]*\)$/.exec(part)
      return quoted(link?.[1] ?? part)
    })
    .join('')
}

// Typst writes control characters otherwise than JSON; a paper has no use for them.
const literal = (text: string): string => JSON.stringify(text.replace(/\p{Cc}/gu, ' '))
const quoted = (text: string): string => `#${literal(text)}`

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , from, to] = process.argv
  if (from === undefined || to === undefined) {
    console.error('Use: node scripts/make-demo-pdf.ts PAPER.md PAPER.pdf')
    process.exitCode = 2
  } else {
    writeFileSync(to, paperToPdf(readFileSync(from, 'utf8')))
    console.log(`${to} written`)
  }
}
