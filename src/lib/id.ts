/** Identifiers: UUID version 7, made here because PostgreSQL makes them only from version 18. */
import { randomBytes } from 'node:crypto'

export type EntryId = string & { readonly __entryId: true }

/** The nil UUID (RFC 9562 section 5.9): stands for no entry where an id must stand, as in a leaf about the authority. */
export const NO_ENTRY = '00000000-0000-0000-0000-000000000000' as EntryId

/** The time of the newest id, and how many were made in its millisecond before it. */
let newest = { at: 0, count: 0 }

/** As many as 12 bits count; more in one millisecond take the next one's. */
const MOST = 0xfff

/** Never the same twice, and never going back, even where the clock does. */
function next(): { at: number; count: number } {
  const now = Date.now()
  if (now > newest.at) newest = { at: now, count: 0 }
  else if (newest.count < MOST) newest = { at: newest.at, count: newest.count + 1 }
  else newest = { at: newest.at + 1, count: 0 }
  return newest
}

/**
 * A new UUIDv7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, 12 that count within one (section 6.2, method 1), and
 * 62 random bits. Those that one process makes sort in the order in which they were made, which lists rely on.
 */
export function newId(): EntryId {
  const { at, count } = next()
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as EntryId
}
