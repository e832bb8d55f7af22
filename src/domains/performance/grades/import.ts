/** Brings the register of inspection grades: each cycle with its scale, its questions and what they were graded. */
import { type Refusal, slug, stored } from '../../../lib/index.ts'
import type { Brought, ImportAct, Source } from '../../../record/index.ts'
import { bringList, strayBasis } from '../reference/import-reference.ts'
import { basisGiven, twice } from '../reference/reference.ts'
import { faultOf, type Inspection } from './inspection.ts'
import { inspectionKind } from './published.ts'

const form = stored.fields({
  entries: stored.list(
    stored.fields({
      cycle: stored.text,
      programme: stored.text,
      published: stored.orNull(stored.day),
      scale: stored.list(stored.text),
      words: stored.orNull(stored.text),
      source: basisGiven,
      grades: stored.list(
        stored.fields({
          pillar: stored.orNull(stored.text),
          question: stored.text,
          grade: stored.orNull(stored.text),
          words: stored.orNull(stored.text),
        }),
      ),
    }),
  ),
})

/** Reads `{ "register": "inspection-grades", "entries": [{ "cycle", "programme", "published", "scale", "source", "grades" }] }`. */
export const bringGrades = (act: ImportAct, given: unknown, source: Source): Promise<Brought | Refusal> =>
  bringList(act, given, source, {
    what: 'inspection grades',
    form,
    kind: inspectionKind,
    make: ({ entries }, register) => {
      const again = twice(entries.map(({ cycle }) => slug(cycle)))
      const fault =
        (again === undefined ? undefined : `"${again}" is the address of two cycles`) ??
        strayBasis(entries.map((entry) => entry.source)) ??
        entries.map(faultOf).find((found) => found !== undefined)
      if (fault !== undefined) return fault
      return entries.map(({ source: basis, ...entry }) => {
        const working: Inspection = { slug: slug(entry.cycle), ...entry, basis, register }
        return { key: working.slug, working }
      })
    },
  })

export const registers = { 'inspection-grades': bringGrades }
