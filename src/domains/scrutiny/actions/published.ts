/** What the public gets of an action: what was asked or promised, by whom, in which words, where they stand, and what has come of it. */
import { stored } from '../../../lib/index.ts'
import type { Kind, Paragraph } from '../../../record/index.ts'
import {
  ACTION_STATES,
  type Action,
  actionPath,
  type Carrying,
  carryingInWords,
  kindInWords,
  type Progress,
  presentCarrying,
  presentState,
} from './action.ts'

const progress: stored.Reader<Progress> = stored.fields({
  date: stored.day,
  state: stored.oneOf(...ACTION_STATES),
  text: stored.text,
  source: stored.orNull(stored.text),
  broughtBy: stored.orNull(stored.text),
})

const carrying: stored.Reader<Carrying> = stored.fields({
  outcome: stored.oneOf('carried', 'maybe', 'not-found'),
  programme: stored.fields({ month: stored.text, path: stored.text, title: stored.text }),
  why: stored.text,
})

const parse: stored.Reader<Action> = stored.fields({
  slug: stored.text,
  ref: stored.text,
  kind: stored.oneOf('commitment', 'panel-request', 'panel-action'),
  firm: stored.flag,
  what: stored.text,
  quote: stored.orNull(stored.text),
  subject: stored.text,
  owner: stored.fields({
    office: stored.orNull(stored.text),
    person: stored.orNull(stored.fields({ name: stored.text, path: stored.text })),
  }),
  due: stored.orNull(stored.day),
  body: stored.fields({ name: stored.text, path: stored.text }),
  meeting: stored.fields({ date: stored.day, path: stored.text, title: stored.text }),
  source: stored.fields({ words: stored.text, path: stored.text }),
  progress: stored.list(progress),
  carrying: stored.list(carrying),
  serves: stored.list(stored.text),
})

export type PublishedAction = Omit<Action, 'slug' | 'serves'>

/** What the pages of its meeting show of an action. */
export type ActionOutline = Pick<
  PublishedAction,
  'ref' | 'kind' | 'firm' | 'owner' | 'due' | 'progress' | 'source'
>

const outlineOf = (action: Action): ActionOutline => ({
  ref: action.ref,
  kind: action.kind,
  firm: action.firm,
  owner: action.owner,
  due: action.due,
  progress: action.progress,
  source: action.source,
})

export const actionKind: Kind<Action, PublishedAction> = {
  name: 'action',
  words: { one: 'Action', many: 'Actions' },
  searchable: true,
  parse: (value) => parse(value),
  publish: (action) => ({
    title: action.what,
    path: actionPath(action.slug),
    date: action.meeting.date,
    body: action.body.path,
    summary: summaryOf(action),
    state: presentState(action.progress),
    content: {
      ref: action.ref,
      kind: action.kind,
      firm: action.firm,
      what: action.what,
      quote: action.quote,
      subject: action.subject,
      owner: action.owner,
      due: action.due,
      body: action.body,
      meeting: action.meeting,
      source: action.source,
      progress: action.progress,
      carrying: action.carrying,
    },
    outline: outlineOf(action),
    paragraphs: paragraphsOf(action),
  }),
}

/** How it came about, and what the next programme has of it. Where its words stand is said wherever it is shown. */
function summaryOf(action: Action): string {
  const found = presentCarrying(action.carrying)
  const how = `${kindInWords(action)}.`
  return found === undefined ? how : `${how} ${carryingInWords(found)}.`
}

function paragraphsOf(action: Action): Paragraph[] {
  const said = action.quote === null ? [] : [{ anchor: 'words', number: null, text: action.quote }]
  return [...said, ...action.progress.map(({ text }) => ({ anchor: 'history', number: null, text }))]
}
