/** How a plan that was read in a paper becomes the parts of a plan, with what a person put right. Pure. */
import { newId, type Passage, slug } from '../../lib/index.ts'
import type { Block, BlockRange, PlanReading, Reading } from '../../papers/index.ts'
import type { Brought, Corrections } from '../../record/index.ts'
import {
  type CommitmentIn,
  type NationalRequirement,
  type Owner,
  type PlanParts,
  type Principle,
  type PriorityIn,
  planPath,
  type Table,
  type Tie,
} from './plan.ts'
import { missingNumbers, priorityPath } from './priority.ts'
import { genericWords, type PriorityForMatching, proposeServes, whyServes } from './serves.ts'

export type PlanPaper = Pick<Reading, 'blocks'> & { plan: PlanReading }
export type PlanNamed = { slug: string; title: string; authority: string }
type Open = Brought['open']

/** What the plan sets, and what a person has still to decide about it. */
export function partsOf(
  paper: PlanPaper,
  named: PlanNamed,
  corrections: Corrections,
): { parts: PlanParts; open: Open } {
  const priorities = prioritiesIn(paper, corrections.plan)
  const matchable = forMatching(priorities, named)
  const tie = (ref: string, text: string): Tie[] => tiesOf(ref, text, matchable, corrections)
  const principles = paper.plan.principles.map(({ title, blocks }, index): Principle => {
    const text = textIn(paper.blocks, blocks)
    return { title, text, ties: tie(`principle ${index + 1}`, [title, ...text].join('\n\n')) }
  })
  const national = paper.plan.nationalContext.map(
    ({ title }, index): NationalRequirement => ({ title, ties: tie(`national ${index + 1}`, title) }),
  )
  const parts: PlanParts = {
    principles,
    priorities,
    commitments: commitmentsIn(paper),
    national,
    funding: fundingOf(paper.plan),
    allocations: allocationsOf(paper.plan),
  }
  return { parts, open: openIn(priorities, named) }
}

/** The whole text, heading by heading and paragraph by paragraph, as versions are compared. */
export function passagesOf(paper: Pick<Reading, 'blocks'>): Passage[] {
  return paper.blocks.flatMap((block): Passage[] => {
    if (block.type === 'heading') return [{ heading: true, text: numbered(block.number, block.text) }]
    return linesOf(block).map((text) => ({ heading: false, text }))
  })
}

/** The lines of a block: a paragraph is one, a list has one an item, a table one a row. */
export function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return []
    case 'paragraph':
      return [numbered(block.number, block.text)]
    case 'list':
      return block.items.flatMap(function lines(item): string[] {
        return [item.text, ...item.items.flatMap(lines)]
      })
    case 'table':
      return [
        ...(block.title === null ? [] : [block.title]),
        ...[block.columns, ...block.rows].filter((row) => row.length > 0).map((row) => row.join(' | ')),
      ]
    default:
      return []
  }
}

const numbered = (number: string | null, text: string): string =>
  number === null ? text : `${number}. ${text}`

const textIn = (blocks: readonly Block[], range: BlockRange | null): string[] =>
  range === null ? [] : blocks.slice(range[0], range[1]).flatMap((block) => linesOf(block))

/** The priorities as `proposeServes` takes them, before they are entries: their ids stand for nothing. */
export function forMatching(priorities: readonly PriorityIn[], named: PlanNamed): PriorityForMatching[] {
  return priorities.map(({ slug: own, title, summary, text }) => ({
    id: newId(),
    path: priorityPath(named.slug, own),
    title,
    summary,
    text: text.join('\n\n'),
    generic: genericWords(named.authority, named.title),
  }))
}

/** Which priorities a part of the plan hangs on: what a person said, else what its words propose. */
export function tiesOf(
  ref: string,
  text: string,
  priorities: readonly PriorityForMatching[],
  corrections: Pick<Corrections, 'serves'>,
): Tie[] {
  const said = corrections.serves.filter((line) => line.ref.toLowerCase() === ref.toLowerCase())
  if (said.length === 0)
    return proposeServes(text, priorities).map(({ title, path, words }) => ({
      title,
      path,
      why: whyServes(words),
    }))
  return said.flatMap((line) =>
    priorities
      .filter(({ path, title }) => line.priorities.includes(path) || line.priorities.includes(title))
      .map(({ path, title }) => ({ title, path, why: line.why })),
  )
}

