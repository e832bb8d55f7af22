/**
 * Whether an agenda has what its own work programme says stands at each meeting: standing items and items to note. What
 * is missing is stated as "not found in the agenda"; an item listed "if available" may have had nothing to bring.
 */
import { type LocalDate, longDate } from '../../../lib/index.ts'

export type StandingItem = { title: string; as: 'standing' | 'to-note' }

/** A standing item that an agenda lacks, in fair words. */
export type Lacking = StandingItem & { words: string }

const SMALL = new Set(
  'a an and any at be by for from if in of on or that the their this to with held item items available'.split(
    ' ',
  ),
)

/** The words to compare by: short forms written out, plurals and possessives gone. */
function wordsOf(title: string): Set<string> {
  const text = title
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/\bp\.?f?c\.?c\.?\b/g, 'commissioner')
    .replace(/\bpolice and crime commissioner\b/g, 'commissioner')
    .replace(/\bpdb\b/g, 'performance delivery board')
    .replace(/\((if|where) [^)]*\)/g, ' ')
  const words = (text.match(/[\p{L}]+/gu) ?? []).filter((word) => !SMALL.has(word))
  return new Set(words.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)))
}

/** Whether a title of an agenda is that item: it has all its words, or all but one of four and more. */
function isItem(item: string, title: string): boolean {
  const wanted = [...wordsOf(item)]
  const held = wordsOf(title)
  const found = wanted.filter((word) => held.has(word)).length
  return wanted.length > 0 && found >= (wanted.length > 3 ? wanted.length - 1 : wanted.length)
}

/** The items of a programme that stand at each meeting and that the agenda of `day` does not have. */
export function missingStanding(
  programme: { standing: readonly string[]; toNote: readonly string[] },
  agenda: readonly string[],
  day: LocalDate,
): Lacking[] {
  const items: StandingItem[] = [
    ...programme.standing.map((title) => ({ title, as: 'standing' as const })),
    ...programme.toNote.map((title) => ({ title, as: 'to-note' as const })),
  ]
  return items
    .filter((item) => !agenda.some((title) => isItem(item.title, title)))
    .map((item) => ({ ...item, words: lackingInWords(item, day) }))
}

const IF_AVAILABLE = /\s*\((?:if|where) available\)/i

/** "“Commissioner's decisions”: listed to be noted at each meeting; not found in the agenda of 21 November 2019". */
function lackingInWords(item: StandingItem, day: LocalDate): string {
  const listed =
    item.as === 'to-note' ? 'listed to be noted at each meeting' : 'listed as a standing item of each meeting'
  const plainTitle = item.title.replace(IF_AVAILABLE, '')
  const found = `not found in the agenda of ${longDate(day)}`
  return IF_AVAILABLE.test(item.title)
    ? `“${plainTitle}”: ${listed} if available; ${found} (there may have been none)`
    : `“${plainTitle}”: ${listed}; ${found}`
}
