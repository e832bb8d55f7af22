/** Lists of entries under a heading, and what the heading, the entries and the sentences after them say of each other. */
import type { Sentence } from './sentence.ts'

/** A list as it stands: what leads to it, its entries (each with all its sentences), and where it ends. */
export type List = {
  /** The paragraph before the first entry. */
  readonly head: readonly Sentence[]
  readonly entries: readonly (readonly Sentence[])[]
  /** The sentences of the paragraph after the last entry. */
  readonly after: readonly Sentence[]
}

/** Sentences, paragraph by paragraph. */
function paragraphsOf(sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = []
  for (const sentence of sentences) {
    const last = paragraphs.at(-1)
    if (last && last[0]?.paragraph === sentence.paragraph) last.push(sentence)
    else paragraphs.push([sentence])
  }
  return paragraphs
}

/** The lists of a paper: entries of two and more that follow one another. */
export function listsOf(sentences: readonly Sentence[]): List[] {
  const paragraphs = paragraphsOf(sentences)
  const lists: List[] = []
  for (let at = 0; at < paragraphs.length; at += 1) {
    if (paragraphs[at]?.[0]?.bullet !== true) continue
    const first = at
    while (paragraphs[at]?.[0]?.bullet === true) at += 1
    const entries = paragraphs.slice(first, at)
    if (entries.length > 1)
      lists.push({ head: paragraphs[first - 1] ?? [], entries, after: paragraphs[at] ?? [] })
  }
  return lists
}
