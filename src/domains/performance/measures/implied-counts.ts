/**
 * The counts that a stated change implies. A paper that says "8,002 more, 5.0%" gives no counts, and yet there is only one
 * size that fits: about 160,000 before. So whether chance could explain it can be told after all.
 */
import { changeBetweenCounts } from '../../../statistics/index.ts'

/** What a source states of a change of a count; `after` where the later count is known as well. */
export type StatedSizes = { difference: number | null; percent: number | null; after: number | null }

export type Implied = {
  /** The least and the greatest count before that fit; equal where it is known exactly. */
  before: { least: number; greatest: number }
  /** Whether the change is more than chance for all of them; null where that depends on which. */
  clear: boolean | null
  /** Between which per cent the change lies once chance is allowed for, for the least telling of them. */
  chance: { from: number; to: number | null }
}

/** Per cent are printed with one digit after the point, so each stands for what rounds to it. */
const HALF_A_DIGIT = 0.05

/** The counts between which a change lies; undefined where number and per cent say too little or contradict each other. */
export function impliedCounts({ difference, percent, after }: StatedSizes): Implied | undefined {
  if (difference === null || !Number.isInteger(difference) || difference === 0) return undefined
  const before = after === null ? fromPercent(difference, percent) : exactly(after - difference)
  if (before === undefined || before.least < 0 || before.least + difference < 0) return undefined
  const ends = [before.least, before.greatest].map((count) => changeBetweenCounts(count, count + difference))
  const [one, other] = ends.map(({ moreThanChance }) => moreThanChance)
  return {
    before,
    clear: one === other ? (one ?? null) : null,
    chance: widest(ends.map(({ ratio }) => ratio)),
  }
}

function widest(ratios: readonly { low: number; high: number | null }[]): Implied['chance'] {
  const highs = ratios.flatMap(({ high }) => (high === null ? [] : [high]))
  return {
    from: (Math.min(...ratios.map(({ low }) => low)) - 1) * 100,
    to: highs.length < ratios.length ? null : (Math.max(...highs) - 1) * 100,
  }
}

const exactly = (count: number): Implied['before'] | undefined =>
  Number.isInteger(count) ? { least: count, greatest: count } : undefined

function fromPercent(difference: number, percent: number | null): Implied['before'] | undefined {
  if (percent === null || Math.sign(percent) !== Math.sign(difference)) return undefined
  const [size, share] = [Math.abs(difference) * 100, Math.abs(percent)]
  if (share <= HALF_A_DIGIT) return undefined
  const [least, greatest] = [
    Math.ceil(size / (share + HALF_A_DIGIT)),
    Math.floor(size / (share - HALF_A_DIGIT)),
  ]
  return least > greatest ? undefined : { least, greatest }
}
