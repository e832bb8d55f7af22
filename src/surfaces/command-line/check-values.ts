/** What `check --json` prints: relations as the labels of figures write them, with numbers as numbers. */
import type { Check, Coverage, Note, Relation, Stated, Verdict } from '../../figures/index.ts'

const numbered = (written: string): number => Number(written)

/** A figure as stated. Its unit is 'count' where it counts things. */
const figureValues = ({ role, text, start, end, value, unit, ulp, lo, hi, approx }: Stated): object => ({
  role,
  text,
  start,
  end,
  value: numbered(value),
  unit: unit ?? 'count',
  ulp: numbered(ulp),
  lo: numbered(lo),
  hi: numbered(hi),
  ...(approx === undefined ? {} : { approx }),
})

/** The contract's word for a figure that was cut off; the others are the same. */
const severityWord = (severity: Relation['severity']): string =>
  severity === 'truncation' ? 'truncated' : severity

/** One relation of a file, in the contract's fields and order. */
export const relationValues = (document: string, relation: Relation): object => ({
  document,
  start: relation.start,
  end: relation.end,
  kind: relation.kind,
  subkind: relation.subkind,
  verdict: relation.verdict,
  stated: relation.stated && figureValues(relation.stated),
  operands: relation.operands.map(figureValues),
  formula: relation.formula,
  recomputed: relation.recomputed && {
    point: numbered(relation.recomputed.point),
    lo: numbered(relation.recomputed.lo),
    hi: numbered(relation.recomputed.hi),
  },
  discrepancy: relation.discrepancy === null ? null : numbered(relation.discrepancy),
  severity: severityWord(relation.severity),
  cause: relation.cause,
  message: relation.message,
})

/** A remark of a file. */
export const noteValues = (document: string, { kind, start, end, message }: Note): object => ({
  document,
  kind,
  start,
  end,
  message,
})

const VERDICTS: readonly Verdict[] = [
  'consistent',
  'consistent-within-rounding',
  'inconsistent',
  'undecidable',
]

/** The coverage of all files together, and of each. */
export function coverageValues(files: readonly { document: string; check: Check }[]): object {
  const sum = (of: (coverage: Coverage) => number): number =>
    files.reduce((total, { check }) => total + of(check.coverage), 0)
  return {
    figures: sum(({ figures }) => figures),
    inARelation: sum(({ inARelation }) => inARelation),
    relations: Object.fromEntries(
      VERDICTS.map((verdict) => [verdict, sum(({ relations }) => relations[verdict])]),
    ),
    documents: files.map(({ document, check }) => ({ document, ...check.coverage })),
  }
}
