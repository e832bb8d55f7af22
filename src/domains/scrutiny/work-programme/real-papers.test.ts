/** That a real pack shows by itself which asks its work programme does not carry, and which standing items its agenda lacks. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { date, isRefusal } from '../../../lib/index.ts'
import { readPaper } from '../../../papers/index.ts'
import { entriesOf, entryAt, keepFile, linkedFrom, publishBrought } from '../../../record/index.ts'
import { aRecord, type TestRecord } from '../../../record/testing.ts'
import { presentCarrying } from '../actions/action.ts'
import { type PublishedAction } from '../actions/published.ts'
import { actionKind, importer, kinds, meetingKind, questionKind } from '../index.ts'
import { programmeKind } from './published.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(ROOT, '../shared')
const DEMO = join(ROOT, 'demo/kent/2019-11-21-panel-agenda-pack.md')
const SEED = existsSync(join(SAMPLES, 'seeds'))
  ? readdirSync(join(SAMPLES, 'seeds')).find((name) => name.startsWith('003_'))
  : undefined

const folder = mkdtempSync(join(tmpdir(), 'shiremoot-pack-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function bringPack(record: TestRecord, path: string): Promise<void> {
  const name = basename(path)
  const bytes = readFileSync(path)
  const reading = await readPaper({ name, bytes })
  assert.ok(!isRefusal(reading))
  await record.act(async (tx) => {
    const act = { tx, permit: record.permits.bring, today: date('2020-01-01') }
    const { sha256 } = await keepFile(tx, act.permit, { name, mediaType: 'text/plain', bytes }, folder)
    const corrections = { paper: {}, people: {}, serves: [], progress: [], plan: {} }
    const source = { name, sha256, mediaType: 'text/plain', path: `/files/${sha256}/${name}`, corrections }
    const brought = await importer.bring(act, reading, source)
    if (isRefusal(brought)) throw new Error(brought.message)
    await publishBrought(tx, record.permits.publish, kinds, brought)
  })
}

const outcome = (action: PublishedAction): string => presentCarrying(action.carrying)?.outcome ?? 'none'

async function showsFindings(t: TestContext, path: string): Promise<void> {
  const record = await aRecord(t)
  await bringPack(record, path)
  const actions = (await entriesOf(record.ask, actionKind, { limit: 500 })).rows.map(({ content }) => content)
  const asks = actions.filter(({ kind }) => kind !== 'commitment')
  assert.equal(asks.length, 7, JSON.stringify(asks.map(({ ref, what }) => [ref, what])))
  const carried = asks.filter((ask) => outcome(ask) === 'carried')
  assert.deepEqual(
    carried.map(({ ref }) => ref.split('.')[0]),
    ['331'],
    'only the mental health item is carried',
  )
  assert.match(presentCarrying(carried[0]?.carrying ?? [])?.why ?? '', /“mental” and “health”/)
  const maybe = asks.filter((ask) => outcome(ask) === 'maybe')
  assert.deepEqual(
    maybe.map(({ ref }) => ref),
    ['328.R2'],
    'the cadets may be covered by item B2',
  )
  assert.match(maybe[0]?.carrying[0]?.why ?? '', /item B2/)
  assert.equal(asks.filter((ask) => outcome(ask) === 'not-found').length, 5)
  const promised = actions.filter(({ kind, firm }) => kind === 'commitment' && firm)
  assert.ok(promised.length >= 8, `firm promises: ${promised.length}`)
  const quoteless = actions.filter(({ quote }) => quote === null)
  assert.deepEqual(quoteless, [], 'every action has its exact words')
  await lacksStandingItems(record)
  const questions = (await entriesOf(record.ask, questionKind, {})).rows
  assert.deepEqual(
    new Set(questions.map(({ state, content }) => `${content.number} ${state}`)),
    new Set(['Q1 answered', 'Q2 answered', 'Q3 answered', 'Q4 answered']),
  )
}

/** The programme lists two things to note at each meeting; the agenda in the same pack has neither, but has the questions. */
async function lacksStandingItems(record: TestRecord): Promise<void> {
  const path = '/meetings/kent-and-medway-police-and-crime-panel/2019-11-21'
  const meeting = await entryAt(record.ask, meetingKind, path)
  assert.ok(meeting)
  const lacks = (await linkedFrom(record.ask, meeting.id, { link: 'lacks' })).rows
  assert.equal(lacks.length, 1)
  const why = lacks[0]?.why ?? ''
  assert.match(why, /Commissioner's decisions/)
  assert.match(why, /Performance and Delivery Board/)
  assert.match(why, /not found in the agenda of 21 November 2019/)
  assert.doesNotMatch(why, /Questions to the Commissioner/)
  const [programme] = (await entriesOf(record.ask, programmeKind, {})).rows
  assert.equal(programme?.path, '/work-programme/kent-and-medway-police-and-crime-panel/2019-11')
  assert.deepEqual(
    programme.content.meetings.map(({ printed, items }) => [printed, items.length]),
    [
      ['2020-02-06', 4],
      ['2020-03-26', 2],
    ],
  )
}

test('the demonstration pack shows which asks are not found again, and what its agenda lacks', (t) =>
  showsFindings(t, DEMO))

test(
  'the public pack of November 2019 shows which asks are not found again, and what its agenda lacks',
  {
    skip:
      SEED === undefined ? 'the sample papers are not here; SHIREMOOT_SAMPLES says where they lie' : false,
  },
  (t) => showsFindings(t, join(SAMPLES, 'seeds', SEED ?? '')),
)
