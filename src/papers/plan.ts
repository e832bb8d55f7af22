/** Recognises a police and crime plan (Police Reform and Social Responsibility Act 2011, sections 5 to 8) in a document tree. */
import { commitmentsOf } from './plan/commitments.ts'
import { type Entry, entriesOf } from './plan/entries.ts'
import { moneyOf } from './plan/money.ts'
import { type Role, type Section, sectionsOf } from './plan/outline.ts'
import { prioritiesOf } from './plan/priorities.ts'
import { termOf, titleOf } from './plan/term.ts'
import type { Block, PlanReading, Reading, Warning } from './reading.ts'

/** What the plan says, with warnings for what is missing from it; null when the document is not a plan. */
export function readPlan(
  document: Pick<Reading, 'text' | 'blocks'>,
): { plan: PlanReading; warnings: Warning[] } | null {
  const { blocks, text } = document
  const title = titleOf(blocks, text)
  if (title === null || !speaksAsPlan(blocks)) return null
  const sections = sectionsOf(blocks)
  const priorities = prioritiesOf(blocks, sections)
  const principles = entries(blocks, sections, 'principles')
  const commitments = commitmentsOf(blocks, sections)
  if (priorities.priorities.length + principles.length + commitments.length === 0) return null
  const money = moneyOf(blocks, sections)
  const plan: PlanReading = {
    title,
    ...termOf(blocks),
    principles: principles.map((entry) => ({ title: entry.title, blocks: entry.blocks })),
    priorities: priorities.priorities,
    commitments,
    opportunities: entries(blocks, sections, 'opportunities').map((entry) => ({
      title: entry.title,
      blocks: entry.blocks,
    })),
    nationalContext: entries(blocks, sections, 'national').map((entry) => ({ title: entry.title })),
    funding: money.funding,
    allocations: money.allocations,
    allocationsTotal: money.allocationsTotal,
  }
  return { plan, warnings: [...priorities.warnings, ...money.warnings] }
}

function entries(blocks: readonly Block[], sections: readonly Section[], role: Role): Entry[] {
  const seen = new Set<string>()
  return sections
    .filter((section) => section.role === role)
    .flatMap((section) => entriesOf(blocks, section))
    .filter((entry) => !seen.has(entry.title.toLowerCase()) && seen.add(entry.title.toLowerCase()))
}

/** A plan speaks of priorities or objectives and of itself; an agenda or a paper to a panel begins otherwise. */
function speaksAsPlan(blocks: readonly Block[]): boolean {
  const words = blocks
    .map((block) => {
      if (block.type === 'table') return block.columns.join(' ')
      return block.type === 'list' ? '' : block.text
    })
    .join('\n')
  const head = blocks
    .slice(0, 6)
    .map((block) => (block.type === 'heading' || block.type === 'paragraph' ? block.text : ''))
    .join('\n')
  if (
    /^(?:from|report of|report by|subject|agenda|minutes|present)\b\s*:/im.test(head) ||
    /\bchief constable[’']s report\b/i.test(head)
  )
    return false
  return (
    /\bpolice,? (?:fire )?and crime (?:plan|commissioner|objectives|panel)\b/i.test(words) &&
    /\b(?:priorities|objectives|principles|ambitions|priority)\b/i.test(words)
  )
}
