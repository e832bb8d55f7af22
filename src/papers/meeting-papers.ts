/** Reads the papers of a meeting: an agenda with what stands behind it, minutes, a committee's web page. */

import { readActions } from './actions.ts'
import { readAgendaItems } from './agenda.ts'
import { emptyAttendance, readAttendance } from './attendance.ts'
import { readContacts } from './contacts.ts'
import { findDamage } from './damage.ts'
import { datesOutOfOrder, programmeDates } from './date-order.ts'
import { emptyReading } from './empty-reading.ts'
import { least } from './extent.ts'
import { readMembership } from './membership.ts'
import { readMinutedApologies, readMinutedSubstitutes } from './minuted-people.ts'
import { itemStarts, readMinuteItems } from './minutes.ts'
import { readIssued, readNotice } from './notice.ts'
import { matchPapers, type Parts } from './parts.ts'
import { readQuestions } from './questions.ts'
import type { Attendance, Block, Item, Member, Paper, Reading, Warning } from './reading.ts'
import { headingsIn, paragraphsIn, readReports } from './report.ts'
import { partOf, type Tree } from './tree.ts'
import { readProgramme } from './work-programme.ts'

export type Pack = {
  parts: Parts
  reports: Paper[]
  agenda: readonly Block[]
  items: Item[]
  warnings: Warning[]
}

/** An agenda, alone or with minutes, papers and a work programme behind it. */
export function readPack(tree: Tree, file: string, found: Pack): Reading {
  const { parts, agenda, items } = found
  const reading = emptyReading(tree, file)
  const first = items[0]?.blocks[0] ?? agenda.length
  const notice = readNotice(agenda.slice(0, Math.max(first, 1)))
  const membership = readMembership(agenda)
  const papers = clipped(tree, matchPapers(found.reports, items), parts)
  const minutes =
    parts.minutes === null ? [] : [minutesReading(partOf(tree, ...parts.minutes), file, membership)]
  const damage = papers.flatMap((paper) => damageIn(tree, paper.blocks[0], paper.blocks[1]))
  const programme = programmeOf(tree, parts)
  return {
    ...reading,
    ...notice,
    kind: minutes.length > 0 ? 'agenda+minutes' : 'agenda',
    issued: readIssued(agenda, notice.date),
    contact: readContacts(agenda),
    items: items.map((item) => ({
      ...item,
      refersToMeetingOn: item.refersToMeetingOn === notice.date ? null : item.refersToMeetingOn,
    })),
    membership,
    papers,
    forwardProgramme: programme,
    embedded: minutes,
    warnings: [
      ...reading.warnings,
      ...missing(notice),
      ...found.warnings,
      ...damage,
      ...programmeDates(tree, programme),
    ],
  }
}

export const programmeOf = (tree: Tree, parts: Parts): Reading['forwardProgramme'] =>
  parts.programme === null ? null : readProgramme(tree.blocks, ...parts.programme)

/** Papers end where the work programme or the minutes begin. */
export function clipped(tree: Tree, papers: readonly Paper[], parts: Parts): Paper[] {
  const starts = [parts.programme?.[0], parts.minutes?.[0]].filter((start) => start !== undefined)
  return papers.map((paper) => {
    const next = starts.filter((start) => start > paper.blocks[0] && start < paper.blocks[1])
    if (next.length === 0) return paper
    const end = least(next)
    const own = tree.blocks.slice(paper.blocks[0], end)
    return {
      ...paper,
      paragraphs: paragraphsIn(own),
      headings: headingsIn(own),
      blocks: [paper.blocks[0], end],
    }
  })
}

function damageIn(tree: Tree, from: number, to: number): Warning[] {
  const part = partOf(tree, from, to)
  const base = tree.blocks[from]?.start ?? 0
  return findDamage(part).map((warning) => ({
    ...warning,
    start: warning.start + base,
    end: warning.end + base,
  }))
}

