/** How a figure changed in a year, in the words that its own page has for it: two values, or what a source states of them. */
import { type Change, changeBetween, statedChange } from '../measures/change.ts'
import type { Measure } from '../measures/measure.ts'
import type { Report, Span } from '../measures/observation.ts'
import { inSpan, spanKey, yearBefore } from '../measures/spans.ts'
import { observedIn } from './latest.ts'

type Changing = Pick<Measure, 'observations' | 'changes' | 'breaks' | 'definition'>

export type YearChange = {
  change: Change
  /** "5,948 fewer than in the 12 months to September 2018 (−3.0%). Allowing for chance, …", as a sentence of its own. */
  words: string
  report: Report
}

/** The change from the same span a year before: of two values where both are there, otherwise as a source states it. */
export function yearChange(measure: Changing, span: Span): YearChange | undefined {
  const { observations, changes, breaks, definition } = measure
  const [now, before] = [observedIn(observations, span), observedIn(observations, yearBefore(span))]
  const change = now && before && changeBetween(before, now, { unit: definition.unit, breaks })
  if (now !== undefined && change != null) return { change, words: change.words, report: now.report }
  const told = changes.find((one) => spanKey(one.span) === spanKey(span))
  return told === undefined ? undefined : toldChange(measure, told)
}

/** A change that a source states, without the span that stands beside it on the page. */
export function toldChange(
  { observations, definition }: Changing,
  told: Measure['changes'][number],
): YearChange {
  const change = statedChange(told, definition.unit, observedIn(observations, told.span)?.cell)
  const prefix = `${inSpan(told.span)}: `
  const words = change.words.slice(prefix.length)
  return { change, words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, report: told.report }
}
