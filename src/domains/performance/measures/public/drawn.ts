/** The chart of a measure as a drawing: for its page, its poster, and as a file of its own. */
import {
  axisWords,
  type ChartSize,
  type ControlChartDrawing,
  controlChartDrawing,
} from '../../../../charts/index.ts'
import { type LocalDate, longDate } from '../../../../lib/index.ts'
import { rangeWords } from '../../../../statistics/index.ts'
import type { Measure, Unit } from '../measure.ts'
import type { MeasureOutline } from '../published.ts'
import { spanWords } from '../spans.ts'
import type { Telling } from '../telling.ts'
import { amountWords, numberWords, possibleOf } from '../value-words.ts'
import { assuranceWords, variationWords } from './variation-mark.ts'

/** A measure, or what lists show of it: enough to draw its chart. */
export type Charted = MeasureOutline

const EVERY: Readonly<Record<string, string>> = {
  month: 'each month',
  quarter: 'each quarter',
  year: 'each year',
}

/** What the axis counts: "Crimes each month", "Per cent of calls each month", "Crimes per 1,000 residents each year". */
export function axisTitle({ definition: { unit, frequency } }: Charted): string {
  const every = EVERY[frequency] ?? ''
  return `${unitTitle(unit)} ${every}`.trim()
}

/** What is counted, as the words over an axis. */
export function unitTitle(unit: Unit): string {
  if (unit.style === 'money') return 'Pounds'
  if (unit.style === 'percent') return unit.many === '' ? 'Per cent' : `Per cent of ${unit.many}`
  const noun = `${unit.many.charAt(0).toUpperCase()}${unit.many.slice(1)}`
  if (unit.style !== 'rate') return noun
  return `${noun} per ${numberWords(unit.per ?? 1, 0)}`
}

/** A point's span by its first day. */
const dateWords =
  ({ charted }: Telling) =>
  (date: LocalDate): string => {
    const found = charted.find(({ span }) => span.from === date)
    return found === undefined ? longDate(date) : spanWords(found.span)
  }

/** What the picture shows for who cannot see it. The table beside it has every value. */
export function descriptionOf(measure: Charted, telling: Telling): string {
  const { unit } = measure.definition
  const { chart, charted } = telling
  const group = chart?.groups.at(-1)
  const first = charted[0]
  const last = charted.at(-1)
  if (chart === null || group === undefined || first === undefined || last === undefined)
    return telling.sentence
  const unusual = chart.points.filter(({ label }) => label !== 'common_cause').length
  return [
    telling.sentence,
    `A line of ${chart.points.length} values from ${spanWords(first.span)} to ${spanWords(last.span)}.`,
    `Usual level ${amountWords(group.mean, unit)}, usual range ${rangeWords(chart, group, { format: (value) => amountWords(value, unit), possible: possibleOf(unit) })}.`,
    unusual === 0
      ? 'No value is unusual.'
      : `${unusual} of the values ${unusual === 1 ? 'is' : 'are'} unusual.`,
    telling.variation === null ? '' : `The newest: ${variationWords(telling.variation).toLowerCase()}.`,
    assuranceWords(telling.assurance) ?? '',
    'All values are in the table.',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** The drawing; undefined where there is no chart of two points or more. */
export function drawn(measure: Measure, telling: Telling, size: ChartSize): ControlChartDrawing | undefined {
  const { chart } = telling
  if (chart === null || chart.points.length < 2) return undefined
  const { definition, title, annotations } = measure
  const breaks = [
    ...measure.breaks.map(({ date, reason }) => ({ date, reason })),
    ...measure.rebaselines.map(({ from, reason }) => ({
      date: from,
      reason: `limits drawn anew: ${reason}`,
    })),
  ]
  return controlChartDrawing(
    {
      id: `chart-${measure.slug}`,
      title: telling.invented === 'none' ? title : `${title} (made-up numbers)`,
      description: descriptionOf(measure, telling),
      chart,
      number: axisWords(definition.unit),
      unitWords: axisTitle(measure),
      dateWords: dateWords(telling),
      annotations: annotations.map(({ date, words }) => ({ date, words })),
      breaks,
      target: definition.target?.value ?? null,
      fromZero: false,
      possible: possibleOf(definition.unit),
    },
    size,
  )
}

/** What stands below a picture that is passed on: where the figures come from and when they stood so. */
export function sourceWords({ definition }: Measure, { newest, invented }: Telling, page: string): string {
  const made = invented === 'none' ? '' : 'Made-up numbers, to show how this looks. '
  const asAt = newest?.report.asAt ?? null
  return `${made}Source: ${definition.source}${asAt === null ? '' : `, as at ${longDate(asAt)}`}. ${page}`
}
