/**
 * What a measure says: sentence, table and picture come from this one object, so that they cannot disagree. Pages, papers
 * and drafts only print it.
 */
import type { LocalDate } from '../../../lib/index.ts'
import {
  type Assurance,
  type ChartWords,
  type ControlChart,
  chartSentences,
  controlChart,
  type Variation,
} from '../../../statistics/index.ts'
import { type Change, changeBetween, statedChange, statedInShort } from './change.ts'
import type { Commentary, Definition, Measure } from './measure.ts'
import type { Observation, Report, Span } from './observation.ts'
import {
  bySpan,
  isOfFrequency,
  isOneDay,
  overlap,
  spanKey,
  spanWords,
  whenWords,
  yearBefore,
} from './spans.ts'
import { summedYears } from './summed-years.ts'
import { amountWords, possibleOf, valueWords } from './value-words.ts'

export type { Change } from './change.ts'

/** A value that stands as a number: a span that is no point of the chart, with the one to hold it against. */
export type Window = {
  observation: Observation
  before: Observation | null
  change: Change | null
  /** Whether it is the sum of twelve months on the record, because nobody states it. */
  summed: boolean
}

/** A change that a source states without its values. */
export type ToldChange = Change & {
  report: Report
  /** The same in one short sentence. */
  short: string
}

export type Telling = {
  /** The one plain sentence: what changed, whether it is more than chance, and of whom. */
  sentence: string
  /** More of the chart in sentences: values that stood out, the target, how far to trust the limits. */
  more: string[]
  /** Null where there is no chart. */
  variation: Variation | null
  assurance: Assurance
  /** Null with fewer than two values. */
  chart: ControlChart | null
  /** The observations that the chart shows, oldest first; those without a number stand here and not in `chart.points`. */
  charted: Observation[]
  /** Spans that the chart does not show, newest first. */
  windows: Window[]
  stated: ToldChange[]
  /** The newest of all; null where there are none. */
  newest: Observation | null
  /** Whether numbers were made up. */
  invented: 'none' | 'some' | 'all'
  today: LocalDate
}

/** What is needed of a measure: all of it, or its outline. */
export type Tellable = Pick<
  Measure,
  'title' | 'observations' | 'changes' | 'breaks' | 'rebaselines' | 'chart'
> & { definition: Pick<Definition, 'unit' | 'improvement' | 'frequency' | 'target'> }

/** Tells a measure as it stands on a day. The same measure tells the same, wherever it is printed. */
export function tell(measure: Tellable, today: LocalDate): Telling {
  const { definition, observations } = measure
  const charted = observations.filter(({ span }) => isOfFrequency(span, definition.frequency))
  const chart = chartOf(measure, charted)
  const windows = windowsOf(measure, charted)
  const stated = statedOf(measure)
  const newest = observations.toSorted((one, other) => bySpan(one.span, other.span)).at(-1) ?? null
  const [first = '', ...more] = chart === null ? [] : sentencesOf(measure, chart, charted)
  return {
    sentence: first === '' ? plainSentence(measure, { windows, stated, newest }) : first,
    more,
    variation: chart?.variation ?? null,
    assurance: chart?.assurance ?? 'none',
    chart,
    charted,
    windows,
    stated,
    newest,
    invented: inventedOf(observations),
    today,
  }
}

/** What sources state of changes, newest first. */
const statedOf = ({ definition: { unit }, observations, changes }: Tellable): ToldChange[] =>
  changes
    .toSorted((one, other) => bySpan(other.span, one.span))
    .map((one) => {
      const change = statedChange(one, unit, laterCell(observations, one.span))
      return { ...change, report: one.report, short: statedInShort(change, unit) }
    })

const laterCell = (observations: readonly Observation[], span: Span): Observation['cell'] | null =>
  observations.find((one) => spanKey(one.span) === spanKey(span))?.cell ?? null

/** New limits begin where somebody decided so, and where the figures are not comparable with those before. */
function chartOf(
  { definition, breaks, rebaselines, chart }: Tellable,
  charted: readonly Observation[],
): ControlChart | null {
  const points = charted.flatMap(({ span, cell }) =>
    cell.value === null ? [] : [{ date: span.from, value: cell.value }],
  )
  if (points.length < 2) return null
  return controlChart(points, {
    improvement: definition.improvement,
    target: definition.target?.value ?? null,
    rebase: [
      ...new Set([...rebaselines.map(({ from }) => from), ...breaks.map(({ date }) => date)]),
    ].toSorted(),
    fixAfter: chart.fixAfter,
    screenOutliers: chart.screenOutliers,
  })
}

