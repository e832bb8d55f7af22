/**
 * Whether printed parts make their printed whole. Both are shown as they were printed; a difference is said, never mended.
 */
import type { Cell } from '../measures/observation.ts'

export type AddedUp =
  | { outcome: 'agrees'; sum: number; stated: number }
  /** Parts make less or more than the whole that is printed: `over` is what the whole has beyond its parts. */
  | { outcome: 'differs'; sum: number; stated: number; over: number }
  /** Something is not there, hidden, or hedged ("about 350"), so that nothing can be compared. */
  | { outcome: 'cannot-say'; why: 'no-whole' | 'part-missing' | 'hedged' }

/** Compares counts. A whole without parts cannot be checked. */
export function addedUp(whole: Cell | undefined, parts: readonly (Cell | undefined)[]): AddedUp {
  if (whole === undefined || whole.value === null) return { outcome: 'cannot-say', why: 'no-whole' }
  const values = parts.map((part) => part?.value ?? null)
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < values.length)
    return { outcome: 'cannot-say', why: 'part-missing' }
  if ([whole, ...parts].some((cell) => cell?.hedge)) return { outcome: 'cannot-say', why: 'hedged' }
  const sum = known.reduce((total, value) => total + value, 0)
  const stated = whole.value
  // Shares and hours may have digits after the point, which binary sums blur.
  if (Math.abs(sum - stated) < 1e-6) return { outcome: 'agrees', sum, stated }
  return { outcome: 'differs', sum, stated, over: stated - sum }
}
