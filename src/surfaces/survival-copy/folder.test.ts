/** The change of the copy from one state to the next, also where it is cut off between any two of its files. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { CopyFolder } from './folder.ts'
import type { FileMark } from './manifest.ts'

const manifestOf = (files: ReadonlyMap<string, FileMark>): string =>
  [...files]
    .map(([path, { sha256 }]) => `${sha256} ${path}`)
    .toSorted()
    .join('\n')

test('a change that was cut off before its manifest came is finished by the next, though no file differs', async (t) => {
  const copies = await mkdtemp(join(tmpdir(), 'folder-'))
  t.after(() => rm(copies, { recursive: true }))
  const pass = async (copy: CopyFolder, text: string): Promise<void> => {
    await copy.begin()
    await copy.put('index.html', Buffer.from(text))
    await copy.finish(manifestOf)
  }
  await pass(await CopyFolder.open(copies, 'kent'), 'before')
  const manifest = join(copies, 'kent/manifest')
  const before = readFileSync(manifest, 'utf8')
  // What a keeper leaves that was killed when all files had changed and the manifest had not.
  await writeFile(join(copies, 'kent/index.html'), 'after')
  await pass(await CopyFolder.open(copies, 'kent'), 'after')
  assert.notEqual(readFileSync(manifest, 'utf8'), before)
  assert.equal(readFileSync(manifest, 'utf8'), manifestOf((await CopyFolder.open(copies, 'kent')).standing))
  assert.ok(existsSync(join(copies, 'kent/index.html')))
})
