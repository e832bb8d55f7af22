/**
 * The minutes of a meeting: one minute for each item, with its paragraphs as printed and its resolutions set apart,
 * bound to the item of that meeting's agenda that it is of.
 */
import { isDeepStrictEqual } from 'node:util'
import { type LocalDate, slug } from '../../../lib/index.ts'
import type { Block, Item, Reading, Resolution as ResolutionReading } from '../../../papers/index.ts'
import { type PlacedBlock, placedBlocks, type WithFigures } from '../../checked-figures/index.ts'
import {
  firstFree,
  minuteAnchor,
  minuteParagraphAnchor,
  questionAnchor,
  resolutionAnchor,
} from '../anchors.ts'
import type { Attending } from './attendance.ts'
import { type BodyOf, type FileOfPaper, meetingPath } from './meeting.ts'
import { type Anchoring, anchored, type ShownBlock } from './shown-block.ts'

export type ItemOf = { number: string | null; title: string; anchor: string }

export type Declaration = { name: string; person: string | null; text: string }

/** A resolution as it stands in its minute. */
export type ResolutionText = { anchor: string; text: string; parts: { marker: string; text: string }[] }

/** What a minute is made of, in the order of the paper. A resolution stands where it was printed. */
export type MinutePart = { type: 'block'; block: ShownBlock } | { type: 'resolution'; index: number }

export type Minute = {
  /** As printed: "328"; null on pages that number nothing. */
  number: string | null
  /** What links and references call it: the number, or the place of an unnumbered one. */
  ref: string
  anchor: string
  title: string
  /** The item of this meeting's agenda it is of, as printed: "Item B1". */
  agendaRef: string | null
  item: ItemOf | null
  numbered: number
  parts: MinutePart[]
  resolutions: ResolutionText[]
  declarations: Declaration[]
}

export type Minutes = WithFigures & {
  body: BodyOf
  date: LocalDate
  place: string | null
  attendance: { group: string; people: Attending[] }[]
  minutes: Minute[]
  file: FileOfPaper
  version: number
  earlier: { version: number; file: FileOfPaper }[]
  /** What a person put right, in words; absent where nothing was. */
  putRight?: string[]
}

export const minutesKey = (bodySlug: string, date: LocalDate): string => `${bodySlug}/${date}`
export const minutesPath = (bodySlug: string, date: LocalDate): string =>
  `${meetingPath(bodySlug, date)}/minutes`

type Told = {
  items: readonly ItemOf[]
  /** The person a printed name certainly means. */
  find: (asPrinted: string) => { path: string; name: string } | undefined
}

/** The minutes that a paper prints, each bound to the agenda item it is of. */
export function minutesOf(
  reading: Reading,
  told: Told,
): { minutes: Minute[]; unbound: Minute[]; placed: PlacedBlock[] } {
  const anchoring: Anchoring = { numbered: (number) => number, start: '', tables: 0, taken: new Set() }
  const refs = refsOf(reading.items)
  const placed: PlacedBlock[] = []
  const minutes = reading.items.map((item, index) =>
    minuteOf(item, refs[index] ?? `item-${index + 1}`, { reading, anchoring, told, placed }),
  )
  const unbound = minutes.filter((minute) => minute.agendaRef !== null && minute.item === null)
  return { minutes, unbound: told.items.length === 0 ? [] : unbound, placed }
}

type Making = { reading: Reading; anchoring: Anchoring; told: Told; placed: PlacedBlock[] }

/** What each minute is called: its number, its place where it has none, and counted where a number comes again. */
function refsOf(items: readonly Item[]): string[] {
  const taken = new Set<string>()
  return items.map(({ number }, index) => {
    const wanted = number ?? `item-${index + 1}`
    const ref = firstFree(wanted, (each) => taken.has(slug(each)))
    taken.add(slug(ref))
    return ref
  })
}

