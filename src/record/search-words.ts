/** Understands what a reader typed into the search box: words, "quoted phrases" and beginnings*. Pure; no input fails. */

export type Term =
  /** Found in any form: "meetings" finds "meeting". */
  | { type: 'word'; text: string }
  /** These words in this order. */
  | { type: 'phrase'; text: string }
  /** Words that begin so. `typed` when the reader wrote the star; else it is the last word, perhaps unfinished. */
  | { type: 'beginning'; text: string; typed: boolean }

/** More would only slow the search: each further word asks for more of one paragraph. */
const MOST_TERMS = 16
const MOST_CHARACTERS = 1_000
/** A single letter begins too much to be meant. */
const SHORTEST_BEGINNING = 2

const PIECE = /"(?<phrase>[^"]*)"?|[^\s"]+/gu

/** Letters, digits, and what stands inside words; all else separates words and means nothing to the search. */
const spoken = (text: string): string =>
  text
    .replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' ')
    .replace(/(?<![\p{L}\p{M}\p{N}])['’-]+|['’-]+(?![\p{L}\p{M}\p{N}])/gu, ' ')
    .trim()

function termOf(piece: RegExpMatchArray, last: boolean): Term | undefined {
  const phrase = piece.groups?.['phrase']
  const text = spoken(phrase ?? piece[0])
  if (text === '') return undefined
  if (phrase !== undefined) return { type: 'phrase', text }
  const typed = piece[0].endsWith('*')
  if ((typed || last) && text.length >= SHORTEST_BEGINNING) return { type: 'beginning', text, typed }
  return { type: 'word', text }
}

/** The terms of a query, in order; none when nothing was typed that a text could hold. */
export function termsOf(words: string): Term[] {
  const pieces = [...words.slice(0, MOST_CHARACTERS).replace(/[“”„]/gu, '"').matchAll(PIECE)]
  return pieces
    .flatMap((piece, index) => termOf(piece, index === pieces.length - 1) ?? [])
    .slice(0, MOST_TERMS)
}
