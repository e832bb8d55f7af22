/** One item of a meeting's agenda: its paper, what was minuted under it, and what was resolved, asked and promised there. */
import {
  type Html,
  html,
  joined,
  link,
  type PageRequest,
  type Piece,
  stateTag,
} from '../../../../web/index.ts'
import { kindInWords } from '../../actions/action.ts'
import { stateOf } from '../../actions/public/action-words.ts'
import { capital } from '../../register.ts'
import type { AgendaItem } from '../meeting.ts'
import { minutesPath } from '../minutes.ts'
import { type MinuteOutline, questionAnchors } from '../minutes-outline.ts'
import type { MeetingAnswer } from '../reads.ts'
import { momentLink } from './recording.ts'

/** Whether a paper is the one for an item, by its address. */
export const isPaperOf = (item: AgendaItem, paper: { path: string }): boolean =>
  item.number !== null && paper.path.endsWith(`/${item.anchor.replace(/^item-/, '')}`)

export type Showing = { answer: MeetingAnswer; request: PageRequest; level: 3 | 4 }

/** An item of an agenda: its paper, its moment in the recording, what was minuted and what came of it. */
export function itemPart(item: AgendaItem, { answer, request, level }: Showing): Html {
  const paper = answer.papers.find((each) => isPaperOf(item, each))
  const minutes =
    answer.minutes?.content.minutes.filter((minute) => minute.item?.anchor === item.anchor) ?? []
  const words = item.number === null ? item.title : `${item.number}. ${item.title}`
  const heading = level === 3 ? html`<h3>${words}</h3>` : html`<h4>${words}</h4>`
  const taken = item.refersTo === null ? undefined : answer.earlierMinutes.get(item.refersTo)
  const programme =
    /\bprogramme\b/i.test(item.title) && answer.programmes.length === 1 ? answer.programmes[0] : undefined
  const notes = joined(
    [
      paper ? link(paper.path, 'Read the paper') : null,
      paper && paper.title !== item.title ? `“${paper.title}”` : null,
      taken ? link(taken, 'Read these minutes') : null,
      programme ? link(programme.path, 'Read the work programme') : null,
      item.pages === null ? null : pagesWords(item.pages, !paper && !taken && !programme),
      item.toFollow && !paper ? 'The paper was to follow' : null,
      momentLink(answer.webcast?.content, item.anchor),
    ],
    ' · ',
  )
  return html`<div class="sm-card" id="${item.anchor}">${heading}${notes.text === '' ? '' : html`<p>${notes}</p>`}${minutes.map(
    (minute) => html`<p>${minuteLink(minute, answer)}</p>${outcomes(minute, answer, request)}`,
  )}</div>`
}

const pagesWords = ([first, last]: [number, number], begins: boolean): string => {
  const words = first === last ? `page ${first} of the pack` : `pages ${first} to ${last} of the pack`
  return begins ? capital(words) : words
}

/** A minute by its number and title. */
export function minuteLink(minute: MinuteOutline, answer: MeetingAnswer): Html {
  const { body, date } = answer.meeting.content
  const words = minute.number === null ? minute.title : `Minute ${minute.number}: ${minute.title}`
  return link(`${minutesPath(body.slug, date)}#${minute.anchor}`, words)
}

/** What was resolved, asked for, promised and answered under a minute, each with a link to its place. */
export function outcomes(
  minute: MinuteOutline,
  { meeting, questions, actionsIn, questionsIn }: MeetingAnswer,
  request: PageRequest,
): Html {
  const page = minutesPath(meeting.content.body.slug, meeting.content.date)
  const asked = new Set(
    [minute.anchor, ...questionAnchors(minute)].flatMap((anchor) => questionsIn.get(anchor) ?? []),
  )
  const lines: Piece[] = [
    ...minute.resolutions.map(
      ({ anchor, text, parts }) =>
        html`<strong>Resolved</strong> ${link(`${page}#${anchor}`, [text, ...parts.map((part) => part.text)].join(' '))}`,
    ),
    ...(actionsIn.get(minute.anchor) ?? []).map(
      ({ content, path, title }) =>
        html`${kindInWords(content)}: ${link(path, title)} ${stateTag(stateOf(content, request.today))}`,
    ),
    ...questions
      .filter((question) => asked.has(question))
      .map(({ content, path, title }) => html`Question ${content.number ?? ''}: ${link(path, title)}`),
  ]
  return lines.length === 0
    ? html``
    : html`<ul class="govuk-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}
