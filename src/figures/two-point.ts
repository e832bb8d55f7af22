/** The two-point guard: two values and a word of change or of cause, with no series to bear it, is a note and no error. */
import { same } from './exact.ts'
import { said } from './message.ts'
import { type Pair, pairsOf } from './pair.ts'
import type { Note } from './relation.ts'
import type { Sentence } from './sentence.ts'

const CAUSE =
  /\b(?:attributable to|attributed to|as a (?:direct )?result of|thanks to|because of|due to|owing to|led to|proves?|demonstrat\w+|evidence of|shows? that)\b/
const FIRM =
  /\b(?:clear|significant(?:ly)?|marked(?:ly)?|sustained|steady|steadily|dramatic(?:ally)?|substantial(?:ly)?|trend|continu\w+)\b/
const CHANGE =
  /\b(?:increas\w+|rose|risen|rising|rise|grew|growth|decreas\w+|reduc\w+|fell|fallen|falling|fall|dropp\w+|drop|declin\w+|improv\w+|worsen\w+|doubled|halved|went (?:up|down))\b/

/** How a sentence goes on from two values: to what causes the change, to a firm word for it, or to the bare change. */
function conclusionOf(words: string): string | undefined {
  const cause = CAUSE.exec(words)
  if (cause) return `and gives a cause (“${cause[0]}”)`
  const change = CHANGE.exec(words)
  const firm = FIRM.exec(words)
  if (firm && change) return `and calls the change “${firm[0]}”`
  return change ? `and speaks of a change (“${change[0]}”)` : undefined
}

/** The words of a sentence that speak of a pair: to the next pair, or to the end. */
const wordsAbout = (sentence: Sentence, pair: Pair, next: Pair | undefined): string =>
  sentence.gaps.slice(pair.first === 0 ? 0 : pair.first, next?.first ?? sentence.gaps.length).join(' ')

/** The notes on what sentences conclude from two values. */
export function twoPointNotes(sentences: readonly Sentence[]): Note[] {
  return sentences.flatMap((sentence) => {
    if (sentence.figures.length > 40) return []
    const pairs = pairsOf(sentence)
    return pairs.flatMap((pair, at): Note[] => {
      const conclusion = conclusionOf(wordsAbout(sentence, pair, pairs[at + 1]))
      if (conclusion === undefined || same(pair.old.value, pair.now.value)) return []
      const [first, last] = pair.old.start < pair.now.start ? [pair.old, pair.now] : [pair.now, pair.old]
      return [
        {
          kind: 'two-point',
          start: first.start,
          end: last.end,
          message: `The text compares ${said(pair.old)} with ${said(pair.now)} ${conclusion}; two values alone cannot tell a change from ordinary variation.`,
        },
      ]
    })
  })
}
