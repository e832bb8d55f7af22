/** How the numbers of a measure are written on charts and beside them: "18,000", "5.4%", "£1.2m", "1.2 per 1,000". */
import type { NumberWords } from './drawing.ts'

/** The part of a unit that decides how its numbers are written. Money is in pence, per cent as 5.4 for 5.4 %. */
export type NumberStyle = {
  readonly style: 'count' | 'percent' | 'rate' | 'mean' | 'money' | 'hours'
  /** A rate is per so many; null otherwise. */
  readonly per: number | null
  /** Digits after the point. */
  readonly digits: number
}

const grouped = new Map<number, Intl.NumberFormat>()

/** With commas between thousands and a true minus; -0 is 0. */
function plain(value: number, digits: number): string {
  const format =
    grouped.get(digits) ??
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  grouped.set(digits, format)
  const text = format.format(value)
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '')
}

const MILLION = 1_000_000

/** Pounds from pence: "£1.2m" from a million on, "£18,000", and pence where the unit shows digits or below ten pounds. */
function money(pence: number, digits: number): string {
  const pounds = Math.abs(pence) / 100
  const sign = pence < 0 ? '−' : ''
  if (pounds >= MILLION) {
    const millions = pounds / MILLION
    return `${sign}£${plain(millions, Number.isInteger(millions) ? 0 : 1)}m`
  }
  const whole = Number.isInteger(pounds)
  return `${sign}£${plain(pounds, digits > 0 || (pounds < 10 && !whole) ? 2 : 0)}`
}

/** Numbers for sentences and labels, with what they are per. Not for what is not a finite number. */
export function numberWords(unit: NumberStyle): NumberWords {
  const short = axisWords(unit)
  const { per } = unit
  return unit.style === 'rate' && per !== null ? (value) => `${short(value)} per ${plain(per, 0)}` : short
}

/** Numbers for an axis, where the words above it say what they are per. */
export function axisWords(unit: NumberStyle): NumberWords {
  if (unit.style === 'money') return (value) => money(value, unit.digits)
  if (unit.style === 'percent') return (value) => `${plain(value, unit.digits)}%`
  return (value) => plain(value, unit.digits)
}
