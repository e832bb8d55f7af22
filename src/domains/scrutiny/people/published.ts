/** What the public gets of a person: the name, its printed forms, posts and attendance as papers print them; never how to reach them. */
import { stored } from '../../../lib/index.ts'
import type { Kind, Published } from '../../../record/index.ts'
import { citation, publicOf } from '../citation.ts'
import { type Mention, type Person, personPath, postsOf, printedForms } from './person.ts'

const mention: stored.Reader<Mention> = stored.fields({
  asPrinted: stored.text,
  role: stored.orNull(stored.text),
  organisation: stored.orNull(stored.text),
  as: stored.oneOf(
    'member',
    'author',
    'present',
    'apologies',
    'substitute',
    'also-present',
    'in-attendance',
    'late',
  ),
  substituteFor: stored.orNull(stored.text),
  body: stored.fields({ slug: stored.text, name: stored.text }),
  meeting: stored.orNull(stored.text),
  source: citation,
})

const parse: stored.Reader<Person> = stored.fields({
  key: stored.text,
  address: stored.text,
  name: stored.text,
  mentions: stored.list(mention),
})

export type PublishedPerson = { mentions: Mention[] }

export const personKind: Kind<Person, PublishedPerson> = {
  name: 'person',
  words: { one: 'Person', many: 'People' },
  searchable: true,
  parse: (value) => parse(value),
  publish: (working) => shown({ ...working, mentions: publicOf(working.mentions) }),
}

const shown = (person: Person): Published<PublishedPerson> => ({
  title: person.name,
  path: personPath(person),
  date: null,
  body: null,
  summary: postsInWords(person),
  state: null,
  content: { mentions: person.mentions },
  paragraphs: printedForms(person).map((form) => ({ anchor: '', number: null, text: form })),
})

/** "Kent Police and Crime Commissioner" or "Member (Ashford Borough Council), Kent and Medway Police and Crime Panel". */
function postsInWords(person: Person): string {
  const [latest] = postsOf(person)
  if (!latest) return ''
  const seat = person.mentions.some((each) => each.as === 'member' && each.body.slug === latest.body.slug)
  if (!seat) return `${latest.title}${latest.organisation === null ? '' : `, ${latest.organisation}`}`
  return `${latest.title}${latest.organisation === null ? '' : ` (${latest.organisation})`}, ${latest.body.name}`
}
