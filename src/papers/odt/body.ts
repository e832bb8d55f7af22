/** Hears the content of an OpenDocument text (OpenDocument 1.3 part 3, 4 to 9) element by element. */
import { notePiece, raised, wordsOf } from '../office/pieces.ts'
import { MOST_PIECES, MOST_WORDS } from '../office/refusals.ts'
import { columns, DEEPEST_TABLE, tablePieces } from '../office/tables.ts'
import { breakIn } from '../office/words.ts'
import { type Attributes, hearXml, type XmlFault } from '../office/xml.ts'
import { addWords, closeParagraph, openParagraph, type Story, sinkOf, tell } from './story.ts'
import { levelIn } from './styles.ts'

type Opening = (story: Story, attributes: Attributes) => boolean | void

/** Elements that are left out with all that is in them: declarations, what fields are made from, what is not words. */
const LEFT_OUT = (
  'office:forms office:scripts office:font-face-decls text:variable-decls text:sequence-decls text:user-field-decls ' +
  'text:dde-connection-decls text:table-of-content-source text:alphabetical-index-source text:illustration-index-source ' +
  'text:table-index-source text:object-index-source text:user-index-source text:bibliography-source text:placeholder ' +
  'text:number text:ruby-text text:script svg:title svg:desc office:binary-data'
).split(' ')

const OPENINGS: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ...LEFT_OUT.map((name): [string, Opening] => [name, () => false]),
  ['text:p', (story, attributes) => openParagraph(story, attributes['text:style-name'], null, NOTHING)],
  ['text:h', openHeading],
  ['text:span', openSpan],
  ['text:s', (story, { 'text:c': count }) => addWords(story, ' '.repeat(columns(count)))],
  ['text:tab', (story) => addWords(story, '\t')],
  ['text:line-break', (story) => breakIn(story.paragraphs.at(-1)?.lines ?? [])],
  ['text:soft-page-break', softBreak],
  [
    'office:text',
    (story, attributes) => void (story.paged = attributes['text:use-soft-page-breaks'] === 'true'),
  ],
  ['text:list', openList],
  ['text:list-item', (story, attributes) => openItem(story, attributes, false)],
  ['text:list-header', (story, attributes) => openItem(story, attributes, true)],
  ['text:numbered-paragraph', openNumbered],
  ['text:note', openNote],
  ['text:note-citation', (story) => void (story.citing = true)],
  ['text:note-body', (story) => void story.sinks.push([])],
  ['draw:text-box', (story) => void story.sinks.push([])],
  ['table:table', openTable],
  ['table:table-header-rows', (story) => setHead(story, true)],
  ['table:table-row', openRow],
  ['table:table-cell', openCell],
  ['table:covered-table-cell', openCovered],
  ['text:tracked-changes', tracked],
  ['office:annotation', annotated],
  ['text:section', hiddenSection],
  ['text:hidden-text', hidden],
  ['text:hidden-paragraph', hidden],
  ['draw:object', drawing],
])

const NOTHING = { bare: false, start: undefined }

const CLOSINGS: ReadonlyMap<string, (story: Story) => void> = new Map<string, (story: Story) => void>([
  ['text:p', closeParagraph],
  ['text:h', closeParagraph],
  ['text:span', (story) => void story.spans.pop()],
  ['text:list', (story) => void story.lists.pop()],
  ['text:list-item', closeItem],
  ['text:list-header', closeItem],
  ['text:numbered-paragraph', (story) => void story.lists.pop()],
  ['text:note-citation', (story) => void (story.citing = false)],
  ['text:note-body', closeNote],
  ['draw:text-box', closeBox],
  ['table:table', closeTable],
  ['table:table-header-rows', (story) => setHead(story, false)],
  ['table:table-row', closeRow],
  ['table:table-cell', (story) => void story.sinks.pop()],
])

/** Hears the content into a story. `progress` is called now and then. Returns what stopped it, or undefined. */
export function hearStory(
  bytes: Uint8Array,
  story: Story,
  progress: () => void,
): XmlFault | 'too-long' | undefined {
  let heard = 0
  const fault = hearXml(bytes, {
    open(name, attributes) {
      heard += 1
      if (heard % 20_000 === 0) progress()
      return story.tooDeep || tooLong(story) ? false : OPENINGS.get(name)?.(story, attributes)
    },
    close(name) {
      CLOSINGS.get(name)?.(story)
    },
    text(words) {
      if (story.paragraphs.length === 0) return
      if (story.citing) story.citation = `${story.citation ?? ''}${words}`
      else addWords(story, words.replace(/\s+/g, ' '))
    },
  })
  return fault ?? (story.tooDeep ? 'too-deep' : tooLong(story) ? 'too-long' : undefined)
}

const tooLong = (story: Story): boolean =>
  story.size > MOST_WORDS || (story.sinks[0]?.length ?? 0) > MOST_PIECES

const number = (value: string | undefined): number | undefined => {
  const read = Number.parseInt(value ?? '', 10)
  return Number.isNaN(read) ? undefined : read
}

function openHeading(story: Story, attributes: Attributes): void {
  const restart = attributes['text:restart-numbering'] === 'true'
  openParagraph(story, attributes['text:style-name'], levelIn(attributes['text:outline-level']), {
    bare: attributes['text:is-list-header'] === 'true',
    start: restart ? (number(attributes['text:start-value']) ?? 1) : undefined,
  })
}

function openSpan(story: Story, attributes: Attributes): void {
  const beneath = story.spans.at(-1) ?? story.paragraphs.at(-1)?.look ?? {}
  story.spans.push({ ...beneath, ...story.styles.look('text', attributes['text:style-name']) })
}

