/**
 * What a control chart says, in plain English: what changed, since when, how many in a row, whether that is more than
 * chance, which values are exceptional and whether the limits are to be trusted. It judges nothing that has no direction.
 */
import type { LocalDate } from '../lib/index.ts'
import { baselineLength } from './chart-limits.ts'
import type { ControlChart, ControlGroup, ControlPoint } from './control-chart.ts'

/** How the series is called, and how its numbers and dates are written. */
export type ChartWords = {
  /** "All crime", "Robbery"; no full stop. */
  readonly name: string
  readonly format: (value: number) => string
  /** "September 2019" for the first day of a month. */
  readonly dateWords: (date: LocalDate) => string
  /** What values there can be: no share is above 100%. Where nothing is said, not below 0 where no value is. */
  readonly possible?: { readonly least: number | null; readonly most: number | null }
}

/** More exceptional values than this are counted, and only the furthest are named. */
const NAMED = 3

/** With so few values none can lie outside the limits that they make, whatever they are. */
const NONE_CAN_STAND_OUT = 4

/** The sentences of `chartSentences` as one text. */
export const chartSentence = (chart: ControlChart, words: ChartWords): string =>
  chartSentences(chart, words).join(' ')

/**
 * The first sentence says where the series stands now; the next ones, where there is something to say, which values
 * were exceptional, what of the target, and how far the limits are to be trusted.
 */
export function chartSentences(chart: ControlChart, words: ChartWords): string[] {
  const last = chart.points.at(-1)
  const group = chart.groups.at(-1)
  if (last === undefined || group === undefined) return [`${named(words)}: there are no values yet.`]
  if (chart.points.length === 1)
    return [
      `${named(words)}: one value only, ${words.format(last.value)} ${when(words, last.date)}, so no change can be seen yet.`,
    ]
  return [
    `${named(words)}: ${standing(chart, last, group, words)}.`,
    ...exceptions(chart, last, words),
    ...target(chart, words),
    ...trust(chart, group, words),
  ]
}

/** "in June 2018", "on 5 January 2018", "in the 12 months to June 2018". */
function when({ dateWords }: ChartWords, date: LocalDate): string {
  const said = dateWords(date)
  if (/^\d+ (?:months|weeks|days) /.test(said)) return `in the ${said}`
  return /^\d{1,2} \p{L}/u.test(said) ? `on ${said}` : `in ${said}`
}

const named = ({ name }: ChartWords): string => name.charAt(0).toUpperCase() + name.slice(1)

function standing(chart: ControlChart, last: ControlPoint, group: ControlGroup, words: ChartWords): string {
  const latest = `the latest value, ${words.format(last.value)} ${when(words, last.date)},`
  if (last.side === null) {
    if (group.n === 1)
      return `${latest} is the first since the limits were drawn anew, so nothing can be said of change yet`
    const before = chart.points.filter((point) => point.group === last.group)
    if (
      before.length >= 2 &&
      before.length <= NONE_CAN_STAND_OUT &&
      !before.every(({ value }) => value === last.value)
    )
      return `${latest} is one of ${before.length}, too few to tell a change from chance`
    if (before.every(({ value }) => value === last.value))
      return `no change at all; ${latest} is as all the others`
    const lately = before.some(({ side }) => side !== null) ? 'lately ' : ''
    return `${lately}no change that is more than chance; ${latest} lies within the ${rangeWords(chart, group, words)} that its usual ups and downs give`
  }
  return `${whatHappened(chart, last, group, words)}; ${judgement(last)}`
}

function whatHappened(
  chart: ControlChart,
  last: ControlPoint,
  group: ControlGroup,
  words: ChartWords,
): string {
  const members = chart.points.filter((point) => point.group === last.group)
  const high = last.side === 'high'
  if (last.outside)
    return `the latest value, ${words.format(last.value)} ${when(words, last.date)}, is ${high ? 'above' : 'below'} the ${rangeWords(chart, group, words)} that its usual ups and downs give, so this is more than chance${alsoInARow(members, last, group, words)}`
  if (last.trend) {
    const run = runOfSteps(members, members.length - 1)
    const first = run[0] ?? last
    return `${run.length} values in a row, each ${high ? 'higher' : 'lower'} than the one before, from ${words.format(first.value)} ${when(words, first.date)} to ${words.format(last.value)} ${when(words, last.date)}, which is more than chance`
  }
  if (last.twoOfThree)
    return `at least two of the last three values lie close to the ${high ? 'upper' : 'lower'} end of the ${rangeWords(chart, group, words)} that its usual ups and downs give, and all three on that side of the average, which is more than chance`
  return `${inARow(members, last, group, words)}, which is more than chance`
}

/** "9 values in a row above the average of 4,423, since May 2018". */
function inARow(
  members: readonly ControlPoint[],
  last: ControlPoint,
  group: ControlGroup,
  words: ChartWords,
): string {
  const run = runOfSide(members, members.indexOf(last), group.mean)
  return `${run.length} values in a row ${last.value > group.mean ? 'above' : 'below'} the average of ${words.format(group.mean)}, since ${words.dateWords((run[0] ?? last).date)}`
}

