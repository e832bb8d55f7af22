/**
 * The paragraphs, lists and tables of a paper or of minutes as pages print them: in order, each with the permalink that
 * others may cite, with the number as printed and the page it stands on.
 */
import { slug, stored } from '../../../lib/index.ts'
import type { Block, ListItem, Warning } from '../../../papers/index.ts'
import type { Paragraph } from '../../../record/index.ts'
import { paragraphAnchor, tableAnchor } from '../anchors.ts'

export type ShownItem = { marker: string; text: string; items: ShownItem[] }

export type ShownBlock = {
  anchor: string
  page: number | null
  /** What could not be read here, in plain words. */
  notes: string[]
  /** Only where the words are Welsh: pages are in English unless they say otherwise (WCAG 3.1.2). */
  lang?: 'cy'
} & (
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; number: string | null; text: string; quote: boolean }
  | { type: 'list'; ordered: boolean; items: ShownItem[] }
  | { type: 'table'; title: string | null; columns: string[]; rows: string[][]; rowHeaders: boolean }
)

/** How the paragraphs of one page are addressed. Tables are counted over the whole page, so the count is handed on. */
export type Anchoring = {
  /** The anchor of a numbered paragraph. */
  numbered: (number: string) => string
  /** What unnumbered paragraphs before any heading are called: 'start', 'minute-328'. */
  start: string
  /** Tables seen before, and anchors that are taken. */
  tables: number
  taken: Set<string>
}

/** Addresses for a paper: p37, table-2, and by their heading for what has no number: introduction-2. */
export const paperAnchoring = (): Anchoring => ({
  numbered: paragraphAnchor,
  start: 'start',
  tables: 0,
  taken: new Set(),
})

/** The blocks with their permalinks. Mutates nothing but the count and the taken anchors of `anchoring`. */
export function anchored(
  blocks: readonly Block[],
  anchoring: Anchoring,
  warnings: readonly Warning[] = [],
): ShownBlock[] {
  let under = anchoring.start
  let last = anchoring.start
  let unnumbered = 0
  return blocks.map((block) => {
    const notes = warnings.filter((warning) => isIn(warning, block)).map(inPlainWords)
    if (block.type === 'heading') {
      under = slug(block.text) || anchoring.start
      unnumbered = 0
    } else if (block.type === 'paragraph' && block.number === null) unnumbered += 1
    const wanted = wantedAnchor(block, { under, last, unnumbered }, anchoring)
    const anchor = free(wanted, anchoring.taken)
    if (block.type === 'paragraph' || block.type === 'heading') last = anchor
    const own = block.lang === 'cy' ? { lang: block.lang } : {}
    return { ...shape(block), anchor, page: block.page, notes, ...own }
  })
}

const isIn = (warning: Warning, block: Block): boolean =>
  warning.start >= block.start && warning.start < Math.max(block.end, block.start + 1)

function wantedAnchor(
  block: Block,
  at: { under: string; last: string; unnumbered: number },
  anchoring: Anchoring,
): string {
  if (block.type === 'heading') return at.under
  if (block.type === 'list') return `${at.last}-list`
  if (block.type === 'table') {
    anchoring.tables += 1
    return tableAnchor(anchoring.tables)
  }
  return block.number === null ? `${at.under}-${at.unnumbered}` : anchoring.numbered(block.number)
}

/** The first to ask has the plain anchor, later ones are counted: p3, p3-again-2. */
function free(wanted: string, taken: Set<string>): string {
  let anchor = wanted
  for (let count = 2; taken.has(anchor); count += 1) anchor = `${wanted}-again-${count}`
  taken.add(anchor)
  return anchor
}

type Shape<T = ShownBlock> = T extends unknown ? Omit<T, 'anchor' | 'page' | 'notes' | 'lang'> : never

function shape(block: Block): Shape {
  if (block.type === 'heading') return { type: 'heading', level: block.level, text: headingText(block) }
  if (block.type === 'paragraph') {
    return { type: 'paragraph', number: block.number, text: block.text, quote: block.quote }
  }
  if (block.type === 'list')
    return { type: 'list', ordered: block.ordered, items: block.items.map(shownItem) }
  const { title, columns, rows, rowHeaders } = block
  return { type: 'table', title, columns, rows, rowHeaders }
}

