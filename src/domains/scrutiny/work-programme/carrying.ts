/**
 * Whether what a panel asked for comes back: an ask is held against the lines of the next work programme and the items
 * of the next agenda by the words that tell it apart. Careful both ways: one everyday word never ties two things, and
 * a weak tie is reported as "may be covered", never as a gap and never as carried.
 */

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

/** Words that are everywhere in this field, or in every request, and so tie nothing to anything. */
const EVERYDAY = new Set(
  `a an and any are as at be been by can for from had has have he her him his how if in into is it its may might more not
  of on or our she so some such than that the their them there these they this those to was were what when where which
  who whom whose will with would could should shall must also both each every other another further again about above against back
  ensure aware circulate circulated longer-term
  after before between during under over very only just
  ask asked asking request requested requesting note noted consider considered provide provided include included
  including cover covering covers continue continued remain bring brought give given receive received present look raise
  raised inform informed share sharing report reported reporting update updated updates verbal written
  detail details information possible where way ways new latest due course future next last year month week day time
  meeting meetings minute minutes agenda item items standing standard programme program work paper papers matter matters
  point points issue issues question questions answer answers level levels type types number figure figures breakdown
  broken down area areas place people person group groups member members set sit sits behind support supports supported
  supporting help helped service services public community communities resident residents local national county council
  plan plans planning policy priority priorities strategy overview progress performance delivery deliver delivered board panel
  committee commissioner pcc office chief constable deputy assistant police policing force officer officers staff crime crimes
  criminal victim victims offence offences statistic statistics safer safe term longer period make making made use used
  well been one two three first second good better full part whole range scheme schemes team teams`.split(
    /\s+/,
  ),
)

/** The one form of a word we compare by: lower case, no possessive, no plural. */
function plain(word: string): string {
  const bare = word.toLowerCase().replace(/[’']s?$/, '')
  if (bare.length > 4 && bare.endsWith('ies')) return `${bare.slice(0, -3)}y`
  if (bare.length > 4 && /(ss|x|ch|sh)es$/.test(bare)) return bare.slice(0, -2)
  if (bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') && !bare.endsWith('us'))
    return bare.slice(0, -1)
  return bare
}

/** The words of a text that tell it apart, each once, in their order; `apart` are words of the place that tell nothing there. */
export function tellingWords(text: string, apart: readonly string[] = []): string[] {
  const found = text.match(/[\p{L}][\p{L}’'-]*/gu) ?? []
  const dull = new Set(apart.map((word) => plain(word)))
  const telling = found
    .filter((word) => !EVERYDAY.has(word.toLowerCase()) && !EVERYDAY.has(plain(word)))
    .map((word) => plain(word))
    .filter((word) => word.length > 2 && !EVERYDAY.has(word) && !dull.has(word))
  return [...new Set(telling)]
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
  return { outcome: 'not-found', why: `looked for ${quoted(words)}` }
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
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

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
