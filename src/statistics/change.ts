/**
 * The change between two counts, and whether it is more than chance: exactly, given their sum (Przyborowski and Wilenski
 * 1940), with the interval of their ratio by Clopper and Pearson. Two points are never a trend, and the words say so.
 */
import { binomialAtMost } from './beta.ts'
import { clopperPearson, USUAL } from './interval.ts'

export type ChangeBetweenCounts = {
  readonly before: number
  readonly after: number
  readonly difference: number
  /** 11.9 for 11.9 % more; null where the base is nought, of which nothing is a per cent. */
  readonly percent: number | null
  /** How likely so large a change, either way, would be if nothing but chance were at work; 0 to 1. */
  readonly chance: number
  readonly confidence: number
  /** The range of after/before that goes with the counts; `high` is null where nothing bounds it. */
  readonly ratio: { readonly low: number; readonly high: number | null }
  readonly moreThanChance: boolean
}

/** The change from one count to another, each of a span of equal length. Throws for what is no count. */
export function changeBetweenCounts(before: number, after: number, confidence = USUAL): ChangeBetweenCounts {
  for (const count of [before, after])
    if (!Number.isInteger(count) || count < 0) throw new Error(`${count} is no count`)
  const total = before + after
  const chance = total === 0 ? 1 : Math.min(1, 2 * binomialAtMost(Math.min(before, after), total, 0.5))
  const share = total === 0 ? { low: 0, high: 1 } : clopperPearson(after, total, confidence)
  return {
    before,
    after,
    difference: after - before,
    percent: before === 0 ? null : ((after - before) / before) * 100,
    chance,
    confidence,
    ratio: { low: share.low / (1 - share.low), high: share.high >= 1 ? null : share.high / (1 - share.high) },
    moreThanChance: chance < 1 - confidence,
  }
}

/** From 1 to this many of a hundred that chance alone gives; below it only "fewer than". */
const LEAST_SAID = 0.001

/**
 * Whether the change is more than chance, in a sentence or two. Crimes come in clusters (over-dispersion), so that chance
 * gives more than the exact test knows; the words say that each time the test finds a change.
 */
export function changeWords(change: ChangeBetweenCounts): string {
  const { before, after, chance, moreThanChance } = change
  if (before === after) return 'The two counts are the same.'
  const often =
    chance < LEAST_SAID
      ? 'fewer than 1 time in 1,000'
      : `about ${Math.max(1, Math.round(chance * 1000))} times in 1,000`
  const base = before === 0 ? ' The count began at nought, so there is no percentage.' : ''
  if (!moreThanChance)
    return `No clear change: chance alone would give two counts as far apart as ${number(before)} and ${number(after)} ${often}.${base}`
  return `More than chance as far as two counts can show: chance alone would give as much ${often}. Events that come in clusters, as crimes do, vary more than this test allows for (over-dispersion), so hold it against the run of months.${base}`
}

const number = (count: number): string => count.toLocaleString('en-GB')
