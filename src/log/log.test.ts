/** The log only grows, survives being killed anywhere, and signs nothing that disagrees with what it signed. */
import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import {
  leavesIn,
  logFolder,
  openLogOf,
  publicFiles,
  readCheckpoint,
  rootAt,
  tilePath,
  tilesOf,
} from './index.ts'
import { aDataFolder, appended, leaf, leaves, refused, rootOfFirst } from './testing.ts'

const { data, folder, keys, open } = aDataFolder()

describe('a log that grows', () => {
  it('has at every size the root of its leaves, on disk too, and gives the leaves back', async () => {
    let log = await open()
    for (const size of [0, 1, 2, 255, 256, 257, 300, 511, 512, 513, 1_024, 1_100]) {
      await appended(log, size)
      const checkpoint = await readCheckpoint(folder())
      assert.equal(checkpoint?.size, size)
      assert.equal(checkpoint.root.toString('hex'), rootOfFirst(size))
      assert.equal((await rootAt(tilesOf(folder(), size), size)).toString('hex'), rootOfFirst(size))
      assert.deepEqual(await leavesIn(folder(), size, 0, size), leaves(0, size))
      log = await open()
      assert.equal(log.size, size)
    }
    assert.deepEqual(await leavesIn(folder(), 1_100, 250, 520), leaves(250, 520))
  })

  it('is the same, file for file, however its leaves came', async () => {
    await appended(await open(), 700)
    const atOnce = new Map<string, string>()
    for (const path of await publicFiles(folder()))
      atOnce.set(path, readFileSync(join(folder(), path), 'hex'))
    rmSync(folder(), { recursive: true })
    rmSync(join(keys(), 'last-signed'))
    const log = await open()
    for (const size of [3, 256, 260, 511, 699, 700]) await appended(log, size)
    const files = await publicFiles(folder())
    assert.deepEqual(files, [...atOnce.keys()])
    for (const path of files) assert.equal(readFileSync(join(folder(), path), 'hex'), atOnce.get(path), path)
  })

  it('keeps the tiles of earlier checkpoints until they are full', async () => {
    const log = await open()
    for (const size of [3, 7, 255]) await appended(log, size)
    assert.deepEqual(readdirSync(join(folder(), 'tile/0/000.p')).toSorted(), ['255', '3', '7'])
    await appended(log, 256)
    assert.deepEqual(readdirSync(join(folder(), 'tile/0')), ['000'])
    assert.deepEqual(readdirSync(join(folder(), 'tile/entries')), ['000'])
  })

  it('adds nothing when there is nothing new', async () => {
    const log = await open()
    await appended(log, 5)
    const before = readFileSync(join(folder(), 'checkpoint'), 'hex')
    await appended(log, 5)
    assert.deepEqual(await log.append(leaves(0, 5), 0), { size: 5, root: log.root })
    assert.equal(readFileSync(join(folder(), 'checkpoint'), 'hex'), before)
  })

  it('puts large tile numbers where tlog-tiles puts them', () => {
    assert.equal(tilePath(0, 1_234_067), 'tile/0/x001/x234/067')
    assert.equal(tilePath(3, 1_000, 17), 'tile/3/x001/000.p/17')
    assert.equal(tilePath('entries', 0, 1), 'tile/entries/000.p/1')
  })
})

describe('a log that is killed', () => {
  it('goes on from any state that a writer left between its files', async () => {
    const log = await open()
    await appended(log, 250)
    cpSync(data(), `${data()}-before`, { recursive: true })
    await appended(log, 300)
    const written = [...(await publicFiles(folder())), 'last-signed']
    // The order of writing is tiles, what the key remembers, checkpoint; here each number of them had arrived.
    const order = written.filter((path) => path !== 'checkpoint' && path !== 'key.pub')
    for (let arrived = 0; arrived <= order.length; arrived += 1) {
      const state = mkdtempSync(join(tmpdir(), 'shiremoot-log-'))
      cpSync(`${data()}-before`, state, { recursive: true })
      for (const path of order.slice(0, arrived)) {
        const place = path === 'last-signed' ? 'keys/kent' : 'log/kent'
        cpSync(join(data(), place, path), join(state, place, path))
      }
      writeFileSync(join(state, 'log/kent/checkpoint.aside'), 'half')
      const again = await openLogOf(state, 'kent')
      if (isRefusal(again)) assert.fail(again.message)
      assert.equal(again.size, 250)
      // Meanwhile more was published.
      await appended(again, 320)
      assert.deepEqual(await leavesIn(logFolder(state, 'kent'), 320, 0, 320), leaves(0, 320))
      rmSync(state, { recursive: true })
    }
    rmSync(`${data()}-before`, { recursive: true })
  })

  it('leaves nothing of leaves that were never signed and are others now', async () => {
    const log = await open()
    await appended(log, 10)
    mkdirSync(join(folder(), 'tile/0/000.p'), { recursive: true })
    for (const kind of ['0', 'entries'])
      writeFileSync(join(folder(), `tile/${kind}/000.p/12`), 'never signed')
    await appended(log, 14)
    assert.deepEqual(readdirSync(join(folder(), 'tile/0/000.p')).toSorted(), ['10', '14'])
    assert.deepEqual(readdirSync(join(folder(), 'tile/entries/000.p')).toSorted(), ['10', '14'])
  })

  it('takes over the lock of a writer that is gone, and not that of one that writes', async () => {
    const log = await open()
    writeFileSync(join(folder(), 'writing'), '999999999')
    await appended(log, 3)
    assert.ok(!existsSync(join(folder(), 'writing')))
    writeFileSync(join(folder(), 'writing'), '1')
    refused(await log.append(leaves(3, 4)), 'log-in-use')
    assert.equal(log.size, 3)
  })
})

