/** Opens the zip containers of office files within bounds: nothing in them is trusted before it was counted (reliability, 3.7). */
import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl'
import { isRefusal, type Refusal, refuse } from '../lib/index.ts'
import { localHeader, otherThan } from './archive-headers.ts'

/** Most members, most bytes of one unpacked, of all unpacked, and most bytes that one packed byte may become. */
const MOST_MEMBERS = 2000
const MOST_BYTES = 50_000_000
const MOST_BYTES_IN_ALL = 200_000_000
const MOST_RATIO = 200
/** The largest archive that is opened at all. */
const MOST_PACKED = 100_000_000
/** A small member may shrink as much as it likes: a blank picture does. */
const SMALL = 1_000_000

/** An open archive. All its members were checked against each other; none was unpacked yet. */
export type Archive = {
  readonly names: readonly string[]
  /** The name as it stands there, found whatever its capitals are; undefined when there is no such member. */
  find(name: string): string | undefined
  /** Unpacks a member; a refusal when it is not what its header says, undefined when there is none of this name. */
  read(name: string): Buffer | Refusal | undefined
}

type Member = { name: string; entry: Entry; from: number; to: number }

/** Whether bytes begin as a zip archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  (bytes[2] === 3 || bytes[2] === 5) &&
  bytes[3] === (bytes[2] ?? 0) + 1

/**
 * Opens the bytes of a zip archive and checks its directory. Refuses with 'file-too-large', 'archive-broken', 'archive-locked',
 * 'archive-too-many-members', 'archive-too-large-inside', 'archive-names-unsafe', 'archive-inconsistent' or
 * 'archive-in-archive'. `file` is only for the sentence.
 */
export async function openArchive(bytes: Uint8Array, file: string): Promise<Archive | Refusal> {
  if (bytes.byteLength > MOST_PACKED)
    return refuse(
      'file-too-large',
      `${file}: it has more than the 100 MB that are read; split it into papers.`,
    )
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = await entriesOf(buffer, file)
  if (isRefusal(entries)) return entries
  const members = membersOf(buffer, entries.all, entries.directory, file)
  if (isRefusal(members)) return members
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]))
  return {
    names: members.map(({ name }) => name),
    find: (name) => byName.get(name.toLowerCase())?.name,
    read(name) {
      const member = byName.get(name.toLowerCase())
      return member === undefined ? undefined : unpack(buffer, member, file)
    },
  }
}

const broken = (file: string, what: string): Refusal =>
  refuse('archive-broken', `${file}: ${what}, as after a broken download; fetch it again or save it anew.`)

const inconsistent = (file: string, what: string): Refusal =>
  refuse('archive-inconsistent', `${file}: ${what}, so it is not what it seems; save it anew in its program.`)

/** The entries of the directory and where it begins. yauzl throws an error of no own kind over whatever is wrong. */
async function entriesOf(
  buffer: Buffer,
  file: string,
): Promise<{ all: Entry[]; directory: number } | Refusal> {
  const zip = await openedZip(buffer)
  if (zip === undefined) return broken(file, 'its end is missing or it cannot be unpacked')
  if (zip.entryCount > MOST_MEMBERS) {
    const message = `${file}: it holds ${zip.entryCount} files, more than the ${MOST_MEMBERS.toLocaleString('en-GB')} that are looked at; save it anew in its program.`
    return refuse('archive-too-many-members', message)
  }
  // Typed as a flag, it is the place of the next entry: at first that of the directory, in the end that of its end.
  const directory = Number(zip.readEntryCursor)
  const all = await listed(zip)
  if (all === undefined) return broken(file, 'the list of what it holds is damaged')
  const end = Number(zip.readEntryCursor)
  const mark = end + 4 <= buffer.length ? buffer.readUInt32LE(end) : 0
  const ends = [0x06054b50, 0x06064b50, 0x05054b50].includes(mark)
  return ends ? { all, directory } : inconsistent(file, 'it holds more files than it lists')
}

async function openedZip(buffer: Buffer): Promise<ZipFile | undefined> {
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false })
  } catch (error) {
    return isOfTheFile(error) ? undefined : Promise.reject(error)
  }
}

async function listed(zip: ZipFile): Promise<Entry[] | undefined> {
  const all: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) all.push(entry)
    return all
  } catch (error) {
    return isOfTheFile(error) ? undefined : Promise.reject(error)
  }
}

/** yauzl says what is wrong with a file by bare errors, and reading outside of it is a range error. */
const isOfTheFile = (error: unknown): error is Error =>
  error instanceof Error && (error.constructor === Error || error instanceof RangeError)

function membersOf(
  buffer: Buffer,
  entries: readonly Entry[],
  directory: number,
  file: string,
): Member[] | Refusal {
  const members: Member[] = []
  const names = new Set<string>()
  const inAll = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (inAll > MOST_BYTES_IN_ALL) return tooLarge(file, 'all it holds', inAll, MOST_BYTES_IN_ALL)
  for (const entry of entries) {
    const member = memberOf(buffer, entry, file)
    if (isRefusal(member)) return member
    const folded = member.name.normalize('NFC').toLowerCase()
    if (names.has(folded)) return inconsistent(file, `two files in it have the name ${shown(member.name)}`)
    names.add(folded)
    members.push(member)
  }
  const placed = members.toSorted(
    (one, other) => one.entry.relativeOffsetOfLocalHeader - other.entry.relativeOffsetOfLocalHeader,
  )
  let end = 0
  for (const member of placed) {
    if (member.entry.relativeOffsetOfLocalHeader < end || member.to > directory)
      return inconsistent(file, `the bytes of ${shown(member.name)} are those of another file in it as well`)
    end = member.to
  }
  return members
}

