/** Hash trees as RFC 6962 section 2.1 defines them, and how RFC 9162 section 2.1 tells a proof to be checked. */
import { hash as hashOf } from 'node:crypto'

/** SHA-256 of bytes, or of text in UTF-8. */
export const digest = (bytes: Uint8Array | string): Buffer => hashOf('sha256', bytes, 'buffer')

/** The hash that stands for an entry of the log. */
export const hashOfEntry = (entry: Uint8Array): Buffer => digest(Buffer.concat([Buffer.of(0x00), entry]))

const PAIR = Buffer.alloc(65, 0x01)

/** The hash that stands for two hashes side by side. */
export function hashOfPair(left: Uint8Array, right: Uint8Array): Buffer {
  PAIR.set(left, 1)
  PAIR.set(right, 33)
  return digest(PAIR)
}

/** Takes hashes one after another and tells the root at any moment; holds one hash for each bit of their number. */
export class Peaks {
  /** Roots of full trees, the widest first. */
  readonly #peaks: { width: number; hash: Buffer }[] = []
  count = 0

  add(hash: Buffer): void {
    let peak = { width: 1, hash }
    this.count += 1
    for (let last = this.#peaks.at(-1); last?.width === peak.width; last = this.#peaks.at(-1)) {
      peak = { width: peak.width * 2, hash: hashOfPair(last.hash, peak.hash) }
      this.#peaks.pop()
    }
    this.#peaks.push(peak)
  }

  root(): Buffer {
    const last = this.#peaks.at(-1)
    if (last === undefined) return digest('')
    return this.#peaks.slice(0, -1).reduceRight((right, { hash }) => hashOfPair(hash, right), last.hash)
  }
}

/** The root over the first `count` hashes of a row of them, 32 bytes each. */
export function rootOver(row: Buffer, count: number = row.length / 32): Buffer {
  const peaks = new Peaks()
  for (let at = 0; at < count; at += 1) peaks.add(row.subarray(at * 32, at * 32 + 32))
  return peaks.root()
}

/** RFC 9162 section 2.1.3.2: whether a path shows that the tree of `size` leaves with `root` has `hash` at `index`. */
export function provesInclusion(
  proof: { index: number; size: number; path: readonly Uint8Array[] },
  hash: Uint8Array,
  root: Uint8Array,
): boolean {
  if (proof.index < 0 || proof.index >= proof.size) return false
  let [fn, sn] = [proof.index, proof.size - 1]
  let r: Uint8Array = hash
  for (const p of proof.path) {
    if (sn === 0 || p.length !== 32) return false
    if (fn % 2 === 1 || fn === sn) {
      r = hashOfPair(p, r)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    } else {
      r = hashOfPair(r, p)
    }
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 && Buffer.compare(r, root) === 0
}

/** RFC 9162 section 2.1.4.2: whether a path shows that the tree of `first` leaves is the beginning of that of `second`. */
export function provesConsistency(
  proof: { first: number; second: number; path: readonly Uint8Array[] },
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): boolean {
  const { first, second, path } = proof
  if (first < 0 || first > second) return false
  // An empty tree is the beginning of any, and a tree of itself: there is nothing to prove, and nothing may be given.
  if (first === 0) return path.length === 0 && Buffer.compare(digest(''), firstRoot) === 0
  if (first === second) return path.length === 0 && Buffer.compare(firstRoot, secondRoot) === 0
  const isPowerOfTwo = Number.isInteger(Math.log2(first))
  const [start, ...rest] = isPowerOfTwo ? [firstRoot, ...path] : path
  if (start?.length !== 32 || path.length === 0) return false
  let [fn, sn] = [first - 1, second - 1]
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  let [fr, sr]: [Uint8Array, Uint8Array] = [start, start]
  for (const c of rest) {
    if (sn === 0 || c.length !== 32) return false
    if (fn % 2 === 1 || fn === sn) {
      fr = hashOfPair(c, fr)
      sr = hashOfPair(c, sr)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    } else {
      sr = hashOfPair(sr, c)
    }
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 && Buffer.compare(fr, firstRoot) === 0 && Buffer.compare(sr, secondRoot) === 0
}
