/** Checks the figures of a plan, and says which of its pages shows the place of each. */
import type { Block } from '../../papers/index.ts'
import { type CheckedFigures, checkedFigures, type Printed, placedBlocks } from '../checked-figures/index.ts'
import type { PlanParts } from './plan.ts'
import type { PlanPaper } from './plan-in-paper.ts'
import { priorityPath } from './priority.ts'

/** What was found in the figures of a plan as printed. */
export function figuresInPlan(reading: PlanPaper & Printed, slug: string, parts: PlanParts): CheckedFigures {
  const { blocks } = reading
  const places = blocks.map((block, index) => hrefOf(block, index, { reading, slug, parts }))
  return checkedFigures(
    reading,
    placedBlocks(blocks, (index) => places[index] ?? ''),
  )
}

type Of = { reading: PlanPaper & Printed; slug: string; parts: PlanParts }

/** Where a block of the plan can be read; empty where only the file has it. */
function hrefOf(block: Block, index: number, { reading: { plan, text }, slug, parts }: Of): string {
  const words = text.slice(block.start, block.end)
  const holds = (printed: readonly (readonly string[])[]): boolean =>
    printed.some((cells) => cells.every((cell) => words.includes(cell)))
  if (block.type === 'table' && holds(parts.allocations?.rows ?? [])) return '#allocations'
  if (holds((parts.funding?.rows ?? []).map(([source = '', amount = '']) => [source, amount])))
    return '#resources'
  const principle = plan.principles.findIndex(({ blocks }) => isIn(index, blocks))
  if (principle >= 0) return `#principle-${principle + 1}`
  const title = plan.priorities.find(({ blocks }) => isIn(index, blocks))?.title
  const priority = parts.priorities.find((each) => each.title === title)
  return priority === undefined ? '' : `${priorityPath(slug, priority.slug)}#in-the-plan`
}

const isIn = (index: number, range: readonly [number, number] | null): boolean =>
  range !== null && range[0] <= index && index < range[1]