/** Expects that an act leaves the checkpoint as it is. */
async function unchanged(act: () => Promise<void>): Promise<void> {
  const before = readFileSync(join(folder(), 'checkpoint'), 'hex')
  await act()
  assert.equal(readFileSync(join(folder(), 'checkpoint'), 'hex'), before)
}

describe('a log refuses, and signs nothing', () => {
  it('leaves that differ from those it has, and says which', async () => {
    const log = await open()
    await appended(log, 300)
    await unchanged(async () => {
      const altered = [...leaves(0, 41), leaf(4_100), ...leaves(42, 310)]
      const outcome = await log.append(altered, 0)
      refused(outcome, 'log-forked')
      assert.match(outcome.message, /Leaf 41 /)
      refused(await log.agrees([leaf(7)], 299), 'log-forked')
      assert.equal(await log.agrees(leaves(250, 300), 250), undefined)
    })
  })

  it('fewer leaves than it has', async () => {
    const log = await open()
    await appended(log, 30)
    await unchanged(async () => refused(await log.append(leaves(0, 29), 0), 'log-shrunk'))
  })

  it('leaves that leave some out', async () => {
    const log = await open()
    await appended(log, 30)
    await unchanged(async () => refused(await log.append(leaves(31, 32), 31), 'log-gap'))
  })

  it('another history, also when its own folder was put back to an earlier state or taken away', async () => {
    await appended(await open(), 20)
    cpSync(folder(), `${data()}-earlier`, { recursive: true })
    await appended(await open(), 30)
    for (const putBack of [
      () => cpSync(`${data()}-earlier`, folder(), { recursive: true }),
      () => undefined,
    ]) {
      rmSync(folder(), { recursive: true })
      putBack()
      const log = await open()
      refused(await log.append([...leaves(log.size, 29), leaf(99), leaf(30)]), 'log-forked')
      refused(await log.append(leaves(log.size, 29)), 'log-shrunk')
      await appended(log, 31)
    }
    rmSync(`${data()}-earlier`, { recursive: true })
  })

  it('going on beside another process that writes the same log', async () => {
    const [one, other] = [await open(), await open()]
    await appended(one, 5)
    refused(await other.append(leaves(0, 6)), 'log-in-use')
    await appended(one, 7)
  })

  it('a folder whose tiles or checkpoint were altered', async () => {
    await appended(await open(), 300)
    for (const path of ['tile/0/001.p/44', 'tile/entries/001.p/44', 'tile/1/000.p/1', 'checkpoint']) {
      const bytes = readFileSync(join(folder(), path))
      const changed = Buffer.from(bytes)
      changed[30] = (changed[30] ?? 0) ^ 1
      writeFileSync(join(folder(), path), changed)
      refused(await openLogOf(data(), 'kent'), 'log-damaged')
      rmSync(join(folder(), path))
      if (path !== 'checkpoint') refused(await openLogOf(data(), 'kent'), 'log-damaged')
      writeFileSync(join(folder(), path), bytes)
    }
    assert.equal((await open()).size, 300)
  })

  it('two checkpoints of one size with different roots', async () => {
    await appended(await open(), 3)
    const theirs = mkdtempSync(join(tmpdir(), 'shiremoot-log-'))
    mkdirSync(join(theirs, 'keys/kent'), { recursive: true })
    cpSync(join(keys(), 'log.key'), join(theirs, 'keys/kent/log.key'))
    const log = await openLogOf(theirs, 'kent')
    if (isRefusal(log)) assert.fail(log.message)
    await log.append(leaves(5, 8))
    cpSync(join(theirs, 'keys/kent/last-signed'), join(keys(), 'last-signed'))
    refused(await openLogOf(data(), 'kent'), 'log-forked')
    rmSync(theirs, { recursive: true })
  })
})
