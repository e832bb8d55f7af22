/** Times the log: leaves added, in memory and on disk, and proofs made and checked: node bench/log.ts. */
import { createHash, hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  MemoryTree,
  openLogOf,
  rootAt,
  rootOf,
  tilesOf,
} from '../src/log/index.ts'
import { provesConsistency, provesInclusion, verifyFolder } from '../src/verifier/index.ts'

const LEAVES = 100_000
const PROOFS = 10_000
const ROUNDS = 5

const leaves = Array.from({ length: LEAVES }, (_, number) =>
  Buffer.from(
    `{"act":"publish","commitment":"${createHash('sha256').update(String(number)).digest('hex')}","entry":"00000000-0000-4000-8000-${String(number).padStart(12, '0')}","version":1}`,
  ),
)

/** Seconds that an act takes. */
async function seconds(act: () => unknown): Promise<number> {
  const start = performance.now()
  await act()
  return (performance.now() - start) / 1000
}

const median = (of: readonly number[]): number =>
  of.toSorted((one, other) => one - other)[Math.floor(of.length / 2)] ?? 0

const say = (what: string, perSecond: number, ruler?: { name: string; perSecond: number }): void => {
  const ratio =
    ruler === undefined
      ? ''
      : `   ${(perSecond / ruler.perSecond).toFixed(2)} of ${ruler.name} (${Math.round(ruler.perSecond).toLocaleString('en-GB')}/s)`
  console.log(`${what.padEnd(52)} ${Math.round(perSecond).toLocaleString('en-GB').padStart(10)}/s${ratio}`)
}

/** Bare SHA-256, as often and over as many bytes as a tree of the leaves needs: each leaf and each node above them. */
function bareHashes(): void {
  const pair = Buffer.alloc(65)
  for (const leaf of leaves) {
    hash('sha256', leaf, 'buffer')
    hash('sha256', pair, 'buffer')
  }
}

const rulers: number[] = []
const inMemory: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  rulers.push(LEAVES / (await seconds(bareHashes)))
  inMemory.push(LEAVES / (await seconds(() => new MemoryTree(leaves.map(leafHash)))))
}
const ruler = { name: 'bare SHA-256 of as many nodes', perSecond: median(rulers) }
say('leaves added in memory', median(inMemory), ruler)

const data = mkdtempSync(join(tmpdir(), 'shiremoot-bench-'))
const log = await openLogOf(data, 'bench')
if ('refused' in log) throw new Error(log.message)
const appended = async (from: number, to: number): Promise<void> => {
  const outcome = await log.append(leaves.slice(from, to))
  if ('refused' in outcome) throw new Error(outcome.message)
}

/** One file written and synced, which is the least that a durable act can cost. */
async function syncs(count: number): Promise<void> {
  const handle = await open(join(data, 'ruler'), 'w')
  for (let round = 0; round < count; round += 1) {
    await handle.write(Buffer.alloc(4_096), 0, 4_096, 0)
    await handle.sync()
  }
  await handle.close()
}

const ONE_BY_ONE = 300
const oneByOne = await seconds(async () => {
  for (let number = 0; number < ONE_BY_ONE; number += 1) await appended(number, number + 1)
})
const synced = {
  name: 'bare syncs of one file',
  perSecond: ONE_BY_ONE / (await seconds(() => syncs(ONE_BY_ONE))),
}
say('leaves added durably, signed one by one', ONE_BY_ONE / oneByOne, synced)
const BATCH = 1_000
const batches = await seconds(async () => {
  for (let from = ONE_BY_ONE; from < 50_000; from += BATCH)
    await appended(from, Math.min(50_000, from + BATCH))
})
say(
  `leaves added durably, signed ${BATCH.toLocaleString('en-GB')} at a time`,
  (50_000 - ONE_BY_ONE) / batches,
  ruler,
)
await appended(50_000, LEAVES)

const memory = new MemoryTree(leaves.map(leafHash))
const root = rootOf(leaves.map(leafHash))
const at = (round: number): number => (round * 7_919) % LEAVES
for (const [name, tree] of [
  ['memory', memory],
  ['tiles', tilesOf(log.folder, LEAVES)],
] as const) {
  let longest = 0
  const made = await seconds(async () => {
    for (let round = 0; round < PROOFS; round += 1)
      longest = Math.max(longest, (await inclusionProof(tree, at(round), LEAVES)).length)
  })
  say(`proofs of inclusion from ${name}, up to ${longest} hashes`, PROOFS / made)
}
const checked = await seconds(async () => {
  for (let round = 0; round < PROOFS; round += 1) {
    const index = at(round)
    const path = await inclusionProof(memory, index, LEAVES)
    if (!provesInclusion({ index, size: LEAVES, path }, memory.node(0, index), root))
      throw new Error('not proved')
  }
})
say('proofs of inclusion made and checked', PROOFS / checked)
const firsts = await Promise.all(Array.from({ length: 100 }, (_, round) => rootAt(memory, at(round) + 1)))
const consistent = await seconds(async () => {
  for (let round = 0; round < PROOFS; round += 1) {
    const first = at(round % 100) + 1
    const path = await consistencyProof(memory, first, LEAVES)
    if (!provesConsistency({ first, second: LEAVES, path }, firsts[round % 100] ?? root, root))
      throw new Error('not proved')
  }
})
say('proofs of consistency made and checked', PROOFS / consistent)
const verified = await seconds(async () => {
  const report = await verifyFolder(log.folder)
  if (!report.ok) throw new Error(report.faults.map(({ words }) => words).join('\n'))
})
say('leaves verified from the files', LEAVES / verified, ruler)
rmSync(data, { recursive: true })
