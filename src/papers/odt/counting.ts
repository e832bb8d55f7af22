/** Counts the items of lists of an OpenDocument text and prints their numbers (OpenDocument 1.3 part 3, 19.880). */
import { inFormat } from '../office/numerals.ts'
import type { Marker } from '../office/pieces.ts'
import type { OdtLevel } from './styles.ts'

/** How far a list has counted: the number last given at each level, undefined where none was since it began again. */
export type Count = (number | undefined)[]

type Levels = ReadonlyMap<number, OdtLevel>

/** Counts one on at a level; what is deeper begins again. `start` is the number to go on with, where the item says it. */
export function countOn(
  count: Count,
  levels: Levels | undefined,
  level: number,
  start: number | undefined,
): void {
  const before = count[level]
  count[level] = start ?? (before === undefined ? (levels?.get(level)?.start ?? 1) : before + 1)
  count.length = level + 1
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['01', 'decimalZero'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['1st', 'ordinal'],
])

/** What is printed before the item counted last at a level, or null where nothing is. */
export function markerAt(count: Count, levels: Levels | undefined, level: number): Marker | null {
  const own = levels?.get(level)
  if (own === undefined || own.format === '') return null
  if (own.format === null) return { printed: /^[-–—*]$/.test(own.bullet) ? own.bullet : '•', space: ' ' }
  const number = (at: number): string => {
    const other = levels?.get(at)
    if (other === undefined || other.format === null || other.format === '') return ''
    return inFormat(count[at] ?? other.start, FORMATS.get(other.format) ?? 'decimal')
  }
  const printed = own.whole === undefined ? joined(own, level, number) : filled(own.whole, number)
  return printed === '' ? null : { printed, space: ' ' }
}

function joined(own: OdtLevel, level: number, number: (at: number) => string): string {
  const shown = Array.from({ length: Math.min(own.shown, level) }, (_, index) =>
    number(level - Math.min(own.shown, level) + 1 + index),
  )
  return `${own.prefix}${shown.filter((part) => part !== '').join('.')}${own.suffix}`.trim()
}

const filled = (whole: string, number: (at: number) => string): string =>
  whole.replace(/%(\d{1,2})%/g, (_, level: string) => number(Number(level))).trim()
