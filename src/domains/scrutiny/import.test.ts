/** What becomes of a pack and of minutes: meetings, people, what is bound to what, and nothing when they come again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { onEachServer } from '../../database/testing.ts'
import { operatorPermits } from '../../identity/index.ts'
import { date, isRefusal } from '../../lib/index.ts'
import { entryAt, linkedFrom, linkedTo, workingCopies } from '../../record/index.ts'
import { aRecord } from '../../record/testing.ts'
import { actionKind, importer, meetingKind } from './index.ts'
import { minuteKind, minutesKind } from './meetings/published.ts'
import { aMinutesReading, anAgendaReading, aPackReading } from './meetings/testing.ts'
import { personKind } from './people/published.ts'
import { aBringer, aSource, changes } from './testing.ts'

const PANEL = 'anyshire-police-and-crime-panel'

const bring = aBringer({ after })

onEachServer((server) => {
  test('a pack becomes two meetings, and its minutes are bound to the meeting they are of', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, aPackReading())
    const november = await entryAt(record.ask, meetingKind, `/meetings/${PANEL}/2019-11-21`)
    const september = await entryAt(record.ask, meetingKind, `/meetings/${PANEL}/2019-09-24`)
    assert.equal(november?.content.time, '14:00')
    assert.equal(november.content.agenda?.items.length, 5)
    assert.equal(september?.content.agenda, null)
    const minutes = await entryAt(record.ask, minutesKind, `/meetings/${PANEL}/2019-09-24/minutes`)
    // Item B1 of November is not item B1 of September: the minutes are of the earlier meeting.
    assert.deepEqual(
      minutes?.content.minutes.map(({ ref, item }) => [ref, item]),
      [
        ['326', null],
        ['328', null],
        ['332', null],
      ],
    )
    assert.deepEqual(minutes.content.minutes[1]?.resolutions[0]?.parts.length, 2)
  })

  test('the same file brought twice changes nothing', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, aPackReading())
    assert.deepEqual(changes(await bring(record, aPackReading())), [])
  })

  test('minutes are tied to the items of the agenda of the same meeting, whichever came first', async (t) => {
    const agenda = anAgendaReading({
      date: '2019-09-24',
      papers: [],
      items: aMinutesReading().items.map((item) => ({
        ...item,
        number: item.agendaRef?.replace('Item ', '') ?? null,
        resolutions: [],
        declarations: [],
      })),
    })
    for (const order of [
      [agenda, aMinutesReading()],
      [aMinutesReading(), agenda],
    ]) {
      const record = await aRecord(t, server)
      for (const reading of order) await bring(record, reading, aSource(`${reading.kind}.md`))
      const minute = await entryAt(record.ask, minuteKind, `/meetings/${PANEL}/2019-09-24/minutes#minute-328`)
      assert.ok(minute)
      const tied = await linkedFrom(record.ask, minute.id, { kinds: ['agenda-item'] })
      assert.deepEqual(
        tied.rows.map(({ path }) => path),
        [`/meetings/${PANEL}/2019-09-24#item-b1`],
      )
    }
  })

  test('people are one over their printed forms, each mention with its paper', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, aPackReading())
    const hill = await entryAt(record.ask, personKind, '/people/mike-hill')
    assert.deepEqual(hill?.content.mentions.map(({ asPrinted }) => asPrinted).toSorted(), [
      'Mike Hill',
      'Mr P M Hill, OBE',
    ])
    const commissioner = await entryAt(record.ask, personKind, '/people/ada-byrne')
    assert.equal(commissioner?.content.mentions.length, 2)
    const people = await record.act((tx) => workingCopies(tx, record.authority, personKind))
    assert.equal(people.length, 6)
    const meeting = await entryAt(record.ask, meetingKind, `/meetings/${PANEL}/2019-09-24`)
    assert.ok(meeting)
    const there = await linkedTo(record.ask, meeting.id, { link: 'attended' })
    assert.equal(there.rows.length, 6)
  })

  test('a doubtful name stays open with its mend, and a correction settles it', async (t) => {
    const record = await aRecord(t, server)
    await bring(
      record,
      anAgendaReading({
        membership: [
          ...anAgendaReading().membership,
          { name: 'Rose Palmer', organisation: null, role: null, vacancy: false },
        ],
      }),
    )
    const attendance = {
      ...aMinutesReading().attendance,
      present: [
        { name: 'R Palmer', asPrinted: 'Cllr R Palmer', role: null, organisation: null, substituteFor: null },
      ],
    }
    const reading = {
      ...aMinutesReading(),
      attendance: {
        apologies: [],
        substitutes: [],
        alsoPresent: [],
        inAttendance: [],
        late: [],
        ...attendance,
      },
    }
    const first = await bring(record, reading, aSource('d.md'))
    assert.match(first.open[0]?.what ?? '', /Cllr R Palmer.*Richard Palmer or Rose Palmer/)
    assert.match(first.open[0]?.mend ?? '', /"people"/)
    const settled = aSource('d.md', { people: { 'Cllr R Palmer': 'Rose Palmer' } })
    const second = await bring(record, reading, settled)
    assert.deepEqual(
      second.open.filter(({ what }) => what.includes('Palmer')),
      [],
    )
    const rose = await entryAt(record.ask, personKind, '/people/rose-palmer')
    assert.equal(rose?.content.mentions.at(-1)?.as ?? '', 'member')
    assert.ok(rose?.content.mentions.some((mention) => mention.as === 'present'))
  })

  test('an action is tied to the sentence of the minutes and to the person whose office it is', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, aPackReading())
    const person = await entryAt(record.ask, personKind, '/people/ada-byrne')
    assert.ok(person)
    const owned = await linkedTo(record.ask, person.id, { link: 'owned-by' })
    const action = await entryAt(record.ask, actionKind, owned.rows[0]?.path ?? '')
    assert.equal(action?.content.source.path, `/meetings/${PANEL}/2019-09-24/minutes#minute-328-2`)
  })
})

test('a paper that names no body or no day is refused with the mend', async (t) => {
  const record = await aRecord(t)
  const { bring: permit } = operatorPermits(record.authority)
  const refused = await record.act((tx) =>
    importer.bring(
      { tx, permit, today: date('2019-12-01') },
      anAgendaReading({ body: null }),
      aSource('lost.md'),
    ),
  )
  assert.ok(isRefusal(refused))
  assert.match(refused.message, /lost\.md does not say the body.*lost\.md\.corrections\.json/)
})
