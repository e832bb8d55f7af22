/** What whoever brings figures is told of small numbers: what cannot be hidden, and what another rule makes of what was public. */
import { workingCopies } from '../../../record/index.ts'
import { countIn, hiding } from './hidden-cells.ts'
import { type Breakdown, breakdownKey, type Definition } from './measure.ts'
import type { Observation } from './observation.ts'
import { breakdownKind } from './published.ts'
import { spanKey, spanWords } from './spans.ts'
import type { Bringing } from './writes.ts'

/** Whether its parts are areas with figures, which may sum those of another table. */
export const isOfAreas = ({ dimension: { kind }, rows }: Pick<Breakdown, 'dimension' | 'rows'>): boolean =>
  (kind === 'place' || kind === 'division') && rows.length > 0

/** Districts sum to divisions, so that one table of a measure may give away what the other hides. */
export async function tellSums(
  { act, brought, source }: Bringing,
  { measure, dimension }: Breakdown,
): Promise<void> {
  if (measure.hideBelow === null || (dimension.kind !== 'place' && dimension.kind !== 'division')) return
  const prefix = breakdownKey(measure.slug, '')
  const others = await workingCopies(act.tx, act.permit.authority, breakdownKind, prefix)
  for (const { working } of others)
    if (isOfAreas(working) && working.dimension.slug !== dimension.slug)
      brought.open.push({
        what: `${measure.title} has small numbers to hide and comes both by ${working.dimension.one} and by ${dimension.one}: where one sums the other, what one table hides may be worked out from the other.`,
        place: source.name,
        mend: 'Bring only one of the two, or see that neither sums the other.',
      })
}

/** Small numbers of a breakdown that are hidden in vain. */
export function tellExposed(
  { brought }: Bringing,
  { path, title }: { path: string; title: string },
  breakdown: Breakdown,
): void {
  const { exposed } = hiding(breakdown)
  const names = new Map(breakdown.parts.map((part) => [part.slug, part.name]))
  for (const { span, part } of exposed)
    brought.open.push({
      what: `The small number of ${title}, ${names.get(part) ?? part}, ${spanWords(span)}, is hidden, and can be worked out from the figure of the whole area or from what an earlier release showed.`,
      place: path,
      mend: 'Look at the table before you publish it; leave the span out, or bring parts that are larger.',
    })
}

/** A small number whose row hides no other that readers did not have before: what they remember gives it away. */
export function tellRemembered(
  { brought }: Bringing,
  { path, title }: { path: string; title: string },
  { before, after }: { before: Breakdown; after: Breakdown },
): void {
  const shown = new Map(
    hiding(before).breakdown.rows.flatMap(({ span, cells }) =>
      cells.map((cell, at) => [`${spanKey(span)} ${before.parts[at]?.slug}`, cell.value] as const),
    ),
  )
  const { breakdown, exposed } = hiding(after)
  const told = new Set(exposed.map(({ span, part }) => `${spanKey(span)} ${part}`))
  for (const [row, { span, cells }] of breakdown.rows.entries()) {
    const unknown = after.parts.filter(({ slug }, at) => {
      const value = after.rows[row]?.cells[at]?.value ?? null
      const isHidden = cells[at]?.mark === 'suppressed'
      return isHidden && (value === null || shown.get(`${spanKey(span)} ${slug}`) !== value)
    })
    const [only] = unknown
    if (only !== undefined && unknown.length === 1 && !told.has(`${spanKey(span)} ${only.slug}`))
      brought.open.push({
        what: `The number of ${title}, ${only.name}, ${spanWords(span)}, is hidden now, and all others of its span were public before: whoever has those can work it out from the figure of the whole area.`,
        place: path,
        mend: 'Look at the table before you publish it; bring the other parts of the release with it, or leave the span out.',
      })
  }
}

/** Figures of which nobody can tell whether they are small, and small numbers that the whole area leaves besides all parts. */
export function tellUnseen(
  { brought }: Bringing,
  { path, title }: { path: string; title: string },
  { breakdown, whole }: { breakdown: Breakdown; whole: readonly Observation[] },
): void {
  const { measure, rows } = breakdown
  const below = measure.hideBelow
  if (below === null) return
  const cells = rows.flatMap((row) => row.cells)
  const uncounted = cells.filter((cell) => cell.value !== null && countIn(cell, measure.unit) === null).length
  if (uncounted > 0)
    brought.open.push({
      what: `${title} is to hide small numbers, and ${uncounted === 1 ? 'one of its figures is' : `${uncounted} of its figures are`} without the numbers behind, so that nobody can tell which are small: they are shown.`,
      place: path,
      mend: 'Bring "events" and "base" with each, or leave out what is of few people.',
    })
  const bySpan = new Map(whole.map((one) => [spanKey(one.span), countIn(one.cell, measure.unit)]))
  for (const { span, cells: shown } of hiding(breakdown).breakdown.rows) {
    const all = bySpan.get(spanKey(span)) ?? null
    if (all === null || shown.some(({ mark }) => mark === 'suppressed')) continue
    const rest = all - shown.reduce((sum, cell) => sum + (countIn(cell, measure.unit) ?? 0), 0)
    if (rest > 0 && rest < below)
      brought.open.push({
        what: `${title}, ${spanWords(span)}: the figure of the whole area leaves a small number besides the parts that are shown.`,
        place: path,
        mend: 'Look whether it points to people; if so, bring it as a part of its own, which is hidden with another.',
      })
  }
}

type Rule = Definition['hideBelow']

/** That a measure with breakdowns hides more or less than it did. Earlier days of the record keep what they showed. */
export function tellRule(
  { brought, source }: Bringing,
  title: string,
  { was, is }: { was: Rule; is: Rule },
): void {
  if (was === is) return
  brought.open.push(
    is !== null && (was === null || is > was)
      ? {
          what: `From now on ${title} hides numbers below ${is} of its parts. What was public before stays readable for earlier days and in the log.`,
          place: source.name,
          mend: 'Where that must not be, withdraw, erase and reinstate the tables by parts, and import their figures again.',
        }
      : {
          what: `${title} hid numbers below ${was ?? 0} of its parts until now, and shows ${is === null ? 'all of them' : `those of ${is} and more`} once this is published.`,
          place: source.name,
          mend: `Write "hideBelow": ${was ?? 0} into its definition in ${source.name} where they are to stay hidden.`,
        },
  )
}
