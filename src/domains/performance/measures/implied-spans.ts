/**
 * The counts that rows of a breakdown give away of spans that have no row: a year less eleven of its months is the twelfth.
 * Each row is a step between two days, and between any two days that steps join the count is known.
 */
import type { LocalDate } from '../../../lib/index.ts'
import type { Span } from './observation.ts'
import { spanKey } from './spans.ts'

/** A span with what is known of some parts in it, by their slugs. */
export type CountsIn = { span: Span; counts: ReadonlyMap<string, number> }

/** How many were counted by each day that can be reached from the first, and which day that is. */
type Reached = ReadonlyMap<LocalDate, { start: LocalDate; count: number }>

/**
 * The spans without a row of their own in which the count of some part follows and is small, each with all counts that
 * follow. Spans between neighbouring days are enough: where a longer one is small, those in it are no larger. Counts that
 * contradict each other (a year below its months) say nothing.
 */
export function impliedSpans(rows: readonly CountsIn[], below: number): CountsIn[] {
  const known = new Set(rows.map(({ span }) => spanKey(span)))
  const parts = [...new Set(rows.flatMap(({ counts }) => [...counts.keys()]))]
  const reached = new Map(parts.map((part) => [part, reachedBy(rows, part)]))
  const spans = new Map(
    [...reached.values()]
      .flatMap((days) => smallSteps(days, below))
      .map((span): [string, Span] => [spanKey(span), span]),
  )
  return [...spans]
    .filter(([key]) => !known.has(key))
    .map(([, span]) => ({
      span,
      counts: new Map(
        [...reached].flatMap(([part, days]) => {
          const count = between(days, span)
          return count === undefined ? [] : [[part, count] as const]
        }),
      ),
    }))
}

function reachedBy(rows: readonly CountsIn[], part: string): Reached {
  const steps = new Map<LocalDate, { to: LocalDate; count: number }[]>()
  const step = (from: LocalDate, to: LocalDate, count: number): void => {
    steps.set(from, [...(steps.get(from) ?? []), { to, count }])
  }
  for (const { span, counts } of rows) {
    const count = counts.get(part)
    if (count === undefined) continue
    step(span.from, span.until, count)
    step(span.until, span.from, -count)
  }
  const reached = new Map<LocalDate, { start: LocalDate; count: number }>()
  for (const start of steps.keys()) {
    if (reached.has(start)) continue
    reached.set(start, { start, count: 0 })
    const waiting = [start]
    for (const day of waiting)
      for (const { to, count } of steps.get(day) ?? []) {
        if (reached.has(to)) continue
        reached.set(to, { start, count: (reached.get(day)?.count ?? 0) + count })
        waiting.push(to)
      }
  }
  return reached
}

/** The spans between neighbouring days that steps join, in which the count is small. */
function smallSteps(reached: Reached, below: number): Span[] {
  const joined = Map.groupBy([...reached.keys()], (day) => reached.get(day)?.start)
  return [...joined.values()].flatMap((days) => {
    const inOrder = days.toSorted()
    return inOrder.flatMap((from, at) => {
      const until = inOrder[at + 1]
      if (until === undefined) return []
      const count = between(reached, { from, until })
      return count !== undefined && count > 0 && count < below ? [{ from, until }] : []
    })
  })
}

/** The count from one day to another; undefined where no steps join them or they contradict each other. */
function between(reached: Reached, { from, until }: Span): number | undefined {
  const [one, other] = [reached.get(from), reached.get(until)]
  if (one === undefined || other === undefined || one.start !== other.start) return undefined
  const count = other.count - one.count
  return count < 0 ? undefined : count
}
