/** Builders of questions for tests. */
import { date } from '../../../lib/index.ts'
import type { AnswerParagraph, Question } from './question.ts'

const minutes = '/meetings/police-and-crime-panel/2019-09-24/minutes'

/** A paragraph of minutes that answers. */
export const anAnswer = (parts: Partial<AnswerParagraph> = {}): AnswerParagraph => ({
  number: '5',
  text: 'The Commissioner had raised it.',
  path: `${minutes}#minute-332-5`,
  supplementary: false,
  by: null,
  ...parts,
})

/** A question put at a meeting and answered there, with what a test cares about in place. */
export function aQuestion(parts: Partial<Question> = {}): Question {
  return {
    slug: '2019-09-24-q2-jenny-hollingsbee',
    number: 'Q2',
    title: 'What is done about dealers?',
    text: 'What is done about dealers?',
    bullets: [],
    questioner: { asPrinted: 'Jenny Hollingsbee', person: null },
    answers: [anAnswer()],
    minuted: true,
    body: { name: 'Police and Crime Panel', path: '/bodies/police-and-crime-panel' },
    meeting: {
      date: date('2019-09-24'),
      path: '/meetings/police-and-crime-panel/2019-09-24',
      title: 'Police and Crime Panel, 24 September 2019',
    },
    source: { words: 'minute 332, question 2', path: `${minutes}#question-q2` },
    serves: [],
    ...parts,
  }
}
