/** Finds the documents inside a file: where minutes begin and end, where papers and the work programme stand. */

import { attendanceLabel } from './attendance.ts'
import { firstDate } from './dates.ts'
import { greatest, least } from './extent.ts'
import type { Block, Item, Paper } from './reading.ts'
import { wordsOf } from './tree.ts'
import { findProgramme } from './work-programme.ts'

const MINUTED =
  /^(?:draft |printed |unconfirmed )*minutes\s+of\s+(?:(?:a|the)\s+)?.{0,160}\b(?:held|meeting)\b/i
const TITLE = /^(?:draft |unconfirmed )*(?:minutes|cofnodion)\b[^.]{0,120}$|\b(?:minutes|cofnodion)$/i
/** "Minutes: Northshire Police and Crime Panel, 21 May 2025": a title, where an item would name no body. */
const NAMED = /^(?:draft |unconfirmed )*minutes\s*[:–—-]\s*.*\b(?:panel|board|committee|authority)\b/i
/** "Minutes of the Northshire Police and Crime Panel", which may have its day on the next line. */
const OWN_TITLE = /^(?:draft |unconfirmed )*minutes\s+of\s+.*\b(?:panel|board|committee|authority)$/i
const datedSoon = (blocks: readonly Block[], index: number): boolean =>
  blocks.slice(index, index + 3).some((block) => firstDate(wordsOf(block)) !== null)
const BODY = /\b(?:panel|board|committee|authority|council)\b/i

/** Whether "Present:" or the like stands among the next blocks. */
export function presentSoon(blocks: readonly Block[], from: number): boolean {
  return blocks
    .slice(from, from + 14)
    .some(
      (block) =>
        block.type !== 'list' && block.type !== 'table' && attendanceLabel(block.text)?.group === 'present',
    )
}

/** The block at which minutes begin; -1 when there are none. */
export function findMinutes(blocks: readonly Block[]): number {
  const at = blocks.findIndex((block, index) => {
    if (block.type === 'list' || block.type === 'table' || /\bpages?\s+\d/i.test(block.text)) return false
    if (block.number !== null) return false
    if (MINUTED.test(block.text) && firstDate(block.text) !== null && block.text.length < 500)
      return presentSoon(blocks, index) || index < 4 || /^MINUTES\b|\.$/.test(block.text)
    if (index < 3 && OWN_TITLE.test(block.text) && block.text.length < 160 && datedSoon(blocks, index))
      return true
    if (index < 4 && NAMED.test(block.text) && firstDate(block.text) !== null && block.text.length < 140)
      return true
    return TITLE.test(block.text) && block.text.length < 140 && presentSoon(blocks, index)
  })
  if (at < 0) return unannounced(blocks)
  return at - titlesBefore(blocks, at)
}

/** Headings straight before the minutes that only name the body belong to them. */
function titlesBefore(blocks: readonly Block[], at: number): number {
  const before = blocks[at - 1]
  return before?.type === 'heading' &&
    BODY.test(before.text) &&
    before.number === null &&
    !/agenda/i.test(before.text)
    ? 1
    : 0
}

/** Minutes whose title does not say so: "Present:" with people at the beginning of the file. */
function unannounced(blocks: readonly Block[]): number {
  const at = blocks.findIndex(
    (block) =>
      block.type !== 'list' && block.type !== 'table' && attendanceLabel(block.text)?.group === 'present',
  )
  if (at < 0 || at > 12) return -1
  const agenda = blocks
    .slice(0, at)
    .some((block) => block.type === 'heading' && /^agenda\b/i.test(block.text))
  return agenda ? -1 : 0
}

const MARKER = /^(?:minutes|decisions?|cofnodion|penderfyniad)$/i

/** Whether the page prints what was minuted under each entry of its agenda, after "Minutes:" or "Decision:". */
export function isCommitteePage(text: string, blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return false
    if (/^(?:minutes|cofnodion):(?:\s|$)/i.test(block.text)) return true
    return MARKER.test(block.text.replace(/:$/, '')) && text.slice(block.start, block.end).includes(':')
  })
}

/** The parts of a file: the agenda up to `agendaEnd`, the minutes, where the programme begins and ends. */
export type Parts = {
  agendaEnd: number
  minutes: readonly [number, number] | null
  programme: readonly [number, number] | null
}

