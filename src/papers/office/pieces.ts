/** What the readers of office files find: paragraphs and rows of tables in reading order, with the numbers that the program computes. */

/** Levels of headings. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6

/** A number or bullet that the program sets before a paragraph. */
export type Marker = {
  /** As it is printed. */
  printed: string
  /** What stands between it and the words: nothing, or space. */
  space: '' | ' '
}

/** A line of a paragraph: a paragraph has more than one where it was broken on purpose. */
export type SetLine = {
  /** As it stands, with tabs. */
  text: string
  /** How many characters of words it has, and how many of them are bold and in italics. */
  letters: number
  bold: number
  italic: number
}

export type ParagraphPiece = {
  type: 'paragraph'
  marker: Marker | null
  lines: SetLine[]
  level: Level | null
  /** Size of its letters in half points, 0 where not known. */
  size: number
  /** How far in it stands, in columns of a character. */
  indent: number
  /** Space stands before it. */
  gap: boolean
  page: number | null
  /** Footnotes that it refers to. */
  notes: ParagraphPiece[]
}

export type RowPiece = {
  type: 'row'
  /** Which table of the document it is of. */
  table: number
  cells: string[]
  /** The file says that it heads the columns, or all its words are bold. */
  head: boolean
  page: number | null
  notes: ParagraphPiece[]
}

export type Piece = ParagraphPiece | RowPiece

/** Something to be told about a file; `piece` is the number of pieces that stood before it. */
export type Told = { code: string; message: string; piece: number }

/** Words with single spaces, without signs that are not seen. Most need nothing done. */
export const tidy = (words: string): string =>
  /\s\s|[^\S ]|^ | $|[\u00ad\u200b\ufeff]/.test(words)
    ? words
        .replace(/[\u00ad\u200b\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : words

/** All words of pieces in order, white space single: what a cell or a note holds. */
export const wordsOf = (pieces: readonly Piece[]): string =>
  tidy(
    pieces.map((piece) => (piece.type === 'row' ? piece.cells.join(' ') : paragraphWords(piece))).join(' '),
  )

const paragraphWords = ({ marker, lines }: ParagraphPiece): string => {
  const words = lines.map(({ text }) => text).join(' ')
  return marker === null ? words : `${marker.printed}${marker.space}${words}`
}

/** Whether all words of a paragraph are bold. */
export const isBold = ({ lines }: ParagraphPiece): boolean =>
  lines.some(({ letters }) => letters > 0) && lines.every(({ letters, bold }) => bold === letters)

const SUPERSCRIPTS = new Map(
  Array.from('0123456789ivxlcn', (plain, at) => [plain, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜⁿ')[at] ?? plain]),
)

/** The mark of a note, raised so that it is not taken for a part of a figure before it. */
export const raised = (mark: string): string =>
  Array.from(mark, (sign) => SUPERSCRIPTS.get(sign) ?? sign).join('')

/** A note as a paragraph of its own. */
export const notePiece = (mark: string, words: string): ParagraphPiece => ({
  type: 'paragraph',
  marker: null,
  lines: [{ text: `${mark} ${words}`, letters: words.length, bold: 0, italic: 0 }],
  level: null,
  size: 0,
  indent: 0,
  gap: true,
  page: null,
  notes: [],
})
