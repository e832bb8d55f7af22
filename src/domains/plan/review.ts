/**
 * The panel's review of a draft plan or of a variation, and the response of the policing body. The panel must review the
 * draft and report on it (Police Reform and Social Responsibility Act 2011, section 28(3)); the policing body must have
 * regard to the report, respond, and publish the response (section 5(6)).
 */
import { type LocalDate, stored } from '../../lib/index.ts'
import { planPath } from './plan.ts'

export type PlanReview = {
  plan: { slug: string; title: string }
  /** The day on which the panel reviewed it. */
  date: LocalDate
  /** What came of it, in one or two sentences. */
  outcome: string
  /** Where that can be read: an address of this record, or one that begins with https://. */
  source: { path: string; title: string }
  response: { date: LocalDate | null; text: string; source: { path: string; title: string } } | null
  /** The register, as it is served. */
  register: { path: string; title: string }
}

const sourceStored = stored.fields({ path: stored.text, title: stored.text })

/** What a register says of one review. */
export const reviewStored: stored.Reader<PlanReview> = stored.fields({
  plan: stored.fields({ slug: stored.text, title: stored.text }),
  date: stored.day,
  outcome: stored.text,
  source: sourceStored,
  response: stored.orNull(
    stored.fields({ date: stored.orNull(stored.day), text: stored.text, source: sourceStored }),
  ),
  register: sourceStored,
})

export const reviewPath = ({ plan, date }: Pick<PlanReview, 'plan' | 'date'>): string =>
  `${planPath(plan.slug)}#review-${date}`