const headingText = (block: { text: string; number: string | null }): string => {
  const text = block.text.replace(/[:.\s]+$/, '')
  return block.number === null || text.startsWith(block.number) ? text : `${block.number} ${text}`
}

/** A bullet before "a)" is the form's, not the paper's: the letter is what the paper printed. */
function shownItem({ marker, text, items }: ListItem): ShownItem {
  const [, printed, rest] = /^(\([a-z0-9]{1,4}\)|[a-z0-9]{1,3}[.)])\s+(\S.*)$/is.exec(text) ?? []
  const isBullet = !/[a-z0-9]/i.test(marker)
  const shown = isBullet && printed && rest ? { marker: printed, text: rest } : { marker, text }
  return { ...shown, items: items.map(shownItem) }
}

const PLAIN: Readonly<Record<string, string>> = {
  'list-empty-after-colon': 'The list after this colon is missing in the file we received.',
  'percentage-implausible': 'A figure here looks as if digits were lost in the file we received.',
  'heading-cut': 'This heading is cut short in the file we received.',
  'table-not-read': 'There is a table here that could not be read from the file; the file itself has it.',
}

/** What a warning of the reader says to someone who reads the paper. */
export const inPlainWords = (warning: Pick<Warning, 'code' | 'message'>): string =>
  PLAIN[warning.code] ?? warning.message

/** What search finds in blocks. A list belongs to the paragraph above it. */
export function searched(blocks: readonly ShownBlock[]): Paragraph[] {
  const found: Paragraph[] = []
  for (const block of blocks) {
    if (block.type === 'heading') continue
    if (block.type === 'paragraph') {
      found.push({ anchor: block.anchor, number: block.number, text: block.text })
      continue
    }
    const text = block.type === 'list' ? itemsText(block.items) : tableText(block)
    found.push({ anchor: block.anchor, number: null, text })
  }
  return found.filter((paragraph) => paragraph.text.trim() !== '')
}

const itemsText = (items: readonly ShownItem[]): string =>
  items.map((item) => [item.text, itemsText(item.items)].filter(Boolean).join(' ')).join(' ')

const tableText = (table: { title: string | null; columns: string[]; rows: string[][] }): string =>
  [table.title ?? '', ...table.columns, ...table.rows.flat()].filter(Boolean).join(' ')

const shownItemReader: stored.Reader<ShownItem> = (value, at = '') =>
  stored.fields({ marker: stored.text, text: stored.text, items: stored.list(shownItemReader) })(value, at)

const place = { anchor: stored.text, page: stored.orNull(stored.number), notes: stored.list(stored.text) }
const typed = stored.fields({ type: stored.oneOf('heading', 'paragraph', 'list', 'table') })
const heading = stored.fields({
  ...place,
  type: stored.oneOf('heading'),
  level: stored.number,
  text: stored.text,
})
const paragraph = stored.fields({
  ...place,
  type: stored.oneOf('paragraph'),
  number: stored.orNull(stored.text),
  text: stored.text,
  quote: stored.flag,
})
const list = stored.fields({
  ...place,
  type: stored.oneOf('list'),
  ordered: stored.flag,
  items: stored.list(shownItemReader),
})
const table = stored.fields({
  ...place,
  type: stored.oneOf('table'),
  title: stored.orNull(stored.text),
  columns: stored.list(stored.text),
  rows: stored.list(stored.list(stored.text)),
  rowHeaders: stored.flag,
})
const readers = { heading, paragraph, list, table }
const spoken = stored.fields({ lang: stored.orNull(stored.oneOf('cy')) })

/** Reads a stored block. */
export const shownBlock: stored.Reader<ShownBlock> = (value, at = '') => {
  const block = readers[typed(value, at).type](value, at)
  const { lang } = spoken(value, at)
  return lang === null ? block : { ...block, lang }
}
