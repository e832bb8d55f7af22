/** Binds the percentages and amounts of a sentence to the two values that they speak of. */
import { isApposed, isBeside, saysChange, stretchesOf } from './change-slots.ts'
import { type Direction, firstDirection, isRemainder, lastDirection } from './direction.ts'
import type { Figure } from './figure.ts'
import { type Pair, pairAcross, pairsOf } from './pair.ts'
import type { Sentence } from './sentence.ts'

/** A pair with the amounts of change that are said of it. */
export type Bound = {
  readonly pair: Pair
  readonly percent: Figure | undefined
  readonly delta: Figure | undefined
  readonly direction: Direction | undefined
  /** The words that lead to the pair and follow it. */
  readonly words: string
  /** Whether the amount is called what remains between the values, not a change of one. */
  readonly remainder: boolean
}

/** A percentage and an amount that say the same of one change, with no two values beside them. */
export type Both = {
  readonly percent: number
  readonly delta: number
  readonly direction: Direction | undefined
  readonly stretch: number
}

export type BoundChanges = {
  readonly pairs: Bound[]
  readonly both: Both[]
  readonly stretches: readonly number[]
}

const isRate = (figure: Figure | undefined): boolean => figure?.unit === '%'

/** The places of figures that state a change, by their own words or by what they repeat. */
function changing(sentence: Sentence, taken: ReadonlySet<number>): Set<number> {
  const found = new Set<number>()
  sentence.figures.forEach((_, index) => {
    if (!taken.has(index) && saysChange(sentence, index)) found.add(index)
  })
  sentence.figures.forEach((figure, index) => {
    const gap = sentence.gaps[index] ?? ''
    const previous = sentence.figures[index - 1]
    if (taken.has(index) || found.has(index) || !previous || isRate(previous) === isRate(figure)) return
    if (found.has(index - 1) && (isApposed(gap) || (isRate(figure) && isBeside(gap)))) found.add(index)
    else if (
      isRate(figure) &&
      isParallel(gap) &&
      sentence.figures.some((other, at) => at < index && found.has(at) && isRate(other))
    )
      found.add(index)
    else if (taken.has(index - 1) && isRate(figure) && /\( ?[+-]?$/.test(gap)) found.add(index)
  })
  return found
}

/** Which way the words around a figure say it went, those before the gap `from` left out. */
export function directionAt(sentence: Sentence, index: number, from = 0): Direction | undefined {
  const tail =
    /^(?: [a-z'-]+){0,3} (?:more|fewer|less|additional|extra|higher|lower|increase|rise|growth|uplift|decrease|reduction|fall|drop|decline)/.exec(
      sentence.gaps[index + 1] ?? '',
    )
  if (tail) return firstDirection(tail[0])
  for (let at = index; at >= from && at > index - 3; at -= 1) {
    const said = lastDirection(sentence.gaps[at] ?? '')
    if (said) return said
  }
  return undefined
}

/** The k-th of several in a row, of which only the first says that it is a change: "by 4 % (120 fewer) and 9 % (57 fewer)". */
const isParallel = (gap: string): boolean => /(?:\)|,) ?,?(?:and )?(?:[a-z' -]{0,40} )?(?:by )?$/.test(gap)

const distance = (pair: Pair, index: number): number =>
  Math.min(Math.abs(index - pair.first), Math.abs(index - pair.second))

/** Whether a change is no nearer to `other`; one that lies midway belongs to the pair before it where it restates that. */
function nearerThan(sentence: Sentence, pair: Pair, other: Pair, index: number): boolean {
  const [own, its] = [distance(pair, index), distance(other, index)]
  if (pair === other || own !== its) return own <= its
  const gap = sentence.gaps[index] ?? ''
  return (isApposed(gap) || isBeside(gap)) === pair.second < index
}

/** The change nearest to a pair, of those in its stretch that no nearer pair has. */
function nearest(
  sentence: Sentence,
  pair: Pair,
  candidates: readonly number[],
  pairs: readonly Pair[],
): number | undefined {
  return candidates
    .filter((index) => pairs.every((other) => nearerThan(sentence, pair, other, index)))
    .toSorted((a, b) => distance(pair, a) - distance(pair, b))[0]
}

/** Unit by unit: an amount of pounds changes pounds, points change percentages. */
const changesBy = (pair: Pair, figure: Figure | undefined): boolean =>
  pair.old.unit === '%' ? figure?.unit === 'points' : figure?.unit === pair.old.unit

function boundTo(sentence: Sentence, pair: Pair, pairs: readonly Pair[], near: readonly number[]): Bound {
  const figure = (index: number | undefined): Figure | undefined =>
    index === undefined ? undefined : sentence.figures[index]
  const percent =
    pair.old.unit === '%'
      ? undefined
      : nearest(
          sentence,
          pair,
          near.filter((index) => isRate(figure(index))),
          pairs,
        )
  const delta = nearest(
    sentence,
    pair,
    near.filter((index) => changesBy(pair, figure(index))),
    pairs,
  )
  const said = percent ?? delta
  // Words before the last pair and after the next one speak of those.
  const from = pairs.reduce((last, { second }) => (second < pair.first ? second + 1 : last), 0)
  const to = pairs.find(({ first }) => first > pair.second)?.first
  const lead = sentence.gaps.slice(from, pair.first + 1).join(' ')
  const tail = sentence.gaps.slice(pair.second, to).join(' ')
  return {
    pair,
    percent: figure(percent),
    delta: figure(delta),
    direction: said === undefined ? undefined : (directionAt(sentence, said, from) ?? lastDirection(lead)),
    words: `${lead}|${tail}`,
    remainder: delta !== undefined && isRemainder(sentence.gaps[delta] ?? ''),
  }
}

const BACK =
  /^\W*(?:this|that|it|which|these|overall,? this|the (?:increase|rise|fall|reduction|decrease|change))\b/

/** What a sentence says of change, each bound to the values that it speaks of. */
export function boundChanges(sentence: Sentence, before: Sentence | undefined): BoundChanges {
  const pairs = pairsOf(sentence)
  const taken = new Set(pairs.flatMap(({ first, second }) => [first, second]))
  const stretches = stretchesOf(sentence, new Set(pairs.map(({ second }) => second)))
  const changed = [...changing(sentence, taken)].toSorted((a, b) => a - b)
  const bound = pairs.map((pair) => {
    const near = changed.filter((index) => stretches[index] === stretches[pair.first])
    return boundTo(sentence, pair, pairs, near)
  })
  const used = new Set(bound.flatMap(({ percent, delta }) => [percent, delta]))
  const left = changed.filter((index) => !used.has(sentence.figures[index]))
  const back = before && pairs.length === 0 && left.length > 0 ? fromBefore(sentence, before, left) : []
  const both = back.length > 0 ? [] : together(sentence, left, stretches)
  return { pairs: [...bound, ...back], both, stretches }
}

/** "This is an increase of 12 per cent", said of the two values in the sentence before. */
function fromBefore(sentence: Sentence, before: Sentence, left: readonly number[]): Bound[] {
  const [inOne, ...more] = pairsOf(before)
  const across = pairAcross(sentence, before)
  const pair = across ?? inOne
  if (!pair || (!across && (more.length > 0 || !BACK.test(sentence.gaps[0] ?? '')))) return []
  if (before.figures.some((figure, index) => isRate(figure) && saysChange(before, index))) return []
  const find = (fits: (figure: Figure | undefined) => boolean): number | undefined =>
    left.find((index) => fits(sentence.figures[index]))
  const percent = pair.old.unit === '%' ? undefined : find(isRate)
  const delta = find((figure) => changesBy(pair, figure))
  const said = percent ?? delta
  if (said === undefined) return []
  return [
    {
      pair,
      percent: percent === undefined ? undefined : sentence.figures[percent],
      delta: delta === undefined ? undefined : sentence.figures[delta],
      direction: directionAt(sentence, said),
      words: '',
      remainder: false,
    },
  ]
}

/** Percentages and amounts that stand beside each other and say the same. */
function together(sentence: Sentence, left: readonly number[], stretches: readonly number[]): Both[] {
  return left.flatMap((index) => {
    const next = index + 1
    if (!left.includes(next)) return []
    const [one, other] = [sentence.figures[index], sentence.figures[next]]
    if (isRate(one) === isRate(other) || one?.unit === 'points' || other?.unit === 'points') return []
    const gap = sentence.gaps[next] ?? ''
    if (!isApposed(gap) && !isBeside(gap)) return []
    // "by 10 % (220 to 242)": the second is a value, not an amount of change.
    if (/^ (?:to|from) /.test(sentence.gaps[next + 1] ?? '')) return []
    const [percent, delta] = isRate(one) ? [index, next] : [next, index]
    return [
      {
        percent,
        delta,
        direction: directionAt(sentence, delta) ?? directionAt(sentence, percent),
        stretch: stretches[index] ?? 0,
      },
    ]
  })
}
