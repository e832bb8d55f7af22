/** Each fault of a log is named with its file and in words, and what an earlier checkpoint shows beside it. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { keyFolder, loadKey, logFolder, makeKey, signNote } from '../../src/log/index.ts'
import { verifyFolder } from '../../src/verifier/index.ts'
import { append, type Copy, entryId, logOf, said, someActs } from './a-copy.ts'
import { copyFor, edit, finds, removeAfterEach } from './finding.ts'

removeAfterEach()

/** A copy’s log, and a path in it. */
const inLog = async (): Promise<{ copy: Copy; log: string; at: (path: string) => string }> => {
  const copy = await copyFor()
  const log = join(copy.folder, 'log')
  return { copy, log, at: (path) => join(log, path) }
}

describe('what the verifier says of a log', () => {
  it('a whole one has no fault, and counts its leaves', async () => {
    const { log } = await inLog()
    const report = await verifyFolder(log)
    assert.deepEqual([report.ok, report.found, report.checked.leaves, report.faults], [true, 'log', 302, []])
    assert.equal(report.origin, 'shiremoot/northshire')
  })

  it('a tile is missing', async () => {
    const { log, at } = await inLog()
    rmSync(at('tile/0/000'))
    await finds(log, [['tile-missing', 'tile/0/000', 'tile/0/000, a tile of hashes, is missing']])
  })

  it('a tile is cut off', async () => {
    const { log, at } = await inLog()
    writeFileSync(at('tile/0/000'), readFileSync(at('tile/0/000')).subarray(0, 100))
    await finds(log, [['tile-cut-off', 'tile/0/000', 'it has 100 bytes of 8192']])
  })

  it('a tile of a higher level is altered', async () => {
    const { log, at } = await inLog()
    writeFileSync(at('tile/1/000.p/1'), Buffer.alloc(32))
    await finds(log, [['tile-altered', 'tile/1/000.p/1', 'was altered']])
  })

  it('two tiles are swapped', async () => {
    const { log, at } = await inLog()
    renameSync(at('tile/0/000'), at('aside'))
    renameSync(at('tile/0/001.p/46'), at('tile/0/000'))
    renameSync(at('aside'), at('tile/0/001.p/46'))
    await finds(log, [
      ['tile-swapped', 'tile/0/000', 'holds what belongs in tile/0/001.p/46'],
      ['tile-swapped', 'tile/0/001.p/46', 'holds what belongs in tile/0/000'],
    ])
  })

  it('two bundles of leaves are swapped', async () => {
    const { log, at } = await inLog()
    renameSync(at('tile/entries/000'), at('aside'))
    renameSync(at('tile/entries/001.p/46'), at('tile/entries/000'))
    renameSync(at('aside'), at('tile/entries/001.p/46'))
    await finds(log, [
      ['bundle-swapped', 'tile/entries/000', 'holds what belongs in tile/entries/001.p/46'],
      ['bundle-swapped', 'tile/entries/001.p/46', 'holds what belongs in tile/entries/000'],
    ])
  })

  it('a leaf is altered, and which one', async () => {
    const { log, at } = await inLog()
    const bundle = readFileSync(at('tile/entries/000'))
    bundle[bundle.length - 5] = 0x39
    writeFileSync(at('tile/entries/000'), bundle)
    await finds(log, [['bundle-altered', 'tile/entries/000', 'leaf 255 is not the one that was signed']])
  })

  it('a leaf and its tile are altered alike: the level above bears neither out', async () => {
    const { log, at } = await inLog()
    const bundle = readFileSync(at('tile/entries/000'))
    bundle[bundle.length - 5] = 0x39
    writeFileSync(at('tile/entries/000'), bundle)
    const length = bundle.readUInt16BE(0)
    const leaf = bundle.subarray(2, 2 + length)
    const tile = readFileSync(at('tile/0/000'))
    createHash('sha256').update(Buffer.of(0)).update(leaf).digest().copy(tile, 0)
    const last = lastOf(bundle)
    createHash('sha256')
      .update(Buffer.of(0))
      .update(last)
      .digest()
      .copy(tile, 255 * 32)
    writeFileSync(at('tile/0/000'), tile)
    await finds(log, [['root-differs', 'checkpoint', 'leaves or checkpoint were altered']])
  })

  it('a bundle of leaves is missing, or ends too early', async () => {
    const { log, at } = await inLog()
    const bundle = readFileSync(at('tile/entries/001.p/46'))
    writeFileSync(at('tile/entries/001.p/46'), bundle.subarray(0, -1))
    rmSync(at('tile/entries/000'))
    await finds(log, [
      ['bundle-missing', 'tile/entries/000', 'is missing'],
      ['bundle-cut-off', 'tile/entries/001.p/46', 'it holds 45 of 46 leaves'],
    ])
  })

  it('a file lies among the tiles that does not belong there', async () => {
    const { log, at } = await inLog()
    writeFileSync(at('tile/0/notes.txt'), 'x')
    await finds(log, [['tile-unknown', 'tile/0/notes.txt', 'does not belong in a log']])
  })

  it('the checkpoint is an older one than the tiles', async () => {
    const copy = await copyFor()
    const folder = logFolder(copy.data, 'northshire')
    const before = readFileSync(join(folder, 'checkpoint'))
    await append(copy.log, [said('publish', entryId(900), 1, '{}')])
    writeFileSync(join(folder, 'checkpoint'), before)
    await finds(folder, [['checkpoint-older', 'checkpoint', 'covers 302 leaves']])
  })

  it('the checkpoint is missing, or no checkpoint', async () => {
    const { log, at } = await inLog()
    writeFileSync(at('checkpoint'), 'shiremoot/northshire\n302\n')
    await finds(log, [['checkpoint-malformed', 'checkpoint', 'not of the form of a checkpoint']])
    rmSync(at('checkpoint'))
    await finds(log, [['checkpoint-missing', 'checkpoint', 'is missing']])
  })

  it('the checkpoint says a number that nothing could hold, signed: what is missing is said, and nobody looks on', async () => {
    const { copy, log, at } = await inLog()
    const key = await loadKey(keyFolder(copy.data, 'northshire'))
    assert.ok(key !== undefined && 'vkey' in key)
    const root = Buffer.alloc(32).toString('base64')
    writeFileSync(at('checkpoint'), signNote(`shiremoot/northshire\n900000000000000\n${root}\n`, key))
    const { faults } = await verifyFolder(log)
    assert.deepEqual(
      faults.map(({ what }) => what),
      ['bundle-missing'],
    )
    assert.match(faults[0]?.words ?? '', /covers 900000000000000 leaves/)
  })

  it('the checkpoint says another root, unsigned', async () => {
    const { log, at } = await inLog()
    edit(at('checkpoint'), (text) =>
      text.replace(/^(\S+\n302\n)\S+/, `$1${Buffer.alloc(32, 7).toString('base64')}`),
    )
    await finds(log, [
      ['signature-wrong', 'checkpoint', 'The signature under checkpoint is wrong'],
      ['root-differs', 'checkpoint', 'and checkpoint says BwcH'],
    ])
  })

  it('the key in the folder is missing, altered, or not the one that was given', async () => {
    const { copy, log, at } = await inLog()
    const key = readFileSync(at('key.pub'), 'utf8')
    const other = await makeKey(join(copy.data, 'other'), 'shiremoot/northshire')
    assert.ok('vkey' in other)
    await finds(
      log,
      [
        ['key-unknown', 'key.pub', 'is not the key that was given'],
        ['key-unknown', 'checkpoint', 'is not signed with the key'],
      ],
      { key: other.vkey },
    )
    await finds(log, [], { key: key.trim() })
    await finds(log, [['key-malformed', '--key', 'no verifier key']], { key: 'nonsense' })
    writeFileSync(at('key.pub'), key.replace('+', '+0'))
    await finds(log, [['key-malformed', 'key.pub', 'was altered']])
    rmSync(at('key.pub'))
    await finds(log, [['key-missing', 'key.pub', 'is missing']])
  })

  it('a log that was gone on with under a new key verifies when the old one is named beside it', async () => {
    const copy = await copyFor()
    const folder = logFolder(copy.data, 'northshire')
    const since = readFileSync(join(folder, 'checkpoint'), 'utf8')
    rmSync(keyFolder(copy.data, 'northshire'), { recursive: true })
    renameSync(join(folder, 'key.pub'), join(folder, 'key-before.pub'))
    await append(await logOf(copy.data), [said('publish', entryId(900), 1, '{"title":"We lost our key"}')])
    await finds(folder, [], { since })
    const [before, now] = ['key-before.pub', 'key.pub'].map((name) =>
      readFileSync(join(folder, name), 'utf8').trim(),
    )
    await finds(folder, [], { since, key: `${now} ${before}` })
    await finds(folder, [['key-unknown', '--since', 'is not signed with the key']], { since, key: now ?? '' })
    rmSync(join(folder, 'key-before.pub'))
    await finds(folder, [['key-unknown', '--since', 'is not signed with the key']], { since })
  })
})

