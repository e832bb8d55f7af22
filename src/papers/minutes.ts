/** Recognises minutes: their items in the order they were taken, paragraphs, resolutions, declarations. */

import { minutesOf } from './agenda-entry.ts'
import { attendanceLabel, attendeeOf } from './attendance.ts'
import { firstDate } from './dates.ts'
import { headingNumber, readsAsTitle } from './marks.ts'
import { presentSoon } from './parts.ts'
import { personsIn } from './people.ts'
import type { Attendance, Attendee, Block, Item, Member, Warning } from './reading.ts'
import { readResolutions, resolvedIn } from './resolutions.ts'
import { type Tree, wordsOf } from './tree.ts'

type Start = { index: number; number: string | null; title: string; agendaRef: string | null }

const REF = /\s*[([]((?:agenda )?item(?: no\.?)?\s*:?\s*[A-Z]?\d{1,3}[a-z]?(?:\([a-z]\))?)[)\]]\.?$/i
const PART =
  /\b(?:unrestricted|exempt|non-?exempt|public|private|confidential) (?:items?|part|session|business)\b|^part (?:i{1,2}|1|2|a|b)\b|^(?:minutes|present|attendance|agenda)\b:?$/i
const BODY = /\b(?:panel|board|committee|council)$/i

/** Takes the reference to the agenda off a title: "Recruitment (Item B1)". */
function withoutRef(title: string): { title: string; ref: string | null } {
  const match = REF.exec(title)
  return match === null
    ? { title, ref: null }
    : { title: title.slice(0, match.index).trim(), ref: match[1] ?? null }
}

function refBelow(blocks: readonly Block[], index: number): string | null {
  const next = blocks[index + 1]
  if (next?.type !== 'paragraph' && next?.type !== 'heading') return null
  const { title, ref } = withoutRef(` ${next.text}`)
  return title === '' ? ref : null
}

const integer = (number: string): number => Number.parseInt(number.replace(/^[A-Z]/, ''), 10)

/** Whether a number is below another's: 3.1 below 3, but 40/20 beside 39/20. */
const below = (number: string, parent: string | null): boolean =>
  parent !== null && number.startsWith(`${parent}.`)

/** The blocks at which the items of minutes begin. */
export function itemStarts(blocks: readonly Block[]): Start[] {
  const numbered = blocks.some(
    (block, index) => block.type === 'heading' && isNumberedStart(block, index, blocks),
  )
  const starts: Start[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'list' || block.type === 'table') continue
    const start = startAt(blocks, index, starts.at(-1), numbered)
    if (start !== undefined) starts.push(start)
  }
  return starts.length > 0 ? starts : unnumberedStarts(blocks)
}

function isNumberedStart(block: Block, index: number, blocks: readonly Block[]): boolean {
  return (
    block.type === 'heading' &&
    (block.number !== null || refBelow(blocks, index) !== null || REF.test(block.text)) &&
    (block.number !== null || !PART.test(block.text))
  )
}

function startAt(
  blocks: readonly Block[],
  index: number,
  last: Start | undefined,
  numbered: boolean,
): Start | undefined {
  const block = blocks[index]
  if (block === undefined || block.type === 'list' || block.type === 'table') return undefined
  const bare = block.number === null ? headingNumber(block.text) : { number: block.number, rest: block.text }
  const { title, ref } = withoutRef(bare.rest)
  const agendaRef = ref ?? refBelow(blocks, index)
  if ((bare.number === null && PART.test(title)) || resolvedIn(block.text) !== undefined || title === '')
    return undefined
  if (/^Q\d/.test(bare.number ?? '')) return undefined
  const start = { index, number: bare.number, title: title.replace(/[.:]$/, ''), agendaRef }
  if (bare.number !== null && below(bare.number, last?.number ?? null)) return undefined
  if (block.type === 'heading' && bare.number !== null) return runsBack(bare.number, last) ? undefined : start
  if (block.type === 'heading' && agendaRef !== null) return start
  if (agendaRef !== null && readsAsTitle(title) && !title.startsWith('(')) return start
  if (bare.number === null || !readsAsTitle(title) || /[.;]$/.test(title)) return undefined
  return fitsSequence(blocks, index, bare.number, last, numbered) ? start : undefined
}

