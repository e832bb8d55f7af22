/**
 * Proposes which priorities a text serves, from the words that both share. Made to be right rather than complete: a
 * wrong link on a priority's thread is worse than a missing one, and a person can add what is missing.
 */
import type { EntryId } from '../../lib/index.ts'
import { type Mention, mentions, SUBJECTS } from './subjects.ts'
import { sentences, stem, type Word } from './wording.ts'

export type PriorityForMatching = {
  id: EntryId
  path: string
  title: string
  /** One or two sentences of what it is about; may be empty. */
  summary: string
  /** What the plan prints under its heading; may be empty. */
  text: string
  /** Words that tell nothing in this area: its name, the plan's own title. */
  generic: readonly string[]
}

/** The area's name and the plan's own title tell nothing about a subject. */
export const genericWords = (authority: string, title: string): string[] => [
  ...authority.split('-'),
  ...title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''),
]

/** A priority that a text serves, and the words of the text that say so. */
export type Serves = { priority: EntryId; path: string; title: string; words: string[] }

type Telling = {
  priority: PriorityForMatching
  /** Pairs of stems that stand together in its title. */
  pairs: Set<string>
  words: Set<string>
  /** How many words of its title are neither joining nor empty. */
  length: number
  /** A title of one telling word, such as "Support volunteering". */
  lone: string | null
  subjects: Set<string>
}

type Tie = { start: number; end: number; weight: number }

/** How many priorities may share a phrase before it stops telling them apart. Two owners often share one. */
const SHARED = 2

/**
 * The priorities that `text` serves: those with which it shares a phrase of two or more words, or two distinct telling
 * words in one sentence. The longer the text, the more often it must say so. Words alone that the whole field uses
 * ("police", "crime", the area's name) never tie.
 */
export function proposeServes(text: string, priorities: readonly PriorityForMatching[]): Serves[] {
  if (priorities.length === 0) return []
  const generic = new Set(
    priorities.flatMap((priority) => priority.generic.map((word) => stem(word.toLowerCase()))),
  )
  const said = sentences(text, generic)
  const tellings = priorities.map((priority) => tellingOf(priority, generic))
  settleSubjects(tellings, generic)
  const wanted = mentionsWanted(text)
  return tellings.flatMap((telling) => {
    const ties = said.flatMap((sentence) => tiesIn(sentence, telling, tellings, wanted))
    const weight = ties.reduce((sum, tie) => sum + tie.weight, 0)
    if (weight < wanted) return []
    const { id, path, title } = telling.priority
    return [{ priority: id, path, title, words: phrases(text, ties) }]
  })
}

