/** Money as whole pence, never as a fraction. */
export type Pence = number & { readonly __pence: true }

/** £1,591,756 or £1,591,756.50. */
export function pounds(pence: Pence): string {
  const whole = Math.trunc(Math.abs(pence) / 100).toLocaleString('en-GB')
  const rest = Math.abs(pence) % 100
  return `${pence < 0 ? '−' : ''}£${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}
