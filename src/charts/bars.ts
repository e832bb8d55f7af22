/** Horizontal bars from 0 with their numbers beside them: shares of outcomes, units of schemes. */
import { html } from '../web/index.ts'
import type { ChartSize } from './control-chart-parts.ts'
import type { Drawing, NumberWords } from './drawing.ts'
import { headingLines } from './heading.ts'
import { block, INK, layer, QUIET, rule } from './marks.ts'
import { laidRows, REACH, ROOM } from './rows.ts'

export type BarsParts = {
  id: string
  title: string
  description: string
  number: NumberWords
  /** "Share of recorded crimes by outcome, year to March 2019". */
  unitWords: string
  /** In the order in which they are drawn; a value below 0 or none has no bar, and `without` says why there is none. */
  bars: readonly { name: string; value: number | null; ours: boolean; without?: string }[]
  /** The end of the scale, as 100 for shares of a whole; null for the largest value. */
  most: number | null
}

/** Draws the bars, each from 0. */
export function bars(parts: BarsParts, size: ChartSize = 'wide'): Drawing {
  const { width, font } = ROOM[size]
  const head = headingLines(parts.unitWords, { font, width, fromZero: true })
  const rows = laidRows(
    parts.bars.map(({ name, value, ours, without }) => ({
      name,
      ours,
      said: value === null ? (without ?? 'no figure') : parts.number(value),
    })),
    head.bottom,
    size,
  )
  const most = parts.most ?? Math.max(0, ...parts.bars.map(({ value }) => value ?? 0))
  const drawn = parts.bars.map(({ value, ours }, index) => ({
    ours,
    box: {
      left: rows.left,
      right:
        rows.left + (most > 0 ? Math.min(1, Math.max(0, value ?? 0) / most) : 0) * (rows.right - rows.left),
      top: rows.middle(index) - 9,
      bottom: rows.middle(index) + 9,
    },
  }))
  const boxes = (wanted: boolean) => drawn.filter(({ ours }) => ours === wanted).map(({ box }) => block(box))
  return {
    id: size === 'wide' ? parts.id : `${parts.id}-narrow`,
    title: parts.title,
    description: parts.description,
    width,
    height: Math.ceil(rows.bottom + 6),
    body: html`${head.drawn}${rows.drawn}${layer('bar-other', { fill: QUIET }, boxes(false))}${layer('bar', { fill: INK }, boxes(true))}${layer(
      'axis',
      { stroke: INK, width: 1.5 },
      drawn.map(({ box }) => rule(rows.left, box.top - REACH + 9, rows.left, box.bottom + REACH - 9)),
    )}`,
  }
}
