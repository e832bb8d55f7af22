/** Recognises reports: the From/To/Subject/Date heads of papers to a panel, and the title page of a report to a board. */
import { firstDate, isOnlyDate } from './dates.ts'
import type { Block, Paper, Reading } from './reading.ts'

type Document = Pick<Reading, 'text' | 'blocks'>
type Field = 'from' | 'to' | 'subject' | 'date' | 'item'

const FIELDS: readonly [Field, RegExp][] = [
  ['from', /^(?:from|by|report (?:of|by|from)|report author|author|presented by|o(?:ddi wrth)?|gan)$/i],
  ['to', /^(?:to|report to|report for|meeting|name of meeting|committee|i|at)$/i],
  [
    'subject',
    /^(?:subject|title|report title|title of report|subject of report|re|report on|item title|pwnc|teitl)$/i,
  ],
  ['date', /^(?:date|meeting date|date of meeting|date of report|report date|dyddiad)$/i],
  ['item', /^(?:agenda )?item(?: no\.?| number)?$/i],
]

const fieldOf = (label: string): Field | undefined => FIELDS.find(([, form]) => form.test(label.trim()))?.[0]

type Line = { field: Field; value: string; next: number }

/** The labelled lines that a block holds: one, several of a small table, or a label whose value is the next block. */
function labelsAt(blocks: readonly Block[], index: number): Line[] {
  const block = blocks[index]
  if (block === undefined || block.type === 'list') return []
  if (block.type === 'table') {
    const rows = [block.columns, ...block.rows].filter((row) => row.length === 2)
    return rows.flatMap((row): Line[] => {
      const field = fieldOf((row[0] ?? '').replace(/:$/, ''))
      return field === undefined ? [] : [{ field, value: row.slice(1).join(' ').trim(), next: index + 1 }]
    })
  }
  const [, label, rest] = /^([A-Za-z .]{1,22}?)\s*:\s*(.*)$/s.exec(block.text) ?? []
  const field = label === undefined ? undefined : fieldOf(label)
  if (field !== undefined && rest !== undefined && rest !== '')
    return [{ field, value: rest, next: index + 1 }]
  // A heading loses its colon when it becomes a block, and a label alone in its line is taken for one.
  const alone = fieldOf(block.text.replace(/:$/, ''))
  const value = blocks[index + 1]
  if (alone === undefined || value?.type !== 'paragraph' || value.text.length > 200) return []
  return [{ field: alone, value: value.text, next: index + 2 }]
}

type Head = { at: number; end: number; fields: Map<Field, string> }

/** Labelled lines that stand together, a line between them at most, and name a subject and from whom or to whom. */
function headAt(blocks: readonly Block[], at: number): Head | undefined {
  const fields = new Map<Field, string>()
  let index = at
  let strange = 0
  while (index < blocks.length && strange < 2) {
    const lines = labelsAt(blocks, index).filter((line) => !fields.has(line.field))
    if (lines.length === 0) {
      strange += 1
      index += 1
      continue
    }
    strange = 0
    for (const line of lines) fields.set(line.field, line.value)
    index = Math.max(index + 1, ...lines.map((line) => line.next))
  }
  if (!fields.has('subject') || !(fields.has('from') || fields.has('to')) || fields.size < 3) return undefined
  return { at, end: index - strange, fields }
}

/** Every paper in the document that begins with From, To, Subject and Date, in order; each ends where the next begins. Ranges index `document.blocks`. */
export function readReports(document: Document): Paper[] {
  const { blocks } = document
  const heads: Head[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    const head = labelsAt(blocks, index).length > 0 ? headAt(blocks, index) : undefined
    if (head !== undefined) {
      heads.push(head)
      index = head.end - 1
    }
  }
  return heads.map((head, position) => paperOf(blocks, head, heads[position + 1]?.at ?? blocks.length))
}

function paperOf(blocks: readonly Block[], head: Head, until: number): Paper {
  const own = blocks.slice(head.end, until)
  const { fields } = head
  return {
    item: fields.get('item')?.replace(/^item\s*/i, '') ?? itemOver(blocks, head.at),
    from: fields.get('from') ?? null,
    to: fields.get('to') ?? null,
    subject: fields.get('subject') ?? null,
    date: firstDate(fields.get('date') ?? ''),
    paragraphs: paragraphsIn(own),
    headings: headingsIn(own),
    blocks: [head.at, until],
  }
}

