/** How long a span is, as ISO 8601 writes it. */
import { daysBetween } from '../../../../lib/index.ts'
import type { Span } from '../observation.ts'
import { monthsIn } from '../spans.ts'

/** P1Y, P3M or P1M where the span begins and ends with months, else its days: P1D. */
export function durationOf(span: Span): string {
  const months = monthsIn(span)
  if (months === null || months === 0) return `P${daysBetween(span.from, span.until)}D`
  return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`
}
