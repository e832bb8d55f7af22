/** The log's proofs against RFC 6962 written out by definition, and against the verifier, which shares no code with it. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { consistencyProof, inclusionProof, leafHash, MemoryTree, rootAt } from '../../src/log/index.ts'
import { provesConsistency, provesInclusion } from '../../src/verifier/index.ts'
import { Reference } from './rfc6962.ts'

/** Proofs of each kind; SHIREMOOT_PROOFS asks for more. */
const PROOFS = Number(process.env['SHIREMOOT_PROOFS'] ?? 100_000) / 2
const LARGEST = 1_024

const leaves = Array.from({ length: LARGEST }, (_, number) =>
  Buffer.from(`what was published as number ${number}`),
)
const reference = new Reference(leaves)
const tree = new MemoryTree(leaves.map(leafHash))
const roots = Array.from({ length: LARGEST + 1 }, (_, size) => reference.mth(0, size))
const hashes = leaves.map((_, at) => reference.mth(at, at + 1))

/** Numbers that look random and are the same in each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state
  }
}
const random = numbers(20_261_122)
const below = (limit: number): number => Math.floor((random.next().value / 2 ** 32) * limit)

/** The pairs of 0 ≤ first < second ≤ 1,024 in the order of a walk that meets every size; all of them when asked for enough. */
function* pairs(count: number): Generator<[number, number]> {
  for (let made = 0, distance = 1; made < count; distance = (distance % LARGEST) + 1) {
    for (let second = distance; second <= LARGEST && made < count; second += 1, made += 1)
      yield [second - distance, second]
  }
}

const flipped = (bytes: Uint8Array): Buffer => {
  const copy = Buffer.from(bytes)
  const bit = below(copy.length * 8)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

/** Flips one bit in one of the hashes. */
const withOneFlipped = (of: readonly Buffer[]): Buffer[] => {
  const at = below(of.length)
  return of.map((hash, index) => (index === at ? flipped(hash) : hash))
}

/** Compares two proofs without the cost of a message. */
const same = (one: readonly Buffer[], other: readonly Buffer[]): boolean =>
  one.length === other.length && one.every((hash, at) => hash.equals(other[at] ?? Buffer.alloc(0)))

describe('proofs of the log', () => {
  it('every root from no leaf to 1,024 is that of the definition', async () => {
    for (const [size, root] of roots.entries())
      assert.deepEqual(await rootAt(tree, size), root, `size ${size}`)
  })

  it(`${PROOFS} proofs of inclusion are those of the definition, are accepted, and not with a bit flipped`, async () => {
    const sizes = new Set<number>()
    let checked = 0
    for (const [index, size] of pairs(PROOFS)) {
      const path = await inclusionProof(tree, index, size)
      const [hash, root] = [hashes[index], roots[size]]
      assert.ok(hash && root)
      if (!same(path, reference.path(index, 0, size))) assert.fail(`the path of leaf ${index} in ${size}`)
      const proof = { index, size, path }
      if (!provesInclusion(proof, hash, root)) assert.fail(`leaf ${index} in ${size} is not accepted`)
      const [wrongHash = hash, wrongRoot = root, ...wrongPath] = withOneFlipped([hash, root, ...path])
      if (provesInclusion({ index, size, path: wrongPath }, wrongHash, wrongRoot))
        assert.fail(`leaf ${index} in ${size} is accepted with a bit flipped`)
      sizes.add(size)
      checked += 1
    }
    assert.equal(checked, PROOFS)
    assert.equal(sizes.size, LARGEST, 'all sizes from 1 to 1,024 were met')
  })

  it(`${PROOFS} proofs of consistency are those of the definition, are accepted, and not with a bit flipped`, async () => {
    let checked = 0
    for (const [earlier, second] of pairs(PROOFS)) {
      const first = earlier + 1
      const path = await consistencyProof(tree, first, second)
      const [one, other] = [roots[first], roots[second]]
      assert.ok(one && other)
      if (!same(path, reference.proof(first, second))) assert.fail(`the proof from ${first} to ${second}`)
      const proof = { first, second, path }
      if (!provesConsistency(proof, one, other)) assert.fail(`${first} to ${second} is not accepted`)
      const [wrongOne = one, wrongOther = other, ...wrongPath] = withOneFlipped([one, other, ...path])
      if (provesConsistency({ first, second, path: wrongPath }, wrongOne, wrongOther))
        assert.fail(`${first} to ${second} is accepted with a bit flipped`)
      checked += 1
    }
    assert.equal(checked, PROOFS)
  })

  it('a proof that is too short, too long or of other sizes is not accepted', async () => {
    for (let round = 0; round < 2_000; round += 1) {
      const second = 2 + below(LARGEST - 1)
      const first = 1 + below(second - 1)
      const [hash, one, other] = [hashes[first], roots[first], roots[second]]
      assert.ok(hash && one && other)
      const [inclusion, consistency] = [
        await inclusionProof(tree, first, second),
        await consistencyProof(tree, first, second),
      ]
      for (const change of [
        (path: Buffer[]) => path.slice(1),
        (path: Buffer[]) => path.slice(0, -1),
        (path: Buffer[]) => [...path, other],
        (path: Buffer[]) => [other, ...path],
        (path: Buffer[]) => [...path.slice(0, -1), Buffer.alloc(0)],
        (path: Buffer[]) => [...path.slice(0, -1), Buffer.concat([path.at(-1) ?? other, Buffer.of(0)])],
      ]) {
        assert.ok(!provesInclusion({ index: first, size: second, path: change(inclusion) }, hash, other))
        assert.ok(!provesConsistency({ first, second, path: change(consistency) }, one, other))
      }
      assert.ok(!provesConsistency({ first, second, path: consistency }, other, one))
    }
  })

  it('a proof for another place is not accepted', async () => {
    for (let round = 0; round < 1_000; round += 1) {
      const size = 2 + below(LARGEST - 1)
      const index = below(size)
      const other = (index + 1 + below(size - 1)) % size
      const path = await inclusionProof(tree, index, size)
      const [hash, root] = [hashes[index], roots[size]]
      assert.ok(hash && root)
      assert.equal(
        provesInclusion({ index: other, size, path }, hash, root),
        false,
        `${index} as ${other} of ${size}`,
      )
    }
  })

  it('asking for what there never was is an error, not a proof', async () => {
    await assert.rejects(inclusionProof(tree, 5, 5), RangeError)
    await assert.rejects(inclusionProof(tree, 0, LARGEST + 1), RangeError)
    await assert.rejects(consistencyProof(tree, 9, 8), RangeError)
    await assert.rejects(rootAt(tree, -1), RangeError)
    assert.equal(
      provesInclusion({ index: 5, size: 5, path: [] }, leafHash(Buffer.of()), leafHash(Buffer.of())),
      false,
    )
  })
})
