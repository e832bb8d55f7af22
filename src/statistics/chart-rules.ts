/**
 * The four rules by which points of a control chart are special, as NHSRplotthedots 0.2.2 applies them. The first that
 * holds names the point: outside the limits, seven rising or falling, two of three near a limit, seven on one side.
 */
import type { ControlGroup, ControlPoint, Direction, PointLabel, SeriesPoint } from './control-chart.ts'

const RUN = 7

/** The points of one group with what holds of each; runs never reach into another group. */
export function judged(
  points: readonly SeriesPoint[],
  group: number,
  limits: ControlGroup,
  improvement: Direction,
): ControlPoint[] {
  const values = points.map(({ value }) => value)
  const sides = values.map((value) => Math.sign(value - limits.mean))
  const outside = values.map((value) => value > limits.upper || value < limits.lower)
  const near = values.map(
    (value, index) => outside[index] === false && (value > limits.nearUpper || value < limits.nearLower),
  )
  const trends = runs(steps(values), RUN - 1).map(spread)
  const shifts = runs(sides, RUN)
  const twos = twoOfThree(sides, near)
  return points.map((point, index) => {
    const side = sides[index] ?? 0
    const trend = trendAt(trends, index)
    const facts = {
      outside: outside[index] === true,
      near: near[index] === true,
      trend: trend !== 0,
      twoOfThree: twos[index] === true,
      shift: covers(shifts, index),
    }
    const towards = facts.outside ? side : facts.trend ? trend : facts.twoOfThree || facts.shift ? side : 0
    return {
      ...point,
      group,
      ...facts,
      side: towards === 0 ? null : towards > 0 ? 'high' : 'low',
      label: labelOf(towards, improvement),
    }
  })
}

type Run = { from: number; to: number; sign: number }

/** The direction of each step from one value to the next: 1 rising, -1 falling, 0 level. */
const steps = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? value)))

/** Stretches of at least `length` equal signs, nought breaking each; both ends are in it. */
function runs(signs: readonly number[], length: number): Run[] {
  const found: Run[] = []
  let from = 0
  signs.forEach((sign, index) => {
    if (sign !== signs[from]) from = index
    const ends = signs[index + 1] !== sign
    if (sign !== 0 && ends && index - from + 1 >= length) found.push({ from, to: index, sign })
  })
  return found
}

/** A run of steps as the points that it joins: one more than there are steps. */
const spread = ({ from, to, sign }: Run): Run => ({ from, to: to + 1, sign })

const covers = (found: readonly Run[], index: number): boolean =>
  found.some(({ from, to }) => from <= index && index <= to)

/** At the turn between a rise and a fall a point is in both; it counts to the one that it begins, as in the reference. */
const trendAt = (found: readonly Run[], index: number): number =>
  found.findLast(({ from, to }) => from <= index && index <= to)?.sign ?? 0

/** The near points of each three neighbours that lie on one side with at least two of them near. */
function twoOfThree(sides: readonly number[], near: readonly boolean[]): boolean[] {
  const flagged = near.map(() => false)
  for (let start = 0; start + 2 < sides.length; start += 1) {
    const window = [start, start + 1, start + 2]
    const side = sides[start]
    if (side === 0 || !window.every((index) => sides[index] === side)) continue
    const close = window.filter((index) => near[index] === true)
    if (close.length >= 2) for (const index of close) flagged[index] = true
  }
  return flagged
}

function labelOf(towards: number, improvement: Direction): PointLabel {
  if (towards === 0) return 'common_cause'
  if (improvement === 'neutral')
    return towards > 0 ? 'special_cause_neutral_high' : 'special_cause_neutral_low'
  return (improvement === 'increase') === towards > 0 ? 'special_cause_improvement' : 'special_cause_concern'
}
