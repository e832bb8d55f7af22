/** Rounds the parts of a whole so that they still add up: by largest remainder (Hamilton's method). */
import { sum } from './sums.ts'

/** The rule as a reader is told it. */
export const ROUNDING_RULE =
  'Parts are rounded so that they add up to the rounded total: each down, then those with the most left over up, of equals the first.'

/**
 * Parts rounded to so many digits after the point, which add up to the rounded total of all, or to `total` where one is
 * given that was rounded elsewhere. No part is further than one last digit from its value, unless such a `total` is.
 */
export function roundedParts(parts: readonly number[], digits: number, total?: number): number[] {
  const unit = 10 ** digits
  const scaled = parts.map((part) => exactly(part * unit))
  const down = scaled.map(Math.floor)
  const wanted = Math.round(exactly((total ?? sum(parts)) * unit))
  const missing = wanted - sum(down)
  if (parts.length === 0) return []
  const order = scaled
    .map((value, index) => ({ index, left: value - (down[index] ?? 0) }))
    .toSorted((one, other) => other.left - one.left || one.index - other.index)
  const all = Math.floor(missing / parts.length)
  const more = new Set(order.slice(0, missing - all * parts.length).map(({ index }) => index))
  return down.map((value, index) => (value + all + (more.has(index) ? 1 : 0)) / unit)
}

/** Without the noise in the last binary digits that makes 1.005 * 100 a little less than 100.5. */
const exactly = (value: number): number => Number(value.toPrecision(14))
