/** What the public gets of an inspection's grades: all of it. */
import { stored } from '../../../lib/index.ts'
import type { AnyKind, Kind } from '../../../record/index.ts'
import { basisStored, registerStored, servedRegister } from '../reference/reference.ts'
import { gradesCounted, type Inspection, inspectionPath } from './inspection.ts'

const parse: stored.Reader<Inspection> = stored.fields({
  slug: stored.text,
  cycle: stored.text,
  programme: stored.text,
  published: stored.orNull(stored.day),
  scale: stored.list(stored.text),
  words: stored.orNull(stored.text),
  grades: stored.list(
    stored.fields({
      pillar: stored.orNull(stored.text),
      question: stored.text,
      grade: stored.orNull(stored.text),
      words: stored.orNull(stored.text),
    }),
  ),
  basis: basisStored,
  register: registerStored,
})

export const inspectionKind: Kind<Inspection, Inspection> = {
  name: 'inspection-cycle',
  words: { one: 'Grades of an inspection', many: 'Grades of inspections' },
  searchable: true,
  parse: (value) => parse(value),
  publish: ({ slug, cycle, programme, published, scale, words, grades, basis, register }) => ({
    title: `Inspection grades: ${cycle}`,
    path: inspectionPath(slug),
    date: published,
    body: null,
    summary: gradesCounted({ scale, grades }),
    state: null,
    content: { slug, cycle, programme, published, scale, words, grades, basis, register },
    paragraphs: grades.map(({ pillar, question, grade, words: said }) => ({
      anchor: slug,
      number: null,
      text: [pillar, question, grade ?? 'not graded', said].filter((part) => part !== null).join(': '),
    })),
    files: servedRegister(register),
  }),
}

export const kinds: readonly AnyKind[] = [inspectionKind]
