/**
 * The quarterly crime statistics paper, written from the record: what was published, what is newer and the force's own,
 * outcomes beside the nation, and gaps for what only a person can say. Its model is the paper that a commissioner gives
 * a panel each quarter.
 */
import { type LocalDate, longDate, longMonth, type Refusal, refuse } from '../../../lib/index.ts'
import { type Block, gap, type PrintedDocument } from '../../../printing/index.ts'
import type { Breakdown } from '../measures/measure.ts'
import type { Span } from '../measures/observation.ts'
import { addMonths, lastDay, monthsIn, spanWords, whenWords, yearBefore } from '../measures/spans.ts'
import { amountWords, cellWords } from '../measures/value-words.ts'
import { Draft, type DraftFor, releaseWords, Sources, type Told } from './draft.ts'
import {
  bySize,
  clearWords,
  differenceWords,
  proportionWords,
  valueIn,
  type Year,
  yearOf,
  yearSentence,
} from './year.ts'

export type CrimeStatistics = DraftFor & {
  /** Every measure on the record. */
  measures: readonly Told[]
  /** Their breakdowns by force: what stands beside this force's figure. */
  byForce: readonly Breakdown[]
  /** The first day after the twelve months that the paper is about. */
  until: LocalDate
}

const CRIME = 'recorded-crime'
const OUTCOMES = 'outcomes'
const RECORDING = 'recording'

/**
 * The paper for the twelve months that end before `until`. Refuses with 'nothing-to-draft' where the record has no
 * figure of recorded crime for them.
 */
export function crimeStatisticsDraft(from: CrimeStatistics): PrintedDocument | Refusal {
  const newest = yearTo(from.until)
  const own = yearsOf(from, CRIME, newest)
  if (own.length === 0)
    return refuse(
      'nothing-to-draft',
      `The record has no figures of recorded crime for the ${spanWords(newest)}; import them first, or name another month with --to.`,
    )
  const published = publishedYear(from, newest)
  const sources = new Sources(from.address)
  const draft = new Draft()
  introduce(draft, from, { newest, published })
  recording(draft, from, sources)
  if (published !== undefined)
    section(draft, sources, {
      heading: `Recorded crime in the ${spanWords(published)}`,
      years: yearsOf(from, CRIME, published),
    })
  outcomes(draft, from, sources, published ?? newest, newest)
  if (published === undefined || published.until !== newest.until)
    section(draft, sources, { heading: `Recorded crime in the ${spanWords(newest)}`, years: own })
  monthByMonth(draft, from)
  account(draft)
  draft.heading('How the figures were worked out')
  draft.say(ROUNDING)
  draft.say(CHANCE)
  draft.heading('Sources')
  draft.add(sources.list())
  return {
    title: 'Crime statistics update',
    language: 'en',
    head: [
      { label: 'Subject', words: `Crime statistics to ${longMonth(lastDay(newest))}` },
      { label: 'Drafted', words: longDate(from.today) },
    ],
    blocks: draft.blocks,
  }
}

const ROUNDING =
  'Changes in per cent are worked out from the unrounded numbers and rounded to one place. Changes of a share are in percentage points. Where a source states only a change, that change is given as it is stated.'
const CHANCE =
  'Chance: two counts of the same thing differ a little even if nothing has changed. Each change is held against the range that chance alone would bring, taking each crime as an event of its own. Where a source states a number and a per cent but not the counts, the counts that fit both are taken. Crimes come in series, so chance does more than that, and a change only a little beyond the range is weak evidence.'

const yearTo = (until: LocalDate): Span => ({ from: addMonths(until, -12), until })

const yearsOf = ({ measures }: CrimeStatistics, family: string, span: Span): Year[] =>
  measures
    .filter(({ measure }) => measure.family === family)
    .flatMap((told) => yearOf(told, span) ?? [])
    .toSorted(bySize)

/** The newest twelve months of official statistics that end no later than the paper's own. */
function publishedYear({ measures }: CrimeStatistics, newest: Span): Span | undefined {
  const spans = measures
    .filter(({ measure }) => measure.family === CRIME)
    .flatMap(({ telling }) => [
      ...telling.windows.map(({ observation: { span, report } }) => ({ span, report })),
      ...telling.stated,
    ])
    .filter(({ span, report }) => report.origin === 'official' && monthsIn(span) === 12)
    .filter(({ span }) => span.until <= newest.until)
    .map(({ span }) => span)
  return spans.toSorted((one, other) => (one.until < other.until ? 1 : -1))[0]
}

function introduce(
  draft: Draft,
  from: CrimeStatistics,
  { newest, published }: { newest: Span; published: Span | undefined },
): void {
  draft.heading('Introduction')
  draft.say(
    `This paper sets out recorded crime and its outcomes to ${longMonth(lastDay(newest))}, and how the Chief Constable is held to account for them. It was drafted from the public record on ${longDate(from.today)}. Where somebody has to judge or explain, it says so in brackets.`,
  )
  const years = [...(published === undefined ? [] : [published]), newest].flatMap((span) =>
    [CRIME, OUTCOMES].flatMap((family) => yearsOf(from, family, span)),
  )
  const recorded = recordingOf(from).map(({ report }) => report)
  const releases = [...new Set([...recorded, ...years.map(({ report }) => report)].map(releaseWords))]
  draft.say('It rests on:')
  draft.list(releases)
  if (published !== undefined && published.until !== newest.until)
    draft.say(
      `The same crime appears for two years, to ${longMonth(lastDay(published))} and to ${longMonth(lastDay(newest))}. They overlap and are not a contradiction: each is compared with the twelve months before it.`,
    )
}

