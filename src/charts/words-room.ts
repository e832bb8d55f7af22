/**
 * How much room words take, by the widths of Helvetica (Adobe's font metrics, which Arial and Liberation Sans share), so
 * that labels can be placed without a browser.
 */
import type { Box, Spot } from './marks.ts'

/** Thousandths of the font's size, for the characters from the space to the tilde. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
const OTHER = 600
const BOLD = 1.08

/** The width of one line of words at a size, in the same unit; a little too much for bold. */
export function wordsWidth(text: string, size: number, strong = false): number {
  let sum = 0
  for (const character of text) sum += WIDTHS[(character.codePointAt(0) ?? 0) - 32] ?? OTHER
  return (sum / 1000) * size * (strong ? BOLD : 1)
}

/** The box that a line of words fills when it stands on y. */
export function wordsBox(
  text: string,
  at: Spot & { size: number; anchor?: 'start' | 'middle' | 'end'; strong?: boolean },
): Box {
  const width = wordsWidth(text, at.size, at.strong)
  const left = at.anchor === 'middle' ? at.x - width / 2 : at.anchor === 'end' ? at.x - width : at.x
  return { left, top: at.y - at.size * 0.78, right: left + width, bottom: at.y + at.size * 0.22 }
}

/** The words that fit a width, cut at a word with an ellipsis where they do not. */
export function fitted(text: string, size: number, width: number): string {
  if (wordsWidth(text, size) <= width) return text
  let kept = text
  while (kept.length > 1 && wordsWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  const atWord = kept.replace(/\s+\S*$/, '')
  return `${(atWord.length > kept.length / 2 ? atWord : kept).trimEnd()}…`
}

/** Words over as many lines as they need at a width. A single word that is longer keeps its line. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && wordsWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Whether a straight line from one spot to another passes through a box. */
export function crosses(box: Box, from: Spot, to: Spot): boolean {
  let enter = 0
  let leave = 1
  const steps = [
    [to.x - from.x, box.left - from.x, box.right - from.x],
    [to.y - from.y, box.top - from.y, box.bottom - from.y],
  ] as const
  for (const [step, low, high] of steps) {
    if (step === 0) {
      if (low > 0 || high < 0) return false
      continue
    }
    enter = Math.max(enter, Math.min(low / step, high / step))
    leave = Math.min(leave, Math.max(low / step, high / step))
  }
  return enter <= leave
}
