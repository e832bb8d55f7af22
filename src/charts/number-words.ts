/** How the numbers of a measure are written on charts and beside them: "18,000", "5.4%", "£1.2m", "1.2 per 1,000". */
import { grouped } from '../lib/index.ts'
import type { NumberWords } from './drawing.ts'

/** The part of a unit that decides how its numbers are written. Money is in pence, per cent as 5.4 for 5.4 %. */
export type NumberStyle = {
  readonly style: 'count' | 'percent' | 'rate' | 'mean' | 'money' | 'hours'
  /** A rate is per so many; null otherwise. */
  readonly per: number | null
  /** Digits after the point. */
  readonly digits: number
}

const MILLION = 1_000_000

/** Pounds from pence: "£1.2m" from a million on, "£18,000", and pence where the unit shows digits or below ten pounds. */
function money(pence: number, digits: number): string {
  const pounds = Math.abs(pence) / 100
  const sign = pence < 0 ? '−' : ''
  if (pounds >= MILLION) {
    const millions = pounds / MILLION
    return `${sign}£${grouped(millions, Number.isInteger(millions) ? 0 : 1)}m`
  }
  const whole = Number.isInteger(pounds)
  return `${sign}£${grouped(pounds, digits > 0 || (pounds < 10 && !whole) ? 2 : 0)}`
}

/** Numbers for sentences and tables, with what they are per. Not for what is not a finite number. */
export function numberWords({ style, per, digits }: NumberStyle): NumberWords {
  if (style === 'money') return (value) => money(value, digits)
  if (style === 'percent') return (value) => `${grouped(value, digits)}%`
  if (style === 'rate' && per !== null) return (value) => `${grouped(value, digits)} per ${grouped(per, 0)}`
  return (value) => grouped(value, digits)
}

/** From here on an axis counts in millions. */
const MANY = 10 * MILLION

/** Shorter, for axes and labels of a chart whose heading says what they are per: "1.2", "95%", "20m". */
export function axisWords(unit: NumberStyle): NumberWords {
  const { style, digits } = unit
  if (style === 'money') return numberWords(unit)
  if (style === 'percent') return (value) => `${grouped(value, Number.isInteger(value) ? 0 : digits)}%`
  return (value) => {
    if (Math.abs(value) < MANY) return grouped(value, digits)
    const millions = value / MILLION
    return `${grouped(millions, Number.isInteger(millions) || Math.abs(millions) >= 1000 ? 0 : 1)}m`
  }
}
