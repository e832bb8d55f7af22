/** Writes files so that a reader or a power cut sees the old one or the new one, never a part. */
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file of the log is missing, or holds what it cannot hold. */
export class DamagedFile extends Error {}

const coded = (failure: unknown, code: string): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === code

/** Runs an act on a file; undefined when the file is not there. */
async function whereThere<T>(act: Promise<T>): Promise<T | undefined> {
  try {
    return await act
  } catch (failure) {
    if (coded(failure, 'ENOENT') || coded(failure, 'ENOTDIR')) return undefined
    throw failure
  }
}

/** The bytes of a file; undefined when there is none. */
export const readIfThere = (path: string): Promise<Buffer | undefined> => whereThere(readFile(path))

/** The text of a file; undefined when there is none. */
export const textIfThere = (path: string): Promise<string | undefined> => whereThere(readFile(path, 'utf8'))

/** Whether a file is there. */
export const isThere = async (path: string): Promise<boolean> =>
  (await whereThere(access(path, constants.F_OK).then(() => true))) === true

/** Makes what was renamed or linked in a folder outlast a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder and those above it, so that they outlast a power cut. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/**
 * Writes a file aside, syncs it and renames it into its place; makes the folders above. With `mode` only its owner may
 * read it. The folder is synced too, unless the caller syncs it for many files at once.
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array | string,
  options: { mode?: number; folder?: 'sync' | 'later' } = {},
): Promise<void> {
  const folder = dirname(path)
  await makeFolder(folder)
  const aside = `${path}.aside`
  const handle = await open(aside, 'w', options.mode ?? 0o644)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(aside, path)
  if (options.folder !== 'later') await syncFolder(folder)
}