function prioritiesIn(paper: PlanPaper, corrections: Corrections['plan']): PriorityIn[] {
  const summaries = corrections.summaries ?? {}
  const corrected = corrections.priorities ?? []
  const national = new Set(paper.plan.nationalContext.map(({ title }) => title))
  const listed = paper.plan.priorities.filter(({ title, owner }) => owner !== null || !national.has(title))
  const read = listed.map((priority): Omit<PriorityIn, 'slug'> => {
    const put = corrected.find(
      (line) => line.number === priority.number && (priority.owner ?? line.owner) === line.owner,
    )
    const title = put?.title ?? priority.title
    return {
      number: priority.number,
      title,
      owner: priority.owner ?? put?.owner ?? null,
      described: title !== priority.title,
      summary: put?.summary ?? summaries[priority.title] ?? '',
      text: textIn(paper.blocks, priority.blocks),
    }
  })
  const added = corrected
    .filter((line) => !read.some(({ number, owner }) => number === line.number && owner === line.owner))
    .map(({ number, title, owner, summary }) => ({
      number,
      title,
      owner,
      described: true,
      summary,
      text: [],
    }))
  const order: readonly (Owner | null)[] = ['force', 'policing-body', null]
  const all =
    added.length === 0
      ? read
      : [...read, ...added].toSorted(
          (one, other) =>
            order.indexOf(one.owner) - order.indexOf(other.owner) ||
            Number(one.number) - Number(other.number),
        )
  return withSlugs(all)
}

function commitmentsIn({ plan, blocks }: PlanPaper): CommitmentIn[] {
  const items = blocks.flatMap((block) => linesOf(block))
  const will = plan.commitments.map(({ title, group }): Omit<CommitmentIn, 'slug'> => {
    const line = items.find((text) => text.startsWith(title) && text.length > title.length)
    const rest = line?.slice(title.length).replace(/^[\s–—:;.,-]+/, '') ?? ''
    return { number: null, title, group: 'what-i-will-do', under: group, text: rest === '' ? [] : [rest] }
  })
  const opportunities = plan.opportunities.map((opportunity): Omit<CommitmentIn, 'slug'> => {
    const head = opportunity.blocks === null ? undefined : blocks[opportunity.blocks[0]]
    return {
      number: head?.type === 'heading' ? head.number : null,
      title: opportunity.title,
      group: 'opportunity',
      under: null,
      text: textIn(blocks, opportunity.blocks),
    }
  })
  return withSlugs([...will, ...opportunities])
}

/** Gives each its own part of an address; a second of the same title is told apart by a number. */
function withSlugs<Part extends { title: string }>(parts: readonly Part[]): (Part & { slug: string })[] {
  const seen = new Map<string, number>()
  return parts.map((part) => {
    const own = slug(part.title) || 'untitled'
    const count = (seen.get(own) ?? 0) + 1
    seen.set(own, count)
    return { ...part, slug: count === 1 ? own : `${own}-${count}` }
  })
}

function fundingOf(plan: PlanReading): Table | null {
  if (plan.funding.length === 0) return null
  const rows = plan.funding.map(({ source, amount, share }) => [source, amount, share ?? ''])
  return { title: null, columns: ['Source', 'Amount', 'Share'], rows }
}

function allocationsOf(plan: PlanReading): PlanParts['allocations'] {
  if (plan.allocations.length === 0) return null
  return {
    rows: plan.allocations.map(({ name, amount }): [string, string] => [name, amount]),
    total: plan.allocationsTotal,
  }
}

function openIn(priorities: readonly PriorityIn[], named: PlanNamed): Open {
  const owners = new Set(priorities.map(({ owner }) => owner))
  const open: Open = []
  for (const owner of owners) {
    const missing = missingNumbers(
      priorities.filter((each) => each.owner === owner).map(({ number }) => number),
    )
    if (missing === '') continue
    open.push({
      what: `${/\D/.test(missing) ? 'priorities' : 'priority'} ${missing}: heading not found`,
      place: planPath(named.slug),
      mend: 'Name them under "plan.priorities" in the corrections file beside the paper, with what their text is about.',
    })
  }
  for (const { title } of priorities.filter((each) => each.owner === null)) {
    open.push({
      what: `who is to deliver the priority “${title}”: the force or the policing body`,
      place: planPath(named.slug),
      mend: 'Name it with its owner under "plan.priorities" in the corrections file beside the paper.',
    })
  }
  return open
}
