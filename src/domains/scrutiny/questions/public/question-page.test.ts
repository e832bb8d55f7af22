/** What the page of a question says: the question as put, the answer with its permalinks, and honest words where there is none. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId, now } from '../../../../lib/index.ts'
import { questionKind } from '../published.ts'
import type { Question } from '../question.ts'
import type { QuestionRow } from '../reads.ts'
import { anAnswer, aQuestion } from '../testing.ts'
import { questionPage } from './question-page.ts'
import { questionEntry } from './register-page.ts'

function row(question: Question): QuestionRow {
  const { paragraphs: _, files: __, ...published } = questionKind.publish(question)
  return { ...published, id: newId(), kind: 'question', version: 1, publishedAt: now() }
}

const pageOf = (question: Question): string =>
  questionPage({ question: row(question), priorities: [] }).main.text

test('each paragraph of the answer leads to where it stands in the minutes', () => {
  const page = pageOf(aQuestion())
  assert.match(page, /href="[^"]+\/minutes#minute-332-5"/)
  assert.match(page, /The Commissioner had raised it\./)
  assert.match(page, /href="[^"]+#question-q2"[^>]*>Minute 332, question 2</)
  assert.equal(page.match(/<h1/g)?.length, 1)
})

test('a further question is told apart, with who put it', () => {
  const further = anAnswer({ number: '6', supplementary: true, by: 'Cllr Fox', text: 'Cllr Fox asked more.' })
  assert.match(pageOf(aQuestion({ answers: [anAnswer(), further] })), /A further question, by Cllr Fox/)
})

test('a missing answer is said in fair words, and only where minutes were read', () => {
  assert.match(pageOf(aQuestion({ answers: [] })), /No answer is recorded in the minutes.*another way/)
  const unminuted = pageOf(aQuestion({ answers: [], minuted: false }))
  assert.match(unminuted, /minutes of the meeting are not on the record yet/)
  assert.doesNotMatch(unminuted, /No answer is recorded/)
})

test('only an answered question has the filled mark', () => {
  assert.equal(questionEntry(row(aQuestion())).mark, 'done')
  assert.equal(questionEntry(row(aQuestion({ answers: [] }))).mark, 'promised')
})

test('what a paper prints cannot become markup', () => {
  const text = 'Is <script>alert(1)</script> safe?'
  assert.doesNotMatch(pageOf(aQuestion({ text, title: text })), /<script>/)
})