/** A name as it may stand in a sentence. */
const shown = (name: string): string => {
  const plain = name.replace(/[\p{C}\u2028\u2029]/gu, '?')
  return `“${plain.length > 80 ? `${plain.slice(0, 60)}…` : plain}”`
}

function tooLarge(file: string, what: string, bytes: number, most: number): Refusal {
  const size = Math.ceil(bytes / 1_000_000).toLocaleString('en-GB')
  return refuse(
    'archive-too-large-inside',
    `${file}: unpacked, ${what} has ${size} MB, more than the ${most / 1_000_000} MB that are read; split it or save it with smaller pictures.`,
  )
}

/** Checks one entry against its own header before its bytes. */
function memberOf(buffer: Buffer, entry: Entry, file: string): Member | Refusal {
  const name = nameOf(entry)
  const wrong = wrongName(name, entry, file) ?? wrongSize(name, entry, file)
  if (wrong !== undefined) return wrong
  const header = localHeader(buffer, entry.relativeOffsetOfLocalHeader)
  if (header === undefined) return broken(file, `${shown(name)} in it is missing`)
  const other = otherThan(buffer, entry, header)
  if (other !== undefined)
    return inconsistent(file, `the two notes of ${other} of ${shown(name)} in it disagree`)
  const to = header.from + entry.compressedSize
  if (to > buffer.length) return broken(file, `the end of ${shown(name)} in it is missing`)
  const member = { name, entry, from: header.from, to: to + header.after }
  return holdsArchive(buffer, member)
    ? refuse(
        'archive-in-archive',
        `${file}: it holds another archive, ${shown(name)}; take out the papers and bring them one by one.`,
      )
    : member
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

const isLinkOrDevice = (entry: Entry): boolean => {
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000
}

function wrongName(name: string, entry: Entry, file: string): Refusal | undefined {
  // A name in the old code of PCs shows signs where it has control characters.
  const control = entry.fileNameRaw.some((byte) => byte < 0x20 || byte === 0x7f)
  const unsafe = validateFileName(name) !== null || control || name === ''
  if (!unsafe && !isLinkOrDevice(entry)) return undefined
  const what = unsafe
    ? `the name ${shown(name)} leads outside of it`
    : `${shown(name)} in it is a link, no file`
  return refuse('archive-names-unsafe', `${file}: ${what}; save it anew in its program.`)
}

function wrongSize(name: string, entry: Entry, file: string): Refusal | undefined {
  const { uncompressedSize: size, compressedSize: packed } = entry
  if ((entry.generalPurposeBitFlag & 0x2041) !== 0)
    return refuse(
      'archive-locked',
      `${file}: it is locked with a password; remove the password and bring it again.`,
    )
  if (size > MOST_BYTES) return tooLarge(file, shown(name), size, MOST_BYTES)
  if (size > SMALL && size > packed * MOST_RATIO)
    return refuse(
      'archive-too-large-inside',
      `${file}: ${shown(name)} in it unpacks to ${Math.round(size / Math.max(1, packed))} times its size, as no paper does; save it anew in its program.`,
    )
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return broken(file, `${shown(name)} in it is packed in a way that office programs do not use`)
  return undefined
}

/** The workbooks behind charts are archives by nature; they are never opened. */
const EMBEDDED = /(?:^|\/)embeddings\//i
const ARCHIVE_NAME = /\.(?:zip|docx|docm|xlsx|xlsm|pptx|odt|ods|odp|jar|7z|rar|gz|tgz|bz2|xz|cab|iso)$/i
const ARCHIVE_MARKS = ['PK\u0003\u0004', 'PK\u0005\u0006', '7z\u00bc\u00af', 'Rar!', '\u001f\u008b']
const NO_ARCHIVE = /\.(?:xml|rels|png|jpe?g|gif|emf|wmf|svg|tiff?|bmp)$/i

function holdsArchive(buffer: Buffer, { name, entry, from }: Member): boolean {
  if (EMBEDDED.test(name) || NO_ARCHIVE.test(name)) return false
  if (ARCHIVE_NAME.test(name)) return true
  const packed = buffer.subarray(from, from + Math.min(entry.compressedSize, 512))
  const head = (entry.compressionMethod === 0 ? packed : begun(packed)).subarray(0, 4).toString('latin1')
  return ARCHIVE_MARKS.some((mark) => head.startsWith(mark))
}

/** What the first packed bytes unpack to; nothing when they are no packed bytes. */
function begun(packed: Buffer): Buffer {
  try {
    return inflateRawSync(packed, { finishFlush: 2, maxOutputLength: 600_000 })
  } catch (error) {
    return isOfZlib(error) ? Buffer.alloc(0) : raise(error)
  }
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code))

function raise(error: unknown): never {
  throw error
}

function unpack(buffer: Buffer, { name, entry, from }: Member, file: string): Buffer | Refusal {
  const packed = buffer.subarray(from, from + entry.compressedSize)
  const size = entry.uncompressedSize
  const bytes = entry.compressionMethod === 0 ? packed : inflated(packed, size)
  if (bytes === undefined || bytes.length !== size)
    return inconsistent(file, `${shown(name)} in it does not unpack to the size it states`)
  return crc32(bytes) === entry.crc32 ? bytes : broken(file, `${shown(name)} in it is not as it was packed`)
}

/** Unpacks at most the stated size, so that a size that lies costs nothing. */
function inflated(packed: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(1, size),
      chunkSize: Math.min(Math.max(size + 1, 64), 262_144),
    })
  } catch (error) {
    return isOfZlib(error) ? undefined : raise(error)
  }
}
