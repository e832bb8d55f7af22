/** Brings the register of national measures: dated sets, and what is said of the force's contribution to each measure. */
import { type Refusal, slug, stored } from '../../../lib/index.ts'
import type { Brought, ImportAct, Source } from '../../../record/index.ts'
import { bringList, strayBasis } from '../reference/import-reference.ts'
import { basisGiven, twice } from '../reference/reference.ts'
import { faultOf, type NationalSet } from './national-set.ts'
import { nationalSetKind } from './published.ts'

const form = stored.fields({
  entries: stored.list(
    stored.fields({
      slug: stored.orNull(stored.text),
      name: stored.text,
      from: stored.day,
      until: stored.orNull(stored.day),
      words: stored.text,
      reviewed: stored.orNull(stored.flag),
      source: basisGiven,
      measures: stored.list(
        stored.fields({
          number: stored.text,
          priority: stored.text,
          metric: stored.orNull(stored.text),
          confirmed: stored.orNull(stored.flag),
          applies: stored.orNull(stored.flag),
          why: stored.orNull(stored.text),
          localMeasures: stored.orNull(stored.list(stored.text)),
        }),
      ),
      statements: stored.orNull(
        stored.list(
          stored.fields({
            measure: stored.text,
            asAt: stored.day,
            words: stored.text,
            by: stored.text,
            reviewedOn: stored.day,
            invented: stored.orNull(stored.flag),
          }),
        ),
      ),
    }),
  ),
})

type Entry = stored.Read<typeof form>['entries'][number]

/** Reads `{ "register": "national-measures", "entries": [{ "name", "from", "until", "words", "source", "measures", "statements" }] }`. */
export const bringNationalMeasures = (
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> =>
  bringList(act, given, source, {
    what: 'national measures',
    form,
    kind: nationalSetKind,
    make: ({ entries }, register) => {
      const sets = entries.map((entry) => setOf(entry, register))
      const again = twice(sets.map((set) => set.slug))
      if (again !== undefined) return `"${again}" is the address of two sets`
      const fault =
        strayBasis(sets.map(({ basis }) => basis)) ?? sets.map(faultOf).find((found) => found !== undefined)
      return fault ?? sets.map((working) => ({ key: working.slug, working }))
    },
  })

const setOf = (entry: Entry, register: NationalSet['register']): NationalSet => ({
  slug: slug(entry.slug ?? `${entry.name} ${entry.from.slice(0, 4)}`),
  name: entry.name,
  from: entry.from,
  until: entry.until,
  words: entry.words,
  reviewed: entry.reviewed ?? true,
  measures: entry.measures.map((measure) => ({
    ...measure,
    confirmed: measure.confirmed ?? false,
    localMeasures: measure.localMeasures ?? [],
  })),
  statements: (entry.statements ?? []).map((statement) => ({
    ...statement,
    invented: statement.invented ?? false,
  })),
  basis: entry.source,
  register,
})

export const registers = { 'national-measures': bringNationalMeasures }
