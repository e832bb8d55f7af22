/** Signed notes as C2SP signed-note says: text, then lines of Ed25519 signatures, each with the name and id of its key. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

/** The algorithm byte of a key: 1 signs the text of a note, 4 is a witness's cosignature with its time. */
export type KeyType = 1 | 4
export const SIGNS_NOTES: KeyType = 1
export const COSIGNS: KeyType = 4

/** A public key with its name, as a `vkey` line gives it. */
export type VerifierKey = {
  readonly name: string
  /** Eight hexadecimal digits. */
  readonly id: string
  readonly type: KeyType
  /** 32 bytes. */
  readonly publicKey: Buffer
}

export type NoteSignature = {
  readonly name: string
  readonly id: string
  readonly signature: Buffer
  readonly line: string
}

/** A note as it was read; nothing of it is verified yet. `text` ends with a newline. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** Base64 that is written the one right way; undefined for anything else. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined
}

/** SHA-256(name ‖ newline ‖ type ‖ public key), first four bytes, in hexadecimal. */
export const keyIdOf = (name: string, type: KeyType, publicKey: Uint8Array): string =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(type))
    .update(publicKey)
    .digest('hex')
    .slice(0, 8)

/** `name+id+base64(type ‖ public key)`. */
export const vkeyOf = (name: string, type: KeyType, publicKey: Uint8Array): string =>
  `${name}+${keyIdOf(name, type, publicKey)}+${Buffer.concat([Uint8Array.of(type), publicKey]).toString('base64')}`

/** Whether a key may be called so: signed-note forbids spaces and plus signs. */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s+\p{Cc}]/u.test(name)

/** Reads a vkey line; undefined when it is none, its id is not that of its key, or its type is neither of ours. */
export function readVkey(line: string): VerifierKey | undefined {
  const [name = '', id = '', ...rest] = line.trim().split('+')
  const bytes = fromBase64(rest.join('+'))
  if (bytes === undefined || bytes.length !== 33 || !isKeyName(name)) return undefined
  const type = [SIGNS_NOTES, COSIGNS].find((one) => one === bytes[0])
  const publicKey = bytes.subarray(1)
  if (type === undefined || keyIdOf(name, type, publicKey) !== id) return undefined
  return { name, id, type, publicKey }
}

/** The key in the form that `node:crypto` verifies with. */
export const publicKeyObject = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  })

export const signatureLine = (name: string, id: string, signature: Uint8Array): string =>
  `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`

/** Reads a line of a signature, without its newline; undefined when it is none. */
export function readSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name = '', coded = '', ...more] = line.split(' ')
  const bytes = fromBase64(coded)
  if (dash !== '—' || more.length > 0 || !isKeyName(name) || bytes === undefined || bytes.length < 5)
    return undefined
  return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4), line: `${line}\n` }
}

/** Takes a note apart; undefined when it is not of its form. */
export function readNote(note: string): Note | undefined {
  const gap = note.lastIndexOf('\n\n')
  if (gap < 1 || !note.endsWith('\n')) return undefined
  const lines = note.slice(gap + 2, -1).split('\n')
  const signatures = lines.map(readSignatureLine).filter((one) => one !== undefined)
  return signatures.length === lines.length ? { text: note.slice(0, gap + 1), signatures } : undefined
}

/** Whether a note has a signature of this key, and every one that it has is right. */
export function signedBy(note: Note, key: VerifierKey): boolean {
  const mine = note.signatures.filter(({ name, id }) => name === key.name && id === key.id)
  const publicKey = publicKeyObject(key.publicKey)
  return (
    key.type === SIGNS_NOTES &&
    mine.length > 0 &&
    mine.every(({ signature }) => verify(null, Buffer.from(note.text), publicKey, signature))
  )
}
