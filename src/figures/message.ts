/** Numbers and verdicts in plain words, so that a reader can do the sum again. */
import { compare, type Exact, fraction, isZero, plus, size, tenTo, times, whole, written } from './exact.ts'
import type { Figure, Unit } from './figure.ts'

const grouped = (digits: string): string => {
  const [before = '', after] = digits.split('.')
  const sign = before.startsWith('-') ? '-' : ''
  const groups = before.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${groups}${after === undefined ? '' : `.${after}`}`
}

/** A value in its unit: "£4,109,801", "£29.2 million", "8,726", "3.01%", "2.1 percentage points". */
export function amount(value: Exact, unit: Unit): string {
  if (unit === '%') return `${grouped(written(value, 2))}%`
  if (unit === 'points') return `${grouped(written(value, 2))} percentage points`
  if (unit === null) return grouped(written(value, 2))
  const reach = size(value)
  const sign = value.top < 0n ? '-' : ''
  const million = tenTo(6)
  if (compare(reach, million) >= 0 && reach.over === 1n && reach.top % 10_000n === 0n)
    return `${sign}£${grouped(written(times(reach, fraction(1n, million.top)), 3))} million`
  const digits = written(reach, 2)
  const pence = digits.includes('.') ? digits.padEnd(digits.indexOf('.') + 3, '0') : digits
  return `${sign}£${grouped(pence)}`
}

export const said = (figure: Figure): string => figure.text.replace(/\s+/g, ' ')

/** "£40 less", "3 more", "2.1 percentage points less" or "the same", of a difference. */
export function lessOrMore(difference: Exact, unit: Unit): string {
  if (isZero(difference)) return 'the same'
  // What lies between two percentages is counted in points; "3% more" would be a share of one of them.
  return `${amount(size(difference), unit === '%' ? 'points' : unit)} ${difference.top < 0n ? 'less' : 'more'}`
}

/** "1 + 2 + 3", cut in the middle where there are many. */
export function sumInWords(figures: readonly Figure[]): string {
  const terms = figures.map((figure) => amount(figure.value, figure.unit))
  const shown = terms.length > 9 ? [...terms.slice(0, 4), '…', ...terms.slice(-3)] : terms
  return shown.join(' + ').replaceAll('+ -', '− ')
}

export const total = (figures: readonly Figure[]): Exact =>
  figures.reduce((sum, { value }) => plus(sum, value), whole(0))
