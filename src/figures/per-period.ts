/** Amounts by the year and by the month, week or day: "£204 a year, which is £17 a month" (figures.md 2.7, class 7). */
import { verdictInWords } from './change-findings.ts'
import { divided, type Exact, fraction, times, whole } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import type { Interval } from './interval.ts'
import { judge, type Recomputed } from './judge.ts'
import { amount, said } from './message.ts'
import type { Sentence } from './sentence.ts'

type Time = 'year' | 'month' | 'week' | 'day'

const TIME =
  /^(?: (?!and\b)[a-z-]+){0,3}? (?:(?:a|per|each|every|in a) (year|month|week|day)\b|(annually|yearly|per annum|monthly|weekly|daily))/
const NAMED: Readonly<Record<string, Time>> = {
  annually: 'year',
  yearly: 'year',
  'per annum': 'year',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
}
const TIMES: Readonly<Record<string, Time>> = { year: 'year', month: 'month', week: 'week', day: 'day' }
/** What says that the second amount is the first one again. */
const AGAIN =
  /(?:\(|,? or|,? equivalent to|,? equating to|,? which (?:is|equates to|works out at|means)|,? i\.?e\.?|,? that is|=) ?(?:about |around |just |roughly |approximately |some |nearly |over )*$/

/** How many of the shorter go into the longer; every count that people use. */
const IN_ONE: Readonly<Record<string, readonly Exact[]>> = {
  'year month': [whole(12)],
  'year week': [whole(52), fraction(365n, 7n), fraction(366n, 7n)],
  'year day': [whole(365), whole(366), whole(260)],
  'month week': [fraction(52n, 12n), whole(4)],
  'month day': [fraction(365n, 12n), whole(30), whole(31), whole(28)],
  'week day': [whole(7), whole(5)],
}

function timeOf(tail: string): Time | undefined {
  const found = TIME.exec(tail)
  return found ? (TIMES[found[1] ?? ''] ?? NAMED[found[2] ?? '']) : undefined
}

function scaled(figure: Figure, by: Exact, up: boolean): Recomputed {
  const one = (value: Exact): Exact => (up ? times(value, by) : divided(value, by))
  const over = (interval: Interval): Interval => ({ ...interval, lo: one(interval.lo), hi: one(interval.hi) })
  return { point: one(figure.value), stands: over(figure.stands), loose: over(figure.loose) }
}

function periodFinding(given: Figure, stated: Figure, from: Time, to: Time): Finding | undefined {
  const up = IN_ONE[`${to} ${from}`] !== undefined
  const counts = IN_ONE[up ? `${to} ${from}` : `${from} ${to}`] ?? []
  const tried = counts.map((by) => {
    const recomputed = scaled(given, by, up)
    return { recomputed, judgement: judge(stated, recomputed) }
  })
  const best = tried.find(({ judgement }) => judgement.verdict !== 'inconsistent') ?? tried[0]
  if (!best) return undefined
  const { recomputed, judgement } = best
  return {
    kind: 'other',
    subkind: 'per-period',
    stated: { role: `per ${to}`, figure: stated },
    operands: [{ role: `per ${from}`, figure: given }],
    verdict: judgement.verdict,
    severity: judgement.severity,
    formula: `per ${to} from per ${from}`,
    recomputed,
    discrepancy: judgement.discrepancy,
    message: `${said(given)} a ${from} is ${amount(recomputed.point, stated.unit)} a ${to}; ${verdictInWords(stated, recomputed.point, judgement)}.`,
  }
}

/** The amounts of a sentence that are given for two lengths of time. */
export function perPeriods(sentence: Sentence): Finding[] {
  return sentence.figures.flatMap((given, at) => {
    const stated = sentence.figures[at + 1]
    const [gap = '', tail = ''] = sentence.gaps.slice(at + 1, at + 3)
    const [from, to] = [timeOf(gap), timeOf(tail)]
    if (!stated || !from || !to || from === to || given.unit !== stated.unit || !AGAIN.test(gap)) return []
    return periodFinding(given, stated, from, to) ?? []
  })
}
