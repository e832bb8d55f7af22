/** The tree as files: tiles of 256 hashes and bundles of 256 leaves, at the places that C2SP tlog-tiles gives them. */
import { join } from 'node:path'
import { DamagedFile, readIfThere } from './durable.ts'
import { fullRoot, type Tree } from './tree.ts'

/** How many hashes are in a full tile, and leaves in a full bundle. */
export const TILE = 256
const HASH = 32
/** How many tiles a tree keeps in memory: 8 KB each. */
const KEPT = 64

/** Where a tile is below the log's folder: `tile/0/x001/234`, `tile/entries/000.p/7`. `width` is 256 for a full one. */
export function tilePath(level: number | 'entries', index: number, width: number = TILE): string {
  const groups = [String(index % 1000).padStart(3, '0')]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`)
  return `tile/${level}/${groups.join('/')}${width === TILE ? '' : `.p/${width}`}`
}

/** How many hashes a tile holds in a tree of `size` leaves: 256, fewer in the last one of a level, 0 where there is none. */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE ** level)
  return Math.max(0, Math.min(TILE, hashes - index * TILE))
}

/** How many levels of tiles a tree has. */
export function tileLevels(size: number): number {
  let levels = 0
  while (Math.floor(size / TILE ** levels) > 0) levels += 1
  return levels
}

/** Leaves as a bundle holds them: each after its length in two bytes. Throws on a leaf of 64 KB or more. */
export const bundleOf = (leaves: readonly Uint8Array[]): Buffer =>
  Buffer.concat(
    leaves.flatMap((leaf) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(leaf.length)
      return [length, leaf]
    }),
  )

/** The leaves of a bundle. Throws when it ends within one. */
export function leavesOfBundle(bundle: Buffer, where: string): Buffer[] {
  const leaves: Buffer[] = []
  for (let at = 0; at < bundle.length; ) {
    const end = at + 2 + (at + 2 <= bundle.length ? bundle.readUInt16BE(at) : bundle.length)
    if (end > bundle.length) throw new DamagedFile(`${where} ends within leaf ${leaves.length}`)
    leaves.push(bundle.subarray(at + 2, end))
    at = end
  }
  return leaves
}

/** The hashes of a tile. */
export function hashesOfTile(tile: Buffer): Buffer[] {
  return Array.from({ length: tile.length / HASH }, (_, index) =>
    tile.subarray(index * HASH, (index + 1) * HASH),
  )
}

/** Reads a tile or bundle of a tree of `size` leaves: the partial one, or the full one when the log has grown since. */
export async function readTile(
  folder: string,
  level: number | 'entries',
  index: number,
  width: number,
): Promise<Buffer> {
  const bytes =
    (await readIfThere(join(folder, tilePath(level, index, width)))) ??
    (await readIfThere(join(folder, tilePath(level, index))))
  if (bytes === undefined) throw new DamagedFile(`${join(folder, tilePath(level, index, width))} is missing`)
  if (level === 'entries') return bytes
  if (bytes.length < width * HASH)
    throw new DamagedFile(`${join(folder, tilePath(level, index, width))} is cut off`)
  return bytes.subarray(0, width * HASH)
}

/** The tree of the first `size` leaves, read from the tiles of a log's folder as it is asked. */
export function tilesOf(folder: string, size: number): Tree {
  const kept = new Map<string, Promise<Buffer>>()
  const tile = (level: number, index: number): Promise<Buffer> => {
    const path = tilePath(level, index)
    const reading = kept.get(path) ?? readTile(folder, level, index, tileWidth(level, index, size))
    kept.delete(path)
    kept.set(path, reading)
    for (const [oldest] of kept) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return reading
  }
  return {
    size,
    node: async (level, index) => {
      const tileLevel = Math.floor(level / 8)
      const width = 2 ** (level % 8)
      const first = index * width
      const bytes = await tile(tileLevel, Math.floor(first / TILE))
      const from = (first % TILE) * HASH
      if (from + width * HASH > bytes.length)
        throw new RangeError(`The tree has no node ${index} at level ${level}`)
      return fullRoot(hashesOfTile(bytes.subarray(from, from + width * HASH)))
    },
  }
}

/** The leaves from number `from` up to, and without, `to`, of a tree of `size` leaves. */
export async function leavesIn(folder: string, size: number, from: number, to: number): Promise<Buffer[]> {
  const leaves: Buffer[] = []
  for (let index = Math.floor(from / TILE); index * TILE < to; index += 1) {
    const bundle = await readTile(folder, 'entries', index, tileWidth(0, index, size))
    const all = leavesOfBundle(bundle, tilePath('entries', index))
    leaves.push(...all.slice(Math.max(0, from - index * TILE), to - index * TILE))
  }
  if (leaves.length !== Math.max(0, to - from))
    throw new DamagedFile(`${folder} lacks leaves between ${from} and ${to}`)
  return leaves
}
