/**
 * The writing guard: holds what commentary claims of change against what the figures bear out. "Rose", "fell", "improved"
 * are challenged where usual variation gives as much, where the figures went the other way, or where two values are all
 * there is; each with the reason and a fairer wording. It changes nothing: a person decides.
 */
import {
  type ChangeBetweenCounts,
  type ChartWords,
  type ControlChart,
  type ControlPoint,
  changeWords,
  chartSentences,
  type Direction,
  rangeWords,
} from '../../../statistics/index.ts'
import {
  type Claim,
  claimsOf,
  comparesTwo,
  isOfMeans,
  monthsNamed,
  saysChance,
  saysLasting,
} from './claims.ts'

/** What commentary is about: a series with its chart, or two counts and no more. */
export type Guarded =
  | { readonly of: 'series'; readonly chart: ControlChart; readonly words: ChartWords }
  | {
      readonly of: 'two-counts'
      readonly change: ChangeBetweenCounts
      readonly improvement: Direction
      readonly words: Pick<ChartWords, 'name' | 'format'>
    }

export type ChallengeCode =
  /** It says that something changed, and chance alone gives as much. */
  | 'chance'
  /** The figures went the other way, or changed where it says that nothing did. */
  | 'contrary'
  /** It judges where neither way is better. */
  | 'no-direction'
  /** It is borne out by two values only. */
  | 'two-points'
  /** It says that a change lasts, and so far a value or two alone stand out. */
  | 'not-lasting'

export type Challenge = {
  readonly code: ChallengeCode
  /** The words that are challenged, and where they stand in the sentence. */
  readonly quote: string
  readonly start: number
  readonly end: number
  /** Why, in one plain sentence. */
  readonly reason: string
  /** A fairer wording. */
  readonly proposal: string
}

/** The claims of a sentence that the figures do not bear out, in their order; none where all are. */
export function guard(sentence: string, about: Guarded): Challenge[] {
  const facts = about.of === 'series' ? factsOfSeries(sentence, about) : factsOfCounts(about)
  const hedged = saysChance(sentence)
  const said = { hedged, two: comparesTwo(sentence), lasting: saysLasting(sentence) }
  return claimsOf(sentence).flatMap((claim) => {
    if (isOfMeans(sentence, claim, about.words.name)) return []
    const found = challenge(claim, facts, said)
    const { quote, start, end } = claim
    return found === null ? [] : [{ ...found, quote, start, end, proposal: facts.proposal }]
  })
}

type Way = 'up' | 'down'

type Facts = {
  /** The way the figures went beyond chance; null where they went none. */
  way: Way | null
  improvement: Direction
  /** What the figures show, as the end of a sentence. */
  shown: string
  twoOnly: boolean
  /** The change has held for some values, and is not one of them alone. */
  lasting: boolean
  proposal: string
}

function challenge(
  claim: Claim,
  facts: Facts,
  { hedged, two, lasting }: { hedged: boolean; two: boolean; lasting: boolean },
): { code: ChallengeCode; reason: string } | null {
  const judges = claim.kind === 'better' || claim.kind === 'worse'
  if (judges && facts.improvement === 'neutral')
    return claim.denied
      ? null
      : {
          code: 'no-direction',
          reason: `“${claim.quote}” judges, but for this measure neither more nor less is better by itself.`,
        }
  const said = claim.kind === 'steady' ? null : wayOf(claim.kind, facts.improvement)
  if (said === null || claim.denied) return deniedWrongly(claim, said, facts)
  if (facts.way === null) return hedged ? null : byChance(claim, facts, two)
  if (said !== facts.way)
    return {
      code: 'contrary',
      reason: `“${claim.quote}” says that the figures went ${said}, but ${facts.shown}.`,
    }
  if (hedged) return null
  if (!facts.twoOnly)
    return facts.lasting || !lasting
      ? null
      : {
          code: 'not-lasting',
          reason: `The sentence says that the change lasts, but only ${facts.shown}; whether it lasts cannot be seen yet.`,
        }
  return {
    code: 'two-points',
    reason: `“${claim.quote}” rests on two counts alone: ${facts.shown}, but two counts show no trend.`,
  }
}

