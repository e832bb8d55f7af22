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
  const exact = text.indexOf(words, from)
  if (exact >= 0 && exact + words.length <= to) return { start: exact, end: exact + words.length }
  const wanted = words.replace(/\s+/g, '')
  if (wanted === '') return undefined
  // Where only white space differs (a no-break space, a line end) nothing else may stand between the words.
  const spaced = wanted.length > 3 ? apartFromSpace(text, wanted, from, to) : undefined
  if (spaced !== undefined) return spaced
  let best: { start: number; end: number } | undefined
  for (let begin = from; begin < to; begin += 1) {
    if (text[begin] !== wanted[0]) continue
    const end = follow(text, wanted, begin, to)
    if (end !== undefined && (best === undefined || end - begin < best.end - best.start)) {
      best = { start: begin, end }
      if (end - begin <= words.length + 8) return best
    }
  }
  return best
}

function apartFromSpace(
  text: string,
  wanted: string,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  for (let begin = text.indexOf(wanted.charAt(0), from); begin >= 0 && begin < to; ) {
    const end = follow(text, wanted, begin, to, 0)
    if (end !== undefined) return { start: begin, end }
    begin = text.indexOf(wanted.charAt(0), begin + 1)
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