function missing(notice: { body: string | null; date: string | null }): Warning[] {
  const warnings: Warning[] = []
  if (notice.date === null) {
    warnings.push({
      code: 'no-date',
      message:
        'No title or notice gives the day of the meeting; days mentioned elsewhere were not taken for it.',
      start: 0,
      end: 0,
    })
  }
  if (notice.body === null)
    warnings.push({
      code: 'no-body',
      message: 'No title or notice names the body that meets.',
      start: 0,
      end: 0,
    })
  return warnings
}

/** A file that is minutes, perhaps with papers or a programme behind them. */
export function readMinutesFile(tree: Tree, file: string, parts: Parts): Reading {
  const end = parts.minutes?.[1] ?? tree.blocks.length
  const programme = programmeOf(tree, parts)
  if (end === tree.blocks.length) return { ...minutesReading(tree, file, []), forwardProgramme: programme }
  const read = minutesReading(partOf(tree, 0, end), file, [])
  return {
    ...read,
    text: tree.text,
    blocks: tree.blocks,
    forwardProgramme: programme,
    tables: emptyReading(tree, file).tables,
    papers: clipped(tree, readReports(tree), parts),
  }
}

/** Minutes of one meeting; `membership` is that of the pack they came in. */
function minutesReading(tree: Tree, file: string, membership: readonly Member[]): Reading {
  const reading = emptyReading(tree, file)
  const starts = itemStarts(tree.blocks)
  const head = tree.blocks.slice(0, starts[0]?.index ?? tree.blocks.length)
  const notice = readNotice(head)
  const own = readMembership(head)
  const known = own.length > 0 ? own : membership
  const { attendance: listed, warnings } = readAttendance(head, known)
  const attendance = withMinuted(listed, tree.blocks, starts, known)
  const minuted = readMinuteItems(tree, attendance, known)
  const people = { attendance, membership: known }
  const items = minuted.items
  return {
    ...reading,
    ...notice,
    kind: 'minutes',
    membership: own,
    attendance,
    items,
    questions: readQuestions(tree.blocks, items, known.length > 0 ? known : presentAsMembers(attendance)),
    actions: readActions(tree, items, people, notice.date),
    warnings: [
      ...reading.warnings,
      ...missing(notice),
      ...warnings,
      ...minuted.warnings,
      ...datesOutOfOrder(items, notice.date, tree),
    ],
  }
}

/** The attendance with the apologies and substitutes that are minuted under an item, where none are listed above the items. */
function withMinuted(
  listed: Attendance | null,
  blocks: readonly Block[],
  starts: ReturnType<typeof itemStarts>,
  known: readonly Member[],
): Attendance | null {
  const places = starts.map((start, at) => ({
    title: start.title,
    blocks: [start.index, starts[at + 1]?.index ?? blocks.length] as const,
  }))
  const apologies = listed?.apologies.length ? [] : readMinutedApologies(blocks, places, known)
  const substitutes = listed?.substitutes.length ? [] : readMinutedSubstitutes(blocks, places, known)
  if (apologies.length + substitutes.length === 0) return listed
  const before = listed ?? emptyAttendance()
  return {
    ...before,
    apologies: [...before.apologies, ...apologies],
    substitutes: [...before.substitutes, ...substitutes],
  }
}

const presentAsMembers = (attendance: Reading['attendance']): Member[] =>
  attendance === null
    ? []
    : attendance.present.map((person) => ({
        name: person.name,
        organisation: null,
        role: person.role,
        vacancy: false,
      }))

/** A committee's web page that prints, under each entry of the agenda, what was minuted. */
export function readCommitteePage(tree: Tree, file: string): Reading {
  const read = minutesReading(tree, file, [])
  const agenda = readAgendaItems(tree.blocks).items
  const items = read.items.map((item) => {
    const entry = agenda.find((other) => other.number !== null && other.number === item.number)
    return entry === undefined
      ? item
      : { ...item, title: entry.title, pages: entry.pages, toFollow: entry.toFollow, exempt: entry.exempt }
  })
  return {
    ...read,
    kind: 'agenda+minutes',
    items,
    issued: readIssued(tree.blocks, null),
    contact: readContacts(tree.blocks),
  }
}