/** The last leaf of a bundle. */
function lastOf(bundle: Buffer): Buffer {
  let at = 0
  for (;;) {
    const end = at + 2 + bundle.readUInt16BE(at)
    if (end >= bundle.length) return bundle.subarray(at + 2, end)
    at = end
  }
}

describe('what an earlier checkpoint shows', () => {
  it('nothing, when the log has only grown since', async () => {
    const copy = await copyFor()
    const since = readFileSync(join(copy.folder, 'log/checkpoint'), 'utf8')
    await append(copy.log, [said('publish', entryId(900), 1, '{}')])
    await copy.seal()
    await finds(copy.folder, [], { since })
  })

  it('a history that was rewritten and signed anew', async () => {
    const copy = await copyFor()
    const since = readFileSync(join(copy.folder, 'log/checkpoint'), 'utf8')
    const acts = someActs()
    acts[40] = said('publish', entryId(37), 1, '{"title":"What we would rather have said"}')
    rmSync(logFolder(copy.data, 'northshire'), { recursive: true })
    rmSync(join(keyFolder(copy.data, 'northshire'), 'last-signed'))
    const log = await logOf(copy.data)
    await append(log, [...acts, said('publish', entryId(900), 1, '{}')])
    await finds(log.folder, [])
    await finds(log.folder, [['history-rewritten', 'checkpoint', 'The first 302 leaves are not those']], {
      since,
    })
  })

  it('a history of which the end was taken away', async () => {
    const copy = await copyFor()
    const since = readFileSync(join(copy.folder, 'log/checkpoint'), 'utf8')
    rmSync(logFolder(copy.data, 'northshire'), { recursive: true })
    rmSync(join(keyFolder(copy.data, 'northshire'), 'last-signed'))
    const log = await logOf(copy.data)
    await append(log, someActs().slice(0, 300))
    await finds(log.folder, [['history-shrunk', 'checkpoint', 'covers 300 leaves']], { since })
  })

  it('something, also when it is none', async () => {
    const copy = await copyFor()
    await finds(copy.folder, [['checkpoint-malformed', '--since', 'not of the form']], { since: 'x' })
  })
})
