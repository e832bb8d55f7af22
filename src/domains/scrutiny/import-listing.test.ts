/** What becomes of a committee system's list of meetings, and what it leaves as papers have it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { onEachServer } from '../../database/testing.ts'
import { date, isRefusal } from '../../lib/index.ts'
import type { Reading } from '../../papers/index.ts'
import { readWords } from '../../papers/testing.ts'
import { entryAt, linkedTo } from '../../record/index.ts'
import { aRecord } from '../../record/testing.ts'
import { importer, meetingKind } from './index.ts'
import { anAgendaReading } from './meetings/testing.ts'
import { noticeKind } from './notices/published.ts'
import { aBringer, aSource, changes } from './testing.ts'
import { webcastKind } from './webcasts/published.ts'

const PANEL = 'Anyshire Police and Crime Panel'
const MEETING = '/meetings/anyshire-police-and-crime-panel/2019-11-21'
const bring = aBringer({ after })

const listed = (status: string, more = ''): Promise<Reading> =>
  readWords(
    `<?xml version="1.0"?><meetings><meeting><committeetitle>${PANEL}</committeetitle><meetingdate>21/11/2019</meetingdate><meetingtime>10:00</meetingtime><meetinglocation>Shire Hall</meetinglocation><meetingstatus>${status}</meetingstatus>${more}</meeting></meetings>`,
    'list.xml',
  )

const ITEMS =
  '<agendaitems><agendaitem><agendaitemnumber>1.</agendaitemnumber><agendaitemtitle>Apologies</agendaitemtitle></agendaitem><agendaitem><agendaitemnumber>2.</agendaitemnumber><agendaitemtitle>Rural crime</agendaitemtitle></agendaitem></agendaitems>'
const PEOPLE =
  '<attendees><attendee membertype="Member" name="Councillor Ida Elm" roledescription="Chair" attendance="Present"/><attendee membertype="Member" name="Councillor Ned Oak" attendance="Absent"/></attendees>'

onEachServer((server) => {
  test('a listed meeting is announced with its agenda, its recording and who came, and the list again changes nothing', async (t) => {
    const record = await aRecord(t, server)
    const reading = await listed(
      'Confirmed',
      `<webcasturl>https://cast.invalid/1</webcasturl>${ITEMS}${PEOPLE}`,
    )
    await bring(record, reading, aSource('list.xml'))
    const meeting = await entryAt(record.ask, meetingKind, MEETING)
    assert.deepEqual(
      meeting?.content.agenda?.items.map(({ number, title }) => [number, title]),
      [
        ['1', 'Apologies'],
        ['2', 'Rural crime'],
      ],
    )
    assert.equal((await entryAt(record.ask, noticeKind, `${MEETING}#notice`))?.content.place, 'Shire Hall')
    assert.equal(
      (await entryAt(record.ask, webcastKind, `${MEETING}#webcast`))?.content.url,
      'https://cast.invalid/1',
    )
    const { rows: people } = await linkedTo(record.ask, meeting.id, { link: 'attended' })
    assert.deepEqual(
      people.map(({ title }) => title),
      ['Ida Elm'],
    )
    assert.deepEqual(changes(await bring(record, reading, aSource('list.xml'))), [])
  })

  test('a later list that calls the meeting off marks it so, and one that says the same changes nothing', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, await listed('Confirmed'), aSource('one.xml'))
    assert.deepEqual(changes(await bring(record, await listed('Confirmed'), aSource('two.xml'))), [])
    await bring(record, await listed('Cancelled'), aSource('three.xml'))
    const notice = await entryAt(record.ask, noticeKind, `${MEETING}#notice`)
    assert.equal(notice?.content.cancelled, 'Cancelled')
    assert.equal(notice.state, 'cancelled')
  })

  test('what a paper says of its meeting stays when a list comes after it', async (t) => {
    const record = await aRecord(t, server)
    const agenda = anAgendaReading()
    await bring(record, agenda, aSource('agenda.pdf'))
    const before = await entryAt(record.ask, meetingKind, MEETING)
    await bring(record, await listed('Confirmed', ITEMS), aSource('list.xml'))
    const later = await entryAt(record.ask, meetingKind, MEETING)
    assert.deepEqual(later?.content, before?.content)
  })

  test('a saved page of attendance adds who came, and leaves agenda and members as they are', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, anAgendaReading(), aSource('agenda.pdf'))
    const before = await entryAt(record.ask, meetingKind, MEETING)
    assert.ok(before)
    const people = async (): Promise<string[]> => {
      const { rows } = await linkedTo(record.ask, before.id, { link: 'attended' })
      return rows.map(({ title }) => title)
    }
    const page = await readWords(
      `<html><body><h1>Meeting attendance</h1><h2>${PANEL}</h2><p>Thursday, 21st November, 2019 10.00 am</p><table><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr><tr><td>Councillor Ida Elm</td><td>Chair</td><td>Present</td></tr></table></body></html>`,
      'attendance.html',
    )
    await bring(record, page, aSource('attendance.html'))
    assert.deepEqual(await people(), ['Ida Elm'])
    assert.deepEqual((await entryAt(record.ask, meetingKind, MEETING))?.content, before.content)
    assert.deepEqual(changes(await bring(record, page, aSource('attendance.html'))), [])
    assert.deepEqual(changes(await bring(record, anAgendaReading(), aSource('agenda.pdf'))), [])
  })

  test('a paper takes the place of what a list said of its agenda', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, await listed('Confirmed', ITEMS), aSource('list.xml'))
    await bring(record, anAgendaReading(), aSource('agenda.pdf'))
    const meeting = await entryAt(record.ask, meetingKind, MEETING)
    assert.equal(meeting?.content.agenda?.file.name, 'agenda.pdf')
    assert.ok((meeting.content.agenda?.items.length ?? 0) > 2)
  })

  test('a meeting whose body the file does not name waits for a person to say it', async (t) => {
    const record = await aRecord(t, server)
    const reading = await readWords(
      '<?xml version="1.0"?><meeting><meetingdate>21/11/2019</meetingdate></meeting>',
      'one.xml',
    )
    const refused = await record.act((tx) =>
      importer.bring(
        { tx, permit: record.permits.bring, today: date('2019-12-01') },
        reading,
        aSource('one.xml'),
      ),
    )
    assert.ok(isRefusal(refused))
    assert.equal(refused.code, 'meeting-not-known')
    await bring(record, { ...reading, body: PANEL }, aSource('one.xml'))
    assert.ok(await entryAt(record.ask, meetingKind, MEETING))
  })

  test('the page of one item is refused, since it would take the place of the whole agenda', async (t) => {
    const record = await aRecord(t, server)
    const reading = await readWords(
      `<html><body><h1>Agenda item</h1><h2>Road safety</h2><p>Meeting of ${PANEL}, Thursday, 21st November, 2019 2.00 pm (Item 7.)</p><h3>Minutes:</h3><p>RESOLVED that it be noted.</p></body></html>`,
      'item.html',
    )
    const refused = await record.act((tx) =>
      importer.bring(
        { tx, permit: record.permits.bring, today: date('2019-12-01') },
        reading,
        aSource('item.html'),
      ),
    )
    assert.ok(isRefusal(refused))
    assert.equal(refused.code, 'one-item-only')
  })
})
