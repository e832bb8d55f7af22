/** Values in words, as a page or a paper says them. */
import { grouped } from '../../../lib/index.ts'
import type { Unit } from './measure.ts'
import type { Cell } from './observation.ts'

const MARKS: Readonly<Record<NonNullable<Cell['mark']>, string>> = {
  suppressed: 'hidden, because it is small or would give a small number away',
  'not-available': 'not available',
  'not-applicable': 'does not apply',
}

const HEDGES: Readonly<Record<NonNullable<Cell['hedge']>, string>> = {
  about: 'about ',
  over: 'over ',
  almost: 'almost ',
}

/** A number without its unit: "18,000", "−3.0". */
export const numberWords = grouped

/** A bare value in the unit: "197,356", "5.4%", "£1,200", "61.9" for a rate; money is given in pence. */
export function amountWords(value: number, unit: Pick<Unit, 'style' | 'digits'>): string {
  if (unit.style === 'percent') return `${numberWords(value, unit.digits)}%`
  if (unit.style !== 'money') return numberWords(value, unit.digits)
  const words = numberWords(value / 100, unit.digits)
  return words.startsWith('−') ? `−£${words.slice(1)}` : `£${words}`
}

/** What values there can be: a share has an end on both sides, a count one; a mean and money have none. */
export function possibleOf({ style }: Pick<Unit, 'style'>): { least: number | null; most: number | null } {
  if (style === 'percent') return { least: 0, most: 100 }
  return { least: style === 'mean' || style === 'money' ? null : 0, most: null }
}

/** Limits as they are shown: no wider than values can be. */
export function shownLimits<Limits extends { lower: number; upper: number }>(
  limits: Limits,
  unit: Unit,
): Limits {
  const { least, most } = possibleOf(unit)
  return {
    ...limits,
    lower: Math.max(limits.lower, least ?? limits.lower),
    upper: Math.min(limits.upper, most ?? limits.upper),
  }
}

/** "197,356", "about 350", or why there is no number. */
export const cellWords = (cell: Cell, unit: Unit): string =>
  cell.value === null
    ? MARKS[cell.mark ?? 'not-available']
    : `${cell.hedge === null ? '' : HEDGES[cell.hedge]}${amountWords(cell.value, unit)}`

/** "197,356 crimes", "about 350 cadets", "5.4% of crimes", "61.9 crimes per 1,000 people"; or why there is no number. */
export function valueWords(cell: Cell, unit: Unit): string {
  const words = cellWords(cell, unit)
  if (cell.value === null) return words
  const of = unitAfter(cell.value, unit)
  return of === '' ? words : `${words} ${of}`
}

/** What stands after a number: "crimes", "of crimes", "crimes per 1,000", "hours"; empty for money. */
export function unitAfter(value: number, unit: Unit): string {
  const noun = value === 1 ? unit.one : unit.many
  if (unit.style === 'money') return ''
  if (unit.style === 'percent') return unit.many === '' ? '' : `of ${unit.many}`
  if (unit.style === 'rate') return `${unit.many} per ${numberWords(unit.per ?? 1, 0)}`
  return noun
}
