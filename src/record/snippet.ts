/** The few words of a paragraph that search shows, with what was found marked; plain text, never html. */
import type { Term } from './search-words.ts'

export type SnippetPiece = string | { match: string }

/** Marks that PostgreSQL sets around what it found: characters for private use, which texts are cleared of first. */
export const FROM = '\uE000'
export const UNTIL = '\uE001'

/** Cuts a marked text into pieces; where PostgreSQL marked nothing, marks the words that begin as was asked. */
export function snippetOf(marked: string, terms: readonly Term[]): SnippetPiece[] {
  const pieces = marked.split(FROM).flatMap((part, index) => {
    if (index === 0) return [part]
    const [match = '', ...rest] = part.split(UNTIL)
    return [{ match }, rest.join('')]
  })
  const cut = pieces.length > 1 ? pieces : beginnings(marked, terms)
  return cut.filter((piece) => piece !== '')
}

/** PostgreSQL marks by stems, and so misses "policing" for "polici". */
function beginnings(text: string, terms: readonly Term[]): SnippetPiece[] {
  const asked = terms.flatMap((term) => (term.type === 'beginning' ? [term.text.toLowerCase()] : []))
  return text
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .map((piece, index) =>
      index % 2 === 1 && asked.some((begin) => piece.toLowerCase().startsWith(begin))
        ? { match: piece }
        : piece,
    )
}
