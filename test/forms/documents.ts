/** How small papers and what a good reader finds in them are written down, and how a reading is held to that. */
import type { Attendance, Block, Reading } from '../../src/papers/index.ts'

/**
 * What a good reader finds, in lines; only the parts that are named are compared. Cells of a line are set apart by
 * " | ", an unknown is "-", and a cell that begins with "~" need only stand somewhere in what was read.
 */
export type Expected = { readonly [part in keyof typeof PARTS]?: string | readonly string[] }

export type Document = {
  readonly name: string
  readonly file?: string
  readonly words: string
  readonly expected: Expected
}

const line = (...cells: readonly (string | number | null)[]): string =>
  cells.map((cell) => cell ?? '-').join(' | ')

/** firm, soft: promised; asked: by the panel; panel: what it does itself. */
function told(action: Reading['actions'][number]): string {
  if (action.kind !== 'commitment') return action.kind === 'panel-request' ? 'asked' : 'panel'
  return action.firm ? 'firm' : 'soft'
}

const people =
  (group: keyof Attendance) =>
  (reading: Reading): string[] =>
    (reading.attendance?.[group] ?? []).map((one) => one.name)

const words = (block: Block): string => {
  if (block.type === 'list') return block.items.map((item) => item.text).join(' ')
  return block.type === 'table' ? [...block.columns, ...block.rows.flat()].join(' ') : block.text
}

/** How each part of a reading is put into lines. */
const PARTS = {
  kind: (reading: Reading) => [reading.kind],
  lang: (reading: Reading) => [reading.lang],
  date: (reading: Reading) => [line(reading.date)],
  time: (reading: Reading) => [line(reading.time)],
  place: (reading: Reading) => [line(reading.place)],
  body: (reading: Reading) => [line(reading.body)],
  title: (reading: Reading) => [line(reading.title)],
  issued: (reading: Reading) => [line(reading.issued)],
  items: (reading: Reading) => reading.items.map((item) => line(item.number, item.title)),
  pages: (reading: Reading) =>
    reading.items.flatMap((item) => (item.pages === null ? [] : [line(item.number, item.pages.join('-'))])),
  toFollow: (reading: Reading) =>
    reading.items.filter((item) => item.toFollow).map((item) => line(item.number)),
  exempt: (reading: Reading) =>
    reading.items.filter((item) => item.exempt !== null).map((item) => line(item.number)),
  agendaRefs: (reading: Reading) =>
    reading.items.flatMap((item) => (item.agendaRef === null ? [] : [line(item.number, item.agendaRef)])),
  refersTo: (reading: Reading) =>
    reading.items.flatMap((item) =>
      item.refersToMeetingOn === null ? [] : [line(item.number, item.refersToMeetingOn)],
    ),
  /** Item, number of parts, words of the resolution and its parts. */
  resolved: (reading: Reading) =>
    reading.items.flatMap((item) =>
      item.resolutions.map((one) => line(item.number, one.parts.length, [one.text, ...one.parts].join(' '))),
    ),
  paragraphs: (reading: Reading) =>
    reading.items.flatMap((item) => (item.paragraphs === 0 ? [] : [line(item.number, item.paragraphs)])),
  present: people('present'),
  apologies: people('apologies'),
  substitutes: (reading: Reading) =>
    (reading.attendance?.substitutes ?? []).map((one) => line(one.name, one.substituteFor)),
  /** Who stands in for whom, in whatever group the paper lists them. */
  standIns: (reading: Reading) =>
    Object.values(reading.attendance ?? {}).flatMap((group) =>
      group.flatMap((one) => (one.substituteFor === null ? [] : [line(one.name, one.substituteFor)])),
    ),
  alsoPresent: people('alsoPresent'),
  inAttendance: people('inAttendance'),
  late: people('late'),
  roles: (reading: Reading) =>
    (reading.attendance?.present ?? []).flatMap((one) =>
      one.role === null ? [] : [line(one.name, one.role)],
    ),
  membership: (reading: Reading) =>
    reading.membership.map((member) => (member.vacancy ? 'vacancy' : line(member.name))),
  /** What, whose, by when, and words of the quote. */
  actions: (reading: Reading) => reading.actions.map((one) => line(told(one), one.owner, one.due, one.quote)),
  questions: (reading: Reading) => reading.questions.map((one) => line(one.number, one.questioner)),
  declarations: (reading: Reading) =>
    reading.items.flatMap((item) => item.declarations.map((one) => one.name)),
  warnings: (reading: Reading) => reading.warnings.map((warning) => warning.code),
  headings: (reading: Reading) => reading.papers.flatMap((paper) => paper.headings),
  paperHeads: (reading: Reading) =>
    reading.papers.map((paper) => line(paper.from, paper.to, paper.subject, paper.date)),
  tables: (reading: Reading) =>
    reading.tables.map((table) => line(table.columns.join(' / '), table.rows.length)),
  programme: (reading: Reading) =>
    (reading.forwardProgramme?.meetings ?? []).map((one) =>
      line(one.date, one.items.map((item) => item.title).join('; ')),
    ),
  /** Language, words of the block. */
  langs: (reading: Reading) =>
    reading.blocks.flatMap((block) =>
      block.type === 'paragraph' && block.text.length > 40 ? [line(block.lang ?? null, block.text)] : [],
    ),
  /** Number, day, who, title, sum, what was decided. */
  decisions: (reading: Reading) =>
    reading.decisions.map((one) =>
      line(one.number, one.date, one.decidedBy, one.title, one.value, one.decision ?? ''),
    ),
  recommendations: (reading: Reading) =>
    reading.recommendations.map((one) => line(one.number, one.kind, one.text)),
  blocks: (reading: Reading) => reading.blocks.map(words),
} satisfies Record<string, (reading: Reading) => string[]>

