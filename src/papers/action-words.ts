/** What the makers of actions share: the day by which, and the exact words with their place. */
import type { LocalDate } from '../lib/index.ts'
import { datesIn, endOfMonthIn, lastDayOfMonthIn, onOrAfter } from './dates.ts'
import type { Block } from './reading.ts'
import { locate, type Tree } from './tree.ts'

/** The day by which words ask for something: the first in them on or after the meeting; null when they name none. */
export function dueIn(
  words: string,
  meeting: LocalDate | null,
  next: LocalDate | null = null,
): LocalDate | null {
  if (meeting === null) return null
  for (const found of datesIn(words)) {
    const day = onOrAfter(found, meeting)
    if (day !== null && day >= meeting) return day
  }
  const limit = endOfMonthIn(words) ?? lastDayOfMonthIn(words)
  if (limit !== null && limit >= meeting) return limit
  return next !== null && next > meeting && NEXT_MEETING.test(words) ? next : null
}

const NEXT_MEETING =
  /\b(?:by|before|at|for|to|in time for|ahead of|prior to)\s+(?:the\s+|its\s+|our\s+|their\s+)?(?:panel[’']?s\s+)?next\s+(?:(?:scheduled|ordinary|public|panel|board|committee)\s+)?meeting\b/i

/** The day of the next meeting, where the minutes print it; null when they print none or several. */
export function nextMeetingIn(blocks: readonly Block[], meeting: LocalDate | null): LocalDate | null {
  if (meeting === null) return null
  const days = new Set<LocalDate>()
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'table' || block.type === 'list' || !/\b(?:next|future) meeting/i.test(block.text))
      continue
    const words = block.text.length > 400 ? '' : block.text
    const below = block.type === 'heading' ? blocks[index + 1] : undefined
    const said = `${words} ${below?.type === 'paragraph' && below.text.length < 200 ? below.text : ''}`
    const day = datesIn(said)
      .map((found) => onOrAfter(found, meeting))
      .find((found) => found !== null && found > meeting)
    if (day !== undefined && day !== null) days.add(day)
  }
  const [only] = days
  return days.size === 1 ? (only ?? null) : null
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
