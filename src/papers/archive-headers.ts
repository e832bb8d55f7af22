/** Reads what a zip archive notes of a member a second time, before and after its bytes, and compares it with its directory. */
import type { Entry } from 'yauzl'

/** The note before the bytes of a member: where they begin, and how long a note follows them. */
export type LocalHeader = {
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  name: Buffer
  from: number
  /** Bytes of the note after the member, 0 when there is none. */
  after: number
}

/** Bits of the flags: sizes follow the bytes, and the name is in UTF-8. */
const SIZES_FOLLOW = 8
const COMPARED_FLAGS = 0x2041 | SIZES_FOLLOW
/** Stands in 32 bits for a number that the zip64 field holds in 64. */
const LONG = 0xffffffff

/** The header at an offset; undefined when there is none. */
export function localHeader(buffer: Buffer, at: number): LocalHeader | undefined {
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== 0x04034b50) return undefined
  const nameLength = buffer.readUInt16LE(at + 26)
  const extraLength = buffer.readUInt16LE(at + 28)
  const from = at + 30 + nameLength + extraLength
  if (from > buffer.length) return undefined
  const size = buffer.readUInt32LE(at + 22)
  const packed = buffer.readUInt32LE(at + 18)
  const long = longSizes(buffer.subarray(at + 30 + nameLength, from))
  return {
    flags: buffer.readUInt16LE(at + 6),
    method: buffer.readUInt16LE(at + 8),
    crc: buffer.readUInt32LE(at + 14),
    packed: packed === LONG ? (long[1] ?? packed) : packed,
    size: size === LONG ? (long[0] ?? size) : size,
    name: buffer.subarray(at + 30, at + 30 + nameLength),
    from,
    after: 0,
  }
}

/** Size and packed size of the zip64 field, as far as it is there. */
function longSizes(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) !== 1 || end > extra.length) continue
    const sizes: number[] = []
    for (let place = at + 4; place + 8 <= end && sizes.length < 2; place += 8)
      sizes.push(Number(extra.readBigUInt64LE(place)))
    return sizes
  }
  return []
}

/**
 * In what the header before the bytes, or the note after them, differs from the directory; undefined when in nothing.
 * Sets `after` of the header.
 */
export function otherThan(buffer: Buffer, entry: Entry, header: LocalHeader): string | undefined {
  if (!header.name.equals(entry.fileNameRaw)) return 'the name'
  if (header.method !== entry.compressionMethod) return 'the packing'
  if (((header.flags ^ entry.generalPurposeBitFlag) & COMPARED_FLAGS) !== 0) return 'the flags'
  if ((header.flags & SIZES_FOLLOW) === 0) return same(entry, header) ? undefined : 'the size'
  const zeroed = header.crc === 0 && (header.packed === 0 || header.packed === LONG)
  if (!zeroed && !same(entry, header)) return 'the size'
  header.after = noteAfter(buffer, entry, header.from + entry.compressedSize)
  return header.after === 0 ? 'the size' : undefined
}

const same = (entry: Entry, header: LocalHeader): boolean =>
  header.crc === entry.crc32 &&
  header.packed === entry.compressedSize &&
  header.size === entry.uncompressedSize

/** Length of the note after the bytes when it agrees with the directory: with or without a mark, with short or long sizes. */
function noteAfter(buffer: Buffer, entry: Entry, at: number): number {
  const wanted = [false, true].map((long) => {
    const note = Buffer.alloc(long ? 20 : 12)
    note.writeUInt32LE(entry.crc32, 0)
    if (long) {
      note.writeBigUInt64LE(BigInt(entry.compressedSize), 4)
      note.writeBigUInt64LE(BigInt(entry.uncompressedSize), 12)
    } else {
      note.writeUInt32LE(entry.compressedSize, 4)
      note.writeUInt32LE(entry.uncompressedSize, 8)
    }
    return note
  })
  for (const begin of [at + 4, at]) {
    if (begin > at && (at + 4 > buffer.length || buffer.readUInt32LE(at) !== 0x08074b50)) continue
    const note = wanted.find((each) => buffer.subarray(begin, begin + each.length).equals(each))
    if (note !== undefined) return begin - at + note.length
  }
  return 0
}
