/**
 * What becomes of a figure when another report speaks of the same span: it says the same, revises it, was known before,
 * or contradicts it without being newer. The outcome does not hang on the order in which reports come.
 */
import type { Cell, Earlier, Report } from './observation.ts'

/** A figure with who said so. */
export type Said = { cell: Cell; report: Report }

/** What came of it: nothing new, a first figure, a revision, an older figure put among the earlier, or two that differ. */
export type Revised =
  | { outcome: 'unchanged' }
  | { outcome: 'confirmed' | 'revised' | 'filled'; now: Said; earlier: Earlier[] }
  | { outcome: 'older'; earlier: Earlier[] }
  | { outcome: 'differs' }

/** Whether two cells say the same. */
export const sameCell = (one: Cell, other: Cell): boolean =>
  one.value === other.value &&
  one.mark === other.mark &&
  one.hedge === other.hedge &&
  one.events === other.events &&
  one.base === other.base

const STATUS = { provisional: 0, final: 1 } as const

/** Above 0 where the first report is the newer, below where it is the older, 0 where nothing says so. */
export function newer(one: Report, other: Report): number {
  if (one.asAt !== null && other.asAt !== null && one.asAt !== other.asAt)
    return one.asAt > other.asAt ? 1 : -1
  return STATUS[one.status] - STATUS[other.status]
}

/** How figures of one release and one day are taken that differ: as two that contradict, or the one brought later as newer. */
export type OnSameDay = { sameDayRevises?: boolean }

/** What came of `said` where `now` stands, with what was said before it, oldest first. */
export function revise(
  now: Said,
  earlier: readonly Earlier[],
  said: Said,
  { sameDayRevises = false }: OnSameDay = {},
): Revised {
  const age = newer(said.report, now.report)
  // Who said it last is who says it: a release in between, with another figure, is then known to be older.
  if (sameCell(now.cell, said.cell))
    return age > 0 ? { outcome: 'confirmed', now: said, earlier: [...earlier] } : { outcome: 'unchanged' }
  if (age > 0)
    return { outcome: 'revised', now: said, earlier: [...earlier, { cell: now.cell, report: now.report }] }
  if (earlier.some((one) => sameCell(one.cell, said.cell) && newer(one.report, said.report) === 0))
    return { outcome: 'unchanged' }
  if (age < 0) return older(earlier, said)
  if (sameDayRevises && now.report.release !== null && now.report.release === said.report.release)
    return { outcome: 'revised', now: said, earlier: [...earlier, { cell: now.cell, report: now.report }] }
  // A number where none was is no contradiction, and neither is none where there is one.
  if (now.cell.mark === 'not-available') return { outcome: 'filled', now: said, earlier: [...earlier] }
  return said.cell.mark === 'not-available' ? { outcome: 'unchanged' } : { outcome: 'differs' }
}

function older(earlier: readonly Earlier[], said: Said): Revised {
  const at = earlier.findIndex((one) => newer(one.report, said.report) >= 0)
  const place = at < 0 ? earlier.length : at
  const next = earlier[place]
  if (next !== undefined && newer(next.report, said.report) === 0) return { outcome: 'differs' }
  // What the report before had said already is no revision, nor what the next one repeated.
  if ([earlier[place - 1], next].some((one) => one && sameCell(one.cell, said.cell)))
    return { outcome: 'unchanged' }
  return { outcome: 'older', earlier: [...earlier.slice(0, place), said, ...earlier.slice(place)] }
}
