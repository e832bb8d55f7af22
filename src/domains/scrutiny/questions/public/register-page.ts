/** The register of questions: what was asked of the policing body, by whom, and whether the minutes hold an answer. */
import {
  facts,
  filterLinks,
  html,
  joined,
  lead,
  link,
  type PageRequest,
  pageLinks,
  pageTop,
  paragraph,
  source,
  type ThreadEntry,
  term,
  threadKey,
  threadList,
  type View,
} from '../../../../web/index.ts'
import { feedForm, followed, kindFeed } from '../../feeds.ts'
import { capital, filterOptions } from '../../register.ts'
import { QUESTION_WORDS, stateOf } from '../question.ts'
import type { QuestionRegister, QuestionRow } from '../reads.ts'

export function questionRegisterPage(register: QuestionRegister, request: PageRequest): View {
  const { counts, options, choices, whole: rows, by } = register
  const of = (name: string, everything: string, chosen: readonly { value: string; text: string }[]) =>
    filterOptions({ path: request.path, name, everything, choices, rows, by, options: chosen })
  return {
    title: 'Questions',
    description: 'Questions put at meetings, who asked them, and the answers that the minutes record.',
    section: 'questions',
    alternates: [feedForm(kindFeed('questions'), 'Questions')],
    main: html`${pageTop({ title: 'Questions and answers' })}
${lead('Questions that were put at meetings, who asked each of them, and the answer as the minutes record it.')}
${facts([
  { term: 'On the record', value: counts.all, note: 'questions' },
  { term: 'With an answer', value: counts.answered, note: 'recorded in the minutes' },
  { term: 'Without', value: counts.unanswered, note: 'no answer found on the record' },
])}
${term('What “answered” means here', 'The minutes of the meeting record an answer. Whether it answers what was asked is for you to judge: each page has the question and the answer side by side, with their source.')}
${filterLinks('Show', of('state', 'everything', options.states))}
${options.questioners.length > 1 ? filterLinks('Asked by', of('by', 'anyone', options.questioners)) : ''}
${options.bodies.length > 1 ? filterLinks('Body', of('body', 'any', options.bodies)) : ''}
${paragraph(`${register.found} of ${counts.all}, newest first.`)}
${threadList(
  register.rows.map(questionEntry),
  'No question matches what you chose. Choose “everything” to see all of them.',
)}
${register.rows.length > 0 ? threadKey() : ''}
${pageLinks({ first: register.first, next: register.next, nextText: 'Older questions' })}
${paragraph(followed([{ href: kindFeed('questions'), words: 'new questions and answers' }]))}`,
  }
}

/** A question as an entry of the register. */
export function questionEntry(row: QuestionRow): ThreadEntry {
  const { content } = row
  const state = stateOf(content)
  const { questioner } = content
  const who =
    questioner === null
      ? 'Question'
      : joined(
          [
            'Question by ',
            questioner.person ? link(questioner.person.path, questioner.person.name) : questioner.asPrinted,
          ],
          '',
        )
  return {
    mark: state === 'answered' ? 'done' : 'promised',
    date: row.date,
    what: who,
    title: row.title,
    href: row.path,
    state: { words: QUESTION_WORDS[state], tone: state === 'answered' ? 'done' : 'plain' },
    source: source(
      link(content.source.path, capital(content.source.words)),
      link(content.meeting.path, content.meeting.title),
    ),
  }
}
