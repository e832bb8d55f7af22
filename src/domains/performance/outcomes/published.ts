/** What the public gets of the outcome types and of the crime tree: all of it. */
import { stored } from '../../../lib/index.ts'
import type { AnyKind, Kind } from '../../../record/index.ts'
import { basisStored, registerStored, servedRegister } from '../reference/reference.ts'
import { type CrimeTree, nodesOf, TREE_PATH } from './crime-tree.ts'
import { FRAMEWORK_PATH, type OutcomeFramework } from './outcome-framework.ts'

const framework: stored.Reader<OutcomeFramework> = stored.fields({
  types: stored.list(
    stored.fields({
      number: stored.number,
      name: stored.text,
      words: stored.text,
      since: stored.orNull(stored.day),
      confirmed: stored.flag,
    }),
  ),
  basis: basisStored,
  groupings: stored.list(
    stored.fields({
      slug: stored.text,
      name: stored.text,
      words: stored.orNull(stored.text),
      groups: stored.list(
        stored.fields({
          slug: stored.text,
          name: stored.text,
          words: stored.orNull(stored.text),
          types: stored.list(stored.number),
        }),
      ),
      basis: basisStored,
    }),
  ),
  register: registerStored,
})

export const frameworkKind: Kind<OutcomeFramework, OutcomeFramework> = {
  name: 'outcome-framework',
  words: { one: 'List of outcome types', many: 'Lists of outcome types' },
  searchable: true,
  parse: (value) => framework(value),
  publish: ({ types, basis, groupings, register }) => ({
    title: 'How an investigation can end',
    path: FRAMEWORK_PATH,
    date: null,
    body: null,
    summary: `${types.length} types of outcome, in plain words`,
    state: null,
    content: { types, basis, groupings, register },
    paragraphs: types.map(({ number, name, words }) => ({
      anchor: `type-${number}`,
      number: null,
      text: `Outcome ${number}, ${name}: ${words}`,
    })),
    files: servedRegister(register),
  }),
}

const node = {
  slug: stored.text,
  name: stored.text,
  words: stored.orNull(stored.text),
  confirmed: stored.flag,
  measure: stored.orNull(stored.text),
}

const tree: stored.Reader<CrimeTree> = stored.fields({
  whole: stored.fields(node),
  totals: stored.list(stored.fields(node)),
  groups: stored.list(
    stored.fields({ ...node, total: stored.text, parts: stored.list(stored.fields(node)) }),
  ),
  basis: basisStored,
  register: registerStored,
})

export const treeKind: Kind<CrimeTree, CrimeTree> = {
  name: 'crime-tree',
  words: { one: 'Tree of crime types', many: 'Trees of crime types' },
  searchable: true,
  parse: (value) => tree(value),
  publish: ({ whole, totals, groups, basis, register }) => ({
    title: 'How recorded crime is divided',
    path: TREE_PATH,
    date: null,
    body: null,
    summary: `${groups.length} groups of crime and their parts`,
    state: null,
    content: { whole, totals, groups, basis, register },
    paragraphs: nodesOf({ whole, totals, groups }).map(({ slug, name, words }) => ({
      anchor: slug,
      number: null,
      text: words === null ? name : `${name}: ${words}`,
    })),
    files: servedRegister(register),
  }),
}

export const kinds: readonly AnyKind[] = [frameworkKind, treeKind]