const sentencesOf = (measure: Tellable, chart: ControlChart, charted: readonly Observation[]): string[] =>
  chartSentences(chart, chartWords(measure, charted))

/** How sentences about the chart say its name, its values and its spans. */
export function chartWords(
  { title, definition: { unit } }: Tellable,
  charted: readonly Observation[],
): ChartWords {
  const spans = new Map(charted.map(({ span }) => [span.from, span]))
  return {
    name: title,
    format: (value) => amountWords(value, unit),
    possible: possibleOf(unit),
    dateWords: (day) => {
      const span = spans.get(day)
      return span === undefined ? day : spanWords(span)
    },
  }
}

/** Stated windows, and sums of twelve months where nobody states them, newest first, the longer of two first. */
function windowsOf(
  { definition, observations, breaks }: Tellable,
  charted: readonly Observation[],
): Window[] {
  const inChart = new Set(charted.map(({ span }) => spanKey(span)))
  const stated = observations.filter(({ span }) => !inChart.has(spanKey(span)))
  const known = new Set(stated.map(({ span }) => spanKey(span)))
  const summed = summedYears(charted, { definition, breaks }).filter(({ span }) => !known.has(spanKey(span)))
  const sums = new Set<Observation>(summed)
  const all = [...stated, ...summed].toSorted((one, other) => bySpan(one.span, other.span))
  return all
    .map((observation): Window => {
      const before = heldAgainst(observation, all)
      return {
        observation,
        before,
        change: before && changeBetween(before, observation, { unit: definition.unit, breaks }),
        summed: sums.has(observation),
      }
    })
    .toReversed()
}

/** The span of the same length a year earlier; the state on a day is held against the day before it that is on record. */
function heldAgainst({ span }: Observation, all: readonly Observation[]): Observation | null {
  const wanted = spanKey(yearBefore(span))
  const yearAgo = all.find((one) => spanKey(one.span) === wanted)
  if (yearAgo !== undefined) return yearAgo
  if (!isOneDay(span)) return null
  return all.filter((one) => isOneDay(one.span) && one.span.from < span.from).at(-1) ?? null
}

/** Where there is no chart: the newest figure with its change; where there is no figure, the change that is stated. */
function plainSentence(
  { title, definition: { unit } }: Tellable,
  { windows, stated, newest }: Pick<Telling, 'windows' | 'stated' | 'newest'>,
): string {
  if (newest === null) return `${title}: ${stated[0]?.short ?? 'no figure is on the record yet.'}`
  const window = windows.find(({ observation }) => observation.span.until === newest.span.until)
  const { span, cell } = window?.observation ?? newest
  const value = `${title}: ${valueWords(cell, unit)} ${whenWords(span)}.`
  return window?.change ? `${value} ${window.change.words}` : value
}

function inventedOf(observations: readonly Observation[]): Telling['invented'] {
  const invented = observations.filter(({ report }) => report.invented).length
  if (invented === 0) return 'none'
  return invented === observations.length ? 'all' : 'some'
}

/** A value that stands out, with what its owner says of it. */
export type Exception = {
  span: Span
  value: number
  /** By which rule it stands out. */
  rule: 'outside' | 'trend' | 'two-of-three' | 'shift'
  /** Those whose span has a day in common with it; empty where no comment is given yet. */
  commentary: Commentary[]
}

/** The values of the chart that stand out, newest first. One without commentary is to be told as such. */
export function exceptionsOf(
  { commentary }: Pick<Measure, 'commentary'>,
  { chart, charted }: Pick<Telling, 'chart' | 'charted'>,
): Exception[] {
  const spans = new Map(charted.map(({ span }) => [span.from, span]))
  return (chart?.points ?? [])
    .flatMap((point): Exception[] => {
      const span = spans.get(point.date)
      if (span === undefined || point.label === 'common_cause') return []
      const given = commentary.filter((one) => overlap(one.span, span))
      return [{ span, value: point.value, rule: ruleOf(point), commentary: given }]
    })
    .toReversed()
}

function ruleOf(point: { outside: boolean; trend: boolean; twoOfThree: boolean }): Exception['rule'] {
  if (point.outside) return 'outside'
  if (point.trend) return 'trend'
  return point.twoOfThree ? 'two-of-three' : 'shift'
}
