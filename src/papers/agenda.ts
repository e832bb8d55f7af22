/** Recognises the items of an agenda: sections, public and exempt parts, entries with their pages. */
import { entryOf, LABELLED_PAGES, TO_FOLLOW } from './agenda-entry.ts'
import { headingNumber, titleCase } from './marks.ts'
import { readMembership } from './membership.ts'
import type { Block, Item, ListItem, Warning } from './reading.ts'
import { wordsOf } from './tree.ts'

type Line = { text: string; number: string | null; index: number; heading: boolean; bulleted: boolean }

type Work = {
  items: Item[]
  section: { letter: string | null; title: string; index: number; used: boolean } | null
  /** The reason that holds for the items that follow, null while the public part goes on. */
  exempt: string | null
  /** The last entry is the motion to exclude the press and the public. */
  excluding: boolean
  lastPage: number
  blocks: readonly Block[]
}

const SECTION =
  /^(?:(?:section|part)\s+)?([A-Z])\s*(?:[-–—:.]|\))\s*(.+)$|^(?:section|part)\s+([A-Z]|\d|[IVX]+)\b\s*[-–—:.]?\s*(.*)$/
const CLOSED =
  /^(?:exempt|confidential|private|restricted)\b|\b(?:exempt|confidential|private) (?:items?|business|session|part)\b|^part (?:ii|2|two)\b|^(?:part \w+\s*[-–—:.]\s*)?exclusion of (?:the )?(?:press|public)/i
const OPENED =
  /\b(?:unrestricted|non-?exempt|public (?:items?|part|business|session)|open session)\b|^part (?:i|1|one)\b/i
const REASON =
  /\bparagraphs?\s+\d{1,2}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)\d{1,2})*(?:\s+(?:of|and)\s+.{0,60}?schedule\s+12A[^.;)]*)?|schedule\s+12A\b[^.;)]*/i
const START = /\b(?:items? of business|business to be transacted|agenda items?|order of business)\b/i

/** The column of a table that names the business; who leads it and how long it takes are no part of the title. */
const TITLE_CELL = /^(?:item|agenda items?|title|subject|business|eitem|report|report title)$/i

/** The lines of a block that may be entries: items of a list, a heading, a numbered paragraph, rows of a table. */
function linesOf(block: Block, index: number): Line[] {
  if (block.type === 'list') return block.items.flatMap((item) => listLines(item, index, null))
  if (block.type === 'table') {
    const title = block.columns.findIndex((cell, column) => column > 0 && TITLE_CELL.test(cell))
    const pages = block.columns.findIndex((cell) => /^pages?\b|^tudalen/i.test(cell))
    return [block.columns, ...block.rows].flatMap((row) =>
      rowLine(title < 1 ? row : [row[0] ?? '', row[title] ?? '', pages < 0 ? '' : (row[pages] ?? '')], index),
    )
  }
  return [
    { text: block.text, number: block.number, index, heading: block.type === 'heading', bulleted: false },
  ]
}

function listLines(item: ListItem, index: number, parent: string | null): Line[] {
  const digits = /^\(?(\d{1,3})[.)]$/.exec(item.marker)?.[1] ?? null
  const letter = /^\(?([a-z])[.)]$/.exec(item.marker)?.[1]
  const inner = letter !== undefined && parent !== null ? `${parent}(${letter})` : null
  const own: Line = { text: item.text, number: digits ?? inner, index, heading: false, bulleted: true }
  const below = digits ?? headingNumber(item.text).number
  return [own, ...item.items.flatMap((child) => listLines(child, index, below))]
}

/** A row "B1 | Title | 13 - 16": the pages of their own column are written as they are in a line. */
function rowLine(row: readonly string[], index: number): Line[] {
  const cells = row.filter((cell) => cell !== '')
  const [first = '', ...others] = cells
  const number = /^((?:[A-Z]?\d{1,3}(?:\/\d{1,4})?[a-z]?)|\d{1,2}\([a-z]\)|[A-Z])[.)]?$/.exec(first)?.[1]
  const last = cells.at(-1) ?? ''
  const pages =
    /^(?:pages?\s*)?\d{1,4}(?:\s*[-–—]\s*\d{1,4})?$/i.test(last) && cells.length > 1
      ? last.replace(/^pages?\s*/i, '')
      : null
  if (number === undefined && headingNumber(first).number === null) return []
  const words = number === undefined ? cells : others
  const title = pages === null ? words.join(' ') : words.slice(0, -1).join(' ')
  if (title === '') return []
  return [
    {
      text: pages === null ? title : `${title} (Pages ${pages})`,
      number: number ?? null,
      index,
      heading: false,
      bulleted: false,
    },
  ]
}

