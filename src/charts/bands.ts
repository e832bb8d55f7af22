/** The usual range of each group of a control chart: a pale band with the usual level as a line in it. */
import type { ControlChart, ControlGroup } from '../statistics/index.ts'
import { type Html, html } from '../web/index.ts'
import { type TimeScale, type ValueScale } from './axes.ts'
import { type Box, block, layer, PALE, rule, type Spot, THREAD } from './marks.ts'

export type Band = Pick<ControlGroup, 'from' | 'to' | 'mean' | 'lower' | 'upper' | 'trial'> & {
  group: number
}

/** The groups that have limits, no wider than values can be. A single value has none. */
export function bandsOf(
  chart: ControlChart,
  possible: { least: number | null; most: number | null },
): Band[] {
  return chart.groups.flatMap(({ from, to, n, mean, lower, upper, trial }, group) =>
    n < 2 || !Number.isFinite(upper - lower)
      ? []
      : [
          {
            group,
            from,
            to,
            mean,
            trial,
            lower: Math.max(lower, possible.least ?? lower),
            upper: Math.min(upper, possible.most ?? upper),
          },
        ],
  )
}

export type PlacedBand = { box: Box; trial: boolean; level: number }

/** Where bands and usual levels lie, with a small gap where one group ends and the next begins. */
export function placedBands(
  bands: readonly Band[],
  days: TimeScale,
  scale: ValueScale,
  plot: { left: number; right: number },
): PlacedBand[] {
  const reach = Math.max(2, days.step / 2 - 1.5)
  return bands.map(({ from, to, upper, lower, mean, trial }) => ({
    trial,
    level: scale.y(mean),
    box: {
      left: Math.max(plot.left, days.x(from) - reach),
      right: Math.min(plot.right, days.x(to) + reach),
      top: scale.y(upper),
      bottom: scale.y(lower),
    },
  }))
}

/** The lines of bands: both limits and the usual level. */
export const linesOf = (bands: readonly PlacedBand[]): { from: Spot; to: Spot }[] =>
  bands.flatMap(({ box, level }) =>
    [box.top, level, box.bottom].map((y) => ({ from: { x: box.left, y }, to: { x: box.right, y } })),
  )

export function drawBands(drawn: readonly PlacedBand[]): Html {
  return html`${layer(
    'band',
    { fill: PALE },
    drawn.map(({ box }) => block(box)),
  )}${layer('limit', { stroke: THREAD, width: 1 }, drawn.filter(({ trial }) => !trial).map(edges))}${layer(
    'limit',
    { stroke: THREAD, width: 1.5, dash: '3 4' },
    drawn.filter(({ trial }) => trial).map(edges),
  )}${layer(
    'level',
    { stroke: THREAD, width: 2 },
    drawn.map(({ box, level }) => rule(box.left, level, box.right, level)),
  )}`
}

const edges = ({ box }: { box: Box }): Html[] => [
  rule(box.left, box.top, box.right, box.top),
  rule(box.left, box.bottom, box.right, box.bottom),
]
