/** The right edge of a log: the hashes and leaves in its unfinished tiles, which is all that appending needs. */
import { DamagedFile } from './durable.ts'
import { type LogFolder } from './folder.ts'
import {
  bundleOf,
  hashesOfTile,
  leavesOfBundle,
  readTile,
  TILE,
  tileLevels,
  tilePath,
  tileWidth,
} from './tiles.ts'
import { emptyRoot, fullRoot, fullSubtrees, leafHash, nodeHash } from './tree.ts'

/** A tile or bundle to be written. */
export type TileFile = {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
  readonly bytes: Buffer
}

export class Edge {
  size = 0
  /** For each level, the hashes of its last tile as far as it goes; empty when that tile is full. */
  readonly #levels: Buffer[][]
  /** The leaves of the last bundle, when it is not full. */
  readonly #leaves: Buffer[]
  /** Tiles and bundles that were filled since the edge was made. */
  readonly #filled: TileFile[] = []

  private constructor(size: number, levels: Buffer[][], leaves: Buffer[]) {
    this.size = size
    this.#levels = levels
    this.#leaves = leaves
  }

  static empty(): Edge {
    return new Edge(0, [], [])
  }

  /** Reads the edge of a tree of `size` leaves. Throws when a file of it is missing or cut off. */
  static async read(folder: LogFolder, size: number): Promise<Edge> {
    const levels: Buffer[][] = []
    for (let level = 0; level < tileLevels(size); level += 1) {
      const width = Math.floor(size / TILE ** level) % TILE
      const index = Math.floor(size / TILE ** (level + 1))
      levels.push(width === 0 ? [] : hashesOfTile(await readTile(folder, level, index, width)))
    }
    const width = size % TILE
    const index = Math.floor(size / TILE)
    const bundle = width === 0 ? Buffer.alloc(0) : await readTile(folder, 'entries', index, width)
    const leaves = leavesOfBundle(bundle, tilePath('entries', index)).slice(0, width)
    if (
      leaves.some((leaf, at) => levels[0]?.[at]?.equals(leafHash(leaf)) !== true) ||
      leaves.length !== width
    )
      throw new DamagedFile(`${tilePath('entries', index, width)} does not hold the leaves of its tile`)
    return new Edge(size, levels, leaves)
  }

  /** A copy to try something on. */
  copy(): Edge {
    return new Edge(
      this.size,
      this.#levels.map((hashes) => [...hashes]),
      [...this.#leaves],
    )
  }

  add(leaf: Buffer): void {
    const index = Math.floor(this.size / TILE)
    this.size += 1
    this.#leaves.push(leaf)
    if (this.#leaves.length === TILE) {
      this.#filled.push({ level: 'entries', index, width: TILE, bytes: bundleOf(this.#leaves) })
      this.#leaves.length = 0
    }
    let hash = leafHash(leaf)
    for (let level = 0; ; level += 1) {
      const hashes = (this.#levels[level] ??= [])
      hashes.push(hash)
      if (hashes.length < TILE) return
      const filled = this.size / TILE ** (level + 1) - 1
      this.#filled.push({ level, index: filled, width: TILE, bytes: Buffer.concat(hashes) })
      hash = fullRoot(hashes)
      hashes.length = 0
    }
  }

  root(): Buffer {
    let root: Buffer | undefined
    for (const hashes of this.#levels) {
      let end = hashes.length
      for (const width of fullSubtrees(hashes.length)) {
        const subtree = fullRoot(hashes.slice(end - width, end))
        root = root === undefined ? subtree : nodeHash(subtree, root)
        end -= width
      }
    }
    return root ?? emptyRoot()
  }

  /** Every file that has to be written since the tree had `since` leaves: full ones, and the unfinished ones that changed. */
  filesSince(since: number): TileFile[] {
    const files = [...this.#filled]
    for (const [level, hashes] of this.#levels.entries()) {
      const index = Math.floor(this.size / TILE ** (level + 1))
      const width = hashes.length
      if (width > 0 && width !== tileWidth(level, index, since))
        files.push({ level, index, width, bytes: Buffer.concat(hashes) })
    }
    const width = this.#leaves.length
    if (width > 0 && this.size !== since)
      files.push({
        level: 'entries',
        index: Math.floor(this.size / TILE),
        width,
        bytes: bundleOf(this.#leaves),
      })
    return files
  }
}
