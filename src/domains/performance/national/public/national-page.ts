/** What the country asks of every force, and what the policing body says its force contributes, with when that was reviewed. */
import { type LocalDate, longDate } from '../../../../lib/index.ts'
import {
  bullets,
  day,
  type Html,
  html,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  sectionHeading,
  stateTag,
  term,
  type View,
} from '../../../../web/index.ts'
import type { Measure } from '../../measures/measure.ts'
import { measureCard, measureCards } from '../../measures/public/measure-card.ts'
import { FROM_MEASURES } from '../../measures/public/measure-top.ts'
import { MADE_UP } from '../../measures/public/report-words.ts'
import { outlineOf } from '../../measures/published.ts'
import { numberWords } from '../../measures/value-words.ts'
import { basisLine } from '../../reference/public/basis-words.ts'
import {
  measureAnchor,
  NATIONAL_PATH,
  type NationalMeasure,
  type NationalSet,
  nationalSetPath,
  QUARTER_DAYS,
  reviewOn,
  type Statement,
  statementsOf,
} from '../national-set.ts'
import type { NationalAnswer, NationalSetAnswer } from '../reads.ts'

const TITLE = 'National priorities, and what is done here'

/** The page at /national-measures. */
export function nationalPage({ sets, measures }: NationalAnswer, request: PageRequest): View {
  const { inForce, before, coming } = sets
  const { policingBody, force } = request.site.words
  return {
    title: TITLE,
    description: `National priorities and measures for policing, and what the ${policingBody} says ${force} contributes to them.`,
    section: 'measures',
    main: html`${pageTop({ kicker: FROM_MEASURES, title: TITLE })}
${lead(
  inForce.length === 0
    ? `No set of national priorities in force on ${longDate(request.today)} is on this record.`
    : `The government names priorities and measures for every police force. Here they stand with what the ${policingBody} says ${force} contributes to each, and when that was last reviewed.`,
)}
${term('Who has to say this, and how often?', `The law asks the ${policingBody} to publish a statement of the force’s contribution to the national priorities, to say which of them apply here and which do not, and to review it each quarter and within a month of the inspectors’ yearly report.`)}
${inForce.map((set) => html`${sectionHeading(link(nationalSetPath(set.slug), set.name), 'l', set.slug)}${setPart(set, measures, { today: request.today, level: 3 })}`)}
${listed('Sets to come', coming)}${listed('Sets that are over', before)}`,
  }
}

const listed = (title: string, sets: readonly NationalSet[]): Html =>
  sets.length === 0
    ? html``
    : html`${sectionHeading(title, 'm')}${bullets(
        sets.map((set) => html`${link(nationalSetPath(set.slug), set.name)}, ${inForceWords(set)}`),
      )}`

/** "from 1 June 2021", "from 1 June 2021 until 1 April 2026". */
const inForceWords = ({ from, until }: NationalSet): Html =>
  html`from ${day(from)}${until === null ? '' : html` until ${day(until)}`}`

/** The page at /national-measures/:set. */
export function nationalSetPage({ set, measures }: NationalSetAnswer, { today }: PageRequest): View {
  const over = set.until !== null && set.until <= today
  return {
    title: set.name,
    description: set.words,
    section: 'measures',
    main: html`${pageTop({ kicker: link(NATIONAL_PATH, TITLE), title: set.name })}
${lead(html`${over ? 'This set is over. It held' : set.from > today ? 'This set is to come: it holds' : 'In force'} ${inForceWords(set)}.`)}
${setPart(set, measures, { today: over && set.until !== null ? set.until : today, level: 2 })}`,
  }
}

/** The day that is shown, and which level of heading each priority has. */
type Shown = { today: LocalDate; level: 2 | 3 }

function setPart(set: NationalSet, measures: ReadonlyMap<string, Measure>, shown: Shown): Html {
  const { today } = shown
  return html`${paragraph(set.words)}
${set.reviewed ? reviewSummary(set, today) : ''}
${basisLine(set.basis, set.register)}
${set.measures.map((measure) => measurePart(set, measure, measures, shown))}`
}

