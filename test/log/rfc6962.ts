/** The definitions of RFC 6962 section 2.1, written out as they stand there: the reference for the log's tree and proofs. */
import { createHash } from 'node:crypto'

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()

/** The largest power of two smaller than n. */
function k(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/** A list D[n], and the hash trees over its pieces as they were worked out before. */
export class Reference {
  readonly #data: readonly Uint8Array[]
  readonly #known = new Map<string, Buffer>()

  constructor(data: readonly Uint8Array[]) {
    this.#data = data
  }

  /** MTH(D[from:to]). Worked out once for each piece, always by the definition. */
  mth(from: number, to: number): Buffer {
    const key = `${from}:${to}`
    const known = this.#known.get(key) ?? this.#mth(from, to)
    this.#known.set(key, known)
    return known
  }

  #mth(from: number, to: number): Buffer {
    const n = to - from
    if (n === 0) return sha256()
    if (n === 1) return sha256(Buffer.from([0x00]), this.#data[from] ?? Buffer.alloc(0))
    return sha256(Buffer.from([0x01]), this.mth(from, from + k(n)), this.mth(from + k(n), to))
  }

  /** PATH(m, D[from:to]). */
  path(m: number, from: number, to: number): Buffer[] {
    const n = to - from
    if (n === 1) return []
    const split = k(n)
    return m < split
      ? [...this.path(m, from, from + split), this.mth(from + split, to)]
      : [...this.path(m - split, from + split, to), this.mth(from, from + split)]
  }

  /** PROOF(m, D[0:n]). */
  proof(m: number, n: number): Buffer[] {
    return this.#subproof(m, 0, n, true)
  }

  /** SUBPROOF(m, D[from:to], b). */
  #subproof(m: number, from: number, to: number, b: boolean): Buffer[] {
    const n = to - from
    if (m === n) return b ? [] : [this.mth(from, to)]
    const split = k(n)
    return m <= split
      ? [...this.#subproof(m, from, from + split, b), this.mth(from + split, to)]
      : [...this.#subproof(m - split, from + split, to, false), this.mth(from, from + split)]
  }
}