/** A heading "1." inside item 7 is a heading of its text, not the first item again. */
function runsBack(number: string, last: Start | undefined): boolean {
  if (last?.number === null || last === undefined || !/^\d+$/.test(number) || !/^\d+$/.test(last.number))
    return false
  return integer(number) <= integer(last.number)
}

/** A numbered line that was not set as a heading is an item when it is the next number, and an item follows the next again. */
function fitsSequence(
  blocks: readonly Block[],
  index: number,
  number: string,
  last: Start | undefined,
  numbered: boolean,
): boolean {
  if (!/^\d+[a-z]?$|^\d+\/\d+$/.test(number)) return false
  const next = blocks[index + 1]
  if (last?.number === undefined || last.number === null)
    return (
      (!numbered && integer(number) > 0 && next !== undefined && next.type !== 'table') ||
      (last === undefined && numbered && leadsTo(blocks, index, number))
    )
  const step = integer(number) - integer(last.number)
  if (step < 0 || step > 1 || (step === 0 && number === last.number)) return false
  const ahead = blocks.slice(index + 1).find((block) => block.type === 'heading' && block.number !== null)
  return (
    !numbered ||
    ahead === undefined ||
    ahead.type !== 'heading' ||
    ahead.number === null ||
    integer(ahead.number) >= integer(number)
  )
}

/** The first item may be set as text though those after it are headings: the next numbered heading is the number after it. */
function leadsTo(blocks: readonly Block[], index: number, number: string): boolean {
  const ahead = blocks.slice(index + 1).find((block) => block.type === 'heading' && block.number !== null)
  if (ahead?.type !== 'heading' || ahead.number === null || !/^\d+[a-z]?$/.test(ahead.number)) return false
  const step = integer(ahead.number) - integer(number)
  const [letter, following] = [number, ahead.number].map(
    (each) => each.replace(/^\d+/, '').charCodeAt(0) || 96,
  )
  return step === 1 || (step === 0 && (following ?? 0) === (letter ?? 0) + 1)
}

/** Minutes whose headings have no numbers: every heading over text is an item. */
function unnumberedStarts(blocks: readonly Block[]): Start[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    if (block.type !== 'heading' || next === undefined || next.type === 'heading') return []
    if (
      PART.test(block.text) ||
      BODY.test(block.text) ||
      attendanceLabel(block.text) !== undefined ||
      (firstDate(block.text) !== null && (!/minutes/i.test(block.text) || presentSoon(blocks, index)))
    )
      return []
    if (resolvedIn(block.text) !== undefined || index < 1) return []
    const { title, ref } = withoutRef(block.text)
    return [{ index, number: null, title, agendaRef: ref ?? refBelow(blocks, index) }]
  })
}

const MARKER = /^(?:minutes|cofnodion):\s*/i

/**
 * Where the minutes of an item begin when the page prints the agenda's note before them: after "Minutes:". Only with
 * its colon, which a heading keeps in the text alone: an item may be called "Minutes".
 */
function minuted(tree: Tree, from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    const block = tree.blocks[index]
    if (block?.type === 'paragraph' && MARKER.test(block.text))
      return block.text.replace(MARKER, '') === '' ? index + 1 : index
    if (
      block?.type === 'heading' &&
      MARKER.test(`${block.text}:`) &&
      tree.text.slice(block.start, block.end).includes(':')
    )
      return index + 1
  }
  return from
}

