/** The manifest of the copy: a note under the log's own key that lists every other file with its SHA-256 and size. */
import { createHash } from 'node:crypto'
import { type LogKey, signNote } from '../../log/index.ts'

/** What a file of the copy is: SHA-256 in hexadecimal digits, and bytes. */
export type FileMark = { sha256: string; bytes: number }

export type Listed = {
  authority: string
  /** When the copy was made, in ISO 8601 with milliseconds and a Z. */
  moment: string
  log: { size: number; root: Buffer }
  /** By path below the folder of the copy. */
  files: ReadonlyMap<string, FileMark>
}

export const markOf = (bytes: Uint8Array): FileMark => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
})

const byPath = ([one]: [string, FileMark], [other]: [string, FileMark]): number => (one < other ? -1 : 1)

/** The signed text. src/verifier/README.md says what its lines are. */
export function manifestText(of: Listed, key: LogKey): string {
  const files = [...of.files]
    .toSorted(byPath)
    .map(([path, { sha256, bytes }]) => `${sha256} ${bytes} ${path}`)
  const lines = [
    'shiremoot copy',
    of.authority,
    of.moment,
    String(of.log.size),
    of.log.root.toString('base64'),
  ]
  return signNote(`${[...lines, ...files].join('\n')}\n`, key)
}
