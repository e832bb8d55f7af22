/** The lines of a web page as they are set one under the other, with the plain text in which they stand. */
import { isFurniture, withoutTrailingFurniture } from '../furniture.ts'
import type { Block } from '../reading.ts'
import type { Line } from '../tree.ts'
import type { Judging } from './left-out.ts'
import { marksItself } from './list-marks.ts'

export type PageLang = 'en' | 'cy' | null

/** How words are set where the walk through the page stands. */
export type Dress = {
  bold: boolean
  italic: boolean
  heading: Line['heading']
  /** In columns of a character. */
  indent: number
  /** What an element itself says of its language; null where only the page does. */
  lang: PageLang
}

export const PLAIN: Dress = { bold: false, italic: false, heading: null, indent: 0, lang: null }

/** A run of lines, or a table that the page itself marks as one. */
export type Part =
  | { type: 'lines'; lines: Line[] }
  | { type: 'table'; block: Extract<Block, { type: 'table' }> }

/** The line that is being set. Its first words say how far in it stands and whether it is a heading. */
type Run = {
  words: string[]
  /** The last letters of them, so that a line of thousands of pieces is not put together for each. */
  tail: string
  bold: number
  italic: number
  all: number
  lang: PageLang
  indent: number
  heading: Line['heading']
}

export type Sheet = {
  pieces: string[]
  length: number
  parts: Part[]
  run: Run
  /** A number or mark that stands before the next line: of a list's item, or of a row's first cell. */
  mark: { words: string; heading: Line['heading'] } | null
  gap: boolean
  /** The languages that elements give, in order of their places. */
  langs: { start: number; end: number; lang: PageLang }[]
}

/** What a walk through a page carries with it. */
export type Walk = { sheet: Sheet; judge: Judging }

const emptyRun = (): Run => ({
  words: [],
  tail: '',
  bold: 0,
  italic: 0,
  all: 0,
  lang: null,
  indent: 0,
  heading: null,
})

export const emptySheet = (): Sheet => ({
  pieces: [],
  length: 0,
  parts: [],
  run: emptyRun(),
  mark: null,
  gap: true,
  langs: [],
})

/** Words as a browser shows them: white space single, soft hyphens and joiners gone. */
export const shown = (words: string): string =>
  words
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff\0]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Adds words to the line that is being set. */
export function addWords(sheet: Sheet, words: string, dress: Dress): void {
  const { run } = sheet
  const letters = words.replace(/\s+/g, '').length
  if (run.all === 0 && letters > 0) {
    run.indent = dress.indent
    run.heading = dress.heading
  }
  run.words.push(words)
  run.tail = (run.tail + words.slice(-40)).slice(-40)
  run.all += letters
  if (dress.bold) run.bold += letters
  if (dress.italic) run.italic += letters
  if (letters > 0 && dress.lang !== null) run.lang = dress.lang
}

/** Whether words stand on the line that is being set. */
export const hasWords = (sheet: Sheet): boolean => sheet.run.all > 0

/** Ends the line that is being set; `gap` says that space stands after it. */
export function endLine(sheet: Sheet, gap: boolean): void {
  const { run } = sheet
  sheet.run = emptyRun()
  const words = withoutTrailingFurniture(shown(run.words.join('')))
  if (words === '' || isFurniture(words)) {
    sheet.gap ||= gap || words !== ''
    return
  }
  const { mark } = sheet
  sheet.mark = null
  const marked = mark !== null && mark.words !== '' && !(mark.words === '•' && marksItself(words))
  const text = marked ? `${mark.words} ${words}` : words
  const place = append(sheet, text)
  if (run.lang !== null) sheet.langs.push({ ...place, lang: run.lang })
  linesAt(sheet).push({
    text,
    ...place,
    page: null,
    indent: run.indent,
    bold: run.all > 0 && run.bold >= run.all,
    italic: run.all > 0 && run.italic >= run.all,
    heading: run.heading ?? mark?.heading ?? null,
    cells: null,
    gap: sheet.gap,
    hardBreak: true,
    pageBreak: false,
  })
  sheet.gap = gap
}

/** Puts words on a line of their own into the text; returns where they stand. */
export function append(sheet: Sheet, words: string): { start: number; end: number } {
  const before = sheet.length === 0 ? '' : sheet.gap ? '\n\n' : '\n'
  const start = sheet.length + before.length
  sheet.pieces.push(before, words)
  sheet.length = start + words.length
  return { start, end: sheet.length }
}

function linesAt(sheet: Sheet): Line[] {
  const last = sheet.parts.at(-1)
  if (last?.type === 'lines') return last.lines
  const lines: Line[] = []
  sheet.parts.push({ type: 'lines', lines })
  return lines
}

/** The last line that was set; undefined after a table. */
export function lastLine(sheet: Sheet): Line | undefined {
  const last = sheet.parts.at(-1)
  return last?.type === 'lines' ? last.lines.at(-1) : undefined
}
