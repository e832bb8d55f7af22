/**
 * Two values beside each other, and their change against what chance alone could bring: two points are never a trend, and
 * the picture shows how much of the change needs a reason.
 */
import type { Interval } from '../statistics/index.ts'
import { type Html, html } from '../web/index.ts'
import { clearOf, valueScale } from './axes.ts'
import type { ChartSize } from './control-chart-parts.ts'
import type { Drawing, NumberWords } from './drawing.ts'
import { headingLines } from './heading.ts'
import { block, dot, GROUND, INK, LINE, layer, PALE, QUIET, rule, THREAD, words } from './marks.ts'
import { laidRows, ROOM, type Rows } from './rows.ts'
import { wordsWidth, wrapped } from './words-room.ts'

export type ChangeBarParts = {
  id: string
  title: string
  description: string
  number: NumberWords
  /** "Robberies recorded". */
  unitWords: string
  /** "Year to June 2018" and its value; counts and shares, not below 0. */
  before: { words: string; value: number }
  after: { words: string; value: number }
  /** Null where there is no base to reckon from. */
  change: {
    /** In per cent or points. */
    value: number
    /** "+11.9%". */
    number: NumberWords
    /** How far chance alone could move it, around 0, in the same unit; null where nobody can say. */
    chance: Interval | null
  } | null
}

/**
 * What chance alone could make of a change, around 0 and in per cent, from a ratio after/before and the interval of that
 * ratio: the same width, as it would lie around no change. Null where the interval has no end or there is no ratio.
 */
export function chanceAround(ratio: number, interval: { low: number; high: number | null }): Interval | null {
  if (interval.high === null || !(ratio > 0) || !Number.isFinite(ratio)) return null
  return { low: (interval.low / ratio - 1) * 100, high: (interval.high / ratio - 1) * 100 }
}

/** Draws both values as bars from 0, and below them the change on a scale of its own, with the band of chance. */
export function changeBar(parts: ChangeBarParts, size: ChartSize = 'wide'): Drawing {
  const { width, font } = ROOM[size]
  const head = headingLines(parts.unitWords, { font, width, fromZero: true })
  const both = [parts.before, parts.after]
  const rows = laidRows(
    both.map(({ words: name, value }, index) => ({ name, said: parts.number(value), ours: index === 1 })),
    head.bottom,
    size,
  )
  const most = Math.max(...both.map(({ value }) => value), 0)
  const reach = (value: number): number => (most === 0 ? 0 : (value / most) * (rows.right - rows.left))
  const bars = both.map(({ value }, index) => ({
    left: rows.left,
    right: rows.left + reach(Math.max(0, value)),
    top: rows.middle(index) - 9,
    bottom: rows.middle(index) + 9,
  }))
  const change = parts.change === null ? null : changeLine(parts.change, rows, size)
  return {
    id: size === 'wide' ? parts.id : `${parts.id}-narrow`,
    title: parts.title,
    description: parts.description,
    width,
    height: Math.ceil(change?.bottom ?? rows.bottom + 6),
    body: html`${head.drawn}${rows.drawn}${layer('bar-before', { fill: GROUND, stroke: INK, width: 2 }, bars.slice(0, 1).map(block))}${layer('bar', { fill: INK }, bars.slice(1).map(block))}${change?.drawn ?? ''}`,
  }
}

/** The change as a ring, the band of chance around "no change", and words for both. */
function changeLine(
  change: NonNullable<ChangeBarParts['change']>,
  rows: Rows,
  size: ChartSize,
): { drawn: Html; bottom: number } {
  const { font, width } = rows
  const { chance } = change
  const ends = chance === null ? [] : [chance.low, chance.high]
  const [left, right] = size === 'wide' ? [rows.left, rows.right] : [24, width - 24]
  const scale = valueScale([0, change.value, ...ends], {
    top: right,
    bottom: left,
    number: change.number,
    count: size === 'wide' ? 6 : 4,
    fromZero: true,
    least: null,
    most: null,
  })
  const x = scale.y
  const said = saidOf(change)
  const lines = wrapped(said, font, size === 'wide' ? width - left : width)
  const first = rows.bottom + font * 1.6
  const top = first + (lines.length - 1) * font * 1.3 + 12
  const middle = top + 17
  const band =
    chance === null
      ? ''
      : html`${layer('band', { fill: PALE }, block({ left: x(chance.low), right: x(chance.high), top, bottom: top + 34 }))}${layer(
          'limit',
          { stroke: THREAD },
          ends.map((end) => rule(x(end), top, x(end), top + 34)),
        )}`
  const ticks = clearOf(scale.ticks, font, x(0)).map((tick) => {
    const half = wordsWidth(tick.words, font) / 2
    return words(tick.words, {
      x: Math.min(width - half, Math.max(half, tick.at)),
      y: top + 34 + 8 + font,
      size: font,
      anchor: 'middle',
    })
  })
  return {
    bottom: top + 34 + 14 + font,
    drawn: html`${lines.map((line, index) =>
      words(line, { x: size === 'wide' ? left : 0, y: first + index * font * 1.3, size: font }),
    )}${band}${layer('axis', { stroke: LINE, width: 1.5 }, rule(left, top + 34, right, top + 34))}${layer(
      'level',
      { stroke: THREAD, width: 2 },
      rule(x(0), top - 3, x(0), top + 38),
    )}${layer('event', { stroke: QUIET }, rule(x(0), middle, x(change.value), middle))}${layer(
      'rings',
      { fill: GROUND, stroke: INK, width: 2.5 },
      dot({ x: x(change.value), y: middle }, 7),
    )}${ticks}`,
  }
}

function saidOf({ value, number, chance }: NonNullable<ChangeBarParts['change']>): string {
  if (chance === null) return `Change ${number(value)} (ring)`
  return `Change ${number(value)} (ring); chance alone could bring ${number(chance.low)} to ${number(chance.high)} (band)`
}