/** A note of the program where a page began when it last laid the document out. */
function softBreak(story: Story): void {
  if (story.sinks.length === 1 || story.tables.length > 0) story.page += 1
}

function openList(story: Story, attributes: Attributes): void {
  const outer = story.lists.at(-1)
  const style = attributes['text:style-name'] ?? outer?.style
  const level = Math.min(10, (outer?.level ?? 0) + 1)
  const goesOn =
    attributes['text:continue-list'] ??
    (attributes['text:continue-numbering'] === 'true' ? `style ${style ?? ''}` : undefined)
  const count = outer?.count ?? story.counts.get(goesOn ?? '') ?? []
  if (outer === undefined) {
    story.counts.set(`style ${style ?? ''}`, count)
    const id = attributes['xml:id'] ?? attributes['text:id']
    if (id !== undefined) story.counts.set(id, count)
  }
  story.lists.push({ style, level, count, item: undefined })
}

function openItem(story: Story, attributes: Attributes, bare: boolean): void {
  const list = story.lists.at(-1)
  if (list !== undefined) list.item = { counted: false, bare, start: number(attributes['text:start-value']) }
}

function closeItem(story: Story): void {
  const list = story.lists.at(-1)
  if (list !== undefined) list.item = undefined
}

/** A paragraph that says itself of which list and level it is. */
function openNumbered(story: Story, attributes: Attributes): void {
  const style = attributes['text:style-name']
  const id = attributes['text:list-id'] ?? `style ${style ?? ''}`
  const count = story.counts.get(id) ?? []
  story.counts.set(id, count)
  const item = { counted: false, bare: false, start: number(attributes['text:start-value']) }
  story.lists.push({ style, level: levelIn(attributes['text:level']), count, item })
}

function openNote(story: Story): void {
  story.citation = undefined
}

/** A note is heard where it is referred to; its mark goes into the words, its words after the paragraph. */
function closeNote(story: Story): void {
  const words = wordsOf(story.sinks.pop() ?? [])
  const mark = raised((story.citation ?? '').trim() || '*')
  addWords(story, mark)
  if (words !== '') story.paragraphs.at(-1)?.notes.push(notePiece(mark, words))
}

function closeBox(story: Story): void {
  const pieces = story.sinks.pop() ?? []
  const sink = sinkOf(story)
  for (const piece of pieces) sink.push(piece)
  story.after = undefined
}

function openTable(story: Story): void {
  story.tableCount += 1
  if (story.tables.length >= DEEPEST_TABLE) story.tooDeep = true
  story.tables.push({ rows: [], number: story.tableCount, head: false, repeat: 1 })
}

function setHead(story: Story, head: boolean): void {
  const table = story.tables.at(-1)
  if (table !== undefined) table.head = head
}

function openRow(story: Story, attributes: Attributes): void {
  const table = story.tables.at(-1)
  table?.rows.push({ cells: [], head: table.head, skipped: 0, page: story.page })
  if (table !== undefined) table.repeat = columns(attributes['table:number-rows-repeated'])
}

/** A row that is repeated stands as often, when it holds words; these are counted before any is copied. */
function closeRow(story: Story): void {
  const table = story.tables.at(-1)
  const row = table?.rows.at(-1)
  if (table === undefined || row === undefined || row.cells.every(({ pieces }) => pieces.length === 0)) return
  const repeated = row.cells.length !== new Set(row.cells).size || table.repeat > 1
  if (repeated)
    story.size += table.repeat * row.cells.reduce((sum, { pieces }) => sum + wordsOf(pieces).length, 0)
  if (tooLong(story)) return
  for (let times = 1; times < table.repeat; times += 1) table.rows.push(row)
}

function openCell(story: Story, attributes: Attributes): void {
  const row = story.tables.at(-1)?.rows.at(-1)
  const cell = { pieces: [], span: 1, continued: false }
  story.sinks.push(cell.pieces)
  const repeat = columns(attributes['table:number-columns-repeated'])
  for (let times = 0; times < repeat; times += 1) row?.cells.push(cell)
}

/** A place that a cell beside or above goes over. */
function openCovered(story: Story, attributes: Attributes): boolean {
  const row = story.tables.at(-1)?.rows.at(-1)
  const repeat = columns(attributes['table:number-columns-repeated'])
  for (let times = 0; times < repeat; times += 1) row?.cells.push({ pieces: [], span: 1, continued: true })
  return false
}

function closeTable(story: Story): void {
  const table = story.tables.pop()
  story.after = undefined
  if (table === undefined || story.tooDeep || tooLong(story)) return
  const sink = sinkOf(story)
  for (const piece of tablePieces(table.rows, table.number)) sink.push(piece)
}

/** What was deleted is kept apart from the text; what was inserted stands in it. */
function tracked(story: Story): boolean {
  const message =
    'The file keeps track of changes: words marked as deleted were left out, inserted ones were read as if accepted.'
  tell(story, 'deletions-left-out', message)
  return false
}

function annotated(story: Story): boolean {
  tell(story, 'comments-left-out', 'Comments in the margin were left out.')
  return false
}

function hiddenSection(story: Story, attributes: Attributes): boolean {
  return (attributes['text:display'] ?? 'true') === 'true' || hidden(story)
}

function hidden(story: Story): boolean {
  tell(story, 'hidden-words-left-out', 'Words that are set as hidden were left out.')
  return false
}

function drawing(story: Story): boolean {
  tell(
    story,
    'drawing-not-read',
    'A chart or another object stands here; words and figures inside it were not read.',
  )
  return false
}
