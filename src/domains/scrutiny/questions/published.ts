/** What the public gets of a question: its words, who asked, and the paragraphs that answer it. */
import { stored } from '../../../lib/index.ts'
import type { Kind } from '../../../record/index.ts'
import { QUESTION_WORDS, type Question, questionPath, stateOf } from './question.ts'

const parse: stored.Reader<Question> = stored.fields({
  slug: stored.text,
  number: stored.orNull(stored.text),
  title: stored.text,
  text: stored.text,
  bullets: stored.list(stored.text),
  questioner: stored.orNull(
    stored.fields({
      asPrinted: stored.text,
      person: stored.orNull(stored.fields({ name: stored.text, path: stored.text })),
    }),
  ),
  answers: stored.list(
    stored.fields({
      number: stored.orNull(stored.text),
      text: stored.text,
      path: stored.text,
      supplementary: stored.flag,
      by: stored.orNull(stored.text),
    }),
  ),
  minuted: stored.flag,
  body: stored.fields({ name: stored.text, path: stored.text }),
  meeting: stored.fields({ date: stored.day, path: stored.text, title: stored.text }),
  source: stored.fields({ words: stored.text, path: stored.text }),
  serves: stored.list(stored.text),
})

export type PublishedQuestion = Omit<Question, 'slug' | 'serves'>

/** What the page of its meeting shows of a question. */
export type QuestionOutline = Pick<PublishedQuestion, 'number' | 'source'>

const outlineOf = ({ number, source }: Question): QuestionOutline => ({ number, source })

export const questionKind: Kind<Question, PublishedQuestion> = {
  name: 'question',
  words: { one: 'Question', many: 'Questions' },
  searchable: true,
  parse: (value) => parse(value),
  publish: (question) => ({
    title: question.title,
    path: questionPath(question.slug),
    date: question.meeting.date,
    body: question.body.path,
    summary: summaryOf(question),
    state: stateOf(question),
    content: {
      number: question.number,
      title: question.title,
      text: question.text,
      bullets: question.bullets,
      questioner: question.questioner,
      answers: question.answers,
      minuted: question.minuted,
      body: question.body,
      meeting: question.meeting,
      source: question.source,
    },
    outline: outlineOf(question),
    paragraphs: [
      ...[question.text, ...question.bullets].map((text) => ({ anchor: 'asked', number: null, text })),
      ...question.answers.map(({ text, number }) => ({ anchor: 'answer', number, text })),
    ],
  }),
}

function summaryOf(question: Question): string {
  const name = question.questioner?.person?.name ?? question.questioner?.asPrinted
  const asked = name === undefined ? 'Question' : `Question by ${name}`
  return `${asked}. ${QUESTION_WORDS[stateOf(question)]}.`
}
