/** Which part a figure plays in a sentence of change: how much, how many percent, from what, to what. */
import { CHANGE } from './direction.ts'
import type { Sentence } from './sentence.ts'

/** Words that state the same quantity again (figures.md 2.5). */
const AGAIN =
  '(?:or|equating to|equates? to|equivalent to|equal to|equal(?:s|ling)|which (?:is|was|equates to|represents|means|equals)|i\\.?e\\.?,?|that is|amounting to|amounts to|representing|an? (?:[a-z]+ )?(?:increase|rise|fall|reduction|decrease|drop|decline|growth|underspend|overspend|shortfall|surplus|deficit|gap|variance|difference) of|which is an? (?:increase|rise|fall|reduction|decrease|drop) of|up(?: by)?|down(?: by)?|by)'
const NEAR =
  '(?:(?:around|circa|about|approximately|some|roughly|nearly|almost|over|just over|just under|more than|a|an|another|further) )*'
const WORDS = "(?: [a-z'/&-]+){0,6}"
const APPOSED = new RegExp(`^${WORDS} ?(?:[,:;-] ?${AGAIN}|\\( ?(?:${AGAIN})?|,? ${AGAIN}) ?${NEAR}\\+?$`)
const BESIDE = new RegExp(`^${WORDS} ?[,:-] ?${NEAR}$`)

/** Whether the words between two figures say that the second states the first again. */
export const isApposed = (gap: string): boolean => gap.length < 120 && APPOSED.test(gap)
/** Whether only a comma, dash or colon stands between; the second figure must then say itself what it is. */
export const isBeside = (gap: string): boolean => gap.length < 80 && BESIDE.test(gap)

const BY_OR_OF = new RegExp(`\\b${CHANGE}\\b[^.;(){}]{0,60}\\b(?:by|of|is|was|being)(?: an?)? ${NEAR}$`)
const UP_OR_DOWN = new RegExp(
  `(?<!\\b(?:ma[dk]e|makes|making|takes?|took|taken|set|sets) )\\b(?:up|down|rose|fell|grew|dropped|increased|decreased)(?: by)? ${NEAR}$|[(,] ?[+]$`,
)
const MORE = /^(?: (?!or |and |per )[a-z'-]+){0,3} (?:more|fewer|less|additional|extra|higher|lower)\b/
const NAMED =
  /^ (?:[a-z-]+ ){0,2}(?:increase|rise|growth|uplift|decrease|reduction|fall|drop|decline|cut)s?\b/

const before = (sentence: Sentence, index: number): string => sentence.gaps[index] ?? ''
const after = (sentence: Sentence, index: number): string => sentence.gaps[index + 1] ?? ''

/** Whether the words beside a figure call it an amount of change. */
export function saysChange(sentence: Sentence, index: number): boolean {
  const [lead, tail] = [before(sentence, index), after(sentence, index)]
  if (/\b(?:to|from) $/.test(lead)) return false
  return BY_OR_OF.test(lead) || UP_OR_DOWN.test(lead) || MORE.test(tail) || NAMED.test(tail)
}

/** Words after which another thing is spoken of. */
const BREAK =
  /\b(?:while|whilst|whereas|but|although|though|however|meanwhile)\b|;|\band\b(?! (?:an?|is now|now|this|that|which|then|had|has) )/

/** Numbers the stretches of a sentence that speak of one thing: the stretch of each figure. */
export function stretchesOf(sentence: Sentence, joined: ReadonlySet<number>): number[] {
  let stretch = 0
  return sentence.figures.map((_, index) => {
    if (index > 0 && !joined.has(index) && BREAK.test(before(sentence, index))) stretch += 1
    return stretch
  })
}