function emptyItem(index: number): Omit<Item, 'number' | 'title'> {
  return {
    section: null,
    pages: null,
    paragraphs: 0,
    agendaRef: null,
    toFollow: false,
    exempt: null,
    refersToMeetingOn: null,
    resolutions: [],
    declarations: [],
    blocks: [index, index + 1],
  }
}

/**
 * The entries of an agenda in order. A lettered section under which nothing stands is an entry itself. `blocks` are
 * those of the agenda alone, without the papers and minutes behind it.
 */
export function readAgendaItems(blocks: readonly Block[]): { items: Item[]; warnings: Warning[] } {
  const work: Work = { items: [], section: null, exempt: null, excluding: false, lastPage: 0, blocks }
  const from = firstBlock(blocks)
  const lines = blocks.flatMap((block, index) => (index < from ? [] : linesOf(block, index)))
  const numbered = lines.filter((line) => line.number !== null || headingNumber(line.text).number !== null)
  for (const line of lines) readLine(work, line, numbered.length > 0)
  closeSection(work)
  for (const [at, item] of work.items.entries()) {
    const next = work.items[at + 1]?.blocks[0]
    item.blocks = [item.blocks[0], Math.max(item.blocks[0] + 1, next ?? item.blocks[0] + 1)]
  }
  return { items: work.items, warnings: gaps(work.items, blocks) }
}

/** Entries stand after the notice and the membership. */
function firstBlock(blocks: readonly Block[]): number {
  const members = readMembership(blocks).filter((member) => member.name !== null)
  const lastMember = members.at(-1)?.name
  if (lastMember === undefined || lastMember === null) return 0
  const at = blocks.findLastIndex((block) => wordsOf(block).includes(lastMember))
  const head = blocks.findIndex((block) => block.type === 'heading' && START.test(block.text))
  return head > at ? head : at + 1
}

function readLine(work: Work, line: Line, anyNumbered: boolean): void {
  const { text } = line
  if (text.length > 400) return noteReason(work, text)
  if (line.heading && switchPart(work, line)) return
  const lettered = line.heading || (!line.bulleted && text.length < 120 && /^[A-Z]\s+[-–—]\s+\S/.test(text))
  const section = lettered && line.number === null ? SECTION.exec(text) : null
  if (section !== null && !OPENED.test(text)) {
    closeSection(work)
    const letter = section[1] ?? section[3] ?? null
    work.section = { letter, title: (section[2] ?? section[4] ?? '').trim(), index: line.index, used: false }
    return
  }
  const entry = entryOf(text, line.number, work.lastPage)
  if (entry.number === null) noteReason(work, text)
  if (entry.number === null && (anyNumbered || !line.bulleted)) return addPages(work, text)
  if (!belongs(work, entry.number, entry.title, line)) return
  push(work, line.index, { ...entry, exempt: entry.exempt ?? work.exempt })
  work.excluding = /^exclusion of (?:the )?(?:press|public)/i.test(entry.title)
}

/** A heading that opens the public or the exempt part; says whether it was one. */
function switchPart(work: Work, line: Line): boolean {
  if (line.number !== null) return false
  const opens = OPENED.test(line.text)
  if (!opens && !CLOSED.test(line.text)) return false
  closeSection(work)
  work.section = null
  work.exempt = opens ? null : 'exempt'
  noteReason(work, line.text)
  return true
}

/** The reason for the exempt part may stand in a sentence under its heading. */
function noteReason(work: Work, text: string): void {
  // The item that moves to exclude the public closes what follows only where it says for what reason.
  if (work.excluding && REASON.test(text) && !/\bwhether\b|\bany (?:items?|of the)\b/i.test(text))
    work.exempt = 'exempt'
  if (work.exempt !== 'exempt' && !(work.exempt !== null && text.length > 60)) return
  const reason = REASON.exec(text)?.[0]
  if (reason === undefined) return
  work.exempt = reason.trim()
  const last = work.items.at(-1)
  if (last?.exempt === 'exempt') last.exempt = work.exempt
}

