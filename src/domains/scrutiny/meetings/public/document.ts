/** Prints the paragraphs, lists and tables of papers and minutes, each with its permalink, its number and its page as printed. */
import { type Html, html, type Piece, paragraphLine, scrollTable } from '../../../../web/index.ts'
import type { ShownBlock, ShownItem } from '../shown-block.ts'

export type Printing = {
  /** The level of the topmost heading: 2 on a paper's page, 4 inside a minute. */
  level: number
  /** What stands under a block: actions and questions that arose from it. */
  under?: (anchor: string) => Piece
  /** What a cell of a table shows in place of its words; row and column count from 0. */
  cell?: (table: string, at: { row: number; column: number }, words: string) => Piece
}

/** The blocks in order. Headings nest without a gap, whatever levels the paper was given. */
export function documentBody(blocks: readonly ShownBlock[], printing: Printing): Html {
  const levels = [
    ...new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []))),
  ].toSorted((one, other) => one - other)
  let page: number | null = null
  return html`${blocks.map((block) => {
    const mark = block.page !== null && block.page !== page ? pageMark(block.page, page) : ''
    page = block.page ?? page
    const level = block.type === 'heading' ? levels.indexOf(block.level) + printing.level : 0
    return html`${mark}${blockOf(block, level, printing)}`
  })}`
}

/** The first page needs no mark: one begins to read there. */
const pageMark = (page: number, before: number | null): Piece =>
  before === null ? '' : html`<p class="sm-page" id="page-${page}">Page ${page} of the file</p>`

function blockOf(block: ShownBlock, level: number, printing: Printing): Html {
  const under = html`${notesOf(block)}${printing.under?.(block.anchor)}`
  if (block.type === 'heading') return html`${headingOf(block, level)}${under}`
  if (block.type === 'table') return html`${inItsLanguage(block, tableOf(block, printing))}${under}`
  const { anchor } = block
  if (block.type === 'list') {
    return paragraphLine({
      anchor,
      number: null,
      text: html`${inItsLanguage(block, listOf(block))}${under}`,
    })
  }
  const { number, text, quote } = block
  if (!quote) {
    const words = block.lang === undefined ? text : html`<span lang="${block.lang}">${text}</span>`
    return paragraphLine({ anchor, number, text: html`${words}${under}` })
  }
  const words = html`<blockquote class="sm-text sm-quote">${text}</blockquote>`
  return paragraphLine({ anchor, number, text: html`${inItsLanguage(block, words)}${under}` })
}

/** Welsh words on an English page say so, for those who have them read out (WCAG 3.1.2). */
const inItsLanguage = ({ lang }: ShownBlock, words: Html): Html =>
  lang === undefined ? words : html`<div lang="${lang}">${words}</div>`

const SIZES = ['m', 's'] as const

function headingOf(block: Extract<ShownBlock, { type: 'heading' }>, level: number): Html {
  const size = SIZES[Math.min(Math.max(level - 2, 0), 1)]
  const lang = block.lang === undefined ? '' : html` lang="${block.lang}"`
  const attributes = html` class="govuk-heading-${size}" id="${block.anchor}"${lang}`
  switch (Math.min(level, 6)) {
    case 2:
      return html`<h2${attributes}>${block.text}</h2>`
    case 3:
      return html`<h3${attributes}>${block.text}</h3>`
    case 4:
      return html`<h4${attributes}>${block.text}</h4>`
    case 5:
      return html`<h5${attributes}>${block.text}</h5>`
    default:
      return html`<h6${attributes}>${block.text}</h6>`
  }
}

/** Says what could not be read, where it is missing. */
const notesOf = (block: ShownBlock): Html =>
  html`${block.notes.map((note) => html`<p class="sm-note"><strong>Reading note:</strong> ${note}</p>`)}`

/** Markers such as (a) are printed as they are; mere dots become bullets. */
const isMarked = (items: readonly ShownItem[]): boolean =>
  items.some(({ marker }) => /[a-z0-9]/i.test(marker))

function listOf({ items }: { items: readonly ShownItem[] }): Html {
  const marked = isMarked(items)
  return html`<ul class="govuk-list ${marked ? 'sm-marked' : 'govuk-list--bullet'}">${items.map(
    (item) =>
      html`<li>${marked && item.marker !== '' ? `${item.marker} ` : ''}${item.text}${
        item.items.length > 0 ? listOf({ items: item.items }) : ''
      }</li>`,
  )}</ul>`
}

const isNumber = (cell: string): boolean => /^[£(+\-−]?\s?[\d,]+(\.\d+)?\s?(%|m|bn|k)?\)?$/i.test(cell.trim())
const isEmpty = (cell: string): boolean => /^\s*[-–—]?\s*$/.test(cell)

function tableOf(block: Extract<ShownBlock, { type: 'table' }>, { cell: marked }: Printing): Html {
  const { anchor, title, columns, rows, rowHeaders } = block
  const numeric = columns.map((_, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => !isEmpty(cell))
    return (index > 0 || !rowHeaders) && cells.length > 0 && cells.every(isNumber)
  })
  const count = anchor.replace(/^table-/, '')
  return scrollTable({
    caption: title === null ? `Table ${count}` : /^table\b/i.test(title) ? title : `Table ${count}. ${title}`,
    columns: columns.map((text, index) => ({ text, numeric: numeric[index] ?? false })),
    rows: rows.map((cells, row) =>
      (columns.length === 0 ? cells : columns.map((_, index) => cells[index] ?? '')).map(
        (words, column) => marked?.(anchor, { row, column }, words) ?? words,
      ),
    ),
    rowHeaders,
    anchor,
  })
}
