import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Ending, onEachServer } from '../database/testing.ts'
import { fileNamed, keepFile, placeOfFile } from './file.ts'
import { aNotice, aRecord, publishNotices } from './testing.ts'

const FILE = { name: 'pack.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 of a test') }
const SHA256 = createHash('sha256').update(FILE.bytes).digest('hex')

async function aFolder(ending: Ending): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'files-'))
  ending.after(() => rm(folder, { recursive: true }))
  return folder
}

onEachServer((server) => {
  test('a file is kept once under the hash of its bytes, and nothing unfinished stays beside it', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    const keeping = (): ReturnType<typeof keepFile> =>
      record.act((tx) => keepFile(tx, record.permits.bring, FILE, folder))
    assert.deepEqual(await keeping(), { sha256: SHA256, outcome: 'kept' })
    assert.deepEqual(await keeping(), { sha256: SHA256, outcome: 'unchanged' })
    assert.deepEqual(await readdir(join(folder, SHA256.slice(0, 2))), [SHA256.slice(2)])
    assert.deepEqual(await readFile(placeOfFile(folder, SHA256)), FILE.bytes)
  })

  test('a kept file that was damaged is mended when it is brought again', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    const keeping = (): Promise<unknown> =>
      record.act((tx) => keepFile(tx, record.permits.bring, FILE, folder))
    await keeping()
    await writeFile(placeOfFile(folder, SHA256), 'half of it')
    await keeping()
    assert.deepEqual(await readFile(placeOfFile(folder, SHA256)), FILE.bytes)
  })

  test('readers may have a file once an entry that names it is published, under that name only', async (t) => {
    const [record, folder] = [await aRecord(t, server), await aFolder(t)]
    await record.act((tx) => keepFile(tx, record.permits.bring, FILE, folder))
    assert.equal(await fileNamed(record.ask, SHA256, 'pack.pdf'), undefined)
    await publishNotices(record, aNotice({ title: 'Pack', files: [{ sha256: SHA256, name: 'pack.pdf' }] }))
    assert.deepEqual(await fileNamed(record.ask, SHA256, 'pack.pdf'), {
      sha256: SHA256,
      name: 'pack.pdf',
      mediaType: 'application/pdf',
      size: FILE.bytes.length,
    })
    assert.equal(await fileNamed(record.ask, SHA256, 'other.pdf'), undefined)
    assert.equal(await fileNamed(record.ask, '../../etc/passwd', 'pack.pdf'), undefined)
    assert.equal(await fileNamed({ ...record.ask, authority: 'elsewhere' }, SHA256, 'pack.pdf'), undefined)
  })

  test('an entry that names a file that was never kept is not published', async (t) => {
    const record = await aRecord(t, server)
    const files = [{ sha256: SHA256, name: 'pack.pdf' }]
    await assert.rejects(
      publishNotices(record, aNotice({ title: 'Pack', files })),
      /named but was never kept/,
    )
  })

  test('only a hash says where a file lies', () => {
    assert.equal(placeOfFile('/files', SHA256), `/files/${SHA256.slice(0, 2)}/${SHA256.slice(2)}`)
    for (const odd of ['', '..', `../${SHA256}`, SHA256.toUpperCase(), `${SHA256}0`]) {
      assert.throws(() => placeOfFile('/files', odd), /SHA-256/)
    }
  })
})
