/** Finds corrections of a plan that correct nothing: one that is silently skipped would be worse than none. Pure. */
import type { Brought, Corrections } from '../../record/index.ts'
import { commitmentPath } from './commitment.ts'
import type { PlanParts } from './plan.ts'
import { priorityPath } from './priority.ts'

type Open = Brought['open'][number]

/** What a person wrote beside a plan that names no part of it, each with where and how to mend it. */
export function correctsNothing(
  parts: PlanParts,
  plan: string,
  corrections: Corrections,
  file: string,
): Open[] {
  const asks = (what: string, mend: string): Open => ({ what, place: `${file}.corrections.json`, mend })
  const priorities = new Set(parts.priorities.flatMap(({ title, slug }) => [title, priorityPath(plan, slug)]))
  const refs = new Set([
    ...parts.principles.map((_, index) => `principle ${index + 1}`),
    ...parts.national.map((_, index) => `national ${index + 1}`),
    ...parts.commitments.map(({ title }) => title.toLowerCase()),
  ])
  const commitments = new Set(
    parts.commitments.flatMap(({ title, slug }) => [title, slug, commitmentPath(plan, slug)]),
  )
  const { status } = corrections.plan
  return [
    ...corrections.serves
      .filter(({ ref }) => !refs.has(ref.toLowerCase()))
      .map(({ ref }) =>
        asks(
          `“${ref}” is no part of this plan`,
          'Use "principle 1", "national 1" or the title of a commitment.',
        ),
      ),
    ...corrections.serves
      .flatMap((line) => line.priorities)
      .filter((name) => !priorities.has(name))
      .map((name) => asks(`“${name}” is no priority of this plan`, 'Name it by its title or its address.')),
    ...corrections.progress
      .filter(({ ref }) => !commitments.has(ref))
      .map(({ ref }) =>
        asks(`“${ref}” is no commitment of this plan`, 'Name it by its title or its address.'),
      ),
    ...Object.keys(corrections.plan.summaries ?? {})
      .filter((title) => !priorities.has(title))
      .map((title) =>
        asks(`“${title}” has a summary but is no priority of this plan`, 'Name it by its title.'),
      ),
    ...(status === undefined || ['draft', 'issued'].includes(status)
      ? []
      : [
          asks(
            `the status "${status}"`,
            'It can be "draft" or "issued"; whether a plan is in force follows from its term.',
          ),
        ]),
  ]
}
