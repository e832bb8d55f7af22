/**
 * What becomes of a figure when another report speaks of the same span: it says the same, revises it, was known before,
 * or contradicts it without being newer. The outcome does not hang on the order in which reports come.
 */
import type { LocalDate } from '../../../lib/index.ts'
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

/** What came of `said` where `now` stands, with what was said before it, oldest first. */
export function revise(now: Said, earlier: readonly Earlier[], said: Said): Revised {
  const age = newer(said.report, now.report)
  if (sameCell(now.cell, said.cell))
    return age > 0 && said.report.status !== now.report.status
      ? { outcome: 'confirmed', now: said, earlier: [...earlier] }
      : { outcome: 'unchanged' }
  if (age > 0) return { outcome: 'revised', now: said, earlier: [...earlier, now] }
  if (earlier.some((one) => sameCell(one.cell, said.cell) && newer(one.report, said.report) === 0))
    return { outcome: 'unchanged' }
  if (age < 0) return older(earlier, said)
  // A number where none was is no contradiction, and neither is none where there is one.
  if (now.cell.mark === 'not-available') return { outcome: 'filled', now: said, earlier: [...earlier] }
  return said.cell.mark === 'not-available' ? { outcome: 'unchanged' } : { outcome: 'differs' }
}

function older(earlier: readonly Earlier[], said: Said): Revised {
  const at = earlier.findIndex((one) => newer(one.report, said.report) >= 0)
  const place = at < 0 ? earlier.length : at
  const next = earlier[place]
  if (next !== undefined && newer(next.report, said.report) === 0) return { outcome: 'differs' }
  // What the next newer report repeated was no revision.
  return { outcome: 'older', earlier: [...earlier.slice(0, place), said, ...earlier.slice(place)] }
}

/** The day on which a report's figures stood, for words. */
export const stoodOn = ({ asAt }: Report): LocalDate | null => asAt
