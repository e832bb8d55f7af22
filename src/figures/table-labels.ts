/** What the labels of rows and columns say about adding: totals, parts of parts, rates, deductions. */
import type { Row } from './table.ts'

const PLAIN_TOTAL =
  /^(?:(?:grand|overall|sub|combined|force|county)[- ]?)?totals?\s*[:.]?(?:\s*\(?[£%]?(?:'?000s?|m|k)?\)?)?$|^(?:all|overall|sum)$/i
const ANY_TOTAL = /^(?:grand |overall |net |gross |sub-?\s?)?totals?\b|\btotals?$/i
const OVER_ALL = /\bgrand\b|\boverall\b|^all$/i

export type TotalLabel = 'plain' | 'named' | undefined

/** 'plain' says total and nothing else; 'named' says of what, and may be a measure beside others. */
export function totalLabel(label: string): TotalLabel {
  if (PLAIN_TOTAL.test(label)) return 'plain'
  return ANY_TOTAL.test(label) && label.length < 60 ? 'named' : undefined
}

export const isOverAll = (label: string): boolean => OVER_ALL.test(label)

/** Rows that are part of another row. */
export const isWithin = (label: string): boolean =>
  /^(?:-\s*)?(?:of which|including|incl\.|memo|which includes|of these|inc\b)/i.test(label)

/** Rows that the wording takes away. */
export const isTakenAway = (label: string): boolean => /^\(?(?:less|minus|deduct|net of)\b/i.test(label)

/** Columns whose figures do not add: rates, averages, shares, years. */
export const isNoAddend = (column: string): boolean =>
  /%|per ?cent|\brate\b|average|\bmean\b|median|\bratio\b|\bper (?:1,?000|head|month|week|officer|day|hour|thousand|population)\b|\brank\b|\byear\b|\bdate\b|\bage\b|score|\bindex\b|band d|\bprice\b|\bunit cost\b|\btarget\b|\bpopulation\b/i.test(
    column,
  )

/** Whether the row is a heading within the table: a label with no figures. */
export const isHeading = ({ cells }: Row): boolean =>
  cells.slice(1).every(({ figure, words }) => figure === null && words === '')
