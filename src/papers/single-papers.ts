/** Reads a file that is one paper and no meeting's agenda or minutes: a report, a plan, questions, a programme. */
import { readActions } from './actions.ts'
import { findDamage } from './damage.ts'
import { programmeDates } from './date-order.ts'
import { firstDate, isOnlyDate } from './dates.ts'
import { isDecision, readDecisions } from './decisions.ts'
import { emptyReading } from './empty-reading.ts'
import { clipped, programmeOf } from './meeting-papers.ts'
import { readNotice } from './notice.ts'
import type { Parts } from './parts.ts'
import { readPlan } from './plan.ts'
import { readQuestions, tabledQuestions } from './questions.ts'
import type { Block, Item, Paper, Reading } from './reading.ts'
import { readRecommendations } from './recommendations.ts'
import { headingsIn, paragraphsIn, readTitlePage, type TitlePage } from './report.ts'
import { reportPromises } from './report-promises.ts'
import { type Tree, wordsOf } from './tree.ts'

/** A plan, a report, a list of questions, a programme, or something that none of the forms fits. */
export function readSingle(tree: Tree, file: string, reports: Paper[], parts: Parts): Reading {
  const reading = emptyReading(tree, file)
  const programme = programmeOf(tree, parts)
  const damage = findDamage(tree)
  const found = {
    ...reading,
    forwardProgramme: programme,
    decisions: readDecisions(tree),
    recommendations: readRecommendations(tree),
    warnings: [...reading.warnings, ...damage, ...programmeDates(tree, programme)],
  }
  const [report] = reports
  if (report !== undefined) {
    const papers = clipped(tree, reports, parts)
    return {
      ...found,
      kind: 'report',
      title: report.subject,
      date: report.date,
      body: bodyOf(report.to),
      papers,
      actions: reportPromises(tree, papers),
    }
  }
  const page = readTitlePage(tree.blocks, tree.text)
  if (page !== null) {
    const papers = [paperOf(tree, page)]
    return {
      ...found,
      kind: 'report',
      title: page.title,
      body: page.body,
      date: page.date,
      papers,
      actions: reportPromises(tree, papers),
    }
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

function paperOf(tree: Tree, page: TitlePage): Paper {
  const own = tree.blocks.slice(page.end)
  return {
    item: page.item,
    from: page.from,
    to: page.body,
    subject: page.title,
    date: page.date,
    paragraphs: paragraphsIn(own),
    headings: headingsIn(own),
    blocks: [0, tree.blocks.length],
  }
}

/** Whether a paper is its tables: they are most of its blocks, or hold most of its words. */
function isTable(blocks: readonly Block[]): boolean {
  const tables = blocks.filter((block) => block.type === 'table')
  return (
    tables.length > 0 && (tables.length >= blocks.length / 2 || wordCount(tables) * 2 >= wordCount(blocks))
  )
}

const wordCount = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + wordsOf(block).split(/\s+/).length, 0)

function other(tree: Tree, found: Reading): Reading {
  const { blocks } = tree
  const notice = readNotice(blocks.slice(0, 12))
  const first = blocks.find((block) => block.type === 'heading')
  const title = first?.type === 'heading' ? first.text : null
  const item = { ...emptyItem, blocks: [-1, blocks.length] as const }
  const spoken = readQuestions(blocks, [item], [])
  const questions = spoken.length > 0 ? spoken : tabledQuestions(blocks, [])
  const base = {
    ...found,
    body: notice.body,
    date: notice.date,
    time: notice.time,
    place: notice.place,
    title,
  }
  if (isDecision(blocks)) {
    const [only, ...more] = found.decisions
    return { ...base, kind: 'decision', date: more.length > 0 ? null : (only?.date ?? base.date) }
  }
  if (questions.length > 1 || (questions.length === 1 && /question/i.test(title ?? '')))
    return {
      ...base,
      kind: 'questions',
      questions,
      actions: readActions(
        tree,
        questions.map((question) => ({
          ...emptyItem,
          number: question.number,
          title: titleOfQuestions(blocks),
          blocks: question.blocks,
        })),
        { attendance: null, membership: [] },
        notice.date,
      ),
    }
  if (found.forwardProgramme !== null) return { ...base, kind: 'table' }
  const report = titledReport(blocks)
  if (report !== null)
    return {
      ...base,
      kind: 'report',
      title: report.subject,
      date: report.date ?? base.date,
      papers: [report],
      actions: reportPromises(tree, [report]),
    }
  if (isTable(blocks)) return { ...base, kind: 'table' }
  const message =
    'What kind of paper this is could not be told: it has no agenda, minutes, head of a report, plan or questions.'
  return {
    ...base,
    kind: 'other',
    warnings: [...base.warnings, { code: 'kind-unknown', message, start: 0, end: 0 }],
  }
}

const REPORT_TITLE =
  /\b(?:annual report|scheme report|progress report|quarterly report|inspection(?: report)?|report (?:on|of|into)|inspection of|response to|response (?:of|from|by) (?:the )?[^.:]{3,120}? to the|custody visit\w*|adroddiad)\b/i

/**
 * A report that names neither author nor reader, as inspectors and custody visiting schemes publish them: a title that
 * says so, and words under headings.
 */
function titledReport(blocks: readonly Block[]): Paper | null {
  const at = blocks
    .slice(0, 6)
    .findIndex(
      (block) =>
        (block.type === 'heading' || block.type === 'paragraph') &&
        block.text.length < 160 &&
        REPORT_TITLE.test(block.text) &&
        !/[.;]$/.test(block.text),
    )
  const title = blocks[at]
  if (title === undefined || title.type === 'list' || title.type === 'table') return null
  const own = blocks.slice(at + 1)
  const headings = headingsIn(own)
  if (headings.length < 2 || !own.some((block) => block.type === 'paragraph')) return null
  const head = blocks
    .slice(0, at + 5)
    .filter((block) => block.type === 'heading' || block.type === 'paragraph')
  const dated = head.find(
    (block) => block !== title && (isOnlyDate(block.text) || PUBLISHED.test(block.text)),
  )
  return {
    item: null,
    from: null,
    to: null,
    subject: title.text,
    date: dated === undefined ? null : firstDate(dated.text),
    paragraphs: paragraphsIn(own),
    headings,
    blocks: [0, blocks.length],
  }
}

const PUBLISHED =
  /^(?:published|date(?: of (?:publication|response|(?:the |this )?report)| published)?|issued|cyhoeddwyd)\b[^.]{0,60}$/i

/** To whom the questions are put, as the first lines say: whoever answers in the first person is meant. */
function titleOfQuestions(blocks: readonly Block[]): string {
  const head = blocks.slice(0, 3).map(wordsOf)
  return (
    head.find((words) => /\b(?:commissioner|pf?cc|chief constable|mayor)\b/i.test(words)) ?? head[0] ?? ''
  )
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
} satisfies Omit<Item, 'blocks'>
