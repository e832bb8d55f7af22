/** Makes one document of the pieces of an office file: places notes, sets the text that all offsets index, and makes its lines. */
import { blocksOf } from '../blocks.ts'
import { listMark } from '../marks.ts'
import type { Line, Tree } from '../tree.ts'
import { type Level, type ParagraphPiece, type Piece, type RowPiece, type Told, tidy } from './pieces.ts'
import { inOne } from './words.ts'

/** Takes pieces in reading order, notes for the end, and what is to be told; returns the tree. */
export function assemble(
  given: readonly Piece[],
  ending: readonly ParagraphPiece[],
  told: readonly Told[],
): Tree {
  const levelOf = levels(given)
  const setting: Setting = { text: '', lines: [] }
  const starts: number[] = []
  let waiting: ParagraphPiece[] = []
  for (const piece of given) {
    if (waiting.length > 0 && piece.type === 'paragraph' && !isListed(piece)) {
      for (const note of waiting) setParagraph(setting, note, null)
      waiting = []
    }
    const from = setting.lines.length
    if (piece.type === 'row') setRow(setting, piece)
    else setParagraph(setting, piece, levelOf(piece))
    starts.push(setting.lines[from]?.start ?? setting.text.length)
    for (const note of piece.notes) waiting.push(note)
  }
  for (const note of [...waiting, ...ending]) setParagraph(setting, note, null)
  const { text } = setting
  const { blocks, warnings } = blocksOf(withTabbedRows(setting.lines))
  const placed = told.map(({ code, message, piece }) => {
    const start = starts[piece] ?? text.length
    return { code, message, start, end: start }
  })
  return { text, blocks, warnings: [...placed, ...warnings] }
}

type Setting = { text: string; lines: Line[] }

/** An item of a list, after which another may come: a note waits until the list has ended. */
const isListed = ({ marker, lines, level }: ParagraphPiece): boolean =>
  level === null &&
  listMark(marker === null ? (lines[0]?.text ?? '') : `${knownMark(marker.printed)} x`) !== undefined

/** A long paragraph in a style of headings is set in it for its number; a heading has no sentences. */
const isTooLong = (piece: ParagraphPiece): boolean => {
  const words = piece.lines.map(({ text }) => text).join(' ')
  return words.length > 200 || (words.length > 60 && /[.;,]$/.test(words.trim()))
}

/** Levels as the styles say; in a file without styled headings, by the size of letters. */
function levels(pieces: readonly Piece[]): (piece: ParagraphPiece) => Level | null {
  const counts = new Map<number, number>()
  for (const piece of pieces) {
    if (piece.type === 'row' || piece.size === 0) continue
    const letters = piece.lines.reduce((sum, line) => sum + line.letters, 0)
    counts.set(piece.size, (counts.get(piece.size) ?? 0) + letters)
  }
  const body = [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0
  const larger = [...counts.keys()].filter((size) => size > body * 1.1).toSorted((one, other) => other - one)
  const ranks = [1, 2, 3, 4] as const
  return (piece) => {
    if (piece.level === null && (piece.marker !== null || piece.size <= body * 1.1)) return null
    if (piece.level !== null || isTooLong(piece)) return isTooLong(piece) ? null : piece.level
    if (piece.lines.every(({ text }) => !/\p{L}/u.test(text))) return null
    return ranks[Math.min(larger.indexOf(piece.size), 3)] ?? 4
  }
}

/** A number as printed, in a form in which a line of a text begins: "14" is "14." there. */
function knownMark(printed: string): string {
  if (/^\d{1,4}$|^[a-z]$|^[ivx]{1,4}$/.test(printed)) return `${printed}.`
  return /^(?:agenda )?(?:item|minute)(?: no\.?)? [\dA-Z/.]+[a-z]?$/i.test(printed) ? `${printed}:` : printed
}

/** Tabs stay until rows of columns set with them are found. */
const tidyTabs = (words: string): string =>
  words.includes('\t') ? words.split('\t').map(tidy).join('\t').trim() : tidy(words)

const BREAK = /^\t+/

function setParagraph(setting: Setting, piece: ParagraphPiece, level: Level | null): void {
  const lines = (level === null ? piece.lines : [inOne(piece.lines)]).filter(({ text }) => /\S/.test(text))
  lines.forEach((line, index) => {
    const marker = index === 0 ? piece.marker : null
    const led = BREAK.exec(line.text)?.[0].length ?? 0
    const words = marker === null && level === null ? tidyTabs(line.text) : tidy(line.text)
    const printed = marker === null ? words : `${marker.printed}${marker.space}${words}`
    if (setting.text !== '') setting.text += index === 0 && piece.gap ? '\n\n' : '\n'
    const start = setting.text.length
    setting.text += printed
    setting.lines.push({
      text: marker === null ? words : `${knownMark(marker.printed)} ${words}`,
      start,
      end: setting.text.length,
      page: piece.page,
      indent: piece.indent + led * 4,
      bold: line.letters > 0 && line.bold === line.letters,
      italic: line.letters > 0 && line.italic === line.letters,
      heading: level,
      cells: null,
      gap: index === 0 && piece.gap,
      hardBreak: index === lines.length - 1,
      pageBreak: false,
    })
  })
}

function setRow(setting: Setting, row: RowPiece): void {
  const before = setting.lines.at(-1)
  const opens = before?.table !== row.table
  if (setting.text !== '') setting.text += opens ? '\n\n' : '\n'
  const start = setting.text.length
  const cells = row.cells.map(tidy)
  setting.text += cells.join('\t')
  setting.lines.push({
    text: cells.join(' '),
    start,
    end: setting.text.length,
    page: row.page,
    indent: 0,
    bold: row.head,
    italic: false,
    heading: null,
    cells,
    gap: opens,
    hardBreak: false,
    pageBreak: false,
    table: row.table,
  })
}

/** The columns of a line set with tabs; the tab after a typed number or a label is no column. */
function tabbed(line: Line | undefined): string[] | null {
  if (line === undefined || line.cells !== null || !line.text.includes('\t')) return null
  const cells = line.text.split('\t')
  const [first = ''] = cells
  if (/^(?:[-*•·▪◦o–]|\(?[\dA-Za-z./]{1,6}[.)]?)$/.test(first) || first.endsWith(':')) return null
  return cells
}

/** Lines together that are set with as many tabs each are rows; elsewhere a tab is a space. */
function withTabbedRows(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    if (!line.text.includes('\t')) return line
    const cells = tabbed(line)
    const alike = (other: number): boolean => tabbed(lines[other])?.length === cells?.length
    if (cells !== null && (alike(index - 1) || alike(index + 1)))
      return { ...line, text: tidy(line.text), cells }
    return { ...line, text: tidy(line.text) }
  })
}
