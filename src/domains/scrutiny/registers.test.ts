/** What registers of meetings and webcasts bring, and what readers see of it. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { date, isRefusal } from '../../lib/index.ts'
import { publishBrought } from '../../record/index.ts'
import { oneRecord, type TestRecord } from '../../record/testing.ts'
import { leadsTo } from '../../web/testing.ts'
import { importer, kinds } from './index.ts'
import { found } from './meetings/public/testing.ts'
import { anAgendaReading } from './meetings/testing.ts'
import { aBringer, aSource } from './testing.ts'

const bring = aBringer({ after })
const PANEL = 'anyshire-police-and-crime-panel'
const BODY = 'Anyshire Police and Crime Panel'

/** Brings a register as the import command does; the refusal's words where it is refused, else what is open. */
async function register(record: TestRecord, name: string, entries: readonly object[]): Promise<string[]> {
  const { permits, act } = record
  const read = importer.registers?.[name]
  assert.ok(read)
  return await act(async (tx) => {
    const brought = await read(
      { tx, permit: permits.bring, today: date('2019-12-01') },
      { register: name, entries },
      { ...aSource(`${name}.json`), path: `/meetings/${name}` },
    )
    if (isRefusal(brought)) return [brought.message]
    await publishBrought(tx, permits.publish, kinds, brought)
    return brought.open.map(({ what }) => what)
  })
}

describe('registers about meetings', () => {
  const record = oneRecord(async (fresh) => {
    await bring(fresh, anAgendaReading(), aSource('agenda.md'))
    await register(fresh, 'meetings', [
      { body: BODY, date: '2020-02-06', time: '10:30', place: 'Guildhall' },
      { body: BODY, date: '2020-03-26', cancelled: 'too few members could come' },
    ])
    await register(fresh, 'webcasts', [
      {
        body: BODY,
        date: '2019-11-21',
        url: 'https://example.org/watch',
        items: [
          { item: 'B1', at: '0:43:10' },
          { item: '1', at: '0:00:00' },
        ],
      },
    ])
  })

  test('an announced meeting stands in the calendar before it has an agenda', async () => {
    const page = await found(record(), '/calendar', '2019-12-01')
    assert.match(page.text, /February 2020, to come/)
    assert.match(page.text, /10\.30am, Guildhall/)
    assert.match(page.text, /Cancelled: too few members could come/)
  })

  test('a cancelled meeting says so above all else on its page', async () => {
    const page = await found(record(), `/meetings/${PANEL}/2020-03-26`, '2019-12-01')
    assert.match(page.text, /This meeting is cancelled\. too few members could come/)
  })

  test('an item leads to its moment in the recording, in words, and says on which site that is', async () => {
    const page = await found(record(), `/meetings/${PANEL}/2019-11-21`)
    assert.equal(
      leadsTo(page, 'Watch this item, 43 minutes 10 seconds into the recording'),
      'https://example.org/watch',
    )
    assert.match(page.text, /This opens another site, example\.org/)
  })

  test('a moment for an item that the agenda does not have is told to whoever imports', async () => {
    const open = await register(record(), 'webcasts', [
      {
        body: BODY,
        date: '2019-11-21',
        url: 'https://example.org/watch',
        items: [{ item: 'Z9', at: '1:00' }],
      },
    ])
    assert.match(open.join(), /item Z9, which the agenda of 21 November 2019 does not list/)
  })

  test('what is no register is refused in one sentence that names the place', async () => {
    for (const [name, entry, wanted] of [
      [
        'webcasts',
        { body: BODY, date: '2019-11-21', url: 'http://example.org' },
        /"url" of 2019-11-21 must be/,
      ],
      [
        'webcasts',
        { body: BODY, date: '2019-11-21', url: 'https://x.org', items: [{ item: '1', at: 'late' }] },
        /"at" of item 1/,
      ],
      ['meetings', { body: BODY, date: '2019-11-21', time: '2pm' }, /"time" of 2019-11-21 is not a time/],
      ['meetings', { body: BODY, date: 'soon' }, /entries\[0\]\.date is not a day/],
    ] as const) {
      const [message = ''] = await register(record(), name, [entry])
      assert.match(message, wanted)
      assert.match(message, new RegExp(`^${name}\\.json is not a register of ${name}`))
    }
  })

  test('the page of timeliness gives the clear days of an agenda and says what it does not know', async () => {
    const page = await found(record(), '/timeliness', '2020-04-01')
    assert.match(page.text, /13 November 2019 7 clear days, 5 of them Monday to Friday; the law asks for 5/)
    assert.match(page.text, /No agenda on the record/)
  })
})
