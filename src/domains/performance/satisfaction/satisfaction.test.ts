/** What victims say with how sure it is, and the ways of contact with their printed whole. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { aRecord } from '../../../record/testing.ts'
import { aRequest, wordsOf } from '../reference/testing.ts'
import { aBringer, aCell, aDefinition, anEntry, aUnit } from '../testing.ts'
import { answered, rangeWords } from './answered.ts'
import { channelsPage } from './public/channels-page.ts'
import { satisfactionPage } from './public/satisfaction-page.ts'
import { contactChannels, satisfaction } from './reads.ts'

const bring = aBringer({ after })
const reports = { survey: { origin: 'survey', source: { title: 'Survey of victims' } } }
const YEAR = { from: '2018-10-01', until: '2019-10-01' }

test('the range is Wilson’s: 228 of 2,848 is 7.1% to 9.1%, and none of ten is 0.0% to 27.8%', () => {
  assert.equal(rangeWords(answered(aCell(8, { events: 228, base: 2848 })), 1), '7.1% to 9.1%')
  assert.equal(
    rangeWords(answered(aCell(0, { events: 0, base: 10 })), 1),
    '0.0% to 27.8%; few answers, so it says little',
  )
})

const few = (base: number): boolean => {
  const of = answered(aCell(50, { base }))
  return of.state === 'known' && of.small
}

test('thirty answers are no longer few, and a base alone gives a range of the printed share', () => {
  assert.deepEqual([few(29), few(30)], [true, false])
})

test('without a base there is no range, and the page says why', () => {
  assert.equal(rangeWords(answered(aCell(96)), 1), 'The paper gives no base, so no interval can be computed')
  assert.deepEqual(answered(aCell(null)), { state: 'no-figure' })
  assert.equal(
    answered(aCell(96, { events: 12, base: 10 })).state,
    'no-base',
    'more answers than were asked is no base',
  )
})

test('satisfaction stands by crime with how many answered, and a paper without a base is said to have none', async (t) => {
  const record = await aRecord(t)
  const asked = anEntry({
    slug: 'victim-satisfaction',
    title: 'Satisfied victims',
    family: 'satisfaction',
    definition: aDefinition({
      frequency: 'irregular',
      unit: aUnit({ style: 'percent', many: 'victims asked', digits: 1 }),
    }),
    report: 'survey',
    observations: [{ ...YEAR, value: 76, events: 1361, base: 1791 }],
    breakdowns: [
      {
        dimension: { slug: 'crime-type', one: 'type of crime', many: 'types of crime', kind: 'crime-type' },
        parts: ['Burglary', 'Hate crime', 'Robbery'],
        rows: [
          {
            ...YEAR,
            cells: [{ value: 82, events: 338, base: 412 }, { value: 60, events: 15, base: 25 }, 70],
          },
        ],
      },
    ],
  })
  await bring.register(record, { register: 'measures', reports, entries: [asked] })
  const said = wordsOf(satisfactionPage(await satisfaction(record.ask), aRequest()).main)
  assert.match(said, /All 76\.0% 1,791 74\.0% to 77\.9%/)
  assert.match(said, /Hate crime 60\.0% 25 40\.7% to 76\.6%; few answers, so it says little/)
  assert.match(said, /Robbery 70\.0% not given The paper gives no base, so no interval can be computed/)
})

const contacts = (whole: object) =>
  anEntry({
    slug: 'contacts',
    title: 'Contacts',
    family: 'contact',
    definition: aDefinition({ frequency: 'irregular', unit: aUnit({ one: 'contact', many: 'contacts' }) }),
    report: 'survey',
    observations: [{ from: '2022-05-01', until: '2022-06-01', ...whole }],
    breakdowns: [
      {
        dimension: { slug: 'channel', one: 'way of contact', many: 'ways of contact', kind: 'channel' },
        parts: ['999 calls', '101 calls', 'Live chat', 'Online', 'Forms'],
        rows: [{ from: '2022-05-01', until: '2022-06-01', cells: [29_000, 24_000, 3600, 3300, 1030] }],
      },
    ],
  })

test('ways of contact have their share of all that are listed, beside the whole as it is printed', async (t) => {
  const cases = [
    [
      { value: 60_000, hedge: 'about' },
      /about 60,000 contacts is printed, as a round figure; the parts make 60,930\./,
    ],
    [{ value: 61_000 }, /61,000 contacts is printed; the parts make 60,930\. They do not add up/],
    [{ value: 60_930 }, /60,930 contacts is printed, which is what the parts make\./],
  ] as const
  for (const [whole, expected] of cases) {
    const record = await aRecord(t)
    await bring.register(record, { register: 'measures', reports, entries: [contacts(whole)] })
    const said = wordsOf(channelsPage(await contactChannels(record.ask), aRequest()).main)
    assert.match(said, /999 calls 29,000 47\.6% 101 calls 24,000 39\.4%/)
    assert.match(said, expected)
  }
})

test('empty pages say that they are empty', async (t) => {
  const record = await aRecord(t)
  assert.match(
    wordsOf(satisfactionPage(await satisfaction(record.ask), aRequest()).main),
    /No figures about the satisfaction/,
  )
  assert.match(
    wordsOf(channelsPage(await contactChannels(record.ask), aRequest()).main),
    /No figures about how people reach/,
  )
})
