/** Every finder of relations in sentences and lists, in the order of their worth (figures.md 2.7). */
import { greatestOf, overallBetween } from './bounds.ts'
import { changes } from './change.ts'
import { comparisons } from './comparison.ts'
import type { Finding } from './finding.ts'
import { listsOf } from './list.ts'
import { countsInLine, listCounts } from './list-count.ts'
import { listShares, sharesInLine } from './list-shares.ts'
import { listSums } from './list-sums.ts'
import { partsOverWhole } from './part-of-whole.ts'
import { perPeriods } from './per-period.ts'
import { allOfThem, statedAgain } from './restated.ts'
import type { Sentence } from './sentence.ts'
import { shares } from './share.ts'
import { shareLists } from './share-list.ts'
import { sumsInText } from './sum-in-text.ts'

/** A sentence with more figures than this is no sentence, but a table that lost its form. */
const MOST_FIGURES = 60
/** A list of more entries is a register. */
const MOST_ENTRIES = 60

/** What one sentence states, by itself and with the one before it. A figure that one finder judged is left to it. */
function inSentence(sentence: Sentence, before: Sentence | undefined): Finding[] {
  if (sentence.figures.length === 0 || sentence.figures.length > MOST_FIGURES) return []
  const changed = changes(sentence, before)
  const taken = new Set(changed.map(({ stated }) => stated?.figure))
  const parts = shares(sentence, before).filter(({ stated }) => !taken.has(stated?.figure))
  const inLine = parts.length > 0 || changed.length > 0 ? [] : sharesInLine(sentence)
  return [
    ...changed,
    ...parts,
    ...inLine,
    ...sumsInText(sentence, before),
    ...shareLists(sentence),
    ...perPeriods(sentence),
    ...comparisons(sentence),
    ...allOfThem(sentence, before),
    ...overallBetween(sentence),
    ...greatestOf(sentence, before),
    ...partsOverWhole(sentence),
  ]
}

/** What the sentences of a paper state. */
export function inSentences(sentences: readonly Sentence[]): Finding[] {
  const lists = listsOf(sentences).filter(({ entries }) => entries.length <= MOST_ENTRIES)
  return [
    ...sentences.flatMap((sentence, index) => inSentence(sentence, sentences[index - 1])),
    ...lists.flatMap((list) => [...listShares(list), ...listSums(list), ...listCounts(list)]),
    ...sentences.flatMap(countsInLine),
    ...statedAgain(sentences),
  ]
}
