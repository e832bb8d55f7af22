/** An OpenDocument text while it is read: what is open at the moment, and what is finished. */
import type { Level, Marker, ParagraphPiece, Piece, SetLine, Told } from '../office/pieces.ts'
import type { FoundRow } from '../office/tables.ts'
import { addTo, hasWords, usualSize } from '../office/words.ts'
import { type Count, countOn, markerAt } from './counting.ts'
import { type Look, type OdtStyles, OUTLINE } from './styles.ts'

export type OpenParagraph = {
  style: string | undefined
  look: Look
  /** Levels of a heading from 1; null for a paragraph. */
  outline: number | null
  lines: SetLine[]
  sizes: Map<number, number>
  notes: ParagraphPiece[]
  /** Text boxes that hang on it. */
  boxes: Piece[]
  marker: Marker | null
  page: number
  /** How many sinks were open when it was. */
  sinks: number
}

/** A list that is open, with the item that is open in it. */
export type OpenList = {
  style: string | undefined
  level: number
  count: Count
  item: { counted: boolean; bare: boolean; start: number | undefined } | undefined
}

export type Story = {
  styles: OdtStyles
  sinks: Piece[][]
  paragraphs: OpenParagraph[]
  /** The looks of the spans of words that are open. */
  spans: Look[]
  lists: OpenList[]
  /** How far lists have counted, by the id of the list and by its style, for those that go on. */
  counts: Map<string, Count>
  outline: Count
  tables: { rows: FoundRow[]; number: number; head: boolean; repeat: number }[]
  tableCount: number
  /** The mark of the note that is open, while it is heard. */
  citation: string | undefined
  citing: boolean
  /** The space after the paragraph before, in points; undefined where something else stood there. */
  after: number | undefined
  page: number
  paged: boolean
  /** How many characters were taken in, those of repeated cells as often as they stand. */
  size: number
  /** Tables stand in tables deeper than anyone sets them. */
  tooDeep: boolean
  told: Told[]
}

export const aStory = (styles: OdtStyles): Story => ({
  styles,
  sinks: [[]],
  paragraphs: [],
  spans: [],
  lists: [],
  counts: new Map(),
  outline: [],
  tables: [],
  tableCount: 0,
  citation: undefined,
  citing: false,
  after: undefined,
  page: 1,
  paged: false,
  size: 0,
  tooDeep: false,
  told: [],
})

/** Tells something once, at the place where it was met first. */
export function tell(story: Story, code: string, message: string): void {
  if (story.told.some((each) => each.code === code)) return
  story.told.push({ code, message, piece: story.sinks[0]?.length ?? 0 })
}

/** What a heading says of its number beside its level. */
export type HeadingSays = { bare: boolean; start: number | undefined }

export function openParagraph(
  story: Story,
  style: string | undefined,
  outline: number | null,
  says: HeadingSays,
): void {
  const look = story.styles.look('paragraph', style)
  if (look.pageBefore === true && story.paged && (story.sinks[0]?.length ?? 0) > 0) story.page += 1
  story.paragraphs.push({
    style,
    look,
    outline,
    lines: [],
    sizes: new Map(),
    notes: [],
    boxes: [],
    marker: counted(story, outline, says),
    page: story.page,
    sinks: story.sinks.length,
  })
}

/** Counts the paragraph: as the first of an item of a list, or as a heading. */
function counted(story: Story, outline: number | null, says: HeadingSays): Marker | null {
  const list = story.lists.at(-1)
  if (list !== undefined) {
    const { item } = list
    if (item === undefined || item.bare || item.counted) return null
    item.counted = true
    const levels = story.styles.lists.get(list.style ?? '')
    countOn(list.count, levels, list.level, item.start ?? says.start)
    return markerAt(list.count, levels, list.level)
  }
  const levels = story.styles.lists.get(OUTLINE)
  if (outline === null || says.bare || levels === undefined) return null
  if ((levels.get(outline)?.format ?? '') === '') return null
  countOn(story.outline, levels, outline, says.start)
  return markerAt(story.outline, levels, outline)
}

/** Takes in words, or spaces, as they stand. */
export function addWords(story: Story, words: string): void {
  const paragraph = story.paragraphs.at(-1)
  if (paragraph === undefined) return
  const look = story.spans.at(-1) ?? paragraph.look
  if (look.hidden ?? false) {
    if (/\S/.test(words)) tell(story, 'hidden-words-left-out', 'Words that are set as hidden were left out.')
    return
  }
  story.size += words.length
  const { bold = false, italic = false, size = 0 } = look
  const letters = addTo(paragraph.lines, words, { bold, italic })
  if (letters > 0 && size > 0) paragraph.sizes.set(size, (paragraph.sizes.get(size) ?? 0) + letters)
}

const LEVELS = [1, 2, 3, 4, 5, 6] as const
/** Space of more than three points; width of a column of a character. */
const SEEN = 3
const COLUMN = 6

/** Where something finished goes: what stands in a drawing hangs on the paragraph that holds it. */
export function sinkOf(story: Story): Piece[] {
  const holder = story.paragraphs.at(-1)
  return (holder?.sinks === story.sinks.length ? holder.boxes : story.sinks.at(-1)) ?? []
}

export function closeParagraph(story: Story): void {
  const paragraph = story.paragraphs.pop()
  if (paragraph === undefined) return
  const sink = sinkOf(story)
  const words = hasWords(paragraph.lines)
  if (words || (paragraph.marker !== null && story.tables.length > 0)) sink.push(pieceOf(story, paragraph))
  else story.after = undefined
  for (const box of paragraph.boxes) sink.push(box)
}

function pieceOf(story: Story, paragraph: OpenParagraph): ParagraphPiece {
  const { look, outline, marker, lines, notes } = paragraph
  const level = outline ?? look.outline ?? null
  const before = Math.max(look.before ?? 0, story.after ?? SEEN + 1)
  story.after = look.after ?? 0
  return {
    type: 'paragraph',
    marker,
    lines,
    level: level === null ? titleLevel(paragraph.style) : headingLevel(level),
    size: usualSize(paragraph.sizes),
    indent:
      Math.max(0, Math.round((look.left ?? 0) / COLUMN)) +
      Math.max(0, (story.lists.at(-1)?.level ?? 1) - 1) * 4,
    gap: before > SEEN,
    page: paragraph.page,
    notes,
  }
}

const headingLevel = (level: number): Level => LEVELS[level - 1] ?? 6
const titleLevel = (style: string | undefined): Level | null =>
  style === 'Title' ? 1 : style === 'Subtitle' ? 2 : null
