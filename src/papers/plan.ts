/** Recognises a police and crime plan (Police Reform and Social Responsibility Act 2011, sections 5 to 8) in a document tree. */
import type { PlanReading, Reading, Warning } from './reading.ts'

/** What the plan says, with warnings for what is missing from it; null when the document is not a plan. */
export function readPlan(
  _document: Pick<Reading, 'text' | 'blocks'>,
): { plan: PlanReading; warnings: Warning[] } | null {
  return null
}
