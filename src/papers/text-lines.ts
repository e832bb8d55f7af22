/** Cuts decoded text or Markdown into lines with their offsets, without furniture. */
import { isFurniture, withoutTrailingFurniture } from './furniture.ts'
import { plain, setApart } from './inline.ts'
import type { Warning } from './reading.ts'
import type { Line } from './tree.ts'

type Raw = { words: string; start: number; end: number; broken: boolean }

/** Lines end at CRLF, LF, CR or a form feed, which also ends a page. */
function* rawLines(text: string): Generator<Raw> {
  const ending = /\r\n|[\n\r\f\u2028\u2029\u0085]/g
  let start = 0
  let broken = false
  for (const match of text.matchAll(ending)) {
    yield { words: text.slice(start, match.index), start, end: match.index, broken }
    broken = match[0] === '\f'
    start = match.index + match[0].length
  }
  if (start < text.length) yield { words: text.slice(start), start, end: text.length, broken }
}

/** "**3 MINUTES** - Resolved …": a numbered title in capitals, and what was minuted, on one line. */
const LED =
  /^(\s*(?:\*\*)?\d{1,4}\.?\s+(?:[A-Z][A-Z’',&/()-]*\s+){0,14}[A-Z][A-Z’',&/()-]*(?:\*\*)?)\s+[-–—]\s+(?=(?:\*\*)?[A-Z][a-z]|(?:\*\*)?RESOLVED)/

/** Two bold headings that a converter ran together on one line ("**A****B**") are two lines. */
function* parted(text: string): Generator<Raw> {
  for (const raw of rawLines(text)) {
    const lead = LED.exec(raw.words)?.[1]
    if (lead !== undefined) {
      yield { ...raw, words: lead, end: raw.start + lead.length }
      const from = raw.words.length - raw.words.slice(lead.length).replace(/^\s+[-–—]\s+/, '').length
      yield { ...raw, words: raw.words.slice(from), start: raw.start + from, broken: false }
      continue
    }
    const seam = /^\s*\*\*[^*].*[^*]\*\*\*\*[^*].*[^*]\*\*\s*$/.test(raw.words)
      ? raw.words.indexOf('****') + 2
      : -1
    if (seam < 2) yield raw
    else {
      yield { ...raw, words: raw.words.slice(0, seam), end: raw.start + seam }
      yield { ...raw, words: raw.words.slice(seam), start: raw.start + seam, broken: false }
    }
  }
}

/** Items of a list that a conversion ran together on one line, in the midst of a list: "… and crime. - A board that …". */
function partedItems(raws: readonly Raw[]): Raw[] {
  let lastItem = Number.NEGATIVE_INFINITY
  return raws.flatMap((raw, index) => {
    if (/^\s*- \S/.test(raw.words)) lastItem = index
    if (index - lastItem > 3) return [raw]
    const cuts = [...raw.words.matchAll(/(?<=[a-z)][.;]) (?=- \p{Lu})/gu)].map((cut) => cut.index)
    if (cuts.length > 0) lastItem = index
    return [...cuts, raw.words.length].map((end, part) => {
      const from = part === 0 ? 0 : (cuts[part - 1] ?? 0) + 1
      const broken = part === 0 && raw.broken
      return { words: raw.words.slice(from, end), start: raw.start + from, end: raw.start + end, broken }
    })
  })
}

const RULE = /^(?:[-*_=–—] ?){3,}$/
const BARE_NUMBER = /^\d{1,4}$/
const ITEM_HEAD = /^(?:minute )?(?:agenda )?item:? (?:no\.? ?)?\d{1,3}[a-z]?$/i

const indentOf = (words: string): number => {
  const lead = /^[\s\u00a0]*/.exec(words)?.[0] ?? ''
  return lead.replace(/\t/g, '    ').length
}

const LEVELS = [1, 2, 3, 4, 5, 6] as const

