/** Questions put to a commissioner, in the forms in which they are minuted, and lists of questions. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readWords } from './testing.ts'

const HEAD =
  'Minutes of the Eastland Police and Crime Panel held on 1 July 2019\n\nPRESENT: Cllr Bob Crane (Chair), Mrs P Lowe\n\n**10. Questions**\n\n'

describe('questions', () => {
  it('carry their points, who asked, and the paragraphs that answer, one of them a further question', async () => {
    const { questions } = await readWords(
      `${HEAD}*Q1: What has been done about speeding, in particular:*\n\n- *on rural roads?*\n- *near schools?*\n\n*(Bob Crane)*\n\n1. The Commissioner described the work of the team on the roads.\n\n2. Cllr Crane asked about schools and was given an answer.\n\n*Q2: Will the station reopen? (P Lowe)*\n\n3. The Commissioner said that it would not.\n\nRESOLVED that the answers be noted.\n`,
    )
    assert.deepEqual(
      questions.map((one) => [
        one.number,
        one.questioner,
        one.text,
        one.bullets,
        one.answerParagraphs,
        one.item,
      ]),
      [
        [
          'Q1',
          'Bob Crane',
          'What has been done about speeding, in particular:',
          ['on rural roads?', 'near schools?'],
          [1, 2],
          '10',
        ],
        ['Q2', 'P Lowe', 'Will the station reopen?', [], [3], '10'],
      ],
    )
  })

  it('may name the questioner first', async () => {
    const { questions } = await readWords(
      `${HEAD}**Question 1 from Cllr Crane:** What is being done?\n\n**Answer:** Times were improving.\n\nQuestion 2 (Mrs P Lowe): Will the plan be published?\n\nThe Commissioner confirmed that it was online.\n`,
    )
    assert.deepEqual(
      questions.map((one) => [one.number, one.questioner, one.text]),
      [
        ['Q1', 'Bob Crane', 'What is being done?'],
        ['Q2', 'P Lowe', 'Will the plan be published?'],
      ],
    )
  })

  it('a list of questions is a paper of its own', async () => {
    const reading = await readWords(
      'Questions from members of the public\n\nQuestion 1 from Mr John Elm\nWhat is being done about hare coursing?\nResponse: There is a team.\n\nQuestion 2 from Mrs Ivy Oak\nWill the station reopen?\nResponse: No.\n',
    )
    assert.equal(reading.kind, 'questions')
    assert.deepEqual(
      reading.questions.map((one) => [one.questioner, one.text]),
      [
        ['John Elm', 'What is being done about hare coursing?'],
        ['Ivy Oak', 'Will the station reopen?'],
      ],
    )
  })
})
