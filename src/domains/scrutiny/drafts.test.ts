/** What an office relies on when one paper is published while another is a draft: nothing of the draft becomes public. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem, aReadAction, aResolution } from '../../papers/testing.ts'
import { entriesOf, entryAt } from '../../record/index.ts'
import { aRecord, type TestRecord } from '../../record/testing.ts'
import { actionKind, meetingKind } from './index.ts'
import { minutesKind, minutesVersionKind } from './meetings/published.ts'
import { personKind } from './people/published.ts'
import { aBringer, aReading, aSource } from './testing.ts'

const PANEL = '/meetings/anyshire-police-and-crime-panel'
const DRAFT = { publishes: false }

const bring = aBringer({ after })

const minutes = (what: string, title = 'Fraud - Update') =>
  aReading({
    kind: 'minutes',
    date: '2019-09-24',
    items: [anItem({ number: '7', title, resolutions: [aResolution()] })],
    actions: [aReadAction({ ref: '7.R', what })],
  })

const agenda = (date: string, title: string) =>
  aReading({ kind: 'agenda', date, items: [anItem({ number: 'B1', title })] })

const pack = (title: string) => ({
  ...agenda('2019-11-21', title),
  forwardProgramme: {
    asAt: '2019-11',
    meetings: [],
    standing: ['Questions'],
    toNote: [],
    blocks: [0, 0] as const,
  },
})

/** Everything that readers can have, as one text. */
async function publicText(record: TestRecord): Promise<string> {
  const [versions, links, files] = await Promise.all([
    record.ask.db.selectFrom('published.entry_version').selectAll().execute(),
    record.ask.db.selectFrom('published.link').selectAll().execute(),
    record.ask.db.selectFrom('published.file').selectAll().execute(),
  ])
  return JSON.stringify([versions, links, files])
}

test('minutes that are a draft stay one when the next agenda, which answers them, is published', async (t) => {
  const record = await aRecord(t)
  await bring(record, minutes('a SECRET report on cards'), aSource('minutes.md'), DRAFT)
  await bring(record, pack('Budget'), aSource('pack.md'))
  assert.doesNotMatch(await publicText(record), /SECRET/)
  await bring(record, minutes('a SECRET report on cards'), aSource('minutes.md'))
  const [action] = (await entriesOf(record.ask, actionKind, {})).rows
  assert.equal(action?.content.carrying[0]?.outcome, 'not-found')
})

const listing = (date: string, role: string, seats: string[]) => ({
  ...agenda(date, 'Budget'),
  membership: seats.map((name) => ({ name, organisation: 'Anyshire Council', role, vacancy: false })),
})

test('what a draft says of people and of who sits on a body stays hidden when another paper names them', async (t) => {
  const record = await aRecord(t)
  await bring(record, listing('2019-09-24', 'Chairman', ['Ann Reed', 'Bob Stone']), aSource('one.md'))
  const draft = listing('2019-11-21', 'SECRET Chairman', ['Ann Reed', 'Cy SECRET'])
  await bring(record, draft, aSource('two.md'), DRAFT)
  await bring(record, listing('2020-02-06', 'Chairman', ['Ann Reed', 'Bob Stone']), aSource('three.md'))
  assert.doesNotMatch(await publicText(record), /SECRET|2019-11-21/)
  await bring(record, draft, aSource('two.md'))
  assert.match(await publicText(record), /SECRET Chairman/)
})

test('what readers have of a paper stays while a draft of it says otherwise', async (t) => {
  const record = await aRecord(t)
  const paper = (role: string) => listing('2019-09-24', role, ['Ann Reed', 'Bob Stone'])
  await bring(record, paper('Chairman'), aSource('one.md'))
  await bring(record, paper('SECRET Chairman'), aSource('one-again.md'), DRAFT)
  await bring(record, listing('2020-02-06', 'Member', ['Ann Reed']), aSource('two.md'))
  const people = (await entriesOf(record.ask, personKind, {})).rows
  const ann = people.find(({ title }) => title === 'Ann Reed')
  assert.deepEqual(
    ann?.content.mentions.map(({ role, source }) => [role, source.date]),
    [
      ['Chairman', '2019-09-24'],
      ['Member', '2020-02-06'],
    ],
  )
  assert.doesNotMatch(await publicText(record), /SECRET/)
})

