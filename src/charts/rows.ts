/** What drawings with a row a name have in common: where names, marks and numbers stand, wide and narrow. */
import { type Html, html } from '../web/index.ts'
import type { ChartSize } from './control-chart-parts.ts'
import { GROUND, words } from './marks.ts'
import { fitted, wordsWidth, wrapped } from './words-room.ts'

export type Row = { readonly name: string; readonly said: string; readonly ours: boolean }

export type Rows = {
  readonly width: number
  readonly font: number
  /** Where marks may stand. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The height of the middle of a row's marks. */
  readonly middle: (index: number) => number
  /** The names and the numbers. */
  readonly drawn: Html
}

/** Wide enough for the larger column of a page, where a name and a bar stand side by side; and for a phone. */
export const ROOM = { wide: { width: 720, font: 16 }, narrow: { width: 320, font: 14 } } as const

/** Half the height that marks may take. */
export const REACH = 12

const MOST_LINES = 3
const BOLD = 1.08

const linesOf = (row: Row, font: number, width: number): string[] => {
  const size = row.ours ? font * BOLD : font
  const lines = wrapped(row.name, size, width)
  const rest = lines.slice(MOST_LINES - 1).join(' ')
  return [...lines.slice(0, MOST_LINES - 1), rest]
    .filter((line) => line !== '')
    .map((line) => fitted(line, size, width))
}

/**
 * Rows from `top` down. Wide, names stand left and numbers right of the marks; narrow, both stand above them. A name takes
 * up to three lines; the table beside the drawing has it whole in any case.
 */
export function laidRows(rows: readonly Row[], top: number, size: ChartSize): Rows {
  return size === 'wide' ? wideRows(rows, top) : narrowRows(rows, top)
}

const LONGEST_NAME = 270

function wideRows(rows: readonly Row[], top: number): Rows {
  const { width, font } = ROOM.wide
  const names = rows.map((row) => linesOf(row, font, LONGEST_NAME))
  const widths = names.flatMap((lines, index) =>
    lines.map((line) => wordsWidth(line, font, rows[index]?.ours)),
  )
  const said = Math.max(0, ...rows.map((row) => wordsWidth(row.said, font, row.ours)))
  const heights = names.map((lines) => 30 + (lines.length - 1) * font * 1.2)
  const tops = startsOf(heights, top)
  const middle = (index: number): number => (tops[index] ?? top) + (heights[index] ?? 0) / 2
  const drawn = rows.map((row, index) => {
    const lines = names[index] ?? []
    const base = middle(index) + font * 0.35
    return [
      lines.map((line, at) =>
        words(line, {
          x: 0,
          y: base + (at - (lines.length - 1) / 2) * font * 1.2,
          size: font,
          tone: toneOf(row),
        }),
      ),
      words(row.said, { x: width, y: base, size: font, anchor: 'end', tone: toneOf(row) }),
    ]
  })
  return {
    width,
    font,
    left: Math.ceil(Math.max(60, ...widths)) + 14,
    right: width - Math.ceil(said) - 14,
    top,
    bottom: tops.at(-1) ?? top,
    middle,
    drawn: html`${drawn}`,
  }
}

function narrowRows(rows: readonly Row[], top: number): Rows {
  const { width, font } = ROOM.narrow
  const names = rows.map((row) => linesOf(row, font, width - wordsWidth(row.said, font, row.ours) - 14))
  const heights = names.map((lines) => 46 + (lines.length - 1) * font * 1.2)
  const tops = startsOf(heights, top)
  const drawn = rows.map((row, index) => {
    const base = (tops[index] ?? top) + 14
    return [
      (names[index] ?? []).map((line, at) =>
        words(line, { x: 0, y: base + at * font * 1.2, size: font, tone: toneOf(row) }),
      ),
      words(row.said, { x: width, y: base, size: font, anchor: 'end', tone: toneOf(row) }),
    ]
  })
  return {
    width,
    font,
    left: 1,
    right: width - 8,
    top,
    bottom: tops.at(-1) ?? top,
    middle: (index) => (tops[index + 1] ?? top) - 16,
    // Lines of the scale run behind the words here.
    drawn: html`<g class="sm-c-halo" stroke="${GROUND}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${drawn}</g>`,
  }
}

const toneOf = (row: Row): 'strong' | 'quiet' => (row.ours ? 'strong' : 'quiet')

/** Where each row begins, and after the last where it ends. */
function startsOf(heights: readonly number[], top: number): number[] {
  const starts = [top]
  for (const height of heights) starts.push((starts.at(-1) ?? top) + height)
  return starts
}
