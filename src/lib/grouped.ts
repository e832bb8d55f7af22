/** Numbers as people read them. One rounding for sentences, tables and pictures, so that they cannot disagree. */
const formats = new Map<number, Intl.NumberFormat>()

function formatOf(digits: number): Intl.NumberFormat {
  const known = formats.get(digits)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formats.set(digits, made)
  return made
}

/**
 * A finite number with so many digits after the point and commas between thousands: "18,000", "−3.0"; never "-0". Halves
 * go away from nought.
 */
export function grouped(value: number, digits: number): string {
  const shifted = Math.abs(value) * 10 ** digits
  // The sliver mends what binary fractions lose: 1.005 is half a hundredth.
  const rounded = Math.round(shifted + shifted * Number.EPSILON) / 10 ** digits
  const text = formatOf(digits).format(rounded)
  return value < 0 && rounded !== 0 ? `−${text}` : text
}
