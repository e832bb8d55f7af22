/** Finds what a paper reports about the commitments of a plan: parts whose headings are the commitments' titles. Pure. */
import { type LocalDate, localDate } from '../../lib/index.ts'
import type { Block, Reading } from '../../papers/index.ts'
import type { Brought, Corrections } from '../../record/index.ts'
import type { Progress } from './commitment.ts'
import type { Table } from './plan.ts'
import { linesOf } from './plan-in-paper.ts'
import { stems } from './wording.ts'

export type KnownCommitment = { path: string; title: string }

export type FoundProgress = {
  found: { commitment: KnownCommitment; progress: Progress }[]
  open: Brought['open']
}

/** Headings that agree in this share of their words are the same; from the lower share on, a person decides. */
const SURE = 0.75
const PERHAPS = 0.4

type Section = { heading: string; blocks: Block[] }
export type ProgressPaper = Pick<Reading, 'blocks' | 'papers' | 'title' | 'date'>

/** Whether a paper may report progress: it says so, or speaks of commitments or opportunities. */
export function mayReportProgress(paper: ProgressPaper): boolean {
  const said = [paper.title, ...paper.papers.flatMap(({ subject, headings }) => [subject, ...headings])]
  return said.some((text) => text !== null && /\b(?:progress|opportunit|commitment)/i.test(text))
}

/**
 * What a paper reports about commitments. A report whose headings match fewer than two of them, and which does not call
 * itself one of progress, reports nothing: the same few words may head a part of any paper.
 */
export function progressIn(
  paper: ProgressPaper,
  source: { path: string; name: string; corrections: Pick<Corrections, 'serves'> },
  commitments: readonly KnownCommitment[],
): FoundProgress {
  const result: FoundProgress = { found: [], open: [] }
  for (const part of partsOfPaper(paper)) {
    const matches = part.sections.map((section) => ({
      section,
      match: matchOf(section.heading, commitments, source),
    }))
    const sure = matches.filter(({ match }) => match.sure)
    const named = /\b(?:progress|update|opportunit|commitment)/i.test(part.title)
    if (sure.length === 0 || (sure.length < 2 && !named)) continue
    for (const { section, match } of matches) {
      if (match.commitment === undefined) continue
      if (!match.sure) result.open.push(uncertain(section.heading, match.commitment, source.name))
      else if (part.date === undefined) result.open.push(undated(part.title, source.name))
      else
        result.found.push({
          commitment: match.commitment,
          progress: progressOf(section, part.title, part.date, source.path),
        })
    }
  }
  return result
}

function partsOfPaper(
  paper: ProgressPaper,
): { title: string; date: LocalDate | undefined; sections: Section[] }[] {
  const own = localDate(paper.date ?? '')
  if (paper.papers.length === 0)
    return [{ title: paper.title ?? 'Untitled paper', date: own, sections: sectionsOf(paper.blocks) }]
  return paper.papers.map(({ subject, date, blocks }) => ({
    title: subject ?? paper.title ?? 'Untitled paper',
    date: localDate(date ?? '') ?? own,
    sections: sectionsOf(paper.blocks.slice(blocks[0], blocks[1])),
  }))
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = []
  for (const block of blocks) {
    if (block.type === 'heading') sections.push({ heading: block.text.replace(/[\s:.]+$/, ''), blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections
}

type Match = { commitment?: KnownCommitment; sure: boolean }

function matchOf(
  heading: string,
  commitments: readonly KnownCommitment[],
  source: { corrections: Pick<Corrections, 'serves'> },
): Match {
  const said = source.corrections.serves.find(({ ref }) => ref === heading)
  if (said) {
    const commitment = commitments.find(({ path }) => said.priorities.includes(path))
    return commitment ? { commitment, sure: true } : { sure: false }
  }
  const ranked = commitments
    .map((commitment) => ({ commitment, share: agreement(heading, commitment.title) }))
    .toSorted((one, other) => other.share - one.share)
  const [best, second] = ranked
  if (!best || best.share < PERHAPS) return { sure: false }
  return { commitment: best.commitment, sure: best.share >= SURE && (second?.share ?? 0) < best.share }
}

/** The share of two headings' words that both have: 1 when they say the same, 0 when nothing agrees. */
export function agreement(one: string, other: string): number {
  const [left, right] = [stems(one), stems(other)]
  const both = [...left].filter((word) => right.has(word)).length
  return both / Math.max(1, left.size + right.size - both)
}

function progressOf(section: Section, title: string, date: LocalDate, path: string): Progress {
  const paragraphs = section.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [{ number: block.number, text: block.text }]
      : block.type === 'list'
        ? linesOf(block).map((text) => ({ number: null, text }))
        : [],
  )
  const tables = section.blocks.flatMap((block): Table[] =>
    block.type === 'table' ? [{ title: block.title, columns: block.columns, rows: block.rows }] : [],
  )
  return {
    date,
    state: null,
    paragraphs,
    tables,
    source: { title, path, date, place: placeOf(section, paragraphs) },
    broughtBy: path,
  }
}

function placeOf(section: Section, paragraphs: Progress['paragraphs']): string {
  const numbers = paragraphs.flatMap(({ number }) => (number === null ? [] : [number]))
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined) return `under “${section.heading}”`
  return first === last ? `paragraph ${first}` : `paragraphs ${first} to ${last}`
}

const uncertain = (heading: string, commitment: KnownCommitment, file: string): Brought['open'][number] => ({
  what: `“${heading}” may report on the commitment “${commitment.title}”`,
  place: file,
  mend: `If it does, add to the corrections: "serves": [{ "ref": "${heading}", "priorities": ["${commitment.path}"], "why": "…" }].`,
})

const undated = (title: string, file: string): Brought['open'][number] => ({
  what: `“${title}” reports on commitments but has no date`,
  place: file,
  mend: 'Give its day as "paper": { "date": "2017-11-15" } in the corrections beside it.',
})
