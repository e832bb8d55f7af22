/** An action's page: what was asked or promised, by whom, in which words, and all that the record shows of it since. */
import { longDate } from '../../../../lib/index.ts'
import {
  bullets,
  day,
  facts,
  finding,
  type Html,
  html,
  joined,
  lead,
  link,
  type PageRequest,
  pageTop,
  paragraph,
  sectionHeading,
  source,
  stateTag,
  term,
  type View,
} from '../../../../web/index.ts'
import { capital } from '../../register.ts'
import {
  byDate,
  type Carrying,
  carryingInWords,
  kindInWords,
  lateness,
  presentCarrying,
  presentState,
  STATE_WORDS,
} from '../action.ts'
import type { PublishedAction } from '../published.ts'
import type { ActionAnswer } from '../reads.ts'
import { ownerInWords, stateOf } from './action-words.ts'

export function actionPage({ action, priorities }: ActionAnswer, request: PageRequest): View {
  const { content } = action
  const state = presentState(content.progress)
  const late = lateness({ due: content.due, state }, request.today)
  return {
    title: action.title,
    description: action.summary,
    section: 'actions',
    main: html`${pageTop({
      kicker: joined([link('/actions', 'Actions'), link(content.meeting.path, content.meeting.title)], ' · '),
      title: action.title,
    })}
${lead(`${kindInWords(content)} on ${longDate(content.meeting.date)}.`)}
${facts([
  { term: 'State', value: stateTag(stateOf(content, request.today)), note: stateNote(content) },
  { term: 'Who is to do it', ...ownerInWords(content) },
  {
    term: 'By when',
    value: content.due === null ? 'No date' : day(content.due),
    note: content.due === null ? 'none was given' : late,
  },
])}
${sectionHeading('In the words of the paper', 'm', 'words')}
${
  content.quote === null
    ? paragraph('The exact words could not be tied to this action; the source has them.')
    : html`<blockquote class="sm-text sm-quote">“${content.quote}”</blockquote>`
}
${source(link(content.source.path, capital(content.source.words)), content.subject || null, day(content.meeting.date))}
${content.firm ? '' : paragraph('These words state an intention; they do not promise anything definite.')}
${carryingPart(content)}
${history(content)}
${sectionHeading('Which part of the plan it serves', 'm', 'thread')}
${
  priorities.length === 0
    ? paragraph('None was found: it has no words that single out a priority of the plan.')
    : bullets(priorities.map((each) => html`${link(each.path, each.title)}: ${each.why}`))
}
${statesExplained()}`,
  }
}

const stateNote = (action: PublishedAction): string => {
  const latest = action.progress.toSorted(byDate).at(-1)
  return latest === undefined
    ? 'nothing on the record yet says what came of it'
    : `since ${longDate(latest.date)}`
}

/** What became of it in the next work programme, in fair words and with room for another explanation. */
function carryingPart(action: PublishedAction): Html {
  const found = presentCarrying(action.carrying)
  if (found === undefined) return html``
  const others = action.carrying.filter((each) => each !== found)
  return finding({
    title: carryingInWords(found),
    body: html`<p>${reasonInWords(found)}</p>${others.map(
      (each) => html`<p>${carryingInWords(each)}. ${reasonInWords(each)}</p>`,
    )}`,
    source: source(...action.carrying.map(({ programme }) => link(programme.path, programme.title))),
  })
}

function reasonInWords(carrying: Carrying): string {
  if (carrying.outcome === 'carried') return `Both speak of ${carrying.why}.`
  if (carrying.outcome === 'maybe') return `It ${carrying.why}.`
  return `Neither the programme nor the agenda of the next meeting has a line that matches; ${carrying.why}. It may have been met in another way, for example by letter.`
}

function history(action: PublishedAction): Html {
  const events = action.progress.toSorted(byDate)
  return html`${sectionHeading('What has come of it', 'm', 'history')}
<ol class="govuk-list govuk-list--spaced"><li>${day(action.meeting.date)}: ${stateTag({ words: STATE_WORDS.open, tone: 'plain' })} ${kindInWords(action)}, at ${link(action.meeting.path, `the meeting of the ${action.body.name}`)}.</li>${events.map(
    (event) =>
      html`<li>${day(event.date)}: ${stateTag({ words: STATE_WORDS[event.state], tone: event.state === 'done' ? 'done' : 'plain' })} ${event.text} ${
        event.source === null ? 'No source is given.' : html`Source: ${cited(event.source)}.`
      }</li>`,
  )}</ol>`
}

/** A source given as an address becomes a link; any other stays as words. */
const cited = (place: string): Html | string =>
  /^(\/(?!\/)|https?:\/\/)/.test(place) ? link(place, place) : place

const statesExplained = (): Html =>
  term(
    'How states are decided',
    'The state is what the dated entries above add up to. Nothing counts as done without a source that shows it. Those who asked may dispute it.',
  )
