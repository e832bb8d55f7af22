/**
 * Weights that make the answers of a survey match known totals: raking (iterative proportional fitting, Deming and Stephan
 * 1940) and post-stratification, guarded against empty cells, totals that differ and weights that run away. What weighting
 * costs is told by Kish's design effect.
 */
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { sum } from './sums.ts'

/** What an answer belongs to, by margin: { age: '16-34', sex: 'F' }. */
export type Answer = Readonly<Record<string, string>>

/** Known totals of a margin by category: { name: 'sex', totals: { F: 735000, M: 705000 } }. */
export type Margin = { readonly name: string; readonly totals: Readonly<Record<string, number>> }

export type RakingOptions = {
  /** No weight may exceed so many times the mean weight; null for no cap. Capped weights no longer match every total. */
  readonly cap: number | null
  readonly rounds: number
  /** How far a total may be off at rest, as a share of it. */
  readonly within: number
}

export type Weights = {
  /** One an answer, in their order; they add up to the totals. */
  readonly weights: readonly number[]
  readonly rounds: number
  /** The largest distance of a weighted total from the known one, as a share of it. */
  readonly off: number
  readonly capped: number
  /** Kish's: how many times more answers a weighted survey needs for the precision of an unweighted one. */
  readonly designEffect: number
  readonly effectiveN: number
  readonly least: number
  readonly greatest: number
}

const USUAL: RakingOptions = { cap: null, rounds: 200, within: 1e-10 }

/** A total counts as matched within this share of it. */
const MATCHED = 1e-6

/** Known totals must agree with each other within this share of them. */
const TOTALS_AGREE = 1e-9

type Cells = readonly { readonly members: readonly number[]; readonly total: number }[]

/** Weights answers until they match the totals of every margin. Refused where no weights can, or none stay within the cap. */
export function rake(
  answers: readonly Answer[],
  margins: readonly Margin[],
  options: Partial<RakingOptions> = {},
): Weights | Refusal {
  const { cap, rounds, within } = { ...USUAL, ...options }
  const cells = cellsOf(answers, margins)
  if (isRefusal(cells)) return cells
  const population = sum(Object.values(margins[0]?.totals ?? {}))
  const most = cap === null ? Number.POSITIVE_INFINITY : (cap * population) / answers.length
  const weights = answers.map(() => population / answers.length)
  for (let round = 1; round <= rounds; round += 1) {
    const before = [...weights]
    for (const margin of cells) fit(margin, weights)
    const capped = limit(weights, most)
    const moved = Math.max(
      ...weights.map((weight, index) => Math.abs(weight - (before[index] ?? 0)) / weight),
    )
    if (moved > within) continue
    const off = furthest(cells, weights)
    // Margins that pull against each other go round in a circle, each round ending where the last one did.
    if (capped === 0 && off > MATCHED) break
    return { weights, rounds: round, off, capped, ...designOf(weights) }
  }
  return refuse(
    'weights-not-settled',
    `The weights came to no rest at which every total is matched; merge small categories of ${margins.map(({ name }) => name).join(', ')}, or raise the cap on weights.`,
  )
}

/** Weights answers to the totals of one margin: each answer stands for an equal part of its category. */
export const postStratify = (answers: readonly Answer[], margin: Margin): Weights | Refusal =>
  rake(answers, [margin])

function fit(margin: Cells, weights: number[]): void {
  for (const { members, total } of margin) {
    const by = total / sum(members.map((index) => weights[index] ?? 0))
    for (const index of members) weights[index] = (weights[index] ?? 0) * by
  }
}

/** Cuts weights to the most that one may be; how many it cut. */
function limit(weights: number[], most: number): number {
  let cut = 0
  weights.forEach((weight, index) => {
    if (weight <= most) return
    weights[index] = most
    cut += 1
  })
  return cut
}

const furthest = (cells: readonly Cells[], weights: readonly number[]): number =>
  Math.max(
    ...cells.flat().map(({ members, total }) => {
      const weighted = sum(members.map((index) => weights[index] ?? 0))
      return Math.abs(weighted - total) / total
    }),
  )

