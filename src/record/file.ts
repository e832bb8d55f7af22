/** Keeps files by the SHA-256 of their bytes. */
import type { Permit } from '../identity/index.ts'
import type { PublicRecord } from './ask.ts'
import type { Tx } from './transaction.ts'

/** Where a kept file lies below the folder of files: ab/cdef…. Throws when `sha256` is not 64 hexadecimal digits. */
export function placeOfFile(_folder: string, _sha256: string): string {
  throw new Error('not built')
}

/** Writes the bytes below `folder` and lists the file in the record; the same bytes again change nothing. */
export async function keepFile(
  _tx: Tx,
  _permit: Permit<'record.import'>,
  _file: { name: string; mediaType: string; bytes: Uint8Array },
  _folder: string,
): Promise<{ sha256: string; outcome: 'kept' | 'unchanged' }> {
  throw new Error('not built')
}

export type PublishedFile = { sha256: string; name: string; mediaType: string; size: number }

/** A file that some published entry names; undefined for any other. `size` is in bytes. */
export async function fileNamed(
  _ask: PublicRecord,
  _sha256: string,
  _name: string,
): Promise<PublishedFile | undefined> {
  throw new Error('not built')
}
