/** Keeps files by the SHA-256 of their bytes. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from '../database/index.ts'
import type { Permit } from '../identity/index.ts'
import type { Instant } from '../lib/index.ts'
import type { PublicRecord } from './ask.ts'
import { storable } from './canonical.ts'
import { remember } from './history.ts'
import type { Tx } from './transaction.ts'

const SHA256 = /^[0-9a-f]{64}$/

/** Where a kept file lies below the folder of files: ab/cdef…. Throws when `sha256` is not 64 hexadecimal digits. */
export function placeOfFile(folder: string, sha256: string): string {
  if (!SHA256.test(sha256))
    throw new Error('A file is kept by its SHA-256, in 64 lower-case hexadecimal digits')
  return join(folder, sha256.slice(0, 2), sha256.slice(2))
}

/**
 * Writes the bytes below `folder` and lists the file in the record; the same bytes again change nothing. A file is whole
 * under its name, and on the disk, before the record lists it.
 */
export async function keepFile(
  tx: Tx,
  permit: Permit<'record.import'>,
  file: { name: string; mediaType: string; bytes: Uint8Array },
  folder: string,
): Promise<{ sha256: string; outcome: 'kept' | 'unchanged' }> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  await write(placeOfFile(folder, sha256), file.bytes, sha256)
  const { rows } = await sql`
    insert into record.file (authority, sha256, name, media_type, size)
    values (${permit.authority}, ${sha256}, ${storable(file.name)}, ${file.mediaType}, ${file.bytes.length})
    on conflict do nothing returning sha256`.execute(tx)
  if (rows.length === 0) return { sha256, outcome: 'unchanged' }
  await remember(tx, permit, [
    { act: 'keep-file', entry: null, why: `The file ${storable(file.name)} was kept`, changed: { sha256 } },
  ])
  return { sha256, outcome: 'kept' }
}

async function write(place: string, bytes: Uint8Array, sha256: string): Promise<void> {
  if ((await hashOf(place)) === sha256) return
  await mkdir(dirname(place), { recursive: true })
  const unfinished = `${place}.${randomBytes(6).toString('hex')}.unfinished`
  try {
    const target = await open(unfinished, 'wx', 0o644)
    try {
      await target.writeFile(bytes)
      await target.sync()
    } finally {
      await target.close()
    }
    await rename(unfinished, place)
    await syncFolder(dirname(place))
  } catch (failure) {
    await rm(unfinished, { force: true })
    throw failure
  }
}

/** What stands at a place now; undefined when nothing does. A damaged file has another hash and is written anew. */
async function hashOf(place: string): Promise<string | undefined> {
  try {
    return createHash('sha256')
      .update(await readFile(place))
      .digest('hex')
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return undefined
    throw failure
  }
}

/** A rename is on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

/** Lets readers have the files that published entries name, from `moment` on. Throws when one was never kept. */
export async function publishFiles(
  tx: Tx,
  authority: string,
  moment: Instant,
  files: readonly { readonly sha256: string; readonly name: string }[],
): Promise<void> {
  for (const file of files) {
    const { rows } = await sql`
      insert into published.file (authority, sha256, name, media_type, size, shown_from)
      select authority, sha256, ${storable(file.name)}, media_type, size, ${moment}::timestamptz from record.file
      where authority = ${authority} and sha256 = ${file.sha256}
      on conflict (authority, sha256, name) do update set size = excluded.size
      returning sha256`.execute(tx)
    if (rows.length === 0)
      throw new Error(`The file ${file.name} (${file.sha256}) is named but was never kept`)
  }
}

/** Whether readers may have a file, under whatever name. */
export async function isPublicFile(tx: Tx, authority: string, sha256: string): Promise<boolean> {
  const { rows } = await sql`
    select from published.file where authority = ${authority} and sha256 = ${sha256} limit 1`.execute(tx)
  return rows.length > 0
}

export type PublishedFile = { sha256: string; name: string; mediaType: string; size: number }

/** A file that some published entry names; undefined for any other. `size` is in bytes. */
export async function fileNamed(
  ask: PublicRecord,
  sha256: string,
  name: string,
): Promise<PublishedFile | undefined> {
  const then = ask.at === undefined ? sql`` : sql` and shown_from <= ${ask.at}::timestamptz`
  const { rows } = await sql<PublishedFile>`
    select sha256, name, media_type as "mediaType", size from published.file
    where authority = ${ask.authority} and sha256 = ${storable(sha256)} and name = ${storable(name)}${then}`.execute(
    ask.db,
  )
  return rows[0]
}
