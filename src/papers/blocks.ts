/** Makes blocks of lines: headings, numbered paragraphs, nested lists, tables, and paragraphs that a page broke in two. */
import { tableOf } from './block-tables.ts'
import { withFlatTables, withWrappedRows } from './flat-tables.ts'
import { isFull, isHeading, type Setting, settingOf } from './headings.ts'
import {
  endsSentence,
  hasLabel,
  headingNumber,
  listMark,
  paragraphNumber,
  stopsAtSmallWord,
  stopsMidway,
  wasBroken,
} from './marks.ts'
import { withNumbers, withoutFurniture } from './numbered-lines.ts'
import type { Block, ListItem, Warning } from './reading.ts'
import type { Line } from './tree.ts'

/** How deep lists are nested at most; what stands deeper is of the last level. */
const DEEPEST = 9

type Open = { block: Block; last: Line; items: { item: ListItem; indent: number }[] }

type Work = { blocks: Block[]; open: Open | undefined; setting: Setting }

/** Takes the lines of a document in reading order; returns its blocks, with the places of what looked damaged. */
export function blocksOf(given: readonly Line[]): { blocks: Block[]; warnings: Warning[] } {
  const lines = withNumbers(withWrappedRows(withFlatTables(withoutFurniture(given))))
  const work: Work = { blocks: [], open: undefined, setting: settingOf(lines) }
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    const rows = tableRows(lines, index)
    if (rows.length > 0) {
      addTable(work, rows)
      index += rows.length - 1
    } else if (!continues(work, line, lines[index + 1])) addLine(work, line, lines[index + 1])
  }
  return { blocks: work.blocks, warnings: [] }
}

function tableRows(lines: readonly Line[], from: number): Line[] {
  const first = lines[from]
  if (first?.cells === null || first === undefined) return []
  const rows: Line[] = []
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || line.cells === null || line.table !== first.table) break
    if (line.gap && rows.length > 0 && !line.pageBreak && line.cells.length !== first.cells.length) break
    rows.push(line)
  }
  return rows
}

function addTable(work: Work, rows: readonly Line[]): void {
  const before = work.blocks.at(-1)
  const named = before?.type === 'paragraph' && before.number === null && /^table \d+/i.test(before.text)
  const block = tableOf(rows, named ? before.text : null)
  if (block === undefined) return
  work.blocks.push(block)
  work.open = undefined
}

/** Joins the line to the block before it when it is the rest of a sentence; says whether it did. */
function continues(work: Work, line: Line, next: Line | undefined): boolean {
  const { open, setting } = work
  if (open === undefined || line.heading !== null || line.cells !== null) return false
  const { block, last } = open
  if (block.type === 'table') return false
  if (atRight(open, line)) return true
  if (block.type === 'heading') return wrappedHeading(work, open, line)
  const full = setting.width > 0 && !line.gap && isFull(last, line, setting.width) && !endsSentence(last.text)
  if (listMark(line.text) !== undefined || (hasLabel(line.text) && !full) || last.hardBreak) return false
  if (paragraphNumber(line.text) !== undefined && !/^\d+\.\d+\s+[a-z]/.test(line.text)) return false
  if (line.bold && !last.bold) return false
  if (!isContinuation(open, line, setting, next)) return false
  extend(open, line)
  return true
}

