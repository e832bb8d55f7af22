/** Compares the readings of plans with their labels. */
import type { PlanReading } from '../../src/papers/index.ts'
import { compare, folded, type Score } from './gold.ts'
import type { PlanLabels } from './labels.ts'

const titles = (list: readonly (string | { title: string })[]): string[] =>
  list.map((one) => (typeof one === 'string' ? one : one.title))

const telling = (words: string): string[] =>
  folded(words)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)

/** "£223.4m" as pounds. */
const poundsOf = (amount: string): number => {
  const value = Number(amount.replace(/[£,]|\s|m$|bn$/g, ''))
  return Math.round(value * (amount.endsWith('m') ? 1_000_000 : amount.endsWith('bn') ? 1_000_000_000 : 1))
}

const ownerOf = (label: string): string => (label.startsWith('Chief Constable') ? 'force' : 'policing-body')

/** Scores a plan. */
export function scorePlan(sample: string, labels: PlanLabels, plan: PlanReading | null): Score[] {
  const row = (
    fact: string,
    expected: readonly unknown[],
    read: readonly unknown[],
    required = true,
  ): Score => compare({ sample, fact, expected, read, required })
  const scores = [
    row(
      'title and term',
      [labels.title, labels.planPeriod.from, labels.planPeriod.to],
      plan === null ? [] : [plan.title, (plan.from ?? '').slice(0, 7), (plan.to ?? '').slice(0, 7)],
    ),
    row('principles', titles(labels.guidingPrinciples), titles(plan?.principles ?? [])),
    row(
      'priorities with owner',
      labels.priorities.map(({ n, title, owner }) => [String(n), title, ownerOf(owner)]),
      (plan?.priorities ?? []).map(({ number, title, owner }) => [number, title, owner]),
    ),
  ]
  if (labels.opportunities !== undefined)
    scores.push(row('opportunities', titles(labels.opportunities), titles(plan?.opportunities ?? [])))
  if (labels.nationalContext !== undefined)
    scores.push(row('national context', labels.nationalContext, titles(plan?.nationalContext ?? [])))
  if (labels.allocations !== undefined)
    scores.push(
      row(
        'allocations',
        labels.allocations.map(({ name, gbp }) => [name, gbp]),
        (plan?.allocations ?? []).map(({ name, amount }) => [name, poundsOf(amount)]),
      ),
    )
  if (labels.fundingSources !== undefined)
    scores.push(
      row(
        'funding lines',
        labels.fundingSources.map(({ name, gbp, printedPercent }) => [
          name,
          gbp,
          printedPercent === null ? null : `${printedPercent}%`,
        ]),
        (plan?.funding ?? []).map(({ source, amount, share }) => [source, poundsOf(amount), share]),
      ),
    )
  if (labels.commitments !== undefined) scores.push(commitmentsOf(sample, labels.commitments, plan))
  return scores
}

/** Commitments are labelled in short words: one is found when most of its telling words stand in one that was read. */
function commitmentsOf(
  sample: string,
  labels: NonNullable<PlanLabels['commitments']>,
  plan: PlanReading | null,
): Score {
  const wanted = [
    ...labels.holdingToAccount.map((one) => one.what),
    ...labels.victimServices,
    ...labels.violenceReduction,
  ]
  const read = (plan?.commitments ?? []).map((one) => new Set(telling(one.title)))
  const missed = wanted.filter(
    (what) =>
      !read.some(
        (words) => telling(what).filter((word) => words.has(word)).length >= telling(what).length * 0.6,
      ),
  )
  return {
    sample,
    fact: 'commitments',
    expected: wanted.length,
    found: wanted.length - missed.length,
    // The label counts the ways of engagement and does not name them.
    read: read.length - labels.engagement,
    required: false,
    missed,
    extra: [],
  }
}
