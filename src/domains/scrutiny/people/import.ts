/** Brings the people whom a paper names: each mention goes to the person it certainly means, or stays open and is listed. */
import { type ImportAct, workingCopies } from '../../../record/index.ts'
import type { Gathering } from '../gathering.ts'
import type { Place } from '../paper-context.ts'
import { type Match, whoIsMeant } from './matching.ts'
import {
  asCandidate,
  type Mention,
  mentioned,
  newPerson,
  type Person,
  partedKey,
  personKey,
} from './person.ts'
import { readName } from './printed-name.ts'
import { personKind } from './published.ts'

export type NamedPlace = Place & { readonly name: string }

/** The people of one document, once they are in the record. */
export type PeopleOfPaper = {
  /** Whom a printed form certainly means here. */
  personFor: (asPrinted: string) => NamedPlace | undefined
}

export type PaperOfPeople = {
  body: { slug: string; name: string }
  /** The address of the page that names them. */
  path: string
  /** Members first, then who took part, then authors. */
  mentions: readonly Mention[]
  /** Form as printed → name, from the corrections file. */
  settled: Readonly<Record<string, string>>
}

type Group = 'member' | 'author' | 'meeting'
const groupOf = (mention: Mention): Group =>
  mention.as === 'member' || mention.as === 'author' ? mention.as : 'meeting'

/**
 * Brings the people of a document. What the same page said of people before is replaced, so that a corrected paper
 * corrects the people too.
 */
export async function bringPeople(
  act: ImportAct,
  gathering: Gathering,
  paper: PaperOfPeople,
): Promise<PeopleOfPaper> {
  const known = await workingCopies(act.tx, act.permit.authority, personKind)
  const people = new Map(known.map(({ key, working }) => [key, working]))
  const placed = placeMentions(people, paper, gathering)
  const places = await draftPeople(act, gathering, { people, paper, placed })
  return { personFor: (asPrinted) => places.get(personForKey(asPrinted, people, paper, placed) ?? '') }
}

/** Which mentions are of whom: key → mentions. People met for the first time are added to `people`. */
function placeMentions(
  people: Map<string, Person>,
  paper: PaperOfPeople,
  gathering: Gathering,
): Map<string, Mention[]> {
  const placed = new Map<string, Mention[]>()
  for (const group of ['member', 'meeting', 'author'] as const) {
    const mentions = paper.mentions.filter((mention) => groupOf(mention) === group && isNamed(mention, paper))
    for (const [mention, match] of matchedOneToOne(mentions, [...people.values()], paper)) {
      const key =
        match.kind === 'certain' ? match.key : personOfNobody(mention, match, people, paper, gathering)
      if (key === undefined) continue
      placed.set(key, [...(placed.get(key) ?? []), mention])
    }
  }
  return placed
}

/** A surname alone names nobody for the first time; with a given name, an initial or a settlement it may. */
const isNamed = (mention: Mention, paper: PaperOfPeople): boolean => {
  const name = readName(mention.asPrinted)
  return name.surname !== null && (name.given.length > 0 || paper.settled[mention.asPrinted] !== undefined)
}

/** Two different names in one list are two people: where both fit one person, neither match is certain. */
export function matchedOneToOne(
  mentions: readonly Mention[],
  people: readonly Person[],
  paper: Pick<PaperOfPeople, 'body' | 'settled'>,
): [Mention, Match][] {
  const here = people
    .filter((person) => person.mentions.some((mention) => mention.body.slug === paper.body.slug))
    .map((person) => asCandidate(person, paper.body.slug))
  const matches = mentions.map((mention): [Mention, Match] => [
    mention,
    whoIsMeant(mention.asPrinted, here, paper.settled),
  ])
  const names = new Map<string, Set<string>>()
  for (const [mention, match] of matches) {
    if (match.kind !== 'certain') continue
    names.set(match.key, (names.get(match.key) ?? new Set()).add(readName(mention.asPrinted).bare))
  }
  return matches.map(([mention, match]) =>
    match.kind === 'certain' && (names.get(match.key)?.size ?? 0) > 1 && !isSame(mention, match, people)
      ? [mention, { kind: 'open', keys: [match.key], why: 'two names in one list fit the same person' }]
      : [mention, match],
  )
}

const isSame = (mention: Mention, match: { key: string }, people: readonly Person[]): boolean =>
  people.some((person) => person.key === match.key && person.name === readName(mention.asPrinted).bare)