/** The words of a tie as history and threads give them: both speak of “county lines” and “organised crime”. */
export function whyServes(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`)
  const last = quoted.at(-1) ?? ''
  return `Both speak of ${quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last}`
}

/** How often a text must speak of a priority: once when it is short, more often when it is long. */
function mentionsWanted(text: string): number {
  const length = text.split(/\s+/).length
  if (length <= 150) return 1
  return length <= 800 ? 2 : 3
}

function tellingOf(priority: PriorityForMatching, generic: ReadonlySet<string>): Telling {
  const title = sentences(priority.title, generic)
  const pairs = new Set(title.flatMap((sentence) => pairsOf(sentence).map((pair) => pair.key)))
  const words = new Set(
    title.flatMap((sentence) => sentence.filter((word) => word.telling).map((word) => word.stem)),
  )
  const lone = pairs.size === 0 && words.size === 1 ? ([...words][0] ?? null) : null
  const length = title.reduce((sum, sentence) => sum + sentence.length, 0)
  return { priority, pairs, words, length, lone, subjects: new Set() }
}

/** Words that stand together: side by side when one of them tells, joined by "and" only when both do. */
function pairsOf(sentence: readonly Word[]): { key: string; start: number; end: number }[] {
  return sentence.flatMap((word, index) => {
    const before = sentence[index - 1]
    if (!before || word.after === 'apart' || before.stem === word.stem) return []
    const tells = word.after === 'and' ? word.telling && before.telling : word.telling || before.telling
    if (!tells) return []
    const start = Math.min(before.start, word.start)
    return [
      { key: [before.stem, word.stem].toSorted().join(' '), start, end: Math.max(before.end, word.end) },
    ]
  })
}

/** Gives each subject to the priorities whose title names it, else whose summary does, else the one whose text does. */
function settleSubjects(tellings: readonly Telling[], generic: ReadonlySet<string>): void {
  const places = [
    (priority: PriorityForMatching) => priority.title,
    (priority: PriorityForMatching) => priority.summary,
    (priority: PriorityForMatching) => priority.text,
  ]
  const said = places.map((place) => tellings.map((telling) => sentences(place(telling.priority), generic)))
  for (const subject of SUBJECTS) {
    for (const [level, sentencesAt] of said.entries()) {
      const speaking = tellings.filter((_, index) =>
        sentencesAt[index]?.some((sentence) => mentions(subject, sentence).length > 0),
      )
      if (speaking.length === 0) continue
      if (speaking.length <= (level === 2 ? 1 : SHARED))
        for (const telling of speaking) telling.subjects.add(subject.name)
      break
    }
  }
}

function tiesIn(sentence: readonly Word[], telling: Telling, all: readonly Telling[], wanted: number): Tie[] {
  const weigh = (has: (other: Telling) => boolean): number => {
    const sharing = all.filter(has).length
    return sharing <= SHARED ? 1 : 1 / sharing
  }
  const ties: Tie[] = titleSaid(sentence, telling, wanted)
  for (const pair of pairsOf(sentence)) {
    if (telling.pairs.has(pair.key))
      ties.push({ ...pair, weight: weigh((other) => other.pairs.has(pair.key)) })
  }
  const spoken = SUBJECTS.filter((subject) => telling.subjects.has(subject.name)).flatMap((subject) =>
    mentions(subject, sentence),
  )
  ties.push(...spoken.filter((mention) => mention.phrase).map(asTie))
  if (ties.length > 0) return apart(ties)
  return singleWords(sentence, telling, spoken, wanted)
}

/** One stretch of words is one tie, however many rules find it. */
function apart(ties: readonly Tie[]): Tie[] {
  const joined: Tie[] = []
  for (const tie of ties.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last && tie.start <= last.end) {
      last.end = Math.max(last.end, tie.end)
      last.weight = Math.max(last.weight, tie.weight)
    } else joined.push({ ...tie })
  }
  return joined
}

const asTie = (mention: Mention): Tie => ({ start: mention.start, end: mention.end, weight: 1 })

/** A sentence or heading that has every telling word of a title names the priority, however long the text is. */
function titleSaid(sentence: readonly Word[], telling: Telling, wanted: number): Tie[] {
  if (telling.words.size < 2) return []
  const said = sentence.filter((word) => telling.words.has(word.stem))
  const [first, last] = [said[0], said.at(-1)]
  if (!first || !last || new Set(said.map(({ stem: own }) => own)).size < telling.words.size) return []
  return sentence.length <= telling.length + 2 ? [{ start: first.start, end: last.end, weight: wanted }] : []
}

/** Two distinct telling words in one sentence tie; one that is the whole of a short title, or a subject, half does. */
function singleWords(
  sentence: readonly Word[],
  telling: Telling,
  spoken: readonly Mention[],
  wanted: number,
): Tie[] {
  const titled = sentence.filter((word) => word.telling && telling.words.has(word.stem))
  const distinct = [...new Map(titled.map((word) => [word.stem, word])).values()]
  const places = new Map<number, Tie>()
  for (const mention of spoken)
    places.set(mention.start, { start: mention.start, end: mention.end, weight: 0.5 })
  for (const word of distinct) {
    if (distinct.length > 1) places.set(word.start, { start: word.start, end: word.end, weight: 0.5 })
    else if (telling.lone === word.stem || places.size > 0)
      places.set(word.start, { start: word.start, end: word.end, weight: 0.5 })
  }
  const found = [...places.values()]
  // A heading or a one-line promise has no room to say it twice.
  const short = wanted === 1 && sentence.length <= 8 && found.length === 1 && spoken.length > 0
  return short ? found.map((tie) => ({ ...tie, weight: 1 })) : found
}

/** The tied words as they stand in the text, those that touch joined, each once and none that another holds. */
function phrases(text: string, ties: readonly Tie[]): string[] {
  const said = new Map<string, string>()
  for (const { start, end } of apart(ties)) {
    const words = text.slice(start, end).replace(/\s+/g, ' ').toLowerCase()
    const key = words
      .split(/[^a-z0-9]+/)
      .map(stem)
      .join(' ')
    if (!said.has(key)) said.set(key, words)
  }
  const keys = [...said.keys()]
  const held = (key: string): boolean =>
    keys.some((other) => other !== key && ` ${other} `.includes(` ${key} `))
  return [...said]
    .filter(([key]) => !held(key))
    .map(([, words]) => words)
    .slice(0, 5)
}
