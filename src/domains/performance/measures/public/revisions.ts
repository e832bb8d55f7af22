/** What was said before a figure was revised: each with the day until which it stood. */
import type { LocalDate } from '../../../../lib/index.ts'
import type { Cell, Observation, Report, Span } from '../observation.ts'

export type Revision = {
  span: Span
  was: Cell
  before: Report
  /** What took its place. */
  now: Cell
  after: Report
  /** The day on which it was no longer so; null where nobody said. */
  until: LocalDate | null
}

/** Every revision of a measure, those of the newest span first, and of one span the newest first. */
export const revisionsOf = (observations: readonly Observation[]): Revision[] =>
  observations.toReversed().flatMap(({ span, cell, report, earlier }) => {
    const stages = [...earlier, { cell, report }]
    return earlier
      .map((stage, index): Revision => {
        const next = stages[index + 1] ?? { cell, report }
        return {
          span,
          was: stage.cell,
          before: stage.report,
          now: next.cell,
          after: next.report,
          until: next.report.asAt,
        }
      })
      .toReversed()
  })
