/**
 * The delivery and performance report: for each priority of the plan what its measures show, what is on the record as
 * done or said in the year, and gaps for what only the force can say.
 */
import { type LocalDate, longDate, longMonth, type Refusal, refuse } from '../../../lib/index.ts'
import { type Block, gap, type PrintedDocument } from '../../../printing/index.ts'
import { measurePath } from '../measures/measure.ts'
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
    `This report takes the priorities of ${from.plan.title} in turn. For each it gives what was measured, what the public record holds for the ${spanWords(year)}, and room for what the force has to say. It was drafted from the record on ${longDate(from.today)}. The plan is at ${from.address(from.plan.path)}.`,
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
  draft.heading(`Priority ${priority.number}: ${priority.title}`)
  measured(draft, sources, from, priority)
  done(draft, from, priority)
  draft.heading('What the force says', 2)
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
  draft.add(measureTable(`Measures of “${title}”`, own, sources))
  for (const { measure, telling } of own)
    draft.say(`${telling.sentence} (${from.address(measurePath(measure.slug))})`)
}

const saysSomething = ({ newest, stated }: Told['telling']): boolean => newest !== null || stated.length > 0

function measureTable(caption: string, own: readonly Told[], sources: Sources): Block {
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
    rows: own.flatMap((told) => measureRow(told, sources)),
    notes: [],
  }
}

function measureRow({ measure: { title, definition }, telling }: Told, sources: Sources): string[][] {
  const { newest } = telling
  const [stated] = telling.stated
  if (newest !== null)
    return [
      [
        title,
        cellWords(newest.cell, definition.unit),
        spanWords(newest.span),
        definition.owner.name,
        String(sources.numberOf(newest.report)),
      ],
    ]
  if (stated === undefined) return []
  return [
    [
      title,
      stated.words,
      spanWords(stated.span),
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
    draft.say('Nothing on the public record serves this priority in these twelve months.')
    return
  }
  draft.list(own.map((one) => threadLine(one, address)))
}

const threadLine = (
  { date, what, title, state, path }: OnThread,
  address: (path: string) => string,
): string =>
  `${date === null ? '' : `${longDate(date)}: `}${what}, ${title}${state === null ? '' : ` (${state})`}; ${address(path)}`
