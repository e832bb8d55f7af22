/** What readers of questions rely on: honest states, readable addresses, further questions told apart. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '../../../lib/index.ts'
import { questionKind } from './published.ts'
import { questionSlug, stateOf, supplementaryBy, titleOf } from './question.ts'
import { anAnswer, aQuestion } from './testing.ts'

test('a question is answered only when the minutes hold an answer', () => {
  assert.equal(stateOf(aQuestion({ answers: [anAnswer()] })), 'answered')
  assert.equal(stateOf(aQuestion({ answers: [], minuted: true })), 'no-answer')
  assert.equal(stateOf(aQuestion({ answers: [], minuted: false })), 'put')
})

test('the address says the day, the number and who asked, and two questions never share one', () => {
  const parts = { number: 'Q2', questioner: 'Jenny Hollingsbee', text: 'What is done?' }
  const first = questionSlug(date('2019-09-24'), parts, new Set())
  assert.equal(first, '2019-09-24-q2-jenny-hollingsbee')
  assert.equal(questionSlug(date('2019-09-24'), parts, new Set([first])), `${first}-2`)
})

test('a long question is shortened at a word to the sentence that asks', () => {
  const title = titleOf(
    'Dealers are seen in the district. Could the Commissioner say what is being done about dealing that everybody can see in the open, and by whom, and when it began?',
  )
  assert.match(title, /^Could the Commissioner/)
  assert.ok(title.length <= 111)
  assert.match(title, /\w…$/)
})

test('a paragraph that records a further question names who put it', () => {
  assert.equal(supplementaryBy('Cllr Gideon asked what would happen in Ashford.'), 'Cllr Gideon')
  assert.equal(supplementaryBy('In response to a question from Mrs Bolton the answer was yes.'), 'Mrs Bolton')
  assert.equal(supplementaryBy('The Commissioner said that it had been raised.'), null)
})

test('the public gets question and answers, searchable by their paragraphs', () => {
  const question = aQuestion({ bullets: ['How much?'], serves: ['x'] })
  const published = questionKind.publish(questionKind.parse(JSON.parse(JSON.stringify(question))))
  assert.equal(published.path, '/questions/2019-09-24-q2-jenny-hollingsbee')
  assert.equal(published.summary, 'Question by Jenny Hollingsbee. Answered at the meeting.')
  assert.deepEqual(
    published.paragraphs.map(({ text }) => text),
    ['What is done about dealers?', 'How much?', 'The Commissioner had raised it.'],
  )
  assert.equal('serves' in published.content, false)
})
