/**
 * The seal of a backup: its last 64 letters are the SHA-256 of all before them. The list holds the hash of everything
 * that is restored; the seal also covers what a zip says about its files, so that one altered bit is seen wherever it is.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** Letters of a SHA-256 in hexadecimal. */
const LETTERS = 64

/** Stands where the seal will be until the file is whole. */
export const UNSEALED = '0'.repeat(LETTERS)

/** The SHA-256 of a file without its last 64 bytes. */
export async function sealOf(file: string): Promise<string> {
  const { size } = await stat(file)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { end: Math.max(0, size - LETTERS - 1) }), hash)
  return hash.digest('hex')
}

/** Writes the seal over the last 64 bytes of a file, and waits until it is on the disk. */
export async function seal(file: string): Promise<void> {
  const [letters, { size }] = [await sealOf(file), await stat(file)]
  const handle = await open(file, 'r+')
  try {
    await handle.write(letters, size - LETTERS)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
