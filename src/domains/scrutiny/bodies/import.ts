/** Brings bodies: from the name that a paper prints, from a dated list of members, and from a register that says what they are for. */
import { isRefusal, type Refusal, refuse, stored } from '../../../lib/index.ts'
import { type Brought, type ImportAct, type Source, workingCopies } from '../../../record/index.ts'
import { citing, restated } from '../citation.ts'
import { type Gathering, gather } from '../gathering.ts'
import type { Place } from '../paper-context.ts'
import { bringPeople } from '../people/import.ts'
import {
  type Body,
  bodyKey,
  bodyMeant,
  bodyPath,
  type MembershipList,
  newBody,
  sortOf,
  tidyBodyName,
} from './body.ts'
import { bodyKind } from './published.ts'
import { seatsOf } from './seats.ts'

/** The body whose name a paper prints, as the record knows it, or a new one. Writes nothing. */
export async function bodyNamed(act: ImportAct, printed: string): Promise<Body> {
  const known = await workingCopies(act.tx, act.permit.authority, bodyKind)
  const found = bodyMeant(
    printed,
    known.map(({ working }) => working),
    act.permit.authority,
  )
  if (found === undefined) return newBody(tidyBodyName(printed))
  const name = tidyBodyName(printed)
  if (name === found.name || found.alsoCalled.includes(name)) return found
  return { ...found, alsoCalled: [...found.alsoCalled, name].toSorted() }
}

/** Brings a body, with the members that a dated paper lists when it lists any. */
export async function bringBody(
  act: ImportAct,
  gathering: Gathering,
  body: Body,
  list: MembershipList | null,
): Promise<Place & { name: string; slug: string }> {
  const listed: Body =
    list === null || list.seats.length === 0
      ? body
      : {
          ...body,
          lists: restated(body.lists, { path: list.source.path, asDraft: act.asDraft === true }, [list]),
        }
  const why = list === null ? 'Named in a paper' : `Members listed in ${list.source.title}`
  const place = await gathering.entry(bodyKind, bodyKey(body.slug), listed, why)
  return { ...place, name: body.name, slug: body.slug }
}

const textOrNone: stored.Reader<string[]> = (value, at) =>
  value === undefined ? [] : stored.list(stored.text)(value, at)

/** Members whom no paper lists, with the day on which they were listed. */
const members = stored.fields({
  asAt: stored.day,
  seats: stored.list(
    stored.fields({
      name: stored.orNull(stored.text),
      organisation: stored.orNull(stored.text),
      role: stored.orNull(stored.text),
    }),
  ),
})

const register = stored.fields({
  bodies: stored.list(
    stored.fields({
      name: stored.text,
      alsoCalled: textOrNone,
      sort: stored.orNull(stored.oneOf('panel', 'board', 'committee', 'body')),
      purpose: stored.text,
      does: textOrNone,
      doesNot: textOrNone,
      who: stored.orNull(stored.text),
      basis: stored.orNull(stored.text),
      members: stored.orNull(members),
    }),
  ),
})

/**
 * Reads a register of bodies: `{ "register": "bodies", "bodies": [{ "name", "alsoCalled", "sort", "purpose", "does",
 * "doesNot", "who", "basis", "members": { "asAt", "seats": [{ "name", "organisation", "role" }] } }] }`. What it says
 * replaces what a register said before; members that papers list stay. A seat whose name is null is a vacancy.
 */
export async function bringBodies(
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> {
  const read = readRegister(given, source)
  if (isRefusal(read)) return read
  const gathering = gather(act)
  for (const { name, alsoCalled, sort, members: listed, ...terms } of read.bodies) {
    const before = await bodyNamed(act, name)
    const names = new Set([...before.alsoCalled, ...alsoCalled].filter((other) => other !== before.name))
    const body = { ...before, alsoCalled: [...names].toSorted(), sort: sort ?? sortOf(name), terms }
    const list = listed === null ? null : await listFrom(act, gathering, { body, listed, source })
    await bringBody(act, gathering, body, list)
  }
  return gathering.brought
}

type Listing = { body: Body; listed: ReturnType<typeof members>; source: Source }

/** The members that a register lists, with the people they are. */
async function listFrom(
  act: ImportAct,
  gathering: Gathering,
  { body, listed, source }: Listing,
): Promise<MembershipList> {
  const path = bodyPath(body.slug)
  const citation = citing({ path, title: `Register of bodies, ${source.name}`, date: listed.asAt }, act)
  const at = { body: { slug: body.slug, name: body.name }, meeting: null, source: citation }
  const mentions = listed.seats.flatMap(({ name, organisation, role }) =>
    name === null
      ? []
      : [{ asPrinted: name, role, organisation, as: 'member' as const, substituteFor: null, ...at }],
  )
  const people = await bringPeople(act, gathering, {
    body,
    path,
    mentions,
    settled: source.corrections.people,
  })
  const seats = seatsOf(
    listed.seats.map((seat) => ({ ...seat, vacancy: seat.name === null })),
    people.personFor,
  )
  return { source: citation, seats }
}

function readRegister(given: unknown, source: Source): ReturnType<typeof register> | Refusal {
  try {
    return register(given)
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem
    return refuse(
      'register-not-understood',
      `${source.name} is not a register of bodies as docs/importing.md shows it: ${problem.message}.`,
    )
  }
}
