/** A story of a Word document while it is read: its body, its footnotes or its endnotes, with what is open at the moment. */
import type { Level, Marker, ParagraphPiece, Piece, SetLine, Told } from '../office/pieces.ts'
import type { FoundRow } from '../office/tables.ts'
import { addTo, breakIn, hasWords, inOne, usualSize } from '../office/words.ts'
import type { Counting } from './counting.ts'
import type { Lists } from './lists.ts'
import type { ParagraphLook, RunLook } from './looks.ts'
import type { ParagraphStyle, Styles } from './styles.ts'

/** A run of letters with one look, worked out when its first words come. */
export type OpenRun = {
  look: RunLook
  bold: boolean
  italic: boolean
  hidden: boolean
  size: number
  known: boolean
}

export type OpenParagraph = {
  look: ParagraphLook
  lines: SetLine[]
  run: OpenRun
  /** Letters of each size, to find its usual one. */
  sizes: Map<number, number>
  notes: ParagraphPiece[]
  /** Text boxes that hang on it. */
  boxes: Piece[]
  /** Its end was deleted, or began a field or a box that says so. */
  endDeleted: boolean
  page: number
}

/** `page` is where it begins, `last` where it ends. */
export type OpenRow = FoundRow & { page: number; last: number; deleted: boolean }
export type OpenTable = { rows: OpenRow[]; number: number }

/** What is read with: the same for all stories of a document. */
export type Means = {
  styles: Styles
  lists: Lists
  counting: () => Counting
  /** The notes of a kind by their ids, as words. */
  notes: { footnote: ReadonlyMap<string, string>; endnote: ReadonlyMap<string, string> }
}

export type Story = {
  means: Means
  /** Where finished pieces go: the innermost open cell or text box, or the story itself. */
  sinks: Piece[][]
  counts: Counting[]
  paragraphs: OpenParagraph[]
  tables: OpenTable[]
  /** Complex fields that are open: whether their result has begun. */
  fields: boolean[]
  /** For each open choice between forms of one content: whether one was taken. */
  choices: boolean[]
  /** Words and notes of a paragraph whose end was deleted: they go on in the next. */
  carried: { lines: SetLine[]; notes: ParagraphPiece[] }
  /** What was before the paragraph that comes next. */
  last: { style: string; after: number; close: boolean } | undefined
  tableCount: number
  noteCounts: { footnote: number; endnote: number }
  /** Notes that stand at the end of the document. */
  endnotes: ParagraphPiece[]
  page: number
  paged: boolean
  /** How many characters were taken in. */
  size: number
  /** Tables stand in tables deeper than anyone sets them. */
  tooDeep: boolean
  told: Told[]
  /** Of what the properties are that are being told. */
  within: 'paragraph' | 'mark' | 'run' | 'row' | undefined
  /** The content control that comes holds only its prompt. */
  placeholder: boolean
  /** The note that is open, in a part of notes, and the words of those that were closed. */
  note: string
  noteWords: Map<string, string>
}

export const aStory = (means: Means): Story => ({
  means,
  sinks: [[]],
  counts: [means.counting()],
  paragraphs: [],
  tables: [],
  fields: [],
  choices: [],
  carried: { lines: [], notes: [] },
  last: undefined,
  tableCount: 0,
  noteCounts: { footnote: 0, endnote: 0 },
  endnotes: [],
  page: 1,
  paged: false,
  size: 0,
  tooDeep: false,
  told: [],
  within: undefined,
  placeholder: false,
  note: '',
  noteWords: new Map(),
})

/** Tells something once, at the place where it was met first. */
export function tell(story: Story, code: string, message: string): void {
  if (story.told.some((each) => each.code === code)) return
  story.told.push({ code, message, piece: story.sinks[0]?.length ?? 0 })
}

const aRun = (): OpenRun => ({ look: {}, bold: false, italic: false, hidden: false, size: 0, known: false })

export function openParagraph(story: Story): void {
  story.paragraphs.push({
    look: {},
    lines: [],
    run: aRun(),
    sizes: new Map(),
    notes: [],
    boxes: [],
    endDeleted: false,
    page: story.page,
  })
}

export function openRun(paragraph: OpenParagraph): void {
  paragraph.run = aRun()
}

/** What a run comes to: what it says itself, then its style together with that of the paragraph (ECMA-376, 17.7.3). */
function work(story: Story, paragraph: OpenParagraph): OpenRun {
  const { run } = paragraph
  if (run.known) return run
  const { styles } = story.means
  const beneath = styles.paragraph(paragraph.look.style).run
  const styled = run.look.style === undefined ? undefined : styles.letters(run.look.style)
  const toggled = (key: 'bold' | 'italic' | 'hidden'): boolean =>
    run.look[key] ?? (styled?.[key] ?? false) !== (beneath[key] ?? false)
  run.bold = toggled('bold')
  run.italic = toggled('italic')
  run.hidden = toggled('hidden')
  run.size = run.look.size ?? styled?.size ?? beneath.size ?? 0
  run.known = true
  return run
}

