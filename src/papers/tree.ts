/** The tree that every reader of a form (text, Markdown, PDF) makes, and how words of a block are found again in the text. */
import type { Block, ListItem, Warning } from './reading.ts'

/**
 * A line as it was set, before lines become blocks. A reader of a form makes these; `blocksOf` (blocks.ts) makes
 * blocks of them, so that text and PDF come out alike.
 */
export type Line = {
  /** The words as shown: inline markup stripped, white space single. */
  text: string
  /** Offsets of the line in the whole text. */
  start: number
  end: number
  page: number | null
  /** How far in it begins, in columns of a character. */
  indent: number
  /** The whole line is bold, or in italics. */
  bold: boolean
  italic: boolean
  /** The level, where the form itself says that this is a heading (Markdown #, a larger font). */
  heading: 1 | 2 | 3 | 4 | 5 | 6 | null
  /** The cells, where the line is a row of a table. */
  cells: string[] | null
  /** Space stands before it: a blank line, a larger gap, a rule. */
  gap: boolean
  /** The line was ended on purpose: what follows is another paragraph (Markdown's two spaces). */
  hardBreak: boolean
  /** Something that ends a page stood before it, so a paragraph may go on here. */
  pageBreak: boolean
  /** Which table of the document a row is of, where the form says; rows of two tables never come together. */
  table?: number
}

/** What a reader of a form returns. `text` is the decoded text that all offsets index. */
export type Tree = {
  text: string
  blocks: Block[]
  warnings: Warning[]
  /** What the file calls the document outside of its words, as HTML's title does. */
  title?: string
}

const itemText = (item: ListItem): string => [item.text, ...item.items.map(itemText)].join('\n')

/** All words of a block as plain text: of a list its items a line each, of a table its rows a line each. */
export function wordsOf(block: Block): string {
  if (block.type === 'list') return block.items.map(itemText).join('\n')
  if (block.type === 'table') return [block.columns, ...block.rows].map((row) => row.join(' ')).join('\n')
  return block.text
}

/**
 * Finds words in the text between two offsets, though markup, line breaks or furniture may stand between them there.
 * Returns the offsets of their first and last character, or undefined when they are not all there in this order.
 */
export function locate(
  text: string,
  words: string,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  const limit = Math.min(to, from + FAR + words.length)
  const exact = text.slice(from, limit).indexOf(words)
  if (exact >= 0) return { start: from + exact, end: from + exact + words.length }
  const wanted = words.replace(/\s+/g, '')
  if (wanted === '') return undefined
  const near = Math.min(to, from + NEAR)
  const last = Math.min(to, near + 2 * words.length + 1000)
  // Where only white space differs (a no-break space, a line end) nothing else may stand between the words.
  const spaced = wanted.length > 3 ? apartFromSpace(text, wanted, from, near, last) : undefined
  if (spaced !== undefined) return spaced
  let best: { start: number; end: number } | undefined
  for (let begin = from; begin < near; begin += 1) {
    if (text[begin] !== wanted[0]) continue
    const end = follow(text, wanted, begin, last)
    if (end !== undefined && (best === undefined || end - begin < best.end - best.start)) {
      best = { start: begin, end }
      if (end - begin <= words.length + 8) return best
    }
    if (best !== undefined && begin > best.end + CLOSER) return best
  }
  return best
}

/**
 * How far after `from`, in characters, words are looked for: quotes are looked for in order, so what stands farther off
 * is not meant; and a table of a hundred thousand rows must not be searched whole for each of them.
 */
const FAR = 40_000
const NEAR = 20_000
/** How far after a place that fits a closer one is looked for. */
const CLOSER = 2000

function apartFromSpace(
  text: string,
  wanted: string,
  from: number,
  near: number,
  last: number,
): { start: number; end: number } | undefined {
  const part = text.slice(from, near)
  for (let at = part.indexOf(wanted.charAt(0)); at >= 0; at = part.indexOf(wanted.charAt(0), at + 1)) {
    const end = follow(text, wanted, from + at, last, 0)
    if (end !== undefined) return { start: from + at, end }
  }
  return undefined
}

function follow(text: string, wanted: string, begin: number, to: number, most = 400): number | undefined {
  let position = begin
  let skipped = 0
  for (const character of wanted) {
    while (position < to && text[position] !== character) {
      if (/\S/.test(text[position] ?? '')) skipped += 1
      position += 1
      if (skipped > most) return undefined
    }
    if (position >= to) return undefined
    position += 1
  }
  return position
}

/** The part of a tree from one block up to another, as a tree of its own: its offsets index its own text. */
export function partOf(tree: Tree, from: number, to: number): Tree {
  const base = tree.blocks[from]?.start ?? tree.text.length
  const last = tree.blocks[to]?.start ?? tree.text.length
  const moved = <T extends { start: number; end: number }>(placed: T): T => ({
    ...placed,
    start: placed.start - base,
    end: placed.end - base,
  })
  return {
    text: tree.text.slice(base, last),
    blocks: tree.blocks.slice(from, to).map(moved),
    warnings: tree.warnings.filter((warning) => warning.start >= base && warning.start < last).map(moved),
  }
}
