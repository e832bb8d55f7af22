/** Words of a paragraph while it is read: lines with how much of each is bold and in italics. */
import type { SetLine } from './pieces.ts'

const emptyLine = (): SetLine => ({ text: '', letters: 0, bold: 0, italic: 0 })

/** Adds words to the last line. Returns how many letters count for the look of the paragraph. */
export function addTo(lines: SetLine[], words: string, look: { bold: boolean; italic: boolean }): number {
  let line = lines.at(-1)
  if (line === undefined) {
    line = emptyLine()
    lines.push(line)
  }
  line.text += words
  // Spaces and signs between words are often left in another dress.
  if (words.length < 4 && !/[\p{L}\d]/u.test(words)) return 0
  line.letters += words.length
  if (look.bold) line.bold += words.length
  if (look.italic) line.italic += words.length
  return words.length
}

/** Ends the line on purpose, within the paragraph. */
export function breakIn(lines: SetLine[]): void {
  if (lines.length === 0) lines.push(emptyLine())
  lines.push(emptyLine())
}

/** The lines as one, with a space or nothing between them. */
export const inOne = (lines: readonly SetLine[], between: ' ' | '' = ' '): SetLine => ({
  text: lines.map(({ text }) => text).join(between),
  letters: lines.reduce((sum, { letters }) => sum + letters, 0),
  bold: lines.reduce((sum, { bold }) => sum + bold, 0),
  italic: lines.reduce((sum, { italic }) => sum + italic, 0),
})

export const hasWords = (lines: readonly SetLine[]): boolean => lines.some(({ text }) => /\S/.test(text))

/** The size that most letters have, 0 where none is known. */
export const usualSize = (sizes: ReadonlyMap<number, number>): number =>
  [...sizes].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0
