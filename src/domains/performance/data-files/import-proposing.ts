/** What a proposal asks of the record: the measures that it has, and what the proposed mapping would bring into them. */
import { isRefusal, type LocalDate, type Refusal } from '../../../lib/index.ts'
import type { Workbook } from '../../../papers/index.ts'
import { type Tx, workingCopies } from '../../../record/index.ts'
import { breakdownKey } from '../measures/measure.ts'
import { breakdownKind, measureKind } from '../measures/published.ts'
import type { Mapping } from './mapping.ts'
import { type Catalogue, type Preview, preview } from './preview.ts'
import { type Proposal, type ProposedTable, proposeMapping } from './propose.ts'

/** The measures of the record, and the breakdowns that a mapping would add to. */
export async function catalogueFor(tx: Tx, authority: string, mapping: Mapping | null): Promise<Catalogue> {
  const measures = (await workingCopies(tx, authority, measureKind)).map(({ working }) => working)
  const byParts = (mapping?.tables ?? []).filter(({ part }) => part !== null)
  const slugs = new Set(byParts.flatMap(({ columns }) => columns.map(({ measure }) => measure)))
  const breakdowns = []
  for (const slug of slugs)
    breakdowns.push(...(await workingCopies(tx, authority, breakdownKind, breakdownKey(slug, ''))))
  return { measures, breakdowns: breakdowns.map(({ working }) => working) }
}

/** A proposal with what its tables that leave nothing open would bring; each of the others with why it brings nothing. */
export type Proposed = {
  proposal: Proposal
  previews: readonly { table: ProposedTable; preview: Preview | Refusal | null }[]
}

/** Proposes a mapping for a spreadsheet and tries each of its tables. Keeps nothing. */
export async function proposeFor(
  tx: Tx,
  authority: string,
  workbook: Workbook,
  at: { name: string; today: LocalDate },
): Promise<Proposed> {
  const all = await catalogueFor(tx, authority, null)
  const proposal = proposeMapping(workbook, { name: at.name, measures: all.measures })
  const previews = []
  for (const table of proposal.tables) {
    const { span } = table.mapping
    if (span === null || table.confidence === 'unsure') {
      previews.push({ table, preview: null })
      continue
    }
    const mapping = { tables: [{ ...table.mapping, span }] }
    const catalogue = await catalogueFor(tx, authority, mapping)
    previews.push({ table, preview: preview(workbook, mapping, catalogue, at) })
  }
  return { proposal, previews }
}

/** Whether a preview tells figures rather than why there are none. */
export const showsFigures = (one: Preview | Refusal | null): one is Preview => one !== null && !isRefusal(one)