/** Pages that stand on the line under their entry: "(Pages 3 - 12)". */
function addPages(work: Work, text: string): void {
  const item = work.items.at(-1)
  if (item !== undefined && text.length < 200) noteBelow(item, text)
  const alone = /^\(?(?:pages?\s*)?(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?\)?$/i.exec(text)
  if (item === undefined || item.pages !== null) return
  const labelled = text.length < 120 && /[)\]]$/.test(text) ? LABELLED_PAGES.exec(text) : null
  if (labelled?.[1] !== undefined) item.pages = [Number(labelled[1]), Number(labelled[2] ?? labelled[1])]
  if (alone?.[1] === undefined) return
  item.pages = [Number(alone[1]), Number(alone[2] ?? alone[1])]
  work.lastPage = item.pages[1]
}

/** What a short line under an entry says of its paper: "Report of the Clerk (to follow)", "Not for publication: …". */
function noteBelow(item: Item, text: string): void {
  if (TO_FOLLOW.test(text) && /\bto follow\W*$|\bi ddilyn\W*$/i.test(text)) item.toFollow = true
  if (item.exempt !== null && item.exempt !== 'exempt') return
  if (/^\W*(?:exempt (?:by virtue of|under)|not for publication\b)/i.test(text))
    item.exempt = REASON.exec(text)?.[0].trim() ?? 'exempt'
}

const whole = (number: string | null): number | null =>
  number === null || !/^\d+/.test(number) ? null : Number.parseInt(number, 10)

/** Numbers of one shape are compared: 4 with 12, 39/20 with 40/20, never 9b with 42/20. */
const shapeOf = (number: string): string => number.replace(/\d+/g, '0').replace(/[a-z]$/, '')

/** Whether a numbered line goes on with the agenda: the number is new, does not run back, and words follow that name business. */
function belongs(work: Work, number: string | null, title: string, line: Line): boolean {
  if (title.length < 3 || title.length > 320 || !/^["“‘'(£]?[\p{Lu}\d]/u.test(title)) return false
  if (number === null) return true
  if (work.items.some((item) => item.number === number)) return false
  const last = work.items.findLast((item) => item.number !== null && shapeOf(item.number) === shapeOf(number))
  const [before, now] = [whole(last?.number ?? null), whole(number)]
  if (before !== null && now !== null && now < before) return false
  if (before !== null && now !== null && now > before + 30) return false
  const sentence = /[.!?]$/.test(title) && title.length > 100 && !titleCase(title)
  return !(sentence && !line.heading && line.number !== null)
}

function push(work: Work, index: number, entry: ReturnType<typeof entryOf>): void {
  const letter = /^([A-Z])\d/.exec(entry.number ?? '')?.[1] ?? null
  const section = work.section
  if (section !== null) section.used = true
  work.items.push({
    ...emptyItem(index),
    ...entry,
    section: section?.letter ?? letter ?? (section?.title || null),
  })
  if (entry.pages !== null) work.lastPage = entry.pages[1]
}

/** A lettered section without entries is business itself: "D - Questions to the Commissioner". */
function closeSection(work: Work): void {
  const { section } = work
  if (section === null || section.used || section.letter === null || section.title.length < 3) return
  const entry = entryOf(section.title, section.letter, work.lastPage)
  if (work.items.some((item) => item.number === section.letter)) return
  work.items.push({
    ...emptyItem(section.index),
    ...entry,
    section: section.letter,
    exempt: entry.exempt ?? work.exempt,
  })
}

function gaps(items: readonly Item[], blocks: readonly Block[]): Warning[] {
  const numbers = items
    .map((item) => ({ item, value: /^\d+$/.test(item.number ?? '') ? Number(item.number) : null }))
    .filter((entry) => entry.value !== null)
  return numbers.slice(1).flatMap(({ item, value }, index) => {
    const before = numbers[index]?.value ?? null
    const block = blocks[item.blocks[0]]
    if (value === null || before === null || block === undefined || value <= before + 1) return []
    const message = `The agenda goes from item ${before} to item ${value}: what lies between is not in the file.`
    return [{ code: 'numbering-gap', message, start: block.start, end: block.end, page: block.page }]
  })
}
