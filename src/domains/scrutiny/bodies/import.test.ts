/** What a register of bodies brings, and what it leaves as papers have it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { onEachServer } from '../../../database/testing.ts'
import { date, isRefusal, type Refusal } from '../../../lib/index.ts'
import { type Brought, entryAt, publish } from '../../../record/index.ts'
import { aRecord, type TestRecord } from '../../../record/testing.ts'
import { bodyKind, importer, kinds } from '../index.ts'
import { anAgendaReading } from '../meetings/testing.ts'
import { personKind } from '../people/published.ts'
import { aBringer, aSource, changes } from '../testing.ts'

const bring = aBringer({ after })
const PANEL = '/bodies/anyshire-police-and-crime-panel'

async function register(record: TestRecord, bodies: unknown): Promise<Brought | Refusal> {
  const read = importer.registers?.['bodies']
  assert.ok(read)
  const source = aSource('bodies.json')
  const act = { permit: record.permits.bring, today: date('2019-12-01') }
  const brought = await record.act((tx) => read({ tx, ...act }, { register: 'bodies', bodies }, source))
  if (isRefusal(brought)) return brought
  await record.act((tx) =>
    publish(
      tx,
      record.permits.publish,
      kinds,
      brought.entries.map(({ id }) => id),
    ),
  )
  return brought
}

const panel = {
  name: 'Anyshire Police and Crime Panel',
  alsoCalled: ['Police and Crime Panel'],
  purpose: 'Asks the Commissioner.',
  does: ['Reports'],
}

onEachServer((server) => {
  test('a register says what a body is for, and leaves the members that papers list', async (t) => {
    const record = await aRecord(t, server)
    await bring(record, anAgendaReading())
    await register(record, [panel])
    const body = await entryAt(record.ask, bodyKind, PANEL)
    assert.equal(body?.summary, 'Asks the Commissioner.')
    assert.equal(body.content.lists.length, 1)
    const again = await register(record, [panel])
    assert.ok(!isRefusal(again))
    assert.deepEqual(changes(again), [])
    await bring(record, anAgendaReading({ body: 'Police and Crime Panel' }))
    assert.equal(
      (await entryAt(record.ask, bodyKind, PANEL))?.content.terms?.purpose,
      'Asks the Commissioner.',
    )
  })

  test('members that no paper lists come from the register, with their day, and become people', async (t) => {
    const record = await aRecord(t, server)
    const seats = [
      { name: 'Cllr Ann Field', organisation: 'Anyshire Council', role: 'Chair' },
      { name: null, organisation: 'Swanford Council' },
    ]
    await register(record, [{ ...panel, members: { asAt: '2018-05-01', seats } }])
    const body = await entryAt(record.ask, bodyKind, PANEL)
    assert.deepEqual(
      body?.content.lists.map(({ source, seats: listed }) => [
        source.date,
        listed.map(({ name, vacancy }) => [name, vacancy]),
      ]),
      [
        [
          '2018-05-01',
          [
            ['Ann Field', false],
            [null, true],
          ],
        ],
      ],
    )
    assert.ok(await entryAt(record.ask, personKind, '/people/ann-field'))
  })

  test('a register that is none is refused, and says where it goes wrong', async (t) => {
    const record = await aRecord(t, server)
    const refused = await register(record, [{ name: 'A panel' }])
    assert.ok(isRefusal(refused))
    assert.match(refused.message, /bodies\.json.*bodies\[0\]\.purpose/)
  })
})
