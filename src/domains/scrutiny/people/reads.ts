/** Questions of the published record about people: exactly what their list and a person's page show. */
import {
  entryAt,
  type LinkedEntry,
  linkedFrom,
  linkedTo,
  type PublicRecord,
  type PublishedEntry,
} from '../../../record/index.ts'
import type { PageRequest } from '../../../web/index.ts'
import { sittings } from '../attendance/reads.ts'
import type { How, Sitting } from '../attendance/sitting.ts'
import { type Choice, type Choices, choicesOf, type Narrowing, narrowed, wholeOf } from '../register.ts'
import { type PublishedPerson, personKind } from './published.ts'

export type PersonRow = PublishedEntry<PublishedPerson>

export type PeopleList = {
  rows: readonly PersonRow[]
  whole: readonly PersonRow[]
  bodies: Choice[]
  choices: Choices
  by: Narrowing<PersonRow>
}

/** Everyone on the record, by surname, as their reader narrowed them. */
export async function peopleList(ask: PublicRecord, request: PageRequest): Promise<PeopleList> {
  const whole = (await wholeOf(ask, personKind)).toSorted((one, other) =>
    bySurname(one) < bySurname(other) ? -1 : 1,
  )
  const by: Narrowing<PersonRow> = {
    body: (row, choice) => row.content.mentions.some((mention) => mention.body.slug === choice),
  }
  const bodies = whole.flatMap(({ content }) =>
    content.mentions.map(({ body }) => ({ value: body.slug, text: body.name })),
  )
  return {
    rows: narrowed(whole, request.query, by),
    whole,
    bodies: choicesOf(bodies),
    choices: request.query,
    by,
  }
}

/** "Mochrie-Cox Shane": lists of people are looked up by surname. */
const bySurname = ({ title }: PersonRow): string => {
  const words = title.split(' ')
  return [words.at(-1), ...words.slice(0, -1)].join(' ').toLowerCase()
}

/** One meeting at which minutes place a person among the members. */
export type PersonAt = Pick<Sitting, 'body' | 'date' | 'path'> & { how: How }

export type PersonAnswer = {
  person: PersonRow
  asked: LinkedEntry[]
  owned: LinkedEntry[]
  /** The latest first. */
  sat: PersonAt[]
}

/** A person with the questions they asked and the actions that are theirs to keep. */
export async function personAt(ask: PublicRecord, request: PageRequest): Promise<PersonAnswer | undefined> {
  const person = await entryAt(ask, personKind, request.path)
  if (person === undefined) return undefined
  const [asked, owned, all] = await Promise.all([
    linkedFrom(ask, person.id, { link: 'asked', limit: 200 }),
    linkedTo(ask, person.id, { link: 'owned-by', limit: 200 }),
    sittings(ask),
  ])
  const sat = all.flatMap(({ body, date, path, members }) => {
    const at = members.find((member) => member.person === person.path)
    return at === undefined ? [] : [{ body, date, path, how: at.how }]
  })
  return { person, asked: asked.rows, owned: owned.rows, sat }
}
