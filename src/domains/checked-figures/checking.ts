/** Checks the figures of a paper when it is brought, and says where on its page each finding stands. */
import {
  type Check,
  checkFigures,
  type Quantity,
  type Relation,
  statedQuantities,
} from '../../figures/index.ts'
import { slug } from '../../lib/index.ts'
import type { CheckedFigures, Finding, Measure, PlaceOfFinding } from './finding.ts'
import { groupedFindings } from './grouped.ts'
import { inputOf, type Printed } from './input.ts'
import { type Place, type PlacedBlock, placesIn } from './placing.ts'

/**
 * The figures of what is printed, checked. `placed` are those of its blocks that a page shows, with their addresses;
 * what stands elsewhere is said without one. Undecidable relations are counted nowhere but in what was compared.
 */
export function checkedFigures(printed: Printed, placed: readonly PlacedBlock[]): CheckedFigures {
  const input = inputOf(printed)
  const check = checkFigures(input)
  const find = placesIn(printed.text, placed)
  const at = (offset: number): Place => find(offset) ?? { href: '', label: 'In the paper', cell: null }
  return {
    seen: check.coverage.figures,
    compared: comparedIn(check),
    consistent: check.coverage.relations.consistent,
    withinRounding: check.coverage.relations['consistent-within-rounding'],
    findings: findingsIn(check, at),
    remarks: check.notes.map(({ start, message }) => ({ ...at(start), message })),
    measures: statedQuantities(input).map((quantity) => measureOf(quantity, at)),
  }
}

function measureOf(
  { key, label, period, text, start, lo, hi }: Quantity,
  at: (offset: number) => Place,
): Measure {
  const { href, label: place } = at(start)
  return { key, label, period, stated: text.replace(/\s+/g, ' '), lo, hi, href, place }
}

/** Figures in relations that could be decided. */
function comparedIn({ relations }: Check): number {
  const places = new Set<number>()
  for (const { verdict, stated, operands } of relations) {
    if (verdict === 'undecidable') continue
    for (const { start } of stated === null ? operands : [stated, ...operands]) places.add(start)
  }
  return places.size
}

/** What does not add up, and what was cut off; a rounding that is only unlikely is nothing to hold against a paper in public. */
function findingsIn({ relations }: Check, at: (offset: number) => Place): Finding[] {
  const { failing, mild } = groupedFindings(relations)
  const cut = mild.filter(([first]) => first.verdict === 'inconsistent')
  const taken = new Set<string>()
  return [
    ...failing.map((group) => ({ group, severity: 'error' as const })),
    ...cut.map((group) => ({ group, severity: 'truncation' as const })),
  ].map(({ group, severity }) => {
    const places = group.map((relation): PlaceOfFinding => {
      const { stated, start, message } = relation
      return { ...at(stated?.start ?? start), stated: stated?.text ?? '', message }
    })
    return { ref: refOf(group[0], places[0]?.href ?? '', taken), severity, places }
  })
}

/** What sort of relation, its block, and the figure as printed: "table-row-sum-table-1-5-631". */
function refOf({ kind, stated, operands }: Relation, href: string, taken: Set<string>): string {
  const printed = stated?.text ?? operands.map(({ text }) => text).join(' ')
  const wanted = [kind, slug(href.replace(/^.*#/, ''), 40), slug(printed, 40)].filter(Boolean).join('-')
  let ref = wanted
  for (let count = 2; taken.has(ref); count += 1) ref = `${wanted}-${count}`
  taken.add(ref)
  return ref
}
