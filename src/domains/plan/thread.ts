/** The thread of a priority: everything on the record that serves it, in time order, and how it is counted and filtered. */
import { localDate, stored } from '../../lib/index.ts'
import type { Cursor } from '../../record/index.ts'
import { stateWords } from './commitment.ts'

/** What a thread can be narrowed to, with the kinds of entry that each shows. */
export const SHOWS = [
  { name: 'everything', words: 'everything', kinds: null },
  { name: 'promises', words: 'promises and requests', kinds: ['action', 'commitment'] },
  { name: 'questions', words: 'questions', kinds: ['question'] },
  { name: 'papers', words: 'papers', kinds: ['paper'] },
  {
    name: 'resolutions',
    words: 'discussions and resolutions',
    kinds: ['resolution', 'minute', 'minutes', 'agenda-item'],
  },
] as const

export type Show = (typeof SHOWS)[number]

/** The filter of an address; everything when none is named, undefined when there is no such filter. */
export const showNamed = (name: string | undefined): Show | undefined =>
  SHOWS.find((show) => show.name === (name ?? 'everything'))

export type Count = { kind: string; state: string | null; count: number }

/** How many entries a filter shows. */
export const countShown = (counts: readonly Count[], show: Show): number =>
  counts.filter(({ kind }) => isShown(kind, show)).reduce((sum, { count }) => sum + count, 0)

function isShown(kind: string, show: Show): boolean {
  const kinds: readonly string[] | null = show.kinds
  return kinds === null || kinds.includes(kind)
}

/** "3 done · 2 open", most first; empty when there are none. Only 'done' is ever called done. */
export function statesInWords(counts: readonly Count[], show: Show): string {
  const states = new Map<string, number>()
  for (const { kind, state, count } of counts) {
    if (!isShown(kind, show)) continue
    const words = stateWords(state).toLowerCase()
    states.set(words, (states.get(words) ?? 0) + count)
  }
  return [...states]
    .toSorted((one, other) => other[1] - one[1])
    .map(([words, count]) => `${count} ${words}`)
    .join(' · ')
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  action: 'Promise or request',
  commitment: 'Commitment in the plan',
  question: 'Question',
  paper: 'Paper',
  resolution: 'Resolution',
  minute: 'Discussed at a meeting',
  minutes: 'Minutes',
  'agenda-item': 'On an agenda',
  meeting: 'Meeting',
  'work-programme': 'Work programme',
}

/** What a thing on the thread is, in words. */
export const kindWords = (kind: string): string =>
  KIND_WORDS[kind] ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}`

/** Where one sentence of a summary ends and the next begins; "Mrs. Bolton" is one. */
const SENTENCE_END = /(?<!\b(?:Cllr|Dr|Mrs?|Ms|St))\. (?=[A-Z])/

/**
 * What a thing on the thread is, and what its summary says beyond that. The summary of a promise, request or question
 * begins with a sentence that says which it is and whose: "Promise by the Commissioner."
 */
export function saidOf(kind: string, summary: string): { what: string; text: string } {
  if (summary === '' || (kind !== 'action' && kind !== 'question'))
    return { what: kindWords(kind), text: summary }
  const [first = '', ...rest] = summary.split(SENTENCE_END)
  return { what: first.replace(/\.$/, ''), text: kind === 'question' ? '' : rest.join('. ') }
}

/** A ring, a diamond or a filled mark: said, promised or asked, done or answered. */
export function markOf(kind: string, state: string | null): 'said' | 'promised' | 'done' {
  if (state === 'done' || state?.startsWith('answered')) return 'done'
  return kind === 'action' || kind === 'commitment' || kind === 'question' ? 'promised' : 'said'
}

/** Whether the state of a thing of this kind is worth a word on the thread. */
export const hasState = (kind: string): boolean => ['action', 'commitment', 'question'].includes(kind)

/** A place in a thread as it stands in an address: 2019-09-24.<id>. */
export const cursorText = ({ date, id }: Cursor): string => `${date ?? 'undated'}.${id}`

/** Reads a place from an address; undefined when it is none. */
export function cursorFrom(text: string): Cursor | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}|undated)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const day = match?.[1]
  const id = match?.[2]
  if (day === undefined || id === undefined) return undefined
  const date = day === 'undated' ? null : localDate(day)
  return date === undefined ? undefined : { date, id: stored.entryId(id) }
}
