/**
 * Ways in which another office might have written the same paper: other people and places, numbers, days, honorifics,
 * spacing, bullets, letters of labels. Each says how the lines of a reading change with it.
 */
import { addDays, localDate } from '../../src/lib/index.ts'
import type { Reading } from '../../src/papers/index.ts'

export type Mutated = {
  readonly words: string
  /** What a line of the old reading is in the new one. `part` is what the line is of. */
  readonly line: (line: string, part: string) => string
}

/** `pick` gives a whole number from 0 up to the one given. Undefined where there is nothing to change. */
export type Mutation = (
  words: string,
  reading: Reading,
  pick: (below: number) => number,
) => Mutated | undefined

const everywhere = (words: string, change: (text: string) => string): Mutated => ({
  words: change(words),
  line: change,
})

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Changes whole words wherever they stand, in small letters, capitals or as a name. */
function exchange(changes: ReadonlyMap<string, string>): (text: string) => string {
  const lower = new Map([...changes].map(([from, to]) => [from.toLowerCase(), to]))
  const any = new RegExp(
    `(?<![\\p{L}-])(?:${[...changes.keys()].map(escaped).join('|')})(?![\\p{L}-])`,
    'giu',
  )
  return (text) =>
    text.replace(any, (found) => {
      const to = lower.get(found.toLowerCase()) ?? found
      return found.length > 1 && found === found.toUpperCase() ? to.toUpperCase() : to
    })
}

const SURNAMES = [
  'Abney',
  'Blewitt',
  'Cawood',
  'Dunstable',
  "O'Mara",
  'Eckersley',
  'Fairbairn',
  'Gathercole',
  'Hebden',
  'Ibbotson',
  'Jessop',
  'Kershaw',
  'Lidgett',
  'Micklewhite',
  'Nettleship',
  'Okonkwo',
  'Pargeter',
  'Quenby',
  'Rushworth',
  'Szymanski',
  'Thistlewood',
  'Umfreville',
  'Venables',
  'Winterbourne',
  'Yardley',
  'Zeller',
  'Anand',
  'Bhatti',
  'Chaudhry',
  'Dhillon',
] as const
const PLACES = [
  'Ambershire',
  'Brackwater',
  'Corvedale',
  'Dunmere',
  'Elmstow',
  'Farrowdale',
  'Grindlewick',
  'Hallowmere',
  'Inchley',
  'Kestrelham',
] as const

const peopleOf = (reading: Reading): string[] => [
  ...Object.values(reading.attendance ?? {}).flatMap((group) => group.map((one) => one.name)),
  ...reading.membership.flatMap((one) => one.name ?? []),
  ...reading.embedded.flatMap(peopleOf),
]

/** Words that are no surname, though the last word of what stands for a person. */
const NO_SURNAME = /chair|officer|constable|commissioner|executive|clerk|treasurer|police/i

/** Other people: each surname becomes another, everywhere. */
const otherPeople: Mutation = (words, reading, pick) => {
  const names = new Set(peopleOf(reading).flatMap((name) => name.split(' ').at(-1) ?? []))
  const from = pick(SURNAMES.length)
  const changes = new Map(
    [...names]
      .filter((name) => name.length > 2 && !NO_SURNAME.test(name))
      .map((name, index) => [name, SURNAMES[(from + index) % SURNAMES.length] ?? 'Abney']),
  )
  return changes.size === 0 || changes.size > SURNAMES.length
    ? undefined
    : everywhere(words, exchange(changes))
}

const NO_PLACE =
  /^(?:police|fire|crime|and|the|of|for|panel|board|committee|heddlu|throseddu|a|commissioner|county|combined|authority|scrutiny|policing|performance|delivery)$/i

/** Another area: the words of the body's name that are no others' become other places. */
const otherPlaces: Mutation = (words, reading, pick) => {
  const named = (reading.body ?? '')
    .split(/[ ,]+/)
    .filter((word) => /^\p{Lu}[\p{L}]{3,}$/u.test(word) && !NO_PLACE.test(word))
  const from = pick(PLACES.length)
  const changes = new Map(
    named.map((word, index) => [word, PLACES[(from + index) % PLACES.length] ?? 'Elmstow']),
  )
  return changes.size === 0 ? undefined : everywhere(words, exchange(changes))
}

