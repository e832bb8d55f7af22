/** A part is not more than its whole: "31 of the 24 visits" (figures.md 2.7, class 10). */
import { below, whole as count } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { said } from './message.ts'
import type { Sentence } from './sentence.ts'

const TEN = count(10)
const COUNTED = /^ (?:[a-z-]+ ){0,2}[a-z-]+s\b/
/** A target may be passed, and an estimate proved short. */
const PASSED =
  /\b(?:target|plan|planned|expected|required|budgeted|promised|forecast|minimum|needed|originally)\b/

const isBareCount = ({ unit, measure, approx, plain }: Figure): boolean =>
  unit === null && measure === undefined && approx === undefined && plain

/** Parts that are more than the whole that they are said to be of. Agreement says too little to be told. */
export function partsOverWhole(sentence: Sentence): Finding[] {
  return sentence.figures.flatMap((part, at): Finding[] => {
    const all = sentence.figures[at + 1]
    if (!all || !isBareCount(part) || !isBareCount(all) || below(all.value, TEN)) return []
    const tail = sentence.gaps[at + 2] ?? ''
    if (!/^ (?:out )?of the $/.test(sentence.gaps[at + 1] ?? '')) return []
    if (!COUNTED.test(tail) || PASSED.test(tail) || !below(all.value, part.value)) return []
    return [
      {
        kind: 'other',
        subkind: 'part-of',
        stated: { role: 'part', figure: part },
        operands: [{ role: 'whole', figure: all }],
        verdict: 'inconsistent',
        severity: 'error',
        formula: 'part ≤ whole',
        message: `${said(part)} is said to be part of ${said(all)}, and is more.`,
      },
    ]
  })
}
