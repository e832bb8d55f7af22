/** Recognises what kind of paper a tree is, and what stands in it. */
import { localDate } from '../lib/index.ts'
import { readActions } from './actions.ts'
import { readAgendaItems } from './agenda.ts'
import { readAttendance } from './attendance.ts'
import { readContacts } from './contacts.ts'
import { findDamage } from './damage.ts'
import { datesIn } from './dates.ts'
import { languageOfAll } from './language.ts'
import { readMembership } from './membership.ts'
import { itemStarts, readMinuteItems } from './minutes.ts'
import { readIssued, readNotice } from './notice.ts'
import { isAgenda, isCommitteePage, matchPapers, type Parts, partsOf } from './parts.ts'
import { readPlan } from './plan.ts'
import { readQuestions } from './questions.ts'
import type { Block, Item, Member, Paper, Reading, Warning } from './reading.ts'
import { readReports, readTitlePage } from './report.ts'
import { partOf, type Tree } from './tree.ts'
import { readProgramme } from './work-programme.ts'

/** A reading in which nothing was recognised yet. */
export function emptyReading(tree: Tree, file: string): Reading {
  return {
    file,
    kind: 'other',
    lang: languageOfAll(tree.blocks),
    title: null,
    body: null,
    date: null,
    time: null,
    place: null,
    issued: null,
    contact: [],
    items: [],
    attendance: null,
    membership: [],
    questions: [],
    actions: [],
    papers: [],
    forwardProgramme: null,
    plan: null,
    embedded: [],
    tables: tree.blocks.flatMap((block) =>
      block.type === 'table'
        ? [{ page: block.page, title: block.title, columns: block.columns, rows: block.rows }]
        : [],
    ),
    blocks: tree.blocks,
    text: tree.text,
    warnings: tree.warnings,
  }
}

/** Takes a tree and the file's name; returns all that was recognised. Unknown stays null. */
export function recognise(tree: Tree, file: string): Reading {
  const reports = readReports(tree)
  const parts = partsOf(tree.blocks, reports)
  const agenda = tree.blocks.slice(0, parts.agendaEnd)
  const agendaItems =
    isAgenda(agenda) && parts.agendaEnd > 0 && !isMinutesFirst(parts) ? readAgendaItems(agenda) : null
  if (agendaItems !== null && isCommitteePage(tree.text, tree.blocks)) return committeePage(tree, file)
  if (agendaItems !== null && agendaItems.items.length > 0)
    return pack(tree, file, { parts, reports, agenda, ...agendaItems })
  if (parts.minutes !== null) return minutesFile(tree, file, parts)
  if (isCommitteePage(tree.text, tree.blocks) && itemStarts(tree.blocks).length > 0)
    return committeePage(tree, file)
  return single(tree, file, reports, parts)
}

const isMinutesFirst = (parts: Parts): boolean => parts.minutes !== null && parts.minutes[0] <= 1

type Pack = { parts: Parts; reports: Paper[]; agenda: readonly Block[]; items: Item[]; warnings: Warning[] }

