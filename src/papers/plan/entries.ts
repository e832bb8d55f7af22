/** Takes the entries of a part of a plan, its principles, priorities or opportunities, in whatever form they are printed. */
import type { Block, BlockRange } from '../reading.ts'
import { labelled, type Section } from './outline.ts'

export type Entry = {
  number: string | null
  title: string
  blocks: BlockRange | null
  /** Which list of its section it stands in, counted from 0: a second list may be another's. */
  list: number
  /** The block it stands in. */
  at: number
}

const ASIDE =
  /^(?:why|what|how|where|who|when|measur|outcome|success|introduc|overview|summar|key|background|context|next steps|in practice|our approach)\b/i

/** The entries of a section: numbered or labelled headings first; else lists, titled paragraphs, headings, a table's first column. */
export function entriesOf(blocks: readonly Block[], section: Section): Entry[] {
  const forms = [numberedHeadings, lists, titledParagraphs, plainHeadings, firstColumn]
  for (const form of forms) {
    const entries = form(blocks, section)
    if (entries.length > 0) return entries
  }
  return []
}

function numberedHeadings(blocks: readonly Block[], section: Section): Entry[] {
  const heads = headingsIn(blocks, section).filter(
    ({ block }) => block.number !== null || labelled(block.text) !== undefined,
  )
  const own = blocks[section.heading]
  const depth = own?.type === 'heading' && own.number !== null ? own.number.split('.').length + 1 : 1
  return heads
    .filter(
      ({ block }) =>
        labelled(block.text) !== undefined || block.number?.replace(/\.$/, '').split('.').length === depth,
    )
    .map(({ block, index }, position, all) => {
      const named = labelled(block.text)
      const next = all[position + 1]?.index ?? section.to
      const number = named?.number ?? block.number?.replace(/\.$/, '') ?? null
      return { number, title: tidy(named?.title ?? block.text), blocks: [index, next], list: 0, at: index }
    })
}

type Heading = Extract<Block, { type: 'heading' }>

function headingsIn(blocks: readonly Block[], section: Section): { block: Heading; index: number }[] {
  const found: { block: Heading; index: number }[] = []
  for (let index = section.from; index < section.to; index += 1) {
    const block = blocks[index]
    if (block?.type === 'heading') found.push({ block, index })
  }
  return found
}

/** Items of the lists before any heading: of all when a sentence led in to them, else of the first and what follows it at once. */
function lists(blocks: readonly Block[], section: Section): Entry[] {
  const entries: Entry[] = []
  let list = -1
  for (let index = section.from; index < section.to; index += 1) {
    const block = blocks[index]
    if (block?.type === 'heading') break
    if (block?.type === 'list') {
      list += 1
      for (const item of block.items) {
        const number = /\d{1,2}/.exec(item.marker)?.[0] ?? null
        entries.push({ number, title: titleOf(item.text), blocks: null, list, at: index })
      }
    } else if (list >= 0 && !(block?.type === 'paragraph' && block.text.endsWith(':'))) break
  }
  return entries
}

/** "Put victims first: we will …", "1. Keep people safe" */
function titledParagraphs(blocks: readonly Block[], section: Section): Entry[] {
  const entries: Entry[] = []
  for (let index = section.from; index < section.to; index += 1) {
    const block = blocks[index]
    if (block?.type !== 'paragraph') continue
    const titled = /^[A-Z][^.?!:]{8,140}: \S/.test(block.text)
    if (titled || (block.number !== null && block.text.length < 140)) {
      entries.push({
        number: block.number,
        title: titleOf(block.text),
        blocks: [index, index + 1],
        list: 0,
        at: index,
      })
    }
  }
  return entries.length > 1 ? entries : []
}

function plainHeadings(blocks: readonly Block[], section: Section): Entry[] {
  const heads = headingsIn(blocks, section)
  const top = heads.reduce((least, { block }) => Math.min(least, block.level), 6)
  return heads
    .filter(({ block }) => block.level === top && !ASIDE.test(block.text))
    .map(({ block, index }, position, all) => ({
      number: null,
      title: tidy(block.text),
      blocks: [index, all[position + 1]?.index ?? section.to] as const,
      list: 0,
      at: index,
    }))
}

function firstColumn(blocks: readonly Block[], section: Section): Entry[] {
  for (let index = section.from; index < section.to; index += 1) {
    const block = blocks[index]
    if (block?.type !== 'table') continue
    const entries = columnOf(block, index, /priorit|objective|principle|opportunit|ambition/i)
    if (entries.length > 0) return entries
  }
  return []
}

/** The entries that the column with such a header names, numbered where the column before it counts them; it is the first or the second. */
export function columnOf(block: Extract<Block, { type: 'table' }>, at: number, header: RegExp): Entry[] {
  const column = block.columns.slice(0, 2).findIndex((cell) => header.test(cell))
  if (column < 0) return []
  return block.rows.flatMap((row) => {
    const [, number, words] = /^(?:(\d{1,2})[.)]?\s+)?(.*)$/.exec(row[column] ?? '') ?? []
    const counted = column === 1 ? /^\d{1,2}(?=[.)]?$)/.exec(row[0] ?? '')?.[0] : undefined
    const title = tidy(words ?? '')
    return title === '' ? [] : [{ number: number ?? counted ?? null, title, blocks: null, list: 0, at }]
  })
}

/** The title of an entry that goes on after it: what stands before a colon, or before a dash; else all of a short entry. */
export function titleOf(text: string): string {
  const colon = /^([^:]{4,140}?):\s+\S/.exec(text)?.[1]
  if (colon !== undefined && !/[.?!]\s/.test(colon)) return tidy(colon)
  const dash = /^(.{4,100}?)\s[–—-]\s+\S/.exec(text)?.[1]
  const brief = dash !== undefined && /^\p{Lu}[\p{L}’'-]*(?: \p{L}+)?$/u.test(dash)
  if (dash !== undefined && (brief || text.length > dash.length + 60) && !/[.?!]\s/.test(dash))
    return tidy(dash)
  return tidy(/^(.+?[a-z)’”'"])[.;](?:\s+(?=[A-Z“‘])|$)/.exec(text)?.[1] ?? text)
}

/** Without the comma, the "and" or the full stop that the list gave it. */
export const tidy = (title: string): string =>
  title
    .replace(/[;,]?\s+(?:and|or)$/i, '')
    .replace(/[\s.;,:–—-]+$/, '')
    .trim()
