/** What is said on a control chart: beside its lines, above its axis, and in its legend. */
import type { ControlPoint } from '../statistics/index.ts'
import type { Band } from './bands.ts'
import type { ControlChartParts, Frame } from './control-chart-parts.ts'
import type { LegendItem } from './legend.ts'
import { type Way, wayOf } from './points.ts'
import type { SideLabel } from './side-labels.ts'

/** The words beside the lines of the last group. */
export function sideOf(parts: ControlChartParts, bands: readonly Band[]): SideLabel[] {
  const last = bands.at(-1)
  const current = last?.group === parts.chart.groups.length - 1 ? last : undefined
  const target =
    parts.target === null
      ? []
      : [{ value: parts.target, words: `target ${parts.number(parts.target)}`, strong: true }]
  if (current === undefined) return target
  const usual = { value: current.mean, words: `usual level ${parts.number(current.mean)}`, strong: false }
  if (current.upper === current.lower) return [...target, usual]
  return [
    ...target,
    { value: current.upper, words: `upper limit ${parts.number(current.upper)}`, strong: false },
    usual,
    { value: current.lower, words: `lower limit ${parts.number(current.lower)}`, strong: false },
  ]
}

/** What a reader must know to read this chart, and nothing that is not on it. */
export function legendOf(parts: ControlChartParts, bands: readonly Band[], frame: Frame): LegendItem[] {
  const { points, options } = parts.chart
  const of = (way: Way): ControlPoint[] => points.filter((point) => wayOf(point, options.improvement) === way)
  const [plain, high, low] = [of(null), of('high'), of('low')]
  const { target } = parts
  return [
    ...(plain.length > 0 && bands.length > 0 ? [{ symbol: 'dot' as const, words: 'as usual' }] : []),
    ...(high.length > 0
      ? [{ symbol: 'high' as const, words: standsOut(high, ['high', 'above', 'rising']) }]
      : []),
    ...(low.length > 0
      ? [{ symbol: 'low' as const, words: standsOut(low, ['low', 'below', 'falling']) }]
      : []),
    ...bandItems(parts, bands, frame),
    ...(target === null || frame.sideWords
      ? []
      : [{ symbol: 'target' as const, words: `target ${parts.number(target)}` }]),
  ]
}

/** "unusually high, long above or rising": only the reasons that are on the chart, in the order of the rules. */
function standsOut(
  points: readonly ControlPoint[],
  [far, beyond, trend]: readonly [string, string, string],
): string {
  const rising = points.some((point) => point.trend && !point.outside)
  const near = points.some((point) => point.outside || (point.twoOfThree && !point.trend))
  const long = points.some((point) => point.shift && !point.outside && !point.trend && !point.twoOfThree)
  const reasons = [
    near && `unusually ${far}`,
    long && `long ${beyond} the usual level`,
    rising && `${trend} for long`,
  ]
  return reasons.filter((reason) => reason !== false).join(' or ')
}

/** The usual range; where no words stand beside the chart, with its numbers. */
function bandItems(parts: ControlChartParts, bands: readonly Band[], frame: Frame): LegendItem[] {
  const last = bands.at(-1)
  if (last === undefined) return []
  const now = bands.length > 1 ? ' now' : ''
  if (bands.every(({ upper, lower }) => upper === lower))
    return [
      {
        symbol: 'level',
        words: frame.sideWords ? 'usual level' : `usual level${now} ${parts.number(last.mean)}`,
      },
    ]
  const trial = bands.some((band) => band.trial)
  const caution = trial ? ', on trial: few values so far' : ''
  if (frame.sideWords) return [{ symbol: trial ? 'trial' : 'band', words: `usual range${caution}` }]
  return [
    {
      symbol: trial ? 'trial' : 'band',
      words: `usual range${now} ${parts.number(last.lower)} to ${parts.number(last.upper)}`,
    },
    ...(trial ? [{ symbol: null, words: 'on trial: few values so far' }] : []),
  ]
}
