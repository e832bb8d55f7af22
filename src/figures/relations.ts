/** Every finder of relations in sentences, in the order of their worth (figures.md 2.7). */
import { changes } from './change.ts'
import type { Finding } from './finding.ts'
import type { Sentence } from './sentence.ts'

/** What the sentences of a paper state. */
export function inSentences(sentences: readonly Sentence[]): Finding[] {
  return sentences.flatMap((sentence, index) => changes(sentence, sentences[index - 1]))
}
