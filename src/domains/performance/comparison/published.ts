/** What the public gets of a comparison group: all of it. */
import { stored } from '../../../lib/index.ts'
import type { AnyKind, Kind } from '../../../record/index.ts'
import { basisStored, registerStored, servedRegister } from '../reference/reference.ts'
import { type ComparisonGroup, groupPath } from './comparison-group.ts'

const parse: stored.Reader<ComparisonGroup> = stored.fields({
  force: stored.text,
  members: stored.list(stored.text),
  from: stored.day,
  until: stored.orNull(stored.day),
  basis: basisStored,
  register: registerStored,
})

export const groupKind: Kind<ComparisonGroup, ComparisonGroup> = {
  name: 'comparison-group',
  words: { one: 'Group of most similar forces', many: 'Groups of most similar forces' },
  searchable: false,
  parse: (value) => parse(value),
  publish: ({ force, members, from, until, basis, register }) => ({
    title: `Forces most similar to ${force}`,
    path: groupPath({ force, from }),
    date: from,
    body: null,
    summary: members.length === 0 ? 'It has none.' : members.join(', '),
    state: null,
    content: { force, members, from, until, basis, register },
    paragraphs: [],
    files: servedRegister(register),
  }),
}

export const kinds: readonly AnyKind[] = [groupKind]
