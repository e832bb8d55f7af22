/** Recognises pages of a committee system that are less than a paper: who attended a meeting, one item of it, one decision. */

import { attendeeOf, emptyAttendance } from './attendance.ts'
import { attendanceGroup } from './attendance-status.ts'
import { firstDate, firstTime } from './dates.ts'
import { emptyReading } from './empty-reading.ts'
import { readCommitteePage } from './meeting-papers.ts'
import { readNotice } from './notice.ts'
import { personsIn } from './people.ts'
import type { Attendance, Block, Reading, Warning } from './reading.ts'
import type { Tree } from './tree.ts'

type TableBlock = Extract<Block, { type: 'table' }>

const ATTENDANCE =
  /^(?:meeting )?attendance(?: (?:at|of|for|record|details|summary|statistics)\b.{0,80})?$|^presenoldeb\b.{0,60}$/i
const ONE_ITEM = /^(?:agenda item|agenda item details|item details|eitem ar (?:yr agenda|y rhaglen))$/i

const titles = (tree: Tree): string[] =>
  tree.blocks.slice(0, 4).flatMap((block) => ('text' in block ? [block.text] : []))

/** What a page of a committee system that is less than a paper holds; undefined when the tree is none. */
export function readSitePage(tree: Tree, file: string): Reading | undefined {
  const heads = titles(tree)
  if (heads.some((title) => ATTENDANCE.test(title))) return readAttendancePage(tree, file)
  return heads.some((title) => ONE_ITEM.test(title)) ? readItemPage(tree, file) : undefined
}

/** The column of a table that says of each person whether they came; undefined in a table that does not. */
function statusColumn({ columns, rows }: TableBlock): number | undefined {
  const named = columns.findIndex((cell) =>
    /^(?:attendance|status|present|attended|presenoldeb)\b/i.test(cell),
  )
  if (named > 0) return named
  const width = rows[0]?.length ?? 0
  const told = Array.from({ length: width }, (_, column) => column).find(
    (column) =>
      column > 0 &&
      rows.every((row) =>
        /^(?:present|apolog|absent|expected|in attendance|attended|yn bresennol|ymddiheur)/i.test(
          row[column] ?? '',
        ),
      ),
  )
  return rows.length > 0 ? told : undefined
}

function readAttendancePage(tree: Tree, file: string): Reading | undefined {
  const attendance = emptyAttendance()
  let listed = 0
  for (const block of tree.blocks) {
    const column = block.type === 'table' ? statusColumn(block) : undefined
    if (block.type === 'table' && column !== undefined) listed += takeRows(attendance, block, column)
  }
  if (listed === 0) return undefined
  const notice = ofMeeting(tree) ?? readNotice(tree.blocks.filter((block) => block.type !== 'table'))
  const title = titles(tree)[0] ?? null
  return { ...emptyReading(tree, file), ...notice, kind: 'table', title, attendance, listed: OF_ONE_MEETING }
}

/** It says what a list of a committee system says: who came, and nothing of business. */
const OF_ONE_MEETING = {
  id: null,
  status: null,
  cancelled: null,
  webcast: null,
  documents: [],
  committees: [],
}

function takeRows(attendance: Attendance, { columns, rows }: TableBlock, status: number): number {
  const roleAt = columns.findIndex((cell) => /\b(?:role|position|capacity|rôl)\b/i.test(cell))
  let listed = 0
  for (const row of rows) {
    const role = roleAt < 0 ? null : row[roleAt] || null
    const at = row.findIndex(
      (cell, column) => column !== status && column !== roleAt && personsIn(cell).length > 0,
    )
    const [person] = personsIn(row[at] ?? '')
    if (person === undefined) continue
    listed += 1
    const group = attendanceGroup(row[status] ?? '', role)
    const attendee = attendeeOf(person, []).attendee
    if (group !== null) attendance[group].push({ ...attendee, role: attendee.role ?? officeIn(role) })
  }
  return listed
}

/** "Committee Member" says nothing that the list does not. */
const officeIn = (role: string | null): string | null =>
  role === null || /^(?:committee |panel |board )?member$/i.test(role) ? null : role

const MEETING =
  /^(?:meeting(?: of)?:?\s+)?(?:the )?(?:(\d{1,2}\/\d{1,2}\/\d{4})\s*[-–—]\s*(.{3,120}?)|(.{3,120}?),?\s+((?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+\w+,?\s+\d{4}\b.{0,40}?))\s*(?:\(item\s+([\dA-Z/.]+?[a-z]?)\.?\))?$/i

type OfMeeting = Pick<Reading, 'body' | 'date' | 'time' | 'place'>

/** "Meeting of Northshire Police and Crime Panel, Thursday, 6th February, 2020 2.00 pm (Item 7.)". */
function meetingLine(tree: Tree): { of: OfMeeting; item: string | null } | undefined {
  for (const block of tree.blocks.slice(0, 8)) {
    if (!('text' in block) || !/^meeting\b/i.test(block.text) || block.text.length > 260) continue
    const found = MEETING.exec(block.text)
    const day = firstDate(found?.[1] ?? found?.[4] ?? '')
    const body = found?.[2] ?? found?.[3]
    if (found === null || day === null || body === undefined) continue
    const time = firstTime((found[4] ?? '').replace(/^.*?\d{4}/, ''))
    return {
      of: { body: body.trim().replace(/,$/, ''), date: day, time, place: null },
      item: found[5] ?? null,
    }
  }
  return undefined
}

const ofMeeting = (tree: Tree): OfMeeting | undefined => meetingLine(tree)?.of

/** The page of one item: its minutes are those of the meeting, but not all of them. */
function readItemPage(tree: Tree, file: string): Reading {
  const at = meetingLine(tree)
  const read = readCommitteePage(tree, file)
  const title = tree.blocks
    .slice(0, 4)
    .find((block) => block.type === 'heading' && !ONE_ITEM.test(block.text))
  const [first] = read.items
  const items =
    first === undefined
      ? []
      : [
          {
            ...first,
            number: first.number ?? at?.item ?? null,
            title: title?.type === 'heading' ? title.text : first.title,
          },
        ]
  return {
    ...read,
    ...at?.of,
    items,
    warnings: [
      ONLY_ITEM,
      ...read.warnings.filter(({ code }) => at === undefined || !/^no-(?:date|body)$/.test(code)),
    ],
  }
}

const ONLY_ITEM: Warning = {
  code: 'one-item-only',
  message: 'The page holds one item of a meeting, not its whole agenda or minutes.',
  start: 0,
  end: 0,
}
