/** Findings that fail for one reason: people are shown one, with all its places. */
import { compare, type Exact, size } from './exact.ts'
import { type Finding, figuresOf } from './finding.ts'

/** Sets that grow together. */
class Groups {
  readonly #of: number[]
  constructor(count: number) {
    this.#of = Array.from({ length: count }, (_, index) => index)
  }
  of(index: number): number {
    let at = index
    while (this.#of[at] !== undefined && this.#of[at] !== at) at = this.#of[at] ?? at
    return at
  }
  join(one: number, other: number): void {
    this.#of[Math.max(this.of(one), this.of(other))] = Math.min(this.of(one), this.of(other))
  }
}

const sameSize = (a: Exact | null | undefined, b: Exact | null | undefined): boolean =>
  !!a && !!b && compare(size(a), size(b)) === 0

/** Two fail for one reason when they check the same figure, or share figures and are off by the same in the same table. */
function oneReason(a: Finding, b: Finding): boolean {
  if (a.stated && a.stated.figure.start === b.stated?.figure.start) return true
  if (!sameSize(a.discrepancy, b.discrepancy)) return false
  const [one, other] = [figuresOf(a), figuresOf(b)]
  if (one.some(({ start }) => other.some((figure) => figure.start === start))) return true
  return a.kind === b.kind && a.kind === 'table-row-sum' && a.table === b.table
}

/** The findings, each failing one with the cause it shares: the place of the first figure that the cause concerns. */
export function sharedCauses(findings: readonly Finding[]): Finding[] {
  const failing = findings
    .filter(({ verdict }) => verdict === 'inconsistent')
    .toSorted((a, b) => (figuresOf(a)[0]?.start ?? 0) - (figuresOf(b)[0]?.start ?? 0))
  const groups = new Groups(failing.length)
  // Each is compared with those that begin near it alone, so that many failures take no longer than their number.
  failing.forEach((one, index) => {
    for (let other = index + 1; other < Math.min(failing.length, index + 40); other += 1) {
      const next = failing[other]
      if (next && oneReason(one, next)) groups.join(index, other)
    }
  })
  const causes = new Map(
    failing.map((finding, index) => [
      finding,
      `cause-${figuresOf(failing[groups.of(index)] ?? finding)[0]?.start ?? 0}`,
    ]),
  )
  return findings.map((finding) => {
    const cause = causes.get(finding)
    return cause === undefined ? finding : { ...finding, cause }
  })
}
