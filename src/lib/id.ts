/** Identifiers: UUID version 7, made here because PostgreSQL makes them only from version 18. */
import { randomBytes } from 'node:crypto'

export type EntryId = string & { readonly __entryId: true }

/** The nil UUID (RFC 9562 section 5.9): stands for no entry where an id must stand, as in a leaf about the authority. */
export const NO_ENTRY = '00000000-0000-0000-0000-000000000000' as EntryId

/** A new UUIDv7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, then 74 random bits; sorts by time made. */
export function newId(): EntryId {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as EntryId
}