/** Another year: every year printed moves by as many, so that all stays in its order. */
const otherYears: Mutation = (words, _, pick) => {
  const by = [-4, 4, 8, -8][pick(4)] ?? 4
  const move = (text: string): string =>
    text
      .replace(
        /(?<![\d£.,])(20[0-3]\d)\/(\d{2})(?!\d)/g,
        (_whole, year: string, next: string) =>
          `${Number(year) + by}/${String(Number(next) + by).padStart(2, '0')}`,
      )
      .replace(/(?<![\d£.,/])(20[0-3]\d)(?![\d/])/g, (year) => String(Number(year) + by))
  return /\b20[0-3]\d\b/.test(words) ? everywhere(words, move) : undefined
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DAY = new RegExp(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?( (?:of )?(?:${MONTHS})\b)`, 'g')

/** Another day of the month: each day moves by one; only where none is near the end of its month. */
const otherDays: Mutation = (words, reading) => {
  const days = [...words.matchAll(DAY)].map((found) => Number(found[1]))
  const figures = /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/.test(words)
  const ends = JSON.stringify(reading).match(/\b20\d\d-\d\d-(?:2[7-9]|3[01])\b/) !== null
  const welsh = reading.lang !== 'en'
  if (days.length === 0 || figures || ends || welsh || days.some((day) => day > 26)) return undefined
  const move = (text: string): string =>
    text.replace(DAY, (_whole, day: string, month: string) => `${Number(day) + 1}${month}`)
  const iso = (text: string): string =>
    move(text).replace(/\b20\d\d-\d\d-\d\d\b/g, (day) => {
      const date = localDate(day)
      return date === undefined ? day : addDays(date, 1)
    })
  return { words: move(words), line: iso }
}

/** Parts whose lines begin with the number of an item. */
const NUMBERED = new Set([
  'items',
  'pages',
  'toFollow',
  'exempt',
  'agendaRefs',
  'refersTo',
  'resolved',
  'paragraphs',
])

/** Other numbers: each item, and the paragraphs that carry its number, move by as many. */
const otherNumbers: Mutation = (words, reading, pick) => {
  const by = 1 + pick(9)
  const numbers = reading.items.map((item) => item.number ?? '')
  if (numbers.length === 0 || !numbers.every((number) => /^\d{1,3}(?:\/\d\d|[a-z])?$/.test(number)))
    return undefined
  const moved = new Map(
    numbers.map((number) => [number, number.replace(/^\d+/, (digits) => String(Number(digits) + by))]),
  )
  let left = words
  let made = ''
  for (const item of reading.items) {
    const number = item.number ?? ''
    const start = new RegExp(
      String.raw`^((?:#+ |\*\*|\|? *|\()*(?:(?:Agenda )?Item (?:no\. )?)?)${escaped(number)}(?=[.:)]?\**(?:\s|\|)+${escaped(item.title.slice(0, 5))})`,
      'imu',
    ).exec(left)
    if (start === null) return undefined
    made += `${left.slice(0, start.index)}${start[1] ?? ''}${moved.get(number) ?? ''}`
    left = left.slice(start.index + start[0].length)
  }
  const paragraphs = /^\d{1,3}(?=\.\d{1,2}\s)/gm
  return {
    words: `${made}${left}`.replace(paragraphs, (number) => moved.get(number) ?? number),
    line: (line, part) => {
      const [first = '', ...others] = line.split(' | ')
      return NUMBERED.has(part) ? [moved.get(first) ?? first, ...others].join(' | ') : line
    },
  }
}

const HONORIFICS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bCllr\b(?!s)\.?/g, ['Cllr.', 'Councillor', 'Cllr']],
  [/\bCouncillor\b/g, ['Cllr', 'County Councillor', 'Councillor']],
  [/\bMr(?= )/g, ['Mr.', 'Dr', 'Mr']],
  [/\bMrs(?= )/g, ['Ms', 'Mrs.', 'Dame']],
]

