/**
 * The items that a meeting takes without the public, each with why: the paragraph of Schedule 12A to the Local
 * Government Act 1972 that the agenda names, in plain words. What is in them never stands here.
 */
import {
  bullets,
  type Html,
  html,
  type PageRequest,
  type Piece,
  paragraph,
  sectionHeading,
  source,
  term,
} from '../../../../web/index.ts'
import {
  EXEMPT_PARAGRAPHS,
  exemptParagraphs,
  paragraphInWords,
  privateReason,
  SCHEDULE_12A,
} from '../exempt.ts'
import { type AgendaPart, meetingState } from '../meeting.ts'
import type { MeetingAnswer } from '../reads.ts'
import { itemPart } from './agenda-item.ts'

/** The private part of an agenda; where it says nothing of one, that it does. */
export function privatePart(
  parts: readonly AgendaPart[],
  said: 'none-expected' | 'some' | 'not-stated',
  answer: MeetingAnswer,
  request: PageRequest,
): Html {
  const heading = sectionHeading('Items taken in private', 'm', 'private')
  if (said !== 'some') {
    const words =
      said === 'none-expected' ? 'None was expected when the agenda was prepared.' : 'The agenda lists none.'
    return html`${heading}${paragraph(words)}${whyClosed()}`
  }
  const isOver = meetingState(answer.meeting.content.date, request.today) === 'past'
  const when = isOver
    ? 'The agenda lists this to be taken without the public'
    : 'This is to be taken without the public'
  return html`${heading}${parts.map(({ items }) =>
    items.map(
      (item) =>
        html`${itemPart(item, { answer, request, level: 3 })}${paragraph(html`${when}, ${privateWords(item.exempt ?? '')}`)}`,
    ),
  )}${paragraph('What is in private papers is not on this record.')}${whyClosed()}`
}

function privateWords(printed: string): Piece {
  const reason = privateReason(printed)
  if (reason === null)
    return printed === '' || printed === 'exempt'
      ? 'and does not say why.'
      : `and gives as the reason: “${printed}”.`
  const named = exemptParagraphs(printed).map(paragraphInWords).join(' and ')
  return `because ${reason} (${named}; printed as “${printed}”).`
}

const whyClosed = (): Html =>
  term(
    'Why may a meeting be closed to the public?',
    html`${paragraph('The law lets a body take an item in private only for listed reasons, and only while keeping it private serves the public better than telling. The body must say which reason it uses. They are:')}${bullets(
      EXEMPT_PARAGRAPHS.map(({ number, covers }) => `paragraph ${number}: ${covers}`),
    )}${paragraph('In Wales the same reasons are paragraphs 12 to 18.')}${source(`${SCHEDULE_12A}, Parts 1, 2 and 4`)}`,
  )
