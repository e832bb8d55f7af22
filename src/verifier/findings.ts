/** Gathers what a verification finds, and reads the folder that it is about. */
import { createHash } from 'node:crypto'
import { closeSync, promises as fs, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Checked, Fault, FaultKind } from './report.ts'

export class Findings {
  readonly faults: Fault[] = []
  readonly remarks: string[] = []
  readonly checked: Checked = { leaves: 0, entries: 0, files: 0, pages: 0, cosignatures: 0 }

  fault(what: FaultKind, place: string, words: string): void {
    this.faults.push({ what, place, words })
  }

  remark(words: string): void {
    this.remarks.push(words)
  }
}

const isMissing = (failure: unknown): boolean =>
  failure instanceof Error &&
  'code' in failure &&
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(failure.code))

/** The bytes of a small file (a tile, a note); null when there is no such file. */
export async function fileBytes(folder: string, path: string): Promise<Buffer | null> {
  try {
    return await fs.readFile(join(folder, path))
  } catch (failure) {
    if (isMissing(failure)) return null
    throw failure
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a file; null when there is no such file. What is not UTF-8 becomes U+0000, which no note may hold. */
export async function fileText(folder: string, path: string): Promise<string | null> {
  const bytes = await fileBytes(folder, path)
  if (bytes === null) return null
  try {
    return UTF8.decode(bytes)
  } catch (failure) {
    if (failure instanceof TypeError) return '\u0000'
    throw failure
  }
}

export type Found = { readonly path: string; readonly plain: boolean }

/** Every file below a folder, as paths with `/`; `plain` is false for links, sockets and the like. */
export async function* filesBelow(folder: string, below = ''): AsyncGenerator<Found> {
  let inside: Awaited<ReturnType<typeof entriesOf>>
  try {
    inside = await entriesOf(join(folder, below))
  } catch (failure) {
    if (isMissing(failure)) return
    throw failure
  }
  for (const entry of inside) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* filesBelow(folder, path)
    else yield { path, plain: entry.isFile() }
  }
}

const entriesOf = (folder: string) => fs.readdir(folder, { withFileTypes: true })

/** Room for a piece of a file; used by one file at a time, since pieces are read without waiting. */
const PIECE = Buffer.alloc(256 * 1024)

/** SHA-256 and length of a file, read in pieces, however large it is. */
export function hashOfFile(path: string): { sha256: string; bytes: number } {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  const next = (): number => readSync(file, PIECE, 0, PIECE.length, null)
  let bytes = 0
  try {
    for (let read = next(); read > 0; read = next()) {
      hash.update(PIECE.subarray(0, read))
      bytes += read
    }
  } finally {
    closeSync(file)
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** A few of many, in words: "3, 4, 5 and 12 more". */
export function few(of: readonly (string | number)[]): string {
  const shown = of.slice(0, 5)
  const more = of.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
