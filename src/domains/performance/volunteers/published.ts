/** What the public gets of a scheme of volunteers: all of it. Its figures are measures. */
import { stored } from '../../../lib/index.ts'
import type { AnyKind, Kind } from '../../../record/index.ts'
import { basisStored, registerStored, servedRegister } from '../reference/reference.ts'
import { type Scheme, SORTS, schemePath } from './scheme.ts'

const parse: stored.Reader<Scheme> = stored.fields({
  slug: stored.text,
  name: stored.text,
  sort: stored.oneOf(...SORTS),
  owner: stored.text,
  ownerKind: stored.oneOf('force', 'policing-body', 'partner'),
  words: stored.text,
  since: stored.orNull(stored.day),
  tableBy: stored.orNull(stored.text),
  sums: stored.list(stored.fields({ total: stored.text, of: stored.list(stored.text) })),
  basis: basisStored,
  register: registerStored,
})

export const schemeKind: Kind<Scheme, Scheme> = {
  name: 'volunteer-scheme',
  words: { one: 'Volunteer scheme', many: 'Volunteer schemes' },
  searchable: true,
  parse: (value) => parse(value),
  publish: ({ slug, name, sort, owner, ownerKind, words, since, tableBy, sums, basis, register }) => ({
    title: name,
    path: schemePath(slug),
    date: since,
    body: null,
    summary: words,
    state: sort,
    content: { slug, name, sort, owner, ownerKind, words, since, tableBy, sums, basis, register },
    paragraphs: [{ anchor: slug, number: null, text: words }],
    files: servedRegister(register),
  }),
}

export const kinds: readonly AnyKind[] = [schemeKind]
