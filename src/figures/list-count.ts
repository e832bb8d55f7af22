/** How many entries a heading says its list has (figures.md 2.7, class 10): agreement alone is told, since lists lose entries. */
import { same, whole } from './exact.ts'
import type { Finding } from './finding.ts'
import type { List } from './list.ts'
import { said } from './message.ts'

/** "The seven priorities are:", a number that counts what follows, near the colon. */
export function listCounts(list: List): Finding[] {
  const head = list.head.at(-1)
  if (!head || !/: ?$/.test(head.words)) return []
  const counts = head.figures.filter(
    (figure, at) =>
      figure.unit === null &&
      figure.measure === undefined &&
      figure.approx === undefined &&
      same(figure.value, whole(list.entries.length)) &&
      /^ [a-z]/.test(head.gaps[at + 1] ?? '') &&
      at === head.figures.length - 1,
  )
  return counts.map((figure) => ({
    kind: 'other',
    subkind: 'list-count',
    stated: { role: 'count', figure },
    operands: [],
    verdict: 'consistent',
    formula: 'count = entries of the list',
    message: `The heading says ${said(figure)}, and ${list.entries.length} entries follow.`,
  }))
}
