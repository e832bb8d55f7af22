/** A paper put before a meeting: its paragraphs as printed, the file it came in, and the versions it has had. */
import { isDeepStrictEqual } from 'node:util'
import { type LocalDate, slug } from '../../../lib/index.ts'
import type { Block, Paper as PaperReading, Reading } from '../../../papers/index.ts'
import { checkedFigures, partOf, placedBlocks, type WithFigures } from '../../checked-figures/index.ts'
import { firstFree } from '../anchors.ts'
import { type BodyOf, type FileOfPaper, meetingPath } from './meeting.ts'
import { anchored, paperAnchoring, type ShownBlock } from './shown-block.ts'

export type Paper = WithFigures & {
  body: BodyOf
  date: LocalDate
  /** The last part of its address: 'b1'. */
  slug: string
  item: { number: string; title: string; anchor: string } | null
  title: string
  from: string | null
  to: string | null
  /** How many paragraphs are numbered. */
  numbered: number
  blocks: ShownBlock[]
  file: FileOfPaper
  version: number
  /** Earlier versions, oldest first. */
  earlier: { version: number; file: FileOfPaper }[]
  /** What a person put right, in words; absent where nothing was. */
  putRight?: string[]
}

export const paperKey = (bodySlug: string, date: LocalDate, paperSlug: string): string =>
  `${bodySlug}/${date}/${paperSlug}`

/** The address of the paper as it stands. */
export const paperPath = (paper: Pick<Paper, 'body' | 'date' | 'slug'>): string =>
  `${meetingPath(paper.body.slug, paper.date)}/papers/${paper.slug}`

/** The address at which an earlier version stays. */
export const versionPath = (paper: Pick<Paper, 'body' | 'date' | 'slug'>, version: number): string =>
  `${paperPath(paper)}?version=${version}`

type Where = {
  body: BodyOf
  date: LocalDate
  file: FileOfPaper
  items: readonly { number: string | null; title: string; anchor: string }[]
}

/** A paper, and the check of its figures, which takes longer than all the rest and is made when it is kept. */
export type PaperIn = { paper: Paper; check: () => NonNullable<Paper['figures']> }

/** The papers that a document holds; a document that is one paper and was not taken apart is that paper. */
export const papersOf = (reading: Reading, where: Where): Paper[] =>
  papersIn(reading, where).map(({ paper }) => paper)

/** The same, each with the check of its figures. */
export function papersIn(reading: Reading, where: Where): PaperIn[] {
  const parts = reading.papers.length > 0 || isContainer(reading) ? reading.papers : [wholeOf(reading)]
  const taken = new Set<string>()
  return parts.map((part) => {
    const { paper, check } = paperOf(part, reading, where)
    // A second paper under one item is known by its title as well.
    const named = taken.has(paper.slug) ? `${paper.slug}-${slug(paper.title, 40)}` : paper.slug
    const own = firstFree(named, (each) => taken.has(each))
    taken.add(own)
    return { paper: { ...paper, slug: own }, check }
  })
}

const isContainer = (reading: Reading): boolean =>
  ['agenda', 'minutes', 'agenda+minutes', 'plan'].includes(reading.kind)

const wholeOf = (reading: Reading): PaperReading => ({
  item: null,
  from: null,
  to: reading.body,
  subject: reading.title,
  date: reading.date,
  paragraphs: 0,
  headings: [],
  blocks: [0, reading.blocks.length],
})

function paperOf(part: PaperReading, reading: Reading, where: Where): PaperIn {
  const blocks = reading.blocks.slice(...part.blocks)
  const title = tidyTitle(part.subject ?? reading.title ?? 'Paper without a title')
  const found = itemFor(part.item, title, where.items)
  const shown = anchored(withoutHead(blocks, part, where.body.name), paperAnchoring(), reading.warnings)
  const paper = {
    body: where.body,
    date: where.date,
    slug: slug(found?.number ?? part.item ?? title) || 'paper',
    item: found,
    title,
    from: part.from,
    to: part.to,
    numbered: shown.filter((block) => block.type === 'paragraph' && block.number !== null).length,
    blocks: shown,
    file: where.file,
    version: 1,
    earlier: [],
  }
  return { paper, check: () => figuresIn(reading, blocks, shown) }
}

