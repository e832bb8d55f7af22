/** What the pages of proof say while the files of the log are not what they must be: never that nothing was altered. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { isRefusal } from '../../../lib/index.ts'
import { logFolder, openLogOf } from '../../../log/index.ts'
import { leavesOf, logSize } from '../../../record/index.ts'
import { aNotice, aRecord, publishNotices } from '../../../record/testing.ts'
import { buildPublicSite } from '../index.ts'

test('a damaged log, or one whose statement its key did not sign, proves nothing and breaks no page', async (t) => {
  const record = await aRecord(t)
  await publishNotices(record, aNotice({ title: 'One' }), aNotice({ title: 'Other' }))
  const data = await mkdtemp(join(tmpdir(), 'damaged-'))
  t.after(() => rm(data, { recursive: true }))
  const log = await openLogOf(data, record.authority)
  assert.ok(!isRefusal(log))
  const leaves = await leavesOf(record.ask, 0, await logSize(record.ask))
  await log.append(
    leaves.map(({ leaf }) => leaf),
    0,
  )
  const folder = logFolder(data, record.authority)
  const site = await buildPublicSite({ ask: record.ask, files: data, logFolder: folder })
  t.after(() => site.close())
  const read = async (url: string): Promise<string> => {
    const { statusCode, body } = await site.inject({ method: 'GET', url })
    assert.equal(statusCode, 200, url)
    return body
  }
  assert.match(await read('/proof/1'), /has not been altered since/)
  const checkpoint = join(folder, 'checkpoint')
  const signed = await readFile(checkpoint, 'utf8')
  const [origin = '', size = '', root = '', ...more] = signed.split('\n')
  const another = Buffer.from(Buffer.from(root, 'base64').map((byte) => byte ^ 1)).toString('base64')
  const unsigned = [origin, size, another, ...more].join('\n')
  const tile = join(folder, `tile/0/000.p/${leaves.length}`)
  for (const [damage, files] of [
    ['another root', () => writeFile(checkpoint, unsigned)],
    ['more leaves', () => writeFile(checkpoint, signed.replace(`\n${size}\n`, '\n999\n'))],
    ['no statement', () => writeFile(checkpoint, '')],
    ['a tile cut off', () => truncate(tile, 40)],
    ['no tile', () => rm(tile)],
  ] as const) {
    await writeFile(checkpoint, signed)
    await files()
    const page = await read('/proof/1')
    assert.match(page, /This cannot be checked/, damage)
    assert.doesNotMatch(page, /has not been altered/, damage)
    assert.match(await read('/proof/1.json'), /"holds": false/, damage)
    await read('/verify')
  }
})
