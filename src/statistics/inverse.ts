/** Turns a rising function round: Newton's steps where they stay within what is known, halving where they do not. */

/** The x between `low` and `high` at which `value` is 0; `slope` is its derivative, `guess` where to begin. */
export function inverse(
  value: (x: number) => number,
  slope: (x: number) => number,
  low: number,
  high: number,
  guess: number,
): number {
  let [below, above, x] = [low, high, guess]
  for (let step = 0; step < 400; step += 1) {
    const off = value(x)
    if (off === 0) return x
    if (off > 0) above = x
    else below = x
    const rate = slope(x)
    const newton = rate > 0 ? x - off / rate : Number.NaN
    const next = newton > below && newton < above ? newton : middle(below, above)
    if (Math.abs(next - x) <= 1e-16 * Math.abs(x) || next === below || next === above) return next
    x = next
  }
  return x
}

/** Halfway; in orders of magnitude where the two lie orders apart. */
const middle = (low: number, high: number): number =>
  low > 0 && high / low > 16
    ? Math.sqrt(low * high)
    : low === 0 && high > 1e-300
      ? high / 4
      : (low + high) / 2
