/** Brings the register of volunteer schemes: what each is, and whose. */
import { type Refusal, stored } from '../../../lib/index.ts'
import type { Brought, ImportAct, Source } from '../../../record/index.ts'
import { bringList, strayBasis } from '../reference/import-reference.ts'
import { basisGiven } from '../reference/reference.ts'
import { schemeKind } from './published.ts'
import { faultOf, type Scheme, SORTS } from './scheme.ts'

const form = stored.fields({
  entries: stored.list(
    stored.fields({
      slug: stored.text,
      name: stored.text,
      sort: stored.oneOf(...SORTS),
      owner: stored.text,
      ownerKind: stored.oneOf('force', 'policing-body', 'partner'),
      words: stored.text,
      since: stored.orNull(stored.day),
      tableBy: stored.orNull(stored.text),
      sums: stored.orNull(stored.list(stored.fields({ total: stored.text, of: stored.list(stored.text) }))),
      source: basisGiven,
    }),
  ),
})

/** Reads `{ "register": "schemes", "entries": [{ "slug", "name", "sort", "owner", "ownerKind", "words", "since", "source" }] }`. */
export const bringSchemes = (act: ImportAct, given: unknown, source: Source): Promise<Brought | Refusal> =>
  bringList(act, given, source, {
    what: 'volunteer schemes',
    form,
    kind: schemeKind,
    make: ({ entries }, register) => {
      const schemes = entries.map(
        ({ source: basis, sums, ...entry }): Scheme => ({ ...entry, sums: sums ?? [], basis, register }),
      )
      const fault = faultOf(schemes) ?? strayBasis(schemes.map(({ basis }) => basis))
      return fault ?? schemes.map((working) => ({ key: working.slug, working }))
    },
  })

export const registers = { schemes: bringSchemes }
