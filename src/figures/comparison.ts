/** Comparisons: "below the average at A compared to B", "A was just above the national figure of B". */
import { below } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { meet } from './interval.ts'
import { said } from './message.ts'
import type { Sentence } from './sentence.ts'

type Side = 'above' | 'below'

const SIDE =
  /\b(?:(above|higher than|more than|greater than|exceed(?:s|ed|ing)?|better than)|(below|lower than|less than|fewer than|under|beneath))\b/
const MEASURE =
  '(?:average|mean|median|rate|figure|level|norm|benchmark|national|regional|force|target|other|group|year)'
/** "A … was just below the national average of B". */
const BETWEEN = new RegExp(
  `(?:^|\\s)(?:${SIDE.source}) (?:the |its |our |a )?[^.;{}]{0,60}\\b${MEASURE}\\b[^.;{}]{0,20}(?:of|at|\\() ?$`,
)
/** "… was below the national average at A compared to B". */
const BEFORE = new RegExp(
  `(?:${SIDE.source}) (?:the |its |our |a )?[^.;{}]{0,60}\\b${MEASURE}\\b[^.;{}]{0,40}(?:,|\\bat|\\bwith|\\(|:) ?$`,
)
const AGAINST = /^[^.;{}]{0,60}\b(?:compared (?:to|with)|against|versus|as opposed to)(?: [^.;{}]{0,40})? $/

const sideOf = (found: RegExpExecArray | null): Side | undefined =>
  found ? (found[1] === undefined ? 'below' : 'above') : undefined

function comparisonFinding(one: Figure, other: Figure, side: Side): Finding {
  const holds = meet(one.stands, other.stands) || below(one.value, other.value) === (side === 'below')
  return {
    kind: 'other',
    subkind: 'comparison',
    stated: { role: 'value', figure: one },
    operands: [{ role: 'compared with', figure: other }],
    verdict: holds ? 'consistent' : 'inconsistent',
    severity: holds ? 'none' : 'error',
    formula: side === 'below' ? 'value < compared with' : 'value > compared with',
    message: holds
      ? `${said(one)} is ${side} ${said(other)}, as the text says.`
      : `The text says ${side}; ${said(one)} is not ${side} ${said(other)}.`,
  }
}

/** Where a sentence says that one figure lies above or below another. */
export function comparisons(sentence: Sentence): Finding[] {
  return sentence.figures.flatMap((one, at) => {
    const other = sentence.figures[at + 1]
    const [lead = '', gap = ''] = sentence.gaps.slice(at, at + 2)
    if (!other || one.unit !== other.unit || gap.length > 200) return []
    const between = sideOf(BETWEEN.exec(gap))
    if (between) return [comparisonFinding(one, other, between)]
    const before = AGAINST.test(gap) ? sideOf(BEFORE.exec(lead)) : undefined
    return before ? [comparisonFinding(one, other, before)] : []
  })
}
