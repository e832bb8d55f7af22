/**
 * Whether what a panel asked for comes back: an ask is held against the lines of the next work programme and the items
 * of the next agenda by the words that tell it apart. Careful both ways: one everyday word never ties two things, and
 * a weak tie is reported as "may be covered", never as a gap and never as carried.
 */
import { tellingWords } from '../telling-words.ts'

/** What was asked: its own words, and what the minute it stands in is about. */
export type Ask = { what: string; quote: string | null; subject: string }

/** A line the ask may come back in. `parts` are headings inside the paper behind an item; they can only hint. */
export type Line = {
  /** As a sentence names it: "item B2", "the line for 6 February 2020". */
  place: string
  title: string
  parts: readonly string[]
}

export type Carried = {
  outcome: 'carried' | 'maybe' | 'not-found'
  /** In words: which line and which words tie the two. */
  why: string
}

/**
 * Where an ask comes back among the lines. `apart` are the words of the body's own name. An ask whose own words tell
 * nothing ("a further report in due course") is known by the subject of its minute.
 */
export function carriedIn(ask: Ask, lines: readonly Line[], apart: readonly string[] = []): Carried {
  const own = tellingWords(`${ask.what} ${ask.quote ?? ''}`, apart)
  const words = own.length > 0 ? own : tellingWords(ask.subject, apart)
  if (words.length === 0) return { outcome: 'maybe', why: 'its words are too general to be looked for' }
  let hint: string | undefined
  for (const line of lines) {
    const held = tellingWords(line.title, apart)
    const both = words.filter((word) => held.includes(word))
    if (tied(words, held, both))
      return { outcome: 'carried', why: `${quoted(both)}: ${line.place}, “${line.title}”` }
    hint ??= hintOf(words, both, line, apart)
  }
  if (hint !== undefined) return { outcome: 'maybe', why: hint }
  return {
    outcome: 'not-found',
    why: `looked for the ${words.length === 1 ? 'word' : 'words'} ${quoted(words)}`,
  }
}

/** Two words in common that are half of the ask, or the one word that is all of both. */
const tied = (words: readonly string[], held: readonly string[], both: readonly string[]): boolean =>
  both.length >= 2
    ? both.length * 2 >= words.length
    : both.length === 1 && words.length === 1 && held.length === 1

function hintOf(
  words: readonly string[],
  both: readonly string[],
  line: Line,
  apart: readonly string[],
): string | undefined {
  if (both.length > 0)
    return `may be covered by ${line.place}, “${line.title}”, which also speaks of ${quoted(both)}`
  for (const part of line.parts) {
    const inPart = words.filter((word) => tellingWords(part, apart).includes(word))
    if (inPart.length > 0)
      return `may be covered by ${line.place}, whose paper has a part headed “${trimmed(part)}”`
  }
  return undefined
}

const trimmed = (heading: string): string => heading.replace(/[:.\s]+$/, '')
const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const quoted = (words: readonly string[]): string => LIST.format(words.map((word) => `“${word}”`))

/** Of several asks, those that come back nowhere among the lines. */
export const notCarried = <Each extends Ask>(
  asks: readonly Each[],
  lines: readonly Line[],
  apart: readonly string[] = [],
): Each[] => asks.filter((ask) => carriedIn(ask, lines, apart).outcome === 'not-found')

/** Whether an action is something the panel should see again: its own asks, and firm promises of something to it. */
export const looksToThePanel = (action: {
  kind: 'commitment' | 'panel-request' | 'panel-action'
  firm: boolean
  what: string
  quote: string | null
}): boolean =>
  action.kind !== 'commitment' ||
  (action.firm && /\b(panel|members?)\b/i.test(`${action.what} ${action.quote ?? ''}`))