/** Takes in words of the open run; a line break ends the line. */
export function addWords(story: Story, words: string): void {
  const paragraph = story.paragraphs.at(-1)
  if (paragraph === undefined || story.fields.includes(false)) return
  const run = work(story, paragraph)
  if (run.hidden) {
    if (/\S/.test(words)) tell(story, 'hidden-words-left-out', 'Words that are set as hidden were left out.')
    return
  }
  story.size += words.length
  const letters = addTo(paragraph.lines, words, run)
  if (letters > 0 && run.size > 0)
    paragraph.sizes.set(run.size, (paragraph.sizes.get(run.size) ?? 0) + letters)
}

export function breakLine(story: Story): void {
  const paragraph = story.paragraphs.at(-1)
  if (paragraph === undefined || story.fields.includes(false)) return
  breakIn(paragraph.lines)
}

/** Ends the open paragraph: counts it, and hands it on with the text boxes that hang on it. */
export function closeParagraph(story: Story): void {
  const paragraph = story.paragraphs.pop()
  const sink = story.sinks.at(-1)
  if (paragraph === undefined || sink === undefined) return
  const [first, ...rest] = paragraph.lines
  const lines = [...inOneWith(story.carried.lines, first), ...rest]
  const notes = [...story.carried.notes, ...paragraph.notes]
  story.carried = { lines: [], notes: [] }
  const worded = hasWords(lines)
  if (paragraph.endDeleted) story.carried = { lines: worded ? lines : [], notes }
  else {
    const style = story.means.styles.paragraph(paragraph.look.style)
    const marker = markerOf(story, paragraph, style)
    const inCell = story.tables.length > 0
    if (worded || (marker !== null && inCell))
      sink.push(pieceOf(story, paragraph, { style, marker, lines, notes }))
    else story.last = undefined
  }
  for (const box of paragraph.boxes) sink.push(box)
}

function listOf(
  story: Story,
  look: ParagraphLook,
  style: ParagraphStyle,
): { id: string; level: number } | undefined {
  const id = look.list ?? style.paragraph.list
  if (id === undefined || id === '0') return undefined
  if (look.listLevel !== undefined) return { id, level: look.listLevel }
  // A level may name the style that is of it; the style itself then names only the list.
  for (const [level, { style: named }] of story.means.lists.list(id)?.levels ?? [])
    if (named === style.id && look.list === undefined) return { id, level }
  return { id, level: style.paragraph.listLevel ?? 0 }
}

function markerOf(story: Story, { look }: OpenParagraph, style: ParagraphStyle): Marker | null {
  const list = listOf(story, look, style)
  return list === undefined ? null : (story.counts.at(-1)?.(list.id, list.level) ?? null)
}

type Finished = { style: ParagraphStyle; marker: Marker | null; lines: SetLine[]; notes: ParagraphPiece[] }

/** Space of more than three points, of one column of a character. */
const SEEN = 60
const COLUMN = 120

function pieceOf(
  story: Story,
  paragraph: OpenParagraph,
  { style, marker, lines, notes }: Finished,
): ParagraphPiece {
  const look = { ...style.paragraph, ...paragraph.look }
  const { last } = story
  const close = last !== undefined && last.style === style.id
  const before = close && look.close === true ? 0 : (look.before ?? 0)
  const after = close && last.close ? 0 : (last?.after ?? SEEN + 1)
  story.last = { style: style.id, after: look.after ?? 0, close: look.close === true }
  return {
    type: 'paragraph',
    marker,
    lines,
    level: levelOf(style, paragraph.look.outline),
    size: usualSize(paragraph.sizes),
    indent: Math.max(0, Math.round(indentOf(story, paragraph.look, style) / COLUMN)),
    gap: Math.max(before, after) > SEEN,
    page: paragraph.page,
    notes,
  }
}

const LEVELS = [1, 2, 3, 4, 5, 6] as const
const levelOf = (style: ParagraphStyle, outline: number | undefined): Level | null =>
  outline === undefined ? style.level : outline > 8 || outline < 0 ? null : (LEVELS[outline] ?? 6)

/** How far in a paragraph stands: what it says itself, then its level in the list, then its style. */
function indentOf(story: Story, look: ParagraphLook, style: ParagraphStyle): number {
  if (look.left !== undefined) return look.left
  const list = listOf(story, look, style)
  const level = list && story.means.lists.list(list.id)?.levels.get(list.level)
  if (list !== undefined && look.list !== undefined) return level?.left ?? list.level * 360
  return style.paragraph.left ?? level?.left ?? (list?.level ?? 0) * 360
}

/** The lines of a paragraph whose end was deleted, the last of them going on in the first of the next. */
function inOneWith(carried: readonly SetLine[], first: SetLine | undefined): SetLine[] {
  if (first === undefined) return [...carried]
  const last = carried.at(-1)
  return last === undefined ? [first] : [...carried.slice(0, -1), inOne([last, first], '')]
}
