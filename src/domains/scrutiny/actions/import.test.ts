/** What readers rely on when actions are brought again: addresses stay, states are earned, nothing vanishes unsaid. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { date, isRefusal } from '../../../lib/index.ts'
import type { Action as ReadAction } from '../../../papers/index.ts'
import { anItem, aReadAction, aReading, aResolution } from '../../../papers/testing.ts'
import {
  type Brought,
  type Corrections,
  entriesOf,
  keepFile,
  linkedFrom,
  publishBrought,
} from '../../../record/index.ts'
import { aRecord, type TestRecord } from '../../../record/testing.ts'
import { actionKind, importer, kinds } from '../index.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiremoot-actions-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const MINUTES = '/meetings/anyshire-police-and-crime-panel/2019-09-24/minutes'
const report = aReadAction({ ref: '7.R', what: 'a report on card fraud' })
const promise = aReadAction({ ref: '7.2', what: 'he would look into the radios', kind: 'commitment' })

async function bring(
  record: TestRecord,
  actions: ReadAction[],
  progress: Corrections['progress'] = [],
  name = 'minutes.md',
): Promise<Brought> {
  const item = anItem({ number: '7', title: 'Fraud - Update', resolutions: [aResolution()] })
  const body = 'Anyshire Police and Crime Panel'
  const reading = aReading({ body, date: '2019-09-24', items: [item], actions })
  return await record.act(async (tx) => {
    const act = { tx, permit: record.permits.bring, today: date('2020-01-01') }
    const file = { name, mediaType: 'text/plain', bytes: Buffer.from(name) }
    const { sha256 } = await keepFile(tx, act.permit, file, folder)
    const corrections = { paper: {}, people: {}, serves: [], progress, plan: {} }
    const path = `/files/${sha256}/${name}`
    const source = { name: file.name, sha256, mediaType: file.mediaType, path, corrections }
    const brought = await importer.bring(act, reading, source)
    if (isRefusal(brought)) throw new Error(brought.message)
    await publishBrought(tx, record.permits.publish, kinds, brought)
    return brought
  })
}

async function actionsOf(record: TestRecord) {
  return (await entriesOf(record.ask, actionKind, {})).rows.toSorted((one, other) =>
    one.path < other.path ? -1 : 1,
  )
}

const DONE = { ref: '7.R', date: date('2020-02-06'), state: 'done', text: 'The report was given.' }

test('an action leads to the very words it was found in, and hangs on their minute and meeting', async (t) => {
  const record = await aRecord(t)
  await bring(record, [report, promise])
  const [first, second] = await actionsOf(record)
  assert.equal(first?.content.source.path, `${MINUTES}#minute-7-resolution`)
  assert.equal(second?.content.source.path, `${MINUTES}#minute-7-2`)
  assert.ok(first)
  const links = (await linkedFrom(record.ask, first.id, {})).rows.map(({ link, path }) => `${link} ${path}`)
  assert.deepEqual(
    new Set(links),
    new Set([
      `arises-from ${MINUTES}#minute-7-resolution`,
      'part-of /meetings/anyshire-police-and-crime-panel/2019-09-24',
    ]),
  )
})

test('progress that shows an action is done makes it done; without a source it is left out and named', async (t) => {
  const record = await aRecord(t)
  const left = await bring(record, [report], [{ ...DONE, source: null }])
  assert.equal((await actionsOf(record))[0]?.state, 'open')
  assert.match(left.open.map(({ what }) => what).join(), /7\.R was left out: done needs a source/)
  await bring(record, [report], [{ ...DONE, source: 'Agenda of 6 February 2020, item B3' }])
  assert.equal((await actionsOf(record))[0]?.state, 'done')
})

test('what came of an action stays when a pack brings the same minutes again, and goes when its note is taken away', async (t) => {
  const record = await aRecord(t)
  const note = { ...DONE, source: 'Agenda of 6 February 2020, item B3' }
  await bring(record, [report], [note])
  await bring(record, [report], [], 'pack.md')
  assert.equal((await actionsOf(record))[0]?.state, 'done')
  await bring(record, [report], [note], 'pack.md')
  assert.equal((await actionsOf(record))[0]?.content.progress.length, 1, 'the same note twice is one')
  await bring(record, [report], [], 'pack.md')
  assert.equal((await actionsOf(record))[0]?.state, 'open')
})

test('words read better the next time change the title and keep the address', async (t) => {
  const record = await aRecord(t)
  await bring(record, [report])
  await bring(record, [{ ...report, what: 'a full report on card fraud' }])
  const [action, ...others] = await actionsOf(record)
  assert.deepEqual(others, [])
  assert.equal(action?.title, 'A full report on card fraud')
  assert.equal(action.path, '/actions/2019-09-24-a-report-on-card-fraud')
})

test('an action that is not found any more stays on the record, and a person is told', async (t) => {
  const record = await aRecord(t)
  await bring(record, [report, promise])
  const again = await bring(record, [report])
  assert.equal((await actionsOf(record)).length, 2)
  assert.match(again.open.map(({ what }) => what).join(), /7\.2, “Look into the radios”/)
})
