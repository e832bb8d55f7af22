/** Two papers that state different figures for the same measure and period, side by side. Which is right is not judged. */
import { areApart } from '../../figures/index.ts'
import { type LocalDate, localDate, longDate, longMonth } from '../../lib/index.ts'
import type { CheckedFigures, Measure } from './finding.ts'

/** A document on the record, with what was found in its figures. */
export type CheckedDocument = {
  path: string
  title: string
  kind: string
  date: LocalDate | null
  figures: CheckedFigures
}

export type Side = { path: string; title: string; date: LocalDate | null; measure: Measure }

export type Disagreement = {
  /** A part of an address: label and period. */
  label: string
  period: string
  /** One for each paper, the earlier first. */
  sides: Side[]
}

/** Every measure that papers give apart, in order of its words. */
export function disagreementsAmong(documents: readonly CheckedDocument[]): Disagreement[] {
  const sides = documents
    .toSorted((one, other) => compared(one.date ?? '', other.date ?? '') || compared(one.path, other.path))
    .flatMap(({ path, title, date, figures }) =>
      figures.measures.map((measure): Side => ({ path, title, date, measure })),
    )
  const byKey = Map.groupBy(sides, ({ measure }) => measure.key)
  return [...byKey.entries()]
    .filter(([, same]) => same.some((one) => same.some((other) => areApart(one.measure, other.measure))))
    .toSorted(([one], [other]) => compared(one, other))
    .flatMap(([, same]) => {
      const [first] = same
      return first === undefined
        ? []
        : [{ label: first.measure.label, period: first.measure.period, sides: same }]
    })
}

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** "12 months to 2019-06" → "the year to June 2019"; "1 month to 2020-03" → "March 2020"; "on 2020-03-31" → "31 March 2020". */
export function periodInWords(period: string): string {
  const [, months, month, day] = /^(?:(\d+) months? to|on) (\d{4}-\d\d)(-\d\d)?$/.exec(period) ?? []
  if (month === undefined) return period
  const on = localDate(`${month}${day ?? ''}`)
  const end = on === undefined ? longMonth(month) : longDate(on)
  if (months === '12') return `the year to ${end}`
  return months === '3' ? `the three months to ${end}` : end
}
