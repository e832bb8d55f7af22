/** The curves of a funnel, and how far up its scale goes. */
import { type Funnel, funnelOfRatio } from '../statistics/index.ts'

/** Standard errors of the two limits: 95 % and 99.8 %. */
export const LIMITS = [
  { confidence: 0.95, z: 1.96 },
  { confidence: 0.998, z: 3.0902 },
] as const
const STEPS = 80

/** Rates so many times the ninth of ten are drawn at the upper edge, with their number, so that the others can be told apart. */
const FAR = 4

/** The largest rate that the scale holds. */
export function mostDrawn(funnel: Funnel): number {
  const rates = funnel.places.map(({ rate }) => rate).toSorted((one, other) => one - other)
  const ninth = rates[Math.floor((rates.length - 1) * 0.9)] ?? funnel.base
  const usual = rates.filter((rate) => rate <= Math.max(ninth, funnel.base) * FAR)
  return Math.max(funnel.base, usual.at(-1) ?? 0) * 1.3
}

export type Limit = { size: number; low: number; high: number }

/** A limit over populations from one to another; wider where the areas vary beyond chance. */
export function curve(
  { base, dispersion, overDispersed }: Funnel,
  limit: (typeof LIMITS)[number],
  per: number,
  from: number,
  to: number,
): Limit[] {
  return Array.from({ length: STEPS + 1 }, (_, index) => {
    const size = from * (to / from) ** (index / STEPS)
    const expected = base * size
    if (overDispersed) {
      const reach = (limit.z * Math.sqrt(dispersion)) / 2
      const root = Math.sqrt(expected)
      const rate = (events: number): number => (events / size) * per
      return { size, low: rate(Math.max(0, root - reach) ** 2), high: rate((root + reach) ** 2) }
    }
    const ratio = funnelOfRatio(expected, limit.confidence, 'chi-square')
    return { size, low: ratio.low * base * per, high: ratio.high * base * per }
  })
}
