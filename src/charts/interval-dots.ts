/** Areas compared: a dot for each value on the line of its interval, ours by weight, the mean of the group as a line. */
import type { Interval } from '../statistics/index.ts'
import { type Html, html } from '../web/index.ts'
import { clearOf, valueScale } from './axes.ts'
import type { ChartSize } from './control-chart-parts.ts'
import type { Drawing, NumberWords } from './drawing.ts'
import { headingLines } from './heading.ts'
import { dot, GROUND, INK, LINE, layer, QUIET, rule, THREAD, words } from './marks.ts'
import { laidRows, ROOM, type Rows } from './rows.ts'
import { wordsWidth, wrapped } from './words-room.ts'

export type ComparedArea = {
  name: string
  /** Null where there is no figure; then `without` says why. */
  value: number | null
  interval: Interval | null
  ours: boolean
  without?: string
}

export type IntervalDotsParts = {
  id: string
  title: string
  description: string
  number: NumberWords
  /** "Crimes per 1,000 residents, with 95% intervals". */
  unitWords: string
  areas: readonly ComparedArea[]
  /** The value of the group, with its words: "mean of the group". */
  mean: { value: number; words: string } | null
  /** An order by value is a ranking, which is drawn only where every value has its interval. */
  order: 'name' | 'value'
  fromZero: boolean
  possible: { least: number | null; most: number | null }
}

/** By value from the highest where asked and allowed, otherwise by name. */
export function orderedAreas(areas: readonly ComparedArea[], order: 'name' | 'value'): ComparedArea[] {
  const byName = areas.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  const honest = areas.every(({ value, interval }) => value === null || interval !== null)
  if (order === 'name' || !honest) return byName
  return byName.toSorted((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity) || 0)
}

/** Draws the comparison. Where 0 is not on the scale, the words above say so. */
export function intervalDots(parts: IntervalDotsParts, size: ChartSize = 'wide'): Drawing {
  const areas = orderedAreas(parts.areas, parts.order).map((area) => ({
    ...area,
    interval: area.interval && within(area.interval, parts.possible),
  }))
  const values = [
    ...areas.flatMap(({ value, interval }) => [value, interval?.low, interval?.high]),
    parts.mean?.value,
  ].filter((value) => typeof value === 'number')
  const scaleIn = (left: number, right: number) =>
    valueScale(values, {
      top: right,
      bottom: left,
      number: parts.number,
      count: size === 'wide' ? 6 : 4,
      fromZero: parts.fromZero,
      ...parts.possible,
    })
  const { width, font } = ROOM[size]
  const head = headingLines(parts.unitWords, { font, width, fromZero: scaleIn(0, 1).fromZero })
  const top = head.bottom + (parts.mean ? font * 1.5 : 0)
  const rows = laidRows(
    areas.map(({ name, value, ours, without }) => ({
      name,
      ours,
      said: value === null ? (without ?? 'no figure') : parts.number(value),
    })),
    top,
    size,
  )
  const scale = scaleIn(rows.left + 6, rows.right - 6)
  const bottom = rows.bottom + 4
  const ticks = clearOf(scale.ticks, font)
  return {
    id: size === 'wide' ? parts.id : `${parts.id}-narrow`,
    title: parts.title,
    description: parts.description,
    width,
    height: Math.ceil(bottom + 12 + font * 1.4),
    body: html`${head.drawn}${layer(
      'grid',
      { stroke: LINE },
      ticks.map((tick) => rule(tick.at, top, tick.at, bottom)),
    )}${ticks.map((tick) =>
      words(tick.words, {
        x: centred(tick, font, width),
        y: bottom + 6 + font,
        size: font,
        anchor: 'middle',
      }),
    )}${meanLine(parts, rows, scale.y, { top, bottom })}${rows.drawn}${areas.map((area, index) =>
      areaMark(area, scale.y, rows.middle(index)),
    )}`,
  }
}

/** An interval no wider than values can be. */
const within = ({ low, high }: Interval, { least, most }: IntervalDotsParts['possible']): Interval => ({
  low: Math.max(low, least ?? low),
  high: Math.min(high, most ?? high),
})

/** Words centred on a tick, but within the drawing. */
const centred = (tick: { at: number; words: string }, font: number, width: number): number => {
  const half = wordsWidth(tick.words, font) / 2
  return Math.min(width - half, Math.max(half, tick.at))
}

function areaMark({ value, interval, ours }: ComparedArea, x: (value: number) => number, y: number): Html {
  if (value === null) return html``
  const line = interval === null ? '' : rule(x(interval.low), y, x(interval.high), y)
  return ours
    ? html`${layer('line', { stroke: INK, width: 4 }, line)}${layer('dots', { fill: INK }, dot({ x: x(value), y }, 7.5))}`
    : html`${layer('interval', { stroke: QUIET, width: 2 }, line)}${layer('others', { fill: GROUND, stroke: QUIET, width: 2 }, dot({ x: x(value), y }, 5))}`
}

function meanLine(
  { mean, number }: IntervalDotsParts,
  rows: Rows,
  x: (value: number) => number,
  at: { top: number; bottom: number },
): Html {
  if (mean === null) return html``
  const said = wrapped(`${mean.words} ${number(mean.value)}`, rows.font, rows.width)[0] ?? ''
  const half = wordsWidth(said, rows.font) / 2
  const place = x(mean.value)
  const middle = Math.min(rows.width - half, Math.max(half, place))
  return html`${layer('level', { stroke: THREAD, width: 2 }, rule(place, at.top - 4, place, at.bottom))}${words(said, { x: middle, y: at.top - 10, size: rows.font, anchor: 'middle', tone: 'ink' })}`
}
