/** Joins the rows of a region into paragraphs, headings, list items and labelled lines by spacing, indent and fit. */
import { greatest, least } from '../extent.ts'
import { LABEL, MARK, PAGES, type TextPiece } from './pieces.ts'
import type { Row, Segment } from './rows.ts'

/** What is usual in the document: the distance of rows for each size of letters, as a share of that size. */
export type Leading = (size: number) => number

type Open = { rows: Row[]; text: string; tail: string; textX: number; x: number; gap: boolean }

/** Rows further apart than this many times the usual distance are not of one paragraph. */
const APART = 1.14

const OPENING =
  /^(?:[-–—•·▪◦●○‣➢➤✓❖■□*]\s|o\s+[A-Z]|\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]\s|\((?:\d{1,3}|[ivx]{1,5}|[a-zA-Z]{1,2})\)\s|\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+\S|[A-Z]\d{1,2}\.?\s+[A-Z]|\d{1,4}\/\d{2,4}\s)/

/** The pieces that rows of one region make; `within` says that the file told they are one element, so that only forced line ends part them. */
export function paragraphsOf(
  rows: readonly Row[],
  leading: Leading,
  limit: number,
  within = false,
): TextPiece[] {
  const pieces: TextPiece[] = []
  let open: Open | undefined
  const limits = within ? rows.map(() => limit) : localLimits(rows, leading, limit)
  rows.forEach((row, index) => {
    const before = rows[index - 1]
    const rest = reading(row)
    if (
      open !== undefined &&
      before !== undefined &&
      goesOn(open, before, row, { leading, limit: limits[index - 1] ?? limit, within })
    ) {
      open.rows.push(row)
      open.text += `\n${rest.text}`
      open.tail ||= rest.tail
      return
    }
    if (open !== undefined) pieces.push(piece(open, limits[index - 1] ?? limit))
    const gap = before === undefined || row.y - before.y > leading(row.size) * row.size * APART
    open = { rows: [row], text: rest.text, tail: rest.tail, textX: rest.textX, x: row.x, gap }
  })
  if (open !== undefined) pieces.push(piece(open, limits.at(-1) ?? limit))
  return pieces
}

/** How a row reads: its mark before its words, the page range at its right kept for the end of the item. */
function reading(row: Row): { text: string; tail: string; textX: number } {
  const segments = [...row.segments]
  const last = segments.at(-1)
  let tail = ''
  if (last !== undefined && segments.length > 1 && PAGES.test(last.text)) {
    tail = last.text
    segments.pop()
  }
  const [first, second] = segments
  const led = first !== undefined && second !== undefined && isLead(first)
  return { text: segments.map((each) => each.text).join(' '), tail, textX: led ? second.x : row.x }
}

/** A mark or a label before words set apart. */
export const isLead = (segment: Segment): boolean => MARK.test(segment.text) || LABEL.test(segment.text)

type Usual = { leading: Leading; limit: number; within: boolean }

function goesOn(open: Open, before: Row, row: Row, usual: Usual): boolean {
  const first = row.segments[0]
  if (first === undefined) return false
  if (row.segments.length > 1 && isLead(first)) return false
  if (!usual.within) {
    if (Math.abs(row.size - before.size) > before.size * 0.08) return false
    if (row.y - before.y > usual.leading(row.size) * row.size * APART || row.y <= before.y) return false
    if (row.bold !== before.bold && (isWhole(open) || row.segments.every((each) => each.bold))) return false
  }
  if (opensAnew(open, first)) return false
  if (labelled(first.text) && (labelled(open.text) || endsShort(before, first, usual))) return false
  if (!usual.within && endsParagraph(open.text) && (dented(open, row) || outdented(open, row))) return false
  return !endsShort(before, first, usual) || (/^[a-z]/.test(first.text) && !/[.!?:;]$/.test(open.text))
}

const labelled = (text: string): boolean => LABEL.test(/^[^:]{1,40}:/.exec(text)?.[0] ?? '')

/** All its rows are bold: a heading, to which plain words do not belong. */
const isWhole = (open: Open): boolean => open.rows.every((row) => row.bold)

/** A row that begins with a mark, unless a sentence merely broke before a number. */
function opensAnew(open: Open, first: Segment): boolean {
  if (!OPENING.test(`${first.text} `)) return false
  const sentence = /[.!?:;,)”"’]$|\b(?:and|or)$/.test(open.text) || OPENING.test(open.text)
  return sentence || /^[•·▪◦●○‣➢➤✓❖■□]/.test(first.text) || first.x < open.textX - 4
}

/** Whether the next word would have found room: then the line was ended on purpose. */
function endsShort(before: Row, next: Segment, usual: Usual): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? ''
  const width = ((next.right - next.x) / Math.max(1, next.text.length)) * (word.length + 1.5) * 1.15
  // Inside one element of a tagged file rows break by themselves unless they are far shorter than their measure.
  const spare = usual.within ? (usual.limit - before.x) * 0.08 : 0
  return before.right + width + spare < usual.limit
}

const endsParagraph = (text: string): boolean => /[.!?:;]["”’)]*$/.test(text)

/** The row begins further in than the one above though the paragraph does not hang. */
const dented = (open: Open, row: Row): boolean =>
  open.rows.length > 1 && row.x - (open.rows.at(-1)?.x ?? row.x) > row.size * 0.8

/** The row falls back to the margin after rows that hang. */
const outdented = (open: Open, row: Row): boolean => open.textX > open.x + 4 && row.x < open.textX - 4

/**
 * How far rows run, measured among the neighbours of each that stand together when several of them show a margin; else
 * by the page.
 */
function localLimits(rows: readonly Row[], leading: Leading, limit: number): number[] {
  const limits: number[] = []
  let group: Row[] = []
  const close = () => {
    const widest = greatest(group.map((row) => row.right))
    const left = least(group.map((row) => row.x))
    const reaching = group.filter((row) => row.right > widest - (widest - left) * 0.1)
    const shown =
      group.length > 3 && reaching.length > group.length * 0.5 && widest - left > (limit - left) * 0.4
    for (const _ of group) limits.push(shown ? widest : Math.max(limit, widest))
    group = []
  }
  for (const row of rows) {
    const before = group.at(-1)
    if (before !== undefined && row.y - before.y > leading(row.size) * row.size * APART) close()
    group.push(row)
  }
  if (group.length > 0) close()
  return limits
}

function piece(open: Open, limit: number): TextPiece {
  const last = open.rows.at(-1)
  const first = open.rows[0]
  return {
    type: 'text',
    page: first?.page ?? 0,
    text: open.tail === '' ? open.text : `${open.text} ${open.tail}`,
    x: open.x,
    size: first?.size ?? 0,
    bold: isWhole(open),
    italic: open.rows.every((row) => row.italic),
    level: null,
    gap: open.gap,
    full: (last?.right ?? 0) > limit - (last?.size ?? 0) * 6,
  }
}
