/** The list in a backup: what it holds, with counts and SHA-256, so that nothing damaged or foreign is ever restored. */
import type { CopiedTable } from '../../database/index.ts'
import { stored } from '../../lib/index.ts'

/** The name of the list in the zip; it stands last, and its own SHA-256 in the zip's comment. */
export const LIST = 'backup.json'
/** The form that this version writes; it reads this one and those before. */
export const FORM = 1

/** How the zip's comment begins; the seal of the whole file follows. */
export const commentOf = (sha256: string): string => `shiremoot backup ${FORM} ${sha256}`

/** A file of the zip. */
export type Packed = { path: string; sha256: string; bytes: number }

export type BackedUpTable = CopiedTable & Packed & { rows: number }

/** A page as it was answered when the backup was made; by it a restored record is seen to read the same. */
export type PageMark = { authority: string; address: string; sha256: string }

export type BackupList = {
  form: number
  /** ISO 8601. */
  madeAt: string
  /** The version of Shiremoot that made it. */
  version: string
  migrations: { name: string; checksum: string }[]
  tables: BackedUpTable[]
  /** Kept files, log, keys and settings, by their path in the data folder. */
  files: Packed[]
  /** Files that the record lists and the folder lacked. */
  missing: string[]
  /** The log of each authority: how many leaves the record has, and the root over them, in hexadecimal digits. */
  logs: { authority: string; size: number; root: string }[]
  pages: PageMark[]
}

const packed = { path: stored.text, sha256: stored.text, bytes: stored.number }

/** Reads a list; throws when it is not of its form. */
export const readList = stored.fields({
  form: stored.number,
  madeAt: stored.text,
  version: stored.text,
  migrations: stored.list(stored.fields({ name: stored.text, checksum: stored.text })),
  tables: stored.list(
    stored.fields({
      ...packed,
      name: stored.text,
      columns: stored.list(stored.text),
      key: stored.list(stored.text),
      rows: stored.number,
    }),
  ),
  files: stored.list(stored.fields(packed)),
  missing: stored.list(stored.text),
  logs: stored.list(stored.fields({ authority: stored.text, size: stored.number, root: stored.text })),
  pages: stored.list(stored.fields({ authority: stored.text, address: stored.text, sha256: stored.text })),
})
