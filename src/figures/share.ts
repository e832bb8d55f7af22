/** Shares: a part, the whole it is of, and its percentage (figures.md 2.7, class 4). */

import { verdictInWords } from './change-findings.ts'
import { isApposed, saysChange } from './change-slots.ts'
import { below, divided, HUNDRED, times } from './exact.ts'
import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { percentOf } from './interval.ts'
import { judge, type Recomputed } from './judge.ts'
import { amount, said } from './message.ts'
import type { Sentence } from './sentence.ts'

const OF =
  /\b(?:out of|of|from)(?: (?:the|these|those|all|a|an|its|our|their|total|some|about|around|over|more than|approximately|nearly|almost|other|remaining))* $/
const OF_THEM = /\bof (?:these|those|them|which|whom|this)\b/
const PART_OF =
  /^\)?(?:,? [a-z'-]+){0,8} (?:out of|of)(?: (?:the|these|those|all|a|an|its|our|total|some|about|around|over|overall))* $/

type Part = { readonly figure: Figure; readonly at: number }

/** The number that a percentage gives again: "416 (65 %)", "65 % (416)". */
function partBeside(sentence: Sentence, at: number): Part[] {
  const { figures, gaps } = sentence
  const parts: Part[] = []
  const [before, after] = [figures[at - 1], figures[at + 1]]
  const lead = gaps[at] ?? ''
  if (before && isCount(before) && (isApposed(lead) || /^(?: [a-z'-]+){0,4}, $/.test(lead)))
    parts.push({ figure: before, at: at - 1 })
  if (
    after &&
    isCount(after) &&
    /^ ?(?:\(|, or |, equating to |, i\.?e\.? |,? which is )(?:a total of |some |about )?$/.test(
      gaps[at + 1] ?? '',
    )
  )
    parts.push({ figure: after, at: at + 1 })
  return parts
}

/** "… of the 2,400 calls were answered in time (77.5 %)": the brackets close what was said of them. */
const AT_END = /^ [^.;,{}()]{0,80} \($/

const isCount = ({ unit }: Figure): boolean => unit === null || unit === 'GBP'

/** "Of these 104 (25 %) …": a part with its own share, which is no whole of the next. */
const isEntry = ({ figures, gaps }: Sentence, at: number): boolean =>
  /\bof (?:these|those|them) $/.test(gaps[at] ?? '') &&
  figures[at + 1]?.unit === '%' &&
  /^ ?\($/.test(gaps[at + 1] ?? '')

/** The wholes that the wording of the sentence allows for a part. */
function wholesIn(sentence: Sentence, part: Part, percent: number): Figure[] {
  const { figures, gaps } = sentence
  const [low, high] = [Math.min(part.at, percent), Math.max(part.at, percent)]
  const fits = (at: number): boolean => {
    const figure = figures[at]
    if (!figure || at === part.at || at === percent || !alike(figure, part.figure)) return false
    if (isEntry(sentence, at)) return false
    if (at === high + 1) return PART_OF.test(gaps[at] ?? '')
    return at < low && OF.test(gaps[at] ?? '') && !saysChange(sentence, at)
  }
  return figures.filter((_, at) => fits(at)).toReversed()
}

/** "2,500 of 10,000, or 25 per cent": the figure before the percentage is the whole. */
function partOfWhole(sentence: Sentence, percent: number): { part: Figure; whole: Figure } | undefined {
  const [part, all] = [sentence.figures[percent - 2], sentence.figures[percent - 1]]
  const [between, lead] = [sentence.gaps[percent - 1] ?? '', sentence.gaps[percent] ?? '']
  if (!part || !all || !isCount(part) || !alike(part, all)) return undefined
  return PART_OF.test(between) && (isApposed(lead) || AT_END.test(lead)) ? { part, whole: all } : undefined
}

/** "65 % of the 640 (416)": the whole stands between. */
function wholeBetween(sentence: Sentence, percent: number): { part: Figure; whole: Figure } | undefined {
  const [all, part] = [sentence.figures[percent + 1], sentence.figures[percent + 2]]
  const [between, lead] = [sentence.gaps[percent + 1] ?? '', sentence.gaps[percent + 2] ?? '']
  if (!part || !all || !isCount(part) || !alike(part, all)) return undefined
  return /^(?: of| out of)(?: (?:the|these|those|all|a|total|some|our))* $/.test(between) && isApposed(lead)
    ? { part, whole: all }
    : undefined
}

/** Whole figures that "of these" or "in so many cases" speaks of: before in the sentence, else in the one before. */
function wholesBefore(sentence: Sentence, part: Part, before: Sentence | undefined): Figure[] {
  const lead = sentence.gaps.slice(0, part.at + 1).join(' ')
  const tail = sentence.gaps[part.at + 1] ?? ''
  const cases =
    /\b(?:in|for|with) $/.test(sentence.gaps[part.at] ?? '') &&
    /^ (?:of (?:these|them|those)|(?:[a-z]+ )?(?:cases|instances|occasions))\b/.test(tail)
  if (!cases && !OF_THEM.test(lead) && !/^\)?,? ?(?:[a-z]+ )?of (?:these|them|those|which|whom)\b/.test(tail))
    return []
  const larger = (figure: Figure): boolean =>
    alike(figure, part.figure) && below(part.figure.value, figure.value)
  // "Of these, 31 (40 %) came and 12 (16 %) wrote": the entries after "of these" are no wholes of one another.
  const opened = sentence.gaps.slice(0, part.at + 1).findLastIndex((gap) => OF_THEM.test(gap))
  const own = sentence.figures.slice(0, opened < 0 ? part.at : opened).filter(larger)
  if (own.length > 0) return own.toReversed()
  return before ? before.figures.filter(larger).toReversed() : []
}

/** `part` in percent of `all`. */
export function shareOf(part: Figure, all: Figure): Recomputed | undefined {
  const [stands, loose] = [percentOf(part.stands, all.stands), percentOf(part.loose, all.loose)]
  if (!stands || !loose || all.value.top <= 0n) return undefined
  return { point: times(HUNDRED, divided(part.value, all.value)), stands, loose }
}

function shareFinding(percent: Figure, part: Figure, wholes: readonly Figure[]): Finding | undefined {
  const tried = wholes.flatMap((all) => {
    const given = shareOf(part, all)
    return given ? [{ all, given, judgement: judge(percent, given) }] : []
  })
  const best = tried.find(({ judgement }) => judgement.verdict !== 'inconsistent') ?? tried[0]
  if (!best) return undefined
  const { all, given, judgement } = best
  return {
    kind: 'share',
    stated: { role: 'share', figure: percent },
    operands: [
      { role: 'part', figure: part },
      { role: 'whole', figure: all },
    ],
    verdict: judgement.verdict,
    severity: judgement.severity,
    formula: 'stated % = 100 × part ÷ whole',
    recomputed: given,
    discrepancy: judgement.discrepancy,
    message: `${said(part)} of ${said(all)} is ${amount(given.point, '%')}; ${verdictInWords(percent, given.point, judgement)}.`,
  }
}

/** The shares that a sentence states with their part and their whole. */
export function shares(sentence: Sentence, before: Sentence | undefined): Finding[] {
  return sentence.figures.flatMap((percent, at) => {
    if (percent.unit !== '%' || saysChange(sentence, at)) return []
    const direct = partOfWhole(sentence, at) ?? wholeBetween(sentence, at)
    if (direct) return shareFinding(percent, direct.part, [direct.whole]) ?? []
    for (const part of partBeside(sentence, at)) {
      if (saysChange(sentence, part.at)) continue
      const near = wholesIn(sentence, part, at)
      // Both what the sentence calls a whole and what "of these" leads back to are allowed readings.
      const found = shareFinding(percent, part.figure, [...near, ...wholesBefore(sentence, part, before)])
      if (found) return found
    }
    return []
  })
}
