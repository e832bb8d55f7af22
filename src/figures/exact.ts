/** Exact numbers: fractions of whole numbers without bound, so that no verdict hangs on binary rounding. */

/** `over` is positive, and the fraction is in its lowest terms. */
export type Exact = { readonly top: bigint; readonly over: bigint }

const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value)

function commonFactor(one: bigint, other: bigint): bigint {
  let [a, b] = [sizeOf(one), sizeOf(other)]
  while (b > 0n) [a, b] = [b, a % b]
  return a
}

/** The fraction `top` / `over`; throws where `over` is 0. */
export function fraction(top: bigint, over: bigint): Exact {
  if (over === 0n) throw new RangeError('a fraction over zero')
  const sign = over < 0n ? -1n : 1n
  const factor = commonFactor(top, over)
  return { top: (sign * top) / factor, over: (sign * over) / factor }
}

export const whole = (value: number | bigint): Exact => ({ top: BigInt(value), over: 1n })
export const ZERO = whole(0)
export const ONE = whole(1)
export const TEN = whole(10)
export const HUNDRED = whole(100)
export const HALF = fraction(1n, 2n)

/** 10 to a power, which may be negative. */
export const tenTo = (power: number): Exact =>
  power >= 0 ? whole(10n ** BigInt(power)) : fraction(1n, 10n ** BigInt(-power))

export const plus = (a: Exact, b: Exact): Exact => fraction(a.top * b.over + b.top * a.over, a.over * b.over)
export const minus = (a: Exact, b: Exact): Exact => plus(a, negated(b))
export const times = (a: Exact, b: Exact): Exact => fraction(a.top * b.top, a.over * b.over)
export const divided = (a: Exact, b: Exact): Exact => fraction(a.top * b.over, a.over * b.top)
export const negated = (a: Exact): Exact => ({ top: -a.top, over: a.over })
export const size = (a: Exact): Exact => (a.top < 0n ? negated(a) : a)

/** Below, at or above 0 as `a` is less than, the same as or more than `b`. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.top * b.over - b.top * a.over
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const same = (a: Exact, b: Exact): boolean => compare(a, b) === 0
export const below = (a: Exact, b: Exact): boolean => compare(a, b) < 0
export const isZero = (a: Exact): boolean => a.top === 0n
export const least = (a: Exact, b: Exact): Exact => (below(b, a) ? b : a)
export const most = (a: Exact, b: Exact): Exact => (below(a, b) ? b : a)

const floorOf = (a: Exact): bigint =>
  a.top < 0n && a.top % a.over !== 0n ? a.top / a.over - 1n : a.top / a.over

/** `a` in steps of `step`, a half up. */
export const roundedUp = (a: Exact, step: Exact): Exact =>
  times(whole(floorOf(plus(divided(a, step), HALF))), step)

/** `a` in steps of `step`, a half to the even step. */
export function roundedToEven(a: Exact, step: Exact): Exact {
  const steps = divided(a, step)
  const up = floorOf(plus(steps, HALF))
  const half = same(minus(whole(up), steps), HALF)
  return times(whole(half && up % 2n !== 0n ? up - 1n : up), step)
}

/** `a` cut off, towards zero, to steps of `step`. */
export const cutOff = (a: Exact, step: Exact): Exact => {
  const steps = divided(a, step)
  return times(whole(steps.top / steps.over), step)
}

/** The number that plain digits and one decimal point state: "4109801", "5.45". */
export function exactOf(digits: string): Exact {
  const [before = '', after = ''] = digits.split('.')
  return fraction(BigInt(`${before}${after}` || '0'), 10n ** BigInt(after.length))
}

/** Written out in digits; a fraction without end is rounded to six decimals. */
export function written(a: Exact, places = 6): string {
  const scaled = roundedUp(size(a), tenTo(-places))
  const steps = times(scaled, tenTo(places))
    .top.toString()
    .padStart(places + 1, '0')
  const cut = steps.length - places
  const decimals = steps.slice(cut).replace(/0+$/, '')
  const sign = a.top < 0n && scaled.top !== 0n ? '-' : ''
  return `${sign}${steps.slice(0, cut)}${decimals === '' ? '' : `.${decimals}`}`
}
