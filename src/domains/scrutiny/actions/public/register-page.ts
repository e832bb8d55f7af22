/** The register of actions: everything asked for and promised at meetings, with what has come of each. */
import {
  facts,
  filterLinks,
  html,
  lead,
  type PageRequest,
  pageLinks,
  pageTop,
  paragraph,
  term,
  threadKey,
  threadList,
  type View,
} from '../../../../web/index.ts'
import { feedForm, followed, kindFeed } from '../../feeds.ts'
import { filterOptions } from '../../register.ts'
import type { ActionRegister } from '../reads.ts'
import { actionEntry } from './action-words.ts'

const SHOW = [
  { value: 'asked', text: 'asked for by a panel' },
  { value: 'promised', text: 'promises' },
  { value: 'soft', text: 'intentions without a promise' },
  { value: 'not-found', text: 'not found in the next work programme' },
  { value: 'late', text: 'past its date' },
]

export function actionRegisterPage(register: ActionRegister, request: PageRequest): View {
  const { counts } = register
  return {
    title: 'Actions',
    description:
      'Everything that was asked for or promised at meetings, word for word, and what has come of it.',
    section: 'actions',
    alternates: [feedForm(kindFeed('actions'), 'Actions')],
    main: html`${pageTop({ title: 'Actions: asked for and promised' })}
${lead('What was asked for and what was promised at meetings, in the exact words of the minutes, with what the record shows has come of it.')}
${facts([
  { term: 'On the record', value: counts.all, note: 'requests and promises' },
  { term: 'Done', value: counts.done, note: 'only what is shown to be done counts' },
  {
    term: 'Still open',
    value: counts.open,
    note: `${counts.late} past ${counts.late === 1 ? 'its' : 'their'} date`,
  },
  {
    term: 'Not found in the next work programme',
    value: counts.notFound,
    note: 'it may have been met in another way',
  },
])}
${explained()}
${filters(register, request)}
${paragraph(foundInWords(register, counts.all))}
${threadList(
  register.rows.map((row) => actionEntry(row, request.today)),
  'No action matches what you chose. Choose “everything” to see all of them.',
)}
${register.rows.length > 0 ? threadKey() : ''}
${pageLinks({ first: register.first, next: register.next, nextText: 'Older actions' })}
${paragraph(followed([{ href: kindFeed('actions'), words: 'new requests and promises, and what comes of them' }]))}`,
  }
}

const foundInWords = ({ found, rows }: ActionRegister, all: number): string =>
  rows.length < found
    ? `${found} of ${all}; ${rows.length} of them are on this page, newest first.`
    : `${found} of ${all}, newest first.`

function filters(register: ActionRegister, request: PageRequest): ReturnType<typeof html> {
  const { choices, whole: rows, by, options } = register
  const of = (name: string, everything: string, chosen: readonly { value: string; text: string }[]) =>
    filterOptions({ path: request.path, name, everything, choices, rows, by, options: chosen })
  return html`${filterLinks('Show', of('show', 'everything', SHOW))}
${filterLinks('State', of('state', 'any', options.states))}
${filterLinks('Who is to do it', of('owner', 'anyone', options.owners))}
${options.bodies.length > 1 ? filterLinks('Body', of('body', 'any', options.bodies)) : ''}
${options.meetings.length > 1 ? filterLinks('Meeting', of('meeting', 'any', options.meetings)) : ''}`
}

const explained = (): ReturnType<typeof html> =>
  term(
    'What these words mean',
    html`<p>A <strong>promise</strong> is something that an office holder said they would do; an <strong>intention</strong> shows willingness and promises nothing definite. A police and crime panel (councillors and independent members who scrutinise the commissioner) <strong>asks for</strong> things by resolving to.</p>
<p>Each one is <strong>open</strong> until the record shows otherwise. <strong>Done</strong> needs a source that shows it. It may also be partly done, not to be done (with the reason), superseded by something else, or disputed by those who asked.</p>
<p><strong>Not found in the next work programme</strong> means that neither the panel’s next list of coming business nor its next agenda has words that match. It does not mean that nothing was done: an answer may have come by letter, for example.</p>`,
  )
