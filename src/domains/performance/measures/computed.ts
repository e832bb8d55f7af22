/**
 * How a figure was computed: the formula in words, and the SHA-256 of the values it was computed from, so that anybody who
 * has them can compute it again and see that they are the same.
 */
import { createHash } from 'node:crypto'
import { longDate } from '../../../lib/index.ts'
import type { Unit } from './measure.ts'
import type { Observation, Span } from './observation.ts'
import { spanWords } from './spans.ts'
import type { Telling } from './telling.ts'
import { amountWords } from './value-words.ts'

export type Computed = {
  /** "(1,959 − 1,751) ÷ 1,751 × 100". */
  formula: string
  /** Of `hashedText`, in hexadecimal. */
  sha256: string
}

/** So much of a hash is shown. */
const SHOWN = 12

export const shortHash = ({ sha256 }: Pick<Computed, 'sha256'>): string => sha256.slice(0, SHOWN)

/**
 * What is hashed: a JSON list of `[from, until, value, mark, hedge, events, base]`, oldest span first, without spaces, as
 * JSON.stringify writes it. `until` is the first day after the span.
 */
export const hashedText = (observations: readonly Pick<Observation, 'span' | 'cell'>[]): string =>
  JSON.stringify(
    observations.map(({ span, cell }) => [
      span.from,
      span.until,
      cell.value,
      cell.mark,
      cell.hedge,
      cell.events,
      cell.base,
    ]),
  )

export const computed = (formula: string, from: readonly Pick<Observation, 'span' | 'cell'>[]): Computed => ({
  formula,
  sha256: createHash('sha256').update(hashedText(from)).digest('hex'),
})

/** A figure that a measure's page computes, by name. */
export type ComputedFigure = Computed & { what: string }

/** Every figure that the page of a measure computes: the limits of its chart, sums, and changes. */
export function computedFigures({ chart, charted, windows }: Telling, unit: Unit): ComputedFigure[] {
  const limits =
    chart === null
      ? []
      : chart.groups.map((group) => {
          const members = charted.filter(
            ({ span, cell }) => cell.value !== null && span.from >= group.from && span.from <= group.to,
          )
          return {
            what: `Usual range from ${longDate(group.from)}`,
            ...computed(LIMITS, members),
          }
        })
  const sums = windows
    .filter(({ summed }) => summed)
    .map(({ observation }) => ({
      what: `Sum, ${spanWords(observation.span)}`,
      ...computed(
        'the sum of the values',
        charted.filter(({ span }) => within(span, observation.span)),
      ),
    }))
  const changes = windows.flatMap(({ observation, before, change }) =>
    before === null || change === null || (change.difference === null && change.points === null)
      ? []
      : [
          {
            what: `Change, ${spanWords(observation.span)} against ${spanWords(before.span)}`,
            ...computed(changeFormula(before, observation, unit), [before, observation]),
          },
        ],
  )
  return [...limits, ...sums, ...changes]
}

const LIMITS =
  'mean ± 2.66 × the mean of the steps between neighbours, without steps of 3.267 times that mean or more where these are screened'

const within = (span: Span, whole: Span): boolean => span.from >= whole.from && span.until <= whole.until

function changeFormula(before: Observation, after: Observation, unit: Unit): string {
  const [was, is] = [before.cell.value ?? 0, after.cell.value ?? 0].map((value) => amountWords(value, unit))
  if (unit.style === 'percent') return `${is} − ${was}`
  return before.cell.value === 0
    ? `${is} − ${was}`
    : `(${is} − ${was}) ÷ ${was} × 100, shown with one digit after the point`
}
