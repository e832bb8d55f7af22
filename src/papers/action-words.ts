/** What the makers of actions share: the day by which, and the exact words with their place. */
import type { LocalDate } from '../lib/index.ts'
import { datesIn, endOfMonthIn, onOrAfter } from './dates.ts'
import { locate, type Tree } from './tree.ts'

/** The day by which words ask for something: the first in them on or after the meeting; null when they name none. */
export function dueIn(words: string, meeting: LocalDate | null): LocalDate | null {
  if (meeting === null) return null
  for (const found of datesIn(words)) {
    const day = onOrAfter(found, meeting)
    if (day !== null && day >= meeting) return day
  }
  const limit = endOfMonthIn(words)
  return limit !== null && limit >= meeting ? limit : null
}

/** The words as they stand in the text between two offsets; undefined when they are not all there. */
export function quoted(
  tree: Tree,
  words: string,
  from: number,
  to: number,
): { quote: string; start: number; end: number } | undefined {
  const place = locate(tree.text, words, from, to)
  return place === undefined ? undefined : { quote: tree.text.slice(place.start, place.end), ...place }
}
