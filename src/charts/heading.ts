/** The words above a drawing: what its numbers are, and that their scale does not begin at 0. */
import { type Html, html } from '../web/index.ts'
import { words } from './marks.ts'
import { wordsWidth, wrapped } from './words-room.ts'

const CAUTION = 'The scale does not begin at 0'

export type Heading = { drawn: Html; bottom: number }

/** Lines from the top of a drawing, and where they end. */
export function headingLines(
  text: string,
  room: { font: number; width: number; fromZero: boolean },
): Heading {
  const { font } = room
  const lines = linesOf(text, room)
  return {
    drawn: html`${lines.map((line, index) => words(line, { x: 0, y: font * (1 + index * 1.3), size: font }))}`,
    bottom: lines.length * font * 1.3 + 12,
  }
}

function linesOf(
  text: string,
  { font, width, fromZero }: { font: number; width: number; fromZero: boolean },
): string[] {
  const whole = fromZero ? text : `${text} · ${CAUTION.toLowerCase()}`
  if (wordsWidth(whole, font) <= width) return [whole]
  return [...wrapped(text, font, width), ...(fromZero ? [] : [CAUTION])]
}
