/** The few words of a paragraph that search shows, with what was found marked; plain text, never html. */
import type { Term } from './search-words.ts'

export type SnippetPiece = string | { match: string }

/** Marks that PostgreSQL sets around what it found: characters for private use, which texts are cleared of first. */
export const FROM = '\uE000'
export const UNTIL = '\uE001'

/**
 * Cuts a marked part of `text` into pieces, with an ellipsis where the text goes on before or after it. Where PostgreSQL
 * marked nothing, marks the words that begin as was asked.
 */
export function snippetOf(marked: string, text: string, terms: readonly Term[]): SnippetPiece[] {
  const pieces = marked.split(FROM).flatMap((part, index) => {
    if (index === 0) return [part]
    const [match = '', ...rest] = part.split(UNTIL)
    return [{ match }, rest.join('')]
  })
  const plain = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.match)).join('')
  const cut = pieces.length > 1 ? pieces : beginnings(marked, terms)
  return joined([
    text.trimStart().startsWith(plain.trimStart()) ? '' : '… ',
    ...cut,
    text.trimEnd().endsWith(plain.trimEnd()) ? '' : ' …',
  ])
}

/** The same with neighbouring texts as one, and no empty ones. */
function joined(pieces: readonly SnippetPiece[]): SnippetPiece[] {
  const whole: SnippetPiece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') whole.splice(-1, 1, last + piece)
    else if (piece !== '') whole.push(piece)
  }
  return whole
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
