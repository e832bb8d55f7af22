/** What the public gets of a national set and of what is said about the force's contribution: all of it. */
import { stored } from '../../../lib/index.ts'
import type { AnyKind, Kind } from '../../../record/index.ts'
import { basisStored, registerStored, servedRegister } from '../reference/reference.ts'
import { measureAnchor, type NationalSet, nationalSetPath } from './national-set.ts'

const parse: stored.Reader<NationalSet> = stored.fields({
  slug: stored.text,
  name: stored.text,
  from: stored.day,
  until: stored.orNull(stored.day),
  words: stored.text,
  reviewed: stored.flag,
  measures: stored.list(
    stored.fields({
      number: stored.text,
      priority: stored.text,
      metric: stored.orNull(stored.text),
      confirmed: stored.flag,
      applies: stored.orNull(stored.flag),
      why: stored.orNull(stored.text),
      localMeasures: stored.list(stored.text),
    }),
  ),
  statements: stored.list(
    stored.fields({
      measure: stored.text,
      asAt: stored.day,
      words: stored.text,
      by: stored.text,
      reviewedOn: stored.day,
      invented: stored.flag,
    }),
  ),
  basis: basisStored,
  register: registerStored,
})

export const nationalSetKind: Kind<NationalSet, NationalSet> = {
  name: 'national-set',
  words: { one: 'Set of national measures', many: 'Sets of national measures' },
  searchable: true,
  parse: (value) => parse(value),
  publish: (set) => ({
    title: set.name,
    path: nationalSetPath(set.slug),
    date: set.from,
    body: null,
    summary: `${set.measures.length} national priorities, from ${set.from}${set.until === null ? '' : ` to ${set.until}`}`,
    state: null,
    content: {
      slug: set.slug,
      name: set.name,
      from: set.from,
      until: set.until,
      words: set.words,
      reviewed: set.reviewed,
      measures: set.measures,
      statements: set.statements,
      basis: set.basis,
      register: set.register,
    },
    paragraphs: [
      ...set.measures.map(({ number, priority, metric }) => ({
        anchor: measureAnchor(set, number),
        number: null,
        text: metric === null ? priority : `${priority}: ${metric}`,
      })),
      ...set.statements.map(({ measure, words }) => ({
        anchor: measureAnchor(set, measure),
        number: null,
        text: words,
      })),
    ],
    files: servedRegister(set.register),
  }),
}

export const kinds: readonly AnyKind[] = [nationalSetKind]