/** The answers of each category of each margin, or why no weights can match them. */
function cellsOf(answers: readonly Answer[], margins: readonly Margin[]): Cells[] | Refusal {
  const first = margins[0]
  if (answers.length === 0 || first === undefined)
    return refuse('nothing-to-weight', 'There are no answers to weight, or no totals to weight them to.')
  const population = sum(Object.values(first.totals))
  const found: Cells[] = []
  for (const margin of margins) {
    const total = sum(Object.values(margin.totals))
    if (!(Math.abs(total - population) <= TOTALS_AGREE * population))
      return refuse(
        'margins-differ',
        `The totals of ${margin.name} add up to ${total}, those of ${first.name} to ${population}; weights can only match both where the two are of the same people.`,
      )
    const cells = categoriesOf(answers, margin)
    if (isRefusal(cells)) return cells
    found.push(cells)
  }
  return found
}

function categoriesOf(answers: readonly Answer[], { name, totals }: Margin): Cells | Refusal {
  const members = new Map(Object.keys(totals).map((category): [string, number[]] => [category, []]))
  for (const [index, answer] of answers.entries()) {
    const category = answer[name]
    const of = category === undefined ? undefined : members.get(category)
    if (of === undefined)
      return refuse(
        'margin-unknown',
        `Answer ${index + 1} has “${category ?? ''}” for ${name}, of which no total is known; give its total, or leave the answer out.`,
      )
    of.push(index)
  }
  const cells = [...members].map(([category, of]) => ({
    category,
    members: of,
    total: totals[category] ?? 0,
  }))
  const wrong = cells.find(({ members: of, total }) => !(total > 0) || of.length === 0)
  if (wrong !== undefined)
    return refuse(
      'margin-unanswered',
      wrong.total > 0
        ? `Nobody of “${wrong.category}” (${name}) answered, so no weight can stand for them; merge it with a category that did.`
        : `The total of “${wrong.category}” (${name}) is ${wrong.total}, and must be above 0.`,
    )
  return cells
}

/** What the spread of weights costs: Kish's design effect, and how many unweighted answers the weighted ones are worth. */
export function designOf(
  weights: readonly number[],
): Pick<Weights, 'designEffect' | 'effectiveN' | 'least' | 'greatest'> {
  const total = sum(weights)
  const squares = sum(weights.map((weight) => weight * weight))
  return {
    designEffect: (weights.length * squares) / (total * total),
    effectiveN: (total * total) / squares,
    least: Math.min(...weights),
    greatest: Math.max(...weights),
  }
}

/** A weighted mean and its standard error. */
export type WeightedMean = {
  readonly value: number
  readonly se: number
  readonly n: number
  readonly degrees: number
}

/** How often the means of each margin are taken out in turn, after which nothing of them is left. */
const RESIDUAL_ROUNDS = 10

/**
 * The weighted mean of values, one an answer, with its standard error by linearisation; what the margins explain, to whose
 * totals the weights were fitted, is taken out of it, since it cannot vary (Deville and Särndal 1992). For a share the
 * values are 0 and 1. At least two answers.
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
  fitted: { readonly answers: readonly Answer[]; readonly margins: readonly Margin[] } | null = null,
): WeightedMean {
  const n = values.length
  if (n < 2 || weights.length !== n)
    throw new Error('A weighted mean needs two answers or more, and a weight for each')
  const total = sum(weights)
  const value = sum(values.map((one, index) => one * (weights[index] ?? 0))) / total
  let residuals = values.map((one) => (one - value) / total)
  const names = fitted?.margins.map(({ name }) => name) ?? []
  for (let round = 0; round < RESIDUAL_ROUNDS; round += 1)
    for (const name of names) {
      const categories = fitted?.answers.map((answer) => answer[name] ?? '') ?? []
      residuals = centred(residuals, categories)
    }
  const terms = residuals.map((one, index) => one * (weights[index] ?? 0))
  const centre = sum(terms) / n
  const variance = (n / (n - 1)) * sum(terms.map((term) => (term - centre) ** 2))
  return { value, se: Math.sqrt(variance), n, degrees: n - 1 }
}

/** Values less the mean of their category. */
function centred(values: readonly number[], categories: readonly string[]): number[] {
  const groups = new Map<string, { total: number; n: number }>()
  values.forEach((value, index) => {
    const group = groups.get(categories[index] ?? '') ?? { total: 0, n: 0 }
    groups.set(categories[index] ?? '', { total: group.total + value, n: group.n + 1 })
  })
  return values.map((value, index) => {
    const { total, n } = groups.get(categories[index] ?? '') ?? { total: 0, n: 1 }
    return value - total / n
  })
}
