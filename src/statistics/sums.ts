/** Sums and means that lose no digits to the order of their terms (Neumaier's compensated summation, 1974). */

/** The sum, correct to the last digit or nearly so. 0 of nothing. */
export function sum(values: readonly number[]): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/** The mean of at least one value; where all are alike it is exactly that value. */
export function mean(values: readonly number[]): number {
  const first = values[0]
  if (first === undefined) throw new Error('There is no mean of nothing')
  if (values.every((value) => value === first)) return first
  return sum(values) / values.length
}
