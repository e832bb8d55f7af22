/** How people reach the police: the ways of contact as parts of a whole, which are added up and held against the printed whole. */

import type { Breakdown, Measure } from '../measures/measure.ts'
import type { Cell, Observation, Report, Span } from '../measures/observation.ts'
import { bySpan } from '../measures/spans.ts'
import { type AddedUp, addedUp } from '../reference/adding-up.ts'
import { observedIn } from '../reference/latest.ts'

export const CONTACT_FAMILY = 'contact'
export const CHANNEL = 'channel'

export type Channels = {
  measure: Measure
  span: Span
  report: Report
  /** `share` is of all parts together, in per cent; null where one of them is missing. */
  rows: { name: string; cell: Cell; share: number | null }[]
  together: number | null
  whole: Observation | undefined
  added: AddedUp
}

/** The newest span of a breakdown by channel; undefined where it has none. */
export function channelsOf(measure: Measure, breakdown: Breakdown | undefined): Channels | undefined {
  const [row] = (breakdown?.rows ?? []).toSorted((one, other) => bySpan(other.span, one.span))
  if (breakdown === undefined || row === undefined) return undefined
  const values = row.cells.map(({ value }) => value)
  const known = values.filter((value) => value !== null)
  const together =
    known.length < values.length || known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  const whole = observedIn(measure.observations, row.span)
  return {
    measure,
    span: row.span,
    report: row.report,
    rows: breakdown.parts.flatMap(({ name }, index) => {
      const cell = row.cells[index]
      if (cell === undefined) return []
      const share =
        together === null || together === 0 || cell.value === null ? null : (100 * cell.value) / together
      return [{ name, cell, share }]
    }),
    together,
    whole,
    added: addedUp(whole?.cell, row.cells),
  }
}
