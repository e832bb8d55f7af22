/** Who was at a meeting, as its minutes print it, and what of it becomes a mention of a person. */
import type { Attendance, Attendee, Reading } from '../../../papers/index.ts'
import { withThe } from '../actions/action.ts'
import type { Citation } from '../citation.ts'
import type { Mention, Part } from '../people/person.ts'
import { readName } from '../people/printed-name.ts'
import type { BodyOf } from './meeting.ts'

export type Attending = {
  name: string
  asPrinted: string
  /** The address of the person's page, where the match is certain. */
  person: string | null
  role: string | null
  organisation: string | null
  substituteFor: string | null
}

type Group = { field: keyof Attendance; as: Part; words: string }

/** In the order in which minutes give them. */
export const GROUPS: readonly Group[] = [
  { field: 'present', as: 'present', words: 'Present' },
  { field: 'substitutes', as: 'substitute', words: 'Substitutes' },
  { field: 'apologies', as: 'apologies', words: 'Apologies for absence' },
  { field: 'late', as: 'late', words: 'Arrived late' },
  { field: 'alsoPresent', as: 'also-present', words: 'Also present' },
  { field: 'inAttendance', as: 'in-attendance', words: 'Officers in attendance' },
]

/** The groups that minutes print, without those that are empty. */
export function attendanceOf(
  attendance: Attendance | null,
  find: (asPrinted: string) => { path: string; name: string } | undefined,
): { group: string; people: Attending[] }[] {
  if (attendance === null) return []
  return GROUPS.flatMap(({ field, words }) => {
    const people = attendance[field].map((attendee) => attending(attendee, find(attendee.asPrinted)))
    return people.length === 0 ? [] : [{ group: words, people }]
  })
}

function attending(attendee: Attendee, found: { path: string; name: string } | undefined): Attending {
  const { asPrinted, role, organisation, substituteFor } = attendee
  const name = found?.name ?? (readName(asPrinted).bare || attendee.name)
  return { name, asPrinted, person: found?.path ?? null, role, organisation, substituteFor }
}

type Naming = { body: BodyOf; meeting: string; source: Citation }

/** Everyone a document names in a part that says who they are: members, those at the meeting, authors of papers. */
export function mentionsOf(reading: Reading, naming: Naming): Mention[] {
  const at = {
    body: { slug: naming.body.slug, name: naming.body.name },
    meeting: naming.meeting,
    source: naming.source,
  }
  const members = reading.membership.flatMap(({ name, role, organisation, vacancy }): Mention[] =>
    name === null || vacancy
      ? []
      : [{ asPrinted: name, role, organisation, as: 'member', substituteFor: null, ...at }],
  )
  const { attendance } = reading
  const there =
    attendance === null
      ? []
      : GROUPS.flatMap(({ field, as }): Mention[] =>
          attendance[field].map(({ asPrinted, role, organisation, substituteFor }) => ({
            asPrinted,
            role,
            organisation,
            as,
            substituteFor,
            ...at,
          })),
        )
  const authors = reading.papers.flatMap(({ from }): Mention[] => {
    const author = from === null ? null : authorOf(from)
    return author === null
      ? []
      : [{ ...author, organisation: null, as: 'author', substituteFor: null, ...at }]
  })
  return [...members, ...once(there), ...once(authors)].filter(({ asPrinted }) => isName(asPrinted))
}

/** A seat without a holder is sometimes printed among the names. */
const isName = (asPrinted: string): boolean => /\p{L}/u.test(asPrinted) && !/^\W*vacan/i.test(asPrinted)

/** Someone listed as present and as a substitute is one person; the later, closer word counts. */
function once(mentions: readonly Mention[]): Mention[] {
  const found = new Map<string, Mention>()
  for (const mention of mentions) {
    const key = readName(mention.asPrinted).bare
    const before = found.get(key)
    found.set(key, before === undefined ? mention : { ...before, ...filled(mention) })
  }
  return [...found.values()]
}

const filled = (mention: Mention): Partial<Mention> =>
  Object.fromEntries(Object.entries(mention).filter(([, value]) => value !== null))

const NOT_A_NAME =
  /\b(head|officer|chief|director|office|commissioner|police|manager|board|team|report|council|panel|committee|constable|executive|secretary|treasurer|democratic|governance|services|strategy|force)\b/i

/** "Jane Doe, Chief Executive" is a person and a post; a post alone is nobody by name. */
export function authorOf(from: string): { asPrinted: string; role: string | null } | null {
  const [name = '', ...rest] = from.split(/,\s*|\s+[-–—]\s+/)
  const words = name.trim().split(/\s+/)
  if (words.length < 2 || words.length > 5 || NOT_A_NAME.test(name)) return null
  if (!words.every((word) => /^[\p{Lu}]/u.test(word))) return null
  return { asPrinted: name.trim(), role: rest.length === 0 ? null : rest.join(', ').trim() }
}

/** Who a paper is from, as it stands in a sentence: offices take the article, people do not. */
export const writerInWords = (from: string): string => (authorOf(from) === null ? withThe(from) : from)
