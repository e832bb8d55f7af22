/**
 * Brings the registers of outcome types and of the crime tree. What a register leaves out is taken from the lists that come
 * with Shiremoot, so that an office writes only what it has otherwise.
 */
import { type Refusal, stored } from '../../../lib/index.ts'
import type { Brought, ImportAct, Source } from '../../../record/index.ts'
import { bringList, strayBasis } from '../reference/import-reference.ts'
import { basisGiven, twice } from '../reference/reference.ts'
import comesWithTree from './crime-tree.json' with { type: 'json' }
import { type CrimeNode, type CrimeTree, faultOf as faultOfTree, nodesOf, TREE_KEY } from './crime-tree.ts'
import {
  FRAMEWORK_KEY,
  faultOf,
  type Grouping,
  type OutcomeFramework,
  type OutcomeType,
} from './outcome-framework.ts'
import comesWithTypes from './outcome-types.json' with { type: 'json' }
import { frameworkKind, treeKind } from './published.ts'

const typesForm = stored.list(
  stored.fields({
    number: stored.number,
    name: stored.text,
    words: stored.text,
    since: stored.orNull(stored.day),
    confirmed: stored.orNull(stored.flag),
  }),
)

const groupingsForm = stored.list(
  stored.fields({
    slug: stored.text,
    name: stored.text,
    words: stored.orNull(stored.text),
    source: basisGiven,
    groups: stored.list(
      stored.fields({
        slug: stored.text,
        name: stored.text,
        words: stored.orNull(stored.text),
        types: stored.list(stored.number),
      }),
    ),
  }),
)

const frameworkForm = stored.fields({
  source: stored.orNull(basisGiven),
  types: stored.orNull(typesForm),
  groupings: stored.orNull(groupingsForm),
})

type FrameworkGiven = stored.Read<typeof frameworkForm>

/** The types and groups as they come with Shiremoot; given groupings stand after the Home Office's, or in its place where they have its slug. */
function frameworkOf(given: FrameworkGiven, register: OutcomeFramework['register']): OutcomeFramework {
  const shipped = frameworkForm(comesWithTypes)
  const own = given.types === null ? shipped : given
  const types = (own.types ?? []).map(
    (type): OutcomeType => ({ ...type, confirmed: type.confirmed ?? false }),
  )
  const groupings = [...(shipped.groupings ?? []), ...(given.groupings ?? [])].map(
    ({ source: basis, ...grouping }): Grouping => ({ ...grouping, basis }),
  )
  return {
    types,
    basis: own.source ?? given.source ?? { title: register.title, path: null, confirmed: false },
    groupings: [...new Map(groupings.map((grouping) => [grouping.slug, grouping])).values()],
    register,
  }
}

/** Reads `{ "register": "outcome-types", "source", "types": [{ "number", "name", "words", "confirmed" }], "groupings": [{ "slug", "name", "source", "groups": [{ "slug", "name", "types": [1] }] }] }`. */
export const bringOutcomeTypes = (
  act: ImportAct,
  given: unknown,
  source: Source,
): Promise<Brought | Refusal> =>
  bringList(act, given, source, {
    what: 'outcome types',
    form: frameworkForm,
    kind: frameworkKind,
    make: (read, register) => {
      const working = frameworkOf(read, register)
      const again = twice((read.groupings ?? []).map(({ slug }) => slug))
      if (again !== undefined) return `two groupings are called "${again}"`
      const bases = [working.basis, ...working.groupings.map(({ basis }) => basis)]
      return faultOf(working) ?? strayBasis(bases) ?? [{ key: FRAMEWORK_KEY, working }]
    },
  })

const nodeForm = {
  slug: stored.text,
  name: stored.text,
  words: stored.orNull(stored.text),
  confirmed: stored.orNull(stored.flag),
  measure: stored.orNull(stored.text),
}

const treeParts = {
  whole: stored.fields(nodeForm),
  totals: stored.list(stored.fields(nodeForm)),
  groups: stored.list(
    stored.fields({ ...nodeForm, total: stored.text, parts: stored.list(stored.fields(nodeForm)) }),
  ),
}

const shippedTreeForm = stored.fields({ ...treeParts, source: basisGiven })

const treeForm = stored.fields({
  source: stored.orNull(basisGiven),
  whole: stored.orNull(treeParts.whole),
  totals: stored.orNull(treeParts.totals),
  groups: stored.orNull(treeParts.groups),
  measures: stored.orNull(stored.list(stored.fields({ node: stored.text, measure: stored.text }))),
})

/** Reads `{ "register": "crime-tree", "source", "whole", "totals", "groups", "measures": [{ "node", "measure" }] }`. */
export const bringCrimeTree = (act: ImportAct, given: unknown, source: Source): Promise<Brought | Refusal> =>
  bringList(act, given, source, {
    what: 'the crime tree',
    form: treeForm,
    kind: treeKind,
    make: (read, register) => {
      const shipped = shippedTreeForm(comesWithTree)
      const named = new Map((read.measures ?? []).map(({ node, measure }) => [node, measure]))
      const known = <Node extends stored.Read<typeof treeParts.whole>>(node: Node): Node & CrimeNode => ({
        ...node,
        confirmed: node.confirmed ?? false,
        measure: named.get(node.slug) ?? node.measure,
      })
      const working: CrimeTree = {
        whole: known(read.whole ?? shipped.whole),
        totals: (read.totals ?? shipped.totals).map(known),
        groups: (read.groups ?? shipped.groups).map((group) => ({
          ...known(group),
          parts: group.parts.map(known),
        })),
        basis: read.source ?? shipped.source,
        register,
      }
      const slugs = nodesOf(working).map(({ slug }) => slug)
      const stray = (read.measures ?? []).find(({ node }) => !slugs.includes(node))
      if (stray !== undefined) return `the tree has no "${stray.node}" on which ${stray.measure} could hang`
      return faultOfTree(working) ?? strayBasis([working.basis]) ?? [{ key: TREE_KEY, working }]
    },
  })

export const registers = { 'outcome-types': bringOutcomeTypes, 'crime-tree': bringCrimeTree }
