/** A relation as its finder hands it over, before causes are shared and messages written. */
import { type Exact, written } from './exact.ts'
import { type Figure, statedOf } from './figure.ts'
import type { Interval } from './interval.ts'
import type { Kind, Relation, Severity, Verdict } from './relation.ts'

export type Operand = { readonly figure: Figure; readonly role: string }

export type Finding = {
  readonly kind: Kind
  readonly subkind?: string
  readonly stated: Operand | null
  readonly operands: readonly Operand[]
  readonly verdict: Verdict
  readonly severity?: Severity
  readonly formula: string
  readonly recomputed?: { readonly point: Exact; readonly stands: Interval }
  readonly discrepancy?: Exact | null
  /** Where its table begins, of one in a table. */
  readonly table?: number
  /** Findings of one reason. */
  readonly cause?: string
  readonly message: string
}

/** Everything a finding stands on, in the order of the text. */
export const figuresOf = ({ stated, operands }: Finding): Figure[] =>
  [...(stated ? [stated] : []), ...operands].map(({ figure }) => figure).toSorted((a, b) => a.start - b.start)

/** The relation of a finding. */
export function relationOf(finding: Finding): Relation {
  const figures = figuresOf(finding)
  return {
    kind: finding.kind,
    subkind: finding.subkind ?? null,
    start: figures[0]?.start ?? 0,
    end: figures.reduce((end, figure) => Math.max(end, figure.end), 0),
    verdict: finding.verdict,
    stated: finding.stated ? statedOf(finding.stated.figure, finding.stated.role) : null,
    operands: finding.operands.map(({ figure, role }) => statedOf(figure, role)),
    formula: finding.formula,
    recomputed: finding.recomputed
      ? {
          point: written(finding.recomputed.point),
          lo: written(finding.recomputed.stands.lo),
          hi: written(finding.recomputed.stands.hi),
        }
      : null,
    discrepancy: finding.discrepancy ? written(finding.discrepancy) : null,
    severity: finding.severity ?? 'none',
    cause: finding.verdict === 'inconsistent' ? (finding.cause ?? null) : null,
    message: finding.message,
  }
}
