/**
 * How recorded crime divides into groups and their parts, by the Home Office's recording rules, and the measures that hang
 * on it. The tree is data: sub-groups change, and some are still to be confirmed.
 */

import type { Measure } from '../measures/measure.ts'
import type { Observation, Span } from '../measures/observation.ts'
import { bySpan } from '../measures/spans.ts'
import { type AddedUp, addedUp } from '../reference/adding-up.ts'
import { observedIn } from '../reference/latest.ts'
import { type Basis, type RegisterFile, twice } from '../reference/reference.ts'

export type CrimeNode = {
  slug: string
  name: string
  words: string | null
  confirmed: boolean
  /** The slug of the measure that counts it; null for the measure of the same slug. */
  measure: string | null
}

export type CrimeGroup = CrimeNode & {
  /** The total that it counts towards. */
  total: string
  parts: CrimeNode[]
}

export type CrimeTree = {
  whole: CrimeNode
  totals: CrimeNode[]
  groups: CrimeGroup[]
  basis: Basis
  register: RegisterFile
}

export const TREE_PATH = '/outcomes/crime-types'
export const TREE_KEY = 'crime-tree'
export const CRIME_FAMILY = 'recorded-crime'

export const measureOf = ({ slug, measure }: CrimeNode): string => measure ?? slug

/** Every node, from the whole to the parts. */
export const nodesOf = ({
  whole,
  totals,
  groups,
}: Pick<CrimeTree, 'whole' | 'totals' | 'groups'>): CrimeNode[] => [
  whole,
  ...totals,
  ...groups.flatMap((group) => [group, ...group.parts]),
]

/** Why a tree cannot stand as it was given; undefined where it can. */
export function faultOf(tree: Pick<CrimeTree, 'whole' | 'totals' | 'groups'>): string | undefined {
  const again = twice(nodesOf(tree).map(({ slug }) => slug))
  if (again !== undefined) return `"${again}" stands in the tree twice`
  const totals = tree.totals.map(({ slug }) => slug)
  const stray = tree.groups.find(({ total }) => !totals.includes(total))
  return stray === undefined ? undefined : `${stray.name} counts towards "${stray.total}", which is no total`
}

/** A node with its measure and its figure in the span; either may be missing. */
export type Hung<Node extends CrimeNode = CrimeNode> = {
  node: Node
  measure: Measure | undefined
  observation: Observation | undefined
}

export type Check = {
  name: string
  /** How many parts have a figure in the span, of how many there are. */
  known: number
  parts: number
  added: AddedUp
}

export type HungTree = {
  span: Span | null
  /** Spans in which a node has a figure or a stated change, the fullest first. */
  spans: Span[]
  whole: Hung
  totals: { hung: Hung; groups: { hung: Hung<CrimeGroup>; parts: Hung[]; check: Check }[]; check: Check }[]
  check: Check
  /** Measures of recorded crime that no node names. */
  others: Measure[]
}

/** The tree with the figures of one span: the one asked for, or the newest in which most nodes have one. */
export function hung(tree: CrimeTree, measures: readonly Measure[], asked: Span | null): HungTree {
  const bySlug = new Map(measures.map((measure) => [measure.slug, measure]))
  const nodes = nodesOf(tree)
  const spans = spansOf(nodes.flatMap((node) => bySlug.get(measureOf(node)) ?? []))
  const span = asked ?? spans[0] ?? null
  const hang = <Node extends CrimeNode>(node: Node): Hung<Node> => {
    const measure = bySlug.get(measureOf(node))
    return {
      node,
      measure,
      observation:
        measure === undefined || span === null ? undefined : observedIn(measure.observations, span),
    }
  }
  const totals = tree.totals.map((total) => {
    const groups = tree.groups
      .filter((group) => group.total === total.slug)
      .map((group) => {
        const [own, parts] = [hang(group), group.parts.map(hang)]
        return { hung: own, parts, check: checked(own, parts) }
      })
    const own = hang(total)
    const check = checked(
      own,
      groups.map((group) => group.hung),
    )
    return { hung: own, groups, check }
  })
  const whole = hang(tree.whole)
  const named = new Set(nodes.map(measureOf))
  return {
    span,
    spans,
    whole,
    totals,
    check: checked(
      whole,
      totals.map((total) => total.hung),
    ),
    others: measures.filter(({ slug }) => !named.has(slug)),
  }
}

/** Spans by how many nodes have a figure or a stated change in them, then the newest first. */
function spansOf(measures: readonly Measure[]): Span[] {
  const counts = new Map<string, { span: Span; count: number }>()
  for (const { span } of measures.flatMap(({ observations, changes }) => [...observations, ...changes])) {
    const key = `${span.from}/${span.until}`
    const known = counts.get(key)
    counts.set(key, { span, count: (known?.count ?? 0) + 1 })
  }
  return [...counts.values()]
    .toSorted((one, other) => other.count - one.count || bySpan(other.span, one.span))
    .map(({ span }) => span)
}

function checked(whole: Hung, parts: readonly Hung[]): Check {
  const known = parts.filter(({ observation }) => (observation?.cell.value ?? null) !== null).length
  return {
    name: whole.node.name,
    known,
    parts: parts.length,
    added: addedUp(
      whole.observation?.cell,
      parts.map(({ observation }) => observation?.cell),
    ),
  }
}
