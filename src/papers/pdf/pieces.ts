/** The pieces of a page in reading order, whether found by the places of its words or told by the file's own structure. */

/** Words that belong together. A line end inside stands as a line feed until the whole document is known. */
export type TextPiece = {
  type: 'text'
  page: number
  text: string
  /** Where its first row begins, in points. */
  x: number
  size: number
  bold: boolean
  italic: boolean
  /** As the file's structure says; null where it does not say. */
  level: 1 | 2 | 3 | 4 | 5 | 6 | null
  /** It stands apart from what is above it. */
  gap: boolean
  /** Its last row runs to the edge, so that the page may have broken it. */
  full: boolean
}

/** One row of a table. */
export type RowPiece = { type: 'row'; page: number; cells: string[]; bold: boolean; opens: boolean }

export type Piece = TextPiece | RowPiece

/** A sign or number that begins a list item, a numbered paragraph or an agenda item, alone. */
export const MARK =
  /^(?:[-–—•·▪◦●○‣➢➤✓❖■□*o\uf0b7]|\(?(?:\d{1,4}|[ivxlc]{1,6}|[a-zA-Z]{1,2})[.):]\)?|\(\w{1,4}\)|[A-Z]?\d{1,3}[a-z]?|\d{1,3}(?:\.\d{1,3}){1,3}\.?|[A-Z]\.?\d{1,2}\.?|\d{1,4}\/\d{2,4})$/

/** The pages of an agenda item, or what stands in their place, set apart at the right. */
export const PAGES =
  /^\(?(?:pages?|tudalen(?:nau)?|pp?\.)\s*\d|^\(?\d{1,4}\s*[-–—]\s*\d{1,4}\)?$|^\(?(?:to follow|i ddilyn|verbal|oral)(?: report| update)?\)?$/i

/** "From:" and its like, alone in a segment before what they label. */
export const LABEL = /^[A-Z][\p{L}’'()/& -]{0,40}:$/u
