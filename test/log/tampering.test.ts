/** Whatever one changes in a copy or a log is found: 200 random changes, each put back before the next. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type Report, verifyFolder } from '../../src/verifier/index.ts'
import { aCopy, type Copy, someActs } from './a-copy.ts'

/** How many places are changed; SHIREMOOT_TAMPERINGS asks for more. */
const PLACES = Number(process.env['SHIREMOOT_TAMPERINGS'] ?? 200)

/** Numbers that look random and are the same in each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

type Change = { name: string; paths: string[]; make: () => void; undo: () => void }

/** One change of the files in a folder, by chance: a bit, a cut, two that change places, one gone, one more. */
function changeIn(folder: string, files: readonly string[], random: () => number): Change {
  const pick = (): string => files[Math.floor(random() * files.length)] ?? ''
  const path = pick()
  const bytes = readFileSync(join(folder, path))
  const put = (where: string, what: Uint8Array): void => writeFileSync(join(folder, where), what)
  const undo = (): void => put(path, bytes)
  const kind = random()
  if (kind < 0.6) {
    const bit = Math.floor(random() * bytes.length * 8)
    const changed = Buffer.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return { name: `bit ${bit} of ${path} flipped`, paths: [path], make: () => put(path, changed), undo }
  }
  if (kind < 0.7) {
    const length = Math.floor(random() * bytes.length)
    return {
      name: `${path} cut to ${length} bytes`,
      paths: [path],
      make: () => put(path, bytes.subarray(0, length)),
      undo,
    }
  }
  if (kind < 0.8) return { name: `${path} gone`, paths: [path], make: () => rmSync(join(folder, path)), undo }
  if (kind < 0.9) {
    let other = pick()
    while (readFileSync(join(folder, other)).equals(bytes)) other = pick()
    const others = readFileSync(join(folder, other))
    const swap = (one: Uint8Array, two: Uint8Array) => (): void => {
      put(path, one)
      put(other, two)
    }
    return {
      name: `${path} and ${other} swapped`,
      paths: [path, other],
      make: swap(others, bytes),
      undo: swap(bytes, others),
    }
  }
  const extra = `${path}.${Math.floor(random() * 1000)}`
  return {
    name: `${extra} added`,
    paths: [extra],
    make: () => put(extra, bytes),
    undo: () => rmSync(join(folder, extra)),
  }
}

async function tamper(folder: string, files: readonly string[], seed: number, exact: boolean): Promise<void> {
  const random = numbers(seed)
  let found = 0
  for (let place = 0; place < PLACES; place += 1) {
    const change = changeIn(folder, files, () => random.next().value)
    change.make()
    const report = await verifyFolder(folder)
    change.undo()
    assert.equal(report.ok, false, `not found: ${change.name}`)
    const places = report.faults.map((fault) => fault.place)
    const named = change.paths.some((path) => places.includes(path))
    if (exact) assert.ok(named, `${change.name} is found, but not named: ${places.join(', ')}`)
    found += 1
  }
  assert.equal(found, PLACES)
}

const clean = (report: Report): void => {
  assert.deepEqual(report.faults, [])
  assert.ok(report.ok)
}

describe('one change in a random place', () => {
  let copy: Copy
  before(async () => {
    copy = await aCopy()
  })
  after(() => copy.remove())

  it(`of a copy is found ${PLACES} times out of ${PLACES}, and its file is named`, async () => {
    clean(await verifyFolder(copy.folder))
    await tamper(copy.folder, copy.files(), 1, true)
    clean(await verifyFolder(copy.folder))
  })

  it(`of a log alone is found ${PLACES} times out of ${PLACES}, and its file is named`, async () => {
    const log = join(copy.folder, 'log')
    const files = copy.files().filter((path) => path.startsWith('log/'))
    const names = files.map((path) => path.slice('log/'.length))
    clean(await verifyFolder(log))
    // What is added beside tiles is no part of a log unless it lies among them.
    await tamper(
      log,
      names.filter((path) => path.startsWith('tile/')),
      2,
      true,
    )
    clean(await verifyFolder(log))
  })

  it('of the checkpoint or the key of a log alone: every single bit is found', async () => {
    const small = await aCopy(someActs().slice(0, 3))
    const log = join(small.folder, 'log')
    for (const name of ['checkpoint', 'key.pub']) {
      const bytes = readFileSync(join(log, name))
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Buffer.from(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        writeFileSync(join(log, name), changed)
        const report = await verifyFolder(log)
        assert.equal(report.ok, false, `bit ${bit} of ${name} was not found`)
      }
      writeFileSync(join(log, name), bytes)
    }
    clean(await verifyFolder(log))
    small.remove()
  })
})
