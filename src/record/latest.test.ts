/** What feeds rely on: the order in which things became public, of the kinds, the body and the entry that are asked for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onEachServer } from '../database/testing.ts'
import { date } from '../lib/index.ts'
import { latestPublished } from './latest.ts'
import { link } from './link.ts'
import { publish } from './publish.ts'
import { aNotice, aRecord, noticeKind, publishNotices } from './testing.ts'

onEachServer((server) => {
  test('what became public last comes first, whatever day it speaks of', async (t) => {
    const record = await aRecord(t, server)
    const [first] = await publishNotices(record, aNotice({ title: 'First', day: date('2024-05-02') }))
    const [second] = await publishNotices(
      record,
      aNotice({ title: 'Second', day: date('2017-04-01'), body: '/bodies/panel' }),
    )
    assert.ok(first && second)
    const titles = async (filter: Partial<Parameters<typeof latestPublished>[1]> = {}): Promise<string[]> =>
      (await latestPublished(record.ask, { kinds: ['notice'], limit: 10, ...filter })).map(
        ({ title }) => title,
      )
    assert.deepEqual(await titles(), ['Second', 'First'])
    assert.deepEqual(await titles({ limit: 1 }), ['Second'])
    assert.deepEqual(await titles({ body: '/bodies/panel' }), ['Second'])
    assert.deepEqual(await titles({ kinds: ['note'] }), [])
    // Changed and published again, the first one is news again.
    await publishNotices(record, aNotice({ title: 'First', day: date('2024-05-02'), text: ['More.'] }))
    assert.deepEqual(await titles(), ['First', 'Second'])
    await record.act(async (tx) => {
      await link(tx, record.permits.bring, { from: first, to: second, kind: 'serves', why: 'for a test' })
      await publish(tx, record.permits.publish, [noticeKind], [first])
    })
    assert.deepEqual(await titles({ linked: { to: second, kind: 'serves' } }), ['First'])
  })
})
