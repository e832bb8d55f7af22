/**
 * A person who holds an office, sits on a body or is named as taking part in a meeting, as papers print them. Nothing
 * else is kept: no address, no telephone number, nothing private.
 */
import { type LocalDate, slug } from '../../../lib/index.ts'
import { type Citation, restated } from '../citation.ts'
import type { Candidate } from './matching.ts'
import { fullerName } from './matching.ts'
import { readName } from './printed-name.ts'

/** How someone took part in a meeting. */
export type Part = 'present' | 'apologies' | 'substitute' | 'also-present' | 'in-attendance' | 'late'

/** One paper that names the person, and as what. */
export type Mention = {
  asPrinted: string
  /** The office or post printed with the name. */
  role: string | null
  organisation: string | null
  /** As a member listed, as someone at the meeting, or as the author of a paper. */
  as: 'member' | 'author' | Part
  substituteFor: string | null
  body: { slug: string; name: string }
  /** The meeting's page, where it is of one. */
  meeting: string | null
  source: Citation
}

export type Person = {
  /** Fixed when the person is first met. */
  key: string
  /** The last part of the page's address; follows the name unless another person of that name has it. */
  address: string
  name: string
  mentions: Mention[]
}

export const personPath = (person: Pick<Person, 'address'>): string => `/people/${person.address}`

/** A person met for the first time in a mention. */
export const newPerson = (key: string, mention: Mention): Person => ({
  key,
  address: key,
  name: readName(mention.asPrinted).bare,
  mentions: [mention],
})

/** The key of a person known by a name. */
export const personKey = (asPrinted: string): string =>
  slug(readName(asPrinted).bare || asPrinted) ||
  `person-${Buffer.from(asPrinted).toString('hex').slice(0, 24)}`

/** The key of a second person of the same name, parted by the body they are known from. */
export const partedKey = (asPrinted: string, bodySlug: string): string =>
  `${personKey(asPrinted)}--${bodySlug}`.slice(0, 120)

/**
 * The person with what one paper says in place of what that paper said before; the name becomes the fullest printed.
 * An equal statement changes nothing.
 */
export function mentioned(
  person: Person,
  paper: { path: string; asDraft: boolean },
  now: readonly Mention[],
): Person {
  const mentions = restated(person.mentions, paper, now)
  const name = mentions.reduce((fullest, mention) => fullerName(fullest, mention.asPrinted), person.name)
  return { ...person, name, mentions }
}

/** The person as one who may be meant in a meeting of a body. Offices count where they were printed for that body. */
export function asCandidate(person: Person, bodySlug: string): Candidate {
  const here = person.mentions.filter((mention) => mention.body.slug === bodySlug)
  const forms = [...new Set([person.name, ...person.mentions.map((mention) => mention.asPrinted)])]
  const roles = [...new Set(here.flatMap((mention) => (mention.role === null ? [] : [mention.role])))]
  return { key: person.key, forms, roles }
}

/** The forms under which papers print the person, most used first. */
export function printedForms(person: Pick<Person, 'mentions'>): string[] {
  const counts = new Map<string, number>()
  for (const mention of person.mentions)
    counts.set(mention.asPrinted, (counts.get(mention.asPrinted) ?? 0) + 1)
  return [...counts]
    .toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([form]) => form)
}

/** A post or seat, with the days on which papers listed it. */
export type Post = {
  title: string
  organisation: string | null
  body: { slug: string; name: string }
  firstListed: LocalDate
  lastListed: LocalDate
  source: Citation
}

/** The posts and seats of a person: each once, with the first and last day it was printed, latest first. */
export function postsOf(person: Pick<Person, 'mentions'>): Post[] {
  const posts = new Map<string, Post>()
  for (const { role, organisation, as, body, source } of person.mentions) {
    if (role === null && as !== 'member') continue
    const title = role ?? 'Member'
    const key = [title, as === 'member' ? organisation : '', body.slug].join('|')
    const before = posts.get(key)
    const firstListed = before?.firstListed ?? source.date
    posts.set(key, { title, organisation, body, firstListed, lastListed: source.date, source })
  }
  return [...posts.values()].toSorted((one, other) => (one.lastListed < other.lastListed ? 1 : -1))
}

const TAKING_PART: readonly Mention['as'][] = [
  'present',
  'apologies',
  'substitute',
  'also-present',
  'in-attendance',
  'late',
]

/** The meetings at which minutes place the person, latest first. */
export const attendanceOf = (person: Pick<Person, 'mentions'>): Mention[] =>
  person.mentions.filter((mention) => TAKING_PART.includes(mention.as)).toReversed()
