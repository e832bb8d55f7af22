/** What is counted: the CSV files that a person named, or that are in a zip or a folder they named, plain or packed. */
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { isRefusal, type Refusal, refuse } from '../../../lib/index.ts'
import type { Note } from './count.ts'
import { type Encoding, type FirstLine, MOST_BYTES_OF_FIRST_LINE, readFirstLine } from './first-line.ts'
import { DamagedMember, type Member, openZip } from './zip-members.ts'

export type RowsFile = {
  /** For people: "2019-01.zip: 2019-01/2019-01-kent-street.csv". */
  name: string
  /** "2019-01-kent-street.csv" */
  fileName: string
  /** The path where it lies unpacked; null where it must be unpacked first. */
  plain: string | null
  /** Its unpacked bytes. Throws DamagedMember where they are not what they should be. */
  open: () => Promise<AsyncIterable<Buffer>>
}

export type Found = { files: RowsFile[]; notes: Note[]; close: () => void }

/** Gzip of rows shrinks to between a fourth and a tenth. */
const MOST_RATIO = 100
const SMALL = 10_000_000

/**
 * Finds the files of rows behind a path: itself, or those in a zip, or those in a folder and its folders. Refuses what
 * cannot be opened, with the codes of files and archives.
 */
export async function rowsFilesAt(path: string): Promise<Found | Refusal> {
  const what = await whatIs(path)
  if (isRefusal(what)) return what
  if (what.kind === 'folder') return await inFolder(path)
  if (what.kind === 'zip') return await inZip(path)
  const name = basename(path)
  if (what.kind === 'gzip')
    return alone({
      name,
      fileName: name.replace(/\.gz$/i, ''),
      plain: null,
      open: () => Promise.resolve(unzipped(path, what.bytes)),
    })
  return alone({ name, fileName: name, plain: path, open: () => Promise.resolve(createReadStream(path)) })
}

const alone = (file: RowsFile): Found => ({ files: [file], notes: [], close: () => {} })

type What = { kind: 'folder' | 'zip' | 'gzip' | 'plain'; bytes: number }

async function whatIs(path: string): Promise<What | Refusal> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return { kind: 'folder', bytes: 0 }
    if (!found.isFile())
      return refuse('not-a-file', `${path} is not a file: give a CSV file, or a zip of them.`)
    if (found.size === 0) return refuse('empty-file', `${path} is empty: fetch it again.`)
    const start = await beginning(path)
    const kind =
      start.startsWith('504b0304') || start.startsWith('504b0506')
        ? 'zip'
        : start.startsWith('1f8b')
          ? 'gzip'
          : 'plain'
    return { kind, bytes: found.size }
  } catch (problem) {
    return cannotOpen(path, problem)
  }
}

async function beginning(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await file.close()
  }
}

function cannotOpen(path: string, problem: unknown): Refusal {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return refuse('file-not-found', `${path} is not there: check the name and the folder.`)
  if (code === 'EACCES' || code === 'EPERM')
    return refuse(
      'file-not-readable',
      `${path} may not be read by this user: change its permissions or copy it.`,
    )
  if (code === 'ELOOP' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE')
    return refuse('not-a-file', `${path.slice(0, 100)} leads to no file: check the name, or the link.`)
  throw problem
}

async function* unzipped(path: string, packed: number): AsyncGenerator<Buffer> {
  const source = createReadStream(path)
  const gunzip = createGunzip({ chunkSize: 262_144 })
  source.on('error', (problem) => gunzip.destroy(problem))
  gunzip.on('close', () => source.destroy())
  let size = 0
  try {
    for await (const chunk of source.pipe(gunzip)) {
      if (!(chunk instanceof Buffer)) continue
      size += chunk.length
      if (size > SMALL && size > packed * MOST_RATIO)
        throw new DamagedMember(`it unpacks to over ${MOST_RATIO} times its size, as no file of crimes does`)
      yield chunk
    }
  } catch (problem) {
    if (problem instanceof DamagedMember || (problem instanceof Error && 'syscall' in problem)) throw problem
    throw new DamagedMember('its end is missing or it cannot be unpacked', { cause: problem })
  }
}

async function inZip(path: string): Promise<Found | Refusal> {
  const zip = await openZip(path, basename(path))
  if (isRefusal(zip)) return zip
  const rows = zip.members.filter(isRows)
  const others = zip.members.filter((member) => !isRows(member))
  const notes =
    others.length === 0
      ? []
      : [
          leftOut(
            path,
            others.map(({ name }) => name),
          ),
        ]
  const files = rows.map((member) => fromMember(path, member))
  if (files.length > 0) return { files, notes, close: zip.close }
  zip.close()
  return refuse('no-rows-file', `${path} holds no CSV file: give a zip as data.police.uk makes it.`)
}

/** Macs put a shadow of each file into their zips, which has its name and is no CSV. */
const isRows = ({ name }: Member): boolean => /\.csv$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name)

function fromMember(path: string, member: Member): RowsFile {
  return {
    name: `${basename(path)}: ${member.name}`,
    fileName: basename(member.name),
    plain: null,
    open: member.open,
  }
}

function leftOut(path: string, names: readonly string[]): Note {
  const shown = names.slice(0, 3).map((name) => name.replace(/\p{C}/gu, '?').slice(0, 80))
  const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
  return {
    code: 'not-csv',
    words: `${basename(path)}: ${names.length === 1 ? 'one file that is' : `${names.length} files that are`} no CSV ${names.length === 1 ? 'was' : 'were'} left out (${shown.join(', ')}${more}).`,
  }
}

async function inFolder(path: string): Promise<Found | Refusal> {
  const names = (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.csv(?:\.gz)?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const files: RowsFile[] = []
  for (const name of names) {
    const found = await rowsFilesAt(name)
    if (isRefusal(found)) return found
    files.push(...found.files)
  }
  if (files.length === 0)
    return refuse('no-rows-file', `${path} holds no CSV file: give a folder as data.police.uk makes it.`)
  return { files, notes: [], close: () => {} }
}

/** A file whose first line was read. The bytes are whole, with that line. */
export type Opened = {
  /** Undefined where no line ends within the bytes that one may have. */
  first: FirstLine | undefined
  bytes: AsyncGenerator<Buffer>
  /** To be called where the bytes are not read to their end. */
  close: () => Promise<void>
}

/** Opens a file and reads its first line. */
export async function openRows(file: RowsFile): Promise<Opened> {
  const chunks = (await file.open())[Symbol.asyncIterator]()
  const held: Buffer[] = []
  let size = 0
  let whole = false
  while (size < MOST_BYTES_OF_FIRST_LINE && !whole) {
    const next = await chunks.next()
    if (next.done === true) whole = true
    else {
      held.push(next.value)
      size += next.value.length
    }
  }
  const close = async (): Promise<void> => {
    await chunks.return?.()
  }
  const first = readFirstLine(Buffer.concat(held).subarray(0, MOST_BYTES_OF_FIRST_LINE), whole)
  return { first, bytes: rest(held, chunks), close }
}

async function* rest(held: readonly Buffer[], chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* held
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value
}

/** The same text in UTF-8. */
export async function* inUtf8(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
