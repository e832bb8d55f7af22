/** Totals that a sentence takes apart: "made up of a, b and c", "a and b, a total of c" (figures.md 2.7, class 5). */
import { judgeSum, type Sum, sumFinding } from './adding.ts'
import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import type { Sentence } from './sentence.ts'

/** Words that say that what follows is the whole of what went before. "Including" never does. */
export const BREAKDOWN =
  /\b(?:broken down|breaks down|made up|comprised of|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of|composed of|split|divided|namely|made of)\b/
const PARTLY =
  /\b(?:includ\w+|such as|e\.?g\.?|largely|mainly|mostly|primarily|predominantly|partly|partially|in part|among|of which|not limited)\b/
const DUE =
  /\b(?:due to|because of|explained by|accounted for by|driven by|result of|attributable to)\b[^{}]{0,60}$/
const SUMMED =
  /\b(?:a (?:combined |grand |overall )?total of|totall?ing|adding up to|making (?:a total of|up)|giving (?:a total of)|which (?:total|totals|adds up to|add up to|makes|make|equals))(?: [a-z]+){0,2} $/
const BACK =
  /^\W*(?:this|these|it|they|the (?:total|increase|rise|reduction|fall|decrease|figure|sum|number|amount|change))\b/

type Run = { readonly from: number; readonly to: number }

const JOINED = /,|;|\band\b|\bplus\b|\bwith\b/

/** The stretches of figures from `first` on that could be a list of addends, each ended by "and". */
function runsFrom(sentence: Sentence, first: number, unit: Figure['unit']): Run[] {
  const runs: Run[] = []
  for (let at = first + 1; at < sentence.figures.length; at += 1) {
    const gap = sentence.gaps[at] ?? ''
    if (sentence.figures[at]?.unit !== unit) {
      if (sentence.figures[at]?.unit === '%' && gap.trimEnd().endsWith('(')) continue
      break
    }
    if (!JOINED.test(gap) || gap.length > 160 || PARTLY.test(gap)) break
    if (/\b(?:and|plus)\b/.test(gap)) runs.push({ from: first, to: at })
  }
  return runs
}

const addendsOf = (sentence: Sentence, { from, to }: Run, unit: Figure['unit']): Figure[] =>
  sentence.figures.slice(from, to + 1).filter((figure) => figure.unit === unit)

/** Sums whose parts count what their total counts. */
const ofOneKind = ({ stated, addends }: Sum): boolean =>
  addends.length > 1 &&
  addends.every(({ figure }) => figure.measure === undefined || alike(figure, stated.figure))

const sumOf = (total: Figure, addends: readonly Figure[]): Sum => ({
  kind: 'sum-in-text',
  stated: { role: 'total', figure: total },
  addends: addends.map((figure, index) => ({ role: `part ${index + 1}`, figure })),
  subject: 'The parts add',
})

/** The first reading that comes out; else the first, or nothing where the wording only suggests a sum. */
export function settled(sums: readonly Sum[], sure: boolean): Finding[] {
  const sound = sums.find((sum) => judgeSum(sum).verdict !== 'inconsistent')
  const [first] = sums
  if (sound) return [sumFinding(sound)]
  return sure && first ? [sumFinding(first)] : []
}

/** A total before its parts, in one sentence. */
function before(sentence: Sentence, at: number): Finding[] {
  const total = sentence.figures[at]
  const gap = sentence.gaps[at + 1] ?? ''
  if (!total || total.unit === '%' || total.unit === 'points' || PARTLY.test(gap)) return []
  const sure = BREAKDOWN.test(gap) || DUE.test(gap)
  if (!sure && !/^(?: [a-z'-]+){0,6} ?[(:-] ?$/.test(gap)) return []
  const sums = runsFrom(sentence, at + 1, total.unit).map((run) =>
    sumOf(total, addendsOf(sentence, run, total.unit)),
  )
  return settled(sums.filter(ofOneKind), sure)
}

/** Parts before their total, in one sentence. */
function after(sentence: Sentence, at: number): Finding[] {
  const total = sentence.figures[at]
  if (!total || total.unit === '%' || !SUMMED.test(sentence.gaps[at] ?? '')) return []
  const sums: Sum[] = []
  for (let from = at - 2; from >= 0; from -= 1) {
    const gap = sentence.gaps[from + 1] ?? ''
    if (sentence.figures[from]?.unit !== total.unit || !JOINED.test(gap) || PARTLY.test(gap)) break
    sums.unshift(sumOf(total, sentence.figures.slice(from, at)))
  }
  return settled(sums.filter(ofOneKind), true)
}

/** "This was made up of a, b and c", with the total in the sentence before. */
function across(sentence: Sentence, previous: Sentence | undefined): Finding[] {
  const [lead = ''] = sentence.gaps
  const [first] = sentence.figures
  if (!previous || !first || !BACK.test(lead) || PARTLY.test(lead)) return []
  const due = DUE.test(lead)
  if (!BREAKDOWN.test(lead) && !due) return []
  if (
    due &&
    !sentence.gaps.slice(1).every((gap) => /^(?: [a-z]+)* ?(?:more|fewer|less|additional|extra)\b/.test(gap))
  )
    return []
  const totals = previous.figures.filter(({ unit }) => unit === first.unit).toReversed()
  const sums = totals.flatMap((total) =>
    runsFrom(sentence, 0, first.unit).map((run) => sumOf(total, addendsOf(sentence, run, first.unit))),
  )
  return settled(sums.filter(ofOneKind), true)
}

/** The sums that a sentence states. */
export function sumsInText(sentence: Sentence, previous: Sentence | undefined): Finding[] {
  if (sentence.figures.length < 2 || sentence.figures.length > 40) return []
  const own = sentence.figures.flatMap((_, at) => [...before(sentence, at), ...after(sentence, at)])
  return own.length > 0 ? own : across(sentence, previous)
}