/** "Agenda item B1" straight over the head. */
function itemOver(blocks: readonly Block[], at: number): string | null {
  for (const block of blocks.slice(Math.max(0, at - 2), at).toReversed()) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue
    const found = /^(?:agenda )?item:? (?:no\.? ?)?([A-Z]?\d{1,3}[a-z]?)$/i.exec(block.text)?.[1]
    if (found !== undefined) return found
  }
  return null
}

/** How many numbered paragraphs stand there, whatever their form of numbering. */
export const paragraphsIn = (blocks: readonly Block[]): number =>
  blocks.filter((block) => block.type === 'paragraph' && block.number !== null).length

/** The headings in order, with their numbers where they have one, without the full stop or colon that some print. */
export const headingsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.type === 'heading'
      ? [`${block.number === null ? '' : `${block.number} `}${block.text.replace(/[.:]$/, '')}`]
      : [],
  )

/** What the first page of a report to a board says. */
export type TitlePage = {
  title: string | null
  from: string | null
  body: string
  date: string | null
  item: string | null
  /** Where the report itself begins. */
  end: number
}

const REPORT_OF =
  /^(?:(?:a )?report (?:of|by|from)(?: the)? (?<by>[^:]{3,90}?)|(?<whose>[^:]{3,90}?)[’']s (?:\w+ ){0,2}report)(?:\s+(?:to|for)(?: the)?(?:\s+(?<body>.+))?)?$/i
const BODY = /\b(?:board|panel|committee|authority|meeting|forum)\b/i

/**
 * Reads the title page of a report to a board: whose report it is, to which body, its title and the day of the
 * meeting. `text` is searched for the agenda item that running heads name. Null when there is no such page.
 */
export function readTitlePage(blocks: readonly Block[], text = ''): TitlePage | null {
  const end = endOfTitle(blocks)
  const lines = blocks
    .slice(0, end)
    .flatMap((block) =>
      block.type === 'heading' || block.type === 'paragraph'
        ? [{ text: block.text, number: block.number }]
        : [],
    )
  const at = lines.findIndex((line) => REPORT_OF.test(line.text))
  const found = REPORT_OF.exec(lines[at]?.text ?? '')?.groups
  if (found === undefined) return null
  const rest = lines.filter((_, index) => index !== at).map((line) => line.text)
  const to = rest
    .filter((line) => /^(?:to|for)(?: the)?\s+./i.test(line))
    .map((line) => line.replace(/^(?:to|for)(?: the)?\s+/i, ''))
  const body = [found['body'] ?? '', ...to, ...rest].find((line) => BODY.test(line) && line.length < 140)
  if (body === undefined) return null
  const date =
    rest.find((line) => isOnlyDate(line)) ?? rest.find((line) => firstDate(line) !== null && line.length < 80)
  const titles = rest.filter(
    (line) =>
      line !== date &&
      !line.includes(body) &&
      !/^(?:to|for|from|by|restricted|official|not protectively marked)\b/i.test(line),
  )
  return {
    title: titles.toSorted((one, other) => other.length - one.length)[0] ?? null,
    from: (found['by'] ?? found['whose'] ?? '').trim() || null,
    body: body.trim(),
    date: date === undefined ? null : firstDate(date),
    item: itemInHeads(text),
    end,
  }
}

const isSentence = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && /[a-z\d%)]\.$/.test(block.text) && block.text.split(' ').length > 6

/** The title page ends at the first heading over a sentence, numbered block, list or long paragraph. */
function endOfTitle(blocks: readonly Block[]): number {
  const end = blocks.findIndex(
    (block, index) =>
      index > 10 ||
      block.type === 'list' ||
      block.type === 'table' ||
      (block.type === 'paragraph' && block.text.length > 150) ||
      (block.type === 'heading' && index > 0 && isSentence(blocks[index + 1])) ||
      (block.number !== null && index > 0 && !isOnlyDate(`${block.number} ${block.text}`)),
  )
  return end < 0 ? blocks.length : end
}

/** "Item 3" that recurs alone on a line as the head of pages. */
function itemInHeads(text: string): string | null {
  const seen = [...text.matchAll(/^[ \t]*(?:agenda )?item[: ]+(\w{1,4})[ \t]*$/gim)].map(
    (found) => found[1] ?? '',
  )
  return seen.length > 0 && new Set(seen).size === 1 ? (seen[0] ?? null) : null
}
