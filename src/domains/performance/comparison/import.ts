/** Brings the register of comparison groups: which forces a force is compared with, from when until when. */
import { type Refusal, stored } from '../../../lib/index.ts'
import type { Brought, ImportAct, Source } from '../../../record/index.ts'
import { bringList, strayBasis } from '../reference/import-reference.ts'
import { basisGiven } from '../reference/reference.ts'
import { type ComparisonGroup, faultOf, groupKey } from './comparison-group.ts'
import { groupKind } from './published.ts'

const form = stored.fields({
  entries: stored.list(
    stored.fields({
      force: stored.text,
      members: stored.list(stored.text),
      from: stored.day,
      until: stored.orNull(stored.day),
      source: basisGiven,
    }),
  ),
})

/** Reads `{ "register": "comparison-groups", "entries": [{ "force", "members": [], "from", "until", "source" }] }`. */
export const bringGroups = (act: ImportAct, given: unknown, source: Source): Promise<Brought | Refusal> =>
  bringList(act, given, source, {
    what: 'comparison groups',
    form,
    kind: groupKind,
    make: ({ entries }, register) => {
      const groups = entries.map(
        ({ source: basis, ...group }): ComparisonGroup => ({ ...group, basis, register }),
      )
      const fault = faultOf(groups) ?? strayBasis(groups.map(({ basis }) => basis))
      return fault ?? groups.map((working) => ({ key: groupKey(working), working }))
    },
  })

export const registers = { 'comparison-groups': bringGroups }
