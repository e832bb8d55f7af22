/** What the copy keeps of the texts of the record when something is withdrawn, and when something is altered. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from '../../database/index.ts'
import { link, logSize, publish, withdraw } from '../../record/index.ts'
import { aNotice, aRecord, noticeKind, publishNotices } from '../../record/testing.ts'
import { CopyFolder } from './folder.ts'
import { putTexts } from './texts.ts'

const WITHDRAWAL = { reason: 'inaccurate', words: 'It was wrong.', keepTitle: true } as const

test('a list of links goes from the copy with what it led to, and with nothing else', async (t) => {
  const record = await aRecord(t)
  const copies = await mkdtemp(join(tmpdir(), 'texts-'))
  t.after(() => rm(copies, { recursive: true }))
  const [one, other, third] = await publishNotices(
    record,
    aNotice({ title: 'One' }),
    aNotice({ title: 'Other' }),
    aNotice({ title: 'Third' }),
  )
  assert.ok(one && other && third)
  await record.act(async (tx) => {
    for (const to of [other, third])
      await link(tx, record.permits.bring, { from: one, to, kind: 'serves', why: 'both are notices' })
    await link(tx, record.permits.bring, { from: other, to: third, kind: 'serves', why: 'so are these' })
    await publish(tx, record.permits.publish, [noticeKind], [one, other])
  })
  const copy = await CopyFolder.open(copies, record.authority)
  const lists = async (): Promise<number> => {
    await copy.begin()
    await putTexts(record.ask, await logSize(record.ask), copy)
    await copy.finish(() => 'a manifest')
    return [...copy.standing.keys()].filter((path) => path.startsWith('record/links/')).length
  }
  assert.equal(await lists(), 2)
  await record.act((tx) => withdraw(tx, record.permits.withdraw, [noticeKind], [other], WITHDRAWAL))
  assert.equal(await lists(), 1, 'the new list of the one that led to it, and none that names it')
  await sql`delete from published.log_salt where number = (select max(number) from published.log_leaf where act = 'links')`.execute(
    record.db,
  )
  await assert.rejects(lists(), (failure) => {
    assert.match(JSON.stringify(failure), /its text is gone, and nobody withdrew it/)
    return true
  })
})
