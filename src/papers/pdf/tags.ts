/** Makes pieces of a page by the structure tree of a tagged PDF, where the tree tells of nearly all its words and of more than single rows. */
import { greatest, least } from '../extent.ts'
import type { Fonts } from './fonts.ts'
import type { Element, Page, Run } from './page.ts'
import { type Leading, paragraphsOf } from './paragraphs.ts'
import { MARK, PAGES, type Piece, type TextPiece } from './pieces.ts'
import { type Row, rowsOf, rowText } from './rows.ts'

type Work = {
  page: number
  marks: ReadonlyMap<string, Run[]>
  fonts: Fonts
  leading: Leading
  limit: number
  left: number
  pieces: Piece[]
}

const LEVELS: Readonly<Record<string, TextPiece['level']>> = {
  Title: 1,
  H1: 1,
  H2: 2,
  H3: 3,
  H4: 4,
  H5: 5,
  H6: 6,
}
/** Elements that hold others and are no words of their own. */
const HOLDERS = new Set([
  'Root',
  'Document',
  'DocumentFragment',
  'Part',
  'Art',
  'Sect',
  'Div',
  'Aside',
  'NonStruct',
  'TOC',
  'BlockQuote',
  'Index',
  'Private',
])
const INLINE = new Set([
  'Span',
  'Link',
  'Em',
  'Strong',
  'Quote',
  'Code',
  'Reference',
  'Annot',
  'Lbl',
  'Sub',
  'Sup',
  'Note',
  'FENote',
  'BibEntry',
  'Ruby',
  'Warichu',
  'Formula',
])

/** The pieces that the structure tells of; undefined when there is none, or it leaves out or breaks up too much to be followed. */
export function taggedPieces(
  page: Page,
  runs: readonly Run[],
  fonts: Fonts,
  leading: Leading,
): Piece[] | undefined {
  if (page.structure === null || runs.length === 0) return undefined
  const named = new Set<string>()
  collect(page.structure, named)
  const all = length(runs)
  const told = runs.filter((run) => run.mark !== null && named.has(run.mark))
  if (length(told) < all * 0.92) return undefined
  const marks = Map.groupBy(told, (run) => run.mark ?? '')
  const limit = greatest(runs.map((run) => run.x + run.width))
  const left = least(runs.map((run) => run.x))
  const work: Work = { page: page.number, marks, fonts, leading, limit, left, pieces: [] }
  walk(work, page.structure, 0)
  return brokenUp(work) ? undefined : work.pieces
}

const length = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.text.length, 0)

function collect(element: Element, into: Set<string>): void {
  for (const child of element.content) {
    if (typeof child === 'string') into.add(child)
    else collect(child, into)
  }
}

