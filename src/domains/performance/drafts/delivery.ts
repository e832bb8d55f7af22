/**
 * The delivery and performance report: for each priority of the plan what its measures show, what is on the record as
 * done or said in the year, and gaps for what only the force can say.
 */
import { type LocalDate, longDate, longMonth, type Refusal, refuse } from '../../../lib/index.ts'
import { type Block, gap, type PrintedDocument } from '../../../printing/index.ts'
import { measurePath } from '../measures/measure.ts'
import type { Span } from '../measures/observation.ts'
import { addMonths, lastDay, spanWords } from '../measures/spans.ts'
import { cellWords } from '../measures/value-words.ts'
import { Draft, type DraftFor, Sources, type Told } from './draft.ts'

/** Something on the thread of a priority. */
export type OnThread = {
  title: string
  path: string
  date: LocalDate | null
  what: string
  state: string | null
}

export type PriorityToReport = {
  number: string
  /** Whose it is: "for the Chief Constable"; numbers may repeat between owners. Empty where the plan does not say. */
  whose: string
  /** Whether the policing body itself is to deliver it, and not the force. */
  ofPolicingBody: boolean
  title: string
  path: string
  /** Newest first. */
  thread: readonly OnThread[]
}

export type Delivery = DraftFor & {
  plan: { title: string; path: string }
  priorities: readonly PriorityToReport[]
  measures: readonly Told[]
  /** The first day after the year that the report is about. */
  until: LocalDate
}

/** Refuses with 'nothing-to-draft' where the plan has no priorities. */
export function deliveryDraft(from: Delivery): PrintedDocument | Refusal {
  if (from.priorities.length === 0)
    return refuse(
      'nothing-to-draft',
      `The record has no priorities for the plan ${from.plan.title}; import the plan first.`,
    )
  const sources = new Sources(from.address)
  const draft = new Draft()
  const year = { from: addMonths(from.until, -12), until: from.until }
  draft.heading('Introduction')
  draft.say(
    `This report takes the priorities of ${from.plan.title} in turn. For each it gives what was measured, what the public record holds for the ${spanWords(year)}, and room for what those who are to deliver it have to say. It was drafted from the record on ${longDate(from.today)}. The plan is at ${from.address(from.plan.path)}.`,
  )
  for (const priority of from.priorities) onPriority(draft, sources, from, priority)
  draft.heading('Sources')
  draft.add(sources.list())
  return {
    title: `${from.plan.title}: delivery and performance`,
    language: 'en',
    head: [
      { label: 'Subject', words: `Delivery and performance to ${longMonth(lastDay(year))}` },
      { label: 'Drafted', words: longDate(from.today) },
    ],
    blocks: draft.blocks,
  }
}

function onPriority(draft: Draft, sources: Sources, from: Delivery, priority: PriorityToReport): void {
  const { number, whose, title } = priority
  draft.heading(`${['Priority', number, whose].filter(Boolean).join(' ')}: ${title}`)
  measured(draft, sources, from, priority)
  done(draft, from, priority)
  draft.heading(priority.ofPolicingBody ? 'What the policing body says' : 'What the force says', 2)
  draft.ask('what was done for this priority, what came of it and how that is known, and what comes next')
}

function measured(draft: Draft, sources: Sources, from: Delivery, { path, title }: PriorityToReport): void {
  draft.heading('What was measured', 2)
  const own = from.measures.filter(
    ({ measure, telling }) => measure.serves.includes(path) && saysSomething(telling),
  )
  if (own.length === 0) {
    draft.say(
      'The record has no measure for this priority. ',
      gap('how anyone could tell whether it is being met'),
    )
    return
  }
  draft.add(measureTable(`Measures of “${title}”`, own, { sources, since: addMonths(from.until, -12) }))
  for (const { measure, telling } of own)
    draft.say(`${telling.sentence} (${from.address(measurePath(measure.slug))})`)
}

const saysSomething = ({ newest, stated }: Told['telling']): boolean => newest !== null || stated.length > 0

type OfTable = { sources: Sources /** The first day of the twelve months. */; since: LocalDate }

function measureTable(caption: string, own: readonly Told[], of: OfTable): Block {
  const rows = own.flatMap((told) => measureRow(told, of))
  return {
    kind: 'table',
    caption,
    columns: [
      { head: 'Measure', numeric: false },
      { head: 'Newest figure', numeric: true },
      { head: 'Of', numeric: false },
      { head: 'Whose figure', numeric: false },
      { head: 'Source', numeric: true },
    ],
    rows,
    notes: rows.some((cells) => cells.some((cell) => cell.endsWith('†'))) ? [OLDER] : [],
  }
}

const OLDER = '† Older than the twelve months of this report; nothing newer is on the record.'

function measureRow(
  { measure: { title, definition }, telling }: Told,
  { sources, since }: OfTable,
): string[][] {
  const ofSpan = (span: Span): string => `${spanWords(span)}${span.until <= since ? '†' : ''}`
  const { newest } = telling
  const [stated] = telling.stated
  if (newest !== null)
    return [
      [
        title,
        cellWords(newest.cell, definition.unit),
        ofSpan(newest.span),
        definition.owner.name,
        String(sources.numberOf(newest.report)),
      ],
    ]
  if (stated === undefined) return []
  return [
    [
      title,
      stated.words,
      ofSpan(stated.span),
      definition.owner.name,
      String(sources.numberOf(stated.report)),
    ],
  ]
}

function done(draft: Draft, { until, address }: Delivery, { thread }: PriorityToReport): void {
  draft.heading('What is on the record', 2)
  const since = addMonths(until, -12)
  const own = thread.filter(({ date }) => date !== null && date >= since && date < until)
  if (own.length === 0) {
    draft.say(
      'The public record ties nothing of these twelve months to this priority. That does not mean that nothing was done.',
    )
    return
  }
  draft.list(own.map((one) => threadLine(one, address)))
}

const threadLine = (
  { date, what, title, state, path }: OnThread,
  address: (path: string) => string,
): string =>
  `${date === null ? '' : `${longDate(date)}: `}${what}, ${title}${state === null ? '' : ` (${state})`}; ${address(path)}`
