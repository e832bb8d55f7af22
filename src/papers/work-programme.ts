/** Recognises a forward work programme: dated meetings, the items planned for each, standing items and items to note. */
import { dateOf } from '../lib/index.ts'
import { datesIn, firstDate, firstMonth, isOnlyDate } from './dates.ts'
import type { Block, ForwardProgramme, ListItem } from './reading.ts'
import { wordsOf } from './tree.ts'

type Row = { title: string; origin: string | null; owner: string | null }

const TITLE =
  /\b(?:forward|future)\s+(?:work\s*)?(?:programme|plan)\b|\bforward look\b|\bwork\s*(?:programme|plan)\b|blaenraglen waith/i
const STANDING =
  /^(?:standard|standing)\s+(?:agenda\s+)?items?\b|^items? (?:at|for|on) (?:each|every) (?:meeting|agenda)|^(?:at )?(?:each|every) meeting\b/i
const NOTE = /^items? (?:to|for) (?:note|noting|information)\b/i

const monthAlone = (words: string): boolean =>
  /^(?:\w+day )?[A-Z]\w{2,9} \d{4}(?:\s*\(.*\))?:?$/.test(words.trim()) && firstMonth(words) !== null

/** The day or month that a line announces when it is nothing else: "6 February 2020", "Meeting: March 2021". */
function heading(words: string): string | null {
  const bare = words
    .replace(/^(?:panel |committee |board )?(?:meeting|date)(?: of| on| date)?\s*[-–—:]?\s*/i, '')
    .trim()
  if (bare.length > 90) return null
  if (isOnlyDate(bare) || /^(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? \w+ \d{4}\b[^.]{0,50}$/.test(bare))
    return firstDate(bare)
  return monthAlone(bare) ? firstMonth(bare) : null
}

/** Where a forward work programme begins among the blocks: its title with dated groups soon after; -1 when there is none. */
export function findProgramme(blocks: readonly Block[], from = 0): number {
  return blocks.findIndex((block, index) => {
    if (index < from || block.type === 'list' || block.type === 'table') return false
    if (
      !TITLE.test(block.text) ||
      block.text.length > 140 ||
      /[.]$/.test(block.text) ||
      (block.number !== null && block.type === 'paragraph')
    )
      return false
    return blocks.slice(index + 1, index + 8).some((next, near, after) => {
      if (next.type === 'table')
        return (
          next.rows.some((row) => heading(row[0] ?? '') !== null) ||
          /date|meeting/i.test(next.columns[0] ?? '')
        )
      if (next.type === 'list' || next.text.length > 100 || heading(next.text) === null) return false
      const held = after[near + 1]
      return (
        held?.type === 'table' ||
        held?.type === 'list' ||
        (held?.type === 'paragraph' && held.text.length < 160)
      )
    })
  })
}

type Columns = { title: number; origin: number; owner: number; date: number }

function columnsOf(header: readonly string[]): Columns {
  const at = (form: RegExp): number => header.findIndex((cell) => form.test(cell))
  return {
    title: at(/item|title|report|subject|topic|business|paper/i),
    origin: at(/origin|requested|reason|source|purpose|why|status/i),
    owner: at(/owner|lead|author|responsib|officer|from|by whom|presenter/i),
    date: at(/date|meeting|month|when/i),
  }
}

/** A row of a programme; without header cells the order is title, origin, owner. */
function rowOf(row: readonly string[], header: readonly string[]): Row {
  const cell = (at: number): string | null => (row[at] === undefined || row[at] === '' ? null : row[at])
  if (header.length === 0) return { title: row[0] ?? '', origin: cell(1), owner: cell(2) }
  const columns = columnsOf(header)
  const free = [...row.keys()].find((index) => index !== columns.date) ?? 0
  return {
    title: cell(columns.title) ?? row[free] ?? '',
    origin: cell(columns.origin),
    owner: cell(columns.owner),
  }
}

const OWNER =
  /^(?:PF?CC|OPF?CC|Commissioner|Chief Constable|Panel|Chair(?:man)?|Clerk|Chief Executive|Officers?|Host authority|Mayor)$/i

/** A line "Budget – statutory requirement – PCC" or "Budget (PCC)". */
function lineOf(text: string): Row {
  const bracket = /^(.*\S)\s*\(([^()]{2,60})\)$/.exec(text)
  const [title = text, ...rest] = text.split(/\s+[–—|]\s+/)
  const last = rest.at(-1)
  if (last !== undefined && OWNER.test(last)) {
    const origin = rest.length > 1 ? (rest.at(-2) ?? null) : null
    return { title: [title, ...rest.slice(0, -2)].join(' – '), origin, owner: last }
  }
  if (bracket?.[1] !== undefined && bracket[2] !== undefined && OWNER.test(bracket[2]))
    return { title: bracket[1], origin: null, owner: bracket[2] }
  return { title: text, origin: null, owner: null }
}

const flat = (items: readonly ListItem[]): string[] =>
  items.flatMap((item) => [item.text, ...flat(item.items)])

type Work = { programme: ForwardProgramme; mode: 'meeting' | 'standing' | 'note' | 'none' }

/** Reads the programme whose title stands at `from`; it ends before `to`. Ranges index `blocks`. */
export function readProgramme(blocks: readonly Block[], from: number, to: number): ForwardProgramme {
  const title = wordsOf(
    blocks[from] ?? { type: 'list', ordered: false, items: [], page: null, start: 0, end: 0 },
  )
  const programme: ForwardProgramme = {
    asAt: firstDate(title) ?? firstMonth(title),
    meetings: [],
    standing: [],
    toNote: [],
    blocks: [from, to],
  }
  const work: Work = { programme, mode: 'none' }
  let last = from
  for (let index = from + 1; index < to; index += 1) {
    const block = blocks[index]
    if (block === undefined || !readBlock(work, block)) {
      if (work.mode !== 'none') break
      continue
    }
    last = index
  }
  programme.blocks = [from, last + 1]
  return programme
}

function readBlock(work: Work, block: Block): boolean {
  const { programme } = work
  if (block.type === 'table') return readTable(work, block)
  if (block.type === 'list') {
    for (const text of flat(block.items)) add(work, text)
    return work.mode !== 'none'
  }
  const { text } = block
  const day = heading(text)
  if (day !== null) {
    programme.meetings.push({ date: day, items: [] })
    work.mode = 'meeting'
  } else if (STANDING.test(text)) work.mode = labelled(work, text, 'standing')
  else if (NOTE.test(text)) work.mode = labelled(work, text, 'note')
  else if (/\b(?:as at|updated|correct at)\b/i.test(text) && (firstDate(text) ?? firstMonth(text)) !== null)
    programme.asAt ??= firstDate(text) ?? firstMonth(text)
  else if (text.length > 160 || (block.type === 'heading' && work.mode !== 'none')) return false
  else if (work.mode !== 'none') add(work, text)
  return true
}

/** "Standing items: questions" may go on after its colon. */
function labelled(work: Work, text: string, mode: 'standing' | 'note'): Work['mode'] {
  const rest = /:\s*(\S.*)$/.exec(text)?.[1]
  if (rest !== undefined)
    for (const each of rest.split(/;\s*/))
      (mode === 'standing' ? work.programme.standing : work.programme.toNote).push(each)
  return mode
}

function add(work: Work, text: string): void {
  if (work.mode === 'standing') work.programme.standing.push(text)
  else if (work.mode === 'note') work.programme.toNote.push(text)
  else if (work.mode === 'meeting') work.programme.meetings.at(-1)?.items.push(lineOf(text))
}

function readTable(work: Work, block: Extract<Block, { type: 'table' }>): boolean {
  const { programme } = work
  const columns = columnsOf(block.columns)
  const rows =
    block.columns.length > 0 && heading(block.columns[0] ?? '') !== null
      ? [block.columns, ...block.rows]
      : block.rows
  for (const row of rows) {
    const day = heading(row[columns.date < 0 ? 0 : columns.date] ?? '') ?? dayInCell(row, columns.date)
    const rest = row.filter((cell) => cell !== '')
    if (day !== null) {
      if (programme.meetings.at(-1)?.date !== day) programme.meetings.push({ date: day, items: [] })
      work.mode = 'meeting'
      if (rest.length === 1) continue
    }
    if (rest.length === 1 && STANDING.test(rest[0] ?? '')) work.mode = 'standing'
    else if (rest.length === 1 && NOTE.test(rest[0] ?? '')) work.mode = 'note'
    else if (work.mode === 'standing' || work.mode === 'note') add(work, rest[0] ?? '')
    else if (work.mode === 'meeting') {
      const dated = day !== null || columns.date >= 0
      const cells = dated && block.columns.length === 0 ? row.slice(1) : row
      programme.meetings.at(-1)?.items.push(rowOf(cells, block.columns))
    } else return false
  }
  return true
}

function dayInCell(row: readonly string[], column: number): string | null {
  const cell = column < 0 ? '' : (row[column] ?? '')
  const [found] = datesIn(cell)
  if (found?.day !== undefined && found.day !== null) return found.day
  const month = cell === '' ? null : firstMonth(cell)
  return month !== null && dateOf(Number(month.slice(0, 4)), Number(month.slice(5)), 1) !== undefined
    ? month
    : null
}
