/** The Merkle tree of RFC 6962 section 2.1 over leaf hashes: its root, and proofs of inclusion and consistency. */
import { hash as hashOf } from 'node:crypto'

/**
 * What proofs are taken from: the hashes of the tree's perfect subtrees. `node(level, index)` is the hash of the subtree
 * over the leaves from index·2^level up to, and without, (index + 1)·2^level; it is asked only for subtrees that are full.
 */
export type Tree = { readonly size: number; node(level: number, index: number): Buffer | Promise<Buffer> }

const sha256 = (bytes: Uint8Array): Buffer => hashOf('sha256', bytes, 'buffer')

/** SHA-256(0x00 ‖ leaf). */
export const leafHash = (leaf: Uint8Array): Buffer => sha256(Buffer.concat([Uint8Array.of(0), leaf]))

/** 0x01 and room for two hashes; used anew for each node, since nodes are hashed one at a time. */
const NODE = Buffer.alloc(65, 1)

/** SHA-256(0x01 ‖ left ‖ right), of two hashes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  NODE.set(left, 1)
  NODE.set(right, 33)
  return sha256(NODE)
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Buffer => sha256(Buffer.alloc(0))

/** The root of a full subtree from its hashes in order; their number is a power of two. */
export function fullRoot(hashes: readonly Buffer[]): Buffer {
  let level = hashes
  while (level.length > 1) {
    const above: Buffer[] = []
    for (let index = 0; index + 1 < level.length; index += 2) {
      const [left, right] = [level[index], level[index + 1]]
      if (left !== undefined && right !== undefined) above.push(nodeHash(left, right))
    }
    level = above
  }
  const [root] = level
  if (root === undefined) throw new RangeError('A full subtree has at least one hash')
  return root
}

/** The full subtrees that a tree of `size` leaves is made of, from the right: each as its number of leaves. */
export function fullSubtrees(size: number): number[] {
  const found: number[] = []
  for (let width = 1, left = size; left > 0; width *= 2, left = Math.floor(left / 2)) {
    if (left % 2 === 1) found.push(width)
  }
  return found
}

/** The root over leaf hashes. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  let root: Buffer | undefined
  let end = hashes.length
  for (const width of fullSubtrees(hashes.length)) {
    const subtree = fullRoot(hashes.slice(end - width, end))
    root = root === undefined ? subtree : nodeHash(subtree, root)
    end -= width
  }
  return root ?? emptyRoot()
}

/** A tree held in memory, level by level. Leaf hashes are added one by one. */
export class MemoryTree implements Tree {
  readonly #levels: Buffer[][] = [[]]

  constructor(hashes: Iterable<Buffer> = []) {
    for (const hash of hashes) this.add(hash)
  }

  get size(): number {
    return this.#levels[0]?.length ?? 0
  }

  /** Adds a leaf hash, and every node above that it completes. */
  add(hash: Buffer): void {
    let node = hash
    for (let level = 0; ; level += 1) {
      const nodes = this.#levels[level]
      if (nodes === undefined) {
        this.#levels[level] = [node]
        return
      }
      nodes.push(node)
      const left = nodes[nodes.length - 2]
      if (nodes.length % 2 === 1 || left === undefined) return
      node = nodeHash(left, node)
    }
  }

  node(level: number, index: number): Buffer {
    const found = this.#levels[level]?.[index]
    if (found === undefined) throw new RangeError(`The tree has no node ${index} at level ${level}`)
    return found
  }
}

/** The largest power of two below `count`, which is at least 2. */
function split(count: number): number {
  let width = 1
  while (width * 2 < count) width *= 2
  return width
}

/** The root over the leaves from `start` up to `end`, as a tree is split by RFC 6962. */
async function rangeRoot(tree: Tree, start: number, end: number): Promise<Buffer> {
  const count = end - start
  const left = count === 1 ? 1 : split(count)
  if (count === 1) return tree.node(0, start)
  if (left * 2 === count) return tree.node(Math.round(Math.log2(count)), start / count)
  return nodeHash(await rangeRoot(tree, start, start + left), await rangeRoot(tree, start + left, end))
}

function within(tree: Tree, from: number, size: number, what: string): void {
  if (
    !Number.isSafeInteger(from) ||
    !Number.isSafeInteger(size) ||
    from < 0 ||
    from > size ||
    size > tree.size
  )
    throw new RangeError(`No ${what} ${from} in a tree of ${size} leaves, when ${tree.size} are there`)
}

/** The root of the tree when it had `size` leaves. Throws a RangeError when it never had so many. */
export async function rootAt(tree: Tree, size: number): Promise<Buffer> {
  within(tree, 0, size, 'root')
  return size === 0 ? emptyRoot() : rangeRoot(tree, 0, size)
}

/**
 * The proof that the leaf at `index` is in the tree of the first `size` leaves (PATH of RFC 6962 section 2.1.1), lowest
 * first. Throws a RangeError when there is no such leaf.
 */
export async function inclusionProof(tree: Tree, index: number, size: number = tree.size): Promise<Buffer[]> {
  within(tree, index + 1, size, 'leaf before')
  const path: Buffer[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + split(end - start)
    if (index < middle) {
      path.push(await rangeRoot(tree, middle, end))
      end = middle
    } else {
      path.push(await rangeRoot(tree, start, middle))
      start = middle
    }
  }
  return path.toReversed()
}

/**
 * The proof that the tree of `second` leaves begins with the tree of `first` (PROOF of RFC 6962 section 2.1.2); empty when
 * they are the same or the first is empty. Throws a RangeError when the sizes are not so.
 */
export async function consistencyProof(
  tree: Tree,
  first: number,
  second: number = tree.size,
): Promise<Buffer[]> {
  within(tree, first, second, 'tree of')
  if (first === 0 || first === second) return []
  const path: Buffer[] = []
  let [start, end] = [0, second]
  while (end !== first) {
    const middle = start + split(end - start)
    if (first <= middle) {
      path.push(await rangeRoot(tree, middle, end))
      end = middle
    } else {
      path.push(await rangeRoot(tree, start, middle))
      start = middle
    }
  }
  if (start > 0) path.push(await rangeRoot(tree, start, end))
  return path.toReversed()
}
