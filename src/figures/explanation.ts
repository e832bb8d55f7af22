/** Which single slip would explain a sum or a figure that does not come out. */
import {
  below,
  type Exact,
  isZero,
  minus,
  negated,
  plus,
  roundedUp,
  same,
  size,
  TEN,
  written,
} from './exact.ts'
import { type Figure } from './figure.ts'
import { said } from './message.ts'

/** At how many places two numbers of the same length differ. */
function differing(one: string, other: string): number[] {
  if (one.length !== other.length) return []
  return Array.from(one, (digit, index) => (digit === other[index] ? -1 : index)).filter(
    (index) => index >= 0,
  )
}

const digitsOf = (value: Exact): string => written(value, 3).replace(/^-/, '')

/** Whether one digit of `one` makes it `other`; numbers under a hundred differ so by chance. */
export function oneDigit(one: Exact, other: Exact): boolean {
  const digits = digitsOf(one)
  return digits.replace('.', '').length >= 3 && differing(digits, digitsOf(other)).length === 1
}

/** Whether two neighbouring digits of `one`, swapped, make it `other`. */
export function swapped(one: Exact, other: Exact): boolean {
  const [from, to] = [digitsOf(one), digitsOf(other)]
  const places = differing(from, to)
  const [a, b] = places
  if (places.length !== 2 || a === undefined || b !== a + 1) return false
  return from[a] === to[b] && from[b] === to[a]
}

/** The one slip, as the end of a sentence, that would make `addends` add to the stated total; undefined where none does. */
export function slipInSum(stated: Figure, addends: readonly Figure[], point: Exact): string | undefined {
  const off = minus(stated.value, point)
  if (isZero(off)) return undefined
  if (swapped(stated.value, point)) return 'two digits of the total may be the wrong way round'
  for (const addend of addends)
    if (swapped(addend.value, plus(addend.value, off)))
      return `two digits of ${said(addend)} may be the wrong way round`
  // A small number is the difference by chance.
  const telling = addends.filter(({ value }) => !below(size(value), TEN))
  const twice = telling.filter((addend) => same(addend.value, off))
  if (twice.length === 1 && twice[0]) return `${said(twice[0])} may have been counted twice`
  const missing = telling.filter((addend) => same(negated(addend.value), off))
  if (missing.length === 1 && missing[0]) return `${said(missing[0])} may have been left out of the total`
  if (oneDigit(stated.value, point)) return `one digit of the total may be wrong`
  return undefined
}

/** The one slip that would make a stated figure the computed one. */
export function slipInFigure(stated: Figure, point: Exact): string | undefined {
  const computed = roundedUp(point, stated.ulp)
  if (swapped(stated.value, computed)) return 'two digits may be the wrong way round'
  if (oneDigit(stated.value, computed)) return 'one digit may be wrong'
  return undefined
}
