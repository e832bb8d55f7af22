/** The kinds of paper that can be drafted, and what each takes from the record. */
import {
  breakdownsByForce,
  crimeStatisticsDraft,
  deliveryDraft,
  everyMeasureTold,
  onThread,
  type PriorityToReport,
} from '../../domains/performance/index.ts'
import {
  type PlanAtAGlance,
  planInFront,
  planPath,
  priorityKind,
  priorityPath,
  shortTitle,
} from '../../domains/plan/index.ts'
import { addDays, type LocalDate, type Refusal, refuse } from '../../lib/index.ts'
import type { PrintedDocument } from '../../printing/index.ts'
import { entryAt, type PublicRecord } from '../../record/index.ts'

/** The first day after the time a paper is about, the day it is written, and how addresses are made whole. */
export type DraftFrom = { until: LocalDate; today: LocalDate; address: (path: string) => string }

type Drafting = {
  says: string
  write: (ask: PublicRecord, from: DraftFrom) => Promise<PrintedDocument | Refusal>
}

export const DRAFTS = {
  'crime-statistics': {
    says: 'recorded crime and outcomes, twelve months against the twelve before',
    write: crimeStatistics,
  },
  delivery: { says: 'each priority of the plan: its measures, and what is on the record', write: delivery },
} as const satisfies Readonly<Record<string, Drafting>>

export type DraftKind = keyof typeof DRAFTS

async function crimeStatistics(ask: PublicRecord, from: DraftFrom): Promise<PrintedDocument | Refusal> {
  const [measures, byForce] = await Promise.all([everyMeasureTold(ask, from), breakdownsByForce(ask)])
  return crimeStatisticsDraft({ ...from, measures, byForce })
}

/** Reports on the plan that was in force on the last day of the time, or on the one nearest to it. */
async function delivery(ask: PublicRecord, from: DraftFrom): Promise<PrintedDocument | Refusal> {
  const found = await planInFront(ask, addDays(from.until, -1))
  if (found === undefined)
    return refuse('nothing-to-draft', 'The record has no plan to report on; import one first.')
  const [measures, priorities] = await Promise.all([everyMeasureTold(ask, from), prioritiesOf(ask, found)])
  const { plan } = found
  return deliveryDraft({
    ...from,
    plan: { title: shortTitle(plan.title), path: planPath(plan.slug) },
    priorities,
    measures,
  })
}

const WHOSE = { force: 'for the force', 'policing-body': 'for the policing body', unsaid: '' } as const

async function prioritiesOf(ask: PublicRecord, { plan }: PlanAtAGlance): Promise<PriorityToReport[]> {
  const found = await Promise.all(
    plan.parts.priorities.map(async ({ slug, number, title, owner }) => {
      const path = priorityPath(plan.slug, slug)
      const entry = await entryAt(ask, priorityKind, path)
      return entry === undefined
        ? []
        : [
            {
              number: number ?? '',
              whose: WHOSE[owner ?? 'unsaid'],
              ofPolicingBody: owner === 'policing-body',
              title,
              path,
              thread: await onThread(ask, entry.id),
            },
          ]
    }),
  )
  return found.flat()
}