test('an agenda that is a draft stays one when minutes of its meeting are published, and the office is told', async (t) => {
  const record = await aRecord(t)
  const draft = agenda('2019-09-24', 'SECRET item')
  await bring(record, draft, aSource('agenda-SECRET.md'), DRAFT)
  const brought = await bring(record, minutes('a report on cards'), aSource('minutes.md'))
  assert.doesNotMatch(await publicText(record), /SECRET/)
  assert.ok(await entryAt(record.ask, minutesKind, `${PANEL}/2019-09-24/minutes`))
  assert.match(brought.open.map(({ what }) => what).join(), /is a draft, and the page of the meeting waits/)
  await bring(record, draft, aSource('agenda-SECRET.md'))
  const meeting = await entryAt(record.ask, meetingKind, `${PANEL}/2019-09-24`)
  assert.equal(meeting?.content.agenda?.items[0]?.title, 'SECRET item')
})

test('a newer agenda that is a draft leaves the public one as it is', async (t) => {
  const record = await aRecord(t)
  await bring(record, agenda('2019-09-24', 'Open item'), aSource('agenda.md'))
  await bring(record, agenda('2019-09-24', 'SECRET item'), aSource('agenda-2.md'), DRAFT)
  await bring(record, minutes('a report on cards'), aSource('minutes.md'))
  assert.doesNotMatch(await publicText(record), /SECRET/)
})

test('a version that was never public does not become so when a newer one is published', async (t) => {
  const record = await aRecord(t)
  await bring(record, minutes('a report', 'First'), aSource('minutes-1.md'))
  await bring(record, minutes('a SECRET report', 'SECRET title'), aSource('minutes-2.md'), DRAFT)
  await bring(record, minutes('a report on cards', 'Fraud'), aSource('minutes-3.md'))
  assert.doesNotMatch(await publicText(record), /SECRET/)
  const versions = await record.ask.db.selectFrom('published.entry_version').select('path').execute()
  assert.deepEqual(
    versions.flatMap(({ path }) => path.split('?version=')[1] ?? []),
    ['1'],
  )
})

test('what was found while a paper was a draft becomes public with that paper, and not before', async (t) => {
  const record = await aRecord(t)
  const found = async (): Promise<string[]> =>
    (await entriesOf(record.ask, actionKind, {})).rows.flatMap(({ content }) =>
      content.carrying.map(({ why }) => why),
    )
  await bring(record, minutes('a report on cards and radios'), aSource('minutes.md'))
  await bring(record, pack('SECRET radios'), aSource('pack.md'), DRAFT)
  await bring(record, agenda('2019-07-01', 'Another meeting'), aSource('other.md'))
  assert.deepEqual(await found(), [])
  assert.doesNotMatch(await publicText(record), /SECRET/)
  await bring(record, pack('SECRET radios'), aSource('pack.md'))
  assert.match((await found()).join(), /SECRET radios/)
})

test('a newer version that is looked at as a draft first leaves the one before it within reach', async (t) => {
  const record = await aRecord(t)
  await bring(record, minutes('a report', 'First'), aSource('minutes-1.md'))
  const newer = minutes('a report on cards', 'Second')
  await bring(record, newer, aSource('minutes-2.md'), DRAFT)
  await bring(record, newer, aSource('minutes-2.md'))
  const first = await entryAt(record.ask, minutesVersionKind, `${PANEL}/2019-09-24/minutes?version=1`)
  assert.equal(first?.content.minutes[0]?.title, 'First')
})