/** How many statements are there, and how many reviews are late, before anything else. */
function reviewSummary(set: NationalSet, today: LocalDate): Html {
  const reviews = set.measures.map(({ number }) => reviewOn(set, number, today))
  const silent = set.measures.filter(({ applies }) => applies === null).length
  const none = reviews.filter(({ state }) => state === 'none').length
  const overdue = reviews.filter(({ state }) => state === 'overdue').length
  const inTime = reviews.length - none - overdue
  return paragraph(
    `Reviewed quarterly. Of ${reviews.length} priorities, ${inTime} ${inTime === 1 ? 'has' : 'have'} a statement reviewed within the last ${QUARTER_DAYS} days, ${overdue} ${overdue === 1 ? 'has one whose review is overdue' : 'have one whose review is overdue'}, and ${none} ${none === 1 ? 'has none' : 'have none'} on this record.${silent === 0 ? '' : ` Of ${silent} nobody has said on this record whether they apply here.`}`,
  )
}

function measurePart(
  set: NationalSet,
  measure: NationalMeasure,
  measures: ReadonlyMap<string, Measure>,
  { today, level }: Shown,
): Html {
  const { number, priority, metric, confirmed } = measure
  const id = measureAnchor(set, number)
  const name = `${number}. ${priority}`
  return html`${level === 2 ? html`<h2 class="govuk-heading-m" id="${id}">${name}</h2>` : html`<h3 class="govuk-heading-m" id="${id}">${name}</h3>`}
${metric === null ? '' : paragraph(html`Measured nationally by: ${metric}${confirmed ? '.' : html`. <strong>Not confirmed yet</strong>: this is from memory and is to be held against its source.`}`)}
${appliesWords(measure)}
${set.reviewed ? statementPart(set, number, today) : ''}
${localPart(measure, measures, { today, level })}`
}

function appliesWords({ applies, why }: NationalMeasure): Html {
  if (applies === null) return html``
  return paragraph(`${applies ? 'Applies here' : 'Does not apply here'}${why === null ? '' : `: ${why}`}`)
}

function statementPart(set: NationalSet, number: string, today: LocalDate): Html {
  const review = reviewOn(set, number, today)
  if (review.state === 'none')
    return html`<p class="govuk-body">${stateTag({ words: 'No statement on this record', tone: 'plain' })} The law asks for one, reviewed each quarter.</p>`
  const state =
    review.state === 'overdue'
      ? html`${stateTag({ words: 'Review overdue', tone: 'plain' })} Its next review was due by ${day(review.due)}, ${numberWords(review.days, 0)} ${review.days === 1 ? 'day' : 'days'} ago.`
      : html`${stateTag({ words: 'Reviewed in time', tone: 'done' })} Its next review is due by ${day(review.next)}.`
  const [newest, ...older] = statementsOf(set, number, today)
  return html`${newest === undefined ? '' : statementWords(newest)}<p class="govuk-body">${state}</p>
${older.length === 0 ? '' : term('What was said before', html`${older.map(statementWords)}`)}`
}

const statementWords = ({ words, by, asAt, reviewedOn, invented }: Statement): Html =>
  html`${invented ? html`<p class="govuk-body"><strong class="sm-state sm-made-up">${MADE_UP.replace('numbers', 'words')}</strong></p>` : ''}<blockquote class="govuk-inset-text">${words}</blockquote><p class="sm-source">${by}, as at ${day(asAt)}, reviewed on ${day(reviewedOn)}</p>`

function localPart(
  { localMeasures }: NationalMeasure,
  measures: ReadonlyMap<string, Measure>,
  { today, level }: Shown,
): Html {
  const known = localMeasures.flatMap((slug) => measures.get(slug) ?? [])
  if (known.length === 0) return paragraph('No local measure of it is on this record.')
  return html`<p class="govuk-body">What is measured here:</p>${measureCards(
    known.map((measure) =>
      measureCard(outlineOf(measure), { today, level: level === 2 ? 3 : 4, withChart: true }),
    ),
  )}`
}
