/** Builds zip archives byte by byte, honest ones and ones that lie, for tests of what opens them. */
import { crc32, deflateRawSync } from 'node:zlib'

/** A member, and what is said of it otherwise than it is. */
export type Member = {
  name: string
  content: Uint8Array | string
  stored?: boolean
  localName?: string
  /** Sizes as the directory says them. */
  size?: number
  packed?: number
  /** The size as the header before the bytes says it. */
  localSize?: number
  crc?: number
  flags?: number
  attributes?: number
  /** Sizes follow the bytes; in the long form, or with a mark before them. */
  follow?: 'short' | 'marked' | 'long'
  /** Sizes stand in the field of zip64. */
  long?: boolean
  /** The place of another member's bytes instead of its own. */
  at?: number
}

const LONG = 0xffffffff

function numbers(...parts: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]): Buffer {
  return Buffer.concat(
    parts.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes)
      if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value))
      else buffer.writeUIntLE(value, 0, bytes)
      return buffer
    }),
  )
}

type Packed = { local: Buffer; central: (offset: number) => Buffer }

/** What is said of a member in both places. */
type Said = { size: number; short: number; crc: number; method: number; flags: number; extra: Buffer }

function saidOf(member: Member, content: Buffer, bytes: Buffer): Said {
  const size = member.size ?? content.length
  const short = member.packed ?? bytes.length
  return {
    size,
    short,
    crc: member.crc ?? crc32(content),
    method: member.stored === true ? 0 : 8,
    flags: (member.flags ?? 0) | (member.follow === undefined ? 0 : 8),
    extra: member.long === true ? numbers([1, 2], [16, 2], [size, 8], [short, 8]) : Buffer.alloc(0),
  }
}

/** What follows the bytes of a member. */
function noteAfter({ follow }: Member, { size, short, crc }: Said): Buffer {
  if (follow === undefined) return Buffer.alloc(0)
  const wide = follow === 'long' ? 8 : 4
  const note = numbers([crc, 4], [short, wide], [size, wide])
  return follow === 'short' ? note : Buffer.concat([numbers([0x08074b50, 4]), note])
}

function headBefore(member: Member, said: Said, name: Buffer): Buffer {
  const shown = (real: number): number =>
    member.follow !== undefined ? 0 : member.long === true ? LONG : real
  return numbers(
    [0x04034b50, 4],
    [45, 2],
    [said.flags, 2],
    [said.method, 2],
    [0, 4],
    [member.follow === undefined ? said.crc : 0, 4],
    [shown(said.short), 4],
    [shown(member.localSize ?? said.size), 4],
    [name.length, 2],
    [said.extra.length, 2],
  )
}

function entryOf(member: Member, said: Said, name: Buffer, offset: number): Buffer {
  return numbers(
    [0x02014b50, 4],
    [0x032d, 2],
    [45, 2],
    [said.flags, 2],
    [said.method, 2],
    [0, 4],
    [said.crc, 4],
    [member.long === true ? LONG : said.short, 4],
    [member.long === true ? LONG : said.size, 4],
    [name.length, 2],
    [said.extra.length, 2],
    [0, 2],
    [0, 4],
    [member.attributes ?? 0, 4],
    [member.at ?? offset, 4],
  )
}

/** The bytes of a member in an archive, and its entry in the directory when it stands at an offset. */
export function packed(member: Member): Packed {
  const content = Buffer.from(member.content)
  const bytes = member.stored === true ? content : deflateRawSync(content)
  const said = saidOf(member, content, bytes)
  const name = Buffer.from(member.name)
  const localName = Buffer.from(member.localName ?? member.name)
  const head = headBefore(member, said, localName)
  return {
    local: Buffer.concat([head, localName, said.extra, bytes, noteAfter(member, said)]),
    central: (offset) => Buffer.concat([entryOf(member, said, name, offset), name, said.extra]),
  }
}

/** An archive of these members; `long` ends it as zip64 does, `count` is how many it says it has. */
export function archive(members: readonly Member[], end: { long?: boolean; count?: number } = {}): Buffer {
  const all = members.map(packed)
  let offset = 0
  const central = all.map(({ local, central: entry }) => {
    const made = entry(offset)
    offset += local.length
    return made
  })
  const directory = Buffer.concat(central)
  const count = end.count ?? members.length
  const long = numbers(
    ...([
      [0x06064b50, 4],
      [44, 8],
      [45, 2],
      [45, 2],
      [0, 4],
      [0, 4],
    ] as const),
    ...([
      [count, 8],
      [count, 8],
      [directory.length, 8],
      [offset, 8],
    ] as const),
    ...([
      [0x07064b50, 4],
      [0, 4],
      [offset + directory.length, 8],
      [1, 4],
    ] as const),
  )
  const said = (value: number, most: number): number => (end.long === true ? most : value)
  const last = numbers(
    ...([
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
    ] as const),
    [said(count, 0xffff), 2],
    [said(count, 0xffff), 2],
    [said(directory.length, LONG), 4],
    [said(offset, LONG), 4],
    [0, 2],
  )
  const tail = end.long === true ? [long, last] : [last]
  return Buffer.concat([...all.map(({ local }) => local), directory, ...tail])
}