function minuteOf(item: Item, ref: string, { reading, anchoring, told, placed }: Making): Minute {
  const blocks = contentOf(item, reading.blocks.slice(...item.blocks))
  anchoring.numbered = (number) => minuteParagraphAnchor(ref, number)
  anchoring.start = minuteAnchor(ref)
  const shown = withQuestions(
    anchored(blocks, anchoring, reading.warnings).map((block) => under(block, ref)),
    blocks,
    reading,
  )
  placed.push(...placedIn(blocks, shown, { ref, resolutions: item.resolutions }))
  return {
    number: item.number,
    ref,
    anchor: minuteAnchor(ref),
    title: item.title,
    agendaRef: item.agendaRef,
    item: boundItem(item, told.items),
    numbered: shown.filter((block) => block.type === 'paragraph' && block.number !== null).length,
    parts: partsOf(shown, blocks, item.resolutions),
    resolutions: item.resolutions.map((resolution, count) => resolutionText(resolution, ref, count + 1)),
    declarations: item.declarations.map(({ name, text }) => {
      const found = told.find(name)
      return { name: found?.name ?? name, text, person: found?.path ?? null }
    }),
  }
}

/** Where the blocks of a minute are shown; what is set apart as a resolution is led to there. */
const placedIn = (
  blocks: readonly Block[],
  shown: readonly ShownBlock[],
  { ref, resolutions }: { ref: string; resolutions: readonly ResolutionReading[] },
): PlacedBlock[] =>
  placedBlocks(
    blocks,
    (index) => {
      const block = blocks[index]
      const inside = block === undefined ? [] : overlapping(block, resolutions)
      const [first] = inside
      return block !== undefined && first !== undefined && isCovered(block, inside)
        ? `#${resolutionAnchor(ref, first.index + 1)}`
        : `#${shown[index]?.anchor ?? minuteAnchor(ref)}`
    },
    `minute ${ref}`,
  )

/** Anchors of headings and tables inside a minute begin with the minute's, so that two minutes may have the same heading. */
const under = (block: ShownBlock, ref: string): ShownBlock =>
  block.anchor.startsWith(minuteAnchor(ref)) || block.type === 'table'
    ? block
    : { ...block, anchor: `${minuteAnchor(ref)}-${block.anchor}` }

/** Without the heading and the "(Item B1)" line, which the page prints itself. */
function contentOf(item: Item, blocks: readonly Block[]): Block[] {
  let from = 0
  while (from < Math.min(3, blocks.length)) {
    const block = blocks[from]
    if (block === undefined || block.type === 'list' || block.type === 'table') break
    const plain = slug(block.text, 200)
    const heading = plain.includes(slug(item.title, 200)) && plain.length < slug(item.title, 200).length + 20
    if (!heading && !/^\W*\(?item\s+[\w/.]+\)?\W*$/i.test(block.text)) break
    from += 1
  }
  return blocks.slice(from)
}

/** A question set apart is addressed by its number, for the register of questions leads to it. */
function withQuestions(
  shown: readonly ShownBlock[],
  blocks: readonly Block[],
  reading: Reading,
): ShownBlock[] {
  const starts = new Map<Block, string>()
  for (const question of reading.questions) {
    const first = reading.blocks[question.blocks[0]]
    if (first && question.number !== null) starts.set(first, questionAnchor(question.number))
  }
  return shown.map((block, index) => {
    const of = blocks[index]
    const anchor = of === undefined ? undefined : starts.get(of)
    return anchor === undefined ? block : { ...block, anchor }
  })
}

/** Blocks and resolutions in order: what a resolution was read from is set apart, once, where it first stands. */
function partsOf(
  shown: readonly ShownBlock[],
  blocks: readonly Block[],
  resolutions: readonly ResolutionReading[],
): MinutePart[] {
  const parts: MinutePart[] = []
  const placed = new Set<number>()
  const place = (index: number): void => {
    if (!placed.has(index)) parts.push({ type: 'resolution', index })
    placed.add(index)
  }
  shown.forEach((block, at) => {
    const of = blocks[at]
    const inside = of === undefined ? [] : overlapping(of, resolutions)
    const whole = of !== undefined && inside.length > 0 && isCovered(of, inside)
    if (!whole) parts.push({ type: 'block', block })
    for (const { index } of inside) place(index)
  })
  resolutions.forEach((_, index) => place(index))
  return parts
}

