/** The key of a log: who may read it, and what happens when it is lost or another one. */
import assert from 'node:assert/strict'
import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import { keyFolder, loadKey, openLogOf, publicFiles } from './index.ts'
import { aDataFolder, appended, leaves, refused } from './testing.ts'

const { data, folder, keys, open } = aDataFolder()

describe('the key of a log', () => {
  it('is a file that its owner alone may read, outside the public folder', async () => {
    await appended(await open(), 1)
    assert.equal(statSync(join(keys(), 'log.key')).mode & 0o777, 0o600)
    assert.equal(statSync(keys()).mode & 0o777, 0o700)
    const secret = readFileSync(join(keys(), 'log.key'), 'utf8').trim().split('+').slice(4).join('+')
    assert.ok(secret.length > 40)
    for (const path of readdirSync(folder(), { recursive: true, encoding: 'utf8' })) {
      if (statSync(join(folder(), path)).isFile())
        assert.ok(!readFileSync(join(folder(), path), 'utf8').includes(secret), path)
    }
    const key = await loadKey(keys())
    assert.ok(key !== undefined && !isRefusal(key))
    assert.ok(!JSON.stringify(key).includes(secret))
  })

  it('is refused when others may read it, or it is not of its form', async () => {
    await open()
    chmodSync(join(keys(), 'log.key'), 0o640)
    refused(await openLogOf(data(), 'kent'), 'log-key-readable')
    chmodSync(join(keys(), 'log.key'), 0o600)
    writeFileSync(join(keys(), 'log.key'), 'PRIVATE+KEY+shiremoot/kent+00000000+AAAA\n')
    refused(await openLogOf(data(), 'kent'), 'log-key-unusable')
  })

  it('is not made anew when it is lost: somebody has to decide', async () => {
    await appended(await open(), 4)
    rmSync(keys(), { recursive: true })
    refused(await openLogOf(data(), 'kent'), 'log-key-missing')
    renameSync(join(folder(), 'key.pub'), join(folder(), 'key-before.pub'))
    await appended(await open(), 6)
    assert.deepEqual(
      (await publicFiles(folder())).filter((path) => path.endsWith('.pub')),
      ['key-before.pub', 'key.pub'],
    )
  })

  it('of another log, or another one than signed, is refused', async () => {
    await appended(await open(), 4)
    const medway = await openLogOf(data(), 'medway')
    assert.ok(!isRefusal(medway))
    const mine = readFileSync(join(keys(), 'log.key'))
    cpSync(join(keyFolder(data(), 'medway'), 'log.key'), join(keys(), 'log.key'))
    refused(await openLogOf(data(), 'kent'), 'log-key-differs')
    writeFileSync(join(keys(), 'log.key'), mine)
    await medway.append(leaves(0, 9))
    cpSync(join(keyFolder(data(), 'medway'), 'last-signed'), join(keys(), 'last-signed'))
    refused(await openLogOf(data(), 'kent'), 'log-of-another')
  })
})
