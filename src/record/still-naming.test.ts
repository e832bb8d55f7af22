/** Whoever withdraws something is told what else names it, so that a title that had to go is not left with others. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aNotice, aRecord, noticeKind, publishNotices } from './testing.ts'
import { withdraw } from './withdraw.ts'

test('a withdrawal tells what names the withdrawn by address or title, of now or of earlier, and nothing that only looks alike', async (t) => {
  const record = await aRecord(t)
  const [secret] = await publishNotices(
    record,
    aNotice({ title: 'A "quoted" complaint', path: '/notices/complaint' }),
    aNotice({ title: 'By address', text: ['/notices/complaint#p3'] }),
    aNotice({ title: 'By title', text: ['It was called A "quoted" complaint then.'] }),
    aNotice({ title: 'Named it before', text: ['See /notices/complaint'] }),
    aNotice({ title: 'Looks alike', text: ['/notices/complaint-of-another', 'A quoted complaint'] }),
  )
  assert.ok(secret)
  await publishNotices(record, aNotice({ title: 'Named it before', text: [] }))
  const { naming } = await record.act((tx) =>
    withdraw(tx, record.permits.withdraw, [noticeKind], [secret], {
      reason: 'personal-information',
      words: 'It named somebody.',
      keepTitle: false,
    }),
  )
  assert.deepEqual(
    naming.map(({ path }) => path),
    ['/notices/by-address', '/notices/by-title', '/notices/named-it-before'],
  )
})
