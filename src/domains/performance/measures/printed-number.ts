/** Reads a number as a paper prints it, to hold it against an observation. */
import type { Unit } from './measure.ts'
import type { Cell } from './observation.ts'

const HEDGED = /\b(?:about|around|approximately|almost|nearly|over|more than|some|just under|circa)\b/i
const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}

/** A printed number in the unit of the measure (pence for money), how finely it is printed, and whether it is hedged. */
export type PrintedNumber = { value: number; step: number; hedged: boolean }

/** "197,356", "£1.2m", "5.4%", "about 350"; undefined where there is not exactly one number. */
export function printedNumber(printed: string, { style }: Pick<Unit, 'style'>): PrintedNumber | undefined {
  const found = [
    ...printed.matchAll(/([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(k|m|bn|thousand|million|billion)?\b/gi),
  ]
  const [one] = found
  if (one === undefined || found.length > 1) return undefined
  const [, sign = '', whole = '', fraction = '', word = ''] = one
  const times = (TIMES[word.toLowerCase()] ?? 1) * (style === 'money' ? 100 : 1)
  const value = Number(`${whole.replaceAll(',', '')}${fraction}`) * times * (sign === '' ? 1 : -1)
  return { value, step: times / 10 ** Math.max(0, fraction.length - 1), hedged: HEDGED.test(printed) }
}

/** A hedged number may be this far off, as a share of itself. */
const HEDGE_REACH = 0.1

/** Whether a printed number says what a cell has: rounded as it is printed, or near it where it is hedged. */
export function saysCell({ value, step, hedged }: PrintedNumber, cell: Cell): boolean {
  if (cell.value === null) return false
  const off = Math.abs(cell.value - value)
  return hedged ? off <= HEDGE_REACH * Math.abs(value) : off <= step / 2 + Math.abs(value) * 1e-12
}
