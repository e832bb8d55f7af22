/** What comes of a real pack: the people, meetings and bindings that its label tells, where the samples lie on this machine. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { embeddedServer } from '../../database/testing.ts'
import { isRefusal, stored } from '../../lib/index.ts'
import { readPaper } from '../../papers/index.ts'
import { entriesOf, entryAt, workingCopies } from '../../record/index.ts'
import { aRecord, someSite } from '../../record/testing.ts'
import { bodyKind, meetingKind, paperKind } from './index.ts'
import { minutesKind } from './meetings/published.ts'
import { whoIsMeant } from './people/matching.ts'
import { asCandidate } from './people/person.ts'
import { personKind } from './people/published.ts'
import { aBringer, aSource, changes } from './testing.ts'

const SAMPLES = process.env['SHIREMOOT_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared')
const SEEDS = join(SAMPLES, 'seeds')
const skip = existsSync(SEEDS) ? false : `no samples at ${SAMPLES}; set SHIREMOOT_SAMPLES to where they lie`
const bring = aBringer({ after })
const PANEL = 'kent-and-medway-police-and-crime-panel'

const label = stored.fields({
  agenda: stored.fields({
    membership: stored.list(stored.fields({ name: stored.orNull(stored.text), vacancy: stored.flag })),
  }),
  minutes: stored.fields({
    present: stored.list(stored.fields({ asPrinted: stored.text, member: stored.orNull(stored.text) })),
    items: stored.list(stored.fields({ number: stored.text, paragraphs: stored.number })),
  }),
})

test('a real pack becomes two meetings, their papers, minutes and people, and changes nothing when it comes again', {
  skip,
}, async (t) => {
  const record = await aRecord(t, embeddedServer, someSite({ authority: 'kent' }))
  const name = readdirSync(SEEDS).find((each) => each.startsWith('003_')) ?? ''
  const reading = await readPaper({ name, bytes: readFileSync(join(SEEDS, name)) })
  assert.ok(!isRefusal(reading))
  const brought = await bring(record, reading, aSource(name))
  const told = label(JSON.parse(readFileSync(join(SAMPLES, 'gold/documents/003.expected.json'), 'utf8')))

  const meetings = await entriesOf(record.ask, meetingKind, { order: 'oldest' })
  assert.deepEqual(
    meetings.rows.map(({ date }) => date),
    ['2019-09-24', '2019-11-21'],
  )
  const papers = await entriesOf(record.ask, paperKind)
  assert.deepEqual(
    papers.rows.map(({ content }) => content.numbered).toSorted((one, other) => one - other),
    [45, 95],
  )
  const body = await entryAt(record.ask, bodyKind, `/bodies/${PANEL}`)
  assert.equal(body?.content.lists.at(-1)?.seats.length, told.agenda.membership.length)
  const minutes = await entryAt(record.ask, minutesKind, `/meetings/${PANEL}/2019-09-24/minutes`)
  assert.deepEqual(
    minutes?.content.minutes.map(({ number, numbered }) => ({ number, paragraphs: numbered })),
    told.minutes.items,
  )

  const people = (await record.act((tx) => workingCopies(tx, record.authority, personKind))).map(
    ({ working }) => working,
  )
  for (const { asPrinted, member } of told.minutes.present) {
    const person = people.find((each) =>
      each.mentions.some((mention) => mention.as === 'present' && asPrinted.startsWith(mention.asPrinted)),
    )
    if (member !== null) assert.equal(person?.name, member, asPrinted)
  }
  const names = told.agenda.membership.flatMap(({ name: member, vacancy }) =>
    member === null || vacancy ? [] : [member],
  )
  for (const member of names)
    assert.equal(people.filter((person) => person.name === member).length, 1, member)
  const candidates = people.map((person) => asCandidate(person, PANEL))
  for (const [form, member] of [
    ['Mrs Bolton', 'elaine-bolton'],
    ['Mr Palmer', 'richard-palmer'],
    ['The Vice-Chairman', 'gurvinder-sandher'],
  ] as const) {
    const match = whoIsMeant(form, candidates)
    assert.equal(match.kind === 'certain' && match.key, member)
  }
  assert.deepEqual(
    brought.open.filter(({ mend }) => mend.includes('"people"')),
    [],
  )
  assert.deepEqual(changes(await bring(record, reading, aSource(name))), [])
})
