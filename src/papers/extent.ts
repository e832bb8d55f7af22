/** The least and the greatest of numbers, however many: a call with 200,000 of them as arguments breaks the stack. */

/** The least of the numbers; Infinity of none. */
export const least = (numbers: readonly number[]): number =>
  numbers.reduce((found, each) => Math.min(found, each), Infinity)

/** The greatest of the numbers; -Infinity of none. */
export const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((found, each) => Math.max(found, each), -Infinity)
