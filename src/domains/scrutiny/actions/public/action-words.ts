/** How an action is shown in a list or on a thread: its kind, state, lateness and what was found, in the same words everywhere. */
import type { LocalDate } from '../../../../lib/index.ts'
import {
  html,
  link,
  type Piece,
  type State,
  source,
  stateTag,
  type ThreadEntry,
} from '../../../../web/index.ts'
import { capital } from '../../register.ts'
import {
  carryingInWords,
  isLate,
  kindInWords,
  lateness,
  presentCarrying,
  presentState,
  STATE_WORDS,
  withThe,
} from '../action.ts'
import type { PublishedAction } from '../published.ts'
import type { ActionRow } from '../reads.ts'

/** The state as a tag: only "done" has the colour of done. */
export function stateOf(action: Pick<PublishedAction, 'progress' | 'due'>, today: LocalDate): State {
  const state = presentState(action.progress)
  const late = isLate({ due: action.due, state }, today)
  return { words: STATE_WORDS[state], tone: state === 'done' ? 'done' : late ? 'late' : 'plain' }
}

/** What the comparison with later work programmes came to, as a tag; nothing when there was none to compare with. */
export function carryingTag(action: Pick<PublishedAction, 'carrying'>): Piece {
  const found = presentCarrying(action.carrying)
  if (found === undefined) return null
  return stateTag({ words: carryingInWords(found), tone: found.outcome === 'carried' ? 'plain' : 'late' })
}

/** An action as an entry of the thread or the register. */
export function actionEntry(row: ActionRow, today: LocalDate): ThreadEntry {
  const action = row.content
  const state = presentState(action.progress)
  const found = presentCarrying(action.carrying)
  const tag = carryingTag(action)
  return {
    mark: state === 'done' ? 'done' : 'promised',
    date: row.date,
    what: kindInWords(action),
    title: row.title,
    href: row.path,
    quote: action.quote,
    state: stateOf(action, today),
    stateNote: html`${lateness({ due: action.due, state }, today)}${tag ? html` ${tag}` : ''}`,
    source: source(
      link(action.source.path, capital(action.source.words)),
      link(action.meeting.path, action.meeting.title),
      found === undefined ? null : link(found.programme.path, found.programme.title),
    ),
  }
}

/** Who is to keep it: the office, and with a link the person where that is certain. */
export function ownerInWords(action: Pick<PublishedAction, 'owner'>): { value: Piece; note?: Piece } {
  const { office, person } = action.owner
  if (office === null && person === null) return { value: 'Not said', note: 'the paper does not name anyone' }
  if (person === null) return { value: capital(withThe(office ?? '')) }
  const named = link(person.path, person.name)
  return office === null ? { value: named } : { value: capital(withThe(office)), note: named }
}
