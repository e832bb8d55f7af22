/** Words to the right of a chart, each level with its line, pushed apart where lines lie close. */
import { type Html, html } from '../web/index.ts'
import { words } from './marks.ts'
import { wordsWidth } from './words-room.ts'

export type SideLabel = { value: number; words: string; strong: boolean }

/** The room the words need. */
export const sideWidth = (labels: readonly SideLabel[], font: number): number =>
  labels.length === 0
    ? 8
    : Math.ceil(Math.max(...labels.map((label) => wordsWidth(label.words, font, label.strong)))) + 12

/** Draws the labels at x, from the highest down, without one covering another. */
export function sideLabels(
  labels: readonly SideLabel[],
  y: (value: number) => number,
  at: { x: number; font: number; plot: { top: number; bottom: number } },
): Html {
  const sorted = labels
    .map((label) => ({ label, y: y(label.value) + at.font * 0.35 }))
    .toSorted((one, other) => one.y - other.y)
  return html`${apart(
    sorted.map((one) => one.y),
    at.font * 1.2,
    at.plot.bottom + at.font * 0.35,
  ).map((base, index) => {
    const label = sorted[index]?.label
    return label === undefined
      ? ''
      : words(label.words, { x: at.x, y: base, size: at.font, tone: label.strong ? 'strong' : 'quiet' })
  })}`
}

/** Places in their order at least `gap` apart, each as near as may be to where it was wanted, none below `most`. */
export function apart(wanted: readonly number[], gap: number, most: number): number[] {
  type Cluster = { sum: number; n: number }
  const clusters: Cluster[] = []
  // Pool neighbours that are too close: within a cluster the k-th stands k gaps below its first.
  const start = ({ sum, n }: Cluster): number => Math.min(sum / n, most - (n - 1) * gap)
  for (const place of wanted) {
    let cluster: Cluster = { sum: place, n: 1 }
    for (;;) {
      const before = clusters.at(-1)
      if (before === undefined || start(before) + before.n * gap <= start(cluster)) break
      clusters.pop()
      cluster = {
        sum: before.sum + cluster.sum - cluster.n * before.n * gap,
        n: before.n + cluster.n,
      }
    }
    clusters.push(cluster)
  }
  return clusters.flatMap((cluster) =>
    Array.from({ length: cluster.n }, (_, index) => start(cluster) + index * gap),
  )
}
