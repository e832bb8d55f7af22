/** Cuts a paper into sentences, each with its figures and the words between them; list entries and headings are told apart. */
import type { Figure } from './figure.ts'

export type Span = { readonly start: number; readonly end: number }

export type Sentence = Span & {
  /** Which paragraph of the paper it stands in, counted from 0. */
  readonly paragraph: number
  /** Whether its paragraph is an entry of a list. */
  readonly bullet: boolean
  readonly figures: readonly Figure[]
  /**
   * The words around the figures, in small letters, one space between words, markup gone: `gaps[i]` stands before figure i,
   * and the last one after all.
   */
  readonly gaps: readonly string[]
  /** The whole sentence, its figures as `{0}`, `{1}` …: one form whatever separators and line ends the paper uses. */
  readonly words: string
}

/** A sentence longer than this is cut, so that no pattern is tried on much. */
const LONGEST = 3000
/** A line shorter than this was ended on purpose, where a capital begins the next one. */
const SHORT = 50
const HEADING = /^\s*#/
const BULLET = /^[ \t]*(?:[-*•–▪◦·]|\(?\d{1,3}[.)]\\?|\d{1,3}\\\.|\(?[a-z][.)]|\(?[ivx]{1,4}\))[ \t]+/
const END = /[.!?][”’"')\]*]*\s+(?=[“‘"'([*_]*[\p{Lu}\d£])|:[*_]*\s*$|;\s*•\s*/gu
const ABBREVIATION =
  /(?:\b(?:no|mr|mrs|ms|dr|st|approx|vs|cf|para|pp?|fig|cllr|rev|hon|inc|ltd|e\.g|i\.e|c)|\b\p{Lu})\.$/iu

type Paragraph = Span & { readonly bullet: boolean; readonly line: boolean }

/** The paragraphs of a text, the spans in `apart` (its tables) left out. Lines broken by width alone belong together. */
function* paragraphsOf(text: string, apart: readonly Span[]): Generator<Paragraph> {
  let open: { start: number; end: number; bullet: boolean; line: boolean } | undefined
  let table = 0
  let short = false
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const next = found < 0 ? text.length : found + 1
    while ((apart[table]?.end ?? Infinity) <= at) table += 1
    const inTable = (apart[table]?.start ?? Infinity) < next
    const head = text.slice(at, Math.min(next, at + 200))
    const blank = inTable || /^\s*$/.test(head)
    const starts =
      blank ||
      BULLET.test(head) ||
      HEADING.test(head) ||
      open?.line === true ||
      (short && /^\p{Lu}/u.test(head))
    short = head.trimEnd().length < SHORT
    if (starts && open) {
      yield open
      open = undefined
    }
    if (!blank) {
      open ??= { start: at, end: next, bullet: BULLET.test(head), line: HEADING.test(head) }
      open.end = next
    }
    at = next
  }
  if (open) yield open
}

/** Where the sentences of a paragraph end. */
function* endsOf(text: string, { start, end }: Span): Generator<number> {
  let from = start
  const body = text.slice(start, end)
  for (const found of body.matchAll(END)) {
    const at = start + found.index
    if (ABBREVIATION.test(text.slice(Math.max(start, at - 8), at + 1))) continue
    for (; at - from > LONGEST; from += LONGEST) yield from + LONGEST
    yield at + found[0].length
    from = at + found[0].length
  }
  for (; end - from > LONGEST; from += LONGEST) yield from + LONGEST
  if (end > from) yield end
}

/** Words as patterns read them. */
export const plainWords = (words: string): string =>
  words
    .replace(/<\/?[a-z]{1,6}>|[*_\\#>]+/gi, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[—–−]/g, '-')
    .replace(/[\s\u2009\u202f]+/g, ' ')
    .toLowerCase()

function sentenceOf(
  text: string,
  span: Span,
  paragraph: number,
  bullet: boolean,
  figures: readonly Figure[],
): Sentence {
  const gaps: string[] = []
  let at = span.start
  for (const figure of figures) {
    gaps.push(plainWords(text.slice(at, figure.start)))
    at = figure.end
  }
  gaps.push(plainWords(text.slice(at, span.end)))
  const words = gaps.map((gap, index) => (index < figures.length ? `${gap}{${index}}` : gap)).join('')
  return { ...span, paragraph, bullet, figures, gaps, words }
}

/** The sentences of `text` outside `apart`, in order, each with those of `figures` that stand in it. */
export function sentencesOf(text: string, figures: readonly Figure[], apart: readonly Span[]): Sentence[] {
  const sentences: Sentence[] = []
  let next = 0
  let paragraph = 0
  for (const each of paragraphsOf(text, apart)) {
    let start = each.start
    for (const end of endsOf(text, each)) {
      while ((figures[next]?.start ?? Infinity) < start) next += 1
      const first = next
      while ((figures[next]?.end ?? Infinity) <= end) next += 1
      const span = { start, end }
      sentences.push(sentenceOf(text, span, paragraph, each.bullet, figures.slice(first, next)))
      start = end
    }
    paragraph += 1
  }
  return sentences
}
