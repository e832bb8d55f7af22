/** What minutes give, in the forms that different areas print. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Item, Reading } from './reading.ts'
import { readWords } from './testing.ts'

const HEAD =
  'Minutes of the meeting of the Northshire Police and Crime Panel held on Thursday, 6 February 2020 at 10.30 am in Shire Hall, Northtown\n\nPresent: Cllr A White (Chair) and Cllr B Long\n\n'

const minutes = (rest: string): Promise<Reading> => readWords(HEAD + rest)

const item = (reading: Reading, number: string): Item =>
  reading.items.find((one) => one.number === number) ?? assert.fail(`no item ${number}`)

const resolved = (one: Item): (string | string[])[] =>
  one.resolutions.map((resolution) => (resolution.parts.length === 0 ? resolution.text : resolution.parts))

describe('items of minutes', () => {
  it('numbers stay as printed: 39/20, 40/20, 9b', async () => {
    const reading = await minutes(
      '39/20 APOLOGIES\n\nThere were none.\n\n40/20 MINUTES\n\nResolved: That the minutes of 5 December 2019 be approved.\n\n**9b. Rural crime**\n\nThe report was welcomed.\n',
    )
    assert.deepEqual(
      reading.items.map((one) => one.number),
      ['39/20', '40/20', '9b'],
    )
    assert.equal(item(reading, '40/20').refersToMeetingOn, '2019-12-05')
    assert.deepEqual(
      [reading.kind, reading.body, reading.date, reading.time, reading.place],
      ['minutes', 'Northshire Police and Crime Panel', '2020-02-06', '10:30', 'Shire Hall, Northtown'],
    )
  })

  it('the order of business may differ from the agenda, and is kept with the references', async () => {
    const reading = await minutes(
      '**7. Questions** *(Item D2)*\n\n1. They were put and answered by the commissioner.\n\n**8. Work programme**\n\n*(Item D1)*\n\nRESOLVED that it be noted.\n',
    )
    assert.deepEqual(
      reading.items.map((one) => [one.number, one.agendaRef]),
      [
        ['7', 'Item D2'],
        ['8', 'Item D1'],
      ],
    )
  })

  it('paragraphs are counted under each minute, whether they start again or run on', async () => {
    const again = await minutes(
      '**1. Budget**\n\n1. The budget was explained to the members.\n\n2. Members asked about it.\n\n**2. Crime**\n\n1. The figures were shown to the members.\n',
    )
    assert.deepEqual(
      again.items.map((one) => one.paragraphs),
      [2, 1],
    )
    const running = await minutes(
      'Welcome and introductions\n\n61. The Chair welcomed the members to the room.\n\nBudget and precept\n\n62. The proposal was considered by the members.\n\n63. Reserves were spoken of at length.\n',
    )
    assert.deepEqual(
      running.items.map((one) => [one.number, one.title, one.paragraphs]),
      [
        [null, 'Welcome and introductions', 1],
        [null, 'Budget and precept', 2],
      ],
    )
  })

  it('a gap in the numbers is a warning, and nothing is invented for it', async () => {
    const reading = await minutes('**1. Budget**\n\nIt was noted.\n\n**4. Crime**\n\nIt fell.\n')
    assert.equal(reading.items.length, 2)
    assert.ok(reading.warnings.some((warning) => warning.code === 'numbering-gap'))
  })

  it('declarations name the member, and "no declarations" is none', async () => {
    const reading = await minutes(
      "**1. Declarations of interest**\n\n1. Councillor White declared a personal interest as trustee of a victims' charity.\n\n**2. More declarations of interest**\n\n1. No interests were declared.\n",
    )
    assert.deepEqual(
      reading.items.map((one) => one.declarations.map((declaration) => declaration.name)),
      [['A White'], []],
    )
  })
})

describe('resolutions', () => {
  const forms: readonly (readonly [string, string, (string | string[])[]])[] = [
    ['in the same sentence', 'RESOLVED that the report be noted.', ['that the report be noted.']],
    ['after a colon', 'Resolved: That the report be noted.', ['That the report be noted.']],
    ['on the next line', 'Resolved that:\n\nThe report be noted.', ['that: The report be noted.']],
    [
      'unanimously, before',
      'UNANIMOUSLY RESOLVED that the precept be supported.',
      ['that the precept be supported.'],
    ],
    [
      'unanimously, after',
      'RESOLVED UNANIMOUSLY that the precept be supported.',
      ['that the precept be supported.'],
    ],
    ['as a decision', 'Decision: That the report be noted.', ['That the report be noted.']],
    ['as what was agreed', 'AGREED – that the plan be noted.', ['that the plan be noted.']],
    [
      'inside a paragraph',
      '1. After a debate the Panel RESOLVED to note the report.',
      ['to note the report.'],
    ],
    [
      'two in one item',
      'RESOLVED that the report be noted.\n\nRESOLVED that the Chair be thanked.',
      ['that the report be noted.', 'that the Chair be thanked.'],
    ],
    [
      'two in one paragraph',
      'The Panel RESOLVED to note the report. The Panel further RESOLVED to thank the Chair.',
      ['to note the report.', 'to thank the Chair.'],
    ],
    [
      'with bullets',
      'It was resolved that:\n• the log be noted\n• dates be added',
      [['the log be noted', 'dates be added']],
    ],
    [
      'with letters',
      'RESOLVED:\n\n(a) That the report be noted; and\n(b) That it be published.',
      [['(a) That the report be noted; and', '(b) That it be published.']],
    ],
    [
      'with numbers in one line',
      'RESOLVED – (1) that the minutes be approved; and (2) that the log be published.',
      [['(1) that the minutes be approved', '(2) that the log be published.']],
    ],
    [
      'with numbered lines',
      'RESOLVED:\n\n1. That the precept be supported.\n2. That the Chair be thanked.',
      [['1. That the precept be supported.', '2. That the Chair be thanked.']],
    ],
  ]
  for (const [form, words, expected] of forms) {
    it(`are found ${form}`, async () => {
      const one = item(
        await minutes(`**5. Report**\n\n1. The report was introduced by an officer.\n\n${words}\n`),
        '5',
      )
      assert.deepEqual(resolved(one), expected)
    })
  }

  it('stand in the text where they say', async () => {
    const reading = await minutes('**5. Report**\n\nRESOLVED that the **report** be noted.\n')
    const [resolution] = item(reading, '5').resolutions
    assert.ok(resolution)
    assert.equal(reading.text.slice(resolution.start, resolution.end), 'that the **report** be noted.')
  })

  it('recommendations that were only put are none, nor is a complaint that was resolved', async () => {
    const reading = await minutes(
      '**5. Complaints**\n\nThe report recommended:\n\n(a) that the Panel notes it;\n(b) that the Panel comments on it;\n(c) that thanks be given.\n\n1. Most complaints had been resolved to the satisfaction of those who made them.\n',
    )
    assert.deepEqual(item(reading, '5').resolutions, [])
  })

  it('numbered lines of a resolution are not counted as paragraphs', async () => {
    const one = item(
      await minutes(
        '**5. Report**\n\n1. The report was introduced by an officer.\n\nRESOLVED:\n\n1. That the precept be supported.\n2. That the Chair be thanked.\n',
      ),
      '5',
    )
    assert.equal(one.paragraphs, 1)
  })

  it('a day that comes before the day it should follow is a warning', async () => {
    const reading = await minutes(
      '**5. Meetings**\n\nRESOLVED that meetings be held on 22 September 2020, 10 January 2020 and 4 March 2021.\n',
    )
    assert.ok(
      reading.warnings.some(
        (warning) => warning.code === 'date-out-of-order' && warning.message.includes('2020-01-10'),
      ),
    )
  })
})

describe('a committee page that prints minutes under its agenda', () => {
  const PAGE =
    'Police, Fire and Crime Panel - Tuesday 14 September 2021 2.00 pm\n\nShare this item\n\n1. Apologies for absence\nMinutes:\nApologies for absence were received from Councillor Grey.\n\n2. Minutes\nTo confirm the minutes of the meeting on 8 June 2021.\npdf icon PDF 238 KB\nMinutes:\nResolved:\nThat the minutes be confirmed.\n\n3. Budget monitoring\nThe Panel is asked for its view.\nRecommended:\n(a) note the report;\n(b) comment on it.\nMinutes:\n1. The Treasurer presented the report.\n2. The Mayor undertook to write to the Minister about the formula.\nDecision:\nThat the report be noted.\n'

  it('is one document: items with what was resolved under each', async () => {
    const reading = await readWords(PAGE)
    assert.equal(reading.kind, 'agenda+minutes')
    assert.deepEqual(reading.embedded, [])
    assert.deepEqual(
      reading.items.map((one) => [one.number, one.title, one.paragraphs, resolved(one)]),
      [
        ['1', 'Apologies for absence', 0, []],
        ['2', 'Minutes', 0, ['That the minutes be confirmed.']],
        ['3', 'Budget monitoring', 2, ['That the report be noted.']],
      ],
    )
  })

  it('an item called Minutes is not the marker, and the note names the meeting minutes are of', async () => {
    assert.equal(item(await readWords(PAGE), '2').refersToMeetingOn, '2021-06-08')
  })

  it('promises and apologies are found in what was minuted', async () => {
    const reading = await readWords(PAGE)
    assert.deepEqual(
      reading.actions.map((action) => [action.ref, action.owner]),
      [['3.2', 'Mayor']],
    )
    assert.deepEqual(
      reading.attendance?.apologies.map((person) => person.name),
      ['Grey'],
    )
  })
})
