/** Cuts the words of a paragraph into sentences: a point after "Mr" or an initial ends none. */

export type Sentence = { text: string; start: number }

/** Sentences of a paragraph with their offsets in it. */
export function sentencesOf(words: string): Sentence[] {
  const sentences: Sentence[] = []
  const ending =
    /(?<!\b(?:Mr|Mrs|Ms|Dr|Cllr|Cyng|Messrs|Hon|No|St|Sgt|Insp|Supt|Rev|Prof|e\.g|i\.e|approx|Cl|para)|\b[A-Z])[.?!]["'”’)]*\s+(?=["'“‘(]?[A-Z\d])/g
  let start = 0
  for (const match of words.matchAll(ending)) {
    const end = match.index + match[0].length
    sentences.push({ text: words.slice(start, end).trimEnd(), start })
    start = end
  }
  if (start < words.length) sentences.push({ text: words.slice(start), start })
  return sentences
}
