/** Makes one document of the pieces of all pages: joins what pages broke, mends hyphens, ranks headings, and sets the text that all offsets index. */
import type { Line } from '../tree.ts'
import type { Piece, RowPiece, TextPiece } from './pieces.ts'

/** Takes pieces in reading order and the size of body text; returns the text and its lines. */
export function assemble(pieces: readonly Piece[], body: number): { text: string; lines: Line[] } {
  const whole = joined(pieces)
  const mend = hyphenMender(whole)
  const levelOf = ranking(whole, body)
  const margins = leftMargins(whole)
  const lines: Line[] = []
  let text = ''
  let page = 0
  for (const piece of whole) {
    const words = piece.type === 'text' ? mend(piece.text) : piece.cells.map(mend).join('\t')
    const opens = piece.type === 'text' || piece.opens
    if (text !== '') text += opens ? '\n\n' : '\n'
    const place = { start: text.length, end: text.length + words.length, page: piece.page }
    text += words
    const pageBreak = page !== 0 && piece.page !== page
    page = piece.page
    if (piece.type === 'row') {
      const cells = piece.cells.map(mend)
      lines.push({
        ...place,
        text: words,
        cells,
        bold: piece.bold,
        italic: false,
        indent: 0,
        heading: null,
        gap: piece.opens,
        hardBreak: false,
        pageBreak,
      })
    } else {
      const indent = Math.max(
        0,
        Math.round((piece.x - (margins.get(piece.page) ?? piece.x)) / Math.max(4, piece.size * 0.5)),
      )
      const { bold, italic, gap } = piece
      lines.push({
        ...place,
        text: words,
        cells: null,
        bold,
        italic,
        indent,
        heading: levelOf(piece),
        gap: gap || pageBreak,
        hardBreak: true,
        pageBreak: false,
      })
    }
  }
  return { text, lines }
}

/** Joins paragraphs and tables that go on over a page. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  let firstRow: RowPiece | undefined
  for (const piece of pieces) {
    const before = whole.at(-1)
    if (piece.type === 'text') {
      if (before?.type === 'text' && goesOn(before, piece)) {
        whole[whole.length - 1] = { ...before, text: `${before.text}\n${piece.text}`, full: piece.full }
      } else whole.push({ ...piece })
      continue
    }
    const goes =
      before?.type === 'row' &&
      piece.opens &&
      piece.page !== before.page &&
      piece.cells.length === before.cells.length
    if (goes && same(piece, firstRow)) continue
    if (goes && before !== undefined && piece.cells[0] === '') {
      const cells = before.cells.map((cell, index) =>
        [cell, piece.cells[index] ?? ''].filter((part) => part !== '').join('\n'),
      )
      whole[whole.length - 1] = { ...before, cells }
      continue
    }
    const row = { ...piece, opens: piece.opens && !goes }
    if (row.opens) firstRow = row
    whole.push(row)
  }
  return whole
}

/** A head row that is printed again on the next page. */
const same = (row: RowPiece, first: RowPiece | undefined): boolean =>
  first !== undefined && row.cells.join('\t') === first.cells.join('\t')

/** Whether a paragraph at the head of a page goes on with the one at the foot of the page before. */
function goesOn(before: TextPiece, piece: TextPiece): boolean {
  if (piece.page === before.page || piece.level !== null || before.level !== null) return false
  if (Math.abs(piece.size - before.size) > before.size * 0.08 || piece.bold !== before.bold) return false
  if (/[.!?:;]["”’)]*$/.test(before.text) || !before.full) return false
  return (
    /^["“‘'(]?[a-z]/.test(piece.text) ||
    (piece.full && /^[A-Z£\d][\p{L}\d,’']*\s[a-z]/u.test(piece.text) && !/^\d+[.)]\s/.test(piece.text))
  )
}

/**
 * Puts line ends right: a space, or nothing after a hyphen that only the line end made. A word that stands whole
 * elsewhere loses its hyphen; one that stands hyphenated keeps it; for others it depends on whether this document
 * parts words at all.
 */
function hyphenMender(pieces: readonly Piece[]): (text: string) => string {
  const texts = pieces.flatMap((piece) => (piece.type === 'text' ? [piece.text] : piece.cells))
  const words = new Set<string>()
  let ends = 0
  let parted = 0
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word)
    ends += text.split('\n').length - 1
    parted += text.match(/\p{Ll}-\n\p{Ll}/gu)?.length ?? 0
  }
  const parts = parted > 3 && parted > ends * 0.04
  return (text) =>
    text.includes('\n')
      ? text
          .replace(/\u00ad\n?/g, '')
          .replace(/(\p{L}+)-\n(\p{Ll}+)/gu, (_, first: string, rest: string) => {
            const solid = words.has((first + rest).toLowerCase())
            const hyphened = words.has(`${first}-${rest}`.toLowerCase())
            return solid || (parts && !hyphened) ? first + rest : `${first}-${rest}`
          })
          .replace(/([-–/])\n(?=\S)/g, (_, sign: string) => (sign === '–' ? '– ' : sign))
          .replace(/\n/g, ' ')
      : text.replace(/\u00ad/g, '')
}

const sizeOf = (piece: TextPiece): number => Math.round(piece.size * 2) / 2

/** Levels by size: the largest letters above the body's are level 1. What is long is no heading whatever its size. */
function ranking(pieces: readonly Piece[], body: number): (piece: TextPiece) => Line['heading'] {
  const large = (piece: TextPiece) => piece.size > body * 1.1 && piece.text.length < 220
  const texts = pieces.filter((piece) => piece.type === 'text')
  const sizes = [...new Set(texts.filter(large).map(sizeOf))].toSorted((one, other) => other - one)
  const levels = [1, 2, 3, 4] as const
  return (piece) => {
    if (piece.level !== null) return piece.text.length < 300 ? piece.level : null
    if (!large(piece) || !/\p{L}/u.test(piece.text)) return null
    return levels[Math.min(sizes.indexOf(sizeOf(piece)), 3)] ?? 4
  }
}

function leftMargins(pieces: readonly Piece[]): Map<number, number> {
  const margins = new Map<number, number>()
  for (const piece of pieces) {
    if (piece.type === 'text') margins.set(piece.page, Math.min(margins.get(piece.page) ?? piece.x, piece.x))
  }
  return margins
}
