/** The tree that proofs are taken from: that of the signed checkpoint where the log's files are at hand, and of the record's own leaves otherwise. */
import {
  type Checkpoint,
  DamagedFile,
  inclusionProof,
  keysOf,
  type LogFolder,
  leafHash,
  MemoryTree,
  nodeHash,
  readCheckpoint,
  rootAt,
  signedBy,
  type Tree,
  tilesOf,
} from '../../../log/index.ts'
import { leavesOf, logSize, type PublicRecord } from '../../../record/index.ts'

export type ProvenIn = {
  size: number
  root: Buffer
  /** The signed statement of size and root; null where the files of the log are not at hand or do not go so far yet. */
  checkpoint: Checkpoint | null
  tree: Tree
}

/** What the files of the log say cannot be believed: nothing is proved, whatever the record says of itself. */
export const DAMAGED = 'damaged'

/** How many hashes are read of the record at once. */
const AT_ONCE = 5000

/** The hashes of a log that were read of the record before: a log only grows. */
const trees = new WeakMap<PublicRecord['db'], Map<string, MemoryTree>>()

async function treeOfRecord(ask: PublicRecord): Promise<MemoryTree> {
  const ofDatabase = trees.get(ask.db) ?? new Map<string, MemoryTree>()
  trees.set(ask.db, ofDatabase)
  const tree = ofDatabase.get(ask.authority) ?? new MemoryTree()
  ofDatabase.set(ask.authority, tree)
  for (const size = await logSize(ask); tree.size < size; ) {
    const from = tree.size
    const leaves = await leavesOf(ask, from, Math.min(size, from + AT_ONCE))
    // Whoever asked at the same time may have added them meanwhile.
    if (tree.size === from) for (const { hash } of leaves) tree.add(hash)
  }
  return tree
}

/**
 * The tree in which a leaf is proved. `number` is the leaf; the checkpoint is taken where it covers it. Throws DamagedFile
 * where the files of the log are at hand and cannot be believed.
 */
async function treeFor(ask: PublicRecord, folder: LogFolder | undefined, number: number): Promise<ProvenIn> {
  const checkpoint = folder === undefined ? undefined : await readCheckpoint(folder)
  if (folder !== undefined && checkpoint !== undefined && checkpoint.size > number) {
    const { size, root, note } = checkpoint
    if (!(await keysOf(folder)).some((key) => signedBy(note, key)))
      throw new DamagedFile(`The checkpoint of ${folder} is not signed by its key`)
    return { size, root, checkpoint, tree: tilesOf(folder, size) }
  }
  const tree = await treeOfRecord(ask)
  return { size: tree.size, root: await rootAt(tree, tree.size), checkpoint: null, tree }
}

export type Inclusion = {
  /** The hashes beside the way from the leaf to the root, lowest first. */
  path: Buffer[]
  /** Whether the leaf's own bytes, hashed up that way, give the root. */
  holds: boolean
}

/** The proof that a leaf with these bytes is in a tree, computed and checked. */
async function inclusionOf(proven: ProvenIn, number: number, leaf: Uint8Array): Promise<Inclusion> {
  const path = await inclusionProof(proven.tree, number, proven.size)
  return { path, holds: rootUp(leafHash(leaf), number, proven.size, path)?.equals(proven.root) ?? false }
}

/** The root that a leaf's hash leads to (RFC 9162 section 2.1.3.2); undefined when the path is of another length. */
function rootUp(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | undefined {
  let [node, last, hash] = [index, size - 1, leaf]
  for (const beside of path) {
    if (last === 0) return undefined
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(beside, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
    } else hash = nodeHash(hash, beside)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hash : undefined
}

/** Proves a leaf with these bytes; 'damaged' where the files of the log cannot be read as they must be. */
export async function proveLeaf(
  ask: PublicRecord,
  folder: LogFolder | undefined,
  number: number,
  leaf: Uint8Array,
): Promise<{ proven: ProvenIn; inclusion: Inclusion } | typeof DAMAGED> {
  try {
    const proven = await treeFor(ask, folder, number)
    return { proven, inclusion: await inclusionOf(proven, number, leaf) }
  } catch (failure) {
    if (failure instanceof DamagedFile) return DAMAGED
    throw failure
  }
}

/** What is said in the place of a proof: how long the record's own log is, and that nothing holds. */
export async function unproven(ask: PublicRecord): Promise<{ proven: ProvenIn; inclusion: Inclusion }> {
  const tree = await treeOfRecord(ask)
  const root = await rootAt(tree, tree.size)
  return { proven: { size: tree.size, root, checkpoint: null, tree }, inclusion: { path: [], holds: false } }
}
