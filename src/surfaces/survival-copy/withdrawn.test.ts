/** What the copy gives up at once when something is withdrawn, before all its pages are made anew. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { logSize, withdraw } from '../../record/index.ts'
import { aNotice, aRecord, noticeKind, publishNotices } from '../../record/testing.ts'
import { fileOfAddress } from '../../web/index.ts'
import { CopyFolder } from './folder.ts'
import { putTexts } from './texts.ts'
import { keepWhatIsNotWithdrawn } from './withdrawn.ts'

test('the tables and pictures below a page go from the copy with it, and those of its neighbours stay', async (t) => {
  const record = await aRecord(t)
  const copies = await mkdtemp(join(tmpdir(), 'withdrawn-'))
  t.after(() => rm(copies, { recursive: true }))
  const [gone] = await publishNotices(
    record,
    aNotice({ title: 'Robbery', path: '/measures/robbery' }),
    aNotice({ title: 'Robberies in shops', path: '/measures/robbery-in-shops' }),
  )
  assert.ok(gone)
  const ofRobbery = [
    fileOfAddress('/measures/robbery', true),
    'measures/robbery.json',
    'measures/robbery/table.csv',
    'measures/robbery/chart.svg',
    fileOfAddress('/measures/robbery/poster', true),
  ]
  const others = [
    fileOfAddress('/measures/robbery-in-shops', true),
    'measures/robbery-in-shops/table.csv',
    fileOfAddress('/measures', true),
  ]
  const copy = await CopyFolder.open(copies, record.authority)
  await copy.begin()
  await putTexts(record.ask, await logSize(record.ask), copy)
  for (const path of [...ofRobbery, ...others]) await copy.put(path, Buffer.from(path))
  await copy.finish(() => 'a manifest')

  const words = { reason: 'inaccurate', words: 'It was wrong.', keepTitle: true } as const
  await record.act((tx) => withdraw(tx, record.permits.withdraw, [noticeKind], [gone], words))
  await copy.begin()
  await putTexts(record.ask, await logSize(record.ask), copy)
  assert.equal(await keepWhatIsNotWithdrawn(record.ask, copy), true)
  await copy.finish(() => 'a manifest')
  assert.deepEqual(
    [...ofRobbery, ...others].filter((path) => copy.standing.has(path)),
    others,
  )
})
