/** Shares in lists: amounts with their percentages, and what a sentence after the list says of some of its entries. */

import { added } from './adding.ts'
import { verdictInWords } from './change-findings.ts'
import { divided, HUNDRED, plus, times } from './exact.ts'
import type { Figure } from './figure.ts'
import type { Finding, Operand } from './finding.ts'
import { percentBeside, percentOf } from './interval.ts'
import { type Judgement, judge, type Recomputed } from './judge.ts'
import type { List } from './list.ts'
import { amountsOf, listSums } from './list-sums.ts'
import { amount, said, sumInWords } from './message.ts'
import type { Sentence } from './sentence.ts'
import { hundred } from './share-list.ts'

/** An amount and the percentage in brackets after it. */
type Shared = { readonly amount: Figure; readonly percent: Figure | undefined }

const figuresIn = (operands: readonly Operand[]): Figure[] => operands.map(({ figure }) => figure)

/** The amounts of a sentence, each with the percentage that follows it in brackets. */
function sharedIn(sentence: Sentence): Shared[] {
  return sentence.figures.flatMap((figure, at): Shared[] => {
    if (figure.unit === '%' || figure.unit === 'points') return []
    const next = sentence.figures[at + 1]
    const bracketed =
      next?.unit === '%' && /^(?: [a-z'-]+){0,5} ?(?:\( ?|, |- ?|: ?|or )$/.test(sentence.gaps[at + 1] ?? '')
    return [{ amount: figure, percent: bracketed ? next : undefined }]
  })
}

/** One amount in percent of itself and the others together. */
function shareBeside(own: Figure, others: readonly Figure[]): Recomputed | undefined {
  const rest = added(others)
  const [stands, loose] = [percentBeside(own.stands, rest.stands), percentBeside(own.loose, rest.loose)]
  const all = plus(own.value, rest.point)
  if (!stands || !loose || all.top <= 0n) return undefined
  return { point: times(HUNDRED, divided(own.value, all)), stands, loose }
}

type Judged = { readonly finding: Finding; readonly judgement: Judgement }

function besideFinding(own: Figure, percent: Figure, others: readonly Figure[]): Judged | undefined {
  const given = shareBeside(own, others)
  if (!given) return undefined
  const judgement = judge(percent, given)
  const finding: Finding = {
    kind: 'share',
    stated: { role: 'share', figure: percent },
    operands: [
      { role: 'part', figure: own },
      ...others.map((figure, index) => ({ role: `other ${index + 1}`, figure })),
    ],
    verdict: judgement.verdict,
    severity: judgement.severity,
    formula: 'stated % = 100 × part ÷ (part + others)',
    recomputed: given,
    discrepancy: judgement.discrepancy,
    message: `${said(own)} of the listed ${sumInWords([own, ...others])} is ${amount(given.point, '%')}; ${verdictInWords(percent, given.point, judgement)}.`,
  }
  return { finding, judgement }
}

/** Amounts with their shares of all of them together. The siblings must bear out that reading before one can fail by it. */
function sharesOf(listed: readonly Shared[]): Finding[] {
  const amounts = listed.map((each) => each.amount)
  const units = new Set(amounts.map(({ unit }) => unit))
  const judged = listed.flatMap(({ amount: own, percent }) =>
    percent
      ? (besideFinding(
          own,
          percent,
          amounts.filter((other) => other !== own),
        ) ?? [])
      : [],
  )
  const sound = judged.filter(({ judgement }) => judgement.verdict !== 'inconsistent').length
  if (units.size !== 1 || judged.length < 2 || sound === 0 || sound * 2 < judged.length) return []
  const shares = listed.flatMap(({ percent }) => percent ?? [])
  return [
    ...judged.map(({ finding }) => finding),
    ...[hundred(shares, false)].flatMap((found) => found ?? []),
  ]
}

/** Shares inside one sentence: "£40,000 (40 %) for this, £35,000 (35 %) for that and £25,000 (25 %) for the rest". */
export function sharesInLine(sentence: Sentence): Finding[] {
  const listed = sharedIn(sentence).filter(({ percent }) => percent)
  return listed.length > 1 && listed.length <= 20 ? sharesOf(listed) : []
}

const OF_ALL = /\bof (?:the |our |its )?(?:[a-z]+ )?(?:all|whole|total|overall|entire)\b|\bof all\b/
const WEAK_WORDS = new Set([
  'calls',
  'average',
  'month',
  'website',
  'police',
  'with',
  'from',
  'that',
  'this',
  'force',
  'year',
  'online',
  'total',
  'other',
  'public',
  'forms',
])

const wordsOf = (words: string): Set<string> =>
  new Set((words.match(/[a-z]{4,}|\b\d{3}\b/g) ?? []).filter((word) => !WEAK_WORDS.has(word)))

/** The entries that a sentence names by words no other entry has. */
function namedIn(sentence: Sentence, operands: readonly Operand[]): Operand[] {
  const spoken = wordsOf(sentence.words)
  const labels = operands.map(({ role }) => wordsOf(role))
  return operands.filter((_, at) =>
    [...(labels[at] ?? [])].some(
      (word) => spoken.has(word) && labels.every((other, index) => index === at || !other.has(word)),
    ),
  )
}

/** "Telephone by 999 and 101 makes up 90 % of all contact", said after a list that counts each way. */
function namedShares(list: List): Finding[] {
  const { operands } = amountsOf(list, null)
  if (operands.length < 3) return []
  const [total] = listSums(list)
  return list.after.flatMap((sentence): Finding[] => {
    const [percent, ...more] = sentence.figures.filter(({ unit }) => unit === '%')
    const named = namedIn(sentence, operands)
    if (
      !percent ||
      more.length > 0 ||
      !OF_ALL.test(sentence.words) ||
      named.length === 0 ||
      named.length === operands.length
    )
      return []
    const others = operands.filter((operand) => !named.includes(operand))
    const listed = namedFinding(percent, named, others)
    const whole = total?.stated ? ofStatedWhole(percent, named, total.stated.figure) : undefined
    // A reading that agrees to the digit settles it; one that only "about" saves does not.
    const settledBy =
      whole &&
      (whole.verdict === 'consistent' ||
        (total?.stated?.figure.approx === undefined && whole.verdict !== 'inconsistent'))
    return [
      ...(whole ? [whole] : []),
      ...(listed && !(settledBy === true && listed.verdict === 'inconsistent') ? [listed] : []),
    ]
  })
}

/** A share of all the entries of the list. */
function namedFinding(
  percent: Figure,
  named: readonly Operand[],
  others: readonly Operand[],
): Finding | undefined {
  const [part, rest] = [added(figuresIn(named)), added(figuresIn(others))]
  const [stands, loose] = [percentBeside(part.stands, rest.stands), percentBeside(part.loose, rest.loose)]
  const all = plus(part.point, rest.point)
  if (!stands || !loose || all.top <= 0n) return undefined
  const given = { point: times(HUNDRED, divided(part.point, all)), stands, loose }
  return namedBy(percent, named, others, given, `all that the list counts (${amount(all, null)})`)
}

/** The same share of a whole that was stated before the list. */
function ofStatedWhole(percent: Figure, named: readonly Operand[], whole: Figure): Finding | undefined {
  const part = added(figuresIn(named))
  const [stands, loose] = [percentOf(part.stands, whole.stands), percentOf(part.loose, whole.loose)]
  if (!stands || !loose) return undefined
  const given = { point: times(HUNDRED, divided(part.point, whole.value)), stands, loose }
  const about = whole.approx === undefined ? '' : `${whole.approx} `
  return namedBy(percent, named, [{ role: 'whole', figure: whole }], given, `${about}${said(whole)}`)
}

function namedBy(
  percent: Figure,
  named: readonly Operand[],
  others: readonly Operand[],
  given: Recomputed,
  ofWhat: string,
): Finding {
  const judgement = judge(percent, given)
  return {
    kind: 'share',
    stated: { role: 'share', figure: percent },
    operands: [...named, ...others],
    verdict: judgement.verdict,
    severity: judgement.severity,
    formula: 'stated % = 100 × named entries ÷ all',
    recomputed: given,
    discrepancy: judgement.discrepancy,
    message: `${sumInWords(figuresIn(named))} of ${ofWhat} is ${amount(given.point, '%')}; ${verdictInWords(percent, given.point, judgement)}.`,
  }
}

/** The shares that the entries of a list state of it, and those that the sentences after it state of some entries. */
export function listShares(list: List): Finding[] {
  const listed = list.entries.flatMap((entry) =>
    entry.slice(0, 1).flatMap((sentence) => sharedIn(sentence).slice(0, 1)),
  )
  return [...sharesOf(listed), ...namedShares(list)]
}
