/** Work programmes: by heading and rows, in one table, and behind an agenda. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readWords } from './testing.ts'

describe('a work programme', () => {
  it('is read from a heading for each meeting with rows under it', async () => {
    const { forwardProgramme } = await readWords(
      '**Forward work programme (November 2019)**\n\n**6 February 2020**\n\nPlan\tStatutory requirement\tPCC\nBudget\tStatutory requirement\tPCC\n\n**26 March 2020**\n\nSpending\tProposed by PCC\tPCC\nMental health\tRequested by the Panel\tPCC\n\nStanding items at each meeting\n\nQuestions\n\nItems to note at each meeting\n\nDecisions\n\nBoard minutes\n',
    )
    assert.ok(forwardProgramme)
    assert.equal(forwardProgramme.asAt, '2019-11')
    assert.deepEqual(
      forwardProgramme.meetings.map((meeting) => [
        meeting.date,
        meeting.items.map((item) => [item.title, item.origin, item.owner]),
      ]),
      [
        [
          '2020-02-06',
          [
            ['Plan', 'Statutory requirement', 'PCC'],
            ['Budget', 'Statutory requirement', 'PCC'],
          ],
        ],
        [
          '2020-03-26',
          [
            ['Spending', 'Proposed by PCC', 'PCC'],
            ['Mental health', 'Requested by the Panel', 'PCC'],
          ],
        ],
      ],
    )
    assert.deepEqual(
      [forwardProgramme.standing, forwardProgramme.toNote],
      [['Questions'], ['Decisions', 'Board minutes']],
    )
  })

  it('is read from one table whose first column gives the day', async () => {
    const { forwardProgramme } = await readWords(
      'NORTHSHIRE POLICE AND CRIME PANEL\nWORK PROGRAMME 2020/21 (as at 3 March 2020)\n\nDate of meeting\tItem\tPurpose\tLead\n26 June 2020\tAnnual report\tStatutory\tOPCC\n26 June 2020\tComplaints\tStanding\tPanel officer\n2 October 2020\tRural crime\tRequested by Panel\tOPCC\n',
    )
    assert.ok(forwardProgramme)
    assert.equal(forwardProgramme.asAt, '2020-03-03')
    assert.deepEqual(
      forwardProgramme.meetings.map((meeting) => [meeting.date, meeting.items.map((item) => item.title)]),
      [
        ['2020-06-26', ['Annual report', 'Complaints']],
        ['2020-10-02', ['Rural crime']],
      ],
    )
  })

  it('whose meetings run backwards is said to, and left as printed', async () => {
    const reading = await readWords(
      '**Forward plan**\n\n**22 September 2017**\n\n- Annual report\n\n**10 January 2017**\n\n- Budget\n',
    )
    assert.deepEqual(
      reading.forwardProgramme?.meetings.map((meeting) => meeting.date),
      ['2017-09-22', '2017-01-10'],
    )
    assert.ok(reading.warnings.some((warning) => warning.code === 'date-out-of-order'))
  })

  it('an item of that name in minutes is none', async () => {
    const reading = await readWords(
      'Minutes of the Eastland Police and Crime Panel held on 1 July 2019\n\nPresent: Cllr A Fell\n\n**3. Future work programme**\n\nRESOLVED that it be noted.\n',
    )
    assert.equal(reading.forwardProgramme, null)
  })
})