/** Cuts a file into its parts; `papers` are the reports that were found in it. */
export function partsOf(blocks: readonly Block[], papers: readonly Paper[]): Parts {
  const minutesAt = findMinutes(blocks)
  const heads = papers.map((paper) => paper.blocks[0])
  const after = Math.max(0, minutesAt)
  const programmeAt = programmeAfter(blocks, heads, minutesAt)
  const ends = [...heads, programmeAt].filter((start) => start > after)
  const minutesEnd = least([...ends, blocks.length])
  const nextPart = [...heads, programmeAt, minutesAt].filter((start) => start > 0)
  const programmeEnd = least([...[...heads, minutesAt].filter((start) => start > programmeAt), blocks.length])
  return {
    agendaEnd: least([...nextPart, blocks.length]),
    minutes: minutesAt < 0 ? null : [minutesAt, minutesEnd],
    programme: programmeAt < 0 ? null : [programmeAt, programmeEnd],
  }
}

/** A programme's own title: not the item of that name in the agenda or the minutes. */
function programmeAfter(blocks: readonly Block[], heads: readonly number[], minutesAt: number): number {
  const from = greatest([0, ...heads, minutesAt])
  const late = findProgramme(blocks, from)
  return late >= 0 ? late : findProgramme(blocks)
}

const STOP = new Set([
  'the',
  'and',
  'for',
  'with',
  'from',
  'report',
  'update',
  'police',
  'crime',
  'commissioner',
  'commissioners',
  'panel',
  'item',
  'paper',
  'overview',
  'latest',
])

const wordSet = (title: string): Set<string> =>
  new Set(
    title
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 2 && !STOP.has(word))
      .map((word) => word.replace(/s$/, '')),
  )

/** How many telling words two titles share. */
function shared(a: string, b: string): number {
  const words = wordSet(a)
  return [...wordSet(b)].filter((word) => words.has(word)).length
}

/** Says which agenda item each paper of a pack belongs to: by words of its subject, else by order where the numbers agree. */
export function matchPapers(papers: readonly Paper[], items: readonly Item[]): Paper[] {
  const business = items.filter(
    (item) =>
      item.number !== null &&
      !/\bminutes\b|apolog|declaration|work programme|announcement|^questions/i.test(item.title),
  )
  const paged = business.filter((item) => item.pages !== null)
  const inOrder = paged.length === papers.length ? paged : business.length === papers.length ? business : []
  const taken = new Set<string>()
  return papers.map((paper, index) => {
    if (paper.item !== null) return paper
    const ranked = business
      .filter((item) => !taken.has(item.number ?? ''))
      .map((item) => ({ item, score: shared(paper.subject ?? '', item.title) }))
      .toSorted((a, b) => b.score - a.score)
    const [best, second] = ranked
    const clear = best !== undefined && best.score > 0 && best.score > (second?.score ?? 0)
    const number = clear ? best.item.number : (inOrder[index]?.number ?? null)
    if (number !== null) taken.add(number)
    return { ...paper, item: number }
  })
}

/** A table headed "No.", "Item" and "Page" is the agenda, whether or not the word stands over it. */
const listsBusiness = (block: Extract<Block, { type: 'table' }>): boolean =>
  /^(?:no\.?|number|item(?: no\.?| number)?)$/i.test(block.columns[0] ?? '') &&
  /^(?:item|agenda item|title|subject|business|report)\b/i.test(block.columns[1] ?? '') &&
  block.columns.some((cell) => /^pages?\b/i.test(cell)) &&
  block.rows.length > 2

/** Whether the words before any item say that this is an agenda. */
export function isAgenda(blocks: readonly Block[]): boolean {
  return blocks.slice(0, 40).some((block) => {
    if (block.type === 'table' && listsBusiness(block)) return true
    const words = wordsOf(block)
    if (
      /\bnotice\b.{0,80}\bmeeting\b|\bmeeting\b.{0,200}\bwill be held\b/is.test(words) &&
      block.type !== 'list'
    )
      return true
    return (
      block.type !== 'list' &&
      block.type !== 'table' &&
      words.length < 140 &&
      /^(?:public |supplementary |summons and )?agenda\b(?! item)|\bagenda(?: pack)?$|^rhaglen\b/i.test(words)
    )
  })
}