function byChance(claim: Claim, facts: Facts, two: boolean): { code: ChallengeCode; reason: string } {
  const why =
    two && !facts.twoOnly
      ? 'compares two values, and two values always differ; here '
      : 'says that something changed, but '
  return { code: 'chance', reason: `“${claim.quote}” ${why}${facts.shown}.` }
}

/** "Did not rise" and "stayed level" are wrong only where the figures did. */
function deniedWrongly(
  claim: Claim,
  said: Way | null,
  facts: Facts,
): { code: ChallengeCode; reason: string } | null {
  const wrong = facts.way !== null && (said === null || said === facts.way)
  if (!wrong) return null
  const what = said === null ? 'that nothing changed' : `that the figures did not go ${said}`
  return { code: 'contrary', reason: `“${claim.quote}” is used to say ${what}, but ${facts.shown}.` }
}

function wayOf(kind: Exclude<Claim['kind'], 'steady'>, improvement: Direction): Way {
  if (kind === 'up' || kind === 'down') return kind
  return (kind === 'better') === (improvement === 'increase') ? 'up' : 'down'
}

function factsOfSeries(sentence: string, { chart, words }: Extract<Guarded, { of: 'series' }>): Facts {
  const [proposal = ''] = chartSentences(chart, words)
  const named = namedPoints(sentence, chart)
  const special = named.findLast(({ side }) => side !== null)
  const last = special ?? named.at(-1) ?? chart.points.at(-1)
  const common = { improvement: chart.options.improvement, twoOnly: false, lasting: false, proposal }
  if (last === undefined || chart.points.length < 2)
    return { ...common, way: null, shown: 'there are not two values to compare' }
  const way = last.side === null ? null : last.side === 'high' ? 'up' : 'down'
  return { ...common, way, lasting: hasLasted(last, chart), shown: shownBy(last, chart, words) }
}

/** A run or a trend, or the third unusual value in a row on one side. */
function hasLasted(point: ControlPoint, { points }: ControlChart): boolean {
  const at = points.indexOf(point)
  const latest = points.slice(Math.max(0, at - 2), at + 1)
  return (
    point.shift ||
    point.trend ||
    (latest.length === 3 && latest.every(({ side }) => side !== null && side === point.side))
  )
}

/** The points of the months that a sentence names, if it names any; it is about those and not about the latest. */
const namedPoints = (sentence: string, { points }: ControlChart): ControlPoint[] => {
  const months = new Set(monthsNamed(sentence))
  return points.filter(({ date }) => months.has(date.slice(0, 7)))
}

function shownBy(point: ControlPoint, chart: ControlChart, words: ChartWords): string {
  const { format, dateWords } = words
  const group = chart.groups[point.group]
  if (group === undefined) throw new Error('A point of a chart has no group')
  const value = `${format(point.value)} in ${dateWords(point.date)}`
  const range = rangeWords(chart, group, words)
  if (point.side === null) return `${value} lies within the ${range} that the usual ups and downs give`
  const high = point.side === 'high'
  if (point.outside)
    return `${value} is ${high ? 'above' : 'below'} the ${range} that the usual ups and downs give`
  if (point.trend) return `${value} is one of at least 7 values in a row that ${high ? 'rise' : 'fall'}`
  if (point.twoOfThree)
    return `${value} is one of 2 in 3 near the ${high ? 'upper' : 'lower'} end of the usual range`
  return `${value} is one of at least 7 values in a row ${high ? 'above' : 'below'} the average of ${format(group.mean)}`
}

function factsOfCounts({ change, improvement, words }: Extract<Guarded, { of: 'two-counts' }>): Facts {
  const { before, after, moreThanChance, percent } = change
  const [was, is] = [words.format(before), words.format(after)]
  const apart = `${is} after ${was}`
  const name = words.name.charAt(0).toUpperCase() + words.name.slice(1)
  const share = percent === null ? '' : ` (${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(1)}%)`
  return {
    way: moreThanChance ? (after > before ? 'up' : 'down') : null,
    improvement,
    twoOnly: true,
    lasting: false,
    shown: moreThanChance
      ? `${apart} is more than chance gives`
      : before === after
        ? `the two counts are the same, ${is}`
        : `${apart} is no more than chance may give`,
    proposal: `${name}: ${is}, after ${was} in the period before${share}. ${changeWords(change)}`,
  }
}
