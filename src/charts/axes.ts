/** The scales of a chart over time: where days and values lie, and which of them are written beside it. */
import { scaleLinear } from 'd3-scale'
import { dateOf, daysBetween, date as knownDate, type LocalDate } from '../lib/index.ts'
import type { NumberWords } from './drawing.ts'
import { wordsWidth } from './words-room.ts'

export type Tick = { readonly at: number; readonly words: string; readonly below: string | null }

const EPOCH = knownDate('1970-01-01')
/** Days since 1970. */
export const dayNumber = (day: LocalDate): number => daysBetween(EPOCH, day)

export type TimeScale = {
  /** Where a day lies. */
  readonly x: (day: LocalDate) => number
  /** The usual distance between neighbours, in days and in units of the drawing. */
  readonly stepDays: number
  readonly step: number
  readonly first: number
  readonly last: number
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** A scale over the days of a series, with half a step free at both ends. One day stands in the middle. */
export function timeScale(days: readonly LocalDate[], left: number, right: number): TimeScale {
  const numbers = days.map(dayNumber).toSorted((one, other) => one - other)
  const first = numbers[0] ?? 0
  const last = numbers.at(-1) ?? 0
  const gaps = numbers.slice(1).map((day, index) => day - (numbers[index] ?? day))
  const stepDays = Math.max(1, middle(gaps.filter((gap) => gap > 0)) || 30)
  const room = right - left
  const free = Math.min(stepDays / 2, (last - first) * 0.06 || stepDays / 2)
  const scale = scaleLinear([first - free, last + free], [left, right])
  const margin = Math.min(10, room / 20)
  const inner = scaleLinear([first - free, last + free], [left + margin, right - margin])
  const x = first === last ? scale : inner
  return {
    x: (day) => x(dayNumber(day)),
    stepDays,
    step: (room / (last - first + 2 * free)) * stepDays,
    first,
    last,
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** Months between ticks, from the closest. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]

/** The firsts of months at a step, from a day number to another. */
function firsts(from: number, to: number, step: number): { day: LocalDate; month: number; year: number }[] {
  const start = new Date(from * 86_400_000)
  const found: { day: LocalDate; month: number; year: number }[] = []
  let months = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step
  for (;;) {
    const [year, month] = [Math.floor(months / 12), months % 12]
    const day = dateOf(year, month + 1, 1)
    if (day === undefined || dayNumber(day) > to) return found
    if (dayNumber(day) >= from) found.push({ day, month, year })
    months += step
  }
}

/** The days that are written below: every so many months that the words keep clear of each other. */
export function timeTicks(scale: TimeScale, size: number, left: number, right: number): Tick[] {
  const slack = scale.stepDays / 2
  for (const step of STEPS) {
    const found = firsts(scale.first - Math.min(slack, 2), scale.last + Math.min(slack, 2), step)
    if (found.length === 0) continue
    const ticks = found.map(({ day, month, year }, index): Tick => {
      const newYear = index === 0 || found[index - 1]?.year !== year
      return step >= 12
        ? { at: scale.x(day), words: String(year), below: null }
        : { at: scale.x(day), words: MONTHS[month] ?? '', below: newYear ? String(year) : null }
    })
    if (clear(ticks, size)) return ticks.filter((tick) => within(tick, size, left, right))
  }
  return []
}

const widthOf = (tick: Tick, size: number): number =>
  Math.max(wordsWidth(tick.words, size), wordsWidth(tick.below ?? '', size))

const clear = (ticks: readonly Tick[], size: number): boolean =>
  ticks.every((tick, index) => {
    const next = ticks[index + 1]
    return (
      next === undefined || next.at - tick.at > (widthOf(tick, size) + widthOf(next, size)) / 2 + size * 0.6
    )
  })

const within = (tick: Tick, size: number, left: number, right: number): boolean =>
  tick.at - widthOf(tick, size) / 2 >= left && tick.at + widthOf(tick, size) / 2 <= right

export type ValueScale = {
  readonly y: (value: number) => number
  readonly ticks: readonly { readonly at: number; readonly words: string }[]
  readonly low: number
  readonly high: number
  /** Whether the scale holds 0. */
  readonly fromZero: boolean
}

export type ValueRoom = {
  readonly top: number
  readonly bottom: number
  readonly number: NumberWords
  /** About how many ticks. */
  readonly count: number
  readonly fromZero: boolean
  /** What the values can be at all: a count is never below 0, a share never above 100. */
  readonly least: number | null
  readonly most: number | null
}

/** Differences below this share of the values are those of rounding. */
const LEAST_SPREAD = 1e-9

/** A scale that holds all values; from 0 where asked, or where 0 is near enough to cost little. */
export function valueScale(values: readonly number[], room: ValueRoom): ValueScale {
  const finite = values.filter((value) => Number.isFinite(value))
  let low = finite.length > 0 ? Math.min(...finite) : 0
  let high = finite.length > 0 ? Math.max(...finite) : 1
  const spread = high - low
  const size = Math.max(Math.abs(low), Math.abs(high))
  // Room for the signs and words of what stands out; what differs by less than rounding does is drawn as constant.
  const pad = spread > Math.max(size, 1) * LEAST_SPREAD ? spread * 0.1 : size > LEAST_SPREAD ? size * 0.1 : 1
  low -= pad
  high += pad
  if (low > 0 && (room.fromZero || low < high * 0.3)) low = 0
  if (high < 0 && room.fromZero) high = 0
  if (room.least !== null) low = Math.max(low, room.least)
  if (room.most !== null) high = Math.min(high, room.most)
  if (high <= low) high = low + (pad || 1)
  const scale = scaleLinear([low, high], [room.bottom, room.top])
  const ticks = distinctTicks(scale.ticks.bind(scale), room).map((value) => ({
    at: scale(value),
    words: room.number(value),
  }))
  return { y: (value) => scale(value), ticks, low, high, fromZero: low <= 0 && high >= 0 }
}

/** As many ticks as differ in words: an axis that says 1, 1, 2 says nothing. */
function distinctTicks(ticks: (count: number) => number[], room: ValueRoom): number[] {
  for (let count = room.count; count >= 1; count -= 1) {
    const found = ticks(count)
    if (found.length > 0 && new Set(found.map(room.number)).size === found.length) return found
  }
  return []
}

/** Of ticks that lie beside each other, as many as keep their words clear; where 0 is among them it stays. */
export function clearOf<One extends { readonly at: number; readonly words: string }>(
  ticks: readonly One[],
  font: number,
  zero?: number,
): One[] {
  for (let every = 1; every < ticks.length; every += 1) {
    const anchor =
      zero === undefined
        ? 0
        : Math.max(
            0,
            ticks.findIndex(({ at }) => Math.abs(at - zero) < 0.01),
          )
    const kept = ticks.filter((_, index) => (index - anchor) % every === 0)
    const clash = kept.some((tick, index) => {
      const next = kept[index + 1]
      if (next === undefined) return false
      return (
        next.at - tick.at < (wordsWidth(tick.words, font) + wordsWidth(next.words, font)) / 2 + font * 0.7
      )
    })
    if (!clash) return kept
  }
  return ticks.slice(0, 1)
}
