/**
 * Lists the files in a zip of data.police.uk without holding it in memory, and unpacks one as a stream. What the zip says
 * of itself is checked first: it may be a bomb, locked, or not a zip at all (reliability, 3.7).
 */
import type { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl'
import { isRefusal, type Refusal, refuse } from '../../../lib/index.ts'

/** A file in the zip: its name there, its unpacked bytes as the zip states them, and the bytes themselves when asked for. */
export type Member = {
  name: string
  bytes: number
  packed: number
  open: () => Promise<AsyncIterable<Buffer>>
}

export type OpenZip = { members: Member[]; close: () => void }

/** The archive of three years for all forces has some 5,000 files and 8 GB. */
const MOST_MEMBERS = 50_000
const MOST_BYTES_IN_ALL = 64_000_000_000
/** Rows of crimes shrink to between a fourth and a tenth. */
const MOST_RATIO = 100
const SMALL = 1_000_000
/** Packing, bits of the flags: encrypted in one of three ways. */
const STORED = 0
const DEFLATED = 8
const LOCKED = 0x2041

/** A stream of a member broke: it is not what the zip says of it. */
export class DamagedMember extends Error {}

/** Opens a zip by its path. Refuses 'archive-broken', 'archive-locked', 'archive-too-many-members', 'archive-too-large-inside', 'archive-names-unsafe' and 'archive-inconsistent'. */
export async function openZip(path: string, file: string): Promise<OpenZip | Refusal> {
  const zip = await openedZip(path)
  if (zip === undefined) return broken(file, 'its end is missing')
  const members = await membersOf(zip, file)
  if (isRefusal(members)) {
    zip.close()
    return members
  }
  return { members, close: () => zip.close() }
}

async function openedZip(path: string): Promise<ZipFile | undefined> {
  try {
    return await openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false })
  } catch (problem) {
    return ofTheFile(problem) ? undefined : Promise.reject(problem)
  }
}

/** yauzl says what is wrong with a file by bare errors; those of the system carry a code. */
const ofTheFile = (problem: unknown): boolean => problem instanceof Error && !('syscall' in problem)

const broken = (file: string, what: string): Refusal =>
  refuse('archive-broken', `${file}: ${what}, as after a broken download; fetch it again.`)

async function membersOf(zip: ZipFile, file: string): Promise<Member[] | Refusal> {
  if (zip.entryCount > MOST_MEMBERS)
    return refuse(
      'archive-too-many-members',
      `${file}: it holds ${zip.entryCount} files, more than the ${MOST_MEMBERS.toLocaleString('en-GB')} that are looked at.`,
    )
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (problem) {
    return ofTheFile(problem) ? broken(file, 'the list of what it holds is damaged') : Promise.reject(problem)
  }
  const wrong = wrongTogether(entries, file)
  if (wrong !== undefined) return wrong
  const members: Member[] = []
  for (const entry of entries) {
    const name = nameOf(entry)
    const fault = faultOf(entry, name, file)
    if (fault !== undefined) return fault
    if (!name.endsWith('/'))
      members.push({
        name,
        bytes: entry.uncompressedSize,
        packed: entry.compressedSize,
        open: () => unpacked(zip, entry),
      })
  }
  return members
}

const nameOf = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)

/** Entries whose bytes overlap are the better zip bomb: few bytes that unpack many times. */
function wrongTogether(entries: readonly Entry[], file: string): Refusal | undefined {
  const inAll = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (inAll > MOST_BYTES_IN_ALL) return tooLarge(file, `all it holds would unpack to ${gigabytes(inAll)} GB`)
  let end = 0
  for (const entry of entries.toSorted(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end)
      return refuse(
        'archive-inconsistent',
        `${file}: the bytes of one file in it are those of another as well, so it is not what it seems; fetch it again.`,
      )
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameRaw.length + entry.compressedSize
  }
  return undefined
}

const gigabytes = (bytes: number): string => Math.ceil(bytes / 1e9).toLocaleString('en-GB')

const tooLarge = (file: string, what: string): Refusal =>
  refuse('archive-too-large-inside', `${file}: ${what}, as no file of crimes does; fetch it again.`)

function faultOf(entry: Entry, name: string, file: string): Refusal | undefined {
  const shown = `“${name.replace(/[\p{C}\u2028\u2029]/gu, '?').slice(0, 80)}”`
  const control = entry.fileNameRaw.some((byte) => byte < 0x20 || byte === 0x7f)
  if (validateFileName(name) !== null || control || name === '')
    return refuse('archive-names-unsafe', `${file}: the name ${shown} leads outside of it; fetch it again.`)
  if ((entry.generalPurposeBitFlag & LOCKED) !== 0)
    return refuse(
      'archive-locked',
      `${file}: ${shown} in it is locked with a password; unpack it and count the files in it.`,
    )
  const { uncompressedSize: size, compressedSize: packed, compressionMethod } = entry
  if (size > SMALL && size > packed * MOST_RATIO)
    return tooLarge(file, `${shown} would unpack to ${Math.round(size / Math.max(1, packed))} times its size`)
  return compressionMethod === STORED || compressionMethod === DEFLATED
    ? undefined
    : broken(file, `${shown} in it is packed in a way that is not read`)
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (entry.compressionMethod === STORED) return checked(raw, entry)
  const inflate = createInflateRaw({ chunkSize: 262_144 })
  raw.on('error', (problem) => inflate.destroy(problem))
  inflate.on('close', () => raw.destroy())
  return checked(raw.pipe(inflate), entry)
}

/** The bytes as they come; throws DamagedMember when they are more, fewer or other than the zip says. */
async function* checked(bytes: Readable, entry: Entry): AsyncGenerator<Buffer> {
  let [size, sum] = [0, 0]
  try {
    for await (const chunk of bytes) {
      if (!(chunk instanceof Buffer)) continue
      size += chunk.length
      if (size > entry.uncompressedSize) throw new DamagedMember('it unpacks to more than it states')
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (problem) {
    if (problem instanceof DamagedMember || !ofTheFile(problem)) throw problem
    throw new DamagedMember('it cannot be unpacked', { cause: problem })
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32)
    throw new DamagedMember('it is not as it was packed')
}
