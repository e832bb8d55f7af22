/** Changes: two values and what lies between them, in number and in percent (figures.md 2.7, classes 2 and 3). */
import { changesWithoutPair } from './change-alone.ts'
import { boundChanges } from './change-binding.ts'
import { pairFindings } from './change-findings.ts'
import type { Finding } from './finding.ts'
import type { Sentence } from './sentence.ts'

/** The changes that a sentence states; `before` is the sentence before it, whose two values it may speak of. */
export function changes(sentence: Sentence, before: Sentence | undefined): Finding[] {
  if (sentence.figures.length === 0 || sentence.figures.length > 40) return []
  const bound = boundChanges(sentence, before)
  return [...bound.pairs.flatMap(pairFindings), ...changesWithoutPair(sentence, bound)]
}
