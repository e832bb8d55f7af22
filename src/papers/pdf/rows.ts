/** Gathers the runs of a page into rows as the eye sees them, each parted into segments where a wide space stands. */
import { greatest } from '../extent.ts'
import type { Fonts } from './fonts.ts'
import type { Run } from './page.ts'

export type Segment = { text: string; x: number; right: number; bold: boolean; italic: boolean }

/** One row of words: `y` is its base line, from the top of the page. */
export type Row = {
  page: number
  y: number
  x: number
  right: number
  size: number
  bold: boolean
  italic: boolean
  segments: Segment[]
  /** What it was made of. */
  runs: readonly Run[]
}

/** Rows of the runs of one page (or of one column of it), from top to bottom. */
export function rowsOf(page: number, runs: readonly Run[], fonts: Fonts): Row[] {
  const rows: Run[][] = []
  let base = Number.NEGATIVE_INFINITY
  for (const run of runs.toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1)
    // A raised or lowered sign ("21st", a footnote's number) is smaller and stands within the height of its row.
    const near = Math.max(run.size, greatest((row ?? []).map((each) => each.size))) * 0.42
    if (row !== undefined && run.y - base <= near) {
      row.push(run)
      if (run.size >= (row[0]?.size ?? 0)) base = run.y
    } else {
      rows.push([run])
      base = run.y
    }
  }
  return rows.map((row) => rowOf(page, row, fonts))
}

function rowOf(page: number, runs: Run[], fonts: Fonts): Row {
  const ordered = runs.toSorted((one, other) => one.x - other.x)
  const segments: Segment[] = []
  let before: Run | undefined
  for (const run of ordered) {
    const segment = segments.at(-1)
    const gap = before === undefined ? 0 : run.x - (before.x + before.width)
    if (before !== undefined && printedTwice(before, run)) continue
    const { bold, italic } = fonts.weight(run.font)
    if (segment === undefined || gap > Math.max(run.size, before?.size ?? 0) * 0.7) {
      segments.push({ text: run.text.trim(), x: run.x, right: run.x + run.width, bold, italic })
    } else {
      segment.text += (spaced(before, run) ? ' ' : '') + run.text.trim()
      segment.right = Math.max(segment.right, run.x + run.width)
      segment.bold &&= bold || !/[\p{L}\d]/u.test(run.text)
      segment.italic &&= italic || !/[\p{L}\d]/u.test(run.text)
    }
    before = run
  }
  for (const segment of segments) segment.text = cleaned(segment.text)
  const main = ordered.reduce((most, run) =>
    run.text.length * run.size > most.text.length * most.size ? run : most,
  )
  return {
    page,
    y: main.y,
    x: segments[0]?.x ?? 0,
    right: greatest(segments.map((segment) => segment.right)),
    size: main.size,
    bold: segments.every((segment) => segment.bold || isSign(segment.text)),
    italic: segments.every((segment) => segment.italic || isSign(segment.text)),
    segments,
    runs,
  }
}

/** Whether a space stands between two runs of one row. */
export const spaced = (before: Run | undefined, run: Run): boolean =>
  before !== undefined &&
  (run.x - (before.x + before.width) > run.size * 0.12 || /\s$/.test(before.text) || /^\s/.test(run.text))

const isSign = (text: string): boolean => !/[\p{L}\d]/u.test(text)

/** Some programs print a word twice, a hair apart, to make it look bold. */
const printedTwice = (before: Run, run: Run): boolean =>
  before.text === run.text && Math.abs(before.x - run.x) < run.size * 0.15

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf02d': '–',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf076': '❖',
  '\uf0e0': '→',
}

/** Ligatures as letters, the bullets of symbol fonts as bullets, white space single. */
export const cleaned = (text: string): string =>
  text
    .replace(/[ﬀ-ﬆ\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0e0\uf0fc]/g, (sign) => LIGATURES[sign] ?? sign)
    .replace(/\s+/g, ' ')
    .trim()

/** The words of a row, its segments parted by a space. */
export const rowText = (row: Row): string => row.segments.map((segment) => segment.text).join(' ')
