/**
 * Clear days between a notice and a meeting: neither end counts. Local Government Act 1972, sections 100A(6) and 100B,
 * as SI 2012/2734 applies them to police and crime panels; five in England.
 */
import { addDays, daysBetween, type LocalDate } from '../../../lib/index.ts'

/** What the law asks for the agenda of a panel in England, in clear days. */
export const PANEL_CLEAR_DAYS = 5

/** The days that lie between two others; none where the second is not after the first. */
export const clearDays = (from: LocalDate, to: LocalDate): number => Math.max(0, daysBetween(from, to) - 1)

/** How many of the days between are Monday to Friday. Bank holidays are not taken off. */
export function clearWeekdays(from: LocalDate, to: LocalDate): number {
  const days = clearDays(from, to)
  const whole = Math.floor(days / 7) * 5
  const rest = Array.from({ length: days % 7 }, (_, index) => addDays(from, index + 1))
  return whole + rest.filter(isWeekday).length
}

function isWeekday(day: LocalDate): boolean {
  const at = new Date(`${day}T00:00:00Z`).getUTCDay()
  return at !== 0 && at !== 6
}
