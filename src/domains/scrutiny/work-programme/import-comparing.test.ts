/** What readers rely on when asks and agendas are held against a work programme in the record: any order, no change twice. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { date, isRefusal } from '../../../lib/index.ts'
import type { ForwardProgramme, Reading } from '../../../papers/index.ts'
import { anItem, aReadAction, aReading, aResolution } from '../../../papers/testing.ts'
import {
  type Brought,
  entryAt,
  keepFile,
  linkedFrom,
  publishBrought,
  type Source,
} from '../../../record/index.ts'
import { aRecord, type TestRecord } from '../../../record/testing.ts'
import { actionKind } from '../actions/published.ts'
import { importer, kinds } from '../index.ts'
import { meetingKind } from '../meetings/published.ts'
import { programmeKind } from './published.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiremoot-comparing-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const BODY = 'Anyshire Police and Crime Panel'
const SLUG = 'anyshire-police-and-crime-panel'

const minutes = (): Reading => {
  const fraud = anItem({ number: '7', title: 'Fraud - Update', resolutions: [aResolution()] })
  const cadets = anItem({ number: '8', title: 'Recruitment', resolutions: [aResolution()] })
  return aReading({
    kind: 'minutes',
    body: BODY,
    date: '2019-09-24',
    items: [fraud, cadets],
    actions: [
      aReadAction({ ref: '7.R', what: 'another report on card fraud' }),
      aReadAction({ ref: '8.R', what: 'celebrate the cadets', kind: 'panel-action', owner: 'Panel' }),
      aReadAction({ ref: '8.1', what: 'ask about radios', kind: 'commitment' }),
    ],
  })
}

const programme = (asAt: string, titles: string[]): ForwardProgramme => ({
  asAt,
  meetings: [{ date: '2020-02-06', items: titles.map((title) => ({ title, origin: null, owner: 'PCC' })) }],
  standing: ['Questions to the Commissioner'],
  toNote: ['Decisions of the Commissioner'],
  blocks: [0, 0],
})

const agenda = (day: string, planned: ForwardProgramme | null, items: string[]): Reading =>
  aReading({
    kind: 'agenda',
    body: BODY,
    date: day,
    items: items.map((title, index) => anItem({ number: `B${index + 1}`, title })),
    forwardProgramme: planned,
  })

const november = agenda('2019-11-21', programme('2019-11', ['Budget']), [
  'Cadets',
  'Questions to the Commissioner',
])

const corrections = { paper: {}, people: {}, serves: [], progress: [], plan: {} }

async function bring(record: TestRecord, reading: Reading, name: string): Promise<Brought> {
  return await record.act(async (tx) => {
    const act = { tx, permit: record.permits.bring, today: date('2020-01-01') }
    const file = { name, mediaType: 'text/plain', bytes: new TextEncoder().encode(name) }
    const { sha256 } = await keepFile(tx, act.permit, file, folder)
    const path = `/files/${sha256}/${name}`
    const of: Source = { name, sha256, mediaType: file.mediaType, path, corrections }
    const brought = await importer.bring(act, reading, of)
    if (isRefusal(brought)) throw new Error(brought.message)
    await publishBrought(tx, record.permits.publish, kinds, brought)
    return brought
  })
}

async function outcomes(record: TestRecord): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const part of ['another-report-on-card-fraud', 'celebrate-the-cadets', 'ask-about-radios']) {
    const action = await entryAt(record.ask, actionKind, `/actions/2019-09-24-${part}`)
    assert.ok(action, part)
    const links = await linkedFrom(record.ask, action.id, {})
    found[part] = links.rows
      .filter(({ link }) => link === 'carried-in' || link === 'not-found-in')
      .map(({ link, path, why }) => `${link} ${path}: ${why}`)
  }
  const meeting = await entryAt(record.ask, meetingKind, `/meetings/${SLUG}/2019-11-21`)
  assert.ok(meeting)
  const lacks = await linkedFrom(record.ask, meeting.id, { link: 'lacks' })
  found['lacks'] = lacks.rows.map(({ path, why }) => `${path}: ${why}`)
  return found
}

const EXPECTED = {
  'another-report-on-card-fraud': [
    `not-found-in /work-programme/${SLUG}/2019-11: looked for the words “card” and “fraud”`,
  ],
  'celebrate-the-cadets': [
    `not-found-in /work-programme/${SLUG}/2019-11: may be covered by item B1 of the agenda of 21 November 2019, “Cadets”, which also speaks of “cadet”`,
  ],
  'ask-about-radios': [],
  lacks: [
    `/work-programme/${SLUG}/2019-11: “Decisions of the Commissioner”: listed to be noted at each meeting; not found in the agenda of 21 November 2019.`,
  ],
}

test('what was asked is held against the next programme, whichever of the two files came first', async (t) => {
  const first = await aRecord(t)
  await bring(first, minutes(), 'minutes.md')
  await bring(first, november, 'pack.md')
  assert.deepEqual(await outcomes(first), EXPECTED)
  const second = await aRecord(t)
  await bring(second, november, 'pack.md')
  await bring(second, minutes(), 'minutes.md')
  assert.deepEqual(await outcomes(second), EXPECTED)
})

test('the same papers again change nothing', async (t) => {
  const record = await aRecord(t)
  await bring(record, minutes(), 'minutes.md')
  await bring(record, november, 'pack.md')
  for (const [reading, name] of [
    [minutes(), 'minutes.md'],
    [november, 'pack.md'],
  ] as const) {
    const again = await bring(record, reading, name)
    const changed = [...again.entries, ...again.links].filter(({ outcome }) => outcome !== 'unchanged')
    assert.deepEqual(changed, [])
  }
})

test('a later programme that carries an ask is said to, and the earlier finding stays beside it', async (t) => {
  const record = await aRecord(t)
  await bring(record, minutes(), 'minutes.md')
  await bring(record, november, 'pack.md')
  const later = agenda('2020-02-06', programme('2020-02', ['Card fraud']), ['Questions to the Commissioner'])
  await bring(record, later, 'later.md')
  const found = await outcomes(record)
  assert.deepEqual(found['another-report-on-card-fraud']?.toSorted(), [
    `carried-in /work-programme/${SLUG}/2020-02: “card” and “fraud”: the programme for 6 February 2020, “Card fraud”`,
    ...EXPECTED['another-report-on-card-fraud'],
  ])
  const action = await entryAt(record.ask, actionKind, '/actions/2019-09-24-another-report-on-card-fraud')
  assert.match(action?.summary ?? '', /Carried in the work programme \(February 2020\)/)
})

test('of two programmes of one month that laid before the later meeting stands, whichever came last', async (t) => {
  const early = agenda('2020-02-06', programme('2020-02', ['Precept']), ['Precept'])
  const late = agenda('2020-02-20', programme('2020-02', ['Cadets']), ['Cadets'])
  for (const order of [
    [early, late, early],
    [late, early],
  ]) {
    const record = await aRecord(t)
    for (const reading of order) await bring(record, reading, `${reading.date}.md`)
    const found = await entryAt(record.ask, programmeKind, `/work-programme/${SLUG}/2020-02`)
    assert.equal(found?.content.laidBefore.date, '2020-02-20')
    assert.equal(found.content.meetings[0]?.items[0]?.title, 'Cadets')
  }
})

test('a corrected agenda that has the item takes the finding away', async (t) => {
  const record = await aRecord(t)
  await bring(record, november, 'pack.md')
  const items = ['Cadets', 'Questions to the Commissioner', "Commissioner's decisions"]
  await bring(record, agenda('2019-11-21', programme('2019-11', ['Budget']), items), 'pack-2.md')
  const meeting = await entryAt(record.ask, meetingKind, `/meetings/${SLUG}/2019-11-21`)
  assert.ok(meeting)
  assert.deepEqual((await linkedFrom(record.ask, meeting.id, { link: 'lacks' })).rows, [])
})