/** The figures of the paper alone, whatever else its file holds. The blocks shown are the last of its blocks. */
function figuresIn(
  { text }: Pick<Reading, 'text'>,
  blocks: readonly Block[],
  shown: readonly ShownBlock[],
): NonNullable<Paper['figures']> {
  const printed = partOf({ text }, blocks)
  const head = printed.blocks.length - shown.length
  const placed = placedBlocks(printed.blocks.slice(head), (index) => `#${shown[index]?.anchor ?? ''}`)
  return checkedFigures(printed, placed)
}

/** The title on one line. One printed in capitals is written as words, because capitals are hard to read. */
function tidyTitle(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[\s.:]+$/, '')
    .trim()
  if (plain !== plain.toUpperCase() || !/[A-Z]{5}/.test(plain)) return plain
  return plain.replace(/[A-Z][A-Z'’]*/g, (word, at: number) => {
    if (SHORT_FORMS.has(word)) return word
    return at > 0 && SMALL_WORDS.has(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase()
  })
}

const SMALL_WORDS = new Set('AND OF THE FOR IN ON TO BY WITH AT FROM OR A AN'.split(' '))
const SHORT_FORMS = new Set(
  'ASB VAWG PCC PFCC OPCC PCP PDB JAC HMICFRS HMIC ONS IOPC PEEL UK NHS CCTV MTFP CPS CSP VRU ICV BTP RASSO NPCC APCC FOI II III IV'.split(
    ' ',
  ),
)

/** The item of the agenda that a paper is under: by its number, or else by the very same title. */
export function itemFor(
  number: string | null,
  title: string,
  items: Where['items'],
): { number: string; title: string; anchor: string } | null {
  const found =
    number === null
      ? items.find((item) => slug(item.title, 200) === slug(title, 200))
      : items.find((item) => item.number !== null && slug(item.number) === slug(number))
  return found && found.number !== null
    ? { number: found.number, title: found.title, anchor: found.anchor }
    : null
}

/** Without the lines at the head that the top of the page says already: From, To, Subject, Date, the title, the body. */
function withoutHead(blocks: readonly Block[], part: PaperReading, body: string): Block[] {
  const known = [part.subject, part.from, part.to, body].flatMap((text) =>
    text === null ? [] : [slug(text, 200)],
  )
  let from = 0
  while (from < Math.min(blocks.length, 10)) {
    const block = blocks[from]
    if (block === undefined || block.type === 'list' || block.type === 'table') break
    if (block.number !== null || !isHeadLine(block.text, known)) break
    from += 1
  }
  return blocks.slice(from)
}

const HEAD = /^\W*(from|to|by|subject|date|report (of|by|to))\W*(:|$)/i
const DAY = /^\W*([a-z]+day,?\s+)?\d{1,2}(st|nd|rd|th)?\s+[a-z]+,?\s+\d{4}\W*$/i

function isHeadLine(text: string, known: readonly string[]): boolean {
  const plain = slug(text, 200)
  if (HEAD.test(text) || DAY.test(text) || known.includes(plain)) return true
  const isPart = known.some((each) => {
    const tail = each.split('-').slice(-3).join('-')
    return plain.length > 12 && (each.endsWith(plain) || (tail.length > 12 && plain.endsWith(tail)))
  })
  return plain.split('-').length <= 12 && (isPart || /s?-report$/.test(plain))
}

/** What a reader would notice as another version: the words and where they stand, not the file's name. */
export const sameText = (one: Paper, other: Paper): boolean =>
  one.title === other.title && isDeepStrictEqual(one.blocks, other.blocks)

export type Superseded = { now: Paper; old: Paper | null }

/**
 * The paper as it stands once `arrived` has come: a file known already, or the same words in another file, change no
 * version; other words make a new one, and the old one is kept.
 */
export function superseding(before: Paper | undefined, arrived: Paper): Superseded {
  if (before === undefined) return { now: arrived, old: null }
  if (before.earlier.some(({ file }) => file.sha256 === arrived.file.sha256))
    return { now: before, old: null }
  const kept = { version: before.version, earlier: before.earlier }
  if (before.file.sha256 === arrived.file.sha256) return { now: { ...arrived, ...kept }, old: null }
  if (sameText(before, arrived)) {
    return { now: { ...arrived, ...kept, file: before.file, item: arrived.item ?? before.item }, old: null }
  }
  const earlier = [...before.earlier, { version: before.version, file: before.file }]
  return {
    now: { ...arrived, item: arrived.item ?? before.item, version: before.version + 1, earlier },
    old: before,
  }
}