/** Other honorifics for the same people. */
const otherHonorifics: Mutation = (words, _, pick) => {
  const chosen = HONORIFICS.map(([form, others]) => [form, others[pick(others.length)] ?? ''] as const)
  // Each form is looked for in the words as they were: what one puts in, the next does not take out.
  const any = new RegExp(HONORIFICS.map(([form]) => `(?:${form.source})`).join('|'), 'g')
  const change = (text: string): string =>
    text.replace(
      any,
      (found) =>
        chosen.find(([form]) => new RegExp(`^(?:${form.source.replace('(?= )', '')})$`).test(found))?.[1] ??
        found,
    )
  return any.test(words) ? everywhere(words, change) : undefined
}

/** Spaces and line ends as other systems write them. */
const otherSpacing: Mutation = (words, _, pick) => {
  const ways: readonly ((text: string) => string)[] = [
    (text) => text.replace(/\n/g, '\r\n'),
    (text) => text.replace(/\n\n/g, '\n\n\n'),
    (text) => text.replace(/(?<=\S) (?=\S)/g, (space, at: number) => (at % 7 === 0 ? '\u00a0' : space)),
    (text) => text.replace(/(?<=[^\s|])\n/g, ' \n'),
    (text) => `\ufeff${text}`,
  ]
  return { words: (ways[pick(ways.length)] ?? String)(words), line: (line) => line }
}

const BULLETS = ['-', '•', '*', '–', '▪'] as const

/** Other bullets, and letters with one bracket for two. */
const otherBullets: Mutation = (words, reading, pick) => {
  const marked = reading.file.endsWith('.md')
  const bullet = BULLETS[marked ? pick(3) : pick(BULLETS.length)] ?? '-'
  const bulleted = words.replace(/^(\s*)[-•*–▪](?=[ \t]+\S)/gm, `$1${bullet}`)
  const lettered = pick(2) === 0 ? bulleted : bulleted.replace(/^(\s*)\(([a-z]{1,3})\)(?=\s)/gm, '$1$2)')
  return lettered === words ? undefined : { words: lettered, line: (line) => line }
}

/** Lines broken at a width, as a converter of pages leaves them: long lines only, none of a table, and no page of a web site. */
const otherWraps: Mutation = (words, reading, pick) => {
  if (reading.file.endsWith('.md') || /pdf icon|share this/i.test(words)) return undefined
  const width = 64 + pick(40)
  const wrapped = words
    .split('\n')
    .flatMap((line) => (/\S {3,}\S|\t/.test(line) ? [line] : brokenAt(line, width)))
    .join('\n')
  return wrapped === words ? undefined : { words: wrapped, line: (line) => line }
}

function brokenAt(line: string, width: number): string[] {
  if (line.length <= width) return [line]
  const at = line.lastIndexOf(' ', width)
  if (at < 20) return [line]
  return [line.slice(0, at), ...brokenAt(line.slice(at + 1), width)]
}

const LABELS =
  /^(\W*)(present|apologies|in attendance|also present|members present|resolved|it was resolved|decision|action|minutes|date|time|venue|yn bresennol|ymddiheuriadau|penderfynwyd)(?=\s*:)/gim

/** Labels in capitals, in small letters with a capital, as they come. */
const otherCase: Mutation = (words, _, pick) => {
  const up = pick(2) === 0
  const changed = words.replace(
    LABELS,
    (_whole, before: string, label: string) =>
      `${before}${up ? label.toUpperCase() : label.charAt(0).toUpperCase() + label.slice(1).toLowerCase()}`,
  )
  return changed === words ? undefined : { words: changed, line: (line) => line }
}

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'other people': otherPeople,
  'other places': otherPlaces,
  'other years': otherYears,
  'other days': otherDays,
  'other numbers': otherNumbers,
  'other honorifics': otherHonorifics,
  'other spacing': otherSpacing,
  'other bullets': otherBullets,
  'other wraps': otherWraps,
  'other case of labels': otherCase,
}
