/** What becomes of papers that come alone, before their agenda, or in a newer version. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { onEachServer } from '../../../database/testing.ts'
import { entryAt, linkedFrom, linkedTo, workingCopies } from '../../../record/index.ts'
import { aRecord } from '../../../record/testing.ts'
import { bodyKind, meetingKind, paperKind } from '../index.ts'
import { personKind } from '../people/published.ts'
import { aBringer, aReading, aSource, changes } from '../testing.ts'
import { agendaItemKind, minutesKind, minutesVersionKind, paperVersionKind } from './published.ts'
import { aMinutesReading, anAgendaReading, aPaperReading } from './testing.ts'

const PANEL = 'anyshire-police-and-crime-panel'

const bring = aBringer({ after })

onEachServer((server) => {
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

  test('corrected minutes take the place of the first, which stay reachable, and the same words change nothing', async (t) => {
    const record = await aRecord(t, server)
    const path = `/meetings/${PANEL}/2019-09-24/minutes`
    await bring(record, aMinutesReading(), aSource('draft.md'))
    assert.deepEqual(changes(await bring(record, aMinutesReading(), aSource('copy.md'))), [])
    const corrected = aMinutesReading({ place: 'Town Hall' })
    await bring(record, corrected, aSource('signed.md'))
    assert.equal((await entryAt(record.ask, minutesKind, path))?.content.version, 2)
    const old = await entryAt(record.ask, minutesVersionKind, `${path}?version=1`)
    assert.equal(old?.content.place, 'Shire Hall')
    assert.deepEqual(changes(await bring(record, corrected, aSource('signed.md'))), [])
    const older = await bring(record, aMinutesReading({ actions: [] }), aSource('draft.md'))
    assert.deepEqual(changes(older), [])
    assert.match(older.open[0]?.what ?? '', /draft\.md holds an earlier version/)
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
})
