/** Matches what the checker of figures found with hand-made labels, one to one, by their spans and their kinds. */
import type { Relation } from '../../src/figures/index.ts'

type Place = { readonly start: number; readonly end: number }

export type Label = Place & {
  readonly id: string
  readonly document: string
  readonly kind: string
  readonly verdict: string
  readonly alt_verdicts?: readonly string[]
  /** Optional in scoring. */
  readonly weak?: boolean
  readonly stated: Place | null
  readonly operands: readonly Place[]
}
export type Labels = {
  readonly relations: readonly Label[]
  readonly negatives: readonly (Place & { readonly document: string })[]
}
export type Predicted = Relation & { readonly document: string }

/** Kinds that the scorer takes for one another. */
const FAMILIES: readonly (readonly string[])[] = [
  ['change', 'difference'],
  ['share', 'ratio'],
  ['share-list', 'sum-in-text'],
  ['sum-in-text', 'table-column-sum', 'table-row-sum'],
]
/** How much of the shorter span the two must share. */
const OVERLAP = 0.5
const NEAR = 40

/** Labels that need not be found. */
export const optional = ({ weak, verdict }: Label): boolean => weak === true || verdict === 'undecidable'

const alike = (one: string, other: string): boolean =>
  one === other || FAMILIES.some((family) => family.includes(one) && family.includes(other))

const holds = (outer: Place, inner: Place): boolean => outer.start <= inner.start && inner.end <= outer.end

type Candidate = { readonly label: Label; readonly found: Predicted; readonly rank: readonly number[] }

/** How well a prediction fits a label: kind, hold on the stated figure, share of its figures, overlap; undefined where not. */
function candidate(label: Label, found: Predicted): Candidate | undefined {
  if (found.document !== label.document || !alike(found.kind, label.kind)) return undefined
  const shared = Math.max(0, Math.min(found.end, label.end) - Math.max(found.start, label.start))
  const [own, other] = [found.end - found.start, label.end - label.start].map((length) => Math.max(1, length))
  if (own === undefined || other === undefined) return undefined
  const places = [...(label.stated ? [label.stated] : []), ...label.operands]
  const covered = places.filter((place) => holds(found, place)).length
  const near = found.start >= label.start - NEAR && found.end <= label.end + NEAR
  if (shared / Math.min(own, other) < OVERLAP && !(covered > 0 && near)) return undefined
  const rank = [
    found.kind === label.kind ? 1 : 0,
    label.stated && holds(found, label.stated) ? 1 : 0,
    covered / Math.max(1, places.length),
    shared / (own + other - shared),
  ]
  return { label, found, rank }
}

const better = (a: Candidate, b: Candidate): number =>
  a.rank.map((value, at) => (b.rank[at] ?? 0) - value).find((difference) => difference !== 0) ?? 0

/** Each label with its prediction, best fits first; the verdict is no part of it. */
export function matched(labels: readonly Label[], found: readonly Predicted[]): Map<Label, Predicted> {
  const candidates = labels.flatMap((label) => found.flatMap((each) => candidate(label, each) ?? []))
  const pairs = new Map<Label, Predicted>()
  const taken = new Set<Predicted>()
  for (const { label, found: each } of candidates.toSorted(better)) {
    if (pairs.has(label) || taken.has(each)) continue
    pairs.set(label, each)
    taken.add(each)
  }
  return pairs
}
