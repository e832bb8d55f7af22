/** Which priorities a text of a given day may serve: those of the plan in force on that day. */
import type { LocalDate } from '../../lib/index.ts'
import { type Tx, workingCopies } from '../../record/index.ts'
import { planOn } from './plan.ts'
import { priorityKey, priorityPath } from './priority.ts'
import { planKind, priorityKind } from './published.ts'
import { genericWords, type PriorityForMatching } from './serves.ts'

/**
 * The priorities of the plan in force on `day`, as `proposeServes` takes them. None when the day is unknown or no plan
 * of the record was in force on it: a paper of an unknown day is tied to nothing by guess.
 */
export async function prioritiesOn(
  tx: Tx,
  authority: string,
  day: LocalDate | null,
): Promise<PriorityForMatching[]> {
  if (day === null) return []
  const plans = await workingCopies(tx, authority, planKind)
  const plan = planOn(
    plans.map(({ working }) => working),
    day,
  )
  if (plan === undefined) return []
  return prioritiesOf(tx, authority, plan)
}

/** The priorities of one plan, as `proposeServes` takes them. */
export async function prioritiesOf(
  tx: Tx,
  authority: string,
  plan: { slug: string; title: string },
): Promise<PriorityForMatching[]> {
  const found = await workingCopies(tx, authority, priorityKind, priorityKey(plan.slug, ''))
  return found.map(({ id, working }) => ({
    id,
    path: priorityPath(plan.slug, working.slug),
    title: working.title,
    summary: working.summary,
    text: working.text.join('\n\n'),
    generic: genericWords(authority, plan.title),
  }))
}
