/** Builders for tests: a plan as it was read in a paper, a progress paper, and an area's record with them in it. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { date, isRefusal, type LocalDate, type Refusal } from '../../lib/index.ts'
import type { Block, BlockRange, PlanReading, Reading } from '../../papers/index.ts'
import { aReading } from '../../papers/testing.ts'
import { type Brought, type Corrections, keepFile, publishBrought, type Source } from '../../record/index.ts'
import { aRecord, type TestRecord } from '../../record/testing.ts'
import { importer } from './import.ts'
import { kinds } from './published.ts'

/** Blocks from lines: "# heading", "12. numbered paragraph", "- item", "| a | b", anything else a paragraph. */
export function blocksFrom(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  const place = { page: null, start: 0, end: 0 }
  for (const line of lines) {
    const heading = /^(#+) (?:(\d+)\. )?(.*)$/.exec(line)
    const numbered = /^(\d+)\. (.*)$/.exec(line)
    const last = blocks.at(-1)
    if (heading)
      blocks.push({
        ...place,
        type: 'heading',
        level: heading[1]?.length === 1 ? 1 : 2,
        number: heading[2] ?? null,
        text: heading[3] ?? '',
      })
    else if (line.startsWith('- ')) {
      const item = { marker: '-', text: line.slice(2), items: [] }
      if (last?.type === 'list') last.items.push(item)
      else blocks.push({ ...place, type: 'list', ordered: false, items: [item] })
    } else if (line.startsWith('| ')) {
      const cells = line.slice(2).split(' | ')
      if (last?.type === 'table') last.rows.push(cells)
      else blocks.push({ ...place, type: 'table', title: null, columns: cells, rows: [], rowHeaders: true })
    } else
      blocks.push({
        ...place,
        type: 'paragraph',
        number: numbered?.[1] ?? null,
        text: numbered?.[2] ?? line,
        quote: false,
      })
  }
  return blocks
}

/** The blocks under a heading, the heading first; null when there is none. */
export function under(blocks: readonly Block[], title: string): BlockRange | null {
  const from = blocks.findIndex((block) => block.type === 'heading' && block.text === title)
  if (from < 0) return null
  const next = blocks.findIndex((block, index) => index > from && block.type === 'heading')
  return [from, next < 0 ? blocks.length : next]
}

const PLAN_LINES = [
  '# Safer Anyshire',
  'This plan runs for four years and sets no numerical target.',
  '# 1. Combat organised crime and county lines',
  'The force must disrupt drug gangs that use children.',
  '# 2. Provide visible neighbourhood policing',
  'People want to see and know their local officers.',
  '# 1. Support volunteering',
  'Volunteers give their time freely.',
  '# What I will do',
  '- Custody visitors – Volunteers visit custody without notice.',
  '- Weekly briefings – Each week the chief answers questions.',
  '# 1. Asking for a fairer funding settlement',
  'The area should have its fair share.',
]

/** The blocks and the plan of "Safer Anyshire", 2017 to 2021, with two priorities of the force and one of the policing body. */
export function aPlanReading(
  change: { lines?: readonly string[]; plan?: Partial<PlanReading>; date?: string | null } = {},
): Reading {
  const blocks = blocksFrom(change.lines ?? PLAN_LINES)
  const priority = (number: string, title: string, owner: 'force' | 'policing-body') => ({
    number,
    title,
    owner,
    blocks: under(blocks, title),
  })
  return aReading({
    kind: 'plan',
    date: change.date === undefined ? '2017-04-01' : change.date,
    blocks,
    plan: {
      title: 'Safer Anyshire: the plan for police and crime',
      from: '2017-04-01',
      to: '2021-03-31',
      principles: [{ title: 'Crime matters wherever it happens', blocks: null }],
      priorities: [
        priority('1', 'Combat organised crime and county lines', 'force'),
        priority('2', 'Provide visible neighbourhood policing', 'force'),
        priority('1', 'Support volunteering', 'policing-body'),
      ],
      commitments: [
        { title: 'Custody visitors', group: 'Holding to account' },
        { title: 'Weekly briefings', group: 'Holding to account' },
      ],
      opportunities: [
        {
          title: 'Asking for a fairer funding settlement',
          blocks: under(blocks, 'Asking for a fairer funding settlement'),
        },
      ],
      nationalContext: [{ title: 'The Strategic Policing Requirement' }],
      funding: [{ source: 'Grants', amount: '£223.4m', share: '58%' }],
      allocations: [
        { name: 'Crime Reduction Grant', amount: '£100' },
        { name: 'Victim services', amount: '£60' },
      ],
      allocationsTotal: '£150',
      ...change.plan,
    },
  })
}

/** A paper that reports on the plan's opportunity, of 15 November 2017. */
export function aProgressReading(heading = 'Asking for a fairer funding settlement'): Reading {
  const blocks = blocksFrom([
    '# Introduction:',
    '1. The plan names an opportunity.',
    `# ${heading}:`,
    '2. Ministers were met in July.',
    '3. A submission was made.',
    '| Idea | Update',
    '| One | Begun',
  ])
  const paper = { item: null, from: 'The Commissioner', to: 'The Panel', date: '2017-11-15', paragraphs: 3 }
  return aReading({
    kind: 'report',
    title: 'Opportunities: progress update',
    date: '2017-11-15',
    blocks,
    papers: [
      {
        ...paper,
        subject: 'Opportunities: progress update',
        headings: ['Introduction:', `${heading}:`],
        blocks: [0, blocks.length],
      },
    ],
  })
}

export const noCorrections: Corrections = { paper: {}, people: {}, serves: [], progress: [], plan: {} }

/** A file with this content and these corrections. */
export function aSource(content: string, corrections: Partial<Corrections> = {}): Source {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return {
    name: 'paper.md',
    sha256,
    mediaType: 'text/markdown',
    path: `/files/${sha256}/paper.md`,
    corrections: { ...noCorrections, ...corrections },
  }
}

/** A record into which papers are brought and published as the command does it. */
export type PlanRecord = TestRecord & {
  bring: (
    reading: Reading,
    content: string,
    corrections?: Partial<Corrections>,
    how?: { publishes: boolean },
  ) => Promise<Brought>
  refusal: (reading: Reading, content: string, corrections?: Partial<Corrections>) => Promise<Refusal>
}

/** An empty record, with `bring` to bring papers into it and publish them. */
export async function aPlanRecord(...given: Parameters<typeof aRecord>): Promise<PlanRecord> {
  const record = await aRecord(...given)
  const folder = await mkdtemp(join(tmpdir(), 'shiremoot-plan-'))
  given[0].after(() => rm(folder, { recursive: true, force: true }))
  const today: LocalDate = date('2019-06-01')
  const offer = (
    reading: Reading,
    content: string,
    corrections?: Partial<Corrections>,
    { publishes = true } = {},
  ) =>
    record.act(async (tx) => {
      const source = aSource(content, corrections)
      const { name, mediaType } = source
      await keepFile(tx, record.permits.bring, { name, mediaType, bytes: Buffer.from(content) }, folder)
      const brought = await importer.bring({ tx, permit: record.permits.bring, today }, reading, source)
      if (!isRefusal(brought)) if (publishes) await publishBrought(tx, record.permits.publish, kinds, brought)
      return brought
    })
  return {
    ...record,
    bring: async (...paper) => {
      const brought = await offer(...paper)
      if (isRefusal(brought)) throw new Error(brought.message)
      return brought
    },
    refusal: async (...paper) => {
      const brought = await offer(...paper)
      if (!isRefusal(brought)) throw new Error('It was not refused')
      return brought
    },
  }
}
