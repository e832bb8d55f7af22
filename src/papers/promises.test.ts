/** What counts as a promise in minutes, how firm it is, whose, until when; and what does not count. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Action } from './reading.ts'
import { readWords } from './testing.ts'

const HEAD =
  'Minutes of the meeting of the Northshire Police and Crime Panel held on 6 February 2020\n\nPresent: Cllr A White (Chair), Cllr B Long\n\nAlso present: Ms H Lark (Northshire Police and Crime Commissioner), Mr J Pike (Chief Executive)\n\n**7. Report of the force**\n\n'

const actions = async (words: string): Promise<Action[]> => (await readWords(`${HEAD}${words}\n`)).actions
const told = async (words: string): Promise<[string | null, boolean, string][]> =>
  (await actions(`1. ${words}`)).map((action) => [action.owner, action.firm, action.quote])

describe('firm promises', () => {
  const firm: readonly (readonly [string, string, string])[] = [
    [
      'The Commissioner confirmed that she would look into the delays.',
      'Commissioner',
      'she would look into the delays',
    ],
    [
      'The PCC said he would raise it with the Chief Constable, but could not promise more.',
      'Commissioner',
      'he would raise it with the Chief Constable',
    ],
    [
      'The Commissioner undertook to circulate the figures.',
      'Commissioner',
      'undertook to circulate the figures',
    ],
    [
      'The Deputy Commissioner agreed to report back in the summer.',
      'Deputy Commissioner',
      'agreed to report back in the summer',
    ],
    [
      'The Chief Constable stated that the review would be shared with members.',
      'Chief Constable',
      'the review would be shared with members',
    ],
    [
      'Ms Lark explained the delay and added that she would ask that it be put right.',
      'Commissioner',
      'she would ask that it be put right',
    ],
    [
      'Mr Pike advised that he would provide a written answer.',
      'J Pike',
      'he would provide a written answer',
    ],
    [
      'Cllr Long asked about cars. The Commissioner explained the policy. He would send the policy to members.',
      'Commissioner',
      'He would send the policy to members',
    ],
  ]
  for (const [words, owner, quote] of firm) {
    it(`“${quote}”`, async () => assert.deepEqual(await told(words), [[owner, true, quote]]))
  }
})

describe('soft promises are told from firm ones', () => {
  const soft = [
    [
      'The Commissioner said she was happy to talk further to members.',
      'she was happy to talk further to members',
    ],
    [
      'The Commissioner confirmed that he would continue to make the case for Northshire.',
      'he would continue to make the case for Northshire',
    ],
    ['The Commissioner assured members that he would lobby ministers.', 'he would lobby ministers'],
    ['The Commissioner confirmed that he was committed to sharing data.', 'he was committed to sharing data'],
  ] as const
  for (const [words, quote] of soft) {
    it(`“${quote}”`, async () => assert.deepEqual(await told(words), [['Commissioner', false, quote]]))
  }
})

describe('no promises', () => {
  const none = [
    'The Commissioner confirmed that she had requested the figures.',
    'The Commissioner said that he would not support a cut.',
    'Cllr Long asked whether the Commissioner would publish the figures.',
    'Once trained, officers would go out to their districts.',
    'There would be an announcement in December.',
    'Cllr White said that he would look at the website.',
    'The Panel may require the Commissioner to attend, who would provide what it needs.',
    'It was hoped that the unit would take this further.',
    'The report of the committee would set out what councils could do.',
    'The Commissioner explained that this would not have happened without the Panel.',
  ]
  for (const words of none) it(`“${words}”`, async () => assert.deepEqual(await told(words), []))
})

describe('what resolutions ask for', () => {
  it('requests to the commissioner are apart from what the panel will do itself, and from what it notes', async () => {
    const found = await actions(
      '1. It was discussed.\n\nRESOLVED that the Panel note the report and:\n\n- Request a report on the reserves\n- Consider how to thank the cadets\n- Note the figures',
    )
    assert.deepEqual(
      found.map((action) => [action.ref, action.kind, action.owner, action.quote]),
      [
        ['7.R1', 'panel-request', 'Commissioner', 'Request a report on the reserves'],
        ['7.R2', 'panel-action', 'Panel', 'Consider how to thank the cadets'],
      ],
    )
  })

  it('a request may stand at the end of a sentence, and its details in the list below it', async () => {
    const [one] = await actions(
      'RESOLVED that the report be noted, the Panel requested a further report in the summer.',
    )
    assert.deepEqual([one?.ref, one?.quote], ['7.R', 'the Panel requested a further report in the summer'])
    const [other] = await actions(
      'RESOLVED that the Panel note the report and in due course the Commissioner provides another that includes:\n\n- (a) burglary;\n- (b) fraud.',
    )
    assert.deepEqual(
      [other?.ref, other?.kind, other?.what],
      [
        '7.R',
        'panel-request',
        'in due course the Commissioner provides another that includes: (a) burglary; (b) fraud',
      ],
    )
  })

  it('noting, approving and signing ask for nothing', async () => {
    const quiet = [
      'RESOLVED that the report be noted.',
      'RESOLVED that the minutes be approved and signed by the Chair.',
      'RESOLVED that the precept be supported.',
      'RESOLVED that Cllr Long be elected Vice-Chair.',
    ]
    for (const words of quiet) assert.deepEqual(await actions(words), [], words)
  })

  it('what the clerk or the chair is to do is the panel’s own action', async () => {
    const found = await actions(
      'RESOLVED:\n\n(a) That the Clerk be asked to add dates to the log;\n(b) That mental health remain a standing item on the agenda.\n\n2. The Chair would write to the Minister.',
    )
    assert.deepEqual(
      found.map((action) => [action.ref, action.kind, action.owner]),
      [
        ['7.R1', 'panel-action', 'Clerk'],
        ['7.R2', 'panel-action', 'Panel'],
        ['7.2', 'panel-action', 'Chair'],
      ],
    )
  })
})

describe('when it is due', () => {
  it('a day without a year falls after the meeting', async () => {
    const [one] = await actions('1. The Commissioner agreed to circulate a note by 28 February.')
    assert.equal(one?.due, '2020-02-28')
  })

  it('the end of a month is its last day, and "soon" is no day', async () => {
    const [one] = await actions('1. The Commissioner promised to publish the plan by the end of June 2020.')
    assert.equal(one?.due, '2020-06-30')
    const [other] = await actions('1. The Commissioner promised to publish the plan soon.')
    assert.equal(other?.due, null)
  })
})

describe('quotes', () => {
  it('are the exact words of the text, even across a line or a page', async () => {
    const reading = await readWords(
      `${HEAD}1. The Commissioner, who spoke at length about the state of the roads of the county, said that she would look\n\nPage 3 of 9\n\ninto **the matter** and report back.\n`,
    )
    const [action] = reading.actions
    assert.ok(action)
    assert.equal(action.quote, reading.text.slice(action.start, action.end))
    assert.equal(action.quote, 'she would look\n\nPage 3 of 9\n\ninto **the matter** and report back')
  })
})
