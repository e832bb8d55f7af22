/** Hears a story of a Word document (ECMA-376, 17.2 to 17.16) element by element. */

import { roman } from '../office/numerals.ts'
import { notePiece, raised, wordsOf } from '../office/pieces.ts'
import { MOST_PIECES, MOST_WORDS } from '../office/refusals.ts'
import { type Attributes, hearXml, type XmlFault } from '../office/xml.ts'
import { readParagraphLook, readRunLook } from './looks.ts'
import { addWords, breakLine, closeParagraph, openParagraph, openRun, type Story, tell } from './story.ts'
import { symbol } from './symbols.ts'
import { closeCell, closeRow, closeTable, openCell, openRow, openTable, readTableLook } from './tables.ts'

type Opening = (story: Story, attributes: Attributes) => boolean | void

/** Elements that are left out with all that is in them: what was before a change, what is computed anew, what is not words. */
const LEFT_OUT = (
  'pPrChange rPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange tblGridChange ' +
  'numberingChange instrText delText delInstrText rt tblGrid tblPr sectPr tcBorders pBdr'
)
  .split(' ')
  .map((name) => `w:${name}`)

/** Where a part in another form or in a drawing holds words that are not read. */
const NOT_READ =
  'A chart or a drawing of Word (SmartArt) stands here; words and figures inside it were not read.'

const OPENINGS: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ...LEFT_OUT.map((name): [string, Opening] => [name, () => false]),
  ['w:p', openParagraph],
  ['w:r', (story) => within(story, openRun)],
  ['w:tab', (story) => (inProperties(story) ? undefined : addWords(story, '\t'))],
  ['w:ptab', (story) => addWords(story, '\t')],
  ['w:cr', breakLine],
  ['w:br', (story, { 'w:type': type }) => (type === 'page' ? undefined : breakLine(story))],
  ['w:noBreakHyphen', (story) => addWords(story, '-')],
  ['w:lastRenderedPageBreak', renderedBreak],
  ['w:sym', symbolSet],
  ['w:fldChar', fieldSign],
  ['w:footnoteReference', (story, attributes) => refer(story, 'footnote', attributes)],
  ['w:endnoteReference', (story, attributes) => refer(story, 'endnote', attributes)],
  [
    'w:commentReference',
    (story) => tell(story, 'comments-left-out', 'Comments in the margin were left out.'),
  ],
  ['w:del', deletion],
  ['w:moveFrom', deletion],
  ['w:ins', (story) => (isMark(story) ? undefined : inserted(story))],
  ['w:tbl', openTable],
  ['w:tr', openRow],
  ['w:tc', openCell],
  ['w:txbxContent', openBox],
  ['w:showingPlcHdr', (story) => void (story.placeholder = true)],
  ['w:sdtContent', (story) => !taken(story)],
  ['w:altChunk', embedded],
  ['w:footnote', openNote],
  ['w:endnote', openNote],
  ['mc:AlternateContent', (story) => void story.choices.push(false)],
  ['mc:Choice', choose],
  ['mc:Fallback', choose],
  ['a:graphicData', drawing],
  ['w:pPr', (story) => void (story.within = 'paragraph')],
  ['w:trPr', (story) => void (story.within = 'row')],
  ['w:rPr', (story) => void (story.within = story.within === 'paragraph' ? 'mark' : 'run')],
])

const CLOSINGS: ReadonlyMap<string, (story: Story) => void> = new Map<string, (story: Story) => void>([
  ['w:p', closeParagraph],
  ['w:tc', closeCell],
  ['w:tr', closeRow],
  ['w:tbl', closeTable],
  ['w:txbxContent', closeBox],
  ['w:footnote', closeNote],
  ['w:endnote', closeNote],
  ['w:pPr', leave],
  ['w:trPr', leave],
  ['w:rPr', (story) => void (story.within = story.within === 'mark' ? 'paragraph' : undefined)],
  ['mc:AlternateContent', (story) => void story.choices.pop()],
])

/** Hears a part into a story. `progress` is called now and then. Returns what stopped it, or undefined. */
export function hearStory(
  bytes: Uint8Array,
  story: Story,
  progress: () => void,
): XmlFault | 'too-long' | undefined {
  let heard = 0
  let words = false
  const fault = hearXml(bytes, {
    open(name, attributes) {
      words = name === 'w:t' || name === 'm:t'
      heard += 1
      if (heard % 20_000 === 0) progress()
      if (story.tooDeep || tooLong(story)) return false
      const opening = OPENINGS.get(name)
      if (opening !== undefined) return opening(story, attributes)
      if (story.within !== undefined) readLook(story, name, attributes)
      else if (story.tables.length > 0) readTableLook(story, name, attributes)
      return undefined
    },
    close(name) {
      words = false
      CLOSINGS.get(name)?.(story)
    },
    text(text) {
      if (words) addWords(story, text)
    },
  })
  return fault ?? (story.tooDeep ? 'too-deep' : tooLong(story) ? 'too-long' : undefined)
}

