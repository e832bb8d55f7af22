/** Numbered flags above a chart: a square for an event, with a fine line down; a dashed line where figures cease to be comparable. */
import type { LocalDate } from '../lib/index.ts'
import { type Html, html } from '../web/index.ts'
import { dayNumber, type TimeScale } from './axes.ts'
import { type Box, block, GROUND, INK, layer, QUIET, rule, type Spot, words } from './marks.ts'

export type Flag = {
  date: LocalDate
  words: string
  kind: 'event' | 'break'
  number: number
  /** Where its line stands. */
  at: number
  /** Which row above the plot it stands in, from 0, the lowest. */
  row: number
}

const WIDE = 22

/** Numbers the flags within the days of the chart and sets those that would cover each other in rows. */
export function placedFlags(
  wanted: readonly Pick<Flag, 'date' | 'words' | 'kind'>[],
  days: TimeScale,
  plot: { left: number; right: number },
): { flags: Flag[]; rows: number } {
  const flags: Flag[] = []
  for (const flag of wanted) {
    const day = dayNumber(flag.date)
    if (day < days.first - days.stepDays || day > days.last + days.stepDays) continue
    // A break stands before the first value it is about, not on it.
    const shift = flag.kind === 'break' ? Math.min(days.step / 2, 12) : 0
    const at = Math.min(plot.right - WIDE / 2, Math.max(plot.left + WIDE / 2, days.x(flag.date) - shift))
    let row = 0
    while (flags.some((other) => other.row === row && Math.abs(other.at - at) < WIDE + 2)) row += 1
    flags.push({ ...flag, at, row, number: flags.length + 1 })
  }
  return { flags, rows: Math.max(0, ...flags.map(({ row }) => row + 1)) }
}

/** The flags and their lines, and the room that they take. */
export function drawFlags(
  flags: readonly Flag[],
  plot: { top: number; bottom: number },
  font: number,
): { drawn: Html; boxes: Box[]; lines: { from: Spot; to: Spot }[] } {
  const placed = flags.map((flag) => {
    const bottom = plot.top - 4 - flag.row * 24
    return {
      flag,
      box: { left: flag.at - WIDE / 2, right: flag.at + WIDE / 2, top: bottom - 20, bottom },
    }
  })
  const lines = (kind: Flag['kind']): Html[] =>
    placed
      .filter(({ flag }) => flag.kind === kind)
      .map(({ flag, box }) => rule(flag.at, box.bottom, flag.at, plot.bottom))
  const drawn = html`${layer('event', { stroke: QUIET, width: 1 }, lines('event'))}${layer(
    'break',
    { stroke: INK, width: 2, dash: '5 5' },
    lines('break'),
  )}${layer(
    'flag',
    { fill: GROUND, stroke: INK, width: 1.5 },
    placed.map(({ box }) => block(box)),
  )}${placed.map(({ flag, box }) =>
    words(String(flag.number), {
      x: flag.at,
      y: box.bottom - 5,
      size: font - 1,
      anchor: 'middle',
      tone: 'strong',
    }),
  )}`
  return {
    drawn,
    boxes: placed.map(({ box }) => box),
    lines: placed.map(({ flag, box }) => ({
      from: { x: flag.at, y: box.bottom },
      to: { x: flag.at, y: plot.bottom },
    })),
  }
}
