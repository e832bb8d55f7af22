/** Which figure of a measure stands for it where only one is shown, and what its share rests on. */
import type { LocalDate } from '../../../lib/index.ts'
import type { Breakdown } from '../measures/measure.ts'
import type { Cell, Observation, Span } from '../measures/observation.ts'
import { bySpan, spanKey } from '../measures/spans.ts'

/** The newest observation that had begun by a day; of two that end together the longer, which says more. Undefined without any. */
export function latestOf(observations: readonly Observation[], today: LocalDate): Observation | undefined {
  const begun = observations.filter(({ span }) => span.from <= today)
  const known = begun.filter(({ cell }) => cell.value !== null)
  return (known.length === 0 ? begun : known).toSorted((one, other) => newerFirst(one.span, other.span))[0]
}

/** Newest end first, and of two that end together the longer first. */
const newerFirst = (one: Span, other: Span): number =>
  one.until === other.until ? bySpan(one, other) : bySpan(other, one)

/** The observation of just this span. */
export const observedIn = (observations: readonly Observation[], span: Span): Observation | undefined =>
  observations.find((each) => spanKey(each.span) === spanKey(span))

/** The cell of one part in one span of a breakdown; undefined where there is none. */
export function cellOf(breakdown: Breakdown | undefined, part: string, span: Span): Cell | undefined {
  const row = breakdown?.rows.find((each) => spanKey(each.span) === spanKey(span))
  const index = breakdown?.parts.findIndex(({ slug }) => slug === part) ?? -1
  return row?.cells[index]
}