const alsoInARow = (
  members: readonly ControlPoint[],
  last: ControlPoint,
  group: ControlGroup,
  words: ChartWords,
): string => (last.shift ? `; it is the last of ${inARow(members, last, group, words)}` : '')

function judgement(point: ControlPoint): string {
  if (point.label === 'special_cause_improvement') return 'this is a change for the better'
  if (point.label === 'special_cause_concern') return 'this is a change for the worse'
  return 'neither way is better by itself, so the reason matters'
}

/** "14,584 to 17,042": the limits, no wider than values can be. */
export function rangeWords(
  chart: ControlChart,
  group: ControlGroup,
  { format, possible }: Pick<ChartWords, 'format' | 'possible'>,
): string {
  const usual = chart.points.every(({ value }) => value >= 0) ? 0 : null
  const { least, most } = possible ?? { least: usual, most: null }
  return `${format(Math.max(least ?? group.lower, group.lower))} to ${format(Math.min(most ?? group.upper, group.upper))}`
}

/** The values up to the one at `end` that lie on its side of the mean. */
function runOfSide(members: readonly ControlPoint[], end: number, mean: number): readonly ControlPoint[] {
  const side = Math.sign((members[end]?.value ?? mean) - mean)
  let start = end
  while (start > 0 && Math.sign((members[start - 1]?.value ?? mean) - mean) === side) start -= 1
  return members.slice(start, end + 1)
}

/** The values up to the one at `end` that rise, or fall, without a break. */
function runOfSteps(members: readonly ControlPoint[], end: number): readonly ControlPoint[] {
  const step = (at: number): number => Math.sign((members[at]?.value ?? 0) - (members[at - 1]?.value ?? 0))
  let start = end
  while (start > 0 && step(start) === step(end) && step(start) !== 0) start -= 1
  return members.slice(start, end + 1)
}

function exceptions(chart: ControlChart, last: ControlPoint, words: ChartWords): string[] {
  const outside = chart.points.filter((point) => point.outside && point !== last)
  return [...namedExceptions(chart, outside, words), ...earlierRun(chart, last, words)]
}

function namedExceptions(chart: ControlChart, outside: readonly ControlPoint[], words: ChartWords): string[] {
  if (outside.length === 0) return []
  const say = (point: ControlPoint): string =>
    `${words.format(point.value)} ${when(words, point.date)} (${point.side ?? 'high'})`
  if (outside.length === 1) return [`One earlier value was exceptional: ${outside.map(say).join('')}.`]
  if (outside.length <= NAMED) return [`Earlier values that were exceptional: ${listed(outside.map(say))}.`]
  const furthest = outside
    .toSorted((one, other) => distance(chart, other) - distance(chart, one))
    .slice(0, NAMED)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
  return [
    `${outside.length} earlier values were exceptional, the furthest from usual ${listed(furthest.map(say))}.`,
  ]
}

const distance = (chart: ControlChart, point: ControlPoint): number => {
  const group = chart.groups[point.group]
  const width = group === undefined ? 0 : group.upper - group.mean
  return width === 0 ? 0 : Math.abs(point.value - (group?.mean ?? 0)) / width
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** The last run of seven or more on one side, where it is over. */
function earlierRun(chart: ControlChart, last: ControlPoint, words: ChartWords): string[] {
  if (last.side !== null) return []
  const group = chart.groups[last.group]
  const members = chart.points.filter((point) => point.group === last.group)
  const end = members.findLastIndex(({ shift }) => shift)
  const ended = members[end]
  if (group === undefined || ended === undefined) return []
  const run = runOfSide(members, end, group.mean)
  const first = run[0] ?? ended
  return [
    `Before that, ${run.length} values in a row were ${ended.value > group.mean ? 'above' : 'below'} the average, from ${words.dateWords(first.date)} to ${words.dateWords(ended.date)}.`,
  ]
}

function target({ assurance, options }: ControlChart, { format }: ChartWords): string[] {
  if (options.target === null || assurance === 'none') return []
  const aim = `The target of ${format(options.target)}`
  if (assurance === 'pass') return [`${aim} is likely to be met at any time as things are.`]
  if (assurance === 'fail') return [`${aim} is not likely to be met unless something changes.`]
  return [`${aim} lies within the usual ups and downs, so it may be met at one time and missed at the next.`]
}

function trust(chart: ControlChart, group: ControlGroup, words: ChartWords): string[] {
  const fixed = baselineLength(chart.options.fixAfter)
  return [
    ...(chart.groups.length > 1 ? [`The limits were drawn anew from ${words.dateWords(group.from)}.`] : []),
    ...(fixed !== null && group.n > fixed
      ? [`The limits come from the first ${fixed} values, from ${words.dateWords(group.from)}.`]
      : []),
    ...(group.trial
      ? [
          `The limits are on trial, since they come from only ${group.n} ${group.n === 1 ? 'value' : 'values'}.`,
        ]
      : []),
  ]
}
