/** Where the log of an authority lies in the data folder, and which of its files are for everyone. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCheckpoint } from './checkpoint.ts'
import { isThere } from './durable.ts'
import { TILE, tileLevels, tilePath, tileWidth } from './tiles.ts'

/** A log's folder: checkpoint, tiles, bundles, `key.pub`. A path. */
export type LogFolder = string

export const PUBLIC_KEY_FILE = 'key.pub'
/** The newest checkpoint that a witness has cosigned; the log may have grown since. */
export const WITNESSED_FILE = 'checkpoint-witnessed'
export const WITNESSES_FILE = 'witnesses.json'

/** The log's public folder. */
export const logFolder = (dataDir: string, authority: string): LogFolder => join(dataDir, 'log', authority)

/** The folder of the key that signs it: nobody's business but its owner's. */
export const keyFolder = (dataDir: string, authority: string): string => join(dataDir, 'keys', authority)

/** The name by which a log and its key go in checkpoints. */
export const originOf = (authority: string): string => `shiremoot/${authority}`

/** `key.pub`, and the keys that signed before it: `key-….pub`. */
export async function publicKeyFiles(folder: LogFolder): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter((name) => /^key(-[\w.-]+)?\.pub$/.test(name)).toSorted()
}

/**
 * The files of the log that stand for its present checkpoint, as paths below its folder, in order: what a copy of it
 * needs. Empty before the first checkpoint. Partial tiles of earlier checkpoints are left out.
 */
export async function publicFiles(folder: LogFolder): Promise<string[]> {
  const checkpoint = await readCheckpoint(folder)
  if (checkpoint === undefined) return []
  const { size } = checkpoint
  const files = ['checkpoint', ...(await publicKeyFiles(folder))]
  for (const name of [WITNESSED_FILE, WITNESSES_FILE]) {
    if (await isThere(join(folder, name))) files.push(name)
  }
  for (let level = 0; level < tileLevels(size); level += 1) {
    for (let index = 0, width = TILE; width === TILE; index += 1) {
      width = tileWidth(level, index, size)
      if (width > 0) files.push(tilePath(level, index, width))
      if (width > 0 && level === 0) files.push(tilePath('entries', index, width))
    }
  }
  return files.toSorted()
}

/** What stands at a fixed address for good: a full tile or bundle. */
const FULL = /^tile\/(?:entries|\d{1,2})\/(?:x\d{3}\/)*\d{3}$/
/** What gives way to the next: checkpoints, keys, tiles that are not full yet. */
const PASSING =
  /^(?:checkpoint|checkpoint-witnessed|witnesses\.json|key(?:-[\w.-]{1,100})?\.pub|tile\/(?:entries|\d{1,2})\/(?:x\d{3}\/)*\d{3}\.p\/\d{1,3})$/

/**
 * One of the log's files for everyone, by its path below the folder, as tlog-tiles serves them; undefined for what is not
 * there or is nobody's business. `forGood` says whether it will ever be as it is.
 */
export async function publicFile(
  folder: LogFolder,
  path: string,
): Promise<{ bytes: Buffer; forGood: boolean } | undefined> {
  const forGood = FULL.test(path)
  if (!forGood && !PASSING.test(path)) return undefined
  const place = join(folder, path)
  return (await isThere(place)) ? { bytes: await readFile(place), forGood } : undefined
}
