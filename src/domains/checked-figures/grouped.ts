/** Relations that fail, one group for each cause, and the milder ones apart: people are shown a cause once, with all its places. */
import type { Relation } from '../../figures/index.ts'

export type Group = readonly [Relation, ...Relation[]]

export type Grouped = {
  /** What does not add up. */
  failing: Group[]
  /** A figure that was cut off rather than rounded, or a rounding that is possible and unlikely. */
  mild: Group[]
}

/** Groups in the order of the document. A group is mild when all of it is. */
export function groupedFindings(relations: readonly Relation[]): Grouped {
  const groups = new Map<string, [Relation, ...Relation[]]>()
  relations.forEach((relation, index) => {
    const { verdict, severity, cause } = relation
    if (verdict !== 'inconsistent' && severity === 'none') return
    const key = verdict === 'inconsistent' && cause !== null ? cause : `alone ${index}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [relation])
    else group.push(relation)
  })
  const all = [...groups.values()]
  return { failing: all.filter(isFailing), mild: all.filter((group) => !isFailing(group)) }
}

const isFailing = (group: Group): boolean =>
  group.some(({ verdict, severity }) => verdict === 'inconsistent' && severity !== 'truncation')
