/** The XML of committee systems: its forms, and what is refused in it. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import { readPaper } from './read-paper.ts'
import type { Reading } from './reading.ts'

const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../shared')
const skip = existsSync(join(SAMPLES, 'data/meetings'))
  ? false
  : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`

const read = (xml: string | Uint8Array, name = 'meetings.xml') =>
  readPaper({ name, bytes: typeof xml === 'string' ? new TextEncoder().encode(xml) : xml })

async function readWell(xml: string | Uint8Array, name?: string): Promise<Reading> {
  const reading = await read(xml, name)
  assert.ok(!isRefusal(reading), isRefusal(reading) ? reading.message : '')
  return reading
}

async function refusal(xml: string): Promise<string> {
  const reading = await read(xml)
  assert.ok(isRefusal(reading), 'it is refused')
  return reading.code
}

const sample = (name: string): Promise<Reading> =>
  readWell(readFileSync(join(SAMPLES, 'data/meetings', name)), name)

describe('XML of a committee system', () => {
  it('gives one meeting with who came', { skip }, async () => {
    const { date, time, place, body, attendance, listed } = await sample(
      'moderngov-shape-getmeeting.CONSTRUCTED.xml',
    )
    assert.deepEqual([date, time, body, listed?.cancelled], ['2019-11-21', '14:00', null, null])
    assert.match(place ?? '', /^Council Chamber/)
    assert.deepEqual(
      attendance?.present.map(({ name, role }) => [name, role]),
      [['Mike Hill', 'Chairman']],
    )
  })

  it('gives the committees and the meetings of a list', { skip }, async () => {
    const { body, date, time, listed } = await sample('moderngov-shape-lists.CONSTRUCTED.xml')
    assert.deepEqual([body, date, time], ['Kent and Medway Police and Crime Panel', '2019-11-21', '14:00'])
    assert.equal(listed?.status, 'Confirmed')
    assert.deepEqual(listed.committees, ['Kent and Medway Police and Crime Panel'])
  })

  it('gives several meetings, one of them called off, in any order and case of its elements', async () => {
    const reading = await readWell(`<?xml version="1.0"?><GetMeetings><Meetings>
      <Meeting><MeetingStatus>Confirmed</MeetingStatus><MeetingTime>10.30 am</MeetingTime><MeetingDate>04/02/2025</MeetingDate><CommitteeId>7</CommitteeId><MeetingID>11</MeetingID></Meeting>
      <Meeting id="12" date="2025-03-04T14:00:00" status="Cancelled"><CommitteeTitle><![CDATA[Northvale Police & Crime Panel]]></CommitteeTitle></Meeting>
      <Meeting><MeetingDate>01/04/2025 00:00:00</MeetingDate></Meeting></Meetings>
      <Committees><Committee><CommitteeTitle>Northvale Police &amp; Crime Panel</CommitteeTitle><CommitteeId>7</CommitteeId></Committee>
      <Committee><CommitteeTitle>Old Joint Board</CommitteeTitle><CommitteeExpired>True</CommitteeExpired></Committee></Committees></GetMeetings>`)
    assert.equal(reading.kind, 'table')
    assert.deepEqual(
      reading.embedded.map(({ body, date, time, listed }) => [body, date, time, listed?.cancelled]),
      [
        ['Northvale Police & Crime Panel', '2025-02-04', '10:30', null],
        ['Northvale Police & Crime Panel', '2025-03-04', '14:00', 'Cancelled'],
        [null, '2025-04-01', null, null],
      ],
    )
    assert.deepEqual(reading.listed?.committees, ['Northvale Police & Crime Panel'])
  })

  it('gives the agenda with what is exempt and the names of papers', async () => {
    const reading =
      await readWell(`<meeting><committeename>Westmoor Police and Crime Panel</committeename><meetingdate>03/07/2025</meetingdate>
      <webcasturl>https://cast.invalid/m/9</webcasturl>
      <agendaitems><agendaitem><agendaitemnumber>1.</agendaitemnumber><agendaitemtitle>Minutes of the meeting on 5 June 2025</agendaitemtitle><isrestricted>False</isrestricted>
      <linkeddocuments><linkeddoc><title>Draft minutes</title><url>https://x.invalid/a.pdf</url></linkeddoc></linkeddocuments></agendaitem>
      <agendaitem><agendaitemnumber>2</agendaitemnumber><agendaitemtitle>&lt;p&gt;Vetting of a contractor&lt;/p&gt;</agendaitemtitle><isrestricted>True</isrestricted></agendaitem></agendaitems>
      <attendees><attendee membertype="Officer" name="Fay Hurst" attendance="Present"/><attendee membertype="Member" name="Councillor Ida Elm" attendance="Apologies"/>
      <attendee membertype="Member" name="Cllr Umar Din" attendance="Present, as substitute"/><attendee membertype="Member" name="Cllr Ned Oak" attendance="Expected"/></attendees></meeting>`)
    assert.equal(reading.kind, 'agenda')
    assert.deepEqual(
      reading.items.map(({ number, title, exempt, refersToMeetingOn }) => [
        number,
        title,
        exempt,
        refersToMeetingOn,
      ]),
      [
        ['1', 'Minutes of the meeting on 5 June 2025', null, '2025-06-05'],
        ['2', 'Vetting of a contractor', 'exempt', null],
      ],
    )
    assert.equal(reading.listed?.webcast, 'https://cast.invalid/m/9')
    assert.deepEqual(reading.listed.documents, [{ item: '1', title: 'Draft minutes' }])
    const { attendance } = reading
    assert.deepEqual(
      [attendance?.inAttendance, attendance?.apologies, attendance?.substitutes, attendance?.present].map(
        (group) => group?.map(({ name }) => name),
      ),
      [['Fay Hurst'], ['Ida Elm'], ['Umar Din'], []],
    )
  })

  it('is decoded as it declares', async () => {
    const xml =
      '<?xml version="1.0" encoding="Windows-1252"?><meeting><committeetitle>Caf\u00e9 Panel</committeetitle><meetingdate>1/2/2025</meetingdate></meeting>'
    assert.equal((await readWell(Buffer.from(xml, 'latin1'))).body, 'Café Panel')
  })

  it('is refused when it declares a document type, is broken, or names no meeting', async () => {
    assert.equal(
      await refusal('<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "b">]><meeting>&a;</meeting>'),
      'xml-with-doctype',
    )
    assert.equal(
      await refusal('<?xml version="1.0"?><!DOCTYPE m SYSTEM "http://x.invalid/m.dtd"><meeting/>'),
      'xml-with-doctype',
    )
    assert.equal(
      await refusal('<?xml version="1.0"?><meeting><meetingdate>1/2/2025</meeting>'),
      'xml-malformed',
    )
    assert.equal(await refusal(`<?xml version="1.0"?>${'<a>'.repeat(60_000)}`), 'xml-malformed')
    assert.equal(await refusal(`<?xml version="1.0"?><m>${'<a/>'.repeat(300_001)}</m>`), 'file-too-large')
    assert.equal(
      await refusal('<?xml version="1.0"?><spending><row>4</row></spending>'),
      'xml-without-meetings',
    )
  })
})
