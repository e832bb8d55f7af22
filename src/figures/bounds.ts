/** Parts bound their whole: an overall change lies between those of its parts, the greatest is not less than the others. */
import { directionAt } from './change-binding.ts'
import { saysChange } from './change-slots.ts'
import { compare, least, most } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { hull, meet } from './interval.ts'
import { said } from './message.ts'
import type { Sentence } from './sentence.ts'

/** "Overall it fell by 0.2 %, with this falling by 0.4 % and that by 0.1 %". Only agreement is reported: parts may be missing. */
export function overallBetween(sentence: Sentence): Finding[] {
  const [overall, ...parts] = sentence.figures
  if (
    !overall ||
    parts.length < 2 ||
    parts.length > 6 ||
    !/^\W*(?:overall|in total|altogether|taken together)\b/.test(sentence.words)
  )
    return []
  if (
    sentence.figures.some(({ unit }) => unit !== '%') ||
    !/,? with\b/.test(sentence.gaps[1] ?? '') ||
    !saysChange(sentence, 0)
  )
    return []
  if (sentence.figures.some((_, at) => directionAt(sentence, at) !== directionAt(sentence, 0))) return []
  const between = parts.map(({ stands }) => stands).reduce(hull)
  if (!meet(overall.stands, between)) return []
  return [
    {
      kind: 'other',
      subkind: 'weighted-mean-bounds',
      stated: { role: 'overall', figure: overall },
      operands: parts.map((figure, index) => ({ role: `part ${index + 1}`, figure })),
      verdict: 'consistent',
      formula: 'least part ≤ overall ≤ greatest part',
      message: `${said(overall)} overall lies between ${parts.map(said).join(' and ')}, as it must.`,
    },
  ]
}

const GREATEST =
  /\b(?:greatest|largest|biggest|highest|steepest|sharpest) (?:[a-z]+ )?(?:increase|rise|reduction|decrease|fall|drop|growth|change)/
const OTHERS = /\bother\b|\balso\b/

const amounts = (sentence: Sentence): Figure[] =>
  sentence.figures.filter(
    (figure, at) =>
      figure.unit !== '%' &&
      figure.unit !== 'points' &&
      (saysChange(sentence, at) || /^ (?:more|less|fewer)\b/.test(sentence.gaps[at + 1] ?? '')),
  )

/** "This saw the greatest fall (1,499 less). Others also fell: 671 less, 273 less". */
export function greatestOf(sentence: Sentence, before: Sentence | undefined): Finding[] {
  if (!before || !GREATEST.test(before.words) || !OTHERS.test(sentence.words)) return []
  const own = amounts(before)
  const others = amounts(sentence)
  const [greatest] = own
  if (!greatest || own.length > 1 || others.length < 2 || others.some(({ unit }) => unit !== greatest.unit))
    return []
  const way = directionAt(before, before.figures.indexOf(greatest))
  if (
    way === undefined ||
    others.some((figure) => directionAt(sentence, sentence.figures.indexOf(figure)) !== way)
  )
    return []
  const highest = others.map(({ value }) => value).reduce(most)
  const lowest = others.map(({ value }) => value).reduce(least)
  const holds =
    compare(greatest.value, highest) >= 0 ||
    (compare(greatest.loose.hi, lowest) > 0 &&
      others.some(({ loose, value }) => compare(value, highest) === 0 && meet(loose, greatest.loose)))
  return [
    {
      kind: 'other',
      subkind: 'superlative',
      stated: { role: 'greatest', figure: greatest },
      operands: others.map((figure, index) => ({ role: `other ${index + 1}`, figure })),
      verdict: holds ? 'consistent' : 'inconsistent',
      severity: holds ? 'none' : 'error',
      formula: 'greatest ≥ others',
      message: holds
        ? `${said(greatest)} is the greatest beside ${others.map(said).join(', ')}, as the text says.`
        : `${said(greatest)} is called the greatest; the text also gives ${others.map(said).join(', ')}.`,
    },
  ]
}
