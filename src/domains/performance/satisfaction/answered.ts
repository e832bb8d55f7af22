/**
 * The share of people asked who said a thing, with the range that chance in who was asked gives it (Wilson). It says nothing
 * of who chose to answer. Where a paper prints no number of people asked, there is no range.
 */
import { wilson } from '../../../statistics/index.ts'
import type { Cell } from '../measures/observation.ts'
import { numberWords } from '../measures/value-words.ts'

/** Fewer answers than this say little, and the page says so. */
export const SMALL_BASE = 30

export type Answered =
  | { state: 'no-figure' }
  | { state: 'no-base'; percent: number }
  /** In per cent. `n` is how many answered. */
  | { state: 'known'; percent: number; low: number; high: number; n: number; small: boolean }

/** Reads a cell in per cent: its events of its base; the printed per cent of its base where only that is given. */
export function answered({ value, events, base }: Cell): Answered {
  if (value === null && (events === null || base === null)) return { state: 'no-figure' }
  if (base === null || base <= 0)
    return value === null ? { state: 'no-figure' } : { state: 'no-base', percent: value }
  const count = events ?? Math.round(((value ?? 0) / 100) * base)
  if (count < 0 || count > base)
    return value === null ? { state: 'no-figure' } : { state: 'no-base', percent: value }
  const found = wilson(count, base)
  return {
    state: 'known',
    percent: value ?? 100 * found.value,
    low: 100 * found.low,
    high: 100 * found.high,
    n: base,
    small: base < SMALL_BASE,
  }
}

/** "74.0 to 77.9%"; or why there is no range. */
export function rangeWords(of: Answered, digits: number): string {
  if (of.state === 'no-figure') return ''
  if (of.state === 'no-base') return 'The paper gives no base, so no interval can be computed'
  const range = `${numberWords(of.low, digits)}% to ${numberWords(of.high, digits)}%`
  return of.small ? `${range}; few answers, so it says little` : range
}

/** "1,791", "not given". */
export const baseWords = (of: Answered): string => (of.state === 'known' ? numberWords(of.n, 0) : 'not given')
