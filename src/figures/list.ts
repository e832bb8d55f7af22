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

type Mark = 'numbered' | 'bulleted' | undefined

/** How an entry is marked; a numbered heading after a list of bullets is no entry of it. */
function markOf(paragraph: readonly Sentence[] | undefined): Mark {
  const [first] = paragraph ?? []
  if (first?.bullet !== true) return undefined
  return /^ ?\(?(?:\d|[a-z]{1,4}[.)])/.test(first.words) ? 'numbered' : 'bulleted'
}

/** The lists of a paper: entries of two and more that follow one another, marked alike. */
export function listsOf(sentences: readonly Sentence[]): List[] {
  const paragraphs = paragraphsOf(sentences)
  const lists: List[] = []
  for (let at = 0; at < paragraphs.length; at += 1) {
    const mark = markOf(paragraphs[at])
    if (mark === undefined) continue
    const first = at
    while (markOf(paragraphs[at]) === mark) at += 1
    const entries = paragraphs.slice(first, at)
    if (entries.length > 1)
      lists.push({ head: paragraphs[first - 1] ?? [], entries, after: paragraphs[at] ?? [] })
    at -= 1
  }
  return lists
}
