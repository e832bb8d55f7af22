/** Shares that a sentence says are all there are: they come to a hundred (figures.md 2.7, class 6). */

import { added } from './adding.ts'
import { saysChange } from './change-slots.ts'
import { below, HUNDRED, isZero, minus } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { meet, pointAt } from './interval.ts'
import { amount, lessOrMore, sumInWords } from './message.ts'
import type { Sentence } from './sentence.ts'

const REST = /\b(?:the )?(?:remaining|remainder|rest|balance)\b[^{}]{0,80}$/
const FOR = /\b(?:favou?r\w*|support\w*|agree[ds]?|yes|for)\b/
const AGAINST = /\b(?:against|oppos\w+|disagree\w*|no)\b/
const UNDECIDED =
  /\b(?:undecided|unsure|neither|don't know|did not (?:know|answer|say)|no (?:view|opinion|preference|answer)|neutral|not sure)\b/

/** The finding that shares come to a hundred, or do not. */
export function hundred(shares: readonly Figure[], sure: boolean): Finding | undefined {
  const given = added(shares)
  const off = minus(given.point, HUNDRED)
  const fits = meet(given.stands, pointAt(HUNDRED))
  if (!fits && !sure) return undefined
  const verdict = isZero(off) ? 'consistent' : fits ? 'consistent-within-rounding' : 'inconsistent'
  const sum = `${sumInWords(shares)} is ${amount(given.point, '%')}`
  const message =
    verdict === 'consistent'
      ? `${sum}, as shares of one whole should be.`
      : verdict === 'inconsistent'
        ? `${sum}, ${lessOrMore(off, '%')} than the 100% that shares of one whole come to.`
        : `${sum}; rounding explains what is ${below(off, { top: 0n, over: 1n }) ? 'missing from' : 'over'} 100%.`
  return {
    kind: 'share-list',
    stated: null,
    operands: shares.map((figure, index) => ({ role: `share ${index + 1}`, figure })),
    verdict,
    severity: verdict === 'inconsistent' ? 'error' : 'none',
    formula: `100 = ${shares.map((_, index) => `share ${index + 1}`).join(' + ')}`,
    recomputed: given,
    discrepancy: verdict === 'inconsistent' ? off : null,
    message,
  }
}

/** A list of shares in one sentence that calls its last one the rest, or names all sides of a vote. */
export function shareLists(sentence: Sentence): Finding[] {
  const at = sentence.figures.flatMap(({ unit }, index) => (unit === '%' ? [index] : []))
  const shares = at.flatMap((index) => sentence.figures[index] ?? [])
  const last = at.at(-1)
  if (last === undefined || shares.length < 2 || shares.length > 20) return []
  if (
    at.some((index) => saysChange(sentence, index)) ||
    /\bof (?:which|these|those|whom|them|the (?:rest|remaining|remainder|others))\b/.test(sentence.words)
  )
    return []
  const rest = REST.test(sentence.gaps[last] ?? '')
  const vote =
    shares.length === 3 &&
    FOR.test(sentence.words) &&
    AGAINST.test(sentence.words) &&
    UNDECIDED.test(sentence.words)
  return rest || vote ? [hundred(shares, true)].flatMap((found) => found ?? []) : []
}
