/** The legend within a drawing: the marks that are on it, each with what it means. */
import { type Html, html } from '../web/index.ts'
import {
  block,
  diamond,
  dot,
  GROUND,
  INK,
  layer,
  PALE,
  QUIET,
  rule,
  THREAD,
  triangle,
  words,
} from './marks.ts'
import { fitted, wordsWidth, wrapped } from './words-room.ts'

export type Symbol =
  | 'dot'
  | 'high'
  | 'low'
  | 'band'
  | 'trial'
  | 'level'
  | 'target'
  | 'ours'
  | 'other'
  | 'ring'
  | 'inner'
  | 'outer'
export type LegendItem = {
  /** None where the words go on from the item before. */
  symbol: Symbol | null
  words: string
}
type PlacedItem = LegendItem & { x: number }

const SYMBOL = 30
const BETWEEN = 22

/** The items in rows no wider than the drawing. Words that are longer than a row go on below, without a symbol. */
export function legendRows(items: readonly LegendItem[], width: number, font: number): PlacedItem[][] {
  const rows: PlacedItem[][] = []
  let x = 0
  for (const item of items.flatMap((one) => brokenUp(one, width, font))) {
    const wide = SYMBOL + wordsWidth(item.words, font)
    const row = rows.at(-1)
    if (row === undefined || x + wide > width) {
      rows.push([{ ...item, x: 0 }])
      x = wide + BETWEEN
    } else {
      row.push({ ...item, x })
      x += wide + BETWEEN
    }
  }
  return rows
}

const brokenUp = (item: LegendItem, width: number, font: number): LegendItem[] =>
  wrapped(item.words, font, width - SYMBOL).map((line, index) => ({
    symbol: index === 0 ? item.symbol : null,
    words: fitted(line, font, width - SYMBOL),
  }))

/** The rows, the first on the base line `top`. */
export const drawLegend = (rows: readonly PlacedItem[][], top: number, font: number): Html =>
  html`${rows.map((row, index) => {
    const y = top + index * font * 1.5
    return row.map((item) => [
      symbolAt(item.symbol, item.x + 11, y - font * 0.36),
      words(item.words, { x: item.x + SYMBOL, y, size: font }),
    ])
  })}`

function symbolAt(symbol: Symbol | null, x: number, y: number): Html {
  if (symbol === null) return html``
  if (symbol === 'level') return layer('level', { stroke: THREAD, width: 2 }, rule(x - 11, y, x + 12, y))
  if (symbol === 'dot') return layer('dots', { fill: INK }, dot({ x, y }, 3.2))
  if (symbol === 'ours') return layer('dots', { fill: INK }, diamond({ x, y }, 7))
  if (symbol === 'other')
    return layer('others', { fill: GROUND, stroke: QUIET, width: 1.5 }, dot({ x, y }, 3.5))
  if (symbol === 'ring') return layer('rings', { fill: GROUND, stroke: INK, width: 2.5 }, dot({ x, y }, 6))
  if (symbol === 'inner' || symbol === 'outer') {
    const dash = symbol === 'inner' ? { dash: '4 4' } : {}
    return layer('curve', { stroke: THREAD, width: 1.5, ...dash }, rule(x - 11, y, x + 12, y))
  }
  if (symbol === 'target')
    return layer('target', { stroke: INK, width: 2, dash: '10 5' }, rule(x - 11, y, x + 14, y))
  if (symbol === 'band' || symbol === 'trial') {
    const box = { left: x - 11, right: x + 12, top: y - 7, bottom: y + 7 }
    const dash = symbol === 'trial' ? { dash: '3 4' } : {}
    return html`${layer('band', { fill: PALE }, block(box))}${layer('limit', { stroke: THREAD, ...dash }, [
      rule(box.left, box.top, box.right, box.top),
      rule(box.left, box.bottom, box.right, box.bottom),
    ])}${layer('level', { stroke: THREAD, width: 2 }, rule(box.left, y, box.right, y))}`
  }
  return html`${layer('rings', { fill: GROUND, stroke: INK, width: 2.2 }, dot({ x: x - 5, y }, 5.5))}${layer(
    'ways',
    { fill: INK },
    triangle({ x: x + 8, y }, 4, symbol === 'high' ? 'up' : 'down'),
  )}`
}
