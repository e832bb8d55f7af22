/** Rates of events per so many people or households of a named population, with intervals; and sums of rolling years. */
import { addDays, type LocalDate } from '../lib/index.ts'
import { byar, type Estimate, exactPoisson, USUAL } from './interval.ts'

/** Whom a rate is of. A rate without a name for its population cannot be made. */
export type RatePopulation = {
  /** "residents, mid-2019 (ONS)" */
  readonly name: string
  readonly count: number
}

export type Rate = Estimate & {
  readonly events: number
  readonly population: RatePopulation
  /** A rate is per so many: 1,000. */
  readonly per: number
  readonly method: 'exact' | 'byar'
}

/** From so many events on Byar's approximation may stand for the exact interval. */
export const BYAR_FROM = 10

/** Events per so many of a population, with its exact Poisson interval or Byar's. Throws where the population has no name. */
export function rate(
  events: number,
  population: RatePopulation,
  per: number,
  options: { readonly method?: 'exact' | 'byar'; readonly confidence?: number } = {},
): Rate {
  if (population.name.trim() === '') throw new Error('A rate needs the name of its population')
  if (!(population.count > 0)) throw new Error(`A population of ${population.count} has no rate`)
  const { method = 'exact', confidence = USUAL } = options
  const found = (method === 'byar' ? byar : exactPoisson)(events, confidence)
  const scale = per / population.count
  return {
    events,
    population,
    per,
    method,
    confidence,
    value: events * scale,
    low: found.low * scale,
    high: found.high * scale,
  }
}

/**
 * The sum of twelve months up to a day. It is no `SeriesPoint`: neighbouring sums share eleven months, so that a control
 * chart of them calls three stable series of four special (statistics of 2,000 random series); they are numbers only.
 */
export type RollingYear = {
  readonly kind: 'rolling-year'
  /** The first day of the first month, and the day after the last month. */
  readonly from: LocalDate
  readonly until: LocalDate
  readonly sum: number
}

/** A month's count; `from` is the first of the month. */
export type MonthCount = { readonly from: LocalDate; readonly count: number }

/** The sums of each twelve months that follow each other without a gap, by their last month; none where months miss. */
export function rollingYears(months: readonly MonthCount[]): RollingYear[] {
  const ordered = months.toSorted((one, other) => (one.from < other.from ? -1 : 1))
  return ordered.flatMap((last, index) => {
    const year = ordered.slice(index - 11, index + 1)
    const first = year[0]
    if (index < 11 || first === undefined || monthsBetween(first.from, last.from) !== 11) return []
    const sum = year.reduce((total, { count }) => total + count, 0)
    return [{ kind: 'rolling-year' as const, from: first.from, until: nextMonth(last.from), sum }]
  })
}

const monthsBetween = (from: LocalDate, to: LocalDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/** The first day of the month that follows. */
function nextMonth(first: LocalDate): LocalDate {
  const later = addDays(first, 31)
  return addDays(later, 1 - Number(later.slice(8, 10)))
}