const cellAgrees = (wanted: string, found: string): boolean =>
  wanted.startsWith('~') ? found.includes(wanted.slice(1)) : wanted === found

/** The last cell of what was read may hold the sign between cells itself. */
function agrees(wanted: string, found: string): boolean {
  const cells = wanted.split(' | ')
  const read = found.split(' | ')
  const all = [...read.slice(0, cells.length - 1), read.slice(cells.length - 1).join(' | ')]
  return read.length >= cells.length && cells.every((cell, at) => cellAgrees(cell, all[at] ?? ''))
}

/** What was looked for and what was wrong: missed lines, lines that should not be there, lines out of order. */
export type Held = { document: string; facts: number; right: number; faults: string[] }

function holdPart(part: string, wanted: readonly string[], found: readonly string[]): Omit<Held, 'document'> {
  const left = [...found]
  const missed = wanted.filter((each) => {
    const at = left.findIndex((one) => agrees(each, one))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const faults = [
    ...missed.map((each) => `${part}: missed "${each}"`),
    ...left.map((each) => `${part}: read "${each}"`),
  ]
  const inOrder = wanted.every((each, at) => agrees(each, found[at] ?? ''))
  if (faults.length === 0 && !inOrder) faults.push(`${part}: out of order`)
  const facts = Math.max(wanted.length, found.length, 1)
  return {
    facts,
    right: Math.max(0, facts - Math.max(missed.length, left.length, faults.length > 0 ? 1 : 0)),
    faults,
  }
}

const isPart = (part: string): part is keyof typeof PARTS => part in PARTS

/** The lines of the parts that a document names, as they were read. */
export const linesOf = (reading: Reading, parts: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(parts.filter(isPart).map((part) => [part, PARTS[part](reading)]))

/** Holds a reading to what is expected of it. */
export function hold(document: Document, reading: Reading): Held {
  const parts = Object.entries(document.expected).map(([part, wanted]) => {
    const found = isPart(part) ? PARTS[part](reading) : []
    return holdPart(part, typeof wanted === 'string' ? [wanted] : wanted, found)
  })
  return {
    document: document.name,
    facts: parts.reduce((sum, part) => sum + part.facts, 0),
    right: parts.reduce((sum, part) => sum + part.right, 0),
    faults: parts.flatMap((part) => part.faults),
  }
}
