/** Reads one entry of an agenda: its number, title, pages, and what stands in brackets after it. */
import { firstDate } from './dates.ts'
import { headingNumber } from './marks.ts'
import type { Item } from './reading.ts'

export type Entry = Pick<Item, 'number' | 'title' | 'pages' | 'toFollow' | 'exempt' | 'refersToMeetingOn'>

export const LABELLED_PAGES =
  /[([]?\s*\b(?:tudalen(?:nau)?\s*\/\s*)?(?:pages?|pgs?|tudalen(?:nau)?)\b\.?\s*(?:nos?\.?\s*)?:?\s*(\d{1,4})(?:\s*(?:-|–|—|to|&|i)\s*(\d{1,4}))?\s*[)\]]?/i
const BARE_RANGE = /(?<![\d/£.,])\b(\d{1,3})\s*(?:\s[-–—]\s|[-–—])\s*(\d{1,3})\b(?![\d%/])/g
export const TO_FOLLOW =
  /\s*[-–—,;:]*\s*[([]?\s*\b(?:report |paper |papers |documents? )?(?:to follow|to be tabled|i ddilyn)\b\s*[)\]]?/i
const EXEMPT_NOTE =
  /\s*[-–—]?\s*[([]((?:exempt(?:ion)?|restricted|confidential|not for publication|private|part (?:ii|2))\b[^()[\]]*(?:\([^()]*\)[^()[\]]*)*)[)\]]|\s*[-–—]\s*((?:exempt|not for publication)\b.*|(?:private|confidential|restricted)\b[^–—]*\bschedule 12a\b.*)$/i

/** The meeting whose minutes a title speaks of: "Minutes of the Panel held on 12 June 2019". */
export const minutesOf = (title: string): string | null =>
  /\bminutes|cofnodion\b/i.test(title) ? firstDate(title) : null

/** Takes "(Pages 3 - 12)" out of a title. */
function takeLabelled(title: string): { title: string; pages: [number, number] | null } {
  const labelled = LABELLED_PAGES.exec(title)
  if (labelled === null) return { title, pages: null }
  const first = Number(labelled[1])
  return {
    title: without(title, labelled.index, labelled[0].length),
    pages: [first, Number(labelled[2] ?? first)],
  }
}

/** Takes a bare range of pages out of a title, wherever the wrapping put it. `after` is the last page used before. */
function takeBare(title: string, after: number): { title: string; pages: [number, number] | null } {
  for (const match of [...title.matchAll(BARE_RANGE)].toReversed()) {
    const [first, last] = [Number(match[1]), Number(match[2])]
    const rest = title.slice(match.index + match[0].length)
    const spaced = /\s[-–—]\s/.test(match[0]) || rest.trim() === ''
    const wrapped = rest.trim() === '' || /^\s+[A-Z(]/.test(rest)
    if (
      spaced &&
      wrapped &&
      first >= 1 &&
      last >= first &&
      first >= after &&
      last - first < 600 &&
      match.index > 0 &&
      !/^\s*(?:years?|aged)/i.test(rest) &&
      !/\baged?\s*$/i.test(title.slice(0, match.index))
    ) {
      return { title: without(title, match.index, match[0].length), pages: [first, last] }
    }
  }
  return { title, pages: null }
}

const without = (title: string, at: number, length: number): string =>
  `${title.slice(0, at).trimEnd()} ${title.slice(at + length).trimStart()}`
    .replace(/\s+/g, ' ')
    .replace(/\(\s*\)/g, '')
    .trim()

/** The entry that the words of one agenda line make; `number` when the form already took it off. */
export function entryOf(words: string, number: string | null, after: number): Entry {
  const labelled = /^(?:agenda )?(?:item|eitem)\s+(\d{1,3}[a-z]?)\s*[-–—:.]?\s*(.*)$/i.exec(words)
  const headed =
    labelled === null ? headingNumber(words) : { number: labelled[1] ?? null, rest: labelled[2] ?? '' }
  const taken = number === null ? headed : { number, rest: words }
  const toFollow = TO_FOLLOW.test(taken.rest)
  const settled = takeLabelled(taken.rest.replace(TO_FOLLOW, ''))
  const note = EXEMPT_NOTE.exec(settled.title)
  const unmarked = settled.title.replace(EXEMPT_NOTE, '').trim()
  const { title, pages } =
    settled.pages === null ? takeBare(unmarked, after) : { title: unmarked, pages: settled.pages }
  const reason = (note?.[1] ?? note?.[2])?.trim() ?? null
  const plainTitle = title.replace(/\s*[-–—:;,*]+$/, '').trim()
  return {
    number: taken.number,
    title: plainTitle,
    pages,
    toFollow,
    exempt: reason,
    refersToMeetingOn: minutesOf(plainTitle),
  }
}