/** An agenda, alone or with minutes, papers and a work programme behind it. */
function pack(tree: Tree, file: string, found: Pack): Reading {
  const { parts, agenda, items } = found
  const reading = emptyReading(tree, file)
  const first = items[0]?.blocks[0] ?? agenda.length
  const notice = readNotice(agenda.slice(0, Math.max(first, 1)))
  const membership = readMembership(agenda)
  const papers = clipped(matchPapers(found.reports, items), parts)
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

const programmeOf = (tree: Tree, parts: Parts): Reading['forwardProgramme'] =>
  parts.programme === null ? null : readProgramme(tree.blocks, ...parts.programme)

/** Papers end where the work programme or the minutes begin. */
function clipped(papers: readonly Paper[], parts: Parts): Paper[] {
  const starts = [parts.programme?.[0], parts.minutes?.[0]].filter((start) => start !== undefined)
  return papers.map((paper) => {
    const next = starts.filter((start) => start > paper.blocks[0] && start < paper.blocks[1])
    return next.length === 0 ? paper : { ...paper, blocks: [paper.blocks[0], Math.min(...next)] }
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

function minutesFile(tree: Tree, file: string, parts: Parts): Reading {
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
    papers: clipped(readReports(tree), parts),
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
  const { attendance, warnings } = readAttendance(head, known)
  const minuted = readMinuteItems(tree, attendance, known)
  const people = { attendance, membership: known }
  const items = withApologies(minuted.items)
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

const withApologies = (items: Item[]): Item[] => items

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
function committeePage(tree: Tree, file: string): Reading {
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

/** A plan, a report, a list of questions, a programme, or something that none of the forms fits. */
function single(tree: Tree, file: string, reports: Paper[], parts: Parts): Reading {
  const reading = emptyReading(tree, file)
  const programme = programmeOf(tree, parts)
  const damage = findDamage(tree)
  const found = {
    ...reading,
    forwardProgramme: programme,
    warnings: [...reading.warnings, ...damage, ...programmeDates(tree, programme)],
  }
  const [report] = reports
  if (report !== undefined) {
    return {
      ...found,
      kind: 'report',
      title: report.subject,
      date: report.date,
      body: bodyOf(report.to),
      papers: clipped(reports, parts),
    }
  }
  const page = readTitlePage(tree.blocks, tree.text)
  if (page !== null)
    return {
      ...found,
      kind: 'report',
      title: page.title,
      body: page.body,
      date: page.date,
      papers: [paperOf(tree, page)],
    }
  const plan = readPlan(tree)
  if (plan !== null)
    return {
      ...found,
      kind: 'plan',
      title: plan.plan.title,
      plan: plan.plan,
      warnings: [...found.warnings, ...plan.warnings],
    }
  return other(tree, found)
}

const bodyOf = (to: string | null): string | null =>
  to !== null && /\b(?:panel|board|committee|authority)\b/i.test(to) ? to : null

function paperOf(
  tree: Tree,
  page: { title: string | null; from: string | null; body: string; date: string | null; item: string | null },
): Paper {
  const headings = tree.blocks.flatMap((block) =>
    block.type === 'heading' && block.number !== null ? [`${block.number} ${block.text}`] : [],
  )
  const paragraphs = tree.blocks.filter((block) => block.type === 'paragraph' && block.number !== null).length
  return {
    item: page.item,
    from: page.from,
    to: page.body,
    subject: page.title,
    date: page.date,
    paragraphs,
    headings,
    blocks: [0, tree.blocks.length],
  }
}

function other(tree: Tree, found: Reading): Reading {
  const { blocks } = tree
  const notice = readNotice(blocks.slice(0, 12))
  const first = blocks.find((block) => block.type === 'heading')
  const title = first?.type === 'heading' ? first.text : null
  const item = { ...emptyItem, blocks: [-1, blocks.length] as const }
  const questions = readQuestions(blocks, [item], [])
  const base = {
    ...found,
    body: notice.body,
    date: notice.date,
    time: notice.time,
    place: notice.place,
    title,
  }
  if (
    /\b(?:record of decision|decision (?:notice|record|report|form|log))\b/i.test(
      `${title} ${blocks
        .slice(0, 4)
        .map((block) => ('text' in block ? block.text : ''))
        .join(' ')}`,
    )
  )
    return { ...base, kind: 'decision' }
  if (questions.length > 1 || (questions.length === 1 && /question/i.test(title ?? '')))
    return { ...base, kind: 'questions', questions }
  const cells = blocks.filter((block) => block.type === 'table').length
  if (cells > 0 && cells >= blocks.length / 2) return { ...base, kind: 'table' }
  const message =
    'What kind of paper this is could not be told: it has no agenda, minutes, head of a report, plan or questions.'
  return {
    ...base,
    kind: 'other',
    warnings: [...base.warnings, { code: 'kind-unknown', message, start: 0, end: 0 }],
  }
}

const emptyItem = {
  number: null,
  title: '',
  section: null,
  pages: null,
  paragraphs: 0,
  agendaRef: null,
  toFollow: false,
  exempt: null,
  refersToMeetingOn: null,
  resolutions: [],
  declarations: [],
}

const PLANNING =
  /\b(?:schedul|future meeting|next meeting|dates? of|meetings? (?:be|is|are|will be|to be) held|be held on|to be held|reconvene|programme of meetings)/i

/** Resolutions that plan for a day before the meeting, or list days out of order, are said so and left as printed. */
function datesOutOfOrder(items: readonly Item[], meeting: string | null, tree: Tree): Warning[] {
  return items.flatMap((item) =>
    item.resolutions.flatMap((resolution) => {
      const words = [resolution.text, ...resolution.parts].join(' ')
      if (!PLANNING.test(words) || /\bminutes\b/i.test(words)) return []
      const days = datesIn(words).flatMap((found) => (found.day === null ? [] : [found.day]))
      const wrong = days.find(
        (day, index) => (index > 0 && day < (days[index - 1] ?? day)) || (meeting !== null && day < meeting),
      )
      const page = tree.blocks[item.blocks[0]]?.page ?? null
      return wrong === undefined ? [] : [outOfOrder(wrong, resolution.start, resolution.end, page)]
    }),
  )
}

const outOfOrder = (day: string, start: number, end: number, page: number | null): Warning => ({
  code: 'date-out-of-order',
  message: `${day} comes before a day that should precede it; it stands as printed.`,
  start,
  end,
  page,
})

function programmeDates(tree: Tree, programme: Reading['forwardProgramme']): Warning[] {
  if (programme === null) return []
  const block = tree.blocks[programme.blocks[0]]
  const days = programme.meetings.map((meeting) => meeting.date).filter((day) => localDate(day) !== undefined)
  const wrong = days.find((day, index) => index > 0 && day < (days[index - 1] ?? day))
  return wrong === undefined || block === undefined
    ? []
    : [outOfOrder(wrong, block.start, block.end, block.page)]
}
