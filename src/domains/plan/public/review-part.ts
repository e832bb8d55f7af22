/** What the page of a plan says of its review by the panel and of the response, with the day of each. */
import {
  bullets,
  day,
  type Html,
  html,
  joined,
  link,
  type Piece,
  paragraph,
  sectionHeading,
  term,
} from '../../../web/index.ts'
import { planPath } from '../plan.ts'
import type { PlanHistory, ReviewMinute } from '../reads-review.ts'
import type { PlanReview } from '../review.ts'
import { readable } from './plan-words.ts'

/** The review of a plan; that none is on the record where none is. */
export function reviewPart({ reviews, minutes }: PlanHistory): Html {
  const shown = [...reviews.map(reviewLine), ...minutes.map(minuteLine)]
  const hasResponse = reviews.some(({ response }) => response !== null)
  return readable(
    html`${sectionHeading('How the panel reviewed it', 'l', 'review')}${
      shown.length === 0
        ? paragraph('No review of this plan by the panel is on the record.')
        : html`${bullets(shown)}${hasResponse ? '' : paragraph('No response to the panel is on the record.')}`
    }${term(
      'What must the panel do with a plan?',
      'Before a plan is issued or varied, the panel must be sent the draft, review it in public and make a report or recommendations. It cannot stop the plan. The response to its report must be published (Police Reform and Social Responsibility Act 2011, sections 5(6) and 28(3)).',
    )}`,
  )
}

/** That a plan came before, and where it is said what became of it. */
export const previousPart = (slug: string, { previous }: PlanHistory): Html =>
  previous === null
    ? html``
    : readable(
        html`${sectionHeading('The plan before', 'l', 'before')}${paragraph(
          html`This plan followed ${link(previous.path, previous.title)}. ${link(`${planPath(slug)}/what-became`, 'What became of its priorities and commitments')}.`,
        )}`,
      )

const reviewLine = ({ date, outcome, source, response, register }: PlanReview): Piece =>
  html`<span id="review-${date}">${day(date)}</span>: ${outcome} ${joined(
    [link(source.path, source.title), link(register.path, 'the register that says so')],
    ' · ',
  )}${
    response === null
      ? ''
      : html`<br>Response${response.date === null ? '' : html`, ${day(response.date)}`}: ${response.text} ${link(response.source.path, response.source.title)}`
  }`

const minuteLine = ({ date, path, title, resolved }: ReviewMinute): Piece =>
  html`${day(date)}: ${link(path, title)}${resolved.map((row) => html`<br>${link(row.path, row.title)}`)}`
