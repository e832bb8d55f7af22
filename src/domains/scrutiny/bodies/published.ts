/** What the public gets of a body: its name, what it is for, and who was listed as sitting on it, when, by which paper. */
import { stored } from '../../../lib/index.ts'
import type { Kind } from '../../../record/index.ts'
import { citation, publicOf } from '../citation.ts'
import { type Body, bodyPath, type MembershipList, type Seat, type Terms } from './body.ts'

const seat: stored.Reader<Seat> = stored.fields({
  name: stored.orNull(stored.text),
  asPrinted: stored.orNull(stored.text),
  person: stored.orNull(stored.text),
  organisation: stored.orNull(stored.text),
  role: stored.orNull(stored.text),
  vacancy: stored.flag,
})

const terms: stored.Reader<Terms> = stored.fields({
  purpose: stored.text,
  does: stored.list(stored.text),
  doesNot: stored.list(stored.text),
  who: stored.orNull(stored.text),
  basis: stored.orNull(stored.text),
})

const parse: stored.Reader<Body> = stored.fields({
  name: stored.text,
  slug: stored.text,
  alsoCalled: stored.list(stored.text),
  sort: stored.oneOf('panel', 'board', 'committee', 'body'),
  terms: stored.orNull(terms),
  lists: stored.list(stored.fields({ source: citation, seats: stored.list(seat) })),
})

export type PublishedBody = {
  slug: string
  sort: Body['sort']
  alsoCalled: string[]
  terms: Terms | null
  lists: MembershipList[]
}

export const bodyKind: Kind<Body, PublishedBody> = {
  name: 'body',
  words: { one: 'Body', many: 'Bodies' },
  searchable: true,
  parse: (value) => parse(value),
  publish: (body) => ({
    title: body.name,
    path: bodyPath(body.slug),
    date: null,
    body: bodyPath(body.slug),
    summary: body.terms?.purpose ?? '',
    state: null,
    content: {
      slug: body.slug,
      sort: body.sort,
      alsoCalled: body.alsoCalled,
      terms: body.terms,
      lists: publicOf(body.lists),
    },
    paragraphs: paragraphsOf(body),
  }),
}

function paragraphsOf({ terms: said, alsoCalled }: Body): { anchor: string; number: null; text: string }[] {
  const texts = [
    ...alsoCalled,
    ...(said ? [said.purpose, ...said.does, ...said.doesNot, said.who ?? ''] : []),
  ]
  return texts.filter((text) => text !== '').map((text) => ({ anchor: '', number: null, text }))
}
