/** The files of all logs and their keys as they belong together, read while a keeper may be writing them. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file by its path in the data folder. */
export type WholeFile = { path: string; bytes: Buffer }

const FOLDERS = ['log', 'keys']
/** What a keeper is just writing is no part of the log. */
const PASSING = /\.aside$|\/writing$/

async function filesBelow(dataDir: string): Promise<WholeFile[]> {
  const files: WholeFile[] = []
  for (const folder of FOLDERS.filter((name) => existsSync(join(dataDir, name)))) {
    const entries = await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      const place = join(entry.parentPath, entry.name)
      const path = place.slice(dataDir.length + 1)
      if (entry.isFile() && !PASSING.test(path)) files.push({ path, bytes: await readFile(place) })
    }
  }
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

const gone = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === 'ENOENT'

async function attempt(dataDir: string): Promise<WholeFile[] | undefined> {
  try {
    return await filesBelow(dataDir)
  } catch (failure) {
    // An unfinished tile went while we looked, because a fuller one took its place.
    if (gone(failure)) return undefined
    throw failure
  }
}

const same = (one: readonly WholeFile[], other: readonly WholeFile[]): boolean =>
  one.length === other.length &&
  one.every(({ path, bytes }, index) => path === other[index]?.path && bytes.equals(other[index].bytes))

/** Reads them until two readings agree, so that checkpoint, tiles and what the key remembers are of one state. */
export async function logFilesOf(dataDir: string): Promise<WholeFile[]> {
  let before = await attempt(dataDir)
  for (;;) {
    const now = await attempt(dataDir)
    if (before !== undefined && now !== undefined && same(before, now)) return now
    before = now
  }
}