const headingOf = (marked: string): { level: Line['heading']; rest: string } => {
  const match = /^(#{1,6})(?:\s+|(?=\*))(.*?)(?:\s+#+)?$/.exec(marked)
  const level = LEVELS[(match?.[1]?.length ?? 0) - 1]
  return match === null || level === undefined
    ? { level: null, rest: marked }
    : { level, rest: match[2] ?? '' }
}

/** Sets the cells of tab separated and pipe separated rows; runs of spaces are looked at with their neighbours. */
function cellsOf(words: string): string[] | null {
  const trimmed = words.trim().replace(/^[-*]\s+(?=\|)/, '')
  if (/^\|.*\|$/.test(trimmed) || /[^|]\s\|\s[^|]/.test(trimmed) || /\S \|$/.test(trimmed)) {
    const cells = trimmed
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split(/(?<!\\)\|/)
    if (cells.length >= 2) return cells.map((cell) => cell.trim())
  }
  const inner = words.replace(/^\s+/, '').trimEnd()
  const bulleted = /^(?!no\.)(?:[-*•·▪◦o]|\(?[\da-z]{1,4}[.)])\t\S/i.test(inner)
  if (inner.includes('\t') && !bulleted) return inner.split('\t').map((cell) => cell.trim())
  return null
}

/** "A G E N D A" is a word that was set wide. */
const closedUp = (words: string): string =>
  /^(?:\*\*)?(?:\p{Lu} ){3,}\p{Lu}(?: {2,}(?:\p{Lu} ){2,}\p{Lu})*(?:\*\*)?$/u.test(words)
    ? words.replace(/(?<=\p{Lu}) (?=\p{Lu})/gu, '').replace(/ {2,}/g, ' ')
    : words

function lineOf(raw: Raw, page: number | null, gap: boolean, pageBreak: boolean): Line {
  const marked = raw.words.replace(/[\u00a0\u2007\u202f]/g, ' ')
  const quoted = marked.trim().replace(/^>\s?/, '')
  // The head of a column at the right, over the initials of who is to act, is no part of the title beside it.
  const { level, rest } = headingOf(closedUp(quoted).replace(/(?<=\S)(?:\s{3,200}|\t)ACTION(?: BY)?$/i, ''))
  const apart = setApart(rest)
  const lead = raw.words.length - raw.words.trimStart().length
  const cells = level === null ? cellsOf(marked) : null
  return {
    text: withoutTrailingFurniture(plain(rest)),
    start: raw.start + lead,
    end: raw.start + raw.words.trimEnd().length,
    page,
    indent: indentOf(marked),
    bold: apart.bold,
    italic: apart.italic,
    heading: level,
    cells: cells === null ? null : cells.map((cell) => withoutTrailingFurniture(plain(cell))),
    gap,
    hardBreak: marked.endsWith('  ') || marked.endsWith('\\'),
    pageBreak,
  }
}

/**
 * The lines of the text that are part of the document. Blank lines, rules and furniture are dropped and noted on the
 * next line as `gap` or `pageBreak`. Pages are counted where form feeds end them, and are null elsewhere.
 */
export function linesOf(text: string): { lines: Line[]; warnings: Warning[] } {
  const paged = text.includes('\f')
  const raws = partedItems([...parted(text)])
  const numbers = pageNumbers(raws)
  const heads = runningHeads(raws)
  const lines: Line[] = []
  let page = 1
  let gap = false
  let pageBreak = false
  for (const raw of raws) {
    if (raw.broken) {
      page += 1
      pageBreak = true
      gap = true
    }
    const words = plain(raw.words)
    if (words === '' || words === '#' || RULE.test(raw.words.trim())) {
      gap = true
      continue
    }
    if (isFurniture(words) || numbers.has(raw.start) || heads.has(words.toLowerCase())) {
      pageBreak = true
      gap = true
      continue
    }
    lines.push(lineOf(raw, paged ? page : null, gap, pageBreak))
    gap = false
    pageBreak = false
  }
  return { lines: withSpacedRows(lines, text), warnings: [] }
}

const SPACED = /(?<=\S) {3,}(?=\S)|(?<=[^\s.?!:;]) {2}(?=\S)/g

/** The cells of a line whose words stand apart in columns of spaces; the mark at its beginning is not a cell. */
function spacedCells(words: string): string[] | null {
  const mark =
    /^\s*(?:[-*•·▪]|\d{1,4}(?:[./]\d{1,4}){1,3}[.)]?|\(?[\dA-Za-z]{1,4}[.)]|\d{1,3}[a-z]?|[A-Z]\d{1,2})\s+/.exec(
      words,
    )?.[0] ??
    /^\s*/.exec(words)?.[0] ??
    ''
  const rest = words.slice(mark.length).trimEnd()
  const cells = rest.split(SPACED)
  if (cells.length < 2) return null
  return [`${mark}${cells[0] ?? ''}`, ...cells.slice(1)].map((cell) => plain(cell))
}

/** A row that begins with a tab under a row of a table has an empty first cell. */
function indentedRow(line: Line, before: Line | undefined, text: string): Line {
  const from = text.lastIndexOf('\n', line.start - 1) + 1
  const lead = text.slice(from, line.start)
  const below =
    before !== undefined &&
    !line.gap &&
    text.slice(text.lastIndexOf('\n', before.start - 1) + 1, before.end).includes('\t')
  if (!below || line.cells !== null || line.heading !== null || !/^\t+$/.test(lead)) return line
  return { ...line, cells: [...Array.from<string>({ length: lead.length }).fill(''), line.text] }
}

/** Rows set with runs of spaces: at least two lines together with as many cells each. */
function withSpacedRows(lines: readonly Line[], text: string): Line[] {
  const spaced = lines.map((line) =>
    line.cells === null && line.heading === null ? spacedCells(text.slice(line.start, line.end)) : null,
  )
  return lines.map((line, index) => {
    const cells = spaced[index] ?? null
    if (cells === null) return indentedRow(line, lines[index - 1], text)
    const alike = (other: number): boolean => spaced[other]?.length === cells.length
    return alike(index - 1) || alike(index + 1) ? { ...line, cells } : line
  })
}

/**
 * Where the page numbers stand: numbers alone on a line beside a form feed, or counting up by one with a page's worth
 * of words between them. Other lone numbers may be cells of a table and stay.
 */
function pageNumbers(raws: readonly Raw[]): Set<number> {
  const found = new Set<number>()
  let before: { value: number; raw: Raw } | undefined
  raws.forEach((raw, index) => {
    const words = raw.words.trim()
    if (!BARE_NUMBER.test(words)) return
    const value = Number(words)
    let at = index + 1
    while (at < raws.length && raws[at]?.broken === false && raws[at]?.words.trim() === '') at += 1
    const next = raws[at]
    if (raw.broken || next?.broken === true) found.add(raw.start)
    if (before !== undefined && value === before.value + 1 && raw.start - before.raw.end > 400) {
      found.add(before.raw.start).add(raw.start)
    }
    before = { value, raw }
  })
  return found
}

/** "Item 3" alone on a line is a running head when it recurs; alone it may say which item the paper belongs to. */
function runningHeads(raws: readonly Raw[]): Set<string> {
  const seen = new Map<string, number>()
  for (const raw of raws) {
    const words = plain(raw.words).toLowerCase()
    if (ITEM_HEAD.test(words)) seen.set(words, (seen.get(words) ?? 0) + 1)
  }
  return new Set([...seen].filter(([, times]) => times > 1).map(([words]) => words))
}
