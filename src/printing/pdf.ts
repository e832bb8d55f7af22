/** A document as tagged PDF (PDF/UA-1), set by typst without a network. */
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { type Refusal, refuse } from '../lib/index.ts'
import { type Block, gapWords, type PrintedDocument, type Run } from './printed.ts'

/**
 * The bytes of the PDF; the same document gives the same bytes. Refuses with 'sign-not-printable' what no font that is
 * set with can show, since a reader of the PDF would see an empty box. Throws over anything else, which is a fault of ours.
 */
export function asPdf(document: PrintedDocument): Uint8Array | Refusal {
  const compiler = NodeCompiler.create()
  const options = { pdfTags: true, pdfStandard: PdfStandard.UA_1 }
  try {
    return new Uint8Array(compiler.pdf({ mainFileContent: markupOf(document) }, options))
  } catch (problem) {
    const sign = problem instanceof Error ? NOT_SHOWN.exec(problem.message)?.[1] : undefined
    if (sign === undefined) throw problem
    return refuse(
      'sign-not-printable',
      `The PDF has no letter for “${sign}” in “${document.title}”; write it as Word or Markdown, or without that sign.`,
    )
  }
}

/** How typst names text that its fonts lack. */
const NOT_SHOWN = /the text `\\?"(.+?)\\?"` could not be displayed/

function markupOf(document: PrintedDocument): string {
  const head = document.head.map(({ label, words }) => `#strong[${quoted(`${label}:`)}] ${quoted(words)} \\`)
  return [
    `#set document(title: ${literal(document.title)}, date: none)`,
    '#set page(paper: "a4", margin: (x: 2.4cm, y: 2.4cm), numbering: "1")',
    `#set text(font: "Libertinus Serif", size: 11pt, lang: "${document.language}", region: "gb", hyphenate: false)`,
    '#set par(spacing: 0.95em, leading: 0.65em)',
    '#set list(marker: "•", indent: 0.4em, body-indent: 0.7em)',
    '#set enum(indent: 0em, body-indent: 0.8em, number-align: end + top)',
    '#set table(inset: 5pt, stroke: 0.5pt + luma(140))',
    '#set figure(numbering: none, supplement: none)',
    '#show figure: set align(left)',
    '#show figure: set block(breakable: true)',
    '#show figure.caption: it => align(left, strong(it.body))',
    '#set figure.caption(position: top)',
    '#show heading: set block(above: 1.5em, below: 0.8em)',
    '#show heading.where(level: 1): set text(18pt)',
    '#show heading.where(level: 2): set text(14pt)',
    '#show heading.where(level: 3): set text(12pt)',
    `#heading(level: 1)[${quoted(document.title)}]`,
    head.join('\n'),
    ...document.blocks.map(blockMarkup),
    '',
  ].join('\n\n')
}

function blockMarkup(block: Block): string {
  // The title is the only heading of the first level.
  if (block.kind === 'heading') return `#heading(level: ${block.level + 1})[${quoted(block.text)}]`
  if (block.kind === 'paragraph')
    return block.number === null
      ? inline(block.runs)
      : `#enum(enum.item(${block.number})[${inline(block.runs)}])`
  if (block.kind === 'list') return block.items.map((item) => `#list[${inline(item)}]`).join('\n')
  return table(block)
}

function table({ caption, columns, rows, notes }: Extract<Block, { kind: 'table' }>): string {
  const align = columns.map(({ numeric }) => (numeric ? 'right + top' : 'left + top')).join(', ')
  const head = columns.map((column) => `[#strong[${quoted(column.head)}]]`).join(', ')
  const lines = rows.map((row) => `  ${cells(row)},`).join('\n')
  const set = `table(columns: ${columns.length}, align: (${align},),\n  table.header(${head}),\n${lines}\n)`
  return [
    `#figure(caption: ${content(caption)}, kind: table, align(left, ${set}))`,
    ...notes.map((note) => `#text(size: 9.5pt)[${quoted(note)}]`),
  ].join('\n\n')
}

const cells = (row: readonly string[]): string => row.map((cell) => `[${quoted(cell)}]`).join(', ')

const inline = (runs: readonly Run[]): string => runs.map(runMarkup).join('')

function runMarkup(run: Run): string {
  if (run.kind === 'text') return run.strong ? `#strong[${quoted(run.text)}]` : quoted(run.text)
  if (run.kind === 'link')
    return /^(https?|mailto):/.test(run.href)
      ? `#underline[#link(${literal(run.href)})[${quoted(run.text)}]]`
      : quoted(run.text)
  return `#highlight[#strong[${quoted(gapWords(run.text))}]]`
}

const content = (words: string): string => `[${quoted(words)}]`

// Typst writes control characters otherwise than JSON; a paper has no use for them.
const literal = (words: string): string => JSON.stringify(words.replace(/\p{Cc}/gu, ' '))
const quoted = (words: string): string => `#${literal(words)}`
