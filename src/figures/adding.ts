/** Sums: what addends give together, and the finding that says whether a stated total is that. */
import { below, minus, size, TEN, ZERO } from './exact.ts'
import { slipInSum } from './explanation.ts'
import type { Figure } from './figure.ts'
import type { Finding, Operand } from './finding.ts'
import { type Interval, pointAt, sumOf } from './interval.ts'
import { type Judgement, judge, type Recomputed, unlikely } from './judge.ts'
import { amount, lessOrMore, said, sumInWords, total } from './message.ts'
import type { Kind } from './relation.ts'

/**
 * Whether zeros at the end of addends may mean rounding: only where all of them have such zeros, since one that is given to
 * its last digit shows that the others were counted too.
 */
const roundedTogether = (addends: readonly Figure[]): boolean =>
  addends.every((figure) => figure.zeros > 0 || !figure.plain || below(size(figure.value), TEN))

/** What addends come to, by their values, by what they stand for and by what they may stand for. */
export function added(addends: readonly Figure[]): Recomputed {
  const over = (part: (figure: Figure) => Interval): Interval =>
    addends.map(part).reduce(sumOf, pointAt(ZERO))
  const stands = over((figure) => figure.stands)
  // Pence are exact in sums; only zeros can hide a rounding there.
  const loose = roundedTogether(addends)
    ? over((figure) => (figure.zeros > 0 ? figure.loose : figure.stands))
    : stands
  return { point: total(addends), stands, loose }
}

export type Sum = {
  readonly kind: Kind
  readonly subkind?: string
  readonly stated: Operand
  readonly addends: readonly Operand[]
  /** What adds up, as a sentence begins: "The rows", "East". */
  readonly subject: string
}

const figures = (operands: readonly Operand[]): Figure[] => operands.map(({ figure }) => figure)

/** In a table one zero at the end of a total is a digit like any other; two or more may be a rounding. */
export function judgeSum({ kind, stated: { figure }, addends }: Sum): Judgement {
  const counted =
    kind === 'table-row-sum' || kind === 'table-column-sum' ? figure.zeros < 2 : figure.zeros < 1
  return judge(counted ? { ...figure, loose: figure.stands } : figure, added(figures(addends)))
}

/** The finding of a sum, with its calculation. */
export function sumFinding(sum: Sum): Finding {
  const addends = figures(sum.addends)
  const given = added(addends)
  const judgement = judgeSum(sum)
  const rounding =
    judgement.verdict === 'consistent-within-rounding' && unlikely(sum.stated.figure, addends, given.point)
  return {
    kind: sum.kind,
    ...(sum.subkind === undefined ? {} : { subkind: sum.subkind }),
    stated: sum.stated,
    operands: sum.addends,
    verdict: judgement.verdict,
    severity: rounding ? 'unlikely-rounding' : judgement.severity,
    formula: `stated = ${sum.addends.map(({ role }) => role).join(' + ')}`,
    recomputed: given,
    discrepancy: judgement.discrepancy,
    message: messageOf(sum, judgement, rounding),
  }
}

function messageOf({ subject, stated, addends }: Sum, judgement: Judgement, rounding: boolean): string {
  const { point } = added(figures(addends))
  const { figure } = stated
  const comes = amount(point, figure.unit)
  if (judgement.verdict === 'consistent')
    return `${subject} to ${comes}, as the total says: ${sumInWords(figures(addends))}.`
  const says = `${subject} to ${comes}; the total says ${said(figure)}`
  if (rounding) return `${says}, a gap that rounding could leave but seldom does.`
  if (judgement.verdict === 'consistent-within-rounding') return `${says}, which rounding explains.`
  const gap = lessOrMore(minus(figure.value, point), figure.unit)
  const slip = slipInSum(figure, figures(addends), point)
  return `${says} (${gap})${slip === undefined ? '' : `: ${slip}`}.`
}