function isContinuation(open: Open, line: Line, setting: Setting, next: Line | undefined): boolean {
  const { last } = open
  // Only the end tells; a paragraph of thousands of lines is not looked through again for each of them.
  const said = last.text
  const { length } = openText(open)
  const small = /^["'“‘(]?[a-z]/.test(line.text)
  if (line.gap || line.pageBreak) {
    if (endsSentence(said)) return false
    if (small) return length > 40 || line.pageBreak
    if (isHeading(line, next, setting) && !stopsMidway(said)) return false
    return length > 100 && (line.text.length > 40 || endsSentence(line.text)) && !line.italic === !last.italic
  }
  if (small && !endsSentence(said)) return true
  if (setting.width > 0) {
    const full = isFull(last, line, setting.width)
    return full || (line.indent > 0 && open.block.type === 'list' && line.indent > last.indent)
  }
  if (open.block.type === 'list') return line.indent > last.indent && last.indent + 1 < line.indent
  return (
    wasBroken(said, line.text) ||
    (!endsSentence(said) && (small || stopsAtSmallWord(said) || (length > 80 && stopsMidway(said))))
  )
}

/**
 * An entry of an agenda that goes on in the next line, further in, after the pages in the column at the right: the
 * pages go to its end. "2. Minutes of the 3 - 8" over "   meeting in May". So does "(Pages" at the end of a line.
 */
function atRight(open: Open, line: Line): boolean {
  const { block, last } = open
  if (line.gap || line.pageBreak || (block.type !== 'paragraph' && block.type !== 'heading')) return false
  // No entry is longer, and a paragraph of thousands of lines is not copied again for each of them.
  if (block.text.length > 400) return false
  const end = block.text.slice(-60)
  if (
    /\((?:pages?|tudalennau)?$|\((?:pages?|tudalennau) \d{1,4}\s?[-–—]?$/i.test(end) &&
    /^(?:[-–—] ?)?\d{1,4}(?:\s*[-–—]\s*\d{1,4})?\)/.test(line.text)
  ) {
    extend(open, line)
    return true
  }
  const pages = /\s(\d{1,3}\s[-–—]\s\d{1,3})$/.exec(end)
  const goesOn =
    line.indent > last.indent && headingNumber(line.text).number === null && line.text.length < 100
  const counted = block.number !== null || headingNumber(block.text.slice(0, 40)).number !== null
  if (pages === null || !counted || !goesOn || listMark(line.text) !== undefined) return false
  if (/^(?:report|to |presented|lead)/i.test(line.text)) return false
  block.text = `${block.text.slice(0, -pages[0].length)} ${line.text} ${pages[1] ?? ''}`
  block.end = line.end
  open.last = line
  return true
}

/** A heading in capitals or with #, broken over two lines. */
function wrappedHeading(work: Work, open: Open, line: Line): boolean {
  if (line.gap || line.pageBreak || open.block.type !== 'heading' || open.block.text.length > 300)
    return false
  const sameDress =
    line.bold === open.last.bold &&
    line.text === line.text.toUpperCase() &&
    open.block.text === open.block.text.toUpperCase()
  const dated = /^\p{L}+ \d{4}\b|^\d{4}\b/u.test(line.text) && wasBroken(open.block.text, line.text)
  const hung =
    dated ||
    (open.block.number !== null &&
      line.indent > open.last.indent &&
      /^["“‘'(]?[a-z]/.test(line.text) &&
      !endsSentence(open.block.text))
  const broken = hung || (work.setting.runs.has(open.last) && open.last.heading === null && !open.last.bold)
  if (!broken && (!stopsMidway(open.block.text) || !sameDress || open.last.heading !== null)) return false
  if (listMark(line.text) !== undefined || work.setting.width < 0) return false
  extend(open, line)
  return true
}

function openText(open: Open): string {
  const item = open.items.at(-1)?.item
  if (item !== undefined) return item.text
  return open.block.type === 'heading' || open.block.type === 'paragraph' ? open.block.text : ''
}

function extend(open: Open, line: Line): void {
  const broken = /[A-Za-z]-$/.test(open.last.text.slice(-2)) && /^[A-Za-z]/.test(line.text)
  const join = (text: string): string => (broken ? `${text}${line.text}` : `${text} ${line.text}`)
  const item = open.items.at(-1)?.item
  if (item !== undefined) item.text = join(item.text)
  else if (open.block.type === 'heading' || open.block.type === 'paragraph')
    open.block.text = join(open.block.text)
  open.block.end = line.end
  open.last = line
}

function addLine(work: Work, line: Line, next: Line | undefined): void {
  const place = { page: line.page, start: line.start, end: line.end }
  const mark = line.heading === null ? listMark(line.text) : undefined
  const counted = mark === undefined ? undefined : numberInBrackets(work, line, mark)
  const bracketed =
    mark === undefined || counted !== undefined ? undefined : titleInBrackets(line, mark, next)
  if (mark !== undefined && counted === undefined && bracketed === undefined) return addItem(work, line, mark)
  if (bracketed !== undefined)
    return push(work, line, {
      type: 'heading',
      level: 2,
      text: bracketed.rest,
      number: bracketed.number,
      ...place,
    })
  const level = counted !== undefined || countsOn(work, line) ? null : isHeading(line, next, work.setting)
  if (level !== null) {
    const { number, rest } = headingNumber(line.text)
    const text = rest.replace(/:$/, '')
    return push(work, line, { type: 'heading', level, text, number, ...place })
  }
  const numbered = counted ?? paragraphNumber(line.text)
  push(work, line, {
    type: 'paragraph',
    text: numbered?.rest ?? line.text,
    number: numbered?.number ?? null,
    quote: line.italic,
    ...place,
  })
}

/** The next number straight under a short numbered line: the last of its run is no heading over what follows. */
function countsOn(work: Work, line: Line): boolean {
  const before = work.blocks.at(-1)
  if (
    before?.type !== 'paragraph' ||
    before.number === null ||
    line.gap ||
    line.bold ||
    line.heading !== null
  )
    return false
  const own = paragraphNumber(line.text)?.number
  return own !== undefined && before.text.length < 100 && Number(own) === Number(before.number) + 1
}

function push(work: Work, line: Line, block: Block): void {
  work.blocks.push(block)
  work.open = { block, last: line, items: [] }
}

/**
 * "(1) The Commissioner spoke …": a paragraph of its own with its number in brackets, set apart from what is round it.
 * After words that lead in to a list, or within one, it is an item.
 */
function numberInBrackets(
  work: Work,
  line: Line,
  mark: { marker: string; rest: string },
): { number: string; rest: string } | undefined {
  const number = /^\((\d{1,3})\)$/.exec(mark.marker)?.[1]
  const before = work.blocks.at(-1)
  if (number === undefined || !line.gap || before === undefined || before.type === 'list') return undefined
  const said = before.type === 'table' ? '' : before.text
  const leads = /[:–—-]$|\b(?:that|to|and)$|^\W*(?:resolved|agreed|decisions?|recommend\w+)\b/i.test(said)
  const next = before.type === 'paragraph' && Number(before.number) === Number(number) - 1
  const opens = number === '1' && (before.type === 'heading' || /^\(.*\)$/.test(said))
  if ((leads && before.type !== 'heading') || /^resolved|^agreed/i.test(said)) return undefined
  const sentence = /^\p{Lu}.{20,}[.:?]["”’)]*$/u.test(mark.rest) || mark.rest.length > 60
  return sentence && (next || opens) ? { number, rest: mark.rest } : undefined
}

/** "(23) Estates" set apart over a sentence: a heading with its number in brackets. */
function titleInBrackets(
  line: Line,
  mark: { marker: string; rest: string },
  next: Line | undefined,
): { number: string; rest: string } | undefined {
  const number = /^\((\d{1,3})\)$/.exec(mark.marker)?.[1]
  const listed = /^\(?[a-z]\)/.test(next?.text ?? '') ? undefined : listMark(next?.text ?? '')
  const over = line.gap && next?.gap === true && next.cells === null && listed === undefined
  if (number === undefined || !over || mark.rest.length > 90 || /[.;:,]$/.test(mark.rest)) return undefined
  const sentence =
    next.text.length > mark.rest.length + 10 && (endsSentence(next.text) || next.text.length > 55)
  const again = /^\(\d/.test(next.text)
  return sentence && !again && /^\p{Lu}/u.test(mark.rest) ? { number, rest: mark.rest } : undefined
}

function addItem(work: Work, line: Line, mark: { marker: string; ordered: boolean; rest: string }): void {
  const item: ListItem = { marker: mark.marker, text: mark.rest, items: [] }
  const { open } = work
  if (open?.block.type !== 'list' || startsAnother(open, mark, line)) {
    push(work, line, {
      type: 'list',
      ordered: mark.ordered,
      items: [item],
      page: line.page,
      start: line.start,
      end: line.end,
    })
    work.open?.items.push({ item, indent: line.indent })
    return
  }
  const { block } = open
  const deeper = open.items
  while (deeper.length > 0 && (deeper.at(-1)?.indent ?? 0) >= line.indent) deeper.pop()
  // Word and HTML go nine deep; a file that goes on for ever must not.
  deeper.length = Math.min(deeper.length, DEEPEST - 1)
  const parent = deeper.at(-1)?.item
  ;(parent?.items ?? block.items).push(item)
  deeper.push({ item, indent: line.indent })
  block.end = line.end
  open.last = line
}

/** Whether an item begins a new list instead of going on with the open one. */
function startsAnother(open: Open, mark: { marker: string; ordered: boolean }, line: Line): boolean {
  if (open.block.type !== 'list') return true
  const depth = open.items.some(({ indent }) => indent < line.indent)
  if (depth) return false
  if (mark.ordered !== open.block.ordered) return true
  return (
    mark.ordered &&
    /^\(?(?:a|1|i)[.)]/.test(mark.marker) &&
    !(open.block.items.length > 7 && mark.marker.includes('i'))
  )
}