/** Everything minuted, item by item; people in declarations are given as the attendance knows them. */
export function readMinuteItems(
  tree: Tree,
  attendance: Attendance | null,
  membership: readonly Member[],
): { items: Item[]; starts: Start[]; warnings: Warning[] } {
  const { blocks, text } = tree
  const starts = itemStarts(blocks)
  const items = starts.map((start, at) => {
    const to = starts[at + 1]?.index ?? blocks.length
    const from = minuted(tree, start.index + 1, to)
    const own = blocks.slice(from, to)
    const { resolutions, taken } = readResolutions(text, own)
    const paragraphs = own.filter(
      (block, index) => block.type === 'paragraph' && block.number !== null && !taken.has(index),
    ).length
    return {
      number: start.number,
      title: start.title,
      section: null,
      pages: null,
      paragraphs,
      agendaRef: start.agendaRef,
      toFollow: false,
      exempt: null,
      refersToMeetingOn:
        minutesOf(start.title) ??
        approvedMinutes(start.title, [
          ...resolutions.map((resolution) => resolution.text),
          ...blocks.slice(start.index + 1, from).map(wordsOf),
          ...own.filter((block) => block.type === 'paragraph').map(takenAsRead),
        ]),
      resolutions,
      declarations: declarationsIn(own, start.title, attendance, membership),
      blocks: [start.index, to] as const,
    }
  })
  return { items, starts, warnings: numberGaps(items, blocks) }
}

/** The meeting whose minutes were signed, where only the resolution names its date. */
function approvedMinutes(title: string, resolved: readonly string[]): string | null {
  if (!/\bminutes\b/i.test(title)) return null
  return (
    resolved
      .map((words) => (/\bminutes\b/i.test(words) ? firstDate(words) : null))
      .find((day) => day !== null) ?? null
  )
}

/** "The minutes of the meeting held on 29 January were taken as read": that sentence, of a paragraph that says so. */
const takenAsRead = (block: Block): string =>
  /\bminutes of (?:the )?.{0,80}\b(?:were|be|was)\b.{0,40}\b(?:taken as read|approved|agreed|confirmed|signed|accepted)\b[^.]*/i.exec(
    wordsOf(block),
  )?.[0] ?? ''

const DECLARED = /\bdeclared?\b.{0,80}\binterests?\b|\binterests?\b.{0,40}\bdeclared\b/i

function declarationsIn(
  blocks: readonly Block[],
  title: string,
  attendance: Attendance | null,
  membership: readonly Member[],
): { name: string; text: string }[] {
  const declaring = /\bdeclarations?\b|\binterests?\b/i.test(title)
  const known = (): Attendee[] =>
    attendance === null ? [] : [...attendance.present, ...attendance.substitutes]
  return blocks.flatMap((block) =>
    wordsOf(block)
      .split('\n')
      .flatMap((line) => {
        if (!(DECLARED.test(line) || (declaring && /\bdeclared\b/i.test(line))) || block.type === 'heading')
          return []
        const said = /^(.{3,120}?)\s+(?:(?:each|both|also|then|had)\s+)?declared\b/i.exec(line)?.[1]
        if (said === undefined || /^(?:no|none|there)\b/i.test(said)) return []
        return personsIn(said).map((listed) => {
          const { attendee } = attendeeOf(listed, membership)
          const present = known().filter(
            (person) => person.name.split(' ').at(-1) === attendee.name.split(' ').at(-1),
          )
          return {
            name: present.length === 1 ? (present[0]?.name ?? attendee.name) : attendee.name,
            text: line,
          }
        })
      }),
  )
}

function numberGaps(items: readonly Item[], blocks: readonly Block[]): Warning[] {
  const plain = items.filter((item) => /^\d+[a-z]?$/.test(item.number ?? ''))
  return plain.slice(1).flatMap((item, index) => {
    const [before, now] = [integer(plain[index]?.number ?? '0'), integer(item.number ?? '0')]
    const block = blocks[item.blocks[0]]
    if (block === undefined || now === before + 1 || (now === before && item.number !== plain[index]?.number))
      return []
    const message =
      now <= before
        ? `Minute ${now} comes after minute ${before}.`
        : `The minutes go from ${before} to ${now}: what lies between is not in the file.`
    return [{ code: 'numbering-gap', message, start: block.start, end: block.end, page: block.page }]
  })
}