/** What becomes of a mention that is of nobody known in this body: a new person, or an open question. */
function personOfNobody(
  mention: Mention,
  match: Match,
  people: Map<string, Person>,
  paper: PaperOfPeople,
  gathering: Gathering,
): string | undefined {
  const mend = `Add to the corrections file beside the paper: "people": { ${JSON.stringify(mention.asPrinted)}: "the person’s full name" }`
  if (match.kind === 'open') {
    const names = match.keys.map((key) => people.get(key)?.name ?? key).join(' or ')
    gathering.ask({
      what: `Is “${mention.asPrinted}” ${names}? ${match.why}.`,
      place: mention.source.title,
      mend,
    })
    return undefined
  }
  const settled = paper.settled[mention.asPrinted]
  const form = settled ?? mention.asPrinted
  const elsewhere =
    people.get(personKey(form)) ?? [...people.values()].find((each) => each.name === readName(form).bare)
  if (elsewhere === undefined) return added(people, personKey(form), { ...mention, asPrinted: form })
  if (settled !== undefined || sameOffice(elsewhere, mention)) return elsewhere.key
  gathering.ask({
    what: `“${mention.asPrinted}” has the name of ${elsewhere.name} of another body; they are kept as two people until someone says that they are one.`,
    place: mention.source.title,
    mend,
  })
  return added(people, partedKey(form, paper.body.slug), mention)
}

function added(people: Map<string, Person>, key: string, mention: Mention): string {
  if (!people.has(key)) people.set(key, newPerson(key, mention))
  return key
}

/** The same name and the same post are the same person in two bodies; the same name alone is not enough. */
const sameOffice = (person: Person, mention: Mention): boolean =>
  person.mentions.some(
    (known) =>
      (known.role !== null && known.role.toLowerCase() === mention.role?.toLowerCase()) ||
      (known.organisation !== null && known.organisation === mention.organisation),
  )

type Placed = {
  people: ReadonlyMap<string, Person>
  paper: PaperOfPeople
  placed: ReadonlyMap<string, Mention[]>
}

async function draftPeople(
  act: ImportAct,
  gathering: Gathering,
  { people, paper, placed }: Placed,
): Promise<Map<string, NamedPlace>> {
  const places = new Map<string, NamedPlace>()
  const addresses = new Map([...people.values()].map((person) => [person.address, person.key]))
  for (const person of people.values()) {
    const now = placed.get(person.key)
    const before = person.mentions.some((mention) => mention.source.path === paper.path)
    if (now === undefined && !before) continue
    const next = addressed(
      mentioned(person, { path: paper.path, asDraft: act.asDraft === true }, now ?? []),
      addresses,
    )
    const place = await gathering.entry(personKind, person.key, next, `Named in ${paper.path}`)
    places.set(person.key, { ...place, name: next.name })
  }
  return places
}

/** The address follows the name, unless someone else has it. */
function addressed(person: Person, addresses: Map<string, string>): Person {
  const wanted = person.key.includes('--') ? person.key : personKey(person.name)
  const holder = addresses.get(wanted)
  const address = holder === undefined || holder === person.key ? wanted : person.key
  addresses.set(address, person.key)
  return { ...person, address }
}

/** Offices are resolved by this document alone; names by it first, then by everyone known in the body. */
function personForKey(
  asPrinted: string,
  people: ReadonlyMap<string, Person>,
  paper: PaperOfPeople,
  placed: ReadonlyMap<string, Mention[]>,
): string | undefined {
  const here = [...people.values()].filter((person) => placed.has(person.key))
  const candidates = here.map((person) => ({
    ...asCandidate(person, paper.body.slug),
    roles: (placed.get(person.key) ?? []).flatMap(({ role }) => (role === null ? [] : [role])),
  }))
  const match = whoIsMeant(asPrinted, candidates, paper.settled)
  if (match.kind !== 'nobody') return match.kind === 'certain' ? match.key : undefined
  if (readName(asPrinted).office !== null) return undefined
  const inBody = [...people.values()]
    .filter((person) => person.mentions.some((mention) => mention.body.slug === paper.body.slug))
    .map((person) => asCandidate(person, paper.body.slug))
  const wider = whoIsMeant(asPrinted, inBody, paper.settled)
  return wider.kind === 'certain' ? wider.key : undefined
}