function recording(draft: Draft, from: CrimeStatistics, sources: Sources): void {
  draft.heading('How fully crime is recorded')
  for (const { measure, cell, span, report } of recordingOf(from))
    draft.say(
      `${measure.title}: ${cellWords(cell, measure.definition.unit)} ${whenWords(span)}. ${measure.definition.words} (${sources.cite(report)}.)`,
    )
  draft.ask('whether recording changed between the two years, because better recording raises the figures')
}

/** The newest figure of each measure of how fully crime is recorded. */
const recordingOf = ({ measures }: CrimeStatistics) =>
  measures
    .filter(({ measure: { family } }) => family === RECORDING)
    .flatMap(({ measure, telling: { newest } }) =>
      newest === null || newest.cell.value === null ? [] : [{ measure, ...newest }],
    )

type Section = { heading: string; years: readonly Year[] }

function section(draft: Draft, sources: Sources, { heading, years }: Section): void {
  draft.heading(heading)
  draft.add(yearTable(`${heading}, by type`, years, sources))
  for (const year of years) {
    draft.say(
      `${yearSentence(year)} (${sources.cite(year.report)}.) `,
      ...(year.clear === true ? [gap('what is known of the reasons, and how it is known')] : []),
    )
  }
}

function yearTable(caption: string, years: readonly Year[], sources: Sources): Block {
  const [first] = years
  const [before, after] =
    first === undefined ? ['', ''] : [spanWords(yearBefore(first.span)), spanWords(first.span)]
  return {
    kind: 'table',
    caption,
    columns: [
      { head: 'Measure', numeric: false },
      { head: capital(before), numeric: true },
      { head: capital(after), numeric: true },
      { head: 'Change', numeric: true },
      { head: 'In proportion', numeric: true },
      { head: 'More than chance?', numeric: false },
      { head: 'Source', numeric: true },
    ],
    rows: years.map((year) => [
      year.measure.title,
      `${valueIn(year.before, year)}${year.beforeComputed ? '†' : ''}`,
      valueIn(year.after, year),
      differenceWords(year),
      proportionWords(year),
      clearWords(year),
      String(sources.numberOf(year.report)),
    ]),
    notes: [
      ...(years.some(({ beforeComputed }) => beforeComputed) ? [COMPUTED] : []),
      ...(years.some(({ clear }) => clear === null) ? [UNTOLD] : []),
    ],
  }
}

const COMPUTED = '† Worked out: the later number less the change that the source states.'
const UNTOLD =
  'Cannot be told: the source does not give the two counts between which the change lies, or of how many a share is.'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function outcomes(
  draft: Draft,
  from: CrimeStatistics,
  sources: Sources,
  published: Span,
  newest: Span,
): void {
  draft.heading('What came of the crimes')
  draft.say(
    'Each recorded crime ends with one of the outcomes of the national framework. Recent crimes may have none yet, so the newest rates may still rise. A charge rate is a share of recorded crimes, so it also moves when recording moves.',
  )
  const spans = published.until === newest.until ? [newest] : [published, newest]
  for (const span of spans) {
    const years = yearsOf(from, OUTCOMES, span)
    if (years.length === 0) continue
    draft.add(yearTable(`Outcomes in the ${spanWords(span)}`, years, sources))
    for (const year of years) {
      const beside = besideWords(from.byForce, year)
      draft.say(`${yearSentence(year)}${beside} (${sources.cite(year.report)}.) `)
    }
  }
  draft.ask('what the force says about outcomes, and what victims say')
}

/** " England and Wales: 4.1%." for the same span, from the breakdown by force; empty where there is none. */
function besideWords(byForce: readonly Breakdown[], { measure, span }: Year): string {
  const breakdown = byForce.find((each) => each.measure.slug === measure.slug)
  const row = breakdown?.rows.find((each) => each.span.until === span.until && each.span.from === span.from)
  const at = breakdown?.parts.findIndex(({ name }) => name === 'England and Wales') ?? -1
  const value = at < 0 ? undefined : row?.cells[at]?.value
  return value === undefined || value === null
    ? ''
    : ` England and Wales: ${amountWords(value, measure.definition.unit)}.`
}

function monthByMonth(draft: Draft, { measures }: CrimeStatistics): void {
  const charted = measures.filter(
    ({ measure: { family }, telling }) => [CRIME, OUTCOMES].includes(family) && telling.chart !== null,
  )
  if (charted.length === 0) return
  draft.heading('Month by month')
  for (const { telling } of charted) draft.say(telling.sentence)
}

function account(draft: Draft): void {
  draft.heading('Holding to account')
  draft.ask(
    'what the Chief Constable was asked about these figures, at which meeting and when, and the answers',
  )
  draft.ask('which changes need an explanation at the next board, and who will ask for it')
}
