/** What becomes of a pack, of minutes alone, of a report alone, of a newer version, and of the same file again. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { onEachServer } from '../../database/testing.ts'
import { operatorPermits } from '../../identity/index.ts'
import { date, isRefusal } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import {
  type Brought,
  entryAt,
  keepFile,
  linkedFrom,
  linkedTo,
  publish,
  type Source,
  workingCopies,
} from '../../record/index.ts'
import { aRecord, type TestRecord } from '../../record/testing.ts'
import { actionKind, bodyKind, importer, kinds, meetingKind, paperKind } from './index.ts'
import { agendaItemKind, minuteKind, minutesKind, paperVersionKind } from './meetings/published.ts'
import {
  aMinutesReading,
  anAgendaReading,
  aPackReading,
  aPaperReading,
  aReading,
  aSource,
} from './meetings/testing.ts'
import { personKind } from './people/published.ts'

/** Files are kept below this, as the import command does before it publishes. */
const FOLDER = mkdtempSync(join(tmpdir(), 'scrutiny-files-'))
after(() => rmSync(FOLDER, { recursive: true }))

const fileOf = ({ name, mediaType }: Source): { name: string; mediaType: string; bytes: Uint8Array } => ({
  name,
  mediaType,
  bytes: Buffer.from(name),
})

const PANEL = 'anyshire-police-and-crime-panel'

async function bring(record: TestRecord, reading: Reading, source: Source = aSource()): Promise<Brought> {
  const brought = await record.act((tx) =>
    importer.bring({ tx, permit: record.permits.bring, today: date('2019-12-01') }, reading, source),
  )
  if (isRefusal(brought)) throw new Error(brought.message)
  await record.act(async (tx) => {
    await keepFile(tx, record.permits.bring, fileOf(source), FOLDER)
    await publish(
      tx,
      record.permits.publish,
      kinds,
      brought.entries.map(({ id }) => id),
    )
  })
  return brought
}

const changes = (brought: Brought): string[] => [
  ...brought.entries
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ path, outcome }) => `${outcome} ${path}`),
  ...brought.links
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ from, kind, to }) => `${from} ${kind} ${to}`),
]

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

  test('a newer version of a paper takes its place, and the old one stays reachable', async (t) => {
    const record = await aRecord(t, server)
    const path = `/meetings/${PANEL}/2019-11-21/papers/b1`
    await bring(record, anAgendaReading(), aSource('first.md'))
    const newer = anAgendaReading(aPaperReading('Patrols were doubled in three towns.'))
    await bring(record, newer, aSource('second.md'))
    const now = await entryAt(record.ask, paperKind, path)
    const old = await entryAt(record.ask, paperVersionKind, `${path}?version=1`)
    assert.equal(now?.content.version, 2)
    assert.match(JSON.stringify(now.content.blocks), /three towns/)
    assert.match(JSON.stringify(old?.content.blocks), /two towns/)
    const superseded = await linkedFrom(record.ask, now.id, { link: 'supersedes' })
    assert.deepEqual(
      superseded.rows.map((row) => row.path),
      [`${path}?version=1`],
    )
    assert.deepEqual(changes(await bring(record, newer, aSource('second.md'))), [])
    const again = await bring(record, anAgendaReading(), aSource('first.md'))
    assert.deepEqual(changes(again), [])
  })

  test('a report alone is a paper of the meeting that its head names', async (t) => {
    const record = await aRecord(t, server)
    const report = aReading({
      kind: 'report',
      title: 'Opportunities: progress',
      date: '2017-11-15',
      blocks: aPaperReading().blocks,
    })
    await bring(record, report)
    const paper = await entryAt(
      record.ask,
      paperKind,
      `/meetings/${PANEL}/2017-11-15/papers/opportunities-progress`,
    )
    assert.equal(paper?.title, 'Opportunities: progress')
    const meeting = await linkedFrom(record.ask, paper.id, { link: 'part-of' })
    assert.deepEqual(
      meeting.rows.map((row) => row.path),
      [`/meetings/${PANEL}/2017-11-15`],
    )
  })

  test('the report of an agenda item that comes as a file of its own does not take the members of the agenda away', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, anAgendaReading({ papers: [], blocks: [] }))
    await bring(record, aReading({ kind: 'report', ...aPaperReading() }), aSource('e.md'))
    const body = await entryAt(record.ask, bodyKind, `/bodies/${PANEL}`)
    assert.equal(body?.content.lists.length, 1)
    const hill = await entryAt(record.ask, personKind, '/people/mike-hill')
    assert.equal(hill?.content.mentions.length, 1)
    assert.ok(await entryAt(record.ask, paperKind, `/meetings/${PANEL}/2019-11-21/papers/b1`))
  })

  test('a paper that came before its agenda is tied to the item of the same title once the agenda has come', async (t) => {
    const record = await aRecord(t, server)
    const alone = aPaperReading()
    const papers = alone.papers.map((paper) => ({ ...paper, item: null }))
    await bring(record, aReading({ kind: 'report', ...alone, papers }), aSource('report.md'))
    await bring(record, anAgendaReading({ papers: [], blocks: [] }))
    const paper = await entryAt(
      record.ask,
      paperKind,
      `/meetings/${PANEL}/2019-11-21/papers/speeding-in-villages`,
    )
    assert.equal(paper?.content.item?.number, 'B1')
    const items = await linkedFrom(record.ask, paper.id, { kinds: ['agenda-item'] })
    assert.deepEqual(
      items.rows.map((row) => row.path),
      [`/meetings/${PANEL}/2019-11-21#item-b1`],
    )
  })

  test('a paper that came alone keeps its address when a pack brings it again under its item', async (t) => {
    const record = await aRecord(t, server)
    const alone = aPaperReading()
    const papers = alone.papers.map((paper) => ({ ...paper, item: null }))
    await bring(record, aReading({ kind: 'report', ...alone, papers }), aSource('report.md'))
    await bring(record, anAgendaReading(), aSource('pack.md'))
    const all = await record.act((tx) => workingCopies(tx, record.authority, paperKind))
    assert.deepEqual(
      all.map(({ working }) => [working.slug, working.version, working.item?.number]),
      [['speeding-in-villages', 1, 'B1']],
    )
  })

  test('an item that a newer agenda no longer lists is no longer part of the meeting', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, anAgendaReading())
    const items = anAgendaReading().items.filter(({ number }) => number !== 'C1')
    await bring(record, anAgendaReading({ items, issued: '2019-11-15' }), aSource('b.md'))
    const meeting = await entryAt(record.ask, meetingKind, `/meetings/${PANEL}/2019-11-21`)
    assert.equal(meeting?.content.agenda?.earlier.length, 1)
    const parts = await linkedTo(record.ask, meeting.id, { kinds: [agendaItemKind.name] })
    assert.deepEqual(
      parts.rows.filter(({ path }) => path.endsWith('item-c1')),
      [],
    )
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