/** Some programs call each row a paragraph: then many "paragraphs" are full rows that end no sentence. */
function brokenUp(work: Work): boolean {
  const plain = work.pieces.filter(
    (piece): piece is TextPiece => piece.type === 'text' && piece.level === null,
  )
  const broken = plain.filter(
    (piece) => piece.full && !piece.text.includes('\n') && !/[.!?:;]["”’)]*$/.test(piece.text),
  )
  return broken.length > 4 && broken.length > plain.length * 0.3
}

/** Takes the pieces of an element in order; loose words between elements are gathered as if they were a paragraph. */
function walk(work: Work, element: Element, depth: number): void {
  const { role } = element
  const level = LEVELS[role]
  if (role === 'Table') return table(work, element)
  if (role === 'L') return list(work, element, depth)
  if (level !== undefined || role === 'H') return words(work, runsIn(work, element), { level: level ?? null })
  if (role === 'Figure') return
  let loose: Run[] = []
  const flush = () => {
    words(work, loose, {})
    loose = []
  }
  for (const child of element.content) {
    if (typeof child === 'string') for (const run of work.marks.get(child) ?? []) loose.push(run)
    else if (INLINE.has(child.role) && !holdsBlocks(child))
      for (const run of runsIn(work, child)) loose.push(run)
    else {
      flush()
      walk(work, child, depth)
    }
  }
  flush()
}

const holdsBlocks = (element: Element): boolean =>
  element.content.some(
    (child) => typeof child !== 'string' && (!INLINE.has(child.role) || holdsBlocks(child)),
  )

function runsIn(work: Work, element: Element): Run[] {
  return element.content.flatMap((child) =>
    typeof child === 'string' ? (work.marks.get(child) ?? []) : runsIn(work, child),
  )
}

type Dress = { level?: TextPiece['level']; before?: string; x?: number }

function words(work: Work, runs: readonly Run[], dress: Dress): void {
  if (runs.length === 0) return
  const rows = rowsOf(work.page, runs, work.fonts)
  const made =
    dress.level === undefined ? paragraphsOf(rows, work.leading, work.limit, true) : [whole(rows, work)]
  made.forEach((piece, index) => {
    const lead = index === 0 && dress.before !== undefined && dress.before !== '' ? `${dress.before} ` : ''
    work.pieces.push({
      ...piece,
      text: lead + piece.text,
      level: dress.level ?? null,
      x: dress.x ?? piece.x,
      gap: index === 0,
    })
  })
}

/** All rows of a heading as one. */
function whole(rows: readonly Row[], work: Work): TextPiece {
  const [first] = rows
  return {
    type: 'text',
    page: work.page,
    text: rows.map(rowText).join('\n'),
    x: first?.x ?? 0,
    size: first?.size ?? 0,
    bold: rows.every((row) => row.bold),
    italic: rows.every((row) => row.italic),
    level: null,
    gap: true,
    full: false,
  }
}

const STEP = 18

function list(work: Work, element: Element, depth: number): void {
  for (const child of element.content) {
    if (typeof child === 'string') words(work, work.marks.get(child) ?? [], {})
    else if (child.role === 'L') list(work, child, depth + 1)
    else if (child.role === 'LI') item(work, child, depth)
    else words(work, runsIn(work, child), {})
  }
}

/** An item: its mark as printed, or a bullet when the file draws none, its words, then what stands deeper. */
function item(work: Work, element: Element, depth: number): void {
  const parts = flattened(element)
  const mark = parts
    .filter((part) => typeof part !== 'string' && part.role === 'Lbl')
    .flatMap((part) => (typeof part === 'string' ? [] : runsIn(work, part)))
  const label = rowsOf(work.page, mark, work.fonts).map(rowText).join(' ')
  let loose: Run[] = []
  let begun = false
  const x = work.left + depth * STEP
  const flush = () => {
    if (loose.length === 0) return
    const marked = label !== '' || MARK.test(loose[0]?.text.trim().split(/\s/)[0] ?? '')
    // An item that a page broke has its mark on the page before.
    const goesOn = label === '' && work.pieces.length === 0
    words(work, loose, {
      x: begun ? x + STEP / 2 : x,
      ...(begun || goesOn ? {} : { before: marked ? label : '•' }),
    })
    begun = true
    loose = []
  }
  for (const part of parts) {
    if (typeof part === 'string') for (const run of work.marks.get(part) ?? []) loose.push(run)
    else if (part.role === 'L') {
      flush()
      list(work, part, depth + 1)
    } else if (part.role === 'Table') {
      flush()
      table(work, part)
    } else if (part.role !== 'Lbl') {
      if (!INLINE.has(part.role)) flush()
      for (const run of runsIn(work, part)) loose.push(run)
    }
  }
  flush()
}

/** What stands in an item, with the wrappers of its body taken off. */
function flattened(element: Element): (Element | string)[] {
  return element.content.flatMap((child) => {
    if (typeof child === 'string') return [child]
    const wrapper =
      child.role === 'LBody' ||
      HOLDERS.has(child.role) ||
      ((child.role === 'P' || child.role === 'Span') && holdsBlocks(child))
    return wrapper ? flattened(child) : [child]
  })
}

function rowsIn(element: Element): Element[] {
  return element.content.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.role === 'TR') return [child]
    return ['THead', 'TBody', 'TFoot'].includes(child.role) ? rowsIn(child) : []
  })
}

function table(work: Work, element: Element): void {
  for (const child of element.content) {
    if (typeof child !== 'string' && child.role === 'Caption') words(work, runsIn(work, child), {})
  }
  const rows = rowsIn(element).map((row) => {
    const cells = row.content.filter((child): child is Element => typeof child !== 'string')
    return {
      cells: cells.map((cell) => rowsOf(work.page, runsIn(work, cell), work.fonts)),
      heads: cells.length > 0 && cells.every((cell) => cell.role === 'TH'),
    }
  })
  const texts = rows.map((row) => row.cells.map((cell) => cell.map(rowText).join('\n')))
  if (isLayout(texts))
    return layout(
      work,
      rows.map((row) => row.cells),
      texts,
    )
  let opens = true
  rows.forEach((row, index) => {
    const cells = texts[index] ?? []
    // A row that a page broke is told on both pages, on one of them without words.
    if (cells.every((cell) => cell === '')) return
    const bold = row.heads || row.cells.flat().every((each) => each.bold)
    work.pieces.push({ type: 'row', page: work.page, cells, bold, opens })
    opens = false
  })
}

/** Frames and agendas are often set as tables: one cell a row, or a number, a title and its pages. */
function isLayout(rows: readonly string[][]): boolean {
  const filled = rows.map((row) => row.filter((cell) => cell !== ''))
  if (filled.every((row) => row.length < 2)) return true
  const items = filled.filter(
    (row) => MARK.test(row[0] ?? '') && (row.length === 2 || (row.length === 3 && PAGES.test(row[2] ?? ''))),
  )
  return items.length >= filled.length * 0.6
}

function layout(work: Work, cells: readonly Row[][][], texts: readonly string[][]): void {
  cells.forEach((row, index) => {
    const filled = row.filter((cell) => cell.length > 0)
    const text = (texts[index] ?? []).filter((cell) => cell !== '').join(' ')
    if (filled.length > 0)
      work.pieces.push({
        ...whole(filled.flat(), work),
        text,
        bold: filled.flat().every((each) => each.bold),
      })
  })
}