const tooLong = (story: Story): boolean =>
  story.size > MOST_WORDS || (story.sinks[0]?.length ?? 0) > MOST_PIECES

const within = (story: Story, act: (paragraph: NonNullable<ReturnType<typeof openOf>>) => void): void => {
  const paragraph = openOf(story)
  if (paragraph !== undefined) act(paragraph)
}
const openOf = (story: Story) => story.paragraphs.at(-1)

const inProperties = (story: Story): boolean => story.within === 'paragraph' || story.within === 'run'
const isMark = (story: Story): boolean => story.within === 'mark' || story.within === 'row'

function leave(story: Story): void {
  story.within = undefined
}

function readLook(story: Story, name: string, attributes: Attributes): void {
  const paragraph = openOf(story)
  if (story.within === 'row') readTableLook(story, name, attributes)
  else if (paragraph === undefined) return
  else if (story.within === 'run') readRunLook(paragraph.run.look, name, attributes)
  else if (story.within === 'paragraph') readParagraphLook(paragraph.look, name, attributes)
}

/** Word notes where a page began when it last laid the document out. */
function renderedBreak(story: Story): void {
  if (story.sinks.length > 1 && story.tables.length === 0) return
  story.paged = true
  story.page += 1
  const paragraph = openOf(story)
  if (paragraph !== undefined && paragraph.lines.every(({ text }) => !/\S/.test(text)))
    paragraph.page = story.page
}

function symbolSet(story: Story, { 'w:char': code, 'w:font': font }: Attributes): void {
  const sign = symbol(code ?? '', font ?? '')
  if (sign === undefined)
    tell(
      story,
      'symbol-not-read',
      `A sign of the font ${font ?? 'of symbols'} has no letter and was left out.`,
    )
  else addWords(story, sign)
}

/** A complex field: its instructions are no words, its result is. */
function fieldSign(story: Story, { 'w:fldCharType': type }: Attributes): void {
  if (type === 'begin') story.fields.push(false)
  else if (type === 'separate') story.fields.splice(-1, 1, true)
  else if (type === 'end') story.fields.pop()
}

function refer(story: Story, kind: 'footnote' | 'endnote', { 'w:id': id }: Attributes): void {
  const words = story.means.notes[kind].get(id ?? '')
  const paragraph = openOf(story)
  if (words === undefined || paragraph === undefined || story.fields.includes(false)) return
  story.noteCounts[kind] += 1
  const count = story.noteCounts[kind]
  const mark = raised(kind === 'footnote' ? String(count) : roman(count))
  addWords(story, mark)
  // A note may be referred to as often as a file likes.
  story.size += words.length
  if (words === '') return
  if (kind === 'footnote') paragraph.notes.push(notePiece(mark, words))
  else story.endnotes.push(notePiece(mark, words))
}

/** A note in its own part; lines between text and notes are no notes. */
function openNote(story: Story, attributes: Attributes): boolean {
  if (/separator|notice/i.test(attributes['w:type'] ?? '')) return false
  story.note = attributes['w:id'] ?? ''
  story.sinks.push([])
  return true
}

function closeNote(story: Story): void {
  story.noteWords.set(story.note, wordsOf(story.sinks.pop() ?? []))
}

/** What was deleted with changes tracked; in the properties of a paragraph or a row, that its end or all of it was. */
function deletion(story: Story): boolean | void {
  const paragraph = openOf(story)
  const row = story.tables.at(-1)?.rows.at(-1)
  tell(story, 'deletions-left-out', 'Words that are marked as deleted (tracked changes) were left out.')
  if (story.within === 'mark' && paragraph !== undefined) paragraph.endDeleted = true
  else if (story.within === 'row' && row !== undefined) row.deleted = true
  return false
}

function inserted(story: Story): void {
  tell(
    story,
    'insertions-read',
    'Words that are marked as inserted (tracked changes) were read as if accepted.',
  )
}

/** A text box: it counts its lists for itself, and comes after the paragraph on which it hangs. */
function openBox(story: Story): void {
  story.sinks.push(openOf(story)?.boxes ?? [])
  story.counts.push(story.means.counting())
  story.last = undefined
}

function closeBox(story: Story): void {
  story.sinks.pop()
  story.counts.pop()
  story.last = undefined
}

/** "Click here to enter text" is no part of the paper. */
function taken(story: Story): boolean {
  const placeholder = story.placeholder
  story.placeholder = false
  return placeholder
}

function embedded(story: Story): boolean {
  tell(
    story,
    'embedded-document-left-out',
    'Another document is put in here by reference; its words were not read. Open the file in Word, save it and bring it again.',
  )
  return false
}

/** One content in several forms: the first is read. */
function choose(story: Story): boolean {
  const before = story.choices.at(-1) ?? false
  story.choices.splice(-1, 1, true)
  return !before
}

function drawing(story: Story, { uri }: Attributes): void {
  if (/\/(?:chart|chartex|diagram)$/.test(uri ?? '')) tell(story, 'drawing-not-read', NOT_READ)
}
