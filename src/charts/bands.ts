/** The usual range of each group of a control chart: a pale band with the usual level as a line in it. */
import type { ControlChart, ControlGroup } from '../statistics/index.ts'
import { type Html, html } from '../web/index.ts'
import { type TimeScale, type ValueScale } from './axes.ts'
import { type Box, block, layer, PALE, rule, THREAD } from './marks.ts'

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

/** Bands and usual levels, with a small gap where one group ends and the next begins. */
export function drawBands(
  bands: readonly Band[],
  days: TimeScale,
  scale: ValueScale,
  plot: { left: number; right: number },
): Html {
  const reach = Math.max(2, days.step / 2 - 1.5)
  const drawn = bands.map((band) => {
    const box: Box = {
      left: Math.max(plot.left, days.x(band.from) - reach),
      right: Math.min(plot.right, days.x(band.to) + reach),
      top: scale.y(band.upper),
      bottom: scale.y(band.lower),
    }
    return { box, band, level: scale.y(band.mean) }
  })
  return html`${layer(
    'band',
    { fill: PALE },
    drawn.map(({ box }) => block(box)),
  )}${layer(
    'limit',
    { stroke: THREAD, width: 1 },
    drawn.filter(({ band }) => !band.trial).map(edges),
  )}${layer(
    'limit',
    { stroke: THREAD, width: 1.5, dash: '3 4' },
    drawn.filter(({ band }) => band.trial).map(edges),
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