type Overlap = { index: number; start: number; end: number }

const overlapping = (block: Block, resolutions: readonly ResolutionReading[]): Overlap[] =>
  resolutions.flatMap(({ start, end }, index) =>
    start < block.end && end > block.start && end > start ? [{ index, start, end }] : [],
  )

/** Whether nearly all of a block is resolution, but for words such as "It was RESOLVED". */
function isCovered(block: Block, inside: readonly Overlap[]): boolean {
  const covered = inside.reduce(
    (sum, { start, end }) => sum + Math.min(end, block.end) - Math.max(start, block.start),
    0,
  )
  return block.end - block.start - covered <= 40
}

function resolutionText(read: ResolutionReading, ref: string, count: number): ResolutionText {
  const parts = read.parts.map((part) => {
    const match = /^\s*(\([a-z0-9]{1,4}\)|[a-z0-9]{1,3}[.)]|[-–•])\s+(.*)$/is.exec(part)
    const [, marker = '', text = part] = match ?? []
    return { marker: /^[-–•]$/.test(marker) ? '' : marker, text: text.trim() }
  })
  return { anchor: resolutionAnchor(ref, count), text: read.text.trim(), parts }
}

/**
 * The agenda item of the same meeting that a minute is of: by the item number it prints, or where it prints none by
 * the very same title. Numbers that agree with titles that share no word do not bind.
 */
export function boundItem(
  minute: Pick<Item, 'title' | 'agendaRef'>,
  items: readonly ItemOf[],
): ItemOf | null {
  const printed = minute.agendaRef?.replace(/^\W*(agenda\s+)?item\s*/i, '') ?? null
  if (printed === null || printed === '') {
    return items.find((item) => slug(item.title, 200) === slug(minute.title, 200)) ?? null
  }
  const numbered = items.find((item) => item.number !== null && slug(item.number) === slug(printed))
  return numbered !== undefined && sharesWord(numbered.title, minute.title) ? numbered : null
}

const SMALL = new Set([
  'the',
  'of',
  'and',
  'on',
  'in',
  'to',
  'for',
  'by',
  'a',
  'an',
  'at',
  'held',
  'item',
  'items',
])

function sharesWord(one: string, other: string): boolean {
  const here = new Set(tellingWords(one))
  return tellingWords(other).some((word) => here.has(word))
}

const tellingWords = (title: string): string[] =>
  slug(title, 300)
    .split('-')
    .filter((word) => word !== '' && !SMALL.has(word))
    .map((word) => word.replace(/s$/, ''))

/** The minutes as they stand once a newer file has come; the old ones are kept. The rule is that of papers. */
export function supersedingMinutes(
  before: Minutes | undefined,
  arrived: Minutes,
): { now: Minutes; old: Minutes | null } {
  if (before === undefined) return { now: arrived, old: null }
  if (before.earlier.some(({ file }) => file.sha256 === arrived.file.sha256))
    return { now: before, old: null }
  const kept = { version: before.version, earlier: before.earlier }
  if (before.file.sha256 === arrived.file.sha256) return { now: { ...arrived, ...kept }, old: null }
  const asBefore = { ...arrived, ...kept, file: before.file }
  // What is found in figures may change with the checker; that makes no other version.
  if (isDeepStrictEqual({ ...before, figures: null }, { ...asBefore, figures: null }))
    return { now: asBefore, old: null }
  const earlier = [...before.earlier, { version: before.version, file: before.file }]
  return { now: { ...arrived, version: before.version + 1, earlier }, old: before }
}
